"""The report on corpus/: every verdict that the four briefs call for, and no other."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from shared import PROJECT

from claimcheck import pipeline
from claimcheck.model.report import Report

S1, S2, S3, S4 = "01-es", "02-en", "03-en", "04-fr"
DEAL = {
    S1: ["38.000 millones de dólares"],
    S2: ["$38 billion"] * 3,
    S3: ["$38 Billion", "$38 billion", "$38 billion"],
    S4: ["38 milliards de dollars"] * 2,
}
SEVEN, MANY_YEARS = {S1: ["siete años"], S2: ["seven-year"]}, {S1: ["multianual"], S3: ["multi-year"], S4: ["pluriannuel"]}
GPUS, CHIPS = {S1: ["cientos de miles de GPUs"], S3: ["hundreds of thousands of NVIDIA GPUs"]}, {S4: ["centaines de milliers de puces"]}
CPUS = {S3: ["tens of millions of CPUs"], S4: ["dizaines de millions de CPU"]}
READY = {S1: ["finales de 2026"], S3: ["end of 2026"]}
OPERATED = {S1: ["500.000 chips"], S4: ["500 000 puces"]}
AMD = {S1: ["6 GW"], S3: ["6 Gigawatt"]}
ORACLE_POWER, ORACLE_MONEY = {S1: ["4,5 GW"]}, {S4: ["300 milliards de dollars"]}

Figures = dict[str, list[str]]
EXPECTED: list[tuple[str, Figures, Figures]] = [
    *(("agreement", figures, figures) for figures in (DEAL, SEVEN, MANY_YEARS, GPUS, CPUS, READY, OPERATED, AMD)),
    ("refinement", MANY_YEARS, SEVEN),
    ("refinement", CHIPS, GPUS),
    ("incommensurable", ORACLE_POWER, ORACLE_MONEY),
    ("incommensurable", GPUS, CPUS),
    ("incommensurable", CHIPS, CPUS),
]


@pytest.fixture(scope="module")
def report() -> Report:
    return pipeline.check_paths([PROJECT / "corpus"])


def figures(report: Report, wanted: Figures) -> list[str]:
    """Return the ids of the claims in the given briefs with the given texts."""
    return [
        claim.id
        for claim in report.claims.values()
        for brief, texts in wanted.items()
        if f"/{brief}" in claim.document and any(claim.text.endswith(text) for text in texts)
    ]


def expected(report: Report) -> dict[frozenset[str], str]:
    """Return the verdict of every pair of claims of two briefs that calls for one."""
    pairs: dict[frozenset[str], str] = {}
    for kind, left, right in EXPECTED:
        for a, b in product(figures(report, left), figures(report, right)):
            if report.claims[a].document != report.claims[b].document:
                pairs[frozenset((a, b))] = kind
    return pairs


def told(report: Report, pair: frozenset[str], kind: str) -> str:
    return f"{kind}: " + " / ".join(sorted(f"{report.claims[id_].text} ({report.claims[id_].document[-12:]})" for id_ in pair))


def test_verdicts_are_those_expected_and_no_other(report: Report) -> None:
    wanted = {told(report, pair, kind) for pair, kind in expected(report).items()}
    said = {
        told(report, frozenset((verdict.a, verdict.b)), verdict.kind.value)
        for verdict in report.verdicts
        if report.claims[verdict.a].document != report.claims[verdict.b].document
    }
    assert wanted - said == set(), "missing"
    assert said - wanted == set(), "too much"


def test_the_wider_side_of_a_refinement_comes_first(report: Report) -> None:
    wide = {*figures(report, MANY_YEARS), *figures(report, CHIPS)}
    assert all(verdict.a in wide for verdict in report.verdicts if verdict.kind.value == "refinement")


def test_pairs_that_cannot_be_compared_are_warnings_with_their_reason(report: Report) -> None:
    found = [finding for finding in report.findings.values() if finding.verdict == "incommensurable"]
    assert found
    for finding in found:
        assert finding.level.value == "warning"
        assert len(finding.message) > 40
    assert not [finding for finding in report.findings.values() if finding.level.value == "error"]


@pytest.mark.parametrize(
    ("operation", "value", "texts"),
    [
        ("sum", "20.5", {"10 GW", "6 GW", "4,5 GW"}),
        ("ratio", "46666666667", {"1,4 billones de dólares", "30 gigavatios"}),
        ("ratio", "66666666667", {"300 milliards de dollars", "4,5 GW"}),
        ("ratio", "5428571429", {"38.000 millones de dólares", "siete años"}),
        ("ratio", "1.2", {"30 gigavatios", "25 millones de hogares"}),
    ],
)
def test_derived_figures_name_what_they_come_from(report: Report, operation: str, value: str, texts: set[str]) -> None:
    for derived in report.derived.values():
        if derived.operation == operation and {report.claims[id_].text for id_ in derived.claims} == texts:
            assert abs(derived.value / Decimal(value) - 1) < Decimal("1e-6"), derived
            return
    raise AssertionError(
        [
            (derived.operation, str(derived.value), [report.claims[id_].text for id_ in derived.claims])
            for derived in report.derived.values()
        ]
    )


def test_the_two_prices_of_a_gigawatt_are_a_finding_of_level_info(report: Report) -> None:
    prices = {
        id_
        for id_, derived in report.derived.items()
        if derived.operation == "ratio" and {report.claims[claim].quantity.kind for claim in derived.claims} == {"money", "power"}
    }
    found = [finding for finding in report.findings.values() if len(prices & set(finding.derived)) > 1]
    assert found
    assert {finding.level.value for finding in found} == {"info"}


def test_what_is_only_told_once_gets_no_verdict(report: Report) -> None:
    alone = {
        "1,4 billones de dólares",
        "25 millones de hogares",
        "10 GW",
        "$1.37 Billion",
        "trillions of parameters",
        "278 words",
        "2 mins",
    }
    for verdict in report.verdicts:
        assert not {report.claims[verdict.a].text, report.claims[verdict.b].text} & alone
