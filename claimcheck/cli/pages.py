"""The report as HTML: a folder of pages, or one file where the name ends in .html or nothing is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from claimcheck.cli.streams import write
from claimcheck.errors import InputError, Problem
from claimcheck.model.report import Report
from claimcheck.model.rule import Rule
from claimcheck.model.source import Document, Source
from claimcheck.model.span import Position
from claimcheck.read.text import document_of
from claimcheck.report.html.desk import Background
from claimcheck.report.html.routes import FINDINGS, INDEX
from claimcheck.report.html.site import GENERATOR, folder_of, single_of

Places = Mapping[str, Callable[[int], Position]]
ONE_FILE = frozenset({".html", ".htm"})
OURS = re.compile(rf'<meta name="generator" content="{GENERATOR}">')
FOLDERS = ("doc", "fact", "beside", FINDINGS.removesuffix(".html"))
HEAD = 1_000  # bytes of a page in which it says who made it


def background(settings: tuple[tuple[str, str], ...] = (), rules: tuple[Rule, ...] = ()) -> Background:
    """Return what pages tell besides the report."""
    return Background(read=_read, settings=settings, rules=rules)


def is_folder(output_format: str, path: Path | None) -> bool:
    """Return whether a report is to be written as a folder."""
    return output_format == "html" and path is not None and path.suffix.lower() not in ONE_FILE


def page_text(report: Report, places: Places, known: Background) -> str:
    """Return the report as one file."""
    return single_of(report, places, known)


def write_pages(report: Report, places: Places, known: Background, folder: Path) -> None:
    """Write the report as a folder, in place of an earlier one.

    Raises:
        InputError: it cannot be written, or holds pages that are not ours.
    """
    _make_room(folder)
    for name, text in folder_of(report, places, known):
        write(text, folder / name)


def _make_room(folder: Path) -> None:
    """Take away the pages of an earlier report, which the new one may not have; what is not ours is left alone."""
    index = folder / INDEX
    if folder.exists() and not folder.is_dir():
        raise InputError(Problem(path=folder.as_posix(), message="is no folder", hint="name a folder, or a file that ends in .html"))
    if not index.exists():
        return
    if not OURS.search(index.read_bytes()[:HEAD].decode("utf-8", "replace")):
        hint = "name a folder of its own for the report"
        raise InputError(Problem(path=index.as_posix(), message="is no report of claimcheck, and would be overwritten", hint=hint))
    former = [path for name in FOLDERS for path in (folder / name).glob("*.html")]
    for path in (*former, *folder.glob("*.html")):
        if OURS.search(path.read_bytes()[:HEAD].decode("utf-8", "replace")):
            path.unlink()


def _read(source: Source) -> Document:
    return document_of(source, suffix=Path(source.path).suffix)
