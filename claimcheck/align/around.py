"""What the words around a figure tell of it, as far as another article, in any language, may say the same.

Each word is worth the more the nearer it stands to the figure and the seldomer it is. A word is met by its concept (lexicon/glossary.py), by its
first letters in one language, and as a cognate or a name across languages (words.py). In the manner of inverse document
frequency (Spärck Jones 1972) and cosine similarity.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from claimcheck.align.words import word_key
from claimcheck.lexicon.glossary import UNSPACED, meanings, plain, usual_concepts
from claimcheck.model.claim import Claim
from claimcheck.model.span import Span

REACH: Final = 6.0  # words by which a word's worth falls to a third
BEYOND_FIGURE: Final = 0.5  # what is left of it behind another figure
BEYOND_COMMA: Final = 0.8
LEAST: Final = 0.1
HEAD: Final = 1.0  # of the words above and beside a table cell
CLAUSE_END: Final = re.compile(r"[;:—–\n]|[,،、，。](?=\D)")
STEM: Final = 6
SHORTEST: Final = 4  # letters of a word that tells something in its own language
OF_A_USUAL_CONCEPT: Final = 2.8  # one sentence of the news in 16 speaks of years, one in 100 of most concepts
OF_A_CONCEPT: Final = 4.6
OF_A_WORD: Final = 5.5

Word = tuple[float, frozenset[str]]  # what it is worth, and what it may be met by
Place = tuple[int, int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a figure, and by each thing they may be met by the worth of the worthiest."""

    words: tuple[Word, ...] = ()
    worth: Mapping[str, float] = field(default_factory=dict, compare=False)  # follows from the words


def around(claims: Sequence[Claim], others: Callable[[Claim], Iterable[Span]]) -> Around:
    """Return the words around a figure in all its sentences; `others` gives the spans of the other figures of a claim's sentence."""
    best: dict[frozenset[str], float] = {}
    for claim in claims:
        for value, terms in _words_of(claim, others(claim)):
            best[terms] = max(value, best.get(terms, 0.0))
    worth: dict[str, float] = {}
    for terms, value in best.items():
        for term in terms:
            worth[term] = max(value, worth.get(term, 0.0))
    return Around(tuple((value, terms) for terms, value in best.items()), worth)


def _words_of(claim: Claim, others: Iterable[Span]) -> list[Word]:
    evidence = claim.evidence
    base, start = evidence.lang.partition("-")[0], evidence.sentence.start
    places = places_of(evidence.quote, base)
    figures = sorted((other.start - start, other.end - start) for other in others)
    found = [
        (_worth(place, claim.span.start - start, claim.span.end - start, figures, places, evidence.quote), place[2]) for place in places
    ]
    heads = [(HEAD, terms) for head in evidence.heads for _, _, terms in places_of(head, base)]
    return [*found, *heads]


def _worth(place: Place, start: int, end: int, figures: Sequence[tuple[int, int]], places: Sequence[Place], quote: str) -> float:
    first, last, _ = place
    if first < end and last > start:
        return 1.0
    gap = (last, start) if last <= start else (end, first)
    steps = sum(1 for one, other, _ in places if one >= gap[0] and other <= gap[1])
    crossed = sum(1 for one, other in figures if one >= gap[0] and other <= gap[1])
    commas = len(CLAUSE_END.findall(quote, *gap))
    return max(LEAST, math.exp(-steps / REACH) * BEYOND_FIGURE**crossed * BEYOND_COMMA**commas)


@lru_cache(maxsize=1 << 12)
def places_of(text: str, base: str) -> tuple[Place, ...]:
    """Return the words of a text that tell something: start, end, and what each may be met by."""
    found = []
    behind = 0
    for written, concepts in meanings(text, base):
        at = text.find(written, behind)
        if at < 0:  # small letters of another length, in scripts without capitals
            continue
        behind = at + len(written)
        terms = _terms(written, concepts, base)
        if terms:
            found.append((at, behind, terms))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _terms(written: str, concepts: frozenset[str], base: str) -> frozenset[str]:
    """Return what a word may be met by: its concepts ("=fire"), as a cognate ("presi", "~kntk"), in its own language ("de:feuer")."""
    terms = {f"={concept}" for concept in concepts}
    word = plain(written)
    if UNSPACED.search(word) and word_key(written) == "":
        return frozenset(terms | {word})  # Chinese and Japanese share most of their signs
    key = word_key(written)
    if key:
        terms.add(key)
    if len(word) >= SHORTEST:
        terms.add(f"{base}:{word[:STEM]}")
    return frozenset(terms)


@lru_cache(maxsize=1 << 16)
def rarity(term: str) -> float:
    """Return how much it tells that two sentences share a term: the logarithm of how seldom sentences of the news hold it."""
    if not term.startswith("="):
        return OF_A_WORD
    return OF_A_USUAL_CONCEPT if term[1:] in usual_concepts() else OF_A_CONCEPT


def likeness(ours: Around, theirs: Around) -> tuple[float, float]:
    """Return how much two figures' words have in common: in log-odds, and as a share (0 to 1) of all that they say."""
    first, all_ours = _found(ours, theirs.worth)
    second, all_theirs = _found(theirs, ours.worth)
    shared = (first + second) / 2
    return shared, shared / math.sqrt(all_ours * all_theirs) if all_ours and all_theirs else 0.0


def _found(ours: Around, theirs: Mapping[str, float]) -> tuple[float, float]:
    shared = total = 0.0
    for worth, terms in ours.words:
        total += worth * max(map(rarity, terms))
        met = [rarity(term) * math.sqrt(worth * theirs[term]) for term in terms if term in theirs]
        shared += max(met, default=0.0)
    return shared, total


def sameness(ours: Around, theirs: Around) -> float:
    """Return which share (0 to 1) of what two figures' sentences say both say, wherever in them the figures stand.

    Of English sentences and their translations into 22 languages 92 in 100 have 0.17 or more in common, of sentences of
    different articles one in 1,000.
    """
    first, all_ours = _met(ours, theirs.worth)
    second, all_theirs = _met(theirs, ours.worth)
    return (first + second) / (all_ours + all_theirs) if all_ours + all_theirs else 0.0


def _met(ours: Around, theirs: Mapping[str, float]) -> tuple[float, float]:
    met = total = 0.0
    for _, terms in ours.words:
        total += max(map(rarity, terms))
        met += max((rarity(term) for term in terms if term in theirs), default=0.0)
    return met, total


@lru_cache(maxsize=1 << 14)
def likeness_of_texts(ours: str, our_base: str, theirs: str, their_base: str) -> float:
    """Return `sameness` of two sentences in two languages."""
    first, second = ([terms for _, _, terms in places_of(text, base)] for text, base in ((ours, our_base), (theirs, their_base)))
    both = [_share(one, frozenset().union(*other)) for one, other in ((first, second), (second, first))]
    total = sum(whole for _, whole in both)
    return sum(met for met, _ in both) / total if total else 0.0


def _share(words: Sequence[frozenset[str]], others: frozenset[str]) -> tuple[float, float]:
    met = sum(max((rarity(term) for term in terms & others), default=0.0) for terms in words)
    return met, sum(max(map(rarity, terms)) for terms in words)
