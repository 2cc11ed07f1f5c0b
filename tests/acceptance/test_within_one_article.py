"""Conflicts inside one article and slips between two, on cases of our own: precision and recall, with a floor for each topic."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claimcheck import Source, check
from claimcheck.model.verdict import Level

CASES = Path(__file__).parent / "cases"
FLOORS = {  # recall of the first set and of the second, which was written when the code was done; precision must be 1 in both
    "repeats": (1.0, 1.0),
    "scale_slips": (1.0, 0.6),
    "swapped_digits": (0.5, 1.0),
    "sums": (1.0, 1.0),
    "percents": (0.9, 1.0),
    "conversions": (1.0, 1.0),
    "points_and_scope": (0.6, 0.6),
}


@dataclass(slots=True)
class Score:
    """How many findings were wanted and made, and the names of the cases that went wrong."""

    hit: int = 0
    false: int = 0
    missed: int = 0
    wrong: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0


def read(topic: str) -> dict[str, Any]:
    return tomllib.loads((CASES / f"{topic}.toml").read_text(encoding="utf-8"))


def sources_of(case: dict[str, Any]) -> list[Source]:
    told = case.get("sources") or [{"lang": case["lang"], "text": case["text"]}]
    suffix = ".md" if "|---|" in case.get("text", "") or "![" in case.get("text", "") else ".txt"
    return [Source(text=one["text"], lang=one["lang"], id=f"{place}{suffix}", path=f"{place}{suffix}") for place, one in enumerate(told)]


def names_slip(rule: str, message: str) -> bool:
    """Whether a finding of another rule, such as an update whose order is unknown, names the slip."""
    words = {"core/swapped-digits": "in another order", "core/scale-slip": "slip between scale words"}
    return rule in words and words[rule] in message


def is_found(case: dict[str, Any], rules: list[str]) -> bool:
    """Whether the topic's finding is made; in cases that must stay silent any contradiction counts as well."""
    for finding in check(sources_of(case)).findings.values():
        if finding.rule in rules or any(names_slip(rule, finding.message) for rule in rules):
            return True
        if case["expect"] == "none" and finding.level is Level.ERROR:
            return True
    return False


def score(topic: str, second: bool) -> Score:  # noqa: FBT001 - the two sets
    table, result = read(topic), Score()
    for case in table["case"]:
        if case.get("second", False) is not second:
            continue
        found, wanted = is_found(case, table["rules"]), case["expect"] == "finding"
        result.hit += found and wanted
        result.false += found and not wanted
        result.missed += wanted and not found
        if found is not wanted:
            result.wrong += (f"{'false' if found else 'missed'}: {case['name']} ({case.get('lang', 'two sources')})",)
    return result


@pytest.mark.parametrize("second", [False, True], ids=["first", "second"])
@pytest.mark.parametrize("topic", FLOORS)
def test_cases_reach_the_floor(topic: str, second: bool) -> None:  # noqa: FBT001 - the two sets
    result = score(topic, second)
    print(  # noqa: T201 - shown with -s
        f"{topic} {'second' if second else 'first'}: P {result.precision:.2f} R {result.recall:.2f}", *result.wrong, sep="\n  "
    )
    assert result.false == 0, result.wrong
    assert result.recall >= FLOORS[topic][second], result.wrong


@pytest.mark.parametrize("topic", FLOORS)
def test_cases_are_of_many_languages_and_both_kinds(topic: str) -> None:
    cases = read(topic)["case"]
    langs = {source.lang for case in cases for source in sources_of(case)}
    assert len(cases) >= 10
    assert len(langs) >= 5
    assert {case["expect"] for case in cases} == {"finding", "none"}
