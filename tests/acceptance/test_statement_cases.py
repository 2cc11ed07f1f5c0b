"""Labelled pairs of sources: which say the opposite of the same parties, in words and not in figures."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck import Source, check

CASES = tomllib.loads((Path(__file__).parent / "cases" / "statements.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_opposite_statements_are_found_and_others_left_alone(case: dict[str, Any]) -> None:
    report = check([Source(id=str(number), **source) for number, source in enumerate(case["sources"])])
    found = [finding for finding in report.findings.values() if finding.primary in report.statements]
    assert bool(found) is case["opposed"]
    for finding in found:
        assert finding.level == "warning"
        assert finding.verdict is None
        sides = [report.sides[id_] for id_ in (finding.primary, *finding.related)]
        assert {side.document for side in sides} == {"0", "1"}
        for side in sides:
            text = report.sources[side.document].text
            assert text[side.span.start : side.span.end] == side.text


def test_statements_are_no_figures() -> None:
    report = check([Source(id=str(number), **source) for number, source in enumerate(CASES[0]["sources"])])
    assert report.statements
    assert not set(report.statements) & set(report.claims)
    assert all(verdict.a in report.claims and verdict.b in report.claims for verdict in report.verdicts)
