"""Rule files to a rulebook, one after the other, every slip noted: what `load` does where the cache does not know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from claimcheck import store
from claimcheck.errors import Problem
from claimcheck.model.rule import Rulebook
from claimcheck.rulebook.combine import combine
from claimcheck.rulebook.find import RulePath
from claimcheck.rulebook.parsed import ParsedFile
from claimcheck.rulebook.ruletext import RuleText
from claimcheck.rulebook.schema import parse_file


def read_files(files: Sequence[RulePath], hidden: frozenset[str] = frozenset()) -> tuple[Rulebook, tuple[Problem, ...]]:
    """Return the rulebook and every problem, in order of files and lines; `hidden` are ids of files left out."""
    texts = [rule_text(file) for file in files]
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


def rule_text(file: RulePath) -> RuleText:
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
