"""An article: its text, unaltered, and the text as a reader sees it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from claimcheck.model.span import Span
from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article as it came.

    `text` is the file as decoded and not otherwise changed: newlines, byte order mark aside, stay as they are.
    `lang` is a BCP 47 tag or "" for unknown; `published` is "2025-11-03", "2025-11", "2025", an offset date-time, or
    "". `id` is how claims name it; `path` is relative to where the run started, in posix form, "" for a text that is
    no file. `encoding` and `bom_bytes` lead from code points back to bytes of the file; `encoding_guessed` tells that
    nothing but the bytes themselves spoke for the encoding. `role` is "own", "wire", "release", "correction" or "";
    `trust` is "high", "normal", "low" or "".
    """

    text: str
    id: str = ""
    path: str = ""
    lang: str = ""
    published: str = ""
    outlet: str = ""
    url: str = ""
    digest: str = ""
    encoding: str = "utf-8"
    bom_bytes: int = 0
    encoding_guessed: bool = False
    role: str = ""
    trust: str = ""


class BlockKind(StrEnum):
    """What part of an article a stretch of text is."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    CELL = "cell"
    LIST = "list"
    RELATED = "related"  # headlines of other articles, reading times, tags, navigation
    META = "meta"  # bylines, datelines, tags, word counts


@dataclass(frozen=True, slots=True)
class View:
    """The text a reader sees, with the way back to the file.

    `starts[i]` and `ends[i]` bound in `Source.text` what became character i of `text` (one code point, an entity, a
    letter with its marks); both are `None` where the texts are the same. In HTML and Markdown the view leaves out tags
    and link targets and decodes entities; it is in Unicode normal form C.
    """

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def locate(self, start: int, end: int) -> Span:
        """Return where view characters `start` to `end` stand in the source; empty stays empty."""
        if self.starts is None or self.ends is None:
            return Span(start, end)
        if end <= start:
            place = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return Span(place, place)
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list entry or table cell, in offsets of the view.

    `headings` leads from the title down; for a table cell it also holds the column's and the row's head. `lang` is
    the block's own language, or "" for the document's.
    """

    kind: BlockKind
    start: int
    end: int
    headings: tuple[str, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A source as read: its view and its blocks, in order, not overlapping."""

    source: Source
    view: View
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in offsets of the view, end exclusive, with its surroundings.

    `lang` is the tag the sentence is read in, never "". `paragraph` counts the blocks from 0.
    """

    start: int
    end: int
    kind: BlockKind
    lang: str
    paragraph: int
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read, and why."""

    path: str
    reason: str
