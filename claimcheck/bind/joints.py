"""The small words that hold a clause together, per language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from pathlib import Path

from claimcheck.lexicon.language import fold
from claimcheck.tables import load_tables
from claimcheck.values import dataclass

DATA = Path(__file__).parent / "data" / "joints.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Joints:
    """Folded small words by what they do; see the head of data/joints.toml. Phrases are tuples of words."""

    conjunctions: frozenset[str] = frozenset()
    versus: tuple[tuple[str, ...], ...] = ()
    locative: frozenset[str] = frozenset()
    locative_suffix: frozenset[str] = frozenset()
    genitive: frozenset[str] = frozenset()
    locative_after: tuple[str, ...] = ()
    particle: tuple[tuple[str, ...], ...] = ()
    particles: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)  # the same by their first words
    title: frozenset[str] = frozenset()
    as_of: tuple[tuple[str, ...], ...] = ()
    as_of_after: tuple[str, ...] = ()
    part: tuple[tuple[str, ...], ...] = ()
    before_old: frozenset[str] = frozenset()
    before_new: frozenset[str] = frozenset()
    stop: frozenset[str] = frozenset()
    before_name: frozenset[str] = frozenset()
    locative_weak: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    noun_ending: tuple[str, ...] = ()
    speakers: frozenset[str] = frozenset()
    place: tuple[str, ...] = ()
    toward: frozenset[str] = frozenset()
    plus: frozenset[str] = frozenset()
    when: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, list[str]]]:
    return load_tables(DATA)


@lru_cache(maxsize=256)
def joints_of(lang: str) -> Joints:
    """Return the small words of a language; those of "und" alone where it is not known."""
    base = lang.partition("-")[0]
    tables = [_tables().get(tag, {}) for tag in ("und", base if base != "no" else "nb")]

    def words(key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fold(word) for table in tables for word in table.get(key, ())))

    def phrases(key: str) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted((tuple(phrase.split()) for phrase in words(key)), key=len, reverse=True))

    return Joints(
        conjunctions=frozenset(words("and")),
        versus=phrases("versus"),
        locative=frozenset(words("locative")),
        locative_suffix=frozenset(words("locative_suffix")),
        genitive=frozenset(words("genitive")),
        locative_after=words("locative_after"),
        particle=phrases("particle"),
        particles=_by_first(phrases("particle")),
        title=frozenset(words("title")),
        as_of=phrases("as_of"),
        as_of_after=words("as_of_after"),
        part=phrases("part"),
        before_old=frozenset(words("from")),
        before_new=frozenset(words("to")),
        stop=frozenset(words("stop")),
        before_name=frozenset(words("before_name")),
        locative_weak=frozenset(words("locative_weak")),
        opening=frozenset(words("opening")),
        noun_ending=words("noun_ending"),
        speakers=frozenset(words("speakers")),
        place=words("place"),
        toward=frozenset(words("toward")),
        plus=frozenset(words("plus")),
        when=frozenset(words("when")),
    )


def _by_first(phrases: tuple[tuple[str, ...], ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    firsts = dict.fromkeys(phrase[0] for phrase in phrases)
    return {first: tuple(phrase for phrase in phrases if phrase[0] == first) for first in firsts}
