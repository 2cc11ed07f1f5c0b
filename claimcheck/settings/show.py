"""Every setting with where it is from, and the JSON Schema of a configuration file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from claimcheck.read.metadata import Metadata
from claimcheck.settings.keys import KEYS, LEVEL_OR_OFF, ROLES, SOURCE_KEYS, TRUST, Key
from claimcheck.settings.values import Layer

Json = str | int | bool | list["Json"] | dict[str, "Json"]


def settings_text(layer: Layer) -> str:
    """Return a line `key = value  # origin` for each setting, in TOML."""
    rows = list(_rows(layer))
    width = max(len(row) for row, _ in rows)
    file = f"# configuration: {layer.values.file or 'none found'}\n"
    return file + "".join(f"{row:<{width}}  # {origin}\n" for row, origin in rows)


def settings_rows(layer: Layer) -> tuple[tuple[str, str], ...]:
    """Return what settings change in a result, each with its origin: the order of paths does not, nor how many files are read at once."""
    ordered = replace(layer.values, paths=tuple(sorted(layer.values.paths)), against=tuple(sorted(layer.values.against)))
    return tuple(row for row in _rows(replace(layer, values=ordered)) if not row[0].startswith("jobs ="))


def _rows(layer: Layer) -> Iterator[tuple[str, str]]:
    for key in KEYS:
        value: object = getattr(layer.values, key.field)
        if key.form != "table":
            yield f"{key.name} = {_written(value)}", layer.origin(key.field)
            continue
        entries = value if isinstance(value, tuple) else ()
        if not entries:
            yield f"{key.name} = {{}}", layer.origin(key.field)
        for name, entry in entries:
            yield f"{key.name}.{json.dumps(name, ensure_ascii=False)} = {_written(entry)}", layer.origin(f"{key.field}.{name}")


def _written(value: object) -> str:
    match value:
        case None:
            return '""'
        case bool():
            return "true" if value else "false"
        case Path():
            return json.dumps(value.as_posix(), ensure_ascii=False)
        case tuple():
            return f"[{', '.join(_written(one) for one in value)}]"
        case Metadata():
            given = {name: getattr(value, name) for name in ("outlet", "lang", "role", "published", "trust", "url")}
            return "{" + ", ".join(f"{name} = {_written(one)}" for name, one in given.items() if one) + "}"
        case _:
            return json.dumps(value, ensure_ascii=False)


FORMS: Mapping[str, dict[str, Json]] = {
    "text": {"type": "string"},
    "path": {"type": "string"},
    "flag": {"type": "boolean"},
    "whole": {"type": "integer", "minimum": 1},
    "texts": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    "paths": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
}


def config_schema() -> str:
    """Return the JSON Schema of claimcheck.toml and of [tool.claimcheck]."""
    properties: dict[str, Json] = {"extend": {**FORMS["texts"], "description": "Files whose settings hold where this one says nothing."}}
    for key in KEYS:
        properties[key.name] = {**_form(key), "description": key.about.replace("`", "")}
    schema: dict[str, Json] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://claimcheck.invalid/schema/config-1.json",
        "title": "claimcheck.toml, .claimcheck.toml, or [tool.claimcheck] in pyproject.toml",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _form(key: Key) -> dict[str, Json]:
    if key.name == "levels":
        return {"type": "object", "additionalProperties": {"enum": list(LEVEL_OR_OFF)}}
    if key.name == "per-file-ignores":
        return {"type": "object", "additionalProperties": FORMS["texts"]}
    if key.name == "sources":
        fields: dict[str, Json] = {name: {"type": "string"} for name in SOURCE_KEYS}
        fields["role"], fields["trust"] = {"enum": list(ROLES)}, {"enum": list(TRUST)}
        return {"type": "object", "additionalProperties": {"type": "object", "properties": fields, "additionalProperties": False}}
    return {"type": "string", "enum": list(key.choices)} if key.choices else FORMS[key.form]


def keys_table() -> str:
    """Return the keys as a Markdown table, for the page in the docs."""
    rows = ["| key | default | what it says | option |", "|---|---|---|---|"]
    rows += [f"| `{key.name}` | {key.default} | {key.about} | {f'`{key.option}`' if key.option else ''} |" for key in KEYS]
    return "\n".join(rows) + "\n"
