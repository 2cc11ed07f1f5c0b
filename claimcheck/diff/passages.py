"""The sentences that hold claims, and which of the new ones were which of the old ones."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from claimcheck.align.names import likeness
from claimcheck.diff.version import Figure
from claimcheck.values import dataclass

_LEAST: Final = 0.55  # of 1: below, two sentences with their figures left out are two sentences
_MOST_RIVALS: Final = 12  # old sentences that one new one is set against letter by letter
_MOST_HOLDERS: Final = 64  # a word that more old sentences have tells none of them
_PIECES: Final = re.compile(r"[^\W\d_]{3,}")
_PAIR: Final = 2  # characters that stand for a word in scripts without spaces


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A sentence with its claims in order; `masked` is the sentence with # for each of them."""

    text: str
    figures: tuple[Figure, ...]
    masked: str
    starts: tuple[int, ...]


def passages_of(figures: Iterable[Figure]) -> tuple[Passage, ...]:
    """Return the sentences of a document's claims, in order; claims of one sentence stand together."""
    groups: list[tuple[str, int, list[Figure]]] = []
    for figure in figures:
        if groups:
            text, start, members = groups[-1]
            if text == figure.sentence and start <= figure.offset <= start + len(text):
                members.append(figure)
                continue
        groups.append((figure.sentence, figure.offset - max(0, figure.sentence.find(figure.text)), [figure]))
    return tuple(_passage(text, start, members) for text, start, members in groups)


def _passage(text: str, start: int, members: Sequence[Figure]) -> Passage:
    starts = tuple(figure.offset - start for figure in members)
    masked, done = "", 0
    for figure, place in zip(members, starts, strict=True):
        masked += text[done : max(done, place)] + "#"
        done = max(done, place + len(figure.text))
    return Passage(text, tuple(members), " ".join((masked + text[done:]).split()), starts)


def pair_passages(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, int]:
    """Return which new passage was which old one, as places: equal ones first, then the most alike, each once."""
    pairs = _equal(old, new)
    taken = set(pairs.values())
    left_old = [place for place in range(len(old)) if place not in taken]
    left_new = [place for place in range(len(new)) if place not in pairs]
    rivals = sorted(_rivals(old, new, left_old, left_new), key=lambda rival: (-rival[0], rival[2], rival[1]))
    for _, was, now in rivals:
        if was not in taken and now not in pairs:
            taken.add(was)
            pairs[now] = was
    return pairs


def _equal(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, int]:
    """Return the pairs of the same words; the first of several equal ones goes with the first."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place in reversed(range(len(old))):
        places[" ".join(old[place].text.split())].append(place)
    pairs = {}
    for place, passage in enumerate(new):
        same = places[" ".join(passage.text.split())]
        if same:
            pairs[place] = same.pop()
    return pairs


def _rivals(
    old: Sequence[Passage], new: Sequence[Passage], left_old: Sequence[int], left_new: Sequence[int]
) -> list[tuple[float, int, int]]:
    """Return the pairs that are alike enough, with how much; each new passage is tried on those it shares most words with."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place in left_old:
        for word in _words(old[place].masked):
            holders[word].append(place)
    rivals = []
    for now in left_new:
        telling = [holders[word] for word in sorted(_words(new[now].masked)) if 0 < len(holders.get(word, ())) <= _MOST_HOLDERS]
        shared = Counter(place for places in telling for place in places)
        near = sorted(shared, key=lambda place: (-shared[place], abs(place - now), place))[:_MOST_RIVALS]
        for was in near:
            score = likeness(old[was].masked, new[now].masked)
            if score >= _LEAST:
                rivals.append((score - 0.001 * min(abs(was - now), 50), was, now))
    return rivals


def _words(masked: str) -> frozenset[str]:
    """Return the words of a sentence, or its pairs of characters where it has no spaces."""
    folded = masked.lower()
    words = frozenset(_PIECES.findall(folded))
    if folded.isascii() or len(words) > len(folded) / 12:
        return words
    return words | {folded[place : place + _PAIR] for place in range(len(folded) - 1)}


def unmoved(order: Sequence[int]) -> frozenset[int]:
    """Return the places of the longest part of `order` that never falls: what stayed where it was, seen from the rest.

    >>> sorted(unmoved([0, 3, 1, 2]))
    [0, 2, 3]
    """
    tails: list[int] = []  # place of the last member of the best run of each length
    before: list[int] = []
    for place, value in enumerate(order):
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if order[tails[middle]] <= value else (low, middle)
        before.append(tails[low - 1] if low else -1)
        tails[low : low + 1] = [place]
    kept, place = set(), tails[-1] if tails else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return frozenset(kept)
