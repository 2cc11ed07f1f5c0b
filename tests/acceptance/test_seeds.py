"""The four articles as they came, and our briefs that stand for them, figure by figure."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from shared import PROJECT, SEEDS, Figure, figures_of, lay_out, needs_shared, recorded, scorer

from claimcheck import pipeline
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report

STORY = "openai-aws"
PAIRS = {
    "000_4bb58874d2f6be44.txt": "01-es-capacidad-de-computo.txt",
    "001_cc5638d79e790553.txt": "02-en-landmark-agreement.txt",
    "002_1aae87d775ac5d2f.txt": "03-en-infrastructure-notes.txt",
    "003_93f7ba5daebfd626.txt": "04-fr-diversification.txt",
}
# What the labels' hedges are called here; "multi-year" may be a bound or a vague duration.
HEDGES = {
    "exact": {"exact"},
    "approx": {"about"},
    "order_of_magnitude": {"vague"},
    ("at_least", "count"): {"more_than"},
    ("at_least", "duration"): {"at_least", "vague"},
    ("at_most", "date"): {"at_most", "less_than"},
}

pytestmark = needs_shared


def hedges(figure: Figure) -> set[str]:
    return HEDGES.get((figure["hedge"], figure["kind"])) or HEDGES[figure["hedge"]]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return pipeline.check_paths([lay_out(STORY, tmp_path_factory.mktemp("seeds"), only_seeds=True)])


@pytest.fixture(scope="module")
def corpus() -> Report:
    return pipeline.check_paths([PROJECT / "corpus"])


def claims_of(report: Report, name: str) -> list[Claim]:
    return [claim for claim in report.claims.values() if Path(claim.document).name == name]


@pytest.mark.parametrize("name", PAIRS)
def test_every_labelled_figure_is_found_with_value_unit_and_hedge(report: Report, name: str) -> None:
    claims = claims_of(report, name)
    records = recorded(report)["claims"]
    for figure in figures_of(STORY, name):
        near = [claim for claim in claims if claim.span.start < figure["end"] and claim.span.end > figure["start"]]
        assert len(near) == 1, (figure["quote"], [claim.text for claim in near])
        quantity = records[near[0].id]["quantity"]
        assert scorer().same_value(figure, quantity), (figure["quote"], quantity)
        assert scorer().same_unit(figure, quantity), (figure["quote"], quantity)
        assert quantity["hedge"] in hedges(figure), (figure["quote"], quantity["hedge"])


@pytest.mark.parametrize("name", PAIRS)
def test_no_name_version_or_century_is_a_figure(report: Report, name: str) -> None:
    labelled = figures_of(STORY, name)
    extra = [claim.text for claim in claims_of(report, name) if scorer().figure_under(span_record(claim), labelled) is None]
    assert extra == []


def span_record(claim: Claim) -> dict[str, dict[str, dict[str, int]]]:
    return {"span": {"start": {"offset": claim.span.start}, "end": {"offset": claim.span.end}}}


@pytest.mark.parametrize(("seed", "brief"), PAIRS.items())
def test_briefs_hold_every_figure_as_its_article_writes_it(corpus: Report, seed: str, brief: str) -> None:
    records = recorded(corpus)["claims"]
    left = [records[claim.id] for claim in claims_of(corpus, brief)]
    text = (PROJECT / "corpus" / brief).read_text(encoding="utf-8")
    for figure in figures_of(STORY, seed):
        assert figure["quote"] in text
        fitting = [
            record
            for record in left
            if scorer().same_value(figure, record["quantity"])
            and scorer().same_unit(figure, record["quantity"])
            and record["quantity"]["hedge"] in hedges(figure)
        ]
        assert fitting, figure["quote"]
        left.remove(fitting[0])
    assert [record["text"] for record in left] == []


@pytest.mark.parametrize(("seed", "brief"), PAIRS.items())
def test_briefs_are_in_our_own_words(seed: str, brief: str) -> None:
    def runs(path: Path) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", path.read_text(encoding="utf-8").lower())
        return {tuple(words[place : place + 8]) for place in range(len(words) - 7)}

    common = runs(SEEDS / seed) & runs(PROJECT / "corpus" / brief)
    assert {run for run in common if sum(word.isalpha() and word not in {"words", "mins"} for word in run) > 5} == set()


def test_a_currency_left_out_is_that_of_its_neighbour(report: Report) -> None:
    claim = next(claim for claim in report.claims.values() if claim.text == "250 milliards")
    assert (claim.quantity.unit, claim.quantity.stated.low) == ("USD", Decimal(250_000_000_000))


def test_nothing_is_lost_between_file_and_span(report: Report) -> None:
    for claim in report.claims.values():
        assert report.sources[claim.document].text[claim.span.start : claim.span.end] == claim.text
