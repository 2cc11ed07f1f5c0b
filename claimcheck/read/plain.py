"""Plain text to blocks, by the look of its lines.

One line is one paragraph, unless the text is wrapped at a fixed width. What a line is follows from its length, how it
ends, what its neighbours look like and a few words of furniture.toml; nothing is left out, furniture only gets its kind.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise

from claimcheck.model.source import Block, BlockKind, View
from claimcheck.read.furniture import Furniture, furniture
from claimcheck.read.weave import Passage, Piece, weave
from claimcheck.values import dataclass

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
BULLET = re.compile(r"(?:[-*•–—‣▪◦●○■□✔➤►]|\d{1,2}[.)])[ \t\u00a0]+(?=\S)|[•・▪●◆■]")
CRUMB = re.compile(r"\s[>»›|/]\s|[＞｜]")
HASHTAGS = re.compile(r"#\w[^#]{0,40}(?:#\w[^#]{0,40})*\Z")
DIGIT = re.compile(r"\d")
DIRECTIVE = re.compile(r"\[claimcheck\s*:.*\]\Z")  # what a text says to us is not of the article
BRACKETED = re.compile(r"[(（\[【][^()（）\d]{1,30}[)）\]】]\Z")
ENDINGS = ".!?…。！？؟।॥۔:;"
CLOSERS = "\"'”’»)]）」』"
WIDE = "\u2e80"  # from here on letters are as wide as two or three Latin ones

HEADING_WIDTH = 110  # a heading is rarely longer, in Latin letters
PROSE_WIDTH = 120  # a paragraph of prose is rarely shorter
WRAP_WIDTH = (45, 110)  # widest line of a text wrapped at a fixed width
WRAPPED_LINES = 6  # fewer lines tell nothing about wrapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text with what can be told from itself alone; `width` counts wide letters as two and a half."""

    start: int
    end: int
    text: str
    width: float
    ends_sentence: bool
    begins_paragraph: bool
    kind: BlockKind | None = None

    @property
    def is_prose(self) -> bool:
        """True for a paragraph: long, or a whole sentence of some length."""
        return self.width > HEADING_WIDTH or (self.ends_sentence and self.width > HEADING_WIDTH / 2)

    @property
    def is_headline(self) -> bool:
        """True for a short line that does not end like a sentence; a headline may ask."""
        return self.width <= HEADING_WIDTH and (not self.ends_sentence or self.text.endswith(("?", "？")))


def read_plain(text: str, start: int = 0) -> tuple[View, tuple[Block, ...]]:
    """Return the view of `text` from `start` on, and its blocks."""
    lines = _unwrap(text, _lines(text, start))
    passages = _passages(_sort(lines, furniture()))
    if unicodedata.is_normalized("NFC", text) and not any("\n" in line.text or "\r" in line.text for line in lines):
        blocks = tuple(Block(passage.kind, passage.pieces[0].start, passage.pieces[0].end, passage.headings) for passage in passages)
        return View(text), blocks
    return weave(text, passages)


def _lines(text: str, start: int) -> list[Line]:
    lines: list[Line] = []
    for match in LINE.finditer(text, start):
        content = match.group().strip()
        if not content or DIRECTIVE.match(content):
            continue
        begin = match.start() + len(match.group()) - len(match.group().lstrip())
        after_blank = not lines or text.count("\n", lines[-1].end, begin) > 1
        lines.append(_line(content, begin, after_blank))
    return lines


def _line(content: str, begin: int, after_blank: bool) -> Line:  # noqa: FBT001 - a fact about the line, not a switch
    wide = 0 if content.isascii() or len(content) > 2 * HEADING_WIDTH else sum(letter >= WIDE for letter in content)
    return Line(
        start=begin,
        end=begin + len(content),
        text=content,
        width=len(content) + 1.5 * wide,
        ends_sentence=content.rstrip(CLOSERS)[-1:] in ENDINGS if content.rstrip(CLOSERS) else False,
        begins_paragraph=after_blank,
    )


def _unwrap(text: str, lines: list[Line]) -> list[Line]:
    """Return one line a paragraph where `lines` are wrapped at a fixed width."""
    if len(lines) < WRAPPED_LINES:
        return lines
    widest = max(line.end - line.start for line in lines)
    inner = [line for line, after in pairwise(lines) if not after.begins_paragraph]
    full = [line for line in inner if line.end - line.start > widest * 0.75]
    if not WRAP_WIDTH[0] <= widest <= WRAP_WIDTH[1] or len(full) < max(4, 0.7 * len(inner)):
        return lines
    joined = [lines[0]]
    for line in lines[1:]:
        last = joined[-1]
        if line.begins_paragraph or BULLET.match(line.text):
            joined.append(line)
        else:
            whole = _line(text[last.start : line.end], last.start, last.begins_paragraph)
            joined[-1] = replace(whole, end=line.end)
    return joined


def _sort(lines: list[Line], words: Furniture) -> list[Line]:
    """Return `lines` with their kinds."""
    page = _Page(lines, words)
    in_related = False
    for place, line in enumerate(lines):
        if page.kinds[place] is BlockKind.RELATED and words.leads_to_others(line.text):
            in_related = True
            continue
        in_related = in_related and not (line.is_prose and line.ends_sentence and line.width > PROSE_WIDTH)
        if in_related or (place != page.title and page.is_teaser(place)):
            page.kinds[place] = BlockKind.RELATED
        elif page.kinds[place] is BlockKind.BODY:
            page.kinds[place] = page.kind_among(place)
    return [replace(line, kind=kind) for line, kind in zip(lines, page.kinds, strict=True)]


