"""Findings as cards with their sentences, and the lists they stand in: all, by verdict, level, rule and day, and those that do not count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.model.claim import Claim
from claimcheck.model.notice import Notice
from claimcheck.model.verdict import Finding
from claimcheck.report.html.desk import Desk, anchor_of, doc_page, fact_page, figure_of, label_of, mark_of, more, plain_list, quote_of
from claimcheck.report.html.markup import NOTHING, Html, joined, tag
from claimcheck.report.html.routes import Way, file_name
from claimcheck.report.outline import kind_of_finding, sides_of
from claimcheck.report.regions import region_at
from claimcheck.wording.figures import derived_in_words, reading_in_words

MOST_SIDES = 5
UNDATED = "undated"


def cards(desk: Desk, way: Way, findings: Sequence[Finding]) -> Html:
    """Return findings in full, one below the other."""
    return joined(card(desk, way, finding) for finding in findings) or tag("p", "None.")


def card(desk: Desk, way: Way, finding: Finding) -> Html:
    """Return a finding with the sentences of its sides, what it rests on, and what keeps it from counting."""
    sides = sides_of(desk.outline, finding)
    title = tag("h3", mark_of(finding.verdict) if finding.verdict else NOTHING, " ", tag("span", finding.message, dir="auto"))
    said = f"{kind_of_finding(finding, desk.report)}, {finding.level.value}, rule "
    facts = {row.id: row for claim in (finding.primary, *finding.related) for _, row in (desk.row_of.get(claim, (0, None)),) if row}
    parts = [
        title,
        tag("p", said, tag("code", finding.rule), class_="soft"),
        *(_side(desk, way, side) for side in sides[:MOST_SIDES]),
        more(len(sides) - MOST_SIDES, "sentences of other sources, on the page of the fact"),
        plain_list(
            [
                tag("span", f"{one.label}: {derived_in_words(one)}", dir="auto")
                for one in map(desk.report.derived.get, finding.derived)
                if one
            ]
        ),
        tag("p", finding.help) if finding.help else NOTHING,
        *(tag("p", "Fact: ", desk.link(way, fact_page(row), label_of(row))) for row in facts.values()),
        *_closed(finding),
        tag("p", tag("code", f"claimcheck why {finding.fingerprint or finding.id}"), class_="soft"),
    ]
    return tag("section", *parts, class_="card", id=way.name(anchor_of(finding.id)))


def _side(desk: Desk, way: Way, side: tuple[Claim, ...]) -> Html:
    first = side[0]
    when = desk.report.sources[first.document].published
    place = tag("p", desk.source_link(way, first.document), f", {when}, " if when else ", ", desk.place_link(way, first))
    readings = [tag("li", figure_of(claim), ": ", reading_in_words(claim)) for claim in side]
    return joined((place, quote_of(side), tag("ul", *readings)))


def _closed(finding: Finding) -> Iterator[Html]:
    for one in finding.suppressions:
        how = "suppressed in the text" if one.kind == "inSource" else "accepted in the baseline"
        where = f" ({one.where})" if one.where else ""
        yield tag("p", tag("strong", f"{how}{where}"), f": {one.reason}" if one.reason else ", without a reason")
    if finding.baseline:
        yield tag("p", "new since the baseline" if finding.baseline == "new" else "there before, so it does not count")


def notices(desk: Desk, way: Way, said: Sequence[Notice]) -> Html:
    """Return what is said of suppressions, each with its place."""
    entries = []
    for notice in said:
        region = region_at(notice.document, notice.span, desk.report, desk.places)
        place = desk.link(way, doc_page(notice.document), tag("code", f"{region.path}:{region.start.line}:{region.start.column}"))
        entries.append(joined((place, f" {notice.level.value} ", tag("code", notice.rule), f": {notice.message}")))
    return plain_list(entries)


def groups_of(desk: Desk) -> dict[str, dict[str, list[Finding]]]:
    """Return the open findings by verdict, level, rule and day of the source they are shown at; each group in order of weight."""
    groups: dict[str, dict[str, list[Finding]]] = {"verdict": {}, "level": {}, "rule": {}, "date": {}}
    for finding in (*desk.outline.full, *desk.outline.brief):
        day = desk.report.sources[desk.sides[finding.primary].document].published[:10] or UNDATED
        names = {"verdict": kind_of_finding(finding, desk.report), "level": finding.level.value, "rule": finding.rule, "date": day}
        for by, name in names.items():
            groups[by].setdefault(name, []).append(finding)
    return {by: {name: own[name] for name in sorted(own)} for by, own in groups.items()}


def group_page(by: str, name: str) -> str:
    """Return the path of the first page of a group of findings."""
    return f"findings/{by}-{file_name(name)}.html"


def filters(desk: Desk, way: Way, groups: Mapping[str, Mapping[str, Sequence[Finding]]]) -> Html:
    """Return links to the groups, each with its count."""
    rows = []
    for by, own in groups.items():
        links = joined((joined((desk.link(way, group_page(by, name), name), f" ({len(found):,})")) for name, found in own.items()), " · ")
        if own:
            rows.append(tag("li", f"by {by}: ", links))
    return tag("ul", *rows) if rows else NOTHING
