"""The report as pages: whole and balanced, without script, nothing unescaped, every link leading somewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from report_values import Story, harbour_story, number, quantity

from claimcheck.cli.pages import background, write_pages
from claimcheck.errors import InputError
from claimcheck.model.notice import Notice, Suppression
from claimcheck.model.report import Echo, Report
from claimcheck.model.rule import Rule
from claimcheck.model.source import Skipped
from claimcheck.model.span import Position, Span
from claimcheck.model.verdict import Level, VerdictKind
from claimcheck.report.html.lines import Line, Stroke, axis_of, number_line
from claimcheck.report.html.markup import escaped, tag
from claimcheck.report.html.site import folder_of, single_of

VOID = {"meta", "link", "br", "hr"}
LOADING = {"script", "iframe", "object", "embed", "img", "base", "form", "audio", "video", "use", "image"}
Places = Mapping[str, Callable[[int], Position]]
Pages = dict[str, str]


@dataclass(slots=True)
class Seen:
    """What a page holds."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: str = ""


class Reader(HTMLParser):
    """Reads a page and fails where an element is not closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen = Seen()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        assert len(known) == len(attrs), f"<{tag}> says one thing twice"
        self.seen.tags.append(tag)
        self.seen.attributes.append((tag, known))
        if known.get("id"):
            self.seen.ids.append(known["id"] or "")
        if tag == "a" and "href" in known:
            self.seen.links.append(known["href"] or "")
        if tag == "link":
            self.seen.sheets.append(known["href"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.seen.text += data


def read(page: str) -> Seen:
    """Return what a page holds; it is whole."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert page.startswith("<!doctype html>\n")
    assert not reader.open
    assert len(reader.seen.ids) == len(set(reader.seen.ids)), "an id stands twice"
    return reader.seen


def pages_of(report: Report, places: Places, *, rules: tuple[Rule, ...] = ()) -> Pages:
    return dict(folder_of(report, places, background((('fail-on = "error"', "default"),), rules)))


def check_links(pages: Pages) -> None:
    """Every link leads to a page there is, and to a place in it."""
    seen = {path: read(text) for path, text in pages.items() if path.endswith(".html")}
    for path, page in seen.items():
        for link in page.links:
            if link.startswith(("http://", "https://")):
                continue
            target, _, place = link.partition("#")
            whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert whole in seen, f"{path} leads to {link}"
            assert not place or place in seen[whole].ids, f"{path} leads to {link}"
        for sheet in page.sheets:
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), sheet)) in pages


def check_policy(text: str, *, linked: bool) -> None:
    """A page opens under default-src 'none'; style-src 'self'; img-src 'self'."""
    seen = read(text)
    assert LOADING.isdisjoint(seen.tags)
    for name, attributes in seen.attributes:
        assert "style" not in attributes
        assert not any(key.startswith("on") or key in ("src", "srcset") for key in attributes), (name, attributes)
        assert not any((value or "").lower().lstrip().startswith(("javascript:", "data:")) for value in attributes.values())
    assert ("style" in seen.tags) is not linked
    assert "http://" not in "".join(seen.sheets)
    assert "https://" not in "".join(seen.sheets)


@pytest.fixture(scope="module")
def harbour() -> tuple[Report, Places]:
    story = harbour_story()
    return story.report(), story.places()


def test_every_page_is_whole_and_leads_somewhere(harbour: tuple[Report, Places]) -> None:
    pages = pages_of(*harbour)
    assert {"index.html", "matrix.html", "findings.html", "incommensurable.html", "sources.html", "run.html", "style.css"} <= set(pages)
    assert sum(path.startswith("doc/") for path in pages) == 3
    assert sum(path.startswith("fact/") for path in pages) == 4
    check_links(pages)


def test_pages_open_where_nothing_but_the_style_sheet_is_allowed(harbour: tuple[Report, Places]) -> None:
    for path, text in pages_of(*harbour).items():
        if path.endswith(".html"):
            check_policy(text, linked=True)
        else:
            assert "url(http" not in text
            assert "@import" not in text


def test_one_file_needs_no_other(harbour: tuple[Report, Places]) -> None:
    text = single_of(*harbour, background())
    check_policy(text, linked=False)
    seen = read(text)
    assert not seen.sheets
    assert all(link.startswith("#") and link[1:] in seen.ids for link in seen.links)
    assert "1,29 Milliarden Dollar" in seen.text


def test_the_first_page_says_what_was_found_and_what_was_not_read(harbour: tuple[Report, Places]) -> None:
    seen = read(pages_of(*harbour)["index.html"])
    assert "1 contradiction" in seen.text
    assert "harbour/photo.txt: not read: is no text" in " ".join(seen.text.split())
    assert "by verdict: contradiction (1)" in seen.text


