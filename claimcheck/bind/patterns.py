"""Concept words as patterns over words, and the table that finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimcheck.bind.words import Hit, Line, has_hangul, has_unspaced, read_phrase

HEAD = 3  # letters by which open-ended words are looked up
SECOND = 2  # letters by which the second words of phrases are
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


class Start(NamedTuple):
    """The patterns that a word may begin: single words, phrases by the first letters of their second word, and the rest."""

    singles: tuple[Pattern, ...]
    followed: dict[str, list[Pattern]]
    others: tuple[Pattern, ...]


NOTHING = Start((), {}, ())
Kinds = dict[str, frozenset[str]]


class Table:
    """All concept words of one language. Filled once, then only read; `_seen` remembers what each word may begin."""

    __slots__ = ("_exact", "_heads", "_kinds", "_runs", "_seen", "_tails")

    def __init__(self) -> None:
        self._exact: dict[str, list[Pattern]] = {}
        self._heads: dict[str, list[Pattern]] = {}
        self._kinds: Kinds = {}
        self._tails: list[Pattern] = []
        self._runs: dict[str, list[tuple[str, Pattern]]] = {}
        self._seen: dict[str, Start] = {}

    def add(self, word: str, concept: str, role: str, rank: int, kinds: frozenset[str] = frozenset()) -> None:
        """Add one word of a concept; "*" is any ending (or beginning), "~" a space with words between allowed.

        `kinds` are those of the figures that the concept fits, none for all.
        """
        if kinds:
            self._kinds[concept] = kinds
        if has_unspaced(word):
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
        """Return the concepts of the line in order of place; of overlapping ones of one role the longest alone, if figures of one kind may be of both."""
        hits: list[Hit] = []
        words = line.words
        for index, start in enumerate(map(self._seen.get, words)):
            known = self._start_of(words[index]) if start is None else start
            if known is NOTHING:
                continue
            begin, end = line.starts[index], line.ends[index]
            for found in known.singles:
                hits.append(Hit(found.role, found.id, begin, end, found.rank))  # noqa: PERF401 - half the time of a list extended
            if known.followed and index + 1 < len(words) and (phrases := known.followed.get(words[index + 1][:SECOND])):
                hits.extend(_find_phrases(line, index, phrases))
            if known.others:
                hits.extend(_find_phrases(line, index, known.others))
        if self._runs and line.may_have_runs:
            hits.extend(self._find_runs(line))
        return without_overlaps(hits, self._kinds) if len(hits) > 1 else hits

    def _start_of(self, word: str) -> Start:
        """Return what the word may begin, and remember it."""
        found = list(self._exact.get(word, ()))
        for length in range(1, min(HEAD, len(word)) + 1):
            found.extend(pattern for pattern in self._heads.get(word[:length], ()) if pattern.pieces[0].fits(word))
        found.extend(pattern for pattern in self._tails if pattern.pieces[0].fits(word))
        if len(self._seen) >= MOST_SEEN:
            self._seen.clear()
        self._seen[word] = _sorted_out(found) if found else NOTHING
        return self._seen[word]

    def _find_runs(self, line: Line) -> Iterator[Hit]:
        folded, runs = line.folded, self._runs
        for place in [place for place, letter in enumerate(folded[line.start : line.end], line.start) if letter in runs]:
            for run, pattern in runs[folded[place]]:
                if folded.startswith(run, place) and place + len(run) <= line.end:
                    yield Hit(pattern.role, pattern.id, place, place + len(run), pattern.rank)


def _sorted_out(patterns: list[Pattern]) -> Start:
    singles: list[Pattern] = []
    followed: dict[str, list[Pattern]] = {}
    others: list[Pattern] = []
    for pattern in patterns:
        if len(pattern.pieces) == 1:
            singles.append(pattern)
            continue
        second = pattern.pieces[1]
        if second.loose or second.open_start or (second.open_end and len(second.text) < SECOND):
            others.append(pattern)
        else:
            followed.setdefault(second.text[:SECOND], []).append(pattern)
    return Start(tuple(singles), followed, tuple(others))


def _find_phrases(line: Line, index: int, patterns: Iterable[Pattern]) -> Iterator[Hit]:
    for pattern in patterns:
        last = match_rest(line, index, pattern.pieces)
        if last >= 0:
            yield Hit(pattern.role, pattern.id, line.starts[index], line.ends[last], pattern.rank)


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
            open_end = is_last and (part.endswith("*") or has_hangul(text))
            pieces.append(Piece(text, open_end, number == 0 and part.startswith("*"), loose and number == 0))
    return tuple(pieces)


def _longest_first(hit: Hit) -> tuple[int, int, int]:
    return (hit.start - hit.end, hit.rank, hit.start)


def _place(hit: Hit) -> tuple[int, int]:
    return (hit.start, hit.end)


def without_overlaps(hits: list[Hit], kinds: Kinds) -> list[Hit]:
    """Return the hits in order of place, of overlapping ones of one role the longest; different concepts at exactly one place all stay.

    So do those that no figure can be of both: in "sales rose 6% to 31 billion" the sum is of the sales, the share of their rise.
    """
    kept: list[Hit] = []
    for group in overlapping(hits):
        kept.extend(group if len(group) == 1 else _longest_of_each_role(group, kinds))
    return kept


def overlapping(hits: list[Hit]) -> Iterator[list[Hit]]:
    """Yield the hits in order of place, those together that overlap, so that hits are compared with their neighbours alone."""
    group: list[Hit] = []
    end = 0
    for hit in sorted(hits, key=_place):
        if group and hit.start >= end:
            yield group
            group = []
        group.append(hit)
        end = max(end, hit.end)
    if group:
        yield group


def _longest_of_each_role(hits: list[Hit], kinds: Kinds) -> list[Hit]:
    kept: dict[str, list[Hit]] = {}
    for hit in sorted(hits, key=_longest_first):
        beside = kept.setdefault(hit.role, [])
        for other in beside:
            if other.start < hit.end and hit.start < other.end and (other.start != hit.start or other.end != hit.end or other.id == hit.id):
                if other.id != hit.id and other.id in kinds and hit.id in kinds and kinds[other.id].isdisjoint(kinds[hit.id]):
                    continue
                break
        else:
            beside.append(hit)
    return sorted([hit for beside in kept.values() for hit in beside], key=_place)
