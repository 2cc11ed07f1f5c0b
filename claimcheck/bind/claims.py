"""Claims put together from what was chosen for each figure."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import NamedTuple

from claimcheck.bind.attributes import attribute_of_heading, choose_attribute
from claimcheck.bind.counted import Noun, choose_counted
from claimcheck.bind.entities import choose_entities
from claimcheck.bind.material import Material
from claimcheck.bind.parts import is_part
from claimcheck.bind.periods import choose_when
from claimcheck.bind.pieces import LONGEST, Piece, pieces_of
from claimcheck.bind.qualifiers import choose_qualifiers
from claimcheck.bind.reach import Reach, reach_of
from claimcheck.bind.saying import choose_modality
from claimcheck.bind.scene import Scene, names_of
from claimcheck.bind.scopes import choose_scope, scope_of_attribute
from claimcheck.bind.speakers import choose_speaker
from claimcheck.bind.stage import Stage
from claimcheck.bind.tables import Cell, Row
from claimcheck.bind.times import AGE, attribute_of_time, is_age
from claimcheck.bind.words import Hit
from claimcheck.model.claim import Claim, Cue, Evidence, Modality
from claimcheck.model.mention import Mention
from claimcheck.model.source import BlockKind
from claimcheck.model.span import Span
from claimcheck.model.taxonomy import Taxonomy

MOST_CUES = 24
HEADING_DISTANCE = -500  # a cue of a heading stands so many words before the figure


class Mark(NamedTuple):
    """A word that may bind something: what it stands for, as what, and where in the source."""

    hit: Hit
    role: str
    surface: str
    span: Span


class Frame(NamedTuple):
    """What all claims of a sentence share; `places` are those of the marks in the view."""

    span: Span
    quote: str
    names: tuple[str, ...]
    nearby: tuple[str, ...]
    marks: list[Mark]
    places: list[tuple[int, int]]


class Binder:
    """Binds the figures of one document, sentence by sentence."""

    __slots__ = ("_document", "_frame", "_material", "_stage", "_taxonomy")

    def __init__(self, material: Material) -> None:
        self._material = material
        self._document = material.document
        self._taxonomy = Taxonomy(material.vocabulary.concepts)
        self._stage = Stage(material)
        self._frame = Frame(Span(0, 0), "", (), (), [], [])

    def bind_sentence(self, place: int, numbers: tuple[int, ...]) -> list[Claim]:
        """Return the claims of one sentence, in order; `numbers` are those of its mentions in the document.

        A row of a table is bound cell by cell, and what is no sentence but a table run together piece by piece, so that its length
        costs no more than its words.
        """
        row = self._stage.row(place)
        if row is not None:
            return self._bind_row(place, row, numbers)
        text, sentence = self._document.view.text, self._material.sentences[place]
        claims: list[Claim] = []
        for piece in pieces_of(text, sentence, self._material.mentions, numbers):
            claims.extend(self._bind_piece(place, piece))
        return claims

    def _bind_row(self, place: int, row: Row, numbers: tuple[int, ...]) -> list[Claim]:
        starts = [self._material.mentions[number].start for number in numbers]
        claims: list[Claim] = []
        for cell in row.cells:
            own = numbers[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)]
            if own:
                claims.extend(self._bind_piece(place, Piece(own, cell.start, cell.end), cell))
        return claims

    def _bind_piece(self, place: int, piece: Piece, cell: Cell | None = None) -> list[Claim]:
        scene = self._stage.read(place, piece, cell)
        self._frame = self._read_frame(scene)
        claims = [self._bind(scene, number) for number in range(len(piece.numbers))]
        if all(figure.host < 0 for figure in scene.layout.figures):
            return claims
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
        if attribute == AGE:
            modality = Modality.ACTUAL  # nobody plans it
        if hit is not None and not noun.is_attached and quantity.kind == "number" and not _may_count(scene, hit):
            noun = noun._replace(id=None)
        scope = choose_scope(scene, number) or (scope_of_attribute(scene, hit) if hit else None)
        if is_part(scene, number) and not _names_place(scene, number, scope) and not _names_part(scene, number, hit):
            # a part is no value of what the whole is a value of, and nothing tells which part it is
            attribute, is_of_heading, noun = None, False, noun if noun.is_attached else noun._replace(id=None)
        qualifiers = tuple(name for name in qualifiers if attribute is None or not self._taxonomy.contrast(name, attribute))
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
            attribution=choose_speaker(scene, number),
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
            role=self._document.source.role,
            said=scene.published,
        )

    def _read_frame(self, scene: Scene) -> Frame:
        view, text = self._document.view, self._document.source.text
        whole = scene.sentence if scene.sentence.end - scene.sentence.start <= LONGEST else scene.line
        span = view.locate(whole.start, whole.end)
        marks: list[Mark] = []
        for hit in (*scene.concepts, *scene.names):
            place = view.locate(hit.start, hit.end)
            marks.append(Mark(hit, "entity" if hit.role == "name" else hit.role, text[place.start : place.end], place))
        names = names_of([*scene.names, *(hit for heading in scene.headings for hit in heading.names)])
        return Frame(span, text[span.start : span.end], names, scene.nearby, marks, [(mark.hit.start, mark.hit.end) for mark in marks])


def _cues(scene: Scene, number: int, frame: Frame) -> list[Cue]:
    cues: list[Cue] = []
    for _, order, words in scene.layout.measure(number, frame.places)[:MOST_CUES]:
        hit, role, surface, span = frame.marks[order]
        cues.append(Cue(role=role, id=hit.id, surface=surface, span=span, distance=words))
    return cues


def _names_place(scene: Scene, number: int, scope: str | None) -> bool:
    """Return whether the words at a part say where it is, and not those of the whole alone."""
    places = (*scene.names, *scene.hits("scope"))
    return scope is not None and any(hit.id == scope and scene.layout.is_own(number, hit.start) for hit in places)


def _names_part(scene: Scene, number: int, attribute: Hit | None) -> bool:
    """Return whether the words at a part say which one it is: "38 were hurt, nine of them seriously"."""
    if attribute is None or not scene.vocabulary.concepts[attribute.id].part_of:
        return False
    return reach_of(scene, number, attribute) is Reach.OWN


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
