"""Front matter: what a text says about itself between two lines of dashes (or pluses), before it begins.

Only flat `key: value` lines are read; whatever else a site's front matter holds is none of our business.
"""

from __future__ import annotations

import re
from dataclasses import field

from claimcheck.read.metadata import ROLES, Metadata, language_tag, publication
from claimcheck.values import dataclass

FENCED = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?P<body>.*?)(?:^|(?<=[\r\n]))(?P=fence)[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL)
ENTRY = re.compile(r"^(?P<key>[A-Za-z_][\w-]*)[ \t]*[:=][ \t]*(?P<value>[^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
# The names that static site generators use.
NAMES = {
    "lang": "lang",
    "language": "lang",
    "locale": "lang",
    "published": "published",
    "date": "published",
    "pubdate": "published",
    "outlet": "outlet",
    "site": "outlet",
    "publisher": "outlet",
    "url": "url",
    "canonical": "url",
    "canonical_url": "url",
    "link": "url",
    "id": "id",
    "role": "role",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What front matter says, and where the text behind it begins; `title` bounds the title's words in the file."""

    metadata: Metadata = field(default_factory=Metadata)
    end: int = 0
    title: tuple[int, int] = (0, 0)


def read_front_matter(text: str) -> FrontMatter:
    r"""Return the front matter of `text`; values that make no sense are left out.

    >>> read_front_matter("---\nlang: es_MX\ntitle: Hola\n---\nTexto").metadata.lang
    'es-MX'
    """
    found = FENCED.match(text)
    if not found:
        return FrontMatter()
    values: dict[str, str] = {}
    title = (0, 0)
    for entry in ENTRY.finditer(text, found.start("body"), found.end("body")):
        start, end = _bare(text, entry.start("value"), entry.end("value"))
        key = entry["key"].lower()
        if key == "title":
            title = (start, end)
        elif key in NAMES and text[start:end]:
            values.setdefault(NAMES[key], _checked(NAMES[key], text[start:end]))
    return FrontMatter(metadata=Metadata(**values), end=found.end(), title=title)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of a value without its quotes."""
    quoted = end - start > 1 and text[start] in "\"'" and text[end - 1] == text[start]
    return (start + 1, end - 1) if quoted else (start, end)


def _checked(name: str, value: str) -> str:
    if name == "lang":
        return language_tag(value.replace("_", "-"))
    if name == "role":
        return value.lower() if value.lower() in ROLES else ""
    return publication(value.replace(" ", "T", 1)) or publication(value[:10]) if name == "published" else value
