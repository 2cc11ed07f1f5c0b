"""Data files of the package, read once: parsed TOML is kept in the cache, and parsed anew when the file changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimcheck import store


def load_tables(path: Path) -> dict[str, Any]:
    """Return what a TOML file of the package says; a slip in it is a TOMLDecodeError.

    >>> "und" in load_tables(Path(__file__).parent / "segment" / "endings.toml")
    True
    """
    state = path.stat()
    return store.once("tables", store.digest(str(path), f"{state.st_size} {state.st_mtime_ns}"), dict, lambda: parse_tables(path))


def parse_tables(path: Path) -> dict[str, Any]:
    """Return what a TOML file says, parsed anew."""
    import tomllib  # noqa: PLC0415 - most runs find the tables in the cache

    return tomllib.loads(path.read_text(encoding="utf-8"))
