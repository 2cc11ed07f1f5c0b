"""Rule files as tests of pytest: `pytest -p claimcheck.testing rules/`, or `pytest_plugins = ["claimcheck.testing"]` in a conftest.py.

Every case is a test, and so is that a file's cases make its rule fire. The rules of a project that these files need are those
that `claimcheck rules test` would take: the bundled ones, those of the settings, and the files that are collected themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from claimcheck import pipeline
from claimcheck.cli.rules import configured_rules
from claimcheck.errors import RuleErrors
from claimcheck.model.rule import RuleFile
from claimcheck.rulebook.cases import Outcome, run_cases
from claimcheck.rulebook.load import read_rules

RULE_FILE = re.compile(r"^\[\[(?:flag|ok)\]\]", re.MULTILINE)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> RuleFileTests | None:
    """Return the tests of a rule file; other TOML files are left alone."""
    if file_path.suffix != ".toml" or not RULE_FILE.search(file_path.read_text("utf-8", "replace")):
        return None
    made: RuleFileTests = RuleFileTests.from_parent(parent, path=file_path)
    return made


class RuleFileTests(pytest.File):
    """The cases of one rule file, run when the first of them is."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield a test for every case, and one for the rule as a whole; a file that cannot be understood is an error."""
        _, problems = read_rules(self.settings.rules)
        own = [problem for problem in problems if Path(problem.path).resolve() == self.path.resolve()]
        if own:
            raise self.CollectError(str(RuleErrors(*own)))
        for file in self.files:
            for case in file.cases:
                yield RuleCase.from_parent(self, name=case.name, line=case.line)
            yield RuleCase.from_parent(self, name="the rule fires", line=1)

    @cached_property
    def settings(self) -> pipeline.Settings:
        """With which rules the cases are checked."""
        return pipeline.Settings(rules=tuple(dict.fromkeys((*configured_rules(()), self._folder()))), tolerant=True)

    @cached_property
    def files(self) -> list[RuleFile]:
        """What the file says."""
        return [file for file in pipeline.rulebook(self.settings).files if Path(file.path).resolve() == self.path.resolve()]

    @cached_property
    def outcomes(self) -> dict[int, Outcome]:
        """How its cases came out, by their lines; that of line 1 is there where none made the rule fire."""
        outcomes = run_cases(self.files, lambda sources: pipeline.check(sources, self.settings))
        return {outcome.line: outcome for outcome in outcomes}

    def _folder(self) -> Path:
        """Return the folder that was asked for, so that rules may name what other files in it define."""
        named = [Path(argument.partition("::")[0]).resolve() for argument in self.config.args]
        around = [path for path in named if path.is_dir() and self.path.is_relative_to(path) and path != self.config.rootpath]
        return around[0] if around else self.path.parent


class RuleCase(pytest.Item):
    """One case of a rule, or that the rule fires at all."""

    def __init__(self, *, line: int, **rest: Any) -> None:  # noqa: ANN401 - what pytest hands on
        super().__init__(**rest)
        self.line = line

    def runtest(self) -> None:
        """Fail where the case does not hold."""
        file = self.getparent(RuleFileTests)
        outcome = file.outcomes.get(self.line) if file is not None else None
        if outcome is not None and not outcome.holds:
            raise CaseFailed(str(outcome))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: object) -> str:
        """Return what was wanted and what came, without a traceback of ours."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the case begins."""
        return self.path, self.line - 1, f"{self.path.name}: {self.name}"


class CaseFailed(AssertionError):
    """A case of a rule that does not hold."""
