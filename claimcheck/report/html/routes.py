"""Where things stand in the report: paths of pages, names within them, and the ways between."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TypeVar

from claimcheck.values import dataclass

INDEX, MATRIX, FINDINGS, APART, SOURCES, RUN, CLOSED = (
    "index.html",
    "matrix.html",
    "findings.html",
    "incommensurable.html",
    "sources.html",
    "run.html",
    "suppressed.html",
)
UNSAFE = re.compile(r"[^A-Za-z0-9._]+")
LONGEST = 60

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Way:
    """Ways from one page to the others; in one file that holds all, pages are parts of it."""

    here: str
    single: bool

    def to(self, page: str, anchor: str = "") -> str:
        """Return the link to a page, or to a named place in it.

        >>> Way("fact/a.html", single=False).to("doc/b.html", "c1"), Way("fact/a.html", single=True).to("doc/b.html", "c1")
        ('../doc/b.html#c1', '#doc-b.c1')
        """
        if self.single:
            return f"#{part_of(page)}.{anchor}" if anchor else f"#{part_of(page)}"
        if page == self.here:
            return f"#{anchor}" if anchor else posixpath.basename(page)
        folder, beside = posixpath.dirname(self.here), posixpath.dirname(page)
        path = posixpath.basename(page) if folder == beside else "../" * (self.here.count("/")) + page
        return f"{path}#{anchor}" if anchor else path

    def name(self, anchor: str) -> str:
        """Return the name of a place in this page."""
        return f"{part_of(self.here)}.{anchor}" if self.single else anchor


def part_of(page: str) -> str:
    """Return what a page is called where all are parts of one file."""
    return page.removesuffix(".html").replace("/", "-")


@lru_cache(maxsize=100_000)
def short_digest(text: str) -> str:
    """Return eight hexadecimal digits that stand for `text`."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


@lru_cache(maxsize=10_000)
def file_name(id_: str) -> str:
    """Return a name that any file system takes, readable and its own.

    >>> file_name("desk/Île (1).md")
    'desk-le-1-.md-ba8e4136'
    """
    return f"{UNSAFE.sub('-', id_)[-LONGEST:].lstrip('-.')}-{short_digest(id_)}"


def numbered(first: str, count: int) -> tuple[str, ...]:
    """Return the paths of `count` pages that belong together; there is always one.

    >>> numbered("matrix.html", 2)
    ('matrix.html', 'matrix-2.html')
    """
    stem = first.removesuffix(".html")
    return (first, *(f"{stem}-{number}.html" for number in range(2, count + 1)))


def parted(parts: Sequence[T], size: int) -> list[Sequence[T]]:
    """Return `parts` in pages of `size`; no parts make one empty page."""
    return [parts[start : start + size] for start in range(0, len(parts), size)] or [()]