def test_findings_can_be_had_by_verdict_level_rule_and_day(harbour: tuple[Report, Places]) -> None:
    pages = pages_of(*harbour)
    for by in ("verdict-contradiction", "level-error", "rule-core-disjoint", "date-2031-05-03"):
        (path,) = (path for path in pages if path.startswith(f"findings/{by}"))
        assert "1,29 Milliarden Dollar against $1.24 billion" in read(pages[path]).text


def test_the_matrix_has_heads_for_rows_and_columns(harbour: tuple[Report, Places]) -> None:
    seen = read(pages_of(*harbour)["matrix.html"])
    scopes = [attributes.get("scope") for name, attributes in seen.attributes if name == "th"]
    assert scopes.count("col") == 5
    assert scopes.count("row") == 4
    assert None not in scopes
    assert "caption" in seen.tags
    assert "✗ contradiction" in seen.text


def test_a_fact_shows_its_figures_on_a_line_and_its_sentences_verbatim(harbour: tuple[Report, Places]) -> None:
    text = pages_of(*harbour)["fact/f1.html"]
    seen = read(text)
    assert seen.text.count("Die Reederei Calder bestellt sieben Fähren für 1,29 Milliarden Dollar.") == 1
    assert "harbour/02-de-hafen.txt:1:" in seen.text
    assert "sha256 0000000000000000" in seen.text
    assert seen.tags.count("rect") == 4  # three bars, and the band of what most say
    assert "1.24 and 1.29 billion USD differ by 4 %" in seen.text
    assert 'lang="de" dir="ltr"' in text


def test_languages_written_from_the_right_are_shown_so() -> None:
    story = Story()
    ids = []
    for path, lang, sentence, surface in (
        ("ar.txt", "ar", "طلبت الشركة ٧ عبارات جديدة.", "٧ عبارات"),
        ("he.txt", "he", "החברה הזמינה 8 מעבורות.", "8 מעבורות"),
    ):
        story.source(path, sentence + "\n", lang)
        ids.append(story.claim(path, surface, quantity("count", "", *number("7")), counted="ferry"))
    story.fact("ferries", *ids, kind=VerdictKind.CONTRADICTION)
    story.verdict(VerdictKind.CONTRADICTION, ids[0], ids[1], "disjoint", "7 against 8")
    story.finding(Level.ERROR, VerdictKind.CONTRADICTION, "“٧ عبارات” and “8 מעבורות” cannot both be right", *ids, rule="core/disjoint")
    pages = pages_of(story.report(), story.places())
    seen = read(pages["fact/f1.html"])
    quotes = [attributes for name, attributes in seen.attributes if name == "blockquote"]
    assert [(quote["lang"], quote["dir"]) for quote in quotes] == [("ar", "rtl"), ("he", "rtl")]
    articles = [
        attributes for path in pages if path.startswith("doc/") for name, attributes in read(pages[path]).attributes if name == "article"
    ]
    assert {(one["lang"], one["dir"]) for one in articles} == {("ar", "rtl"), ("he", "rtl")}
    assert any(name == "bdi" and attributes.get("dir") == "rtl" for name, attributes in read(pages["matrix.html"]).attributes)


def test_nothing_in_a_source_becomes_markup() -> None:
    story = Story()
    evil = '</p><script>alert(1)</script><img src=x onerror="x()"> & 5 ships\x00\x1b[2J'
    story.source("a<b>&.txt", f"{evil}\n", "en", outlet='"><script>')
    story.source("b.txt", "6 ships\n", "en")
    ids = [
        story.claim("a<b>&.txt", "5 ships", quantity("count", "", *number("5"))),
        story.claim("b.txt", "6 ships", quantity("count", "", *number("6"))),
    ]
    story.sources["b.txt"] = replace(story.sources["b.txt"], url="javascript:alert(1)")
    story.fact("<b>ships</b>", *ids, kind=VerdictKind.CONTRADICTION)
    story.finding(Level.ERROR, VerdictKind.CONTRADICTION, "<i>5</i> against 6", *ids, rule="core/<disjoint>")
    story.skipped.append(Skipped("<x>.txt", "<y>"))
    pages = pages_of(story.report(), story.places())
    check_links(pages)
    for path, text in pages.items():
        if path.endswith(".html"):
            check_policy(text, linked=True)
            assert "\x00" not in text
            assert "\x1b" not in text
    assert "</p><script>alert(1)</script>" in read(pages["fact/f1.html"]).text
    check_policy(single_of(story.report(), story.places(), background()), linked=False)


