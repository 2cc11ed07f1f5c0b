"""Elements of a page: whatever is no markup already is escaped, and what is opened is closed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

VOID = frozenset(["br", "hr", "link", "meta"])
SPECIAL = re.compile(r'[&<>"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]')
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]")  # no characters of HTML
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


NOTHING = Html()


def escaped(text: str) -> Html:
    """Return `text` so that a browser shows it as it is.

    >>> escaped("a < b & c")
    'a &lt; b &amp; c'
    """
    if isinstance(text, Html):
        return text
    return Html(UNSEEN.sub("\ufffd", text).translate(ESCAPES)) if SPECIAL.search(text) else Html(text)


def joined(parts: Iterable[str], between: str = "") -> Html:
    """Return several parts as one."""
    return Html(escaped(between).join([escaped(part) for part in parts]))


def tag(name: str, /, *children: str, **attributes: str | None) -> Html:
    """Return an element; an attribute that is None is left out, `class_` is class, and `_` within a name a hyphen.

    >>> tag("td", "1 < 2", class_="figure", title=None)
    '<td class="figure">1 &lt; 2</td>'
    """
    said = "".join([f' {_name(key)}="{escaped(value)}"' for key, value in attributes.items() if value is not None])
    return Html(f"<{name}{said}>" if name in VOID else f"<{name}{said}>{''.join([escaped(child) for child in children])}</{name}>")


@lru_cache(maxsize=256)
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
