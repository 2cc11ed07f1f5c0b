"""Which configuration file holds for a run: the nearest one, going up from what is read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

OWN_NAMES = (".claimcheck.toml", "claimcheck.toml")
PROJECT = "pyproject.toml"
TABLE = b"tool.claimcheck"


def common_parent(paths: Sequence[Path]) -> Path:
    """Return the folder that all `paths` lie in; this one where there are none."""
    folders = [os.path.abspath(path if path.is_dir() else path.parent) for path in paths]  # noqa: PTH100 - links stay as they are
    try:
        return Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # two drives have nothing in common
        return Path.cwd()


def find_file(start: Path) -> Path | None:
    """Return the nearest configuration file at or above the folder `start`; a pyproject.toml without our table is passed over."""
    for folder in (start, *start.parents):
        for name in OWN_NAMES:
            if (folder / name).is_file():
                return folder / name
        if _is_ours(folder / PROJECT):
            return folder / PROJECT
    return None


def _is_ours(path: Path) -> bool:
    """Return whether a pyproject.toml has a table [tool.claimcheck]."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    if TABLE not in content.replace(b" ", b"").replace(b'"', b""):
        return False
    import tomllib  # noqa: PLC0415 - most projects have no such table

    try:
        tool = tomllib.loads(content.decode("utf-8-sig")).get("tool")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return True  # the reader says what is wrong with it
    return isinstance(tool, dict) and "claimcheck" in tool
