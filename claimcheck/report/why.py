"""Why claimcheck says what it says: how both figures were read, why they were aligned, which rung and rule decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from claimcheck.errors import Problem, UnknownName
from claimcheck.model.claim import Claim
from claimcheck.model.days import is_yearless
from claimcheck.model.report import Report
from claimcheck.model.rule import RuleFile
from claimcheck.model.verdict import Finding, Verdict
from claimcheck.report.desk import in_desk_words, weight_rows
from claimcheck.report.marks import SAID
from claimcheck.report.outline import kind_of_finding
from claimcheck.report.places import Places, path_of, place_of
from claimcheck.report.quote import one_line, quote_lines, wrap
from claimcheck.wording.figures import derived_in_words, interval_in_words, meant_in_words, stated_in_words
from claimcheck.wording.rungs import rung_in_words

PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")
FEWEST_DIGITS = 4
QUOTE_WIDTH = 68
MOST_PAIRS = 12


def why_text(target: str, report: Report, places: Places, *, width: int = 80) -> str:
    """Return the explanation of a finding (its fingerprint, or the beginning of one) or of the figures at FILE:LINE[:COLUMN].

    Raises:
        UnknownName: no finding and no figure is meant by `target`.
    """
    finding = _finding_named(target, report)
    if finding is not None:
        return _page(_finding_rows(finding, report, places), width)
    claims = _claims_at(target, report, places)
    if claims:
        return "\n".join(_page(_claim_rows(claim, report, places), width) for claim in claims)
    raise UnknownName(_unknown(target, report, places))


def _page(rows: Iterable[str], width: int) -> str:
    """Return the rows wrapped to `width`, further lines of a row indented by four."""
    lines = []
    for row in rows:
        indent = len(row) - len(row.lstrip(" "))
        parts = [row[start:end].strip() for start, end in wrap(row, width - indent - 4)] or [""]
        lines += [" " * indent + parts[0], *(" " * (indent + 4) + part for part in parts[1:])]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _finding_named(target: str, report: Report) -> Finding | None:
    wanted = target.casefold()
    for finding in report.findings.values():
        if wanted in (finding.id, finding.fingerprint):
            return finding
    if len(wanted) < FEWEST_DIGITS:
        return None
    begun = [finding for finding in report.findings.values() if (finding.fingerprint or finding.id).startswith(wanted)]
    return begun[0] if len(begun) == 1 else None


def _claims_at(target: str, report: Report, places: Places) -> list[Claim]:
    """Return the claims on a line, or the one at a column where one is given."""
    match = PLACE.fullmatch(target)
    if match is None:
        return []
    line, column = int(match["line"]), int(match["column"] or 0)
    found = []
    for claim in report.claims.values():
        if not _is_path(match["path"], path_of(claim, report)):
            continue
        start, end = places[claim.document](claim.span.start), places[claim.document](claim.span.end)
        on_line = start.line <= line <= end.line
        from_column = start.line < line or start.column <= column
        to_column = end.line > line or column <= end.column
        if on_line and (not column or (from_column and to_column)):
            found.append(claim)
    return found


def _is_path(asked: str, path: str) -> bool:
    """Return whether `asked` names `path`: the whole of it or its last parts."""
    asked = asked.replace("\\", "/").removeprefix("./")
    return path == asked or path.endswith(f"/{asked}") or asked.endswith(f"/{path}")


def _unknown(target: str, report: Report, places: Places) -> Problem:
    if report.findings:
        known = ", ".join((finding.fingerprint or finding.id) for finding in list(report.findings.values())[:3])
        hint = f"findings of this run: {known}{', …' if len(report.findings) > 3 else ''}; or a place, FILE:LINE[:COLUMN]"
    else:
        claim = next(iter(report.claims.values()), None)
        hint = f"this run has no findings; ask about a figure by its place, as {place_of(claim, report, places)}" if claim else ""
    return Problem(path=target, message="no finding has this fingerprint, and no figure stands there", hint=hint)


def _finding_rows(finding: Finding, report: Report, places: Places) -> Iterator[str]:
    what = kind_of_finding(finding, report)
    yield f"{what} ({finding.level.value}): {finding.message}"
    yield f"fingerprint {finding.fingerprint or finding.id}"
    sides = [report.sides[id_] for id_ in dict.fromkeys((finding.primary, *finding.related))]
    for number, claim in enumerate(sides, start=1):
        yield ""
        yield f"{'Statement' if claim.id in report.statements else 'Figure'} {number}: {place_of(claim, report, places)}"
        yield from _reading_rows(claim, report.labels)
    for id_ in finding.derived:
        derived = report.derived[id_]
        yield ""
        yield f"Computed, not written in any source: {derived.label} = {derived_in_words(derived)} ({derived.operation})"
        yield from (
            f"  from {one_line(report.claims[claim].text)} ({place_of(report.claims[claim], report, places)})" for claim in derived.claims
        )
    ids = {claim.id for claim in sides}
    pairs = [verdict for verdict in report.verdicts if verdict.a in ids and verdict.b in ids]
    pairs.sort(key=lambda verdict: (verdict.kind is not finding.verdict, finding.primary not in (verdict.a, verdict.b)))
    for verdict in pairs[:MOST_PAIRS]:
        yield ""
        yield from _verdict_rows(verdict, report, places)
    yield ""
    yield from _rule_rows(finding.rule, report)
    if finding.help:
        yield f"  help: {finding.help}"


def _claim_rows(claim: Claim, report: Report, places: Places) -> Iterator[str]:
    yield place_of(claim, report, places)
    yield from _reading_rows(claim, report.labels)
    fact = next((fact for fact in report.facts.values() if claim.id in fact.claims), None)
    if fact is not None and len(fact.claims) > 1:
        documents = {report.claims[id_].document for id_ in fact.claims}
        voices = report.voices(documents)
        yield f"  fact: {fact.label}, told by {len(documents)} sources" + (f" of {voices} voices" if voices < len(documents) else "")
    pairs = [verdict for verdict in report.verdicts if claim.id in (verdict.a, verdict.b)]
    if not pairs:
        yield "  compared with nothing: no other figure was taken to speak of the same fact"
    for verdict in pairs[:MOST_PAIRS]:
        yield ""
        yield from _verdict_rows(verdict, report, places)
    if len(pairs) > MOST_PAIRS:
        yield f"  and {len(pairs) - MOST_PAIRS} more pairs (--output-format json has them all)"


def _reading_rows(claim: Claim, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the sentence with the figure underlined, what it says, what it means, and how that was read."""
    start = claim.span.start - claim.evidence.sentence.start
    for line in quote_lines(claim.evidence.quote, [(start, start + claim.span.end - claim.span.start)], QUOTE_WIDTH):
        yield f"    {line.text}"
        if line.under:
            yield f"    {line.under}"
    if claim.quantity.dimension != "statement":
        yield from _figure_rows(claim)
    about = list(_about(claim, labels))
    if about:
        yield f"  about: {'; '.join(about)}"
    cues = dict.fromkeys(f"'{one_line(cue.surface)}' ({in_desk_words(cue.id, labels)})" for cue in claim.evidence.cues)
    if cues:
        yield f"  from the words {', '.join(cues)}"


