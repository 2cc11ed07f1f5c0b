"""Which files of a folder are read, and what the configuration says of each."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from claimcheck.read.metadata import Metadata
from claimcheck.values import dataclass

if TYPE_CHECKING:
    from claimcheck.read.patterns import Patterns

IGNORE_FILES = (".gitignore", ".claimcheckignore")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is passed over, and what is known of files by their path; all patterns are relative to `root`.

    `forced` excludes files that are named one by one, too. `ignore_files` follows .gitignore and .claimcheckignore of
    the file's folder and those above it, up to the repository's. `sources` are patterns with what they say of their
    files; the last that fits wins. `base` is the folder that reports name files from; None is the current one.
    """

    root: Path = Path()
    exclude: tuple[str, ...] = ()
    forced: bool = False
    ignore_files: bool = True
    sources: tuple[tuple[str, Metadata], ...] = ()
    base: Path | None = None

    def excludes(self, path: Path, *, is_folder: bool = False) -> bool:
        """Return whether `path` is passed over."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps "..", and resolve follows links
        if self.exclude and fits(self.exclude, _below(absolute, self.root), is_folder=is_folder):
            return True
        return self.ignore_files and _is_ignored(absolute, is_folder=is_folder)

    def says_of(self, path: Path) -> Metadata:
        """Return what the configuration says of a file."""
        known = Metadata()
        if self.sources:
            relative = _below(Path(os.path.abspath(path)), self.root)  # noqa: PTH100 - as above
            for pattern, metadata in self.sources:
                if fits((pattern,), relative):
                    known = metadata.or_else(known)
        return known


def fits(patterns: tuple[str, ...], path: PurePath, *, is_folder: bool = False) -> bool:
    """Return whether one of `patterns` names `path`, relative to their folder."""
    return bool(_compiled(patterns).match(path, is_folder=is_folder))


@lru_cache(maxsize=256)
def _compiled(patterns: tuple[str, ...]) -> Patterns:
    from claimcheck.read.patterns import Patterns  # noqa: PLC0415 - most runs have no pattern at all

    return Patterns(patterns)


def _below(absolute: Path, root: Path) -> PurePath:
    """Return a path relative to `root`; one that does not lie below it keeps its way up, which no pattern names by chance."""
    return PurePath(os.path.relpath(absolute, root))


def _is_ignored(absolute: Path, *, is_folder: bool) -> bool:
    """Return what the ignore file nearest to `absolute` that speaks of it says."""
    for folder in absolute.parents:
        patterns = _ignore_patterns(folder)
        if patterns:
            said = _compiled(patterns).match(absolute.relative_to(folder), is_folder=is_folder)
            if said is not None:
                return said
        if _is_top(folder):
            return False
    return False


@lru_cache(maxsize=4096)
def _is_top(folder: Path) -> bool:
    return (folder / ".git").exists()


@lru_cache(maxsize=4096)
def _ignore_patterns(folder: Path) -> tuple[str, ...]:
    """Return the lines of a folder's ignore files that say something; .gitignore counts within a repository alone."""
    lines: list[str] = []
    for name in IGNORE_FILES:
        try:
            content = (folder / name).read_text("utf-8", errors="replace")
        except OSError:
            continue
        if name == ".claimcheckignore" or any(_is_top(above) for above in (folder, *folder.parents)):
            lines += (line for line in content.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(lines)
