"""The door to rapidfuzz: whether two names, in any spelling or script, are one."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import lru_cache

from anyascii import anyascii

SAME_NAME = 88.0  # of 100, on folded spellings; "Fernandez" / "Fernández" 100, "Dembele" / "Dembélé" 100
FOREIGN_NAME = 75.0  # where one side was transliterated: vowels differ
SHORT = 4  # names up to this length must be equal
TRANSLITERATED_MINIMUM = 5


@lru_cache(maxsize=65536)
def spell(name: str) -> str:
    """Return `name` in small ASCII letters, transliterated where its script needs it.

    >>> spell("Dembélé"), spell("Оракл")
    ('dembele', 'orakl')
    """
    return (name if name.isascii() else anyascii(name)).lower().replace("_", " ").strip()


@lru_cache(maxsize=65536)
def are_same(a: str, b: str) -> bool:
    """Return whether two names are one: equal, initials or first or last words of the other, or nearly the same letters.

    >>> are_same("wirtz", "florian wirtz"), are_same("aws", "amazon web services"), are_same("liverpool", "leverkusen")
    (True, True, False)
    """
    if a == b:
        return True
    first, second = spell(a), spell(b)
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    words = longer.split()
    if len(words) > 1 and shorter == "".join(word[0] for word in words):
        return True
    if len(shorter) <= SHORT:
        return False
    if longer.startswith(f"{shorter} ") or longer.endswith(f" {shorter}"):
        return True
    foreign = a.isascii() != b.isascii()
    if foreign and len(shorter) < TRANSLITERATED_MINIMUM:
        return False
    return _are_near(first, second, FOREIGN_NAME if foreign else SAME_NAME)


def _are_near(first: str, second: str, least: float) -> bool:
    """Return whether two spellings are alike to at least `least` of 100.

    They cannot be where they share too few letters in any order; that is told without rapidfuzz, whose import
    takes 10 ms, and spares most of its calls.
    """
    common = sum(min(first.count(letter), second.count(letter)) for letter in set(first))
    if 200 * common < least * (len(first) + len(second)):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - see above

    return fuzz.ratio(first, second) >= least


@lru_cache(maxsize=1 << 16)  # the figures of one sentence have the same names beside them
def shared(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of `ours` that have their like among `theirs`, each once, in order."""
    known = set(theirs)
    found = [name for name in dict.fromkeys(ours) if name in known or any(are_same(name, other) for other in theirs)]
    return tuple(found)


def longest_common(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> int:
    """Return how many members, gaps allowed, two sequences share in one order.

    >>> longest_common("abcd", "axcyd")
    3
    """
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - see above

    return int(LCSseq.similarity(ours, theirs))
