"""Do the rules hold: every [[flag]] and [[ok]] case of the rule files, run through the whole check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.resolution import find_ties
from claimcheck.model.rule import Case, Rule, RuleFile
from claimcheck.model.source import Source
from claimcheck.model.verdict import Finding, Level, Verdict, VerdictKind
from claimcheck.rulebook.fired import read_with
from claimcheck.values import dataclass

Check = Callable[[list[Source]], Report]

LOUDNESS = (Level.INFO, Level.WARNING, Level.ERROR)
GRAVITY = (
    VerdictKind.AGREEMENT,
    VerdictKind.REFINEMENT,
    VerdictKind.UPDATE,
    VerdictKind.INCOMMENSURABLE,
    VerdictKind.CONTRADICTION,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one case of a rule came out.

    `part` is "flag", "ok", "coverage" (does any case make the rule fire) or "tie" (another rule fits as well). `name` is
    the case's, `path` and `line` where it begins; `quotes` pairs languages with texts. `seen` is what was reported of the
    figures, the gravest verdict or "finding", or "". `fired` is the rule's id where it spoke, or which of its concepts or entities were read,
    `others` the other rules that spoke.
    """

    rule: str
    part: str
    name: str
    path: str
    line: int
    holds: bool
    wanted: str = ""
    got: str = ""
    quotes: tuple[tuple[str, str], ...] = ()
    seen: str = ""
    fired: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return place and name, then for a case that does not hold what was wanted, what came, and the texts."""
        head = f"{self.path}:{self.line}: {self.name}"
        if self.holds:
            return head
        rows = [head, f"    wanted: {self.wanted}", f"    got:    {self.got}"]
        return "\n".join((*rows, *(f"    {lang}: {text}" for lang, text in self.quotes)))


def run_cases(files: Iterable[RuleFile], check: Check, *, matching: str = "", rules: Sequence[Rule] = ()) -> tuple[Outcome, ...]:
    """Return the outcome of every case, file by file, and behind a file's cases one on coverage where nothing made it fire.

    `matching` keeps the cases whose "rule id: case name" contains it, and leaves coverage out; `rules` are searched for ties.
    """
    outcomes: list[Outcome] = []
    for file in files:
        has_fired = False
        for case in file.cases:
            if matching.lower() in f"{file.id}: {case.name}".lower():
                outcome = run_case(file, case, check)
                outcomes.append(outcome)
                has_fired = has_fired or bool(outcome.fired)
        if not has_fired and not matching:
            outcomes.append(
                _uncovered(file, sorted({other for outcome in outcomes if outcome.rule == file.id for other in outcome.others}))
            )
    return (*outcomes, *(_tied(one, other) for one, other in find_ties(rules)))


def run_case(file: RuleFile, case: Case, check: Check) -> Outcome:
    """Return how a case came out."""
    nothing = ("",) * len(case.sources)
    said = zip(case.sources, case.published or nothing, case.roles or nothing, strict=True)
    sources = [
        Source(id=str(place), text=text, lang=lang, published=day, role=role) for place, ((lang, text), day, role) in enumerate(said, 1)
    ]
    report = check(sources)
    holds = _is_flagged(file, case, report) if case.flags else _is_clean(file, case, report)
    return Outcome(
        rule=file.id,
        part="flag" if case.flags else "ok",
        name=case.name,
        path=file.path,
        line=case.line,
        holds=holds,
        wanted=_wanted(file, case),
        got=_got(report),
        quotes=case.sources,
        seen=_seen(file, case, report),
        fired=_fired(file, report),
        others=tuple(sorted({verdict.rule for verdict in report.verdicts if not verdict.rule.startswith("core/")} - {file.id})),
    )


def _is_flagged(file: RuleFile, case: Case, report: Report) -> bool:
    """Return whether what the case expects is reported of its figures."""
    if case.expect == "finding":
        found = (finding for finding in report.findings.values() if _speaks(finding, file))
        return any(_is_about(case, report, _claims_of(finding, report)) for finding in found)
    return any(verdict.kind == case.expect and _is_about(case, report, _sides(verdict, report)) for verdict in report.verdicts)


def _seen(file: RuleFile, case: Case, report: Report) -> str:
    """Return what the case could have expected: the gravest verdict of its figures, else a finding of its rule."""
    expectations = (*reversed(GRAVITY), "finding")
    return next((str(expect) for expect in expectations if _is_flagged(file, replace(case, expect=str(expect)), report)), "")


def _is_clean(file: RuleFile, case: Case, report: Report) -> bool:
    """Return whether nothing is reported but what the case allows."""
    if any(_speaks(finding, file) and finding.verdict != case.expect for finding in report.findings.values()):
        return False
    gravest = max((GRAVITY.index(verdict.kind) for verdict in report.verdicts), default=-1)
    if not case.expect:
        return gravest < GRAVITY.index(VerdictKind.CONTRADICTION)
    return gravest <= GRAVITY.index(VerdictKind(case.expect)) and _is_flagged(file, case, report)


def _speaks(finding: Finding, file: RuleFile) -> bool:
    """Return whether a rule reports something: as loud as it is, or a difference; a remark on one derived figure is none."""
    is_loud = LOUDNESS.index(finding.level) >= LOUDNESS.index(file.level)
    return finding.rule == file.id and (is_loud or len(finding.derived) > 1)


def _claims_of(finding: Finding, report: Report) -> list[Claim]:
    derived = (claim for one in finding.derived if one in report.derived for claim in report.derived[one].claims)
    return [report.sides[claim] for claim in dict.fromkeys((finding.primary, *finding.related, *derived))]


def _sides(verdict: Verdict, report: Report) -> list[Claim]:
    return [report.claims[verdict.a], report.claims[verdict.b]]


def _is_about(case: Case, report: Report, claims: Sequence[Claim]) -> bool:
    """Return whether the claims stand at the figures that the case names, each at one of its own."""
    firsts = [claim for claim in claims if not case.a or _stands_at(claim, case.a, "1", report)]
    second = "2" if len(case.sources) > 1 else "1"
    seconds = [claim for claim in claims if not case.b or _stands_at(claim, case.b, second, report)]
    return any(one is not other for one in firsts for other in seconds) or (not (case.a and case.b) and bool(firsts) and bool(seconds))


def _stands_at(claim: Claim, figure: str, document: str, report: Report) -> bool:
    """Return whether a claim covers some part of an occurrence of `figure`."""
    if claim.document != document:
        return False
    text = report.sources[document].text
    start = text.find(figure)
    while start >= 0:
        if claim.span.start < start + len(figure) and start < claim.span.end:
            return True
        start = text.find(figure, start + 1)
    return False


def _fired(file: RuleFile, report: Report) -> tuple[str, ...]:
    """Return what of the file showed: its id where it decided a verdict or made a finding, else what it defines that was read."""
    if file.defines:
        read = frozenset[str]().union(*(read_with(claim) for claim in report.sides.values()))
        return tuple(name for name in dict.fromkeys(file.defines) if name in read)
    rules = {*(verdict.rule for verdict in report.verdicts), *(finding.rule for finding in report.findings.values())}
    return (file.id,) if file.id in rules else ()


def _wanted(file: RuleFile, case: Case) -> str:
    figures = " and ".join(f"“{figure}”" for figure in (case.a, case.b) if figure)
    about = f" about {figures}" if figures else ""
    if not case.flags:
        return f"{case.expect}{about} and nothing graver" if case.expect else f"no contradiction, no finding of {file.id}"
    return f"a finding of {file.id}{about}" if case.expect == "finding" else f"{case.expect}{about}"


def _got(report: Report) -> str:
    """Return what was reported, or else which figures were read, and as what."""
    said = [
        f"{verdict.kind} of “{a.text}” and “{b.text}” ({verdict.rule})" for verdict in report.verdicts for a, b in [_sides(verdict, report)]
    ]
    said += [f"finding of {finding.rule}: {finding.message}" for finding in report.findings.values() if finding.verdict is None]
    if said:
        return "; ".join(said)
    read = "; ".join(f"“{claim.text}” as {_reading(claim)}" for claim in report.claims.values())
    return f"no verdict; read {read}" if read else "no figure read"


def _reading(claim: Claim) -> str:
    parts = (claim.quantity.kind, claim.attribute, claim.counted, ", ".join(claim.entities))
    return " · ".join(part for part in parts if part)


def _uncovered(file: RuleFile, others: Sequence[str]) -> Outcome:
    got = (
        f"no case does; {' and '.join(others)} decided, which {'say' if len(others) > 1 else 'says'} more precisely what {'they are' if len(others) > 1 else 'it is'} about"
        if others
        else "no case does"
    )
    return Outcome(
        rule=file.id,
        part="coverage",
        name=f"{file.id} fires",
        path=file.path,
        line=1,
        holds=False,
        wanted="at least one case that makes the rule fire",
        got=got,
    )


def _tied(one: Rule, other: Rule) -> Outcome:
    return Outcome(
        rule=other.id,
        part="tie",
        name=f"{one.id} and {other.id} fit the same figures",
        path=other.path,
        line=other.line,
        holds=False,
        wanted="one of them to say more precisely what it is about, or to replace the other",
        got=f"both are equally specific; {one.id} stands at {one.path}:{one.line}",
    )