def _figure_rows(claim: Claim) -> Iterator[str]:
    quantity = claim.quantity
    yield f"  says:  {stated_in_words(quantity)} ({quantity.kind}; hedge: {quantity.hedge.value.replace('_', ' ')})"
    yield f"  means: {meant_in_words(quantity)}"
    if quantity.why:
        yield f"  read so because {quantity.why}"
    for other in quantity.others:
        yield f"  could also be read as {stated_in_words(other)}" + (f" ({other.why})" if other.why else "")
    yield from (f"  - {step}" for step in claim.evidence.trace)


def _about(claim: Claim, labels: Mapping[str, str]) -> Iterator[str]:
    named = (("figure of", claim.attribute), ("counts", claim.counted), ("where", claim.scope), ("says who", claim.attribution))
    yield from (f"{name}: {in_desk_words(said, labels)}" for name, said in named if said)
    if claim.entities:
        yield f"of whom: {', '.join(in_desk_words(name, labels) for name in claim.entities)}"
    if claim.qualifiers:
        yield f"narrowed by: {', '.join(in_desk_words(name, labels) for name in claim.qualifiers)}"
    if claim.period is not None:
        yield f"period: {interval_in_words(claim.period, 'date', yearless=is_yearless(claim.period))}"
    if claim.as_of is not None:
        yield f"as of: {interval_in_words(claim.as_of, 'date', yearless=is_yearless(claim.as_of))}"
    if claim.modality.value != "actual":
        yield f"put as: {claim.modality.value}"


def _verdict_rows(verdict: Verdict, report: Report, places: Places) -> Iterator[str]:
    a, b = report.claims[verdict.a], report.claims[verdict.b]
    yield f"{SAID[verdict.kind]} between '{one_line(a.text)}' ({place_of(a, report, places)}) and '{one_line(b.text)}' ({place_of(b, report, places)})"
    yield f"  because {verdict.reason}"
    yield f"  rung:    {verdict.rung}: {rung_in_words(verdict.rung)}"
    yield f"  meant:   {meant_in_words(a.quantity)} against {meant_in_words(b.quantity)}"
    yield f"  rule:    {verdict.rule}; confidence {verdict.confidence:.2f}"
    yield from weight_rows(verdict.weights, report.labels)


def _rule_rows(rule: str, report: Report) -> Iterator[str]:
    file = next((file for file in report.rule_files if file.id == rule), None)
    if file is None:
        yield f"Rule {rule} belongs to claimcheck itself"
        return
    yield f"Rule {rule} ({file.path})"
    yield from (f"  {line}" for line in _rule_words(file))


def _rule_words(file: RuleFile) -> Iterator[str]:
    if file.why:
        yield f"why: {' '.join(file.why.split())}"
    if file.help:
        yield f"help: {' '.join(file.help.split())}"
