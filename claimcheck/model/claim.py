"""Figures with who, what, when and how said."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import StrEnum

from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import BlockKind
from claimcheck.model.span import Span
from claimcheck.values import dataclass


class Modality(StrEnum):
    """How a claim is put."""

    ACTUAL = "actual"
    PLANNED = "planned"
    REPORTED = "reported"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that bound something to a claim: the concept or entity it stands for, and where.

    `role` is "entity", "attribute", "counted", "qualifier", "scope", "measurer", "time" or "modality"; `span` is in
    the source; `distance` counts the words between it and the figure, negative before it.
    """

    role: str
    id: str
    surface: str
    span: Span
    distance: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a claim stands and what stands around it.

    `sentence` is the span of the sentence in the source, `quote` its verbatim slice, `place` its index in the document,
    `block` the kind of block. `inherited` is where the attribute comes from when the sentence itself names none: "heading",
    "paragraph" (the sentence before), "document" (what most figures of this dimension in it are of), else "". `heads` are
    the words above and beside a table cell, those of its column and its row last, else empty. `role` is that of the source,
    `said` the days on which it may have been published. `cues` are the words that bound something, nearest first. `names` are all entity ids and unknown names of the sentence and its
    headings, `nearby` those of the sentences beside it. `trace` tells how the figure was read.
    """

    sentence: Span
    quote: str
    place: int
    block: BlockKind
    lang: str
    cues: tuple[Cue, ...] = ()
    names: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()
    trace: tuple[str, ...] = ()
    inherited: str = ""
    heads: tuple[str, ...] = ()
    role: str = ""
    said: Interval[date] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A figure bound to what it is about.

    `document` is the id of its source. `entities` are ids of known entities and folded spellings of unknown names,
    the closest bound first; `attribute` a concept id, as is `counted` (or the folded noun where no concept knows it).
    `converts` is the id of the claim of the same sentence that gives this amount in another currency or unit.
    """

    id: str
    document: str
    span: Span
    text: str
    quantity: Quantity
    evidence: Evidence = field(compare=False)
    counted: str | None = None
    entities: tuple[str, ...] = ()
    attribute: str | None = None
    qualifiers: tuple[str, ...] = ()
    scope: str | None = None
    period: Interval[date] | None = None
    as_of: Interval[date] | None = None
    modality: Modality = Modality.ACTUAL
    attribution: str | None = None
    converts: str | None = None
