"""A page for each article, every figure marked by its verdict, and one that holds it beside the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.model.claim import Claim
from claimcheck.model.source import Block, BlockKind, Document, View
from claimcheck.model.verdict import VerdictKind
from claimcheck.report.html.desk import Desk, anchor_of, beside_page, direction_of, fact_page, kind_class, label_of, mark_of, more, quote_of
from claimcheck.report.html.markup import NOTHING, Html, joined, tag
from claimcheck.report.html.routes import Way
from claimcheck.report.marks import SAID, SIGNS
from claimcheck.report.rows import Row

MOST_TEXT = 150_000  # characters of an article on one page; with its marks that stays below a megabyte
EACH_MARK = 400  # what a marked figure adds, in characters
MOST_OTHERS = 4

ELEMENTS = {
    BlockKind.TITLE: "h3",
    BlockKind.CAPTION: "p",
    BlockKind.BODY: "p",
    BlockKind.LIST: "p",
    BlockKind.CELL: "p",
    BlockKind.META: "p",
}
Part = tuple[Document, Sequence[Block]]


def parts_of(desk: Desk, id_: str) -> list[Part]:
    """Return an article in parts that each make a page."""
    document = desk.background.read(desk.report.sources[id_])
    starts = [claim.span.start for claim in desk.sides_of[id_]]
    parts: list[list[Block]] = [[]]
    size = 0
    for block in _split(document.blocks):
        span = document.view.locate(block.start, block.end)
        marks = bisect_left(starts, span.end) - bisect_left(starts, span.start)
        weight = block.end - block.start + marks * EACH_MARK
        if parts[-1] and size + weight > MOST_TEXT:
            parts.append([])
            size = 0
        parts[-1].append(block)
        size += weight
    return [(document, part) for part in parts]


def _split(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, endless ones in pieces."""
    for block in blocks:
        for start in range(block.start, max(block.end, block.start + 1), MOST_TEXT):
            yield replace(block, start=start, end=min(block.end, start + MOST_TEXT))


def claims_in(desk: Desk, id_: str, part: Part) -> tuple[str, ...]:
    """Return the ids of the claims that stand in a part of an article."""
    document, blocks = part
    if not blocks:
        return ()
    span = document.view.locate(blocks[0].start, blocks[-1].end)
    return tuple(claim.id for claim in desk.sides_of[id_] if span.start <= claim.span.start < span.end)


def article(desk: Desk, way: Way, id_: str, part: Part) -> Html:
    """Return the text of a part of an article with every figure marked, numbered by its fact."""
    document, blocks = part
    lang = desk.langs[id_]
    marker = _Marker(desk, way, document.view, desk.sides_of[id_])
    body = [_block(block, lang, marker) for block in blocks]
    return tag("article", *body, lang=lang or None, dir=direction_of(lang))


def _block(block: Block, lang: str, marker: _Marker) -> Html:
    own = block.lang if block.lang and block.lang != lang else ""
    name = "aside" if block.kind is BlockKind.RELATED else ELEMENTS[block.kind]
    classes = {BlockKind.META: "meta", BlockKind.CELL: "cell", BlockKind.CAPTION: "meta"}
    attributes = {"class_": classes.get(block.kind), "lang": own or None, "dir": direction_of(own) if own else None}
    return tag(name, "• " if block.kind is BlockKind.LIST else "", *marker.marked(block.start, block.end), **attributes)