def test_an_article_has_every_figure_marked_and_numbered(harbour: tuple[Report, Places]) -> None:
    pages = pages_of(*harbour)
    (path,) = (path for path in pages if path.startswith("doc/harbour-01"))
    seen = read(pages[path])
    assert seen.tags.count("mark") == 4
    assert "Calder Line ordered 7 ferries" in seen.text.replace("⊂3", "").replace("✓4", "")
    (path,) = (path for path in pages if path.startswith("beside/harbour-01"))
    beside = read(pages[path])
    assert "Calder Line ordered 7 ferries worth $1.24 billion." in beside.text
    assert "Die Reederei Calder bestellt sieben Fähren" in beside.text


def test_figures_of_markup_are_found_in_what_a_reader_sees() -> None:
    story = Story()
    story.source(
        "a.html", "<html><body><p>They bought <b>7&nbsp;ships</b> &amp; more.</p><script>var x = 99</script></body></html>\n", "en"
    )
    story.source("b.md", "They bought **8 ships** [there](https://example.invalid/99).\n", "en")
    ids = [
        story.claim("a.html", "7&nbsp;ships", quantity("count", "", *number("7"))),
        story.claim("b.md", "8 ships", quantity("count", "", *number("8"))),
    ]
    story.fact("ships", *ids, kind=VerdictKind.CONTRADICTION)
    pages = pages_of(story.report(), story.places())
    texts = {path: text for path, text in pages.items() if path.startswith("doc/")}
    assert any(">7\xa0ships</mark>" in text for text in texts.values())
    assert any(">8 ships</mark>" in text for text in texts.values())
    assert all("var x" not in text and "example.invalid" not in text.split("<article")[1] for text in texts.values())


def test_echoes_are_one_voice_and_folded(harbour: tuple[Report, Places]) -> None:
    report, places = harbour
    ids = tuple(report.sources)
    pages = pages_of(replace(report, echoes=(Echo(sources=(ids[0], ids[1]), share=0.97),)), places)
    seen = read(pages["fact/f1.html"])
    assert "details" in seen.tags
    assert "1 source repeats this text" in seen.text
    assert "repeat one text (97% alike) and count as one voice" in read(pages["index.html"]).text


def test_suppressed_and_known_findings_have_a_page_with_the_reason(harbour: tuple[Report, Places]) -> None:
    report, places = harbour
    first = next(iter(report.findings))
    closed = replace(report.findings[first], suppressions=(Suppression(kind="inSource", reason="quoted as printed", where="a.txt:3"),))
    document = next(iter(report.sources))
    notice = Notice(
        rule="suppression/unused", level=Level.WARNING, message="nothing there", document=document, span=Span(0, 4), fingerprint="x"
    )
    changed = replace(report, findings={**report.findings, first: closed}, notices=(notice,), stale=("gone | entry",))
    pages = pages_of(changed, places)
    check_links(pages)
    seen = read(pages["suppressed.html"])
    assert "suppressed in the text (a.txt:3): quoted as printed" in seen.text
    assert closed.message not in read(pages["findings.html"]).text
    assert "suppression/unused" in read(pages["index.html"]).text
    assert "gone | entry" in read(pages["run.html"]).text


def test_what_cannot_be_compared_and_what_it_implies(harbour: tuple[Report, Places]) -> None:
    rule = Rule(id="ratio/ferry", kind="ratio", level=Level.INFO, message="", unit="USD", low=Decimal("1e8"), high=Decimal("1.5e8"))
    seen = read(pages_of(*harbour, rules=(rule,))["incommensurable.html"])
    assert "one sizes the berth in power, the other in money" in seen.text
    assert "price of one ferry" in seen.text
    assert any(attributes.get("class") == "band" for _, attributes in seen.attributes)


def test_the_run_tells_settings_rules_and_counts(harbour: tuple[Report, Places]) -> None:
    seen = read(pages_of(*harbour)["run.html"])
    assert 'fail-on = "error"' in seen.text
    assert "feedc0de" in seen.text
    assert "core/disjoint" in seen.text


def many(facts: int, sources: int) -> Story:
    """Return a story of many facts, each told by a few of many sources."""
    story = Story()
    for source in range(sources):
        figures = "\n".join(f"Item {fact} costs {fact + 1000} crowns." for fact in range(source % 7, facts, 7)) + "\n"
        story.source(f"s{source:04}.txt", figures, "en")
    for fact in range(facts):
        ids = [
            story.claim(f"s{source:04}.txt", f"{fact + 1000} crowns", quantity("count", "", *number(str(fact + 1000))))
            for source in range(fact % 7, sources, 7)
        ]
        story.fact(f"price of item {fact}", *ids, kind=VerdictKind.AGREEMENT)
    return story


def test_long_lists_are_paged_and_every_page_stays_small() -> None:
    story = many(450, 28)
    report = story.report()
    pages = pages_of(report, story.places())
    assert {"matrix.html", "matrix-2.html", "matrix-3.html"} <= set(pages)
    assert "matrix-4.html" not in pages
    assert max(len(text.encode()) for text in pages.values()) < 1_000_000
    assert sum(read(pages[path]).text.count("price of item") for path in ("matrix.html", "matrix-2.html", "matrix-3.html")) == 450


