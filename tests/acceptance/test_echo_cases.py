"""Labelled pairs of sources: which repeat one text, and which only tell one story."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck import Source, check

CASES = tomllib.loads((Path(__file__).parent / "cases" / "echoes.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_sources_that_repeat_one_text_are_one_voice(case: dict[str, Any]) -> None:
    sources = [Source(id=str(number), **source) for number, source in enumerate(case["sources"])]
    report = check(sources)
    assert bool(report.echoes) is case["echo"]
    assert report.voices(report.sources) == (1 if case["echo"] else 2)


def test_three_copies_are_one_voice_whatever_their_order() -> None:
    copies = CASES[0]["sources"]
    third = {"lang": "en", "text": copies[0]["text"].replace("Meridian News", "Coast Wire")}
    for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
        sources = [Source(id=str(place), **(*copies, third)[place]) for place in order]
        assert [set(echo.sources) for echo in check(sources).echoes] == [{"0", "1", "2"}]


def test_an_echo_adds_no_voice_to_a_fact_and_is_told() -> None:
    from claimcheck.report.outline import echo_lines, outline_of, verdict_line  # noqa: PLC0415 - the report is private to the package

    report = check([Source(id=str(number), **source) for number, source in enumerate(CASES[0]["sources"])])
    assert "2 sources (1 voice)" in verdict_line(outline_of(report))
    assert "0 facts told by more than one" in verdict_line(outline_of(report))
    assert list(echo_lines(report, {"0": "S1", "1": "S2"})) == ["S1 and S2 repeat one text (82% alike) and count as one voice"]
