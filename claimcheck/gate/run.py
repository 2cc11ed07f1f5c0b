"""The gate: a report, and what the settings, the texts and the baseline make of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from claimcheck.model.report import Report
from claimcheck.settings.values import Layer
from claimcheck.values import dataclass

POLICY = {"select", "ignore", "levels", "per_file_ignores", "sources"}
SPEAKING = ("claimcheck", "sic")  # words without which no text says anything to us


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What decides which findings count.

    `suppressions` heeds the comments in texts. `baseline` is the file of accepted findings, or None; `former` the report
    on a revision to compare with, or None, and `revision` its name.
    """

    layer: Layer
    suppressions: bool = True
    baseline: Path | None = None
    former: Report | None = None
    revision: str = ""


def through(report: Report, gate: Gate) -> Report:
    """Return the report as the gate leaves it; raises ConfigurationError or InputError for settings and files that are wrong."""
    if gate.suppressions and any(word in source.text for source in report.sources.values() for word in SPEAKING):
        from claimcheck.gate.suppress import apply_suppressions  # noqa: PLC0415 - few texts speak to us

        report = apply_suppressions(report, require_reason=gate.layer.values.require_reason)
    if POLICY & gate.layer.origins.keys():
        from claimcheck.gate.policy import apply_policy  # noqa: PLC0415 - few runs have settings

        report = apply_policy(report, gate.layer)
    if gate.former is not None:
        report = _against_former(report, gate)
    if gate.baseline is not None:
        report = _against_file(report, gate.baseline)
    return report


def _against_file(report: Report, path: Path) -> Report:
    from claimcheck.gate.baseline import read_baseline  # noqa: PLC0415 - few runs have a baseline
    from claimcheck.gate.known import apply_baseline  # noqa: PLC0415 - the same

    marked = apply_baseline(report, read_baseline(path), origin=path.as_posix())
    if report.stale or any(finding.baseline for finding in report.findings.values()):  # both a revision and a file
        known = {id_ for id_, finding in report.findings.items() if finding.baseline == "unchanged"}
        findings = {id_: replace(finding, baseline="unchanged") if id_ in known else finding for id_, finding in marked.findings.items()}
        return replace(marked, findings=findings)
    return marked


def _against_former(report: Report, gate: Gate) -> Report:
    from claimcheck.gate.baseline import accept  # noqa: PLC0415 - few runs compare with a revision
    from claimcheck.gate.known import apply_baseline  # noqa: PLC0415 - the same

    former = gate.former
    assert former is not None  # noqa: S101 - the caller asked
    reason = f"there at {gate.revision}"
    entries = [accept(finding, former, accepted_as="expected", reason=reason) for finding in former.findings.values()]
    return replace(apply_baseline(report, entries, origin=gate.revision, suppresses=False), stale=())
