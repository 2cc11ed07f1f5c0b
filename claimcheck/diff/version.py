"""One of the two versions, as its record tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from typing import Final

from claimcheck.diff.parse import Object, Reader
from claimcheck.errors import InputError, Problem
from claimcheck.report.jsonable import Json
from claimcheck.values import dataclass

End = Decimal | str | None
Ends = tuple[End, End]
MAJOR: Final = "1."


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a version is from: `kind` is "worktree", "revision" or "report"; `name` the revision or file as given, or ""."""

    kind: str
    name: str = ""
    commit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figure:
    """A claim of a record. `stated` is in `unit`, `meant` in the base unit; days and clock times are texts.

    `line` counts from 1, `character` from 0 in UTF-16, as `offset` does in code points; `record` is all there is of it.
    """

    id: str
    document: str
    text: str
    sentence: str
    line: int
    column: int
    offset: int
    kind: str
    dimension: str
    unit: str
    hedge: str
    stated: Ends
    meant: Ends
    about: Mapping[str, str]
    entities: tuple[str, ...]
    qualifiers: tuple[str, ...]
    lang: str
    converts: str
    record: Object


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """A fact of a record: its label, its claims, and the verdict on it or ""."""

    id: str
    label: str
    claims: tuple[str, ...]
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Remark:
    """A finding of a record that still counts: neither suppressed nor known from a baseline."""

    id: str
    rule: str
    level: str
    verdict: str
    message: str
    primary: str
    related: tuple[str, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Version:
    """A version: its documents under review, their claims in order, those of the corpus, facts and findings.

    `figures` holds the claims of all documents, `corpus` names the documents that are only compared with.
    """

    origin: Origin
    documents: Mapping[str, Object]
    corpus: frozenset[str]
    figures: Mapping[str, Figure]
    facts: Mapping[str, Told]
    findings: Mapping[str, Remark]
    skipped: tuple[Json, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)

    def path(self, document: str) -> str:
        """Return how reports name a document."""
        return str(self.documents.get(document, {}).get("path") or document)

    def claims_of(self, document: str) -> tuple[Figure, ...]:
        """Return the claims of a document in the order of their places."""
        return tuple(figure for figure in self.figures.values() if figure.document == document)


def version_of(record: Json, origin: Origin, path: str = "") -> Version:
    """Return the version that a record tells of; `path` is where it came from.

    Raises:
        InputError: it is no record of `check`, or one of another major version.
    """
    read = Reader(path)
    whole = read.record(record, "the whole")
    schema = read.text(whole, "schema_version")
    if not schema or "claims" not in whole or "documents" not in whole:
        hint = "`claimcheck check --output-format json -o FILE` writes one"
        raise InputError(Problem(path=path, message="no saved report of claimcheck check", hint=hint))
    if not schema.startswith(MAJOR):
        raise InputError(Problem(path=path, message=f"has the schema version {schema}", hint=f"this claimcheck reads {MAJOR}x"))
    documents = {id_: read.record(one, f"documents.{id_}") for id_, one in read.part(whole, "documents").items()}
    review = set(read.texts(whole, "review")) or set(documents)
    facts = {id_: _told(id_, read.record(one, id_), read) for id_, one in read.part(whole, "facts").items()}
    remarks = (_remark(id_, read.record(one, id_), read) for id_, one in read.part(whole, "findings").items())
    return Version(
        origin=origin,
        documents=documents,
        corpus=frozenset(set(documents) - review),
        figures={id_: _figure(id_, read.record(one, id_), read) for id_, one in read.part(whole, "claims").items()},
        facts=facts,
        findings={remark.id: remark for remark in remarks if remark is not None},
        skipped=tuple(read.rows(whole, "skipped")),
        labels={claim: fact.label for fact in facts.values() for claim in fact.claims},
    )


def _figure(id_: str, record: Object, read: Reader) -> Figure:
    quantity = read.part(record, "quantity")
    start = read.record(read.part(record, "span").get("start"), f"{id_}.span.start")
    names = ("attribute", "counted", "scope", "attribution", "modality")
    spans = {name: days for name in ("period", "as_of") if (days := _days(record.get(name), read))}
    return Figure(
        id=id_,
        document=read.text(record, "document"),
        text=read.text(record, "text"),
        sentence=read.text(record, "sentence"),
        line=read.whole(start, "line"),
        column=read.whole(start, "column"),
        offset=read.whole(start, "offset"),
        kind=read.text(quantity, "kind"),
        dimension=read.text(quantity, "dimension"),
        unit=read.text(quantity, "unit"),
        hedge=read.text(quantity, "hedge"),
        stated=_ends(read.part(quantity, "stated"), read),
        meant=_ends(quantity, read),
        about={**{name: said for name in names if (said := read.text(record, name))}, **spans},
        entities=read.texts(record, "entities"),
        qualifiers=read.texts(record, "qualifiers"),
        lang=read.text(record, "lang"),
        converts=read.text(record, "converts"),
        record=record,
    )


def _ends(record: Object, read: Reader) -> Ends:
    return _end(record.get("low"), read), _end(record.get("high"), read)


def _end(value: Json, read: Reader) -> End:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Decimal(str(value))
    raise read.wrong("an end of a figure", "a number, a text or null")


def _days(value: Json, read: Reader) -> str:
    if value is None:
        return ""
    low, high = _ends(read.record(value, "a period"), read)
    return str(low) if low == high else f"{low or ''}..{high or ''}"


def _told(id_: str, record: Object, read: Reader) -> Told:
    return Told(id=id_, label=read.text(record, "label"), claims=read.texts(record, "claims"), verdict=read.text(record, "verdict"))


def _remark(id_: str, record: Object, read: Reader) -> Remark | None:
    if record.get("suppressions") or record.get("baseline_state") == "unchanged":
        return None
    return Remark(
        id=id_,
        rule=read.text(record, "rule"),
        level=read.text(record, "level"),
        verdict=read.text(record, "verdict"),
        message=read.text(record, "message"),
        primary=read.text(record, "primary"),
        related=read.texts(record, "related"),
        fingerprint=read.text(record, "fingerprint"),
    )
