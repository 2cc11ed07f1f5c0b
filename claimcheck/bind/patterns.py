"""Concept words as patterns over words, and the table that finds them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claimcheck.bind.words import HAS_HANGUL, HAS_UNSPACED, Hit, Line, read_phrase

HEAD = 3  # letters by which open-ended words are looked up
LOOSE_WORDS = 3  # words that "~" lets stand between
APART = frozenset(',;:()[]«»"“”„!?、，。；：（）「」')
MOST_SEEN = 60_000


class Piece(NamedTuple):
    """One word of a pattern; `open_end` and `open_start` let any letters follow or go before."""

    text: str
    open_end: bool
    open_start: bool
    loose: bool  # other words may stand before it

    def fits(self, word: str) -> bool:
        """Return whether `word` is this piece."""
        if self.open_end:
            return word.startswith(self.text) or (self.open_start and self.text in word)
        return word.endswith(self.text) if self.open_start else word == self.text


class Pattern(NamedTuple):
    """One word or phrase of a concept."""

    id: str
    role: str
    rank: int
    pieces: tuple[Piece, ...]


class Table:
    """All concept words of one language. Filled once, then only read; `_seen` remembers what each word may begin."""

    __slots__ = ("_exact", "_heads", "_runs", "_seen", "_tails")

    def __init__(self) -> None:
        self._exact: dict[str, list[Pattern]] = {}
        self._heads: dict[str, list[Pattern]] = {}
        self._tails: list[Pattern] = []
        self._runs: dict[str, list[tuple[str, Pattern]]] = {}
        self._seen: dict[str, tuple[Pattern, ...]] = {}

    def add(self, word: str, concept: str, role: str, rank: int) -> None:
        """Add one word of a concept; "*" is any ending (or beginning), "~" a space with words between allowed."""
        if HAS_UNSPACED.search(word):
            run = read_phrase(word.strip("*")).folded
            self._runs.setdefault(run[0], []).append((run, Pattern(concept, role, rank, ())))
            return
        pieces = _pieces(word)
        if not pieces:
            return
        pattern = Pattern(concept, role, rank, pieces)
        first = pieces[0]
        if first.open_start:
            self._tails.append(pattern)
        elif first.open_end:
            self._heads.setdefault(first.text[:HEAD], []).append(pattern)
        else:
            self._exact.setdefault(first.text, []).append(pattern)

    def find(self, line: Line) -> list[Hit]:
        """Return the concepts of the line in order of place; of overlapping ones of one role the longest alone."""
        hits = [hit for index in range(len(line.words)) for hit in self._find_at(line, index)]
        if self._runs and not line.folded.isascii():
            hits.extend(self._find_runs(line))
        hits.sort(key=_longest_first)
        return sorted(_without_overlaps(hits), key=_place)

    def _find_at(self, line: Line, index: int) -> Iterable[Hit]:
        word = line.words[index]
        for pattern in self._seen.get(word) or self._candidates(word):
            last = index if len(pattern.pieces) == 1 else match_rest(line, index, pattern.pieces)
            if last >= 0:
                yield Hit(pattern.role, pattern.id, line.starts[index], line.ends[last], pattern.rank)

    def _candidates(self, word: str) -> tuple[Pattern, ...]:
        known = self._seen.get(word)
        if known is not None:
            return known
        found = list(self._exact.get(word, ()))
        for length in range(1, min(HEAD, len(word)) + 1):
            found.extend(pattern for pattern in self._heads.get(word[:length], ()) if pattern.pieces[0].fits(word))
        found.extend(pattern for pattern in self._tails if pattern.pieces[0].fits(word))
        if len(self._seen) >= MOST_SEEN:
            self._seen.clear()
        self._seen[word] = tuple(found)
        return self._seen[word]

    def _find_runs(self, line: Line) -> Iterable[Hit]:
        folded = line.folded
        for place in range(line.start, line.end):
            for run, pattern in self._runs.get(folded[place], ()):
                if folded.startswith(run, place) and place + len(run) <= line.end:
                    yield Hit(pattern.role, pattern.id, place, place + len(run), pattern.rank)


def match_rest(line: Line, index: int, pieces: tuple[Piece, ...]) -> int:
    """Return the index of the last word of the phrase whose first word is at `index`, or -1."""
    for piece in pieces[1:]:
        reach = LOOSE_WORDS if piece.loose else 0
        for skipped in range(reach + 1):
            following = index + 1 + skipped
            if following >= len(line.words) or not are_joined(line, following):
                return -1
            if piece.fits(line.words[following]):
                index = following
                break
        else:
            return -1
    return index


def are_joined(line: Line, index: int) -> bool:
    """Return whether nothing but spaces, hyphens and the like parts a word from the one before it."""
    gap = line.text[line.ends[index - 1] : line.starts[index]]
    return gap == " " or (len(gap) <= 3 and APART.isdisjoint(gap))


def _pieces(word: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for part in word.replace("~", " ~").split():
        loose = part.startswith("~")
        part = part.lstrip("~")  # noqa: PLW2901 - the mark is no letter
        words = read_phrase(part.strip("*")).words
        for number, text in enumerate(words):
            is_last = number == len(words) - 1
            open_end = is_last and (part.endswith("*") or HAS_HANGUL.search(text) is not None)
            pieces.append(Piece(text, open_end, number == 0 and part.startswith("*"), loose and number == 0))
    return tuple(pieces)


def _longest_first(hit: Hit) -> tuple[int, int, int]:
    return (hit.start - hit.end, hit.rank, hit.start)


def _place(hit: Hit) -> tuple[int, int]:
    return (hit.start, hit.end)


def _without_overlaps(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        rivals = [other for other in kept if other.role == hit.role and other.start < hit.end and hit.start < other.end]
        same_place = all((other.start, other.end) == (hit.start, hit.end) and other.id != hit.id for other in rivals)
        if same_place:
            kept.append(hit)
    return kept
