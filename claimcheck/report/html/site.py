"""All pages of a report, as files of a folder or as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from claimcheck.model.report import Report
from claimcheck.model.source import Skipped
from claimcheck.model.verdict import Finding, Verdict, VerdictKind
from claimcheck.report.html import articles, facts, findings, overview
from claimcheck.report.html.charts import Voice
from claimcheck.report.html.desk import Background, Desk, beside_page, doc_page, fact_page, more, plain_list, section
from claimcheck.report.html.lines import hatching
from claimcheck.report.html.markup import NOTHING, Html, joined, tag
from claimcheck.report.html.routes import APART, CLOSED, FINDINGS, INDEX, MATRIX, RUN, SOURCES, Way, numbered, part_of, parted
from claimcheck.report.outline import outline_of
from claimcheck.report.places import Places
from claimcheck.report.rows import Row
from claimcheck.values import dataclass
from claimcheck.version import VERSION

PAGE = 200  # facts, sources
CARDS = 100  # findings, pairs, voices: each with its sentences
MOST_IN_ONE = 50  # pages of facts and of articles in a report that is one file
STYLE = "style.css"
GENERATOR = "claimcheck"
MAIN = ((INDEX, "Overview"), (MATRIX, "Facts"), (FINDINGS, "Findings"), (APART, "Not comparable"), (SOURCES, "Sources"), (RUN, "Run"))

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be: its path, its title, what writes what stands below it, and the figures that are looked for there."""

    path: str
    title: str
    write: Callable[[Desk, Way], Html]
    claims: tuple[str, ...] = ()


def folder_of(report: Report, places: Places, background: Background) -> Iterator[tuple[str, str]]:
    """Yield the files of the report as a folder: path and text of each, the style sheet first."""
    desk = _desk(report, places, background, single=False)
    pages = list(_pages(desk))
    desk = _with_pages(desk, pages)
    yield STYLE, style()
    for page in pages:
        yield page.path, _whole(desk, page)


def single_of(report: Report, places: Places, background: Background) -> str:
    """Return the report as one file that needs no other."""
    desk = _desk(report, places, background, single=True)
    pages = list(_few(_pages(desk)))
    desk = _with_pages(desk, pages)
    left = len(desk.outline.rows) - sum(1 for page in pages if page.path.startswith("fact/"))
    body = [tag("section", tag("h1", page.title), page.write(desk, desk.way(page.path)), id=part_of(page.path)) for page in pages]
    rest = more(left, "facts have pages of their own where the report is a folder: -o report/")
    return _document(
        "claimcheck report", tag("style", Html(style())), joined((_navigation(desk, INDEX), tag("main", *body, rest), _footer()))
    )


def _with_pages(desk: Desk, pages: Sequence[Page]) -> Desk:
    return replace(
        desk, pages=frozenset(page.path for page in pages), claim_pages={claim: page.path for page in pages for claim in page.claims}
    )


def style() -> str:
    """Return the style sheet."""
    return (Path(__file__).parent / STYLE).read_text(encoding="utf-8")


def _desk(report: Report, places: Places, background: Background, *, single: bool) -> Desk:
    outline = outline_of(report)
    found = (*outline.full, *outline.brief)
    closed = [finding for finding in report.findings.values() if not finding.is_open]
    pages = {finding.id: path for path, part in _paged(FINDINGS, found, CARDS) for finding in part}
    pages |= {finding.id: path for path, part in _paged(CLOSED, closed, CARDS) for finding in part}
    return Desk(report=report, outline=outline, places=places, background=background, single=single, finding_pages=pages)


def _pages(desk: Desk) -> Iterator[Page]:
    """Yield every page, in the order in which one file has them."""
    report, outline = desk.report, desk.outline
    groups = findings.groups_of(desk)
    closed = [finding for finding in report.findings.values() if not finding.is_open]
    named: tuple[str | Skipped, ...] = (*report.sources, *report.skipped)
    yield Page(INDEX, "Do the figures agree?", partial(_index, groups=groups))
    yield from _listed(MATRIX, "Facts and sources", outline.rows, PAGE, facts.matrix)
    yield from _listed(FINDINGS, "Findings", (*outline.full, *outline.brief), CARDS, findings.cards)
    if not desk.single:  # in one file all findings stand together
        for by, own in groups.items():
            for name, found in own.items():
                yield from _listed(findings.group_page(by, name), f"Findings, {by}: {name}", found, CARDS, _by_name)
    if closed:
        yield from _listed(CLOSED, "Suppressed, or known before", closed, CARDS, findings.cards)
    apart = [verdict for verdict in report.verdicts if verdict.kind is VerdictKind.INCOMMENSURABLE]
    for number, (path, part) in enumerate(_paged(APART, apart, CARDS)):
        yield Page(path, "Not comparable", partial(_apart, pairs=part, with_ratios=number == 0, count=_count(apart, CARDS)))
    yield from _listed(SOURCES, "Sources", named, PAGE, overview.sources)
    yield from _fact_pages(desk)
    yield from _source_pages(desk)
    yield Page(RUN, "The run", overview.run)


def _fact_pages(desk: Desk) -> Iterator[Page]:
    for number, row in enumerate(desk.outline.rows, 1):
        yield from _listed(fact_page(row), f"Fact {number}: {row.label[:200]}", facts.voices_of(desk, row), CARDS, partial(_fact, row=row))


