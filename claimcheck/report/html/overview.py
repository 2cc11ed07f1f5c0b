"""The first page, the sources that were and were not read, what cannot be compared, and the run itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from claimcheck.model.source import Skipped
from claimcheck.model.verdict import Derived, Finding, Verdict, VerdictKind
from claimcheck.report.html.charts import ratio_chart
from claimcheck.report.html.desk import (
    Desk,
    figure_of,
    more,
    plain_list,
    quote_of,
    section,
    table,
    table_row,
)
from claimcheck.report.html.findings import cards, filters, group_page, notices
from claimcheck.report.html.markup import Html, joined, tag
from claimcheck.report.html.routes import CLOSED, FINDINGS, MATRIX, SOURCES, Way
from claimcheck.report.outline import echo_lines, verdict_line
from claimcheck.version import VERSION
from claimcheck.wording.figures import derived_in_words

TOP = 20
MOST_NOTICES = 100
MOST_ROWS = 500
MOST_RATIOS = 200


def index(desk: Desk, way: Way, groups: Mapping[str, Mapping[str, Sequence[Finding]]]) -> Html:
    """Return the verdict line, what was read, the top findings and ways to the rest."""
    found = (*desk.outline.full, *desk.outline.brief)
    closed = sum(1 for finding in desk.report.findings.values() if not finding.is_open)
    rest = [joined((desk.link(way, FINDINGS, f"all {len(found):,} findings"), f"; the first {TOP} stand here"))] if len(found) > TOP else []
    rest += [desk.link(way, CLOSED, f"{closed:,} suppressed or known before")] if closed else []
    rest.append(desk.link(way, MATRIX, f"matrix of {len(desk.outline.rows):,} facts"))
    rest += (
        [joined((f"{len(desk.outline.single):,} figures or facts are told by one source alone: in the articles, underlined with dots",))]
        if desk.outline.single
        else []
    )
    return joined(
        (
            tag("p", verdict_line(desk.outline), class_="lead"),
            section("Coverage", _coverage(desk, way)),
            section("Top findings", filters(desk, way, groups), cards(desk, way, found[:TOP]), plain_list(rest)),
            section("Comments in the texts", notices(desk, way, desk.report.notices[:MOST_NOTICES])),
        )
    )


def _coverage(desk: Desk, way: Way) -> Html:
    report = desk.report
    entries = [joined((desk.link(way, SOURCES, f"{len(report.sources):,} {'source' if len(report.sources) == 1 else 'sources'} read"),))]
    if report.review:
        shown = joined((desk.source_link(way, id_) for id_ in report.review[:TOP]), ", ")
        entries.append(joined((f"{len(report.review):,} under review: ", shown, " …" if len(report.review) > TOP else "")))
    guesses = [id_ for id_, source in report.sources.items() if source.encoding_guessed]
    entries += [joined((desk.source_link(way, id_), f": read as {report.sources[id_].encoding}, a guess")) for id_ in guesses[:TOP]]
    names = {id_: desk.name(id_) for id_ in report.sources}
    entries += [tag("span", line) for line in echo_lines(report, names)][:TOP]
    entries += [tag("span", tag("code", one.path), f": not read: {one.reason}") for one in report.skipped[:TOP]]
    if len(report.skipped) > TOP:
        entries.append(desk.link(way, SOURCES, f"{len(report.skipped) - TOP:,} more not read"))
    return plain_list(entries)


def sources(desk: Desk, way: Way, part: Sequence[str | Skipped]) -> Html:
    """Return some of the sources, with what is known of them, and of the files that were not read, with why."""
    counts = Counter(claim.document for claim in desk.report.claims.values())
    rows = []
    for id_ in part:
        if isinstance(id_, str):
            source = desk.report.sources[id_]
            state = "under review" if id_ in desk.report.review else ""
            known = (desk.langs[id_], source.published, f"{counts[id_]:,}", f"{len(desk.findings_of.get(('source', id_), [])):,}", state)
            rows.append(table_row(joined((desk.source_link(way, id_), " ", tag("code", desk.path(id_)))), *known))
    missed = [table_row(tag("code", one.path), one.reason) for one in part if isinstance(one, Skipped)]
    heads = ("Source", "Language", "Published", "Figures", "Findings", "")
    return joined((table("Sources read", heads, rows), table("Not read", ("File", "Why"), missed)))


def apart(desk: Desk, way: Way, pairs: Sequence[Verdict], *, with_ratios: bool) -> Html:
    """Return pairs that cannot be compared, with why, and what ratios the figures imply."""
    compared = joined(_apart(desk, way, verdict) for verdict in pairs) or tag("p", "No pair was set apart.")
    return joined((section("Not compared", compared), _ratios(desk, way) if with_ratios else ""))


def _apart(desk: Desk, way: Way, verdict: Verdict) -> Html:
    sides = [desk.report.claims[verdict.a], desk.report.claims[verdict.b]]
    title = tag("h3", figure_of(sides[0]), " ∥ ", figure_of(sides[1]))
    quotes = [joined((tag("p", desk.source_link(way, side.document), " ", desk.place_link(way, side)), quote_of([side]))) for side in sides]
    return tag(
        "section", title, tag("p", verdict.reason, dir="auto"), *quotes, tag("p", tag("code", verdict.rule), class_="soft"), class_="card"
    )


def _ratios(desk: Desk, way: Way) -> Html:
    by_unit: dict[str, list[Derived]] = {}
    for derived in desk.report.derived.values():
        if derived.operation == "ratio":
            by_unit.setdefault(derived.unit, []).append(derived)
    charts = [ratio_chart(desk, unit, ratios) for unit, ratios in by_unit.items()]
    rows = [
        table_row(tag("bdi", one.label), derived_in_words(one), one.operation, _origin(desk, way, one))
        for one in list(desk.report.derived.values())[:MOST_RATIOS]
    ]
    heads = ("Computed", "Value", "How", "From")
    rest = more(len(desk.report.derived) - MOST_RATIOS, "computed figures")
    return section("Computed figures", *charts, table("Figures computed from others", heads, rows), rest)


def _origin(desk: Desk, way: Way, derived: Derived) -> Html:
    return joined((joined((figure_of(desk.sides[id_]), " ", desk.place_link(way, desk.sides[id_]))) for id_ in derived.claims), "; ")


def run(desk: Desk, way: Way) -> Html:
    """Return what the report was made with: versions, settings with their origins, rules with how often they spoke."""
    report = desk.report
    tool = [("claimcheck", VERSION), ("CLDR", report.cldr), ("digest of the rules", report.rules_digest)]
    settings = [table_row(tag("code", setting), origin) for setting, origin in desk.background.settings]
    counts = Counter(finding.rule for finding in report.findings.values())
    closed = Counter(finding.rule for finding in report.findings.values() if not finding.is_open)
    spoke = sorted(counts, key=lambda rule: (-counts[rule], rule))
    found = [
        table_row(desk.link(way, group_page("rule", rule), tag("code", rule)), f"{counts[rule]:,}", f"{closed[rule]:,}")
        for rule in spoke[:MOST_ROWS]
    ]
    loaded = [table_row(tag("code", file.id), file.kind, "" if file.bundled else file.path) for file in report.rule_files[:MOST_ROWS]]
    verdicts = Counter(verdict.kind for verdict in report.verdicts)
    return joined(
        (
            section("Made with", tag("dl", *(joined((tag("dt", name), tag("dd", said))) for name, said in tool if said))),
            section("Verdicts on pairs of figures", plain_list([tag("span", f"{kind.value}: {verdicts[kind]:,}") for kind in VerdictKind])),
            section("Findings by rule", table("How often each rule spoke", ("Rule", "Findings", "Of them suppressed or known"), found)),
            section("Baseline", plain_list([tag("span", f"no finding fits any more: {entry}") for entry in report.stale])),
            section("Settings", table("Settings and where each is from", ("Setting", "Origin"), settings)),
            section("Rules", table("Rule files", ("Id", "Kind", "File, where it is not bundled"), loaded)),
        )
    )
