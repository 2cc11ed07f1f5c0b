"""A sentence with everything that was found in it, ready for binding."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.bind.datelines import dateline_end
from claimcheck.bind.days import days_of
from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import TEMPORAL, Figure, Layout, lay_out
from claimcheck.bind.moments import Moment, find_moments
from claimcheck.bind.tables import BAR, Cell, Row, read_tables
from claimcheck.bind.unknown import DOUBTFUL, capitalised_words, find_unknown
from claimcheck.bind.vocabulary import Vocabulary
from claimcheck.bind.words import Hit, Line, read_line, read_phrase
from claimcheck.lexicon.language import fold
from claimcheck.model.days import days_of as published_days
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import BlockKind, Document, Sentence


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with what was found in it; `start` is its place in the view, or -1 where it is not there as it is."""

    line: Line
    start: int
    concepts: tuple[Hit, ...]
    names: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence that holds figures.

    `mentions` and `quantities` are those of the sentence, in order of place, `numbers` their numbers in the document.
    `concepts` and `names` are in order of place, `roles` the concepts by role; the rank of an unknown name tells how doubtful it is.
    `begin` is where the report begins behind a dateline; `moments` are the times it names, `published` the days it may have appeared on. `period` and `speaker` are what the heads of a table say for the whole cell: when, and who measured.
    """

    sentence: Sentence
    place: int
    line: Line
    layout: Layout
    numbers: tuple[int, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    concepts: tuple[Hit, ...]
    roles: Mapping[str, list[Hit]]
    names: tuple[Hit, ...]
    headings: tuple[Heading, ...]
    nearby: tuple[Hit, ...]
    vocabulary: Vocabulary
    begin: int = 0
    period: Interval[date] | None = None
    speaker: str | None = None
    moments: tuple[Moment, ...] = ()
    published: Interval[date] | None = None

    def hits(self, role: str) -> list[Hit]:
        """Return the concepts of one role, in order of place."""
        return self.roles.get(role, NO_HITS)

    def fits(self, hit: Hit, kind: str) -> bool:
        """Return whether the concept can be of a quantity of this kind; bare numbers pass for counts."""
        kinds = self.vocabulary.concepts[hit.id].kinds
        return not kinds or kind in kinds or (kind == "number" and "count" in kinds)


NO_HITS: list[Hit] = []
CAPITAL_NOUNS = ("de", "lb")
HEADLINES = frozenset([BlockKind.TITLE, BlockKind.RELATED, BlockKind.META])  # where capitals tell little


class Stage:
    """One document while its sentences are read; remembers the names of each sentence and the headings."""

    __slots__ = (
        "_common",
        "_document",
        "_folded",
        "_headings",
        "_mentions",
        "_names",
        "_published",
        "_quantities",
        "_rows",
        "_sentences",
        "_signs",
        "_titles",
        "_vocabulary",
    )

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        quantities: Sequence[Quantity],
        vocabulary: Vocabulary,
    ) -> None:
        self._document = document
        self._mentions = mentions
        self._published = published_days(document.source.published)
        self._quantities = quantities
        self._sentences = sentences
        self._vocabulary = vocabulary
        self._folded = fold(document.view.text)
        self._common: dict[str, bool] = {}
        self._headings: dict[str, Heading] = {}
        self._names: dict[int, tuple[Hit, ...]] = {}
        self._titles: dict[str, int] | None = None
        self._signs: frozenset[str] | None = None
        self._rows = read_tables(document.view.text, sentences, _kinds(mentions, quantities))

    def row(self, place: int) -> Row | None:
        """Return the sentence at `place` as a row of a table printed in plain text, if it is one."""
        return self._rows.get(place)

    def read(self, place: int, numbers: tuple[int, ...], bounds: tuple[int, int], cell: Cell | None = None) -> Scene:
        """Return the sentence at `place`, between `bounds`, with what it holds; `cell` is what stands there in a table."""
        sentence = self._sentences[place]
        if cell is not None:
            sentence = replace(sentence, kind=BlockKind.CELL, headings=cell.heads)
        line = read_line(self._document.view.text, self._folded, *bounds, sentence.lang)
        own = tuple(self._mentions[number] for number in numbers)
        concepts = tuple(self._vocabulary.find_concepts(line))
        taken = [(mention.start, number_end(mention)) for mention in own]
        names = self._find_names(line, taken, concepts)
        self._names.setdefault(place, names)
        begin = dateline_end(line)
        if begin > line.start:
            names = tuple(name._replace(rank=DOUBTFUL) if name.start < begin else name for name in names)
        headings = self._read_headings(sentence)
        is_cell = sentence.kind is BlockKind.CELL
        quantities = tuple(self._quantities[number] for number in numbers)
        return Scene(
            sentence=sentence,
            place=place,
            line=line,
            layout=lay_out(line, _figures(numbers, own, self._quantities)),
            numbers=numbers,
            mentions=own,
            quantities=quantities,
            concepts=concepts,
            roles=_by_role(concepts),
            names=names,
            headings=headings,
            nearby=self._nearby(place),
            vocabulary=self._vocabulary,
            begin=begin,
            period=self._period_of(headings) if is_cell else None,
            speaker=self._speaker_of(place, headings) if is_cell else None,
            moments=find_moments(line, concepts, own, quantities),
            published=self._published,
        )

    def said_before(self, place: int, kind: str, *, anywhere: bool) -> str | None:
        """Return the last attribute made for this kind of quantity that the sentence before names, of the same paragraph or `anywhere`."""
        if not place or not _belong_together(self._sentences[place - 1], self._sentences[place]):
            return None
        if not anywhere and self._sentences[place - 1].paragraph != self._sentences[place].paragraph:
            return None
        concepts = self._vocabulary.concepts
        hits = self._vocabulary.find_concepts(self._line(self._sentences[place - 1]))
        return next((hit.id for hit in reversed(hits) if hit.role == "attribute" and kind in concepts[hit.id].kinds), None)

    def _line(self, sentence: Sentence) -> Line:
        return read_line(self._document.view.text, self._folded, sentence.start, sentence.end, sentence.lang)

    def _find_names(self, line: Line, taken: list[tuple[int, int]], concepts: Sequence[Hit]) -> tuple[Hit, ...]:
        known = [hit for hit in self._vocabulary.find_names(line) if not any(start <= hit.start < end for start, end in taken)]
        covered = [*taken, *((hit.start, hit.end) for hit in known)]
        nouns = frozenset(hit.start for hit in concepts if hit.role == "counted")
        unknown = [hit for hit in find_unknown(line, covered, self._capitalised(), nouns) if not _is_concept(hit, concepts)]
        unknown = [hit._replace(rank=DOUBTFUL) if self._is_common(hit, line) else hit for hit in unknown]
        return tuple(sorted([*known, *unknown], key=lambda hit: hit.start)) if unknown else tuple(known)

    def _is_common(self, hit: Hit, line: Line) -> bool:
        """Return whether the document also writes a name of one word small, as it does common words."""
        text = self._document.view.text
        word = line.folded[hit.start : hit.end]
        if hit.rank >= DOUBTFUL or word == text[hit.start : hit.end] or not word.isalpha() or line.lang.startswith(CAPITAL_NOUNS):
            return False
        known = self._common.get(word)
        if known is None:
            known = self._common[word] = _stands_in(text, word)
        return known

    def _capitalised(self) -> frozenset[str]:
        if self._signs is None:
            text, blocks = self._document.view.text, self._document.blocks
            prose = [text[block.start : block.end] for block in blocks if block.kind not in HEADLINES]
            self._signs = capitalised_words("\n".join(prose))
        return self._signs

    def _nearby(self, place: int) -> tuple[Hit, ...]:
        own = self._sentences[place]
        found: list[Hit] = []
        for beside in (place - 1, place + 1):
            if 0 <= beside < len(self._sentences) and _belong_together(own, self._sentences[beside]):
                found.extend(self._names_of(beside))
        return tuple(found)

    def _names_of(self, place: int) -> tuple[Hit, ...]:
        names = self._names.get(place)
        if names is None:
            names = self._names[place] = self._find_names(self._line(self._sentences[place]), [], ())
        return names

    def _read_headings(self, sentence: Sentence) -> tuple[Heading, ...]:
        if sentence.kind in (BlockKind.RELATED, BlockKind.META):
            return ()
        headings = sentence.headings
        if self._rows and sentence.kind is not BlockKind.CELL:
            headings = tuple(text for text in headings if not BAR.search(text))  # a row is no heading of what stands below it
        return tuple(self._read_heading(text, sentence.lang) for text in headings)

    def _period_of(self, headings: tuple[Heading, ...]) -> Interval[date] | None:
        """Return the days that the head of the row or column names, the row's first."""
        for heading in reversed(headings):
            numbers = self._numbers_within(heading.start, len(heading.line.text))
            days = next((days for number in numbers if (days := days_of(self._quantities[number]))), None)
            if days is not None:
                return days
        return None

    def _numbers_within(self, start: int, length: int) -> range:
        """Return the numbers of the mentions in a stretch of the view; none where it is nowhere."""
        if start < 0:
            return range(0)
        return range(bisect_left(self._mentions, start, key=_start), bisect_left(self._mentions, start + length, key=_start))

    def _speaker_of(self, place: int, headings: tuple[Heading, ...]) -> str | None:
        """Return the name at the head of the row where the first column is one of agencies, institutes or sources."""
        row = self._rows.get(place)
        if row is None or not headings or joints_of(headings[-1].line.lang).speakers.isdisjoint(read_phrase(row.corner).words):
            return None
        return headings[-1].names[0].id if headings[-1].names else None

    def _read_heading(self, text: str, lang: str) -> Heading:
        heading = self._headings.get(text)
        if heading is None:
            line = read_phrase(text, lang)
            concepts = tuple(self._vocabulary.find_concepts(line))
            start = self._place_of(text)
            taken = [
                (mention.start - start, mention.end - start)
                for mention in map(self._mentions.__getitem__, self._numbers_within(start, len(text)))
            ]
            names = self._find_names(line, taken, concepts)
            heading = self._headings[text] = Heading(line, start, concepts, names)
        return heading

    def _place_of(self, text: str) -> int:
        if self._titles is None:
            view = self._document.view.text
            blocks = [block for block in self._document.blocks if block.kind is BlockKind.TITLE]
            self._titles = {view[block.start : block.end]: block.start for block in reversed(blocks)}
            for start, end in self._heads():
                self._titles.setdefault(view[start:end], start)
        return self._titles.get(text, -1)

    def _heads(self) -> Iterator[tuple[int, int]]:
        """Yield the places of what may head rows and columns of tables."""
        for block in self._document.blocks:
            if block.kind is BlockKind.CELL:
                yield block.start, block.end
        for row in self._rows.values():
            yield from ((cell.start, cell.end) for cell in row.cells if cell.is_head)


