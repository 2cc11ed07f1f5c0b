"""Names of which only the first word has a capital, learned from a document: "Občanský blok", "Parti vert", "Gröna vänstern"."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from claimcheck.bind.bodies import Bodies, bodies_of
from claimcheck.bind.joints import joints_of
from claimcheck.lexicon.language import fold

CAPITALS = "A-ZÀ-ÖØ-ÞĞİŞŁŚŻŹĆČŠŽŘĐŐŰĀĒĪŌŪΑ-ΩА-ЯЁІЇЄҐ"
LETTER = r"[^\W\d_]"
TELLING = "ýáéíą"  # single letters at the end of a word that adjectives alone have
FEWEST = 2  # times that a pair of which no noun for parties tells must be met
STEM = 4
ADJECTIVE, NOUN = "adjective", "noun"

Words = tuple[str, str]


class Pair(NamedTuple):
    """A word with a capital and the small one behind it; `is_mid` tells that no sentence begins there."""

    words: Words
    is_mid: bool


def joined_words(text: str, lang: str) -> frozenset[Words]:
    """Return the pairs of a word with a capital and a small one that are names in the text.

    >>> sorted(joined_words("Volby vyhrál Lidový blok. Druhá strana mlčí.", "cs"))
    [('lidový', 'blok')]
    """
    bodies = bodies_of(lang)
    if not bodies.small_second:
        return frozenset()
    pairs = [pair for pair in _pairs(text, lang) if _may_join(pair, bodies, lang)]
    told = {pair.words for pair in pairs if _is_told(pair, bodies)}
    return frozenset(told | _recurring(pairs, bodies))


def _pairs(text: str, lang: str) -> list[Pair]:
    return [
        Pair((fold(found["first"]), fold(found["second"])), _is_amid(text, found.start()))
        for found in _pattern(lang).finditer(text)
        if found["second"].islower()
    ]


@lru_cache(maxsize=64)
def _pattern(lang: str) -> re.Pattern[str]:
    """Return what finds a word with a capital and one behind it that may be a name in the language, and little else."""
    bodies = bodies_of(lang)
    capitals, ending, second = CAPITALS, "", f"{LETTER}{{3,}}"
    if NOUN in bodies.small_second:
        capitals = "".join(sorted({noun[0].upper() for noun in (*bodies.body, *bodies.institute)}))
        second = f"{LETTER}*(?:{'|'.join(bodies.adjective)})"
    elif bodies.verb:
        ending = f"(?:{'|'.join(bodies.adjective)})"
    else:
        second = f"(?:{'|'.join(bodies.body)}){LETTER}*"
    # what stands before is asked behind the capital, so that the search stops at capitals alone
    return re.compile(rf"(?P<first>[{capitals}](?<!\w.){LETTER}+{ending}) (?P<second>{second})\b")


def _is_amid(text: str, start: int) -> bool:
    """Return whether a word stands behind another one of its sentence, be it with a comma between."""
    before = text[max(0, start - 3) : start].rstrip(" ,")
    return before[-1:].isalpha() and text[start - 1] == " "


def _may_join(pair: Pair, bodies: Bodies, lang: str) -> bool:
    first, second = pair.words
    joints = joints_of(lang)
    if second in joints.stop or second in joints.conjunctions or second in joints.locative or first in joints.opening:
        return False
    if NOUN in bodies.small_second:
        return first.startswith((*bodies.body, *bodies.institute)) and second.endswith(bodies.adjective)
    return not bodies.adjective or (first.endswith(bodies.adjective) and not (bodies.generic and first.startswith(bodies.generic)))


def _is_told(pair: Pair, bodies: Bodies) -> bool:
    """Return whether a noun for parties tells that the pair is a name."""
    return NOUN in bodies.small_second or (pair.words[1].startswith(bodies.body) and (pair.is_mid or bool(bodies.verb)))


def _recurring(pairs: list[Pair], bodies: Bodies) -> set[Words]:
    """Return the pairs of adjective and noun that are met again and have a capital in the middle of a sentence."""
    endings = _telling_endings(bodies)
    if not endings or not bodies.verb:
        return set()
    likely = [pair for pair in pairs if pair.words[0].endswith(endings) and not pair.words[1].endswith(bodies.verb)]
    met = Counter(_stems(pair) for pair in likely)
    amid = {_stems(pair) for pair in likely if pair.is_mid}
    return {pair.words for pair in likely if _stems(pair) in amid and met[_stems(pair)] >= FEWEST}


def _telling_endings(bodies: Bodies) -> tuple[str, ...]:
    return tuple(ending for ending in bodies.adjective if len(ending) > 1 or ending in TELLING)


def _stems(pair: Pair) -> Words:
    return pair.words[0][:STEM], pair.words[1][:STEM]
