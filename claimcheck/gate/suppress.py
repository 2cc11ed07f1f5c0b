"""Findings against the comments in both texts: what is suppressed and why, and which comments hold for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from claimcheck.gate.directives import Directive, read_directives
from claimcheck.gate.names import MALFORMED, NO_REASON, UNKNOWN, UNUSED, known_names, names_of
from claimcheck.judge.sides import is_pair, opposite
from claimcheck.model.claim import Claim
from claimcheck.model.level import Level
from claimcheck.model.notice import Notice, Suppression
from claimcheck.model.report import Report
from claimcheck.model.verdict import Finding
from claimcheck.read.places import Places
from claimcheck.rulebook.ruletext import nearest
from claimcheck.store import digest

SIC = re.compile(r"[\s\"'”’»)]{0,3}[\[(]\s*sic\s*!?\s*[\])]", re.IGNORECASE)
SAYS_SIC = "[sic]"
HELP = {
    UNUSED: "take the comment out, or the rule out of its list",
    UNKNOWN: "`claimcheck rules list` names the rules",
    MALFORMED: "write it like <!-- claimcheck: ignore[core/disjoint] -- the reason -->",
    NO_REASON: "add it behind two dashes: -- the reason",
}


def apply_suppressions(report: Report, *, require_reason: bool = False) -> Report:
    """Return the report with findings marked that the texts suppress, and notices on comments that are not as they should be."""
    directives = [one for source in report.sources.values() for one in read_directives(source)]
    cover = _Cover(report, [one for one in directives if _holds(one, require_reason=require_reason)])
    findings = {id_: cover.marked(finding) for id_, finding in report.findings.items()}
    watched = set(report.review or report.sources)
    if not directives:
        return replace(report, findings=findings)
    notices = [
        notice for one in directives if one.document in watched for notice in _notices(one, report, cover, require_reason=require_reason)
    ]
    return replace(report, findings=findings, notices=(*report.notices, *_numbered(notices)))


def _numbered(notices: Sequence[Notice]) -> Iterator[Notice]:
    """Yield the notices, equal fingerprints with #2, #3."""
    seen: dict[str, int] = {}
    for notice in notices:
        number = seen[notice.fingerprint] = seen.get(notice.fingerprint, 0) + 1
        yield notice if number == 1 else replace(notice, fingerprint=f"{notice.fingerprint}#{number}")


def _holds(directive: Directive, *, require_reason: bool) -> bool:
    return bool(directive.verb) and directive.verb != "enable" and (bool(directive.reason) or not require_reason)


