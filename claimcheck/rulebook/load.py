"""Rule files to a rulebook, from the folder that came with claimcheck and from the user's own paths."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from claimcheck import store
from claimcheck.errors import Problem, RuleErrors
from claimcheck.model.rule import Rulebook
from claimcheck.rulebook.combine import combine
from claimcheck.rulebook.find import RulePath, find_code, find_rule_files
from claimcheck.rulebook.parsed import ParsedFile
from claimcheck.rulebook.ruletext import RuleText
from claimcheck.rulebook.schema import parse_file

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


def _state_of(files: Iterable[RulePath]) -> str:
    """Return a digest that changes when a rule file does, or the code that reads it."""
    now = time.time_ns()
    parts: list[str] = []
    for file in (*files, *find_code()):
        content = store.digest(Path(file.path).read_bytes()) if now - file.touched_ns < FRESH_NS else ""
        parts += [file.path, file.shown, f"{file.bundled} {file.size} {file.touched_ns} {content}"]
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
        text = Path(file.path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        problem = Problem(path=file.shown, message=f"cannot be read: {(error.strerror or str(error)).lower()}")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problem = Problem(path=file.shown, message="not UTF-8", line=line, hint="save the file as UTF-8")
    else:
        return RuleText(file.shown, text.replace("\r\n", "\n"), file.bundled)
    return RuleText(file.shown, "", file.bundled, [problem])