class _Page:
    """The lines of a text with what they look like together: where the title stands, where prose begins."""

    def __init__(self, lines: list[Line], words: Furniture) -> None:
        self.lines = lines
        self.kinds = [_own_kind(line, words) for line in lines]
        self.title = _find_title(lines, self.kinds)
        self._first_prose = next((place for place, line in enumerate(lines) if line.is_prose), len(lines))
        self._has_time_below = [words.is_reading_time(line.text) for line in lines[1:]] + [False]
        self._is_followed = _followed_by_text(lines, self.kinds)

    def is_teaser(self, place: int) -> bool:
        """Return whether a line is, or stands below, the headline of another article: one with a reading time below it."""
        if place <= self._first_prose:
            return False
        above = place - 1
        if above > self._first_prose and self._has_time_below[above]:
            return self.lines[above].is_headline
        return self._has_time_below[place] and self.lines[place].is_headline

    def kind_among(self, place: int) -> BlockKind:
        """Return the kind of a line that says nothing about itself, from the lines around it."""
        line, count = self.lines[place], len(self.lines[place].text.split())
        if place == self.title:
            return BlockKind.TITLE
        if not line.is_headline:
            return BlockKind.BODY
        is_name = self.title >= 0 and place <= self._first_prose and count <= 3 and not DIGIT.search(line.text)
        if place < self.title or is_name:
            return BlockKind.META
        return BlockKind.TITLE if self._is_followed[place] and count <= 16 and place else BlockKind.BODY


def _followed_by_text(lines: list[Line], kinds: list[BlockKind]) -> list[bool]:
    """Return of each line whether the next line of text below it is prose or a list."""
    followed: list[bool] = []
    below = False
    for line, kind in zip(reversed(lines), reversed(kinds), strict=True):
        followed.append(below)
        if kind in {BlockKind.BODY, BlockKind.LIST}:
            below = line.is_prose or kind is BlockKind.LIST
    return followed[::-1]


def _own_kind(line: Line, words: Furniture) -> BlockKind:
    text = line.text
    if line.width > 2 * HEADING_WIDTH:
        return BlockKind.BODY
    if words.leads_to_others(text) or (words.names_others(text) and not line.ends_sentence):
        return BlockKind.RELATED
    if words.is_reading_time(text) or words.is_navigation(text) or _is_breadcrumb(text) or HASHTAGS.match(text) or BRACKETED.match(text):
        return BlockKind.META
    if words.is_caption(text):
        return BlockKind.CAPTION
    if line.width <= HEADING_WIDTH and (words.is_byline(text) or (words.is_labelled_byline(text) and not line.ends_sentence)):
        return BlockKind.META
    return BlockKind.LIST if BULLET.match(text) else BlockKind.BODY


def _is_breadcrumb(text: str) -> bool:
    parts = CRUMB.split(text)
    if len(parts) < 2 or DIGIT.search(text) or text[-1] in ENDINGS:
        return False
    return all(len(part.split()) <= 3 and len(part) <= 30 for part in parts)


def _find_title(lines: list[Line], kinds: list[BlockKind]) -> int:
    """Return the place of the title, or -1: the longest headline before the first paragraph of prose."""
    body = [place for place, kind in enumerate(kinds) if kind in {BlockKind.BODY, BlockKind.LIST}]
    first_prose = next((place for place in body if lines[place].is_prose or kinds[place] is BlockKind.LIST), len(lines))
    lead = [place for place in body if place < first_prose]
    candidates = [place for place in lead if lines[place].is_headline] or _stopped_title(lines, lead, first_prose)
    if not candidates or body[-1] == candidates[0]:
        return -1
    best = max(candidates, key=lambda place: (len(lines[place].text.split()), lines[place].width))
    stopped = [place for place in _stopped_title(lines, lead, first_prose) if lines[place].width > lines[best].width]
    return stopped[0] if stopped else best


def _stopped_title(lines: list[Line], lead: list[int], first_prose: int) -> list[int]:
    """Return the place of a title that ends with a full stop: one short line right above a far longer paragraph."""
    before = first_prose - 1
    if first_prose < len(lines) and lines[first_prose].width <= HEADING_WIDTH and first_prose + 1 < len(lines):
        lead, before = [*lead, first_prose], first_prose
    if before + 1 >= len(lines) or before not in lead or before > 1:
        return []
    return [before] if lines[before + 1].width > 5 * lines[before].width else []


def _passages(lines: list[Line]) -> list[Passage]:
    passages: list[Passage] = []
    title, section = "", ""
    has_body = False
    for line in lines:
        kind = line.kind or BlockKind.BODY
        has_body = has_body or kind is BlockKind.BODY
        marker = BULLET.match(line.text) if kind is BlockKind.LIST else None
        start = line.start + (marker.end() if marker else 0)
        headings = tuple(heading for heading in (title, section) if heading)
        if kind is BlockKind.TITLE:
            headings = (title,) if title else ()
            title, section = (title, line.text) if title or has_body else (line.text, "")
        elif kind in {BlockKind.RELATED, BlockKind.META}:
            headings = ()
        passages.append(Passage(kind=kind, pieces=(Piece(start, line.end),), headings=headings))
    return passages
