"""Claims put together from what was chosen for each figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from claimcheck.bind.attributes import attribute_of_heading, choose_attribute
from claimcheck.bind.counted import Noun, choose_counted
from claimcheck.bind.entities import choose_entities
from claimcheck.bind.parts import is_part
from claimcheck.bind.periods import choose_when
from claimcheck.bind.qualifiers import choose_qualifiers
from claimcheck.bind.saying import choose_attribution, choose_modality
from claimcheck.bind.scene import Scene, Stage, names_of
from claimcheck.bind.scopes import choose_scope, scope_of_attribute
from claimcheck.bind.tables import Cell
from claimcheck.bind.times import attribute_of_time, is_age
from claimcheck.bind.vocabulary import Vocabulary
from claimcheck.bind.words import Hit
from claimcheck.model.claim import Claim, Cue, Evidence, Modality
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import BlockKind, Document, Sentence
from claimcheck.model.span import Span
from claimcheck.model.taxonomy import Taxonomy

MOST_CUES = 24
MOST_FIGURES = 24  # of one sentence that are looked at together
HEADING_DISTANCE = -500  # a cue of a heading stands so many words before the figure


class Mark(NamedTuple):
    """A word that may bind something: what it stands for, as what, and where in the source."""

    hit: Hit
    role: str
    surface: str
    span: Span


class Frame(NamedTuple):
    """What all claims of a sentence share."""

    span: Span
    quote: str
    names: tuple[str, ...]
    nearby: tuple[str, ...]
    marks: list[Mark]


class Binder:
    """Binds the figures of one document, sentence by sentence."""

    __slots__ = ("_document", "_frame", "_mentions", "_quantities", "_sentences", "_stage", "_taxonomy")

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        quantities: Sequence[Quantity],
        vocabulary: Vocabulary,
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._mentions = mentions
        self._quantities = quantities
        self._taxonomy = Taxonomy(vocabulary.concepts)
        self._stage = Stage(document, sentences, mentions, quantities, vocabulary)
        self._frame = Frame(Span(0, 0), "", (), (), [])

    def bind_sentence(self, place: int, numbers: tuple[int, ...]) -> list[Claim]:
        """Return the claims of one sentence, in order; `numbers` are those of its mentions in the document.

        A row of a table is bound cell by cell, and what is no sentence but a table run together piece by piece, so that its length
        costs no more than its words.
        """
        claims: list[Claim] = []
        row = self._stage.row(place)
        if row is not None:
            for cell in row.cells:
                own = tuple(number for number in numbers if cell.start <= self._mentions[number].start < cell.end)
                if own:
                    claims.extend(self._bind_piece(place, own, cell.start, cell.end, cell))
            return claims
        for first in range(0, len(numbers), MOST_FIGURES):
            low = self._mentions[numbers[first - 1]].end if first else self._sentences[place].start
            following = first + MOST_FIGURES
            high = self._mentions[numbers[following]].start if following < len(numbers) else self._sentences[place].end
            claims.extend(self._bind_piece(place, numbers[first:following], low, high))
        return claims

    def _bind_piece(self, place: int, numbers: tuple[int, ...], low: int, high: int, cell: Cell | None = None) -> list[Claim]:
        scene = self._stage.read(place, numbers, (low, high), cell)
        self._frame = self._read_frame(scene)
        claims = [self._bind(scene, number) for number in range(len(numbers))]
        return [_like_its_host(claim, claims, scene, number) for number, claim in enumerate(claims)]

    def said_before(self, claim: Claim) -> str | None:
        """Return the last attribute that the sentence before names for the claim's kind of quantity.

        It must be of the same paragraph, unless the claim is qualified ("2.5 % monthly") and so only lacks its noun.
        """
        return self._stage.said_before(claim.evidence.place, claim.quantity.kind, anywhere=bool(claim.qualifiers))

    def _bind(self, scene: Scene, number: int) -> Claim:
        mention, quantity = scene.mentions[number], scene.quantities[number]
        noun = choose_counted(scene, number)
        qualifiers = choose_qualifiers(scene, number, self._taxonomy)
        modality = choose_modality(scene, number, qualifiers)
        when = choose_when(scene, number, qualifiers, ahead=modality is Modality.PLANNED)
        hit = None if is_age(scene, number) else choose_attribute(scene, number)
        attribute, heading_cues, is_of_heading = (hit.id, [], False) if hit else self._attribute_elsewhere(scene, number, noun)
        if hit is not None and not noun.is_attached and quantity.kind == "number" and not _may_count(scene, hit):
            noun = noun._replace(id=None)
        scope = choose_scope(scene, number) or (scope_of_attribute(scene, hit) if hit else None)
        if scope is None and is_part(scene, number):
            # a part is no value of what the whole is a value of, and nothing tells which part it is
            attribute, noun = None, noun if noun.is_attached else noun._replace(id=None)
        span = self._span(mention, noun)
        return Claim(
            id=self._id(scene.numbers[number]),
            document=self._document.source.id,
            span=span,
            text=self._document.source.text[span.start : span.end],
            quantity=quantity,
            evidence=self._evidence(scene, number, heading_cues, inherited="heading" if is_of_heading else ""),
            counted=noun.id,
            entities=choose_entities(scene, number),
            attribute=attribute,
            qualifiers=qualifiers,
            scope=scope,
            period=when.period or scene.period,
            as_of=when.as_of,
            modality=modality,
            attribution=choose_attribution(scene, number),
            converts=self._id(mention.converts) if mention.converts >= 0 else None,
        )

    def _id(self, number: int) -> str:
        return f"{self._document.source.id}#{number + 1}"

    def _span(self, mention: Mention, noun: Noun) -> Span:
        if noun.start == mention.start and noun.end == mention.end:
            return mention.span
        return self._document.view.locate(noun.start, noun.end)

    def _attribute_elsewhere(self, scene: Scene, number: int, noun: Noun) -> tuple[str | None, list[Cue], bool]:
        """Return the attribute that no word of the sentence gives, the cue for it where it stands in a heading, and whether it does."""
        hit = attribute_of_heading(scene, number, has_noun=noun.is_attached)
        if hit is None:
            return attribute_of_time(scene, number), [], False
        for heading in scene.headings:
            if hit in heading.concepts and heading.start >= 0:
                span = self._document.view.locate(heading.start + hit.start, heading.start + hit.end)
                surface = self._document.source.text[span.start : span.end]
                return hit.id, [Cue(role="attribute", id=hit.id, surface=surface, span=span, distance=HEADING_DISTANCE)], True
        return hit.id, [], True

    def _evidence(self, scene: Scene, number: int, more: list[Cue], *, inherited: str) -> Evidence:
        frame = self._frame
        return Evidence(
            sentence=frame.span,
            quote=frame.quote,
            place=scene.place,
            block=scene.sentence.kind,
            lang=scene.sentence.lang,
            cues=(*_cues(scene, number, frame), *more),
            names=frame.names,
            nearby=frame.nearby,
            trace=scene.mentions[number].trace,
            inherited=inherited,
            heads=scene.sentence.headings if scene.sentence.kind is BlockKind.CELL else (),
        )

    def _read_frame(self, scene: Scene) -> Frame:
        view, text = self._document.view, self._document.source.text
        span = view.locate(scene.sentence.start, scene.sentence.end)
        marks: list[Mark] = []
        for hit in (*scene.concepts, *scene.names):
            place = view.locate(hit.start, hit.end)
            marks.append(Mark(hit, "entity" if hit.role == "name" else hit.role, text[place.start : place.end], place))
        names = names_of([*scene.names, *(hit for heading in scene.headings for hit in heading.names)])
        return Frame(span, text[span.start : span.end], names, names_of(scene.nearby), marks)


def _cues(scene: Scene, number: int, frame: Frame) -> list[Cue]:
    distance, words_between = scene.layout.distance, scene.layout.words_between
    near = sorted([(abs(distance(number, mark.hit.start, mark.hit.end)), order, mark) for order, mark in enumerate(frame.marks)])
    return [
        Cue(role=role, id=hit.id, surface=surface, span=span, distance=words_between(number, hit.start, hit.end))
        for _, _, (hit, role, surface, span) in near[:MOST_CUES]
    ]


def _may_count(scene: Scene, attribute: Hit) -> bool:
    """Return whether a figure of this attribute can be a count of things: a magnitude of 6.2 is none."""
    kinds = scene.vocabulary.concepts[attribute.id].kinds
    return not kinds or "count" in kinds


def _like_its_host(claim: Claim, claims: list[Claim], scene: Scene, number: int) -> Claim:
    """Return an amount that only repeats another in a second currency bound as that one is."""
    host = scene.layout.figures[number].host
    if host < 0:
        return claim
    model = claims[host]
    return replace(
        claim,
        counted=model.counted,
        entities=model.entities,
        attribute=model.attribute,
        qualifiers=model.qualifiers,
        scope=model.scope,
        period=model.period,
        as_of=model.as_of,
        modality=model.modality,
        attribution=model.attribution,
        evidence=replace(claim.evidence, inherited=model.evidence.inherited),
    )
