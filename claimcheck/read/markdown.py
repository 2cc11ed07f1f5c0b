"""Markdown to blocks, with the place of every character in the file.

An own reader, for no parser tells where in the file each character of a paragraph stands. It knows CommonMark's blocks
as far as they matter to a reader of figures, tables and footnotes; what it does not know it reads as a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model.source import Block, BlockKind, View
from claimcheck.read.furniture import furniture
from claimcheck.read.inline import read_inline
from claimcheck.read.weave import Passage, Piece, weave, words_of
from claimcheck.values import dataclass

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
ATX = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]+|(?=[\r\n]|\Z))")
ATX_END = re.compile(r"[ \t]+#+[ \t]*\Z")
SETEXT = re.compile(r" {0,3}(?:=+|-+)[ \t]*\Z")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
BULLET = re.compile(r"[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:[ \t]*\S")
NOTE = re.compile(r" {0,3}\[\^[^\]]+\]:[ \t]*")
DELIMITERS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
CELL = re.compile(r"(?:[^|\\]|\\.)+")
HTML_OPEN = re.compile(r" {0,3}<(?P<tag>script|style|pre|textarea)\b", re.IGNORECASE)
MODULE = re.compile(  # MDX: what a page imports and exports, until the next empty line
    r"""
    import \s+ (?: [\w*{][^'"]* \s from \s+ )? ['"][^'"]+['"] ;? \s* \Z
    | export \s+ (?: default\b | (?:const|let|var) \s+ \w+ \s* = | (?:async\s+)? function \s+ \w+ \s* \( | class \s+ \w+ | [{*] )
    """,
    re.VERBOSE,
)
HARD_BREAK = re.compile(r"(?: {2,}|\\)\Z")
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)\s*\Z")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|\{/\*.*?\*/\}", re.DOTALL)  # of HTML, and of MDX


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line break: its bounds in the file and its text."""

    start: int
    end: int
    text: str

    def cut(self, count: int) -> Line:
        """Return this line without its first `count` characters."""
        return Line(self.start + count, self.end, self.text[count:])


def read_markdown(text: str, start: int = 0, title: tuple[int, int] = (0, 0)) -> tuple[View, tuple[Block, ...]]:
    """Return the view of `text` from `start` on, and its blocks; `title` bounds a title in the front matter."""
    return weave(text, _Reader(text, title).read(start))


class _Reader:
    """Walks through the lines, gathering a paragraph until something ends it."""

    def __init__(self, text: str, title: tuple[int, int]) -> None:
        self._text = text
        self._passages: list[Passage] = []
        self._paragraph: list[Line] = []
        self._kind = BlockKind.BODY
        self._headings: dict[int, str] = {}
        self._is_related = False
        self._is_quoted = False
        if title[1] > title[0]:
            self._passages.append(Passage(kind=BlockKind.TITLE, pieces=(Piece(*title),)))
            self._headings[0] = text[title[0] : title[1]]

    def read(self, start: int) -> list[Passage]:
        lines = list(_lines(_without_comments(self._text), start))
        place = 0
        while place < len(lines):
            place = self._read_line(lines, place)
        self._flush()
        return self._passages

    def _read_line(self, lines: list[Line], place: int) -> int:
        """Read the block part that begins at `place` and return the place behind it."""
        line = lines[place]
        if not line.text.strip():
            self._flush()
            return place + 1
        unread = self._unread_until(lines, place)
        if unread > place:
            self._flush()
            return unread
        quote = QUOTE.match(line.text)
        if quote:
            if not self._is_quoted:
                self._flush()
            line = line.cut(quote.end())
        self._is_quoted = bool(quote) or (self._is_quoted and bool(self._paragraph))
        if not quote and place + 1 < len(lines) and "|" in line.text and DELIMITERS.match(lines[place + 1].text) and not self._paragraph:
            return self._read_table(lines, place)
        self._read_text(line)
        return place + 1

    def _unread_until(self, lines: list[Line], place: int) -> int:
        """Return the place behind code, a raw block or a link's definition that begins at `place`, else `place`."""
        line = lines[place].text
        fence = FENCE.match(line)
        if fence:
            return _after(lines, place, re.compile(rf" {{0,3}}{fence['fence'][0]}{{{len(fence['fence'])},}}[ \t]*\Z"))
        raw = HTML_OPEN.match(line)
        if raw:
            return _after(lines, place - 1, re.compile(rf".*</{raw['tag']}\s*>", re.IGNORECASE))
        if not self._paragraph and MODULE.match(line):
            return _after(lines, place, re.compile(r"\s*\Z"))
        is_code = not self._paragraph and line.startswith(("    ", "\t")) and self._kind is not BlockKind.LIST and not BULLET.match(line)
        return place + 1 if is_code or DEFINITION.match(line) else place

    def _read_text(self, line: Line) -> None:
        atx, bullet, note = ATX.match(line.text), BULLET.match(line.text), NOTE.match(line.text)
        if atx:
            self._flush()
            content = ATX_END.sub("", line.cut(atx.end()).text)
            self._paragraph = [Line(line.start + atx.end(), line.start + atx.end() + len(content), content)]
            self._flush(level=len(atx["marks"]))
        elif self._paragraph and SETEXT.match(line.text) and self._kind is BlockKind.BODY:
            self._flush(level=1 if "=" in line.text else 2)
        elif RULE.match(line.text):
            self._flush()
        elif bullet or note:
            self._flush()
            self._kind = BlockKind.LIST if bullet else BlockKind.BODY
            self._paragraph = [line.cut(max(found.end() for found in (bullet, note) if found))]
        else:
            self._paragraph.append(line)
            if HARD_BREAK.search(line.text):
                self._flush(keep_kind=True)

    def _read_table(self, lines: list[Line], place: int) -> int:
        columns = self._read_row(lines[place], [])
        after = place + 2
        while after < len(lines) and "|" in lines[after].text:
            self._read_row(lines[after], columns)
            after += 1
        return after

    def _read_row(self, line: Line, columns: list[str]) -> list[str]:
        """Add the cells of a row and return their words; the first cell heads the others."""
        words: list[str] = []
        for column, cell in enumerate(found for found in CELL.finditer(line.text) if found.group().strip() or found.start()):
            pieces = tuple(read_inline(self._text, line.start + cell.start(), line.start + cell.end()))
            words.append(words_of(self._text, pieces))
            heads = (columns[column] if column < len(columns) else "", words[0] if column and columns else "")
            self._add(BlockKind.CELL, pieces, self._above() + tuple(head for head in heads if head))
        return words

    def _flush(self, *, level: int = 0, keep_kind: bool = False) -> None:
        lines, self._paragraph = self._paragraph, []
        kind = self._kind
        self._kind = kind if keep_kind else BlockKind.BODY
        pieces = tuple(self._pieces(lines))
        words = words_of(self._text, pieces) if pieces else ""
        if not words:
            self._kind = kind if not lines else self._kind
            return
        if level:
            self._enter(level, words, pieces)
            return
        if len(lines) == 1 and PICTURE.match(lines[0].text.strip()):
            kind = BlockKind.CAPTION
        self._add(_by_words(kind, words), pieces, self._above())

    def _enter(self, level: int, words: str, pieces: tuple[Piece, ...]) -> None:
        self._headings = {number: heading for number, heading in self._headings.items() if number < level}
        self._is_related = furniture().leads_to_others(words)
        self._add(BlockKind.TITLE, pieces, self._above())
        self._headings[level] = words

    def _add(self, kind: BlockKind, pieces: tuple[Piece, ...], headings: tuple[str, ...]) -> None:
        kind = BlockKind.RELATED if self._is_related else kind
        outside = kind in {BlockKind.RELATED, BlockKind.META}
        self._passages.append(Passage(kind=kind, pieces=pieces, headings=() if outside else headings))

    def _above(self) -> tuple[str, ...]:
        return tuple(self._headings[level] for level in sorted(self._headings))

    def _pieces(self, lines: list[Line]) -> Iterator[Piece]:
        """Yield the pieces of a paragraph; lines that follow one another without a quote mark are read as one stretch."""
        place = 0
        while place < len(lines):
            last = place
            while last + 1 < len(lines) and not self._text[lines[last].end : lines[last + 1].start].strip():
                last += 1
            yield from read_inline(self._text, lines[place].start, lines[last].end)
            if last + 1 < len(lines):
                yield Piece(lines[last].end, lines[last].end, " ")
            place = last + 1


def _lines(text: str, start: int) -> Iterator[Line]:
    for found in LINE.finditer(text, start):
        if found.start() < len(text):
            content = found.group().rstrip("\r\n")
            yield Line(found.start(), found.start() + len(content), content)


def _without_comments(text: str) -> str:
    """Return `text` with its comments blanked, so that lines inside them look empty; every offset stays."""
    return COMMENT.sub(lambda found: re.sub(r"[^\r\n]", " ", found.group()), text) if "<!--" in text or "{/*" in text else text


def _after(lines: list[Line], place: int, closing: re.Pattern[str]) -> int:
    for other in range(place + 1, len(lines)):
        if closing.match(lines[other].text):
            return other + 1
    return len(lines)


def _by_words(kind: BlockKind, words: str) -> BlockKind:
    known = furniture()
    if known.leads_to_others(words) or (len(words) < 110 and known.names_others(words)):
        return BlockKind.RELATED
    if known.is_reading_time(words) or known.is_navigation(words) or known.is_byline(words):
        return BlockKind.META
    return BlockKind.CAPTION if kind is BlockKind.BODY and len(words) < 200 and known.is_caption(words) else kind
