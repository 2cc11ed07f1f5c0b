"""Patterns as in .gitignore: the door to pathspec."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from pathspec import GitIgnoreSpec


class Patterns:
    """Patterns of one origin; a later one wins over an earlier, and "!" takes back."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._spec = GitIgnoreSpec.from_lines(patterns)

    def match(self, path: PurePath, *, is_folder: bool = False) -> bool | None:
        """Return True where `path`, relative to the patterns' folder, is named, False where it is taken back, else None.

        >>> Patterns(["*.md", "!kept.md"]).match(PurePath("kept.md")), Patterns(["wire/**"]).match(PurePath("desk/a.md"))
        (False, None)
        """
        return self._spec.check_file(path.as_posix() + ("/" if is_folder else "")).include
