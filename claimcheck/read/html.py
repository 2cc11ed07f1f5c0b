"""HTML to blocks, with the place of every character in the file.

Scripts, styles, code, forms and what is hidden are never read. Navigation, asides, footers and boxes of related
articles are read as such, so that their figures keep apart from the article's.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from claimcheck.model.source import Block, BlockKind, View
from claimcheck.read.furniture import furniture
from claimcheck.read.head import HtmlHead
from claimcheck.read.metadata import Metadata, language_tag
from claimcheck.read.tables import HtmlTable
from claimcheck.read.weave import Passage, Piece, weave, words_of

UNREAD = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "code",
        "pre",
        "kbd",
        "samp",
        "object",
        "iframe",
        "select",
        "option",
        "button",
        "textarea",
        "del",
        "s",
        "strike",
    ]
)
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
KINDS = {
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
    "li": BlockKind.LIST,
    "nav": BlockKind.RELATED,
    "aside": BlockKind.RELATED,
    "footer": BlockKind.RELATED,
    "menu": BlockKind.RELATED,
    "address": BlockKind.META,
    "time": BlockKind.META,
}
# Words that page builders put into class, id, role and data-component.
RELATED_NAME = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|read-?(?:more|next|also)|also-?read|more-?(?:on|from|stories|news)|most-?(?:read|popular)|trending|teasers?|promo\w*"
    r"|sidebar|newsletter|breadcrumbs?|share|sharing|social|nav|navbar|navigation|menu|footer|comments?|cookie\w*|advert\w*|ads?|sponsor\w*|banner|pagination)(?=$|[\s_-])",
    re.IGNORECASE,
)
META_NAME = re.compile(
    r"(?:^|[\s_-])(?:byline|authors?|meta|metadata|dateline|timestamp|published|reading-?time|read-?time|word-?count|tags?|taglist|credit|copyright)(?=$|[\s_-])",
    re.IGNORECASE,
)
TAG_BEGIN = re.compile(r"<[A-Za-z/!?]")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HIGH = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


@dataclass(slots=True)
class Element:
    """An open element: what it makes of the text inside."""

    tag: str
    kind: BlockKind
    lang: str
    is_unread: bool


@dataclass(slots=True)
class Outline:
    """The headings above the place that is being read, by level."""

    levels: dict[int, str] = field(default_factory=dict)

    def above(self, level: int = 7) -> tuple[str, ...]:
        """Return the headings of lower levels than `level`, from the title down."""
        return tuple(self.levels[number] for number in sorted(self.levels) if number < level)

    def enter(self, level: int, words: str) -> None:
        """Begin the section that `words` head."""
        self.levels = {number: heading for number, heading in self.levels.items() if number < level} | {level: words}


def read_html(text: str) -> tuple[View, tuple[Block, ...], Metadata]:
    """Return the view of the page `text`, its blocks, and what its head says of it."""
    reader = _Reader(text)
    reader.feed(text[: _end_of_tags(text)])
    reader.close()
    passages = reader.finished()
    view, blocks = weave(text, passages)
    return view, blocks, reader.head.metadata()


def _end_of_tags(text: str) -> int:
    """Return where the last tag that is closed, and the words behind it, end; what begins later never was a tag.

    html.parser would look for its end again and again, in a time that grows with the square of what is left.
    """
    begun = TAG_BEGIN.search(text, text.rfind(">") + 1)
    return begun.start() if begun else len(text)


class _Reader(HTMLParser):
    """Gathers passages while the parser walks through the page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.head = HtmlHead()
        self._text = text
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._open: list[Element] = []
        self._pieces: list[Piece] = []
        self._passages: list[Passage] = []
        self._outline = Outline()
        self._tables: list[HtmlTable] = []
        self._title: Passage | None = None

    def finished(self) -> Sequence[Passage]:
        """Return the passages; the page's title stands in where no heading of the first level does."""
        self._flush()
        has_title = any(passage.kind is BlockKind.TITLE and not passage.headings for passage in self._passages)
        return self._passages if has_title or self._title is None else [self._title, *self._passages]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name: value or "" for name, value in attrs}
        self.head.see(tag, names)
        if tag == "br":
            self._break()
            return
        if tag in BLOCKS:
            self._flush()
        if tag in VOID:
            return
        self._close_implied(tag)
        self._open.append(self._element(tag, names))
        if tag == "table":
            self._tables.append(HtmlTable())
        elif tag == "tr" and self._tables:
            self._tables[-1].begin_row()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._flush()
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                break
        if tag == "table" and self._tables:
            self._tables.pop()

    def handle_data(self, data: str) -> None:
        start = self._offset()
        self._read(Piece(start, start + len(data)))

    def handle_charref(self, name: str) -> None:
        self._read_reference(f"&#{name}")

    def handle_entityref(self, name: str) -> None:
        self._read_reference(f"&{name}")

    def parse_html_declaration(self, i: int) -> int:
        """Return the place behind the declaration at `i`; marked sections count as comments, as HTML has none."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def _read_reference(self, written: str) -> None:
        start = self._offset()
        end = start + len(written)
        end += self._text[end : end + 1] == ";"
        self._read(Piece(start, end, html.unescape(self._text[start:end])))

    def _read(self, piece: Piece) -> None:
        if self._open and self._open[-1].is_unread:
            return
        if self._open and any(element.tag == "sup" for element in self._open[-3:]):
            high = self._superscript(piece)
            if high is not None:
                self._pieces += high
            return
        self._pieces.append(piece)

    def _superscript(self, piece: Piece) -> list[Piece] | None:
        """Return the raised characters of `piece` ("m²", "10⁶"), or None for a reference to a note ("ships<sup>61</sup>")."""
        words = piece.text or self._text[piece.start : piece.end]
        if any(element.tag == "a" for element in self._open[-4:]) or words.strip("0123456789+-"):
            return None
        before = words_of(self._text, tuple(self._pieces[-1:]))
        if len(words.lstrip("+-")) > 1 and not before[-1:].isdigit():
            return None
        return [Piece(piece.start + place, piece.start + place + 1, letter.translate(HIGH)) for place, letter in enumerate(words)]

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _element(self, tag: str, names: dict[str, str]) -> Element:
        above = self._open[-1] if self._open else Element("", BlockKind.BODY, "", is_unread=False)
        hidden = "hidden" in names or names.get("aria-hidden") == "true" or bool(HIDDEN.search(names.get("style", "")))
        lang = language_tag(names.get("lang") or names.get("xml:lang") or "") or above.lang
        return Element(tag, self._kind(tag, names, above.kind), "" if tag == "html" else lang, above.is_unread or tag in UNREAD or hidden)

    def _kind(self, tag: str, names: dict[str, str], above: BlockKind) -> BlockKind:
        if (
            above is BlockKind.RELATED
            or KINDS.get(tag) is BlockKind.RELATED
            or names.get("role") in {"navigation", "complementary", "contentinfo", "menu", "search"}
        ):
            return BlockKind.RELATED
        labels = f"{names.get('class', '')} {names.get('id', '')} {names.get('data-component', '')}"
        if tag not in {"html", "body", "main", "article", "h1"} and labels.strip():
            if RELATED_NAME.search(labels):
                return BlockKind.RELATED
            if META_NAME.search(labels):
                return BlockKind.META
        if tag == "header" and not any(element.tag in {"article", "main"} for element in self._open):
            return BlockKind.META
        if tag in HEADINGS or (tag == "title" and any(element.tag == "head" for element in self._open)):
            return BlockKind.TITLE
        own = KINDS.get(tag, above)
        return above if above in {BlockKind.META, BlockKind.CELL} and own is not BlockKind.CELL else own

    def _close_implied(self, tag: str) -> None:
        """Close what HTML lets a writer leave open: a paragraph before a block, an entry before the next."""
        if not self._open:
            return
        last = self._open[-1].tag
        same = {"li": {"li"}, "td": {"td", "th"}, "th": {"td", "th"}, "tr": {"tr", "td", "th"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}}
        if last in same.get(tag, ()) or (last == "p" and tag in BLOCKS):
            self._open.pop()
            self._close_implied(tag)

    def _break(self) -> None:
        inside = self._open[-1].kind if self._open else BlockKind.BODY
        if inside in {BlockKind.TITLE, BlockKind.CELL}:
            self._pieces.append(Piece(self._offset(), self._offset(), " "))
        else:
            self._flush()

    def _flush(self) -> None:
        pieces, self._pieces = tuple(self._pieces), []
        words = words_of(self._text, pieces) if pieces else ""
        if not words:
            return
        element = self._open[-1] if self._open else Element("", BlockKind.BODY, "", is_unread=False)
        tags = {open_.tag for open_ in self._open}
        if "title" in tags and "head" in tags:
            self._title = Passage(kind=BlockKind.TITLE, pieces=pieces)
        elif "head" not in tags:
            self._passages.append(self._passage(element, pieces, words))

    def _passage(self, element: Element, pieces: tuple[Piece, ...], words: str) -> Passage:
        level = next((HEADINGS[open_.tag] for open_ in reversed(self._open) if open_.tag in HEADINGS), 0)
        kind, headings = element.kind, self._outline.above(level or 7)
        if kind is BlockKind.TITLE and level:
            self._outline.enter(level, words)
        if kind is BlockKind.CELL and self._tables:
            is_head = any(open_.tag == "th" for open_ in self._open[-3:])
            headings += self._tables[-1].enter(words, is_head=is_head, in_head=any(open_.tag == "thead" for open_ in self._open))
        if kind in {BlockKind.BODY, BlockKind.LIST, BlockKind.TITLE}:
            kind = _by_words(kind, words)
        if kind in {BlockKind.RELATED, BlockKind.META}:
            headings = ()
        return Passage(kind=kind, pieces=pieces, headings=headings, lang=element.lang)


def _by_words(kind: BlockKind, words: str) -> BlockKind:
    """Return the kind that the words of furniture.toml give a block whose markup says nothing."""
    known = furniture()
    if known.leads_to_others(words) or (len(words) < 110 and known.names_others(words)):
        return BlockKind.RELATED
    if kind is not BlockKind.TITLE and (known.is_reading_time(words) or known.is_navigation(words) or known.is_byline(words)):
        return BlockKind.META
    return kind
