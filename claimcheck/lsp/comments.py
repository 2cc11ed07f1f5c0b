"""The comment that suppresses a finding at a figure, in the form of its file, and where it goes."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.model.claim import Claim
from claimcheck.model.source import Document
from claimcheck.model.span import Span
from claimcheck.read.text import HTML, MARKDOWN
from claimcheck.values import dataclass

PLACEHOLDER: Final = "why this may stay"
UNSAFE: Final = re.compile(r"[\s,\[\]]|--|\*/")  # what a name in a comment cannot hold
IN_HEAD: Final = re.compile(r"<title\b[^>]*>[^<]*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    """Text to put in at a character of the source; `reason` is the stretch of it that a person is to write over."""

    offset: int
    text: str
    reason: Span


def comment_at(claim: Claim, document: Document, *, rule: str, suffix: str, partner: str = "") -> Insertion | None:
    """Return the comment that keeps `rule` from being reported in the claim's block; None where none can stand.

    `partner` narrows it to findings whose other side is that file.
    """
    block = _block_of(claim, document)
    if block is None or UNSAFE.search(rule) or UNSAFE.search(partner):
        return None
    rules = f"{rule} with={partner}" if partner else rule
    text = document.source.text
    if suffix in HTML and IN_HEAD.search(text[: block.start]):
        return None  # a comment in the title of a page is part of the title
    if suffix in MARKDOWN | HTML:
        before, after = (" {/* ", " */}") if suffix == ".mdx" else (" <!-- ", " -->")
        return _inserted(block.end, f"{before}claimcheck: ignore[{rules}] -- ", after)
    start = max(text.rfind("\n", 0, block.start), text.rfind("\r", 0, block.start)) + 1
    newline = "\r\n" if "\r\n" in text else "\n"
    return _inserted(start, f"[claimcheck: ignore {rules} -- ", f"]{newline}")


def _inserted(offset: int, before: str, after: str) -> Insertion:
    return Insertion(offset=offset, text=f"{before}{PLACEHOLDER}{after}", reason=Span(len(before), len(before) + len(PLACEHOLDER)))


def _block_of(claim: Claim, document: Document) -> Span | None:
    """Return the stretch of the source that the paragraph, heading, entry or cell of a claim takes."""
    for block in document.blocks:
        span = document.view.locate(block.start, block.end)
        if span.start <= claim.span.start < max(span.end, span.start + 1):
            return span
    return None
