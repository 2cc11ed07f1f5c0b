"""sources.toml: which files of a folder are sources, and what is known about them.

Every mistake is found before any is reported, each with its place in the file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from claimcheck.errors import ManifestError, Problem
from claimcheck.read.metadata import Metadata, language_tag, publication

NAME = "sources.toml"
FIELDS = ("file", "lang", "published", "outlet", "url")
SYNTAX_PLACE = re.compile(r"(?P<message>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)")
TABLE = re.compile(r"""\s*\[\[?\s*["']?(?P<name>[\w-]+)""")
KEY = re.compile(r"""\s*["']?(?P<name>[\w-]+)["']?\s*=\s*(?P<value>.*?)\s*(?:\#[^"']*)?$""")


def read_manifest(path: Path, shown: str) -> dict[Path, Metadata]:
    """Return what the manifest at `path` says of each file it names, in its order; raise ManifestError for all problems.

    `shown` is how messages name the manifest.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        tables = tomllib.loads(text)
    except OSError as error:
        raise ManifestError(Problem(path=shown, message=f"cannot be read: {error.strerror}")) from error
    except UnicodeDecodeError as error:
        raise ManifestError(Problem(path=shown, message="is not UTF-8", hint="TOML files are UTF-8; save it again as such")) from error
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(_syntax_problem(str(error), text, shown)) from error
    reader = _Reader(path.parent, shown, text)
    sources = dict(reader.sources(tables))
    if reader.problems:
        raise ManifestError(*sorted(reader.problems, key=lambda problem: (problem.line, problem.column)))
    return sources


def _syntax_problem(message: str, text: str, shown: str) -> Problem:
    lines = text.splitlines() or [""]
    found = SYNTAX_PLACE.fullmatch(message)
    line, column = (int(found["line"]), int(found["column"])) if found else (len(lines), len(lines[-1]) + 1)
    words = found["message"] if found else message.removesuffix(" (at end of document)")
    excerpt = lines[line - 1] if line <= len(lines) else ""
    return Problem(path=shown, message=f"not valid TOML: {words[:1].lower()}{words[1:]}", line=line, column=column, excerpt=excerpt)


class _Reader:
    """Checks the tables of one manifest and remembers what is wrong with them."""

    def __init__(self, folder: Path, shown: str, text: str) -> None:
        self.problems: list[Problem] = []
        self._folder = folder
        self._shown = shown
        self._lines = text.splitlines()
        self._seen: dict[Path, int] = {}

    def sources(self, tables: Mapping[str, object]) -> Iterator[tuple[Path, Metadata]]:
        for key in tables:
            if key != "source":
                self._add(f"unknown table or key '{key}'", *self._line_of(key), hint="every source is a table [[source]]", key=key)
        entries = tables.get("source", [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self._add("'source' is no list of tables", *self._line_of("source"), hint="write [[source]] with two brackets", key="source")
            return
        places = self._table_lines()
        for number, entry in enumerate(entries):
            line = places[number] if number < len(places) else 0
            yield from self._source(entry, line)

    def _source(self, entry: Mapping[str, object], line: int) -> Iterator[tuple[Path, Metadata]]:
        for key in entry:
            if key not in FIELDS:
                near = nearest(key, FIELDS)
                hint = f"did you mean '{near}'?" if near else f"use {', '.join(FIELDS)}"
                self._add(f"unknown key '{key}'", *self._place(line, key), hint=hint, key=key)
        values = {key: self._text(key, entry[key], line) for key in FIELDS if key in entry}
        if "file" not in entry:
            self._add("a source without 'file'", line, 1, hint='add file = "name-of-the-article.txt"', key="[[source]]")
        path = self._file(values.get("file", ""), line)
        if path:
            yield path, Metadata(**{key: value for key, value in values.items() if key != "file"})

    def _text(self, key: str, value: object, line: int) -> str:
        if key == "published" and isinstance(value, (date, datetime)):
            value = value.isoformat()
        if not isinstance(value, str):
            self._add(f"'{key}' is {_kind(value)}, not text", *self._place(line, key), hint=f'write {key} = "…"', key=key)
            return ""
        if key == "lang" and not language_tag(value):
            self._bad(key, f"unknown language tag '{value}'", line, "use a BCP 47 tag such as es, es-MX or zh-Hant")
            return ""
        if key == "published" and not publication(value):
            self._bad(key, f"no date: '{value}'", line, "use 2025-11-03, 2025-11, 2025, or a date-time with its offset")
            return ""
        return {"lang": language_tag, "published": publication}.get(key, str)(value)

    def _file(self, name: str, line: int) -> Path | None:
        if not name:
            return None
        path = self._folder / name
        if not path.is_file():
            near = nearest(name, [other.name for other in self._folder.iterdir()])
            self._bad("file", f"no such file: '{name}'", line, f"did you mean '{near}'?" if near else "paths are relative to the manifest")
            return None
        if path.resolve() in self._seen:
            self._bad("file", f"'{name}' is named twice", line, f"it stands in line {self._seen[path.resolve()]} already")
            return None
        self._seen[path.resolve()] = self._place(line, "file")[0]
        return path

    def _bad(self, key: str, message: str, line: int, hint: str) -> None:
        row, _ = self._place(line, key)
        found = KEY.match(self._lines[row - 1]) if row else None
        column, width = (found.start("value") + 1, len(found["value"])) if found else (0, 1)
        self._problem(message, row, column, width, hint)

    def _add(self, message: str, line: int, column: int, *, hint: str, key: str) -> None:
        self._problem(message, line, column, len(key), hint)

    def _problem(self, message: str, line: int, column: int, width: int, hint: str) -> None:
        excerpt = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        self.problems.append(
            Problem(path=self._shown, message=message, line=line, column=column if line else 0, excerpt=excerpt, width=width, hint=hint)
        )

    def _table_lines(self) -> list[int]:
        return [row for row, line in enumerate(self._lines, 1) if (found := TABLE.match(line)) and found["name"] == "source"]

    def _place(self, line: int, key: str) -> tuple[int, int]:
        """Return where `key` of the table that begins in `line` stands, or the table's own place."""
        for row in range(line + 1, len(self._lines) + 1):
            if TABLE.match(self._lines[row - 1]):
                break
            found = KEY.match(self._lines[row - 1])
            if found and found["name"] == key:
                return row, found.start("name") + 1
        return line, 1

    def _line_of(self, key: str) -> tuple[int, int]:
        for row, line in enumerate(self._lines, 1):
            found = TABLE.match(line) or KEY.match(line)
            if found and found["name"] == key:
                return row, found.start("name") + 1
        return 0, 0


def nearest(word: str, known: Sequence[str]) -> str:
    """Return what of `known` was probably meant by `word`, or ""."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where something went wrong

    return next(iter(get_close_matches(word, known, n=1)), "")


def _kind(value: object) -> str:
    names = {bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return names.get(type(value), "a date or time")
