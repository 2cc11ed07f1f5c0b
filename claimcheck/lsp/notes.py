"""What is said at a place of an article: open findings and notices, each with the places it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.claim import Claim
from claimcheck.model.level import Level
from claimcheck.model.report import Report
from claimcheck.model.span import Span
from claimcheck.model.verdict import Finding
from claimcheck.report.quote import one_line
from claimcheck.values import dataclass

MOST_RELATED = 20
MOST_QUOTED = 160
UNUSED = "suppression/unused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place that a note is about, and what is said there."""

    document: str
    span: Span
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing to show at one place of a document; `is_unused` marks a comment that does nothing."""

    document: str
    span: Span
    level: Level
    rule: str
    message: str
    fingerprint: str
    related: tuple[Related, ...] = ()
    is_unused: bool = False


def notes_of(report: Report) -> dict[str, tuple[Note, ...]]:
    """Return the notes of each document, in order of their places; documents of which nothing is to be said have none."""
    notes: dict[str, list[Note]] = {}
    for note in (*_of_findings(report), *_of_notices(report)):
        notes.setdefault(note.document, []).append(note)
    return {document: tuple(sorted(own, key=lambda note: (note.span.start, note.span.end))) for document, own in notes.items()}


def _of_findings(report: Report) -> Iterator[Note]:
    for finding in report.findings.values():
        if finding.is_open:
            primary = report.sides[finding.primary]
            yield Note(
                document=primary.document,
                span=primary.span,
                level=finding.level,
                rule=finding.rule,
                message=_message(finding),
                fingerprint=finding.fingerprint,
                related=tuple(_related(finding, report)),
            )


def _message(finding: Finding) -> str:
    return "\n".join(part for part in (one_line(finding.message), one_line(finding.help)) if part)


def _related(finding: Finding, report: Report) -> Iterator[Related]:
    others = [id_ for id_ in dict.fromkeys(finding.related) if id_ != finding.primary]
    for id_ in others[:MOST_RELATED]:
        claim = report.sides[id_]
        yield Related(document=claim.document, span=claim.span, said=said_by(claim, report))


def said_by(claim: Claim, report: Report) -> str:
    """Return who says a figure, and the sentence, cut where it is long."""
    source = report.sources[claim.document]
    quote = " ".join(one_line(claim.evidence.quote).split())
    if len(quote) > MOST_QUOTED:
        quote = _around(quote, " ".join(claim.text.split()))
    who = ", ".join(part for part in (source.outlet or source.path or source.id, source.published) if part)
    return f"{who}: {quote}"


def _around(quote: str, figure: str) -> str:
    """Return the part of a sentence around a figure."""
    place = max(0, quote.find(figure))
    start = max(0, min(place - MOST_QUOTED // 2, len(quote) - MOST_QUOTED))
    end = start + MOST_QUOTED
    return f"{'…' if start else ''}{quote[start:end]}{'…' if end < len(quote) else ''}"


def _of_notices(report: Report) -> Iterator[Note]:
    for notice in report.notices:
        yield Note(
            document=notice.document,
            span=notice.span,
            level=notice.level,
            rule=notice.rule,
            message="\n".join(part for part in (notice.message, notice.help) if part),
            fingerprint=notice.fingerprint,
            is_unused=notice.rule == UNUSED,
        )


def findings_at(report: Report, document: str, span: Span) -> Sequence[Finding]:
    """Return the open findings shown at figures of a document that lie in or touch a stretch."""
    return [
        finding
        for finding in report.findings.values()
        if finding.is_open
        and (primary := report.sides[finding.primary]).document == document
        and primary.span.start <= span.end
        and span.start <= primary.span.end
    ]
