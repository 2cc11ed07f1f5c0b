"""The report for people, laid out for a terminal: the only door to rich."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.box import Box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.verdict import Finding, Level, VerdictKind
from claimcheck.report.layout import GAP, MARK, Columns, Layout
from claimcheck.report.marks import SAID
from claimcheck.report.outline import Outline, echo_lines, kind_of_finding, outline_of, sides_of, verdict_line
from claimcheck.report.places import Places, common_folder, place_of, source_langs
from claimcheck.report.quote import cell_width, one_line, quote_lines, wrap
from claimcheck.report.regions import region_at
from claimcheck.report.remarks import figures_of, remarks_of
from claimcheck.report.rows import Cell, Row
from claimcheck.values import dataclass
from claimcheck.wording.figures import derived_in_words, reading_in_words

STYLES = {
    VerdictKind.CONTRADICTION: "bold red",
    VerdictKind.INCOMMENSURABLE: "yellow",
    VerdictKind.UPDATE: "cyan",
    VerdictKind.REFINEMENT: "blue",
    VerdictKind.AGREEMENT: "green",
}
LEVEL_STYLES = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.INFO: "cyan"}
WIDEST_QUOTE = 100
MOST_SIDES = 4
MOST_PLACES = 6
TEXTS_IN_CELL = 2


def terminal_text(report: Report, places: Places, layout: Layout) -> str:
    """Return the whole report as text for a terminal, without escapes unless `layout.color`."""
    outline = outline_of(report)
    console = Console(
        file=io.StringIO(),
        width=max(40, layout.width),
        force_terminal=layout.color,
        color_system="standard" if layout.color else None,
        no_color=not layout.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        safe_box=False,
        _environ={},
    )
    page = Page(outline=outline, places=places, layout=layout, console=console, names=source_names(report), langs=source_langs(report))
    page.print_all()
    written = console.file
    assert isinstance(written, io.StringIO)  # noqa: S101 - it was made a few lines above
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines()) + "\n"


def source_names(report: Report) -> dict[str, str]:
    """Return the short names of the sources, S1 and up, in the order of the report."""
    return {id_: f"S{number}" for number, id_ in enumerate(report.sources, start=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The parts of the report, each printed by a method of its own, from top to bottom."""

    outline: Outline
    places: Places
    layout: Layout
    console: Console
    names: dict[str, str]
    langs: dict[str, str]

    def print_all(self) -> None:
        """Print every part that has something to say."""
        self._say(Text(verdict_line(self.outline), style="bold"))
        if not self.layout.quiet:
            self._print_sources()
            self._print_matrix()
        self._print_full()
        if not self.layout.quiet:
            self._print_brief()
            self._print_folded()
        self._print_notices()
        self._print_skipped()

    def _say(self, text: Text | str = "", indent: int = 0) -> None:
        self.console.print(Padding(text, (0, 0, 0, indent)) if indent else text)

    def _heading(self, title: str) -> None:
        self._say()
        self._say(Text(title, style="bold"))

    def _say_rest(self, length: int, what: str) -> None:
        rest = length - self.layout.shown(length)
        if rest:
            self._say(Text(f"{self.layout.marks.ellipsis} {rest:,} more {what}; --limit 0 shows all", style="dim"), 2)

    # --- sources and matrix

    def _print_sources(self) -> None:
        sources = list(self.outline.report.sources.values())
        folder = common_folder([source.path for source in sources])
        self._heading(f"Sources in {folder}" if folder else "Sources")
        table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True)
        for source in sources[: self.layout.shown(len(sources))]:
            name = source.path.removeprefix(folder).removeprefix("/") or source.id
            if source.outlet:
                name += f" ({source.outlet})"
            table.add_row(self.names[source.id], name, self.langs[source.id], source.published)
        self._say_table(table)
        self._say_rest(len(sources), "sources")
        for line in echo_lines(self.outline.report, self.names):
            self._say_hanging(Text(line))

    def _say_table(self, table: Table) -> None:
        self.console.print(Padding(table, (0, 0, 0, 2)))

    def _print_matrix(self) -> None:
        rows = self.outline.rows[: self.layout.shown(len(self.outline.rows))]
        if not rows:
            return
        self._heading("Facts and what each source says")
        sources = [id_ for id_ in self.outline.report.sources if any(cell.source == id_ for row in rows for cell in row.cells)]
        columns = Columns.fitting(self.layout.width, len(sources))
        if columns is not None:
            self._print_grid(rows, sources, columns)
        else:
            self._print_stacked(rows)
        self._say_rest(len(self.outline.rows), "facts")
        self._print_key(rows)

    def _print_grid(self, rows: tuple[Row, ...], sources: list[str], columns: Columns) -> None:
        marks = self.layout.marks
        line = marks.rule
        box = Box(f"    \n    \n {line}  \n    \n    \n    \n    \n    \n", ascii=not line.isascii())
        table = Table(box=box, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0), header_style="bold")
        table.add_column("", width=MARK, no_wrap=True)
        table.add_column("", width=columns.label, overflow="fold")
        for id_ in sources:
            table.add_column(self._head(id_, columns.cell), width=columns.cell, overflow="fold")
        for row in rows:
            said = {cell.source: _hang(self._cell_text(cell), columns.cell) for cell in row.cells}
            table.add_row(self._row_mark(row), row.label, *(said.get(id_, Text("")) for id_ in sources))
        self.console.print(table)

    def _head(self, id_: str, width: int) -> Text:
        """Return a column's head: the short name, with the outlet or the language where that fits."""
        name, source = self.names[id_], self.outline.report.sources[id_]
        longer = [f"{name} {part}" for part in (source.outlet, self.langs[id_]) if part]
        return Text(next((head for head in longer if cell_width(head) <= width), name))

    def _cell_text(self, cell: Cell) -> Text:
        texts = figures_of(cell, self.outline)
        said = f" {self.layout.marks.dot} ".join(texts[:TEXTS_IN_CELL])
        if len(texts) > TEXTS_IN_CELL:
            said += f" (+{len(texts) - TEXTS_IN_CELL})"
        return self._mark(cell.kind).append(said, style="bold red" if cell.kind is VerdictKind.CONTRADICTION else None)

    def _row_mark(self, row: Row) -> Text:
        """Return the mark of a fact, and behind it that of facts which it cannot be compared with."""
        kinds = (row.kind, VerdictKind.INCOMMENSURABLE) if row.is_apart else (row.kind,)
        return Text().join(Text(self.layout.marks.mark(kind), style=STYLES[kind] if kind else "") for kind in kinds)

    def _mark(self, kind: VerdictKind | None) -> Text:
        """Return a verdict's mark in its colour, and a space."""
        return Text().append(self.layout.marks.mark(kind), style=STYLES[kind] if kind else None).append(" ")

    def _print_stacked(self, rows: tuple[Row, ...]) -> None:
        """Print one fact a paragraph, where the sources are too many for columns."""
        for row in rows:
            self._say(self._row_mark(row).append(f" {row.label}", style="bold"), 2)
            entries = [Text().append(f"{self.names[cell.source]} ", style="dim").append_text(self._cell_text(cell)) for cell in row.cells]
            for line in _flow(entries, self.layout.width - 4):
                self._say(line, 4)

    def _print_key(self, rows: tuple[Row, ...]) -> None:
        marks = self.layout.marks
        kinds = {row.kind for row in rows} | {cell.kind for row in rows for cell in row.cells}
        kinds |= {VerdictKind.INCOMMENSURABLE for row in rows if row.is_apart}
        used = [f"{marks.mark(kind)} {word}" for kind, word in SAID.items() if kind in kinds]
        if None in kinds:
            used.append(f"{marks.single} not compared")
        for line in _flow([Text(entry, style="dim") for entry in used], self.layout.width - 4):
            self._say(line, 2)

    # --- findings

    def _print_full(self) -> None:
        findings = self.outline.full
        for finding in findings[: self.layout.shown(len(findings))]:
            self._say()
            self._print_finding(finding)
        self._say_rest(len(findings), "findings")

    def _print_finding(self, finding: Finding) -> None:
        marks = self.layout.marks
        mark = marks.mark(finding.verdict) if finding.verdict else marks.warning
        what = kind_of_finding(finding, self.outline.report)
        style = LEVEL_STYLES[finding.level]
        head = Text().append(f"{mark} {what}", style=style).append(f" ({finding.level.value})  ")
        self._say_hanging(head.append(finding.message, style="bold"), 0)
        for derived in self._derived_lines(finding):
            self._say(Text(derived), 2)
        sides = sides_of(self.outline, finding)
        for side in sides[:MOST_SIDES]:
            self._print_side(side, style)
        if len(sides) > MOST_SIDES:
            places = [place_of(side[0], self.outline.report, self.places) for side in sides[MOST_SIDES:]]
            more = f" and {len(places) - MOST_PLACES:,} more" if len(places) > MOST_PLACES else ""
            self._say(Text(f"also {', '.join(places[:MOST_PLACES])}{more}", style="dim"), 2)
        self._print_reasons(finding)

    def _derived_lines(self, finding: Finding) -> Iterator[str]:
        for id_ in finding.derived:
            derived = self.outline.report.derived[id_]
            origin = " and ".join(one_line(self.outline.report.claims[claim].text) for claim in derived.claims)
            yield f"derived: {derived.label} = {derived_in_words(derived)}, from {origin}"

    def _print_side(self, side: tuple[Claim, ...], style: str) -> None:
        """Print a sentence with its place above, the figures underlined, and what each says and means below."""
        first = side[0]
        place = place_of(first, self.outline.report, self.places)
        source = self.outline.report.sources[first.document]
        parts = (self.names[first.document], first.evidence.lang, source.published)
        about = f" {self.layout.marks.dot} ".join(part for part in parts if part)
        for line in _flow([Text(place, style="cyan"), Text(about, style="dim")], self.layout.width - 2):
            self._say(line, 2)
        width = min(self.layout.width, WIDEST_QUOTE) - 4
        start = first.evidence.sentence.start
        marked = [(claim.span.start - start, claim.span.end - start) for claim in side]
        for quoted in quote_lines(first.evidence.quote, marked, width):
            self._say(Text(quoted.text), 4)
            if quoted.under:
                self._say(Text(quoted.under, style=style), 4)
        for claim in side:
            self._say(Text(f"= {reading_in_words(claim)}", style="dim"), 4)

    def _print_reasons(self, finding: Finding) -> None:
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(no_wrap=True, width=7)
        table.add_column(overflow="fold")
        for reason in self._reasons(finding):
            table.add_row("because", reason)
        if finding.help and finding is self._first_with(finding.help):
            table.add_row("help", finding.help)
        table.add_row("rule", finding.rule)
        table.add_row("more", f"claimcheck why {finding.fingerprint or finding.id}")
        self._say_table(table)

    def _first_with(self, help_: str) -> Finding:
        """Return the first finding with this advice; it is given only once."""
        return next(finding for finding in self.outline.full if finding.help == help_)

    def _reasons(self, finding: Finding) -> list[str]:
        """Return why, where that is not what the message says already, of the same two figures or of others on the same rung."""
        pairs = (self.outline.pairs.get(frozenset((finding.primary, other))) for other in finding.related)
        verdicts = [verdict for verdict in pairs if verdict is not None and verdict.kind is finding.verdict]
        told = {(verdict.rule, verdict.rung) for verdict in verdicts if verdict.reason == finding.message}
        reasons = dict.fromkeys(verdict.reason for verdict in verdicts if (verdict.rule, verdict.rung) not in told)
        return list(reasons)[:MOST_SIDES]

    # --- one line each, and the folded rest

    def _print_brief(self) -> None:
        remarks = remarks_of(self.outline, self.places, self.names)
        if not remarks:
            return
        self._heading("Also")
        for remark in remarks[: self.layout.shown(len(remarks))]:
            mark = self.layout.marks.mark(remark.kind) if remark.kind else self.layout.marks.info
            what = SAID[remark.kind] if remark.kind else "derived"
            line = Text().append(f"{mark} {what}: ", style=STYLES[remark.kind] if remark.kind else "cyan").append(remark.text)
            self._say_hanging(line.append(f"  {remark.place}", style="dim") if remark.place else line)
        self._say_rest(len(remarks), "remarks")

    def _say_hanging(self, line: Text, indent: int = 2) -> None:
        """Print a paragraph whose further lines are indented by two more."""
        for number, part in enumerate(line.wrap(self.console, max(40, self.layout.width) - indent - 2)):
            part.rstrip()
            self._say(part, indent if number == 0 else indent + 2)

    def _print_folded(self) -> None:
        agreements = tuple(row for row in self.outline.rows if row.kind is VerdictKind.AGREEMENT)
        folded = [
            part
            for part in (
                self._print_rows("agreement", "Agreements", agreements),
                self._print_rows("single", "Told by one source", self.outline.single),
            )
            if part
        ]
        if folded:
            self._say()
            names = ",".join(name for name, _ in folded)
            counts = " and ".join(count for _, count in folded)
            self._say(Text(f"{counts} not listed; --show {names} lists them", style="dim"))

    def _print_rows(self, name: str, title: str, rows: tuple[Row, ...]) -> tuple[str, str] | None:
        """Print the rows if asked to; else return the option that shows them and their count."""
        if not rows:
            return None
        if name not in self.layout.show:
            noun = {"agreement": "agreement", "single": "fact told by one source"}[name]
            plural = {"agreement": "agreements", "single": "facts told by one source"}[name]
            return name, f"{len(rows):,} {noun if len(rows) == 1 else plural}"
        self._heading(title)
        for row in rows[: self.layout.shown(len(rows))]:
            said = "; ".join(self._said_with_place(cell) for cell in row.cells)
            self._say_hanging(self._mark(row.kind).append(f"{row.label}: ", style="bold").append(said))
        self._say_rest(len(rows), "facts")
        return None

    def _said_with_place(self, cell: Cell) -> str:
        claim = self.outline.report.claims[cell.claims[0]]
        texts = f" {self.layout.marks.dot} ".join(figures_of(cell, self.outline))
        return f"{texts} ({place_of(claim, self.outline.report, self.places)})"

    def _print_notices(self) -> None:
        report = self.outline.report
        if not report.notices:
            return
        self._heading("Suppressions")
        for notice in report.notices:
            region = region_at(notice.document, notice.span, report, self.places)
            line = Text(f"{region.path}:{region.start.line}:{region.start.column}", style="cyan")
            line.append(f" {notice.level.value} ", style=LEVEL_STYLES[notice.level]).append(one_line(notice.message))
            self._say_hanging(line.append(f"  {notice.help}" if notice.help else "", style="dim"))

    def _print_skipped(self) -> None:
        if not self.outline.report.skipped:
            return
        self._heading("Not read")
        for skipped in self.outline.report.skipped:
            self._say_hanging(Text(f"{skipped.path}: {skipped.reason}", style="yellow"))


def _flow(entries: list[Text], width: int) -> Iterator[Text]:
    """Yield lines of entries side by side, none of them broken while it fits on a line of its own."""
    line = Text()
    for entry in entries:
        if line and line.cell_len + 3 + entry.cell_len > width:
            yield line
            line = Text()
        line.append("   " if line else "").append_text(entry)
    if line:
        yield line


def _hang(text: Text, width: int) -> Text:
    """Return a cell's text in lines, the further ones indented to stand behind the mark."""
    mark, said = text[:2], text[2:]
    lines = [said[start:end] for start, end in wrap(said.plain, width - 2)]
    return mark.append_text(Text("\n  ").join(lines))
