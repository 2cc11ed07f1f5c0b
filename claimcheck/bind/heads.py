"""Headings above sentences and table cells, with what they say for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from claimcheck.bind.days import days_of
from claimcheck.bind.joints import joints_of
from claimcheck.bind.material import Material
from claimcheck.bind.naming import Namer
from claimcheck.bind.scene import Heading
from claimcheck.bind.tables import BAR, Row
from claimcheck.bind.words import read_phrase
from claimcheck.model.interval import Interval
from claimcheck.model.source import BlockKind, Sentence

LONGEST = 1_000  # characters of a heading that are read


class Headings:
    """The headings of one document, each read once."""

    __slots__ = ("_material", "_namer", "_places", "_read", "_rows")

    def __init__(self, material: Material, namer: Namer, rows: Mapping[int, Row]) -> None:
        self._material = material
        self._namer = namer
        self._rows = rows
        self._read: dict[str, Heading] = {}
        self._places: dict[str, int] | None = None

    def above(self, sentence: Sentence) -> tuple[Heading, ...]:
        """Return the headings that speak for a sentence or cell, the title first."""
        if not sentence.headings or sentence.kind in (BlockKind.RELATED, BlockKind.META):
            return ()
        headings = sentence.headings
        if self._rows and sentence.kind is not BlockKind.CELL:
            headings = tuple(text for text in headings if not BAR.search(text))  # a row is no heading of what stands below it
        return tuple([self._read.get(text) or self._read_heading(text, sentence.lang) for text in headings])

    def period_of(self, headings: tuple[Heading, ...]) -> Interval[date] | None:
        """Return the days that the head of the row or column names, the row's first."""
        for heading in reversed(headings):
            numbers = self._numbers_within(heading.start, len(heading.line.text))
            days = next((days for number in numbers if (days := days_of(self._material.quantities[number]))), None)
            if days is not None:
                return days
        return None

    def speaker_of(self, place: int, headings: tuple[Heading, ...]) -> str | None:
        """Return the name at the head of the row where the first column is one of agencies, institutes or sources."""
        row = self._rows.get(place)
        if row is None or not headings or joints_of(headings[-1].line.lang).speakers.isdisjoint(read_phrase(row.corner).words):
            return None
        return headings[-1].names[0].id if headings[-1].names else None

    def _numbers_within(self, start: int, length: int) -> range:
        """Return the numbers of the mentions in a stretch of the view; none where it is nowhere."""
        return self._material.numbers_within(start, start + length) if start >= 0 else range(0)

    def _read_heading(self, text: str, lang: str) -> Heading:
        line = read_phrase(text[:LONGEST], lang)
        concepts = tuple(self._material.vocabulary.find_concepts(line))
        start = self._place_of(text)
        mentions = [self._material.mentions[number] for number in self._numbers_within(start, len(line.text))]
        taken = [(mention.start - start, mention.end - start) for mention in mentions]
        heading = self._read[text] = Heading(line, start, concepts, self._namer.find(line, taken, concepts))
        return heading

    def _place_of(self, text: str) -> int:
        if self._places is None:
            view = self._material.document.view.text
            blocks = [block for block in self._material.document.blocks if block.kind is BlockKind.TITLE]
            self._places = {view[block.start : block.end]: block.start for block in reversed(blocks)}
            for start, end in self._heads():
                self._places.setdefault(view[start:end], start)
        return self._places.get(text, -1)

    def _heads(self) -> Iterator[tuple[int, int]]:
        """Yield the places of what may head rows and columns of tables."""
        for block in self._material.document.blocks:
            if block.kind is BlockKind.CELL:
                yield block.start, block.end
        for row in self._rows.values():
            yield from ((cell.start, cell.end) for cell in row.cells if cell.is_head)
