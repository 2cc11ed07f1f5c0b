"""The fact behind a figure: who else tells it, and how each source stands to this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.verdict import VerdictKind
from claimcheck.report.marks import GRAVITY, SAID, SIGNS
from claimcheck.report.quote import one_line
from claimcheck.values import dataclass
from claimcheck.wording.figures import meant_in_words

MOST_ROWS = 30
HEAD = ("| source | says | means | |", "|---|---|---|---|")
Link = Callable[[Claim], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Another source of a fact: its claims of it, and how they stand to ours; None where they were not compared with ours."""

    document: str
    claims: tuple[Claim, ...]
    kind: VerdictKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A figure with all that its document says of the fact, and the other sources of it, gravest first."""

    claim: Claim
    label: str
    ours: tuple[Claim, ...]
    standings: tuple[Standing, ...]

    def count(self, kinds: Sequence[VerdictKind | None], report: Report) -> int:
        """Return how many voices stand so to ours; sources that repeat one text are one voice."""
        return report.voices(standing.document for standing in self.standings if standing.kind in kinds)


def claim_at(report: Report, document: str, offset: int) -> Claim | None:
    """Return the figure at a character of a document, its end included; the narrowest of several."""
    found = [claim for claim in report.claims.values() if claim.document == document and claim.span.start <= offset <= claim.span.end]
    return min(found, key=lambda claim: claim.span.end - claim.span.start, default=None)


class Facts:
    """The facts of a report, by their claims."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._home = {claim: fact for fact in report.facts.values() for claim in fact.claims}
        self._kinds: dict[str, dict[str, VerdictKind]] = {}
        for verdict in report.verdicts:
            self._kinds.setdefault(verdict.a, {})[verdict.b] = verdict.kind
            self._kinds.setdefault(verdict.b, {})[verdict.a] = verdict.kind

    def company(self, claim: Claim) -> Company:
        """Return who else tells what a figure says, and what stands beside it without comparing."""
        claims = self._report.claims
        fact = self._home.get(claim.id)
        members = fact.claims if fact else (claim.id,)
        ours = tuple(claims[id_] for id_ in members if claims[id_].document == claim.document)
        beside = [other for one in ours for other in self._kinds.get(one.id, {}) if claims[other].document != claim.document]
        by_document: dict[str, list[Claim]] = {}
        for id_ in dict.fromkeys((*members, *beside)):
            if claims[id_].document != claim.document:
                by_document.setdefault(claims[id_].document, []).append(claims[id_])
        standings = [
            Standing(document=document, claims=tuple(theirs), kind=self._kind(ours, theirs)) for document, theirs in by_document.items()
        ]
        standings.sort(key=lambda standing: GRAVITY.index(standing.kind) if standing.kind else len(GRAVITY))
        return Company(claim=claim, label=fact.label if fact else "", ours=ours, standings=tuple(standings))

    def _kind(self, ours: Sequence[Claim], theirs: Sequence[Claim]) -> VerdictKind | None:
        """Return how a source stands to ours: agreeing where any of its figures does and none contradicts."""
        kinds = {kind for one in ours for other in theirs if (kind := self._kinds.get(one.id, {}).get(other.id)) is not None}
        if VerdictKind.AGREEMENT in kinds and VerdictKind.CONTRADICTION not in kinds:
            return VerdictKind.AGREEMENT
        return min(kinds, key=GRAVITY.index, default=None)


def lens_title(company: Company, report: Report) -> str:
    """Return how the sources of a fact stand, in a few words; "" where no other source tells it."""
    agree = company.count((VerdictKind.AGREEMENT,), report)
    differ = company.count((VerdictKind.CONTRADICTION,), report)
    rest = (
        (VerdictKind.UPDATE, "at another time"),
        (VerdictKind.REFINEMENT, "more or less exact"),
        (VerdictKind.INCOMMENSURABLE, "not comparable"),
    )
    said = [f"{agree + 1} sources agree"] if agree else []
    if differ:
        said.append(f"{differ} {'differs' if differ == 1 else 'differ'}" if agree else f"{_sources(differ)} {_say(differ)} otherwise")
    counts = ((company.count((kind,), report), words) for kind, words in rest)
    return ", ".join([*said, *(f"{number} {words}" for number, words in counts if number)])


def _sources(number: int) -> str:
    return "1 other source" if number == 1 else f"{number} other sources"


def _say(number: int) -> str:
    return "says" if number == 1 else "say"


def hover_text(company: Company, report: Report, link: Link) -> str:
    """Return the fact's table of sources in Markdown, ours first, then what is reported of the figure.

    `link` gives the address of a figure's place, or "".
    """
    rows = [f"**{_cell(company.label or company.claim.text)}**", ""]
    if company.standings:
        rows += [*HEAD, *_rows(company, report, link)]
    else:
        rows.append(f"“{_cell(company.claim.text)}” means {_cell(meant_in_words(company.claim.quantity))}. No other source tells it.")
    said = list(_findings(company, report))
    return "\n".join([*rows, *(["", *said] if said else [])]) + "\n"


def _rows(company: Company, report: Report, link: Link) -> Iterator[str]:
    yield _row("**this article**", company.ours, "")
    for standing in company.standings[:MOST_ROWS]:
        mark = f"{SIGNS.mark(standing.kind)} {SAID[standing.kind]}" if standing.kind else ""
        yield _row(_named(standing.claims[0], report, link), standing.claims, mark)
    more = len(company.standings) - MOST_ROWS
    if more > 0:
        yield f"| and {more} more | | | |"


def _row(name: str, claims: Sequence[Claim], mark: str) -> str:
    told = {(_cell(claim.text), _cell(meant_in_words(claim.quantity))): None for claim in claims}
    says, means = ("; ".join(dict.fromkeys(part)) for part in zip(*told, strict=True))
    return f"| {name} | {says} | {means} | {mark} |"


def _named(claim: Claim, report: Report, link: Link) -> str:
    source = report.sources[claim.document]
    address = link(claim)
    name = _cell(source.path or source.id)
    about = ", ".join(_cell(part) for part in (source.outlet, source.published) if part)
    return (f"[{name}]({address})" if address else name) + (f" ({about})" if about else "")


def _findings(company: Company, report: Report) -> Iterator[str]:
    ours = {claim.id for claim in company.ours}
    for finding in report.findings.values():
        if not ours.isdisjoint((finding.primary, *finding.related)):
            known = f" — {_suppressed(finding.suppressions[0].reason)}" if finding.suppressions else ""
            yield f"- `{finding.rule}`: {_cell(finding.message)}{known}"


def _suppressed(reason: str) -> str:
    return f"not reported: {_cell(reason)}" if reason else "not reported"


SPECIAL: Mapping[int, str] = str.maketrans({letter: f"\\{letter}" for letter in "\\`*_[]<>|"})


def _cell(text: str) -> str:
    """Return text as Markdown shows it unchanged, in one line."""
    return " ".join(one_line(text).split()).translate(SPECIAL)
