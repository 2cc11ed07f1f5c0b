"""Every case of rules/*.toml as one test, and every rule fires in one of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.errors import RuleErrors
from claimcheck.model.report import Report
from claimcheck.model.resolution import find_ties
from claimcheck.model.rule import Case, Rulebook, RuleFile
from claimcheck.model.source import Source
from claimcheck.rulebook.cases import run_case
from claimcheck.rulebook.load import load_rules


def bundled() -> Rulebook:
    """The bundled rules; none where they cannot be read, which tests/unit/test_rulebook_load.py reports."""
    try:
        return load_rules()
    except RuleErrors:
        return Rulebook()


FILES = bundled().files
CASES = [(file, case) for file in FILES for case in file.cases]


@pytest.fixture(scope="module")
def check() -> Callable[[list[Source]], Report]:
    pipeline = pytest.importorskip("claimcheck.pipeline", exc_type=ImportError)
    found: Callable[[list[Source]], Report] = pipeline.check
    return found


@pytest.mark.parametrize(("file", "case"), CASES, ids=[f"{file.id}: {case.name}" for file, case in CASES])
def test_case(file: RuleFile, case: Case, check: Callable[[list[Source]], Report]) -> None:
    outcome = run_case(file, case, check)
    assert outcome.holds, str(outcome)


@pytest.mark.parametrize("file", FILES, ids=[file.id for file in FILES])
def test_the_rule_fires_in_one_of_its_cases(file: RuleFile, check: Callable[[list[Source]], Report]) -> None:
    assert any(run_case(file, case, check).fired for case in file.cases)


def test_no_two_rules_tie() -> None:
    assert [(one.id, other.id) for one, other in find_ties(bundled().rules)] == []


@pytest.mark.parametrize("file", FILES, ids=[file.id for file in FILES])
def test_a_bundled_rule_shows_two_cases_of_each_sort_in_several_languages(file: RuleFile) -> None:
    assert min(len([case for case in file.cases if case.flags is flags]) for flags in (True, False)) >= 2
    assert len({lang for case in file.cases for lang, _ in case.sources}) >= 2
