"""The matrix of facts and sources, and a page for each fact."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.claim import Claim
from claimcheck.model.days import is_yearless
from claimcheck.model.verdict import VerdictKind
from claimcheck.report.html.charts import Voice, fact_charts
from claimcheck.report.html.desk import (
    Desk,
    fact_page,
    figure_of,
    label_of,
    mark_of,
    more,
    plain_list,
    quote_of,
    section,
    table,
    table_row,
)
from claimcheck.report.html.markup import NOTHING, Html, joined, tag
from claimcheck.report.html.routes import Way
from claimcheck.report.marks import GRAVITY
from claimcheck.report.rows import Cell, Row
from claimcheck.wording.figures import interval_in_words, reading_in_words

MOST_COLUMNS = 12
MOST_FIGURES = 3
MOST_CELLS = 8
MOST_PAIRS = 100
MOST_QUOTES = 3


def matrix(desk: Desk, way: Way, rows: Sequence[Row]) -> Html:
    """Return facts as rows and sources as columns; with many sources, the sources of each fact in one cell."""
    sources = [id_ for id_ in desk.report.sources if any(cell.source == id_ for row in rows for cell in row.cells)]
    if not rows:
        return tag("p", "No fact is told by more than one source.")
    if len(sources) > MOST_COLUMNS:
        return table("Facts and what their sources say", ("Fact", "Verdict", "Sources"), [_long_row(desk, way, row) for row in rows])
    heads = ("Fact", "Verdict", *(desk.source_link(way, id_) for id_ in sources))
    return table("Facts as rows, sources as columns", heads, [_row(desk, way, row, sources) for row in rows])


def _row(desk: Desk, way: Way, row: Row, sources: Sequence[str]) -> Html:
    said = {cell.source: cell for cell in row.cells}
    cells = [_cell(desk, way, row, said[id_]) if id_ in said else NOTHING for id_ in sources]
    return table_row(_fact_link(desk, way, row), _verdict(row), *cells)


def _long_row(desk: Desk, way: Way, row: Row) -> Html:
    cells = sorted(row.cells, key=lambda cell: GRAVITY.index(cell.kind) if cell.kind else len(GRAVITY))
    entries = [joined((desk.source_link(way, cell.source), ": ", _cell(desk, way, row, cell))) for cell in cells[:MOST_CELLS]]
    rest = more(len(cells) - MOST_CELLS, "sources")
    return table_row(_fact_link(desk, way, row), _verdict(row), joined((plain_list(entries), rest)))


def _fact_link(desk: Desk, way: Way, row: Row) -> Html:
    return joined((f"{desk.row_of[row.cells[0].claims[0]][0]} ", desk.link(way, fact_page(row), label_of(row))))


def _verdict(row: Row) -> Html:
    apart = (" ", mark_of(VerdictKind.INCOMMENSURABLE, said=True)) if row.is_apart else ()
    return joined((mark_of(row.kind, said=True), *apart))


def _cell(desk: Desk, way: Way, row: Row, cell: Cell) -> Html:
    claims = [desk.report.claims[id_] for id_ in cell.claims]
    unlike = list({" ".join(claim.text.split()).casefold(): claim for claim in reversed(claims)}.values())[::-1]
    figures = joined((desk.link(way, fact_page(row), figure_of(claim)) for claim in unlike[:MOST_FIGURES]), " · ")
    rest = f" +{len(unlike) - MOST_FIGURES}" if len(unlike) > MOST_FIGURES else ""
    return joined((mark_of(cell.kind), " ", figures, rest))


def voices_of(desk: Desk, row: Row) -> tuple[Voice, ...]:
    """Return the sources of a fact, those that repeat the text of another behind it."""
    voice = {source: echo.sources[0] for echo in desk.report.echoes for source in echo.sources}
    groups: dict[str, list[str]] = {}
    for cell in row.cells:
        groups.setdefault(voice.get(cell.source, cell.source), []).append(cell.source)
    return tuple((sources[0], tuple(sources[1:])) for sources in groups.values())


def fact(desk: Desk, way: Way, row: Row, voices: Sequence[Voice]) -> Html:
    """Return the page of a fact for some of its sources: the figures on a line, the sentences, how they compare."""
    cells = {cell.source: cell for cell in row.cells}
    quoted = joined(_voice(desk, way, cells, voice) for voice in voices)
    return joined(
        (
            tag("p", _verdict(row), class_="lead"),
            section("On a line", *fact_charts(desk, row, voices)),
            section("What the sources say", quoted),
            section("How they compare", _pairs(desk, way, row)),
            section("Findings", plain_list([desk.finding_link(way, finding) for finding in desk.findings_of.get(("fact", row.id), [])])),
        )
    )


def _voice(desk: Desk, way: Way, cells: dict[str, Cell], voice: Voice) -> Html:
    source, echoes = voice
    repeated = joined(_said(desk, way, cells[id_]) for id_ in echoes)
    title = f"{len(echoes):,} {'source repeats' if len(echoes) == 1 else 'sources repeat'} this text"
    folded = tag("details", tag("summary", title), repeated) if echoes else NOTHING
    return tag("div", _said(desk, way, cells[source]), folded, class_="card")


def _said(desk: Desk, way: Way, cell: Cell) -> Html:
    sentences: dict[int, list[Claim]] = {}
    for id_ in cell.claims:
        claim = desk.report.claims[id_]
        sentences.setdefault(claim.evidence.sentence.start, []).append(claim)
    quotes = [_sentence(desk, way, claims) for claims in list(sentences.values())[:MOST_QUOTES]]
    title = tag("h3", mark_of(cell.kind), " ", desk.source_link(way, cell.source))
    return joined((title, source_line(desk, cell.source), *quotes, more(len(sentences) - MOST_QUOTES, "sentences")))


def source_line(desk: Desk, id_: str) -> Html:
    """Return what is known of a source, in a line."""
    source = desk.report.sources[id_]
    parts = [part for part in (desk.langs[id_], source.published and f"published {source.published}", source.role) if part]
    parts += [f"sha256 {source.digest[:16]}"] if source.digest else []
    return tag("p", ", ".join(parts), class_="soft")


def _sentence(desk: Desk, way: Way, claims: list[Claim]) -> Html:
    readings = [tag("li", figure_of(claim), ": ", reading_in_words(claim), _as_of(claim)) for claim in claims]
    return joined((tag("p", desk.place_link(way, claims[0])), quote_of(claims), tag("ul", *readings)))


def _as_of(claim: Claim) -> str:
    when = claim.as_of
    return f"; as of {interval_in_words(when, 'date', yearless=is_yearless(when))}" if when is not None else ""


def _pairs(desk: Desk, way: Way, row: Row) -> Html:
    rows = []
    verdicts = desk.verdicts_of.get(row.id, [])
    for verdict in verdicts[:MOST_PAIRS]:
        a, b = desk.report.claims[verdict.a], desk.report.claims[verdict.b]
        sides = [joined((desk.source_link(way, side.document), ": ", figure_of(side))) for side in (a, b)]
        rows.append(
            table_row(
                sides[0], sides[1], mark_of(verdict.kind, said=True), tag("span", verdict.reason, dir="auto"), tag("code", verdict.rule)
            )
        )
    heads = ("One", "Other", "Verdict", "Why", "Rule")
    return joined((table("Pairs of figures, the gravest verdicts first", heads, rows), more(len(verdicts) - MOST_PAIRS, "pairs")))