def _stands_in(text: str, word: str) -> bool:
    """Return whether the text holds the word, written just so and not as a part of another one."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not (place and text[place - 1].isalnum()) and not text[end : end + 1].isalnum():
            return True
        place = text.find(word, end)
    return False


def _kinds(mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> dict[int, list[tuple[int, str]]]:
    """Return the places and kinds of the figures of each sentence."""
    kinds: dict[int, list[tuple[int, str]]] = {}
    for mention, quantity in zip(mentions, quantities, strict=True):
        kinds.setdefault(mention.sentence, []).append((mention.start, quantity.kind))
    return kinds


def _start(mention: Mention) -> int:
    return mention.start


def _figures(numbers: tuple[int, ...], mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> tuple[Figure, ...]:
    order = {number: index for index, number in enumerate(numbers)}
    return tuple(
        Figure(mention.start, number_end(mention), quantities[number].kind in TEMPORAL, order.get(mention.converts, -1))
        for number, mention in zip(numbers, mentions, strict=True)
    )


def _by_role(concepts: Sequence[Hit]) -> dict[str, list[Hit]]:
    roles: dict[str, list[Hit]] = {}
    for hit in concepts:
        roles.setdefault(hit.role, []).append(hit)
    return roles


def number_end(mention: Mention) -> int:
    """Return where the number itself ends; a mention may cover the noun behind it."""
    return mention.counted_from if mention.start < mention.counted_from < mention.end else mention.end


def _is_concept(name: Hit, concepts: Sequence[Hit]) -> bool:
    """Return whether a supposed name is nothing but a word of the vocabulary ("GPU")."""
    return any(hit.start <= name.start and name.end <= hit.end for hit in concepts)


def _belong_together(a: Sentence, b: Sentence) -> bool:
    """Return whether names of one sentence may speak for the other: headlines of other articles stand alone."""
    apart = (BlockKind.RELATED, BlockKind.META)
    return a.paragraph == b.paragraph or (a.kind not in apart and b.kind not in apart)


def names_of(names: Iterable[Hit]) -> tuple[str, ...]:
    """Return the ids of names, the surest first, each once."""
    return tuple(dict.fromkeys([hit.id for hit in sorted(names, key=_rank)]))


def _rank(hit: Hit) -> int:
    return hit.rank
