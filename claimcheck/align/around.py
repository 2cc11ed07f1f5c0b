"""What the words around a figure tell of it, as far as another article, in any language, may say the same.

Each word is worth the more the nearer it stands to the figure and the seldomer it is. A word is met by its concept (lexicon/glossary.py), by its
first letters in one language, and as a cognate or a name across languages of the Latin alphabet, or of other scripts (words.py). In the manner of inverse document
frequency (Spärck Jones 1972) and cosine similarity.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from typing import Final

from claimcheck.align.words import word_key
from claimcheck.lexicon.glossary import is_unspaced, meanings, plain, usual_concepts
from claimcheck.model.claim import Claim
from claimcheck.model.span import Span
from claimcheck.values import dataclass

REACH: Final = 6.0  # words by which a word's worth falls to a third
BEYOND_FIGURE: Final = 0.5  # what is left of it behind another figure
BEYOND_COMMA: Final = 0.8
LEAST: Final = 0.1
NEAR: Final = 0.5  # of what stands within four words of the figure
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
    """The words around a figure, and by each thing they may be met by the worth of the worthiest.

    `whole` is what all of them tell, `weighed` the same by their worth, `near` that of those next to the figure. All follow
    from the words.
    """

    words: tuple[Word, ...] = ()
    worth: Mapping[str, float] = field(default_factory=dict, compare=False)
    whole: float = field(default=0.0, compare=False)
    weighed: float = field(default=0.0, compare=False)
    near: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class Common:
    """What the words around two figures have in common: in log-odds by their worth, as shares (0 to 1) of what both say.

    `words` counts all, `near` those next to both figures; `sentences` takes whole sentences, wherever in them the figures stand,
    and `told` is the same in log-odds.
    Of English sentences and their translations into 22 languages 92 in 100 have 0.17 or more of `sentences`, of sentences
    of different articles one in 1,000.
    """

    words: float = 0.0
    words_share: float = 0.0
    near: float = 0.0
    near_share: float = 0.0
    sentences: float = 0.0
    told: float = 0.0


NOTHING: Final = Common()


def around(claims: Sequence[Claim], others: Callable[[Claim], Iterable[Span]]) -> Around:
    """Return the words around a figure in all its sentences; `others` gives the spans of the other figures of a claim's sentence."""
    best: dict[frozenset[str], float] = {}
    for claim in claims:
        for value, terms in _words_of(claim, others(claim)):
            best[terms] = max(value, best.get(terms, 0.0))
    return of_words([(value, terms) for terms, value in best.items()])


def of_words(words: Sequence[Word]) -> Around:
    """Return words by what they may be met by."""
    worth: dict[str, float] = {}
    for value, terms in words:
        for term in terms:
            worth[term] = max(value, worth.get(term, 0.0))
    told = [(value, max(map(rarity, terms))) for value, terms in words]
    return Around(
        words=tuple(words),
        worth=worth,
        whole=sum(rare for _, rare in told),
        weighed=sum(value * rare for value, rare in told),
        near=sum(value * rare for value, rare in told if value >= NEAR),
    )


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
    if is_unspaced(word) and word_key(written) == "":
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


def common(ours: Around, theirs: Around) -> Common:
    """Return what the words around two figures have in common."""
    if ours.worth.keys().isdisjoint(theirs.worth):
        return NOTHING
    both = [_met(one, other.worth) for one, other in ((ours, theirs), (theirs, ours))]
    words, near, sentences = (sum(found) / 2 for found in zip(*both, strict=True))
    return Common(
        words=words,
        words_share=min(1.0, words / math.sqrt(ours.weighed * theirs.weighed)),  # many words of one side may meet one of the other
        near=near,
        near_share=min(1.0, near / math.sqrt(ours.near * theirs.near)) if near else 0.0,
        sentences=2 * sentences / (ours.whole + theirs.whole),
        told=sentences,
    )


def _met(ours: Around, theirs: Mapping[str, float]) -> tuple[float, float, float]:
    """Return what the words of one side tell that the other has too: by their worth, next to both figures, and all alike."""
    words = near = sentences = 0.0
    for value, terms in ours.words:
        if terms.isdisjoint(theirs):
            continue
        met = [(rarity(term) * math.sqrt(value * theirs[term]), term) for term in terms if term in theirs]
        best, term = max(met)
        words += best
        near += best if value >= NEAR and theirs[term] >= NEAR else 0.0
        sentences += max(rarity(term) for _, term in met)
    return words, near, sentences


@lru_cache(maxsize=1 << 14)
def common_of_texts(ours: str, our_base: str, theirs: str, their_base: str) -> Common:
    """Return what two sentences in two languages have in common."""
    return common(_of_text(ours, our_base), _of_text(theirs, their_base))


@lru_cache(maxsize=1 << 12)
def _of_text(text: str, base: str) -> Around:
    return of_words([(1.0, terms) for _, _, terms in places_of(text, base)])
