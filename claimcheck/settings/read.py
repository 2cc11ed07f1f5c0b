"""A configuration file to a layer of settings; every slip is noted where it stands, all of a file at once."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from claimcheck.errors import ConfigurationError, Problem
from claimcheck.read.metadata import Metadata, language_tag, publication
from claimcheck.rulebook.entry import Entry
from claimcheck.rulebook.locate import Keys
from claimcheck.rulebook.ruletext import RuleText, nearest
from claimcheck.settings.find import PROJECT
from claimcheck.settings.keys import KEYS, LEVEL_OR_OFF, NAMES, ROLES, SOURCE_KEYS, TRUST, Key
from claimcheck.settings.values import Layer, configuration_of

ON_COMMAND_LINE: Final = "--config"
EXTEND: Final = "extend"


def read_file(path: Path, seen: tuple[Path, ...] = ()) -> Layer:
    """Return what a configuration file says, on top of those it extends; `seen` are the files that led here.

    Raises ConfigurationError.
    """
    file = _text_of(path)
    table = _table_of(file)
    keys: Keys = ("tool", "claimcheck") if path.name == PROJECT else ()
    for key in keys:
        inner = table.get(str(key), {})
        table = inner if isinstance(inner, dict) else {}
    entry = Entry(file, keys, table)
    layer = _layer(entry, folder=path.parent, shown=file.path)
    below = tuple(_extended(entry, path, seen))
    if file.problems:
        raise ConfigurationError(*sorted(file.problems, key=lambda problem: (problem.line, problem.column)))
    for lower in reversed(below):
        layer = layer.over(lower)
    return layer


def read_pair(pair: str) -> Layer:
    """Return what `--config KEY=VALUE` says; a value that is no TOML is taken as text. Raises ConfigurationError."""
    name, _, value = pair.partition("=")
    for written in (value, f'"{value}"'):
        file = RuleText(ON_COMMAND_LINE, f"{name.strip()} = {written.strip()}\n", bundled=False)
        try:
            table = tomllib.loads(file.text)
        except tomllib.TOMLDecodeError:
            continue
        layer = _layer(Entry(file, (), table), folder=Path(), shown="")
        if file.problems:
            raise ConfigurationError(*file.problems)
        return Layer(values=layer.values, origins=dict.fromkeys(layer.origins, f"{ON_COMMAND_LINE} {pair}"))
    raise ConfigurationError(Problem(path=ON_COMMAND_LINE, message=f"'{pair}' is not KEY=VALUE", hint="write it like fail-on=warning"))


def _text_of(path: Path) -> RuleText:
    shown = _seen_from_here(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigurationError(Problem(path=shown, message=f"cannot be read: {(error.strerror or str(error)).lower()}")) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(Problem(path=shown, message="is not UTF-8", hint="TOML files are UTF-8; save it again as such")) from error
    return RuleText(shown, text.replace("\r\n", "\n"), bundled=False)


def _table_of(file: RuleText) -> dict[str, object]:
    try:
        return tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        file.note_syntax(str(error))
        raise ConfigurationError(*file.problems) from error


def _extended(entry: Entry, path: Path, seen: tuple[Path, ...]) -> Iterator[Layer]:
    """Yield the layers of the files that this one extends, the nearest first."""
    for name in entry.text_or_texts(EXTEND):
        other = (path.parent / name).resolve()
        if other in (*seen, path.resolve()):
            entry.note(f"'{name}' extends this file in turn", EXTEND, hint="take one of the two out")
        elif not other.is_file():
            entry.note(f"no such file: '{name}'", EXTEND, hint="paths are relative to the file they stand in")
        else:
            yield read_file(other, (*seen, path.resolve()))


def _layer(entry: Entry, *, folder: Path, shown: str) -> Layer:
    for name in entry.table:
        if name not in (*NAMES, EXTEND):
            near = nearest(name, NAMES) or "`claimcheck schema config` names them all"
            entry.note(f"unknown key '{name}'", name, hint=near, on_key=True)
    values: dict[str, object] = {}
    origins: dict[str, str] = {}
    for key in KEYS:
        if entry.has(key.name):
            values[key.field] = _value(entry, key, folder)
            origins[key.field] = f"{shown}:{entry.file.line((*entry.keys, key.name))}"
            if key.form == "table" and isinstance(table := entry.table[key.name], dict):
                for name in table:
                    origins[f"{key.field}.{name}"] = f"{shown}:{entry.file.line((*entry.keys, key.name, name))}"
    return Layer(values=configuration_of(values, root=folder, file=shown), origins=origins)


def _value(entry: Entry, key: Key, folder: Path) -> object:
    """Return the value of a key in its own form."""
    match key.form:
        case "paths":
            return tuple(_path(folder, name) for name in entry.text_or_texts(key.name))
        case "path":
            return _path(folder, entry.text(key.name))
        case "flag":
            return entry.flag(key.name)
        case "whole":
            return _whole(entry, key.name)
        case "texts":
            return entry.text_or_texts(key.name)
        case "text":
            return _checked(entry, key)
        case _:
            return {"levels": _levels, "per-file-ignores": _ignores, "sources": _sources}[key.name](entry.entry(key.name))


def _path(folder: Path, name: str) -> Path:
    """Return a path of the file's folder as seen from where the run started, so that reports hold no absolute ones."""
    path = folder / Path(name).expanduser()
    return Path(_seen_from_here(path)) if folder != Path() else path


def _seen_from_here(path: Path) -> str:
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def _whole(entry: Entry, name: str) -> int:
    value = entry.whole(name)
    if value == 0 and entry.table[name] == 0:
        entry.note(f"'{name}' must be at least 1", name)
    return max(1, value)


def _checked(entry: Entry, key: Key) -> str:
    value = entry.choice(key.name, key.choices) if key.choices else entry.text(key.name)
    if key.name == "lang" and value and not language_tag(value):
        entry.note(f"unknown language tag '{value}'", key.name, hint="use a BCP 47 tag such as es or zh-Hant")
    return value


def _levels(entry: Entry) -> tuple[tuple[str, str], ...]:
    return tuple((name, entry.choice(name, LEVEL_OR_OFF)) for name in entry.table)


def _ignores(entry: Entry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((pattern, entry.text_or_texts(pattern)) for pattern in entry.table)


def _sources(entry: Entry) -> tuple[tuple[str, Metadata], ...]:
    return tuple((pattern, _source(entry.entry(pattern))) for pattern in entry.table)


def _source(entry: Entry) -> Metadata:
    for name in entry.table:
        if name not in SOURCE_KEYS:
            entry.note(f"unknown key '{name}'", name, hint=nearest(name, SOURCE_KEYS), on_key=True)
    lang = entry.text("lang")
    if lang and not language_tag(lang):
        entry.note(f"unknown language tag '{lang}'", "lang", hint="use a BCP 47 tag such as es, es-MX or zh-Hant")
    return Metadata(
        lang=language_tag(lang),
        outlet=entry.text("outlet"),
        url=entry.text("url"),
        published=_day(entry, "published") or _day(entry, "as-of"),
        role=entry.choice("role", ROLES),
        trust=entry.choice("trust", TRUST),
    )


def _day(entry: Entry, name: str) -> str:
    value = entry.text(name)
    if value and not publication(value):
        entry.note(f"no date: '{value}'", name, hint="use 2025-11-03, 2025-11, 2025, or a date-time with its offset")
    return publication(value) if value else ""
