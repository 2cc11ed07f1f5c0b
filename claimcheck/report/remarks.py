"""What is said in one line: updates and refinements, fact by fact, and derived figures worth a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.model.verdict import Finding, VerdictKind
from claimcheck.report.outline import Outline
from claimcheck.report.places import Places, place_of
from claimcheck.report.quote import one_line
from claimcheck.report.rows import Cell, Row
from claimcheck.values import dataclass
from claimcheck.wording.rungs import rung_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One line: its verdict (None for a derived figure), what is said, and where to look, or ""."""

    kind: VerdictKind | None
    text: str
    place: str


def remarks_of(outline: Outline, places: Places, names: Mapping[str, str]) -> list[Remark]:
    """Return a remark for each brief finding; several of one kind on one fact make one, with every source's figures."""
    groups: dict[tuple[VerdictKind | None, str], list[Finding]] = {}
    for finding in outline.brief:
        groups.setdefault(
            (finding.verdict, outline.fact_of.get(finding.primary, finding.id) if finding.verdict else finding.id), []
        ).append(finding)
    rows = {fact: row for row in outline.rows for fact in row.facts}
    remarks = []
    for (kind, fact), findings in groups.items():
        row = rows.get(fact)
        if len(findings) == 1 or row is None:
            remarks += [_single(finding, outline, places) for finding in findings]
        else:
            remarks.append(Remark(kind=kind, text="; ".join(_group_words(row, findings, outline, names)), place=""))
    return remarks


def figures_of(cell: Cell, outline: Outline) -> list[str]:
    """Return the figures of a cell as written, each once, on one line."""
    texts: dict[str, str] = {}
    for id_ in cell.claims:
        text = " ".join(one_line(outline.report.claims[id_].text).split())
        texts.setdefault(text.casefold(), text)
    return list(texts.values())


def _single(finding: Finding, outline: Outline, places: Places) -> Remark:
    place = place_of(outline.report.sides[finding.primary], outline.report, places)
    return Remark(kind=finding.verdict, text=finding.message.removeprefix("derived: "), place=place)


def _group_words(row: Row, findings: list[Finding], outline: Outline, names: Mapping[str, str]) -> Iterator[str]:
    said: dict[str, list[str]] = {}
    for cell in row.cells:
        said.setdefault(", ".join(figures_of(cell, outline)), []).append(names[cell.source])
    yield f"{row.label}: " + "; ".join(f"{' '.join(sources)} {figures}" for figures, sources in said.items())
    rungs = dict.fromkeys(
        verdict.rung
        for finding in findings
        for other in finding.related
        if (verdict := outline.pairs.get(frozenset((finding.primary, other)))) is not None and verdict.kind is finding.verdict
    )
    yield from (rung_in_words(rung) for rung in rungs)