def test_an_endless_article_and_an_endless_sentence_stay_small() -> None:
    story = Story()
    story.source("a.txt", "\n\n".join(f"{'word ' * 300}and {n} ships." for n in range(1000, 1700)) + "\n", "en")
    ids = [story.claim("a.txt", f"{n} ships", quantity("count", "", *number(str(n)))) for n in range(1000, 1700)]
    story.source("b.txt", "x" * 900_000 + " 1000 ships\n", "en")
    ids.append(story.claim("b.txt", "1000 ships", quantity("count", "", *number("1000"))))
    story.fact("ships", *ids, kind=VerdictKind.CONTRADICTION)
    story.finding(Level.ERROR, VerdictKind.CONTRADICTION, "1699 against 1000", ids[699], ids[700], rule="core/disjoint")
    pages = pages_of(story.report(), story.places())
    check_links(pages)
    assert max(len(text.encode()) for text in pages.values()) < 1_000_000
    assert sum(path.startswith("doc/b.txt") for path in pages) > 2
    assert sum(path.startswith("doc/a.txt") for path in pages) > 2


def test_equal_reports_give_equal_bytes(harbour: tuple[Report, Places], tmp_path: Path) -> None:
    story = harbour_story()
    assert pages_of(*harbour) == pages_of(story.report(), story.places())
    for folder in ("one", "two"):
        write_pages(*harbour, background(), tmp_path / folder)
    written = [
        {path.relative_to(tmp_path / folder): path.read_bytes() for path in (tmp_path / folder).rglob("*.*")} for folder in ("one", "two")
    ]
    assert written[0] == written[1]
    assert not any(str(tmp_path).encode() in content for content in written[0].values())


def test_a_new_report_takes_the_place_of_the_old_one(harbour: tuple[Report, Places], tmp_path: Path) -> None:
    write_pages(*harbour, background(), tmp_path)
    (tmp_path / "doc" / "notes.html").write_text("mine", encoding="utf-8")
    before = {path.name for path in (tmp_path / "fact").iterdir()}
    report, places = harbour
    write_pages(replace(report, facts={}, findings={}, verdicts=()), places, background(), tmp_path)
    assert before
    assert not list((tmp_path / "fact").iterdir())
    assert (tmp_path / "doc" / "notes.html").read_text(encoding="utf-8") == "mine"


def test_a_folder_with_other_pages_is_refused(harbour: tuple[Report, Places], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>my site</h1>", encoding="utf-8")
    with pytest.raises(InputError, match="would be overwritten"):
        write_pages(*harbour, background(), tmp_path)
    (tmp_path / "plain").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="is no folder"):
        write_pages(*harbour, background(), tmp_path / "plain")


def test_nothing_found_is_said() -> None:
    story = Story()
    story.source("a.txt", "No figures here.\n", "en")
    pages = pages_of(story.report(), story.places())
    check_links(pages)
    assert "no contradiction" in read(pages["index.html"]).text
    assert "No fact is told by more than one source." in read(pages["matrix.html"]).text


@pytest.mark.parametrize(
    ("values", "is_log"),
    [((1.0, 2.0), False), ((1.0, 100.0), False), ((1.0, 101.0), True), ((-5.0, 5000.0), False), ((0.0, 0.0), False), ((3e11, 3e11), False)],
)
def test_the_axis_is_logarithmic_where_values_span_more_than_a_hundred_times(values: tuple[float, float], is_log: bool) -> None:  # noqa: FBT001
    lines = [Line(name="a", strokes=(Stroke(low=low, high=low, stated=(low,), hedged=False, kind="k-single"),)) for low in values]
    axis = axis_of(lines, None)
    assert axis is not None
    assert axis.is_log is is_log
    places = [axis.place(value) for value in values]
    assert places == sorted(places)
    ticks = axis.ticks()
    assert 1 <= len(ticks) <= 6
    assert all(axis.low <= tick <= axis.high for tick in ticks)


def test_hedged_and_open_figures_are_drawn_to_the_end() -> None:
    strokes = (
        Stroke(low=5.0, high=None, stated=(5.0,), hedged=True, kind="k-refinement"),
        Stroke(low=None, high=9.0, stated=(9.0,), hedged=True, kind="k-refinement"),
    )
    drawing = number_line("t", [Line(name="a", strokes=strokes)], str)
    assert drawing.count('class="bar hedged"') == 2
    assert number_line("t", [Line(name="a", strokes=())], str) == ""


def test_elements_are_closed_and_escaped() -> None:
    assert tag("p", "a<b", tag("br"), class_='x"y') == '<p class="x&quot;y">a&lt;b<br></p>'
    assert escaped("\ud800\x07") == "\ufffd\ufffd"
