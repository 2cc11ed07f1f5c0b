"""Different figures that cannot be of one fact, however alike what is said of them."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.model.verdict import VerdictKind


def contradictions(one: tuple[str, str], other: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the quotes of the figures that are said to contradict one another across two articles of one day."""
    sources = [
        claimcheck.Source(id=name, text=text, lang=lang, published="2031-05-05") for name, (lang, text) in (("a", one), ("b", other))
    ]
    report = claimcheck.check(sources)
    across = [verdict for verdict in report.verdicts if report.claims[verdict.a].document != report.claims[verdict.b].document]
    return [(report.claims[one.a].text, report.claims[one.b].text) for one in across if one.kind is VerdictKind.CONTRADICTION]


@pytest.mark.parametrize(
    ("lang", "larger", "plain"),
    [
        ("de", "Das größere Modell wiegt {} Gramm.", "Das Velo-Telefon von Tarvo wiegt {} Gramm."),
        ("fr", "Le grand modèle pèse {} grammes.", "Le téléphone Velo de Tarvo pèse {} grammes."),
        ("ja", "Max の重さは{}グラム。", "タルヴォのVeloの重さは{}グラム。"),
    ],
)
def test_what_the_larger_model_weighs_is_no_rival_of_what_the_plain_one_does(lang: str, larger: str, plain: str) -> None:
    ours = ("en", "Tarvo has shown the Velo phone, which weighs 186 grams.")
    assert not contradictions(ours, (lang, larger.format(221)))
    assert contradictions(ours, (lang, plain.format(168)))


@pytest.mark.parametrize(("theirs", "is_rival"), [("24 heures", False), ("72 ans", True)])
def test_years_are_no_rivals_of_hours(theirs: str, *, is_rival: bool) -> None:
    ours = ("en", "Hurricane Velmar reached Arden on Monday. It was the strongest storm in 27 years.")
    found = contradictions(ours, ("fr", f"L'ouragan Velmar a atteint Arden lundi. C'était la plus forte tempête depuis {theirs}."))
    assert bool(found) == is_rival
