"""What every page draws on: the report, its outline, the pages there are, and the small parts they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cached_property

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.rule import Rule
from claimcheck.model.source import Document, Source
from claimcheck.model.verdict import Finding, Verdict, VerdictKind
from claimcheck.report.html.markup import NOTHING, Html, escaped, joined, tag
from claimcheck.report.html.routes import FINDINGS, Way, file_name, short_digest
from claimcheck.report.marks import GRAVITY, SAID, SIGNS
from claimcheck.report.outline import Outline
from claimcheck.report.places import Places, source_langs
from claimcheck.report.rows import Row
from claimcheck.values import dataclass

FROM_RIGHT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ku-arab", "nqo", "pa-arab", "ps", "sd", "ug", "ur", "yi"])
LONGEST_QUOTE = 1_500
LONGEST_LABEL = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What a report itself does not hold: articles as read, settings with their origins, the rules behind it."""

    read: Callable[[Source], Document]
    settings: tuple[tuple[str, str], ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A report laid out for writing pages.

    `pages` are the paths of all pages there will be; `finding_pages` leads from a finding to the page it is shown on,
    `claim_pages` from a figure to the page of its article, where that is not the first one.
    """

    report: Report
    outline: Outline
    places: Places
    background: Background
    single: bool
    pages: frozenset[str] = frozenset()
    finding_pages: Mapping[str, str]
    claim_pages: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def langs(self) -> Mapping[str, str]:
        """The language of each source."""
        return source_langs(self.report)

    @cached_property
    def row_of(self) -> Mapping[str, tuple[int, Row]]:
        """The row in which a claim stands, with its number from 1."""
        own = {fact: (number, row) for number, row in enumerate(self.outline.rows, 1) for fact in row.facts}
        return {claim: own[fact] for claim, fact in self.outline.fact_of.items() if fact in own}

    @cached_property
    def sides(self) -> Mapping[str, Claim]:
        """The figures and the statements."""
        return self.report.sides

    @cached_property
    def sides_of(self) -> Mapping[str, list[Claim]]:
        """The figures and statements of each source, in order of place."""
        by_source: dict[str, list[Claim]] = {id_: [] for id_ in self.report.sources}
        for claim in self.sides.values():
            by_source[claim.document].append(claim)
        return {id_: sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end)) for id_, claims in by_source.items()}

    @cached_property
    def verdicts_of(self) -> Mapping[str, list[Verdict]]:
        """The verdicts on the figures of each row, the gravest first."""
        by_row: dict[str, list[Verdict]] = {}
        for verdict in sorted(self.report.verdicts, key=lambda verdict: GRAVITY.index(verdict.kind)):
            for id_ in dict.fromkeys(self.row_of[claim][1].id for claim in (verdict.a, verdict.b) if claim in self.row_of):
                by_row.setdefault(id_, []).append(verdict)
        return by_row

    @cached_property
    def findings_of(self) -> Mapping[tuple[str, str], list[Finding]]:
        """The open findings that touch a fact ("fact", its id) or a source ("source", its id), most serious first."""
        by_owner: dict[tuple[str, str], list[Finding]] = {}
        for finding in (*self.outline.full, *self.outline.brief):
            claims = (finding.primary, *finding.related)
            facts = [("fact", self.row_of[claim][1].id) for claim in claims if claim in self.row_of]
            for owner in dict.fromkeys((*facts, *(("source", self.sides[claim].document) for claim in claims))):
                by_owner.setdefault(owner, []).append(finding)
        return by_owner

    def way(self, here: str) -> Way:
        """Return the ways from a page."""
        return Way(here, self.single)

    def link(self, way: Way, page: str, said: str, anchor: str = "") -> Html:
        """Return a link to a page, or the words alone where there is no such page."""
        return tag("a", said, href=way.to(page, anchor)) if page in self.pages else tag("span", said)

    def name(self, id_: str) -> str:
        """Return what a source is called: its outlet, else its file."""
        source = self.report.sources[id_]
        return source.outlet or source.path.rpartition("/")[2] or id_

    def path(self, id_: str) -> str:
        """Return the path of a source, or its id where it is no file."""
        return self.report.sources[id_].path or id_

    def source_link(self, way: Way, id_: str) -> Html:
        """Return a link to the page of a source."""
        return self.link(way, doc_page(id_), tag("bdi", self.name(id_)))

    def place_link(self, way: Way, claim: Claim) -> Html:
        """Return file:line:column of a claim, leading to it in its article."""
        position = self.places[claim.document](claim.span.start)
        said = f"{self.path(claim.document)}:{position.line}:{position.column}"
        page = self.claim_pages.get(claim.id, doc_page(claim.document))
        return self.link(way, page, tag("code", said), anchor_of(claim.id))

    def finding_link(self, way: Way, finding: Finding) -> Html:
        """Return a finding's message, leading to it in full."""
        page = self.finding_pages.get(finding.id, FINDINGS)
        return self.link(way, page, tag("span", finding.message, dir="auto"), anchor_of(finding.id))


def doc_page(id_: str) -> str:
    """Return the path of the page of a source."""
    return f"doc/{file_name(id_)}.html"


def beside_page(id_: str) -> str:
    """Return the path of the page that shows a source beside the others."""
    return f"beside/{file_name(id_)}.html"


def fact_page(row: Row) -> str:
    """Return the path of the page of a fact."""
    return f"fact/{file_name(row.id) if not row.id.isalnum() else row.id}.html"


def anchor_of(id_: str) -> str:
    """Return what a claim or a finding is called within its page."""
    return f"c{short_digest(id_)}"


def direction_of(lang: str) -> str:
    """Return the direction of a language's writing; unknown languages follow their letters.

    >>> direction_of("ar-EG"), direction_of("de"), direction_of("")
    ('rtl', 'ltr', 'auto')
    """
    if not lang:
        return "auto"
    tag_ = lang.lower()
    return "rtl" if tag_ in FROM_RIGHT or tag_.split("-")[0] in FROM_RIGHT or "-arab" in tag_ or "-hebr" in tag_ else "ltr"


def kind_class(kind: VerdictKind | None) -> str:
    """Return the class of what stands so."""
    return f"k-{kind.value}" if kind else "k-single"


def mark_of(kind: VerdictKind | None, *, said: bool = False) -> Html:
    """Return the sign of a verdict, its word read out or, with `said`, shown."""
    word = SAID[kind] if kind else "one source alone"
    sign = tag("span", SIGNS.mark(kind), class_="sign", aria_hidden="true")
    return tag("span", sign, " ", tag("span", word, class_=None if said else "unseen"), class_=f"mark {kind_class(kind)}")


def figure_of(claim: Claim) -> Html:
    """Return a figure as written, in its own language."""
    lang = claim.evidence.lang
    return tag("bdi", " ".join(claim.text.split()), class_="figure", lang=lang or None, dir=direction_of(lang))


def quote_of(claims: list[Claim] | tuple[Claim, ...]) -> Html:
    """Return a sentence verbatim with its figures marked; a very long one is cut around the first."""
    evidence = claims[0].evidence
    start = evidence.sentence.start
    spans = sorted((max(0, claim.span.start - start), min(len(evidence.quote), claim.span.end - start)) for claim in claims)
    first, last = _window(spans[0], len(evidence.quote))
    parts: list[str] = ["[…] "] if first else []
    place = first
    for low, high in spans:
        if low < place or high > last or high <= low:
            continue
        parts += [evidence.quote[place:low], tag("mark", evidence.quote[low:high])]
        place = high
    parts.append(evidence.quote[place:last])
    parts += [" […]"] if last < len(evidence.quote) else []
    return tag("blockquote", tag("p", *parts), lang=evidence.lang or None, dir=direction_of(evidence.lang))


def _window(span: tuple[int, int], length: int) -> tuple[int, int]:
    if length <= LONGEST_QUOTE:
        return 0, length
    first = max(0, min(span[0] - LONGEST_QUOTE // 2, length - LONGEST_QUOTE))
    return first, min(length, max(first + LONGEST_QUOTE, span[1]))


def label_of(row: Row) -> Html:
    """Return the label of a fact, cut where it is endless."""
    label = row.label or "figure"
    return tag("bdi", label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…")


def table(caption: str, heads: tuple[str, ...], rows: list[Html], *, class_: str | None = None) -> Html:
    """Return a table with its heads; `rows` are whole, or nothing at all where there are none."""
    if not rows:
        return NOTHING
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in heads)))
    return tag(
        "div",
        tag("table", tag("caption", caption), head, tag("tbody", *rows), class_=class_),
        class_="wide",
        tabindex="0",
        role="region",
        aria_label=caption,
    )


def table_row(head: str, *cells: str) -> Html:
    """Return a row of a table, its first cell the head of it."""
    return tag("tr", tag("th", head, scope="row"), *(tag("td", cell) for cell in cells))


def section(title: str, *parts: str, id_: str | None = None) -> Html:
    """Return a part of a page under a heading; nothing where it is empty."""
    inner = joined(parts)
    return tag("section", tag("h2", title), inner, id=id_) if inner else NOTHING


def plain_list(entries: list[Html]) -> Html:
    """Return a list, or nothing."""
    return tag("ul", *(tag("li", entry) for entry in entries)) if entries else NOTHING


def more(number: int, what: str) -> Html:
    """Return a line that tells how much is not shown, or nothing."""
    return tag("p", escaped(f"{number:,} more {what}"), class_="more") if number > 0 else NOTHING
