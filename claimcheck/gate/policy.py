"""Rules switched on and off, levels, files on which a rule is not reported, sources that are trusted less."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from claimcheck.errors import ConfigurationError, Problem
from claimcheck.gate.names import EVERY, known_names, names_of, names_of_rule
from claimcheck.model.level import Level
from claimcheck.model.notice import Notice
from claimcheck.model.report import Report
from claimcheck.model.verdict import Finding
from claimcheck.read.choice import fits
from claimcheck.rulebook.ruletext import nearest
from claimcheck.settings.values import Configuration, Layer

OFF = "off"
LOW = "low"


def require_known(layer: Layer, report: Report) -> None:
    """Refuse names that mean no rule, with where they were given; raises ConfigurationError."""
    known = known_names(report.rule_files)
    asked = [("select", name) for name in layer.values.select] + [("ignore", name) for name in layer.values.ignore]
    asked += [(f"levels.{name}", name) for name, _ in layer.values.levels]
    asked += [(f"per_file_ignores.{pattern}", name) for pattern, names in layer.values.per_file_ignores for name in names]
    problems = [
        Problem(
            path=layer.origin(key) if key in layer.origins else layer.origin(key.partition(".")[0]),
            message=f"no rule, topic or verdict is called '{name}'",
            hint=nearest(name, known) or "`claimcheck rules list` names the rules",
        )
        for key, name in asked
        if name.casefold() not in known
    ]
    if problems:
        raise ConfigurationError(*dict.fromkeys(problems))


def apply_policy(report: Report, layer: Layer) -> Report:
    """Return the report with the levels that the settings give, without what they switch off."""
    require_known(layer, report)
    settings = layer.values
    findings = {}
    for id_, finding in report.findings.items():
        level = _level(names_of(finding), finding.level, settings)
        if level is None or _is_ignored_there(finding, report, settings):
            continue
        if level is Level.ERROR and _is_little_trusted(finding, report):
            level = Level.WARNING
        findings[id_] = finding if level is finding.level else replace(finding, level=level)
    order = {level: place for place, level in enumerate(Level)}
    ranked = dict(sorted(findings.items(), key=lambda pair: order[pair[1].level]))
    return replace(report, findings=ranked, notices=_notices(report.notices, settings))


def _notices(notices: Sequence[Notice], settings: Configuration) -> tuple[Notice, ...]:
    graded = ((notice, _level((*names_of_rule(notice.rule), EVERY), notice.level, replace(settings, select=()))) for notice in notices)
    return tuple(replace(notice, level=level) for notice, level in graded if level is not None)


def _level(names: Sequence[str], level: Level, settings: Configuration) -> Level | None:
    """Return the level of a rule that goes by `names`, the most specific first; None where it is switched off."""
    selected = {name.casefold() for name in settings.select}
    ignored = {name.casefold() for name in settings.ignore}
    if (selected and not selected & set(names)) or ignored & set(names):
        return None
    given = {name.casefold(): wanted for name, wanted in settings.levels}
    wanted = next((given[name] for name in names if name in given), level.value)
    return None if wanted == OFF else Level(wanted)


def _is_ignored_there(finding: Finding, report: Report, settings: Configuration) -> bool:
    """Return whether one side of the finding lies wholly in files on which its rule is not reported."""
    if not settings.per_file_ignores:
        return False
    names = set(names_of(finding))
    patterns = tuple(pattern for pattern, rules in settings.per_file_ignores if names & {rule.casefold() for rule in rules})
    return bool(patterns) and any(
        all(fits(patterns, _from(settings.root, report, document)) for document in side) for side in _sides(finding, report)
    )


def _is_little_trusted(finding: Finding, report: Report) -> bool:
    """Return whether one side of the finding is told by sources of low trust alone."""
    return any(all(report.sources[document].trust == LOW for document in side) for side in _sides(finding, report))


def _sides(finding: Finding, report: Report) -> tuple[tuple[str, ...], ...]:
    """Return the documents of both sides of a finding; of a single one where it stands within one document."""
    primary = report.sides[finding.primary].document
    others = tuple(dict.fromkeys(report.sides[id_].document for id_ in finding.related if report.sides[id_].document != primary))
    return ((primary,), others) if others else ((primary,),)


def _document(id_: str, report: Report) -> str:
    return (report.claims.get(id_) or report.statements[id_]).document


def _from(root: Path, report: Report, document: str) -> PurePath:
    return PurePath(os.path.relpath(report.sources[document].path or document, root))
