"""The corpus's figure in the place of one that contradicts it, in the article's own language and style."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from claimcheck.diff.edits import offer_edits
from claimcheck.diff.outcomes import Diff, FindingChange
from claimcheck.diff.version import Origin, version_of
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.span import Position, Span
from claimcheck.model.verdict import Finding
from claimcheck.report.record import record_of
from claimcheck.values import dataclass

Read = Callable[[str, str], Sequence[Claim]]
Places = Mapping[str, Callable[[int], Position]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """A figure to be written anew: the stretch it takes, the new words, and what to call that."""

    document: str
    span: Span
    text: str
    title: str


def rewritings_of(finding: Finding, report: Report, places: Places, read: Read) -> tuple[Rewriting, ...]:
    """Return how a finding's figure, and its restatements in the article, would say what the corpus says; none where unsure.

    `read` returns the claims of a text in a language: what is offered was read back.
    """
    involved = {report.sides[id_].document for id_ in (finding.primary, *finding.related)}
    claims = {id_: claim for id_, claim in report.claims.items() if claim.document in involved}
    sources = {id_: source for id_, source in report.sources.items() if id_ in involved}
    small = replace(
        report,
        sources=sources,
        claims=claims,
        facts={},
        verdicts=(),
        derived={},
        findings={finding.id: finding},
        statements={},
        notices=(),
        echoes=(),
        review=(report.sides[finding.primary].document,),
    )
    version = version_of(record_of(small, places), Origin(kind="worktree"))
    remark = version.findings.get(finding.id)
    if remark is None:
        return ()
    change = FindingChange(op="keep", was=None, now=remark)
    offered = offer_edits(Diff(old=version, new=version, documents=(), claims=(), facts=(), findings=(change,)), read)
    spans = {_start(claim, places): claim.span for claim in claims.values()}
    return tuple(
        Rewriting(document=edit.document, span=spans[edit.document, *edit.start], text=edit.new_text, title=edit.title)
        for edit in offered.findings[0].edits
        if (edit.document, *edit.start) in spans
    )


def _start(claim: Claim, places: Places) -> tuple[str, int, int]:
    position = places[claim.document](claim.span.start)
    return claim.document, position.line - 1, position.character
