"""The story of the four sources with its two further ones, against its labels, by the shared scorer."""

from __future__ import annotations

from pathlib import Path

import pytest
from shared import STORIES, lay_out, needs_shared, recorded, scorer

from claimcheck import pipeline

pytestmark = needs_shared


def test_figures_alignment_and_verdicts_of_the_six_sources(tmp_path: Path) -> None:
    report = pipeline.check_paths([lay_out("openai-aws", tmp_path)])
    errors: list[str] = []
    result = scorer().score_story(STORIES / "openai-aws", recorded(report), errors)
    counts = result["counts"]
    hit, got, want = (sum(counts[key, kind] for kind in scorer().VERDICTS) for key in ("hit", "got", "want"))
    assert scorer().prf(result["right"], result["claims"], result["figures"])[2] >= 0.97, errors
    assert scorer().prf(counts["aligned"], got, want)[2] >= 0.95, errors
    assert scorer().prf(hit, got, want)[2] >= 0.95, errors
    assert counts["got", "contradiction"] == counts["hit", "contradiction"], errors


def test_four_sources_hold_no_contradiction_and_six_only_the_amount_in_yen(tmp_path: Path) -> None:
    report = pipeline.check_paths([lay_out("openai-aws", tmp_path)])
    for verdict in report.verdicts:
        if verdict.kind.value == "contradiction":
            assert "円" in report.claims[verdict.a].text + report.claims[verdict.b].text, (verdict, verdict.reason)


@pytest.mark.parametrize(
    "story", ["iberian-blackout-2025", "switch2-launch", "turkey-cpi-oct-2025", "valencia-floods-2024", "wirtz-liverpool"]
)
def test_other_stories_run_whole(story: str, tmp_path: Path) -> None:
    report = pipeline.check_paths([lay_out(story, tmp_path)])
    errors: list[str] = []
    result = scorer().score_story(STORIES / story, recorded(report), errors)
    assert not report.skipped
    assert scorer().prf(result["right"], result["claims"], result["figures"])[2] >= 0.8, errors
