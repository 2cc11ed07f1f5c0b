"""Markdown inside a paragraph: which of its characters a reader sees.

Code, link targets, notes and struck-out words are left out; entities and escapes stand for what they mean.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from claimcheck.read.weave import Piece

TOKEN = re.compile(
    r"""
      \\ (?P<escaped> [!-/:-@\[-`{-~] )
    | (?P<code> (?P<ticks> `+ ) (?!`) (?: (?!\n[ \t]*\n) [\s\S] )*? (?<!`) (?P=ticks) (?!`) )
    | (?P<unread> <!-- [\s\S]*? -->                                       # a comment
                | < (?P<cut> script|style|code|pre|del|s|kbd|samp|svg|sup ) \b [^<>]* > [\s\S]{0,2000}? </ (?P=cut) \s* >
                | < (?: https?:// | mailto: ) [^>\s]* >                   # a bare address
                | </? [A-Za-z] [^<>]* >                                   # any other tag
                | \[\^ [^\[\]\n]+ \] :?                                     # a note
                | ~~ (?=\S) [^~]*? (?<=\S) ~~                             # struck out
                | \{ [.\#] [^{}\n]* \} )                                  # attributes
    | !? \[ (?P<label> (?: [^\[\]\\] | \\. | \[ [^\[\]]* \] )* ) \]
         (?: \( (?: [^()\\] | \\. | \( [^()]* \) )* \) | \[ [^\[\]]* \] )   # a link or picture
    | (?P<entity> & (?: \#\d{1,7} | \#[xX][0-9a-fA-F]{1,6} | [A-Za-z][A-Za-z0-9]{1,31} ) ; )
    | (?P<marks> \*+ | _+ )
    | (?P<address> https?:// [^\s<>)\]]+ | www\. [^\s<>)\]]+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_inline(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of `text[start:end]` that a reader sees, in order.

    >>> text = "**38 billion** [dollars](https://example.org/99)"
    >>> [text[piece.start:piece.end] for piece in read_inline(text, 0, len(text))]
    ['38 billion', ' ', 'dollars']
    """
    place = start
    for token in TOKEN.finditer(text, start, end):
        if token.start() < place or (token["marks"] and not _is_emphasis(text, token, start, end)):
            continue
        if token.start() > place:
            yield Piece(place, token.start())
        place = token.end()
        if token["escaped"]:
            yield Piece(token.start(), token.end(), token["escaped"])
        elif token["label"] is not None:
            yield from read_inline(text, token.start("label"), token.end("label"))
        elif token["entity"]:
            yield Piece(token.start(), token.end(), html.unescape(token["entity"]))
        elif token["code"] or token["address"]:
            yield Piece(token.start(), token.end(), "\ufffc")  # something stands here that is not read
    if place < end:
        yield Piece(place, end)


def _is_emphasis(text: str, token: re.Match[str], start: int, end: int) -> bool:
    """Return whether stars or underscores are marks rather than letters of the text ("5 * 3", "file_name")."""
    before = text[token.start() - 1] if token.start() > start else " "
    after = text[token.end()] if token.end() < end else " "
    if before.isspace() and after.isspace():
        return False
    return token["marks"][0] == "*" or not (before.isalnum() and after.isalnum())
