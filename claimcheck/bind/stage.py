"""One document while its sentences are read, each at most once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from claimcheck.bind.datelines import dateline_end
from claimcheck.bind.heads import Headings
from claimcheck.bind.layout import TEMPORAL, Figure, lay_out
from claimcheck.bind.lending import lend_units
from claimcheck.bind.lent_home import home_of
from claimcheck.bind.material import Material
from claimcheck.bind.moments import find_moments
from claimcheck.bind.naming import Namer
from claimcheck.bind.pieces import LONGEST, Piece, begin_within, end_within
from claimcheck.bind.scene import Scene, names_of, number_end
from claimcheck.bind.tables import Cell, Row, read_tables
from claimcheck.bind.unknown import DOUBTFUL
from claimcheck.bind.words import Hit, Line, read_line
from claimcheck.lexicon.language import fold
from claimcheck.model.days import days_of
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import BlockKind, Sentence

APART = frozenset([BlockKind.RELATED, BlockKind.META])  # headlines of other articles


class Reading(NamedTuple):
    """The words of a stretch with the concepts and names among them; `concepts` are none where nothing is bound."""

    line: Line
    concepts: tuple[Hit, ...]
    names: tuple[Hit, ...]


class Stage:
    """Reads the sentences of one document; remembers what the last ones hold, for those beside them."""

    __slots__ = ("_folded", "_headings", "_home", "_material", "_namer", "_nearby", "_published", "_readings", "_rows", "_said")

    def __init__(self, material: Material) -> None:
        text = material.document.view.text
        self._material = material
        self._published = days_of(material.document.source.published)
        self._folded = fold(text)
        self._home = home_of(material)
        self._rows = read_tables(text, material.sentences, _kinds(material.mentions, material.quantities))
        self._namer = Namer(material.document, material.vocabulary)
        self._headings = Headings(material, self._namer, self._rows)
        self._readings: dict[int, Reading] = {}
        self._nearby: tuple[int, tuple[str, ...]] = (-1, ())
        self._said: dict[int, list[Hit]] = {}

    def row(self, place: int) -> Row | None:
        """Return the sentence at `place` as a row of a table printed in plain text, if it is one."""
        return self._rows.get(place)

    def read(self, place: int, piece: Piece, cell: Cell | None = None) -> Scene:
        """Return a piece of the sentence at `place` with what it holds; `cell` is what stands there in a table."""
        sentence = self._material.sentences[place]
        if place and place - 1 not in self._readings and sentence.kind is not BlockKind.CELL:
            self._names_of(place - 1, is_before=True)  # whom it names this one may call by a noun
        is_whole = cell is None and (piece.start, piece.end) == (sentence.start, sentence.end)
        if cell is not None:
            sentence = replace(sentence, kind=BlockKind.CELL, headings=cell.heads)
        line, concepts, names = self._reading(place) if is_whole else self._read_piece(piece, sentence.lang)
        begin = dateline_end(line)
        if begin > line.start:
            names = tuple(name._replace(rank=DOUBTFUL) if name.start < begin else name for name in names)
        headings = self._headings.above(sentence)
        is_cell = sentence.kind is BlockKind.CELL
        own = tuple([self._material.mentions[number] for number in piece.numbers])
        quantities = tuple([self._material.quantities[number] for number in piece.numbers])
        scene = Scene(
            sentence=sentence,
            place=place,
            line=line,
            layout=lay_out(line, _figures(piece.numbers, own, quantities)),
            numbers=piece.numbers,
            mentions=own,
            quantities=quantities,
            concepts=concepts,
            roles=_by_role(concepts),
            names=names,
            headings=headings,
            nearby=self._names_beside(place),
            vocabulary=self._material.vocabulary,
            begin=begin,
            period=self._headings.period_of(headings) if is_cell else None,
            speaker=self._headings.speaker_of(place, headings) if is_cell else None,
            moments=find_moments(line, concepts, own, quantities),
            published=self._published,
        )
        lent = lend_units(scene, self._home)
        return scene if lent is quantities else replace(scene, quantities=lent, layout=lay_out(line, _figures(piece.numbers, own, lent)))

    def said_before(self, place: int, kind: str, *, anywhere: bool) -> str | None:
        """Return the last attribute made for this kind of quantity that the sentence before names, of the same paragraph or `anywhere`."""
        sentences = self._material.sentences
        if not place or not _belong_together(sentences[place - 1], sentences[place]):
            return None
        if not anywhere and sentences[place - 1].paragraph != sentences[place].paragraph:
            return None
        hits = self._said.get(place - 1)
        if hits is None:
            before = sentences[place - 1]
            line = self._line(begin_within(self._material.document.view.text, before.start, before.end), before.end, before.lang)
            hits = self._said[place - 1] = [hit for hit in self._material.vocabulary.find_concepts(line) if hit.role == "attribute"]
        concepts = self._material.vocabulary.concepts
        return next((hit.id for hit in reversed(hits) if kind in concepts[hit.id].kinds), None)

    def _line(self, start: int, end: int, lang: str) -> Line:
        return read_line(self._material.document.view.text, self._folded, start, end, lang)

    def _reading(self, place: int) -> Reading:
        """Return the whole sentence at `place` as read."""
        known = self._readings.get(place)
        if known is None:
            sentence = self._material.sentences[place]
            numbers = self._material.numbers_within(sentence.start, sentence.end)
            known = self._readings[place] = self._read_piece(Piece(tuple(numbers), sentence.start, sentence.end), sentence.lang)
        return known

    def _read_piece(self, piece: Piece, lang: str) -> Reading:
        line = self._line(piece.start, piece.end, lang)
        if not piece.numbers:
            return Reading(line, (), self._namer.find(line, (), ()))
        concepts = tuple(self._material.vocabulary.find_concepts(line))
        mentions = [self._material.mentions[number] for number in piece.numbers]
        taken = [(mention.start, number_end(mention)) for mention in mentions]
        return Reading(line, concepts, self._namer.find(line, taken, concepts))

    def _names_beside(self, place: int) -> tuple[str, ...]:
        """Return the ids of the names in the sentences beside the one at `place`."""
        if self._nearby[0] != place:
            for done in [other for other in self._readings if other < place - 1]:
                del self._readings[done]
            own, sentences = self._material.sentences[place], self._material.sentences
            beside = [other for other in (place - 1, place + 1) if 0 <= other < len(sentences) and _belong_together(own, sentences[other])]
            self._nearby = (place, names_of([hit for other in beside for hit in self._names_of(other, is_before=other < place)]))
        return self._nearby[1]

    def _names_of(self, place: int, *, is_before: bool) -> tuple[Hit, ...]:
        """Return the names of a sentence; of one that is no sentence but a text run together those at its near end."""
        sentence = self._material.sentences[place]
        if sentence.end - sentence.start <= LONGEST:
            return self._reading(place).names
        text = self._material.document.view.text
        start = begin_within(text, sentence.start, sentence.end) if is_before else sentence.start
        end = sentence.end if is_before else end_within(text, sentence.start, sentence.end)
        return self._read_piece(Piece(tuple(self._material.numbers_within(start, end)), start, end), sentence.lang).names


def _kinds(mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> dict[int, list[tuple[int, str]]]:
    """Return the places and kinds of the figures of each sentence."""
    kinds: dict[int, list[tuple[int, str]]] = {}
    for mention, quantity in zip(mentions, quantities, strict=True):
        kinds.setdefault(mention.sentence, []).append((mention.start, quantity.kind))
    return kinds


def _figures(numbers: tuple[int, ...], mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> tuple[Figure, ...]:
    order = {number: index for index, number in enumerate(numbers)}
    return tuple(
        [
            Figure(mention.start, number_end(mention), quantity.kind in TEMPORAL, order.get(mention.converts, -1))
            for mention, quantity in zip(mentions, quantities, strict=True)
        ]
    )


def _by_role(concepts: Sequence[Hit]) -> dict[str, list[Hit]]:
    roles: dict[str, list[Hit]] = {}
    for hit in concepts:
        roles.setdefault(hit.role, []).append(hit)
    return roles


def _belong_together(a: Sentence, b: Sentence) -> bool:
    """Return whether names of one sentence may speak for the other: headlines of other articles stand alone."""
    return a.paragraph == b.paragraph or (a.kind not in APART and b.kind not in APART)
