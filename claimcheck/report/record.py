"""A report as the JSON record of the contract, whole or line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimcheck.model.claim import Claim, Modality
from claimcheck.model.notice import Notice
from claimcheck.model.report import Echo, Report
from claimcheck.model.source import Source
from claimcheck.model.verdict import Derived, Fact, Finding, Level, Verdict, VerdictKind
from claimcheck.report.jsonable import Json, json_days, json_number, json_position, json_quantity
from claimcheck.report.places import Places, source_langs
from claimcheck.version import VERSION

SCHEMA_VERSION = "1.0"

POSITION_UNITS: dict[str, Json] = {
    "line": "from 1",
    "column": "from 1, in code points",
    "character": "from 0 within the line, in UTF-16 code units",
    "offset": "from 0 in the decoded text, in code points",
    "offset_utf16": "from 0 in the decoded text, in UTF-16 code units",
    "byte": "from 0 in the file, in bytes",
}


def record_of(report: Report, places: Places) -> dict[str, Json]:
    """Return the record that `--output-format json` prints; `places` leads from a source's id to its positions.

    Every mapping is in the order of the report, so equal reports give equal bytes.
    """
    langs = source_langs(report)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": tool_record(report),
        "position_units": dict(POSITION_UNITS),
        "documents": {id_: document_record(source, langs[id_]) for id_, source in report.sources.items()},
        "claims": {id_: claim_record(claim, places) for id_, claim in report.claims.items()},
        "statements": {id_: statement_record(statement, places) for id_, statement in report.statements.items()},
        "facts": {id_: fact_record(fact) for id_, fact in report.facts.items()},
        "verdicts": [verdict_record(verdict) for verdict in report.verdicts],
        "derived": {id_: derived_record(derived) for id_, derived in report.derived.items()},
        "findings": {id_: finding_record(finding) for id_, finding in report.findings.items()},
        "echoes": [echo_record(echo) for echo in report.echoes],
        "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in report.skipped],
        **gate_record(report, places),
        "summary": summary_record(report),
    }


def record_lines(report: Report, places: Places) -> Iterator[dict[str, Json]]:
    """Yield the same record object by object, each with its `type`: the header first, the summary last."""
    review: dict[str, Json] = {"review": list(report.review)} if report.review else {}
    yield {
        "type": "header",
        "schema_version": SCHEMA_VERSION,
        "tool": tool_record(report),
        "position_units": dict(POSITION_UNITS),
        **review,
    }
    yield from _lines_of_sources(report, places)
    yield from _lines_of_comparison(report, places)
    yield {"type": "summary", **summary_record(report), **({"stale": list(report.stale)} if report.stale else {})}


def _lines_of_sources(report: Report, places: Places) -> Iterator[dict[str, Json]]:
    langs = source_langs(report)
    for id_, source in report.sources.items():
        yield {"type": "document", "id": id_, **document_record(source, langs[id_])}
    for id_, claim in report.claims.items():
        yield {"type": "claim", "id": id_, **claim_record(claim, places)}
    for id_, statement in report.statements.items():
        yield {"type": "statement", "id": id_, **statement_record(statement, places)}


def _lines_of_comparison(report: Report, places: Places) -> Iterator[dict[str, Json]]:
    for id_, fact in report.facts.items():
        yield {"type": "fact", "id": id_, **fact_record(fact)}
    for verdict in report.verdicts:
        yield {"type": "verdict", **verdict_record(verdict)}
    for id_, derived in report.derived.items():
        yield {"type": "derived", "id": id_, **derived_record(derived)}
    for id_, finding in report.findings.items():
        yield {"type": "finding", "id": id_, **finding_record(finding)}
    for echo in report.echoes:
        yield {"type": "echo", **echo_record(echo)}
    for notice in report.notices:
        yield {"type": "notice", **notice_record(notice, places)}
    for skipped in report.skipped:
        yield {"type": "skipped", "path": skipped.path, "reason": skipped.reason}


def tool_record(report: Report) -> dict[str, Json]:
    """Return what made the report: its version, that of CLDR, and a digest of the rules."""
    return {"name": "claimcheck", "version": VERSION, "cldr": report.cldr or None, "rules_digest": report.rules_digest or None}


def document_record(source: Source, lang: str) -> dict[str, Json]:
    """Return a source without its text; `lang` is the one declared or detected."""
    described = {name: value for name, value in (("role", source.role), ("trust", source.trust)) if value}
    return {
        "path": source.path or None,
        "lang": lang or None,
        "published": source.published or None,
        "outlet": source.outlet or None,
        "url": source.url or None,
        "encoding": source.encoding,
        "encoding_guessed": source.encoding_guessed,
        "sha256": source.digest,
        **described,
    }


def claim_record(claim: Claim, places: Places) -> dict[str, Json]:
    """Return a claim with its place in every unit and the sentence it stands in."""
    place = places[claim.document]
    return {
        "document": claim.document,
        "text": claim.text,
        "span": {"start": json_position(place(claim.span.start)), "end": json_position(place(claim.span.end))},
        "quantity": json_quantity(claim.quantity),
        "counted": claim.counted,
        "entities": list(claim.entities),
        "attribute": claim.attribute,
        "qualifiers": list(claim.qualifiers),
        "scope": claim.scope,
        "period": json_days(claim.period),
        "as_of": json_days(claim.as_of),
        "modality": claim.modality.value,
        "attribution": claim.attribution,
        "converts": claim.converts,
        "block": claim.evidence.block.value,
        "lang": claim.evidence.lang,
        "sentence": claim.evidence.quote,
    }


def echo_record(echo: Echo) -> dict[str, Json]:
    """Return the documents that repeat one text, and how much of it they share."""
    return {"documents": list(echo.sources), "share": round(echo.share, 4)}


def statement_record(statement: Claim, places: Places) -> dict[str, Json]:
    """Return a claim that is no figure: its status, of whom it is said, and how."""
    place = places[statement.document]
    return {
        "document": statement.document,
        "text": statement.text,
        "span": {"start": json_position(place(statement.span.start)), "end": json_position(place(statement.span.end))},
        "status": statement.attribute,
        "said": list(statement.qualifiers),
        "denied": statement.modality is Modality.DENIED,
        "entities": list(statement.entities),
        "lang": statement.evidence.lang,
        "sentence": statement.evidence.quote,
    }


def fact_record(fact: Fact) -> dict[str, Json]:
    """Return a fact; its verdict is null where one source alone tells it."""
    return {"label": fact.label, "claims": list(fact.claims), "verdict": fact.verdict and fact.verdict.value, "key": fact.key}


def verdict_record(verdict: Verdict) -> dict[str, Json]:
    """Return how two claims relate."""
    return {
        "kind": verdict.kind.value,
        "a": verdict.a,
        "b": verdict.b,
        "reason": verdict.reason,
        "rung": verdict.rung,
        "rule": verdict.rule,
        "confidence": round(verdict.confidence, 4),
    }


def derived_record(derived: Derived) -> dict[str, Json]:
    """Return a computed figure with the claims it comes from."""
    return {
        "label": derived.label,
        "from": list(derived.claims),
        "operation": derived.operation,
        "value": json_number(derived.value),
        "unit": derived.unit or None,
    }


def finding_record(finding: Finding) -> dict[str, Json]:
    """Return what a person is told; what keeps it from failing a gate stands there where there is something."""
    record: dict[str, Json] = {
        "rule": finding.rule,
        "level": finding.level.value,
        "verdict": finding.verdict and finding.verdict.value,
        "message": finding.message,
        "primary": finding.primary,
        "related": list(finding.related),
        "derived": list(finding.derived),
        "help": finding.help or None,
        "fingerprint": finding.fingerprint or finding.id,
    }
    if finding.suppressions:
        record["suppressions"] = suppression_records(finding)
    if finding.baseline:
        record["baseline_state"] = finding.baseline
    return record


def suppression_records(finding: Finding) -> list[Json]:
    """Return why a finding does not count, as SARIF calls it, with where that is said."""
    return [{"kind": one.kind, "justification": one.reason or None, "where": one.where or None} for one in finding.suppressions]


def notice_record(notice: Notice, places: Places) -> dict[str, Json]:
    """Return what is said of a suppression."""
    place = places[notice.document]
    return {
        "rule": notice.rule,
        "level": notice.level.value,
        "message": notice.message,
        "document": notice.document,
        "span": {"start": json_position(place(notice.span.start)), "end": json_position(place(notice.span.end))},
        "help": notice.help or None,
        "fingerprint": notice.fingerprint,
    }


def gate_record(report: Report, places: Places) -> dict[str, Json]:
    """Return what a gate adds to a report: what is under review, notices, stale entries of the baseline; each where there is something."""
    added: dict[str, Json] = {
        "review": list(report.review),
        "notices": [notice_record(notice, places) for notice in report.notices],
        "stale": list(report.stale),
    }
    return {name: value for name, value in added.items() if value}


def summary_record(report: Report) -> dict[str, Json]:
    """Return the counts, every kind and level named even where it is 0."""
    verdicts = Counter(verdict.kind for verdict in report.verdicts)
    facts = Counter(fact.verdict for fact in report.facts.values())
    levels = Counter(finding.level for finding in report.findings.values() if finding.is_open)
    levels.update(notice.level for notice in report.notices)
    closed = sum(1 for finding in report.findings.values() if not finding.is_open)
    return {
        "documents": len(report.sources),
        "voices": report.voices(report.sources),
        "claims": len(report.claims),
        "facts": {"single": facts[None], **{kind.value: facts[kind] for kind in VerdictKind}},
        "verdicts": {kind.value: verdicts[kind] for kind in VerdictKind},
        "derived": len(report.derived),
        "findings": {level.value: levels[level] for level in Level},
        "skipped": len(report.skipped),
        **({"suppressed": closed} if closed else {}),
    }
