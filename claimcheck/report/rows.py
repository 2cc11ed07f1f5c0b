"""The rows of the matrix: each fact across the sources that tell it, and what stands beside it without comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from claimcheck.model.report import Report
from claimcheck.model.verdict import Fact, VerdictKind
from claimcheck.report.marks import gravest
from claimcheck.values import dataclass

BESIDE_AGREEMENT = (VerdictKind.UPDATE, VerdictKind.REFINEMENT)
Relations = Mapping[str, Mapping[str, VerdictKind]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one source says of one fact: the claims, in order of place, and how they relate to what most sources say."""

    source: str
    claims: tuple[str, ...]
    kind: VerdictKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One fact across the sources that tell it.

    `kind` is the gravest verdict among its own claims. `is_apart` tells that it cannot be compared with another fact;
    facts of which nothing else is known share a row, and `facts` are the ids of all that stand in it.
    """

    id: str
    label: str
    kind: VerdictKind | None
    cells: tuple[Cell, ...]
    is_apart: bool = False
    facts: tuple[str, ...] = ()


def relations_of(report: Report) -> dict[str, dict[str, VerdictKind]]:
    """Return for each claim the claims it was compared with, and how they relate."""
    relations: dict[str, dict[str, VerdictKind]] = defaultdict(dict)
    for verdict in report.verdicts:
        relations[verdict.a][verdict.b] = verdict.kind
        relations[verdict.b][verdict.a] = verdict.kind
    return relations


def rows_of(report: Report, fact_of: Mapping[str, str]) -> list[Row]:
    """Return a row for each fact, in the order of the report; facts that are only set apart from one another share one."""
    relations = relations_of(report)
    apart: dict[str, set[str]] = defaultdict(set)
    for verdict in report.verdicts:
        one, other = fact_of.get(verdict.a), fact_of.get(verdict.b)
        if one is not None and other is not None and one != other:
            apart[one].add(other)
            apart[other].add(one)
    rows = {id_: _row(report, id_, fact, relations, is_apart=id_ in apart) for id_, fact in report.facts.items()}
    return _joined(rows, apart, list(report.sources))


def _row(report: Report, id_: str, fact: Fact, relations: Relations, *, is_apart: bool) -> Row:
    own = set(fact.claims)
    kinds = {kind for claim in fact.claims for other, kind in relations.get(claim, {}).items() if other in own}
    kind = gravest(kinds) or (VerdictKind.INCOMMENSURABLE if is_apart else fact.verdict)
    by_source: dict[str, list[str]] = defaultdict(list)
    for claim in fact.claims:
        by_source[report.claims[claim].document].append(claim)
    agreed = _agreed(report, fact, relations)
    cells = []
    for source, claims in by_source.items():
        standing = gravest(set(_standings(claims, agreed, own, relations))) if kinds else kind
        cells.append(Cell(source=source, claims=tuple(claims), kind=standing))
    return Row(id=id_, label=fact.label, kind=kind, cells=tuple(cells), is_apart=is_apart and bool(kinds), facts=(id_,))


def _standings(claims: Iterable[str], agreed: set[str], own: set[str], relations: Relations) -> Iterator[VerdictKind]:
    """Yield how a source's claims stand to what most say, or to all others where no reading has most sources.

    A source that says what most say may also say it more vaguely, or as it was before: that counts for nothing then.
    """
    claims = tuple(claims)
    is_agreed = not agreed.isdisjoint(claims)
    if is_agreed:
        yield VerdictKind.AGREEMENT
    for claim in claims:
        if claim in agreed:
            continue
        for other, kind in relations.get(claim, {}).items():
            if other in (agreed or own) and not (is_agreed and kind in BESIDE_AGREEMENT):
                yield kind


def _agreed(report: Report, fact: Fact, relations: Relations) -> set[str]:
    """Return the claims that most sources agree on: empty unless one such group has more sources than any other."""
    group_of = {claim: claim for claim in fact.claims}
    first_with: dict[object, str] = {}
    for claim in fact.claims:
        quantity = report.claims[claim].quantity
        twin = first_with.setdefault((report.claims[claim].document, quantity.stated, quantity.unit), claim)
        _unite(group_of, claim, twin)
        for other, kind in relations.get(claim, {}).items():
            if kind is VerdictKind.AGREEMENT and other in group_of:
                _unite(group_of, claim, other)
    groups: dict[str, set[str]] = defaultdict(set)
    for claim in fact.claims:
        groups[_root(group_of, claim)].add(claim)
    told = sorted(groups.values(), key=lambda group: -_sources(report, group))
    if not told or _sources(report, told[0]) < 2 or (len(told) > 1 and _sources(report, told[1]) == _sources(report, told[0])):
        return set()
    return told[0]


def _sources(report: Report, claims: Iterable[str]) -> int:
    return report.voices(report.claims[claim].document for claim in claims)


def _joined(rows: Mapping[str, Row], apart: Mapping[str, set[str]], sources: list[str]) -> list[Row]:
    """Return the rows with those put together that are only set apart from one another."""
    lonely = {id_ for id_, row in rows.items() if id_ in apart and not row.is_apart}
    group_of = {id_: id_ for id_ in lonely}
    for id_ in rows:
        for other in sorted(apart.get(id_, ())):
            if id_ in lonely and other in lonely:
                _unite(group_of, id_, other)
    groups: dict[str, list[Row]] = {}
    for id_, row in rows.items():
        groups.setdefault(_root(group_of, id_) if id_ in lonely else id_, []).append(row)
    order = {source: place for place, source in enumerate(sources)}
    return [_merge(group, order) for group in groups.values()]


def _merge(group: list[Row], order: Mapping[str, int]) -> Row:
    claims: dict[str, tuple[str, ...]] = {}
    kinds: dict[str, VerdictKind | None] = {}
    for row in group:
        for cell in row.cells:
            claims[cell.source] = claims.get(cell.source, ()) + cell.claims
            kinds.setdefault(cell.source, cell.kind)
    cells = tuple(Cell(source=source, claims=claims[source], kind=kinds[source]) for source in sorted(claims, key=order.__getitem__))
    label = " / ".join(dict.fromkeys(row.label for row in group))
    return replace(group[0], label=label, cells=cells, facts=tuple(fact for row in group for fact in row.facts))


def _unite(group_of: dict[str, str], one: str, other: str) -> None:
    group_of[_root(group_of, one)] = _root(group_of, other)


def _root(group_of: dict[str, str], member: str) -> str:
    while group_of.setdefault(member, member) != member:
        group_of[member] = group_of[group_of[member]]
        member = group_of[member]
    return member