class _Cover:
    """Which directives cover which claims; `used` remembers what they were good for."""

    def __init__(self, report: Report, directives: Sequence[Directive]) -> None:
        self._report = report
        self._claims = report.sides
        self._by_document: dict[str, list[Directive]] = {}
        for one in directives:
            self._by_document.setdefault(one.document, []).append(one)
        self.used: set[tuple[Directive, str]] = set()

    def marked(self, finding: Finding) -> Finding:
        """Return the finding, suppressed where every two of its figures that differ are, else shown at the first that are not."""
        claims = self._claims
        covered = {id_: found for id_ in (finding.primary, *finding.related) if (found := tuple(self._covering(claims[id_], finding)))}
        if not covered:
            return finding
        if not is_pair(finding):
            every = [entry for found in covered.values() for entry in found if not entry[0].partner]
            return replace(finding, suppressions=self._use(every)) if every else finding
        holding: list[tuple[Directive, str, Suppression]] = []
        first_open = ""
        for one, other in _pairs(finding, claims):
            sides = ((one, other), (other, one))
            entries = [entry for side, facing in sides for entry in covered.get(side.id, ()) if self._is_about(entry[0], facing)]
            holding += entries
            if not entries:
                first_open = first_open or one.id
        suppressions = self._use(holding)
        if not first_open:
            return replace(finding, suppressions=suppressions)
        if first_open == finding.primary:
            return finding
        rest = tuple(id_ for id_ in (*finding.related, finding.primary) if id_ != first_open)
        return replace(finding, primary=first_open, related=rest)

    def _use(self, entries: Sequence[tuple[Directive, str, Suppression]]) -> tuple[Suppression, ...]:
        """Note what was good for something, and return its reasons, each once."""
        self.used.update((directive, name) for directive, name, _ in entries)
        return tuple(dict.fromkeys(suppression for _, _, suppression in entries))

    def _covering(self, claim: Claim, finding: Finding) -> Iterator[tuple[Directive, str, Suppression]]:
        """Yield the directives that cover a claim for the rule of a finding, each with the name it calls the rule by."""
        names = names_of(finding)
        source = self._report.sources[claim.document]
        for one in self._by_document.get(claim.document, ()):
            name = next((rule for rule in one.rules if rule.casefold() in names), "")
            if name and one.target.start <= claim.span.start < one.target.end:
                yield one, name, Suppression(kind="inSource", reason=one.reason, where=self.where(one))
        if SIC.match(source.text, claim.span.end):
            sic = Directive(document=claim.document, verb="ignore", reason=SAYS_SIC, span=claim.span)
            yield sic, SAYS_SIC, Suppression(kind="inSource", reason=SAYS_SIC, where=self.where(sic))

    def where(self, directive: Directive) -> str:
        source = self._report.sources[directive.document]
        return f"{source.path or source.id}:{Places(source).position(directive.span.start).line}"

    def _is_about(self, directive: Directive, facing: Claim) -> bool:
        """Return whether a directive is for any other side, or `facing` stands in the file that its `with=` names."""
        path = self._report.sources[facing.document].path or facing.document
        return not directive.partner or _is_named(path, directive.partner)


def _pairs(finding: Finding, claims: Mapping[str, Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield every two claims of a finding that are set against each other."""
    primary = claims[finding.primary]
    every = [claims[id_] for id_ in dict.fromkeys((finding.primary, *finding.related))]
    others = opposite(finding, primary, claims)
    facing = {other.id for other in others}
    same = [claim for claim in every if claim.id not in facing]
    for one in same:
        for other in others:
            yield one, other


def _notices(directive: Directive, report: Report, cover: _Cover, *, require_reason: bool) -> Iterator[Notice]:
    if directive.fault:
        yield _notice(MALFORMED, f"comment not understood: {directive.fault}", directive)
        return
    if directive.verb == "enable":
        return
    known = known_names(report.rule_files)
    for rule in directive.rules:
        if rule.casefold() not in known:
            yield _notice(UNKNOWN, f"no rule is called '{rule}'", directive, help_=nearest(rule, known))
    if require_reason and not directive.reason:
        yield _notice(NO_REASON, f"'{directive.verb}' of {', '.join(directive.rules)} gives no reason, so it does not hold", directive)
        return
    if len(report.sources) < 2 or (directive.partner and not _is_read(directive.partner, report)):
        return  # what it is about may be in a text that this run does not read
    for rule in directive.rules:
        if rule.casefold() in known and (directive, rule) not in cover.used:
            yield _notice(UNUSED, f"nothing of '{rule}' is reported here, so nothing is suppressed", directive)


def _is_read(partner: str, report: Report) -> bool:
    return any(_is_named(source.path or id_, partner) for id_, source in report.sources.items())


def _is_named(path: str, partner: str) -> bool:
    return path == partner or path.endswith(f"/{partner}") or fnmatchcase(path, partner)


def _notice(rule: str, message: str, directive: Directive, *, help_: str = "") -> Notice:
    mark = digest(rule, directive.document, directive.verb, *directive.rules, message)[:16]
    return Notice(
        rule=rule,
        level=Level.WARNING,
        message=message,
        document=directive.document,
        span=directive.span,
        help=help_ or HELP[rule],
        fingerprint=mark,
    )