class _Marker:
    """Marks the figures of one article in its text as a reader sees it."""

    def __init__(self, desk: Desk, way: Way, view: View, claims: Sequence[Claim]) -> None:
        self.desk, self.way, self.view = desk, way, view
        self.spans = [(*_seen(view, claim), claim) for claim in claims]
        self.starts = [start for start, _, _ in self.spans]

    def marked(self, start: int, end: int) -> Iterator[str]:
        """Yield a stretch of the text piece by piece; of figures within one another the first is marked, the others can be linked to."""
        place = start
        for low, high, claim in self.spans[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            if low < place or high > end or high <= low:
                yield tag("a", id=self.way.name(anchor_of(claim.id)))
                continue
            yield self.view.text[place:low]
            yield self._figure(claim, self.view.text[low:high])
            place = high
        yield self.view.text[place:end]

    def _figure(self, claim: Claim, text: str) -> Html:
        number, row = self.desk.row_of.get(claim.id, (0, None))
        kind = _standing(row, claim) if row is not None else None
        title = SAID[kind] if kind else "one source alone"
        mark = tag("mark", text, class_=kind_class(kind), id=self.way.name(anchor_of(claim.id)), title=title)
        if row is None:
            return mark
        said = tag("sup", SIGNS.mark(kind), str(number), class_=f"mark {kind_class(kind)}")
        return joined((mark, self.desk.link(self.way, fact_page(row), said)))


def _seen(view: View, claim: Claim) -> tuple[int, int]:
    """Return where a claim stands in the text as a reader sees it."""
    if view.starts is None or view.ends is None:
        return claim.span.start, claim.span.end
    return bisect_left(view.starts, claim.span.start), bisect_right(view.ends, claim.span.end)


def _standing(row: Row, claim: Claim) -> VerdictKind | None:
    return next((cell.kind for cell in row.cells if claim.id in cell.claims), row.kind)


def about(desk: Desk, id_: str) -> Html:
    """Return what is known of an article, as a list of terms."""
    source = desk.report.sources[id_]
    guess = ", a guess: nothing but the bytes spoke for it" if source.encoding_guessed else ""
    url = tag("a", source.url, href=source.url, rel="noreferrer") if source.url.startswith(("https://", "http://")) else source.url
    known = (
        ("File", tag("code", desk.path(id_))),
        ("Outlet", source.outlet),
        ("Language", desk.langs[id_]),
        ("Published", source.published),
        ("Address", url),
        ("Role", source.role),
        ("Trust", source.trust),
        ("Encoding", source.encoding + guess),
        ("SHA-256", tag("code", source.digest) if source.digest else ""),
    )
    return tag("dl", *(joined((tag("dt", term), tag("dd", value))) for term, value in known if value), class_="about")


def shared_rows(desk: Desk, id_: str) -> list[tuple[int, Row]]:
    """Return the facts that an article shares with others, with their numbers."""
    rows = {row.id: (number, row) for claim in desk.sides_of[id_] for number, row in (desk.row_of.get(claim.id, (0, None)),) if row}
    return sorted(((number, row) for number, row in rows.values() if len(row.cells) > 1), key=lambda numbered: numbered[0])


def beside(desk: Desk, way: Way, id_: str, rows: Sequence[tuple[int, Row]]) -> Html:
    """Return a table of shared facts: the sentence of this article on one side, those of the others on the other."""
    lines = []
    for number, row in rows:
        own = [cell for cell in row.cells if cell.source == id_]
        others = [cell for cell in row.cells if cell.source != id_]
        others.sort(key=lambda cell: cell.kind is VerdictKind.AGREEMENT)
        head = tag(
            "th",
            f"{number} ",
            desk.link(way, fact_page(row), label_of(row)),
            " ",
            mark_of(row.kind, said=True),
            scope="colgroup",
            colspan="2",
        )
        left = joined(_quoted(desk, way, cell.claims) for cell in own)
        right = joined(_quoted(desk, way, cell.claims) for cell in others[:MOST_OTHERS])
        lines += [tag("tr", head), tag("tr", tag("td", left), tag("td", right, more(len(others) - MOST_OTHERS, "sources")))]
    heads = tag("thead", tag("tr", tag("th", tag("bdi", desk.name(id_)), scope="col"), tag("th", "The others", scope="col")))
    caption = tag("caption", "Sentences on the facts that this article shares with others, by the number of the fact")
    return tag("table", caption, heads, tag("tbody", *lines), class_="beside") if lines else NOTHING


def _quoted(desk: Desk, way: Way, ids: Sequence[str]) -> Html:
    claims = [desk.report.claims[id_] for id_ in ids]
    first = claims[0]
    same = [claim for claim in claims if claim.evidence.sentence == first.evidence.sentence]
    rest = len({claim.evidence.sentence.start for claim in claims}) - 1
    place = tag("p", desk.source_link(way, first.document), " ", desk.place_link(way, first))
    return joined((place, quote_of(same), more(rest, "sentences of it")))


def beside_link(desk: Desk, way: Way, id_: str) -> Html:
    """Return the way to the page that holds an article beside the others, or nothing."""
    page = beside_page(id_)
    return tag("p", desk.link(way, page, "Side by side with the other sources")) if page in desk.pages else NOTHING
