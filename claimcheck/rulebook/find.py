"""Which files hold rules: those that came with claimcheck, then the user's own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from claimcheck.errors import Problem
from claimcheck.values import dataclass

PACKAGE: Final = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class RulePath:
    """A file to read: where it is, how it is shown, whether it came with claimcheck.

    `device` and `inode` tell whether two paths are one file; `touched_ns` is when content or inode last changed.
    """

    path: str
    shown: str
    bundled: bool
    size: int
    touched_ns: int
    device: int
    inode: int


def bundled_folder() -> Path:
    """Return the folder of the rules that came with claimcheck: inside an installed package, beside it in the repository."""
    packed = PACKAGE / "bundled_rules"
    return packed if packed.is_dir() else PACKAGE.parent / "rules"


def find_rule_files(paths: Sequence[Path], *, bundled: bool) -> tuple[tuple[RulePath, ...], tuple[Problem, ...]]:
    """Return the rule files, bundled ones first, each once; and a problem for each path that leads to none."""
    found: dict[tuple[int, int], RulePath] = {}
    problems = []
    if bundled:
        folder = bundled_folder()
        shown = "rules" if folder.parent == PACKAGE.parent else f"{PACKAGE.name}/{folder.name}"
        for file in _files_in(folder, shown, bundled=True):
            found.setdefault((file.device, file.inode), file)
    for path in paths:
        inside = list(_files_in(path, _shown(path), bundled=False))
        if not inside:
            what = "no *.toml in this folder" if path.is_dir() else "no such rule file or folder"
            problems.append(Problem(path=_shown(path), message=what))
        for file in inside:
            found.setdefault((file.device, file.inode), file)
    return tuple(found.values()), tuple(problems)


def find_code() -> Iterator[RulePath]:
    """Yield the files of code that a rulebook depends on."""
    for name in ("model", "rulebook"):
        yield from _files_in(PACKAGE / name, name, bundled=True, suffix=".py")


def _files_in(path: Path, shown: str, *, bundled: bool, suffix: str = ".toml") -> Iterator[RulePath]:
    """Yield a file, or those of a folder at any depth in order of their names; hidden ones are passed over."""
    if path.is_file():
        yield _rule_path(os.fspath(path), shown, bundled=bundled)
        return
    base = os.fspath(path)
    names: list[str] = []
    for folder, inner, files in os.walk(base):
        inner[:] = [name for name in inner if not name.startswith(".")]
        place = os.path.relpath(folder, base)
        prefix = "" if place == os.curdir else f"{place}{os.sep}"
        names += [prefix + name for name in files if name.endswith(suffix) and not name.startswith(".")]
    for name in sorted(names):
        yield _rule_path(os.path.join(base, name), f"{shown}/{name.replace(os.sep, '/')}", bundled=bundled)  # noqa: PTH118 - 50 times faster


def _rule_path(path: str, shown: str, *, bundled: bool) -> RulePath:
    state = os.stat(path)  # noqa: PTH116 - a thousand of them at every start
    touched = max(state.st_mtime_ns, state.st_ctime_ns)
    return RulePath(path, shown, bundled, state.st_size, touched, state.st_dev, state.st_ino)


def _shown(path: Path) -> str:
    """Return the path relative to where the run started, if it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
