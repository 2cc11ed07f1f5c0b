"""Rule files to a rulebook, from the folder that came with claimcheck and from the user's own paths."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from claimcheck import store
from claimcheck.errors import Problem, RuleErrors
from claimcheck.model.rule import Rulebook
from claimcheck.rulebook.combine import combine
from claimcheck.rulebook.parsed import ParsedFile
from claimcheck.rulebook.ruletext import RuleText
from claimcheck.rulebook.schema import parse_file

PACKAGE: Final = Path(__file__).parent.parent
FRESH_NS: Final = 2_000_000_000
"""A file changed this lately may change again within one tick of the file system's clock, so its content is its signature."""


@dataclass(frozen=True, slots=True)
class RulePath:
    """A rule file to read: where it is, how it is shown, whether it came with claimcheck."""

    path: Path
    shown: str
    bundled: bool


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
    rulebook, problems = _read(files)
    if problems:
        raise RuleErrors(*problems)
    store.keep("rulebook", key, rulebook)
    return rulebook


def read_rules(paths: Sequence[Path] = (), *, bundled: bool = True) -> tuple[Rulebook, tuple[Problem, ...]]:
    """Return the rulebook of the files that hold, and the problems of all; for `rules test`, which goes on past a broken file."""
    files, missing = find_rule_files(paths, bundled=bundled)
    rulebook, problems = _read(files)
    if not problems:
        return rulebook, missing
    broken = {problem.path for problem in problems}
    hidden = frozenset[str]().union(*(_rule_text(file).ids_in_sight for file in files if file.shown in broken))
    sound, further = _read([file for file in files if file.shown not in broken], hidden)
    return sound, (*missing, *problems, *further)


def bundled_folder() -> Path:
    """Return the folder of the rules that came with claimcheck: inside an installed package, beside it in the repository."""
    packed = PACKAGE / "bundled_rules"
    return packed if packed.is_dir() else PACKAGE.parent / "rules"


def find_rule_files(paths: Sequence[Path], *, bundled: bool) -> tuple[tuple[RulePath, ...], tuple[Problem, ...]]:
    """Return the rule files, bundled ones first, each once; and a problem for each path that leads to none."""
    found: dict[Path, RulePath] = {}
    problems = []
    if bundled:
        folder = bundled_folder()
        for path in _toml_files(folder):
            shown = path.relative_to(folder.parent if folder.name == "rules" else PACKAGE.parent).as_posix()
            found.setdefault(path.resolve(), RulePath(path, shown, bundled=True))
    for path in paths:
        inside = _toml_files(path) if path.is_dir() else [path] if path.is_file() else []
        if not inside:
            what = "no *.toml in this folder" if path.is_dir() else "no such rule file or folder"
            problems.append(Problem(path=_shown(path), message=what))
        for file in inside:
            found.setdefault(file.resolve(), RulePath(file, _shown(file), bundled=False))
    return tuple(found.values()), tuple(problems)


def _toml_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.toml") if path.is_file())


def _shown(path: Path) -> str:
    """Return the path relative to where the run started, if it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _state_of(files: Iterable[RulePath]) -> str:
    """Return a digest that changes when a rule file does, or the code that reads it."""
    now = time.time_ns()
    parts: list[str] = []
    code = (*sorted((PACKAGE / "rulebook").glob("*.py")), *sorted((PACKAGE / "model").glob("*.py")))
    for file in (*files, *(RulePath(path, path.name, bundled=True) for path in code)):
        state = file.path.stat()
        touched = max(state.st_mtime_ns, state.st_ctime_ns)
        content = store.digest(file.path.read_bytes()) if now - touched < FRESH_NS else ""
        parts += [os.fspath(file.path), file.shown, f"{file.bundled} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}", content]
    return store.digest(*parts)


def _read(files: Sequence[RulePath], hidden: frozenset[str] = frozenset()) -> tuple[Rulebook, tuple[Problem, ...]]:
    """Return the rulebook and every problem, in order of files and lines; `hidden` are ids of files left out."""
    texts = [_rule_text(file) for file in files]
    parsed: list[ParsedFile] = []
    guesses = set(hidden)
    for text in texts:
        one = parse_file(text) if not text.problems else None
        if one is None:
            guesses |= text.ids_in_sight
        else:
            parsed.append(one)
    rulebook = combine(parsed, frozenset(guesses))
    content = (part for text in texts for part in (text.path, text.text))
    problems = tuple(problem for text in texts for problem in sorted(text.problems, key=lambda problem: (problem.line, problem.column)))
    return replace(rulebook, digest=store.digest(*content)), problems


def _rule_text(file: RulePath) -> RuleText:
    """Return a rule file as text; one that cannot be read has its problem noted."""
    try:
        text = file.path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        problem = Problem(path=file.shown, message=f"cannot be read: {(error.strerror or str(error)).lower()}")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problem = Problem(path=file.shown, message="not UTF-8", line=line, hint="save the file as UTF-8")
    else:
        return RuleText(file.shown, text.replace("\r\n", "\n"), file.bundled)
    return RuleText(file.shown, "", file.bundled, [problem])
