"""Rule files to a rulebook, from the folder that came with claimcheck and from the user's own paths."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from claimcheck import store
from claimcheck.errors import Problem, RuleErrors
from claimcheck.model.rule import Rulebook
from claimcheck.rulebook.find import RulePath, find_code, find_rule_files

FRESH_NS: Final = 2_000_000_000
"""A file changed this lately may change again within one tick of the file system's clock, so its content is its signature."""


def load_rules(paths: Sequence[Path] = (), *, bundled: bool = True) -> Rulebook:
    """Return what the rule files say; `paths` are files, or folders searched for *.toml at any depth.

    Raises `RuleErrors` with the problems of all files. A rulebook without problems is cached by the state of its files.
    """
    files, problems = find_rule_files(paths, bundled=bundled)
    if problems:
        raise RuleErrors(*problems)
    key = _state_of(files)
    kept = store.recall("rulebook", key)
    if isinstance(kept, Rulebook):
        return kept
    from claimcheck.rulebook.packed import pack_words  # noqa: PLC0415 - as the next one
    from claimcheck.rulebook.reading import read_files  # noqa: PLC0415 - most runs find the rulebook in the cache

    rulebook, problems = read_files(files)
    if problems:
        raise RuleErrors(*problems)
    rulebook = pack_words(rulebook)
    store.keep("rulebook", key, rulebook)
    return rulebook


def read_rules(paths: Sequence[Path] = (), *, bundled: bool = True) -> tuple[Rulebook, tuple[Problem, ...]]:
    """Return the rulebook of the files that hold, and the problems of all; for `rules test`, which goes on past a broken file."""
    from claimcheck.rulebook.combine import without_dangling  # noqa: PLC0415 - as above
    from claimcheck.rulebook.reading import read_files, rule_text  # noqa: PLC0415 - as above

    try:
        return load_rules(paths, bundled=bundled), ()
    except RuleErrors:
        files, missing = find_rule_files(paths, bundled=bundled)
    rulebook, problems = read_files(files)
    if not problems:
        return rulebook, missing
    broken = {problem.path for problem in problems}
    hidden = frozenset[str]().union(*(rule_text(file).ids_in_sight for file in files if file.shown in broken))
    sound, further = read_files([file for file in files if file.shown not in broken], hidden)
    sound, untold = without_dangling(sound)
    return sound, (*missing, *problems, *further, *untold)


def _state_of(files: Iterable[RulePath]) -> str:
    """Return a digest that changes when a rule file does, or the code that reads it."""
    now = time.time_ns()
    parts: list[str] = []
    for file in (*files, *find_code()):
        content = store.digest(Path(file.path).read_bytes()) if now - file.touched_ns < FRESH_NS else ""
        parts += [file.path, file.shown, f"{file.bundled} {file.size} {file.touched_ns} {content}"]
    return store.digest(*parts)