def _fact(desk: Desk, way: Way, part: Sequence[Voice], *, row: Row) -> Html:
    return facts.fact(desk, way, row, part)


def _source_pages(desk: Desk) -> Iterator[Page]:
    shown = dict.fromkeys(desk.report.review)
    shown |= dict.fromkeys(cell.source for row in desk.outline.rows for cell in row.cells)
    shown |= dict.fromkeys(source for kind, source in desk.findings_of if kind == "source")
    for id_ in desk.report.sources:
        if desk.report.review and id_ not in shown:
            continue
        parts = articles.parts_of(desk, id_)
        for place, path in enumerate(numbered(doc_page(id_), len(parts))):
            claims = articles.claims_in(desk, id_, parts[place]) if place else ()
            yield Page(path, desk.path(id_), partial(_article, id_=id_, part=parts[place], count=len(parts), first=place == 0), claims)
        shared = articles.shared_rows(desk, id_)
        if shared:
            yield from _listed(beside_page(id_), f"{desk.path(id_)} beside the others", shared, CARDS, partial(_beside, id_=id_))


def _article(desk: Desk, way: Way, *, id_: str, part: articles.Part, count: int, first: bool) -> Html:
    found = plain_list([desk.finding_link(way, finding) for finding in desk.findings_of.get(("source", id_), [])[:PAGE]])
    head = (articles.about(desk, id_), articles.beside_link(desk, way, id_), section("Findings", found)) if first else ()
    return joined((*head, section("Text", articles.article(desk, way, id_, part)), _turn(desk, way, doc_page(id_), count)))


def _beside(desk: Desk, way: Way, part: Sequence[tuple[int, Row]], *, id_: str) -> Html:
    return articles.beside(desk, way, id_, part)


def _index(desk: Desk, way: Way, *, groups: dict[str, dict[str, list[Finding]]]) -> Html:
    return overview.index(desk, way, groups)


def _apart(desk: Desk, way: Way, *, pairs: Sequence[Verdict], with_ratios: bool, count: int) -> Html:
    return joined((overview.apart(desk, way, pairs, with_ratios=with_ratios), _turn(desk, way, APART, count)))


def _by_name(desk: Desk, way: Way, part: Sequence[Finding]) -> Html:
    return findings.cards(desk, way, part)


def _listed(first: str, title: str, entries: Sequence[T], size: int, write: Callable[[Desk, Way, Sequence[T]], Html]) -> Iterator[Page]:
    """Yield as many pages as the entries need; there is always one."""
    count = _count(entries, size)
    for number, (path, part) in enumerate(_paged(first, entries, size), 1):
        said = f"{title} ({number} of {count})" if count > 1 else title
        yield Page(path, said, partial(_list_page, part=part, write=write, first=first, count=count))


def _list_page(desk: Desk, way: Way, *, part: Sequence[T], write: Callable[[Desk, Way, Sequence[T]], Html], first: str, count: int) -> Html:
    return joined((write(desk, way, part), _turn(desk, way, first, count)))


def _paged(first: str, entries: Sequence[T], size: int) -> Iterator[tuple[str, Sequence[T]]]:
    parts = parted(entries, size)
    return zip(numbered(first, len(parts)), parts, strict=True)


def _count(entries: Sequence[T], size: int) -> int:
    return len(parted(entries, size))


def _turn(desk: Desk, way: Way, first: str, count: int) -> Html:
    """Return links to all pages that belong together."""
    if count < 2:
        return NOTHING
    links = [tag("li", desk.link(way, path, str(number))) for number, path in enumerate(numbered(first, count), 1)]
    return tag("nav", tag("ul", *links), aria_label="Pages")


def _few(pages: Iterator[Page]) -> Iterator[Page]:
    """Yield what one file holds: of facts, of articles, and of articles beside others the first ones."""
    seen = dict.fromkeys(("fact", "doc", "beside"), 0)
    for page in pages:
        kind = page.path.partition("/")[0]
        seen[kind] = seen.get(kind, 0) + 1
        if kind not in ("fact", "doc", "beside") or seen[kind] <= MOST_IN_ONE:
            yield page


def _whole(desk: Desk, page: Page) -> str:
    way = desk.way(page.path)
    body = (_navigation(desk, page.path), tag("main", tag("h1", tag("bdi", page.title)), page.write(desk, way)), _footer())
    return _document(page.title, tag("link", rel="stylesheet", href=way.to(STYLE)), joined(body))


def _navigation(desk: Desk, here: str) -> Html:
    way = desk.way(here)
    links = [
        tag("li", tag("a", title, href=way.to(path), aria_current="page" if path == here and not desk.single else None))
        for path, title in MAIN
    ]
    return tag("nav", tag("ul", *links), aria_label="Report")


def _footer() -> Html:
    return tag("footer", f"claimcheck {VERSION}. Every quote is the sentence as it stands in the file.")


def _document(title: str, style_: Html, body: Html) -> str:
    head = (
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="generator", content=GENERATOR),
        tag("title", f"{title} · claimcheck"),
        style_,
    )
    return "<!doctype html>\n" + tag("html", tag("head", *head), tag("body", hatching(), body), lang="en") + "\n"
