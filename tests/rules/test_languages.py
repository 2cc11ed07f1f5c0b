"""Every concept of the bundled vocabulary has words in the seven languages that are always read, the central ones in more."""

from __future__ import annotations

import pytest

from claimcheck.model.rule import Concept
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.rulebook.load import load_rules

SEVEN = ("en", "es", "fr", "de", "it", "pt", "nl")
MORE = ("pl", "ru", "uk", "ar", "tr", "ja", "zh", "ko", "hi")
CONCEPTS = tuple(load_rules().concepts.values())
CENTRAL = (
    *(
        "person",
        "death_toll",
        "injured",
        "missing",
        "infected",
        "hospitalised",
        "evacuated",
        "rescued",
        "arrested",
        "damage_cost",
        "building",
    ),
    *(
        "deal_value",
        "price",
        "investment",
        "revenue",
        "profit",
        "net_profit",
        "loss",
        "debt",
        "share_price",
        "fine",
        "salary",
        "budget",
        "aid",
    ),
    *(
        "inflation",
        "gdp_growth",
        "unemployment",
        "policy_rate",
        "vote",
        "seat",
        "vote_share",
        "turnout",
        "magnitude",
        "depth",
        "area_burnt",
    ),
    *("event_time", "launch_date", "deadline", "contract_length", "event_length", "employee", "company", "passenger", "flight"),
    *("fixed", "bonus", "total", "part", "maximum", "minimum", "forecast", "target", "average", "gross", "before_tax", "after_tax"),
    *("exit_poll", "final_result", "provisional", "first_instance", "appeal_ruling", "sought", "per_unit", "per_head", "according_to"),
    *("by_police", "by_organisers", "by_union", "by_government", "by_employer"),
)


@pytest.mark.parametrize("concept", CONCEPTS, ids=[concept.id for concept in CONCEPTS])
def test_a_concept_has_words_in_the_seven_languages(concept: Concept) -> None:
    assert [lang for lang in SEVEN if not concept.words.get(lang)] == []


@pytest.mark.parametrize("name", CENTRAL)
def test_a_central_concept_has_words_in_nine_more(name: str) -> None:
    concept = load_rules().concepts[name]
    assert [lang for lang in MORE if not concept.words.get(lang)] == []


def test_contrasts_and_wider_concepts_exist() -> None:
    known = {concept.id for concept in CONCEPTS}
    named = {(concept.id, other) for concept in CONCEPTS for other in (*concept.contrast, *concept.is_a, *concept.part_of)}
    assert sorted(pair for pair in named if pair[1] not in known) == []


@pytest.mark.parametrize(
    "rivals",
    [
        ("death_toll", "injured", "missing"),
        ("revenue", "profit", "loss"),
        ("fixed", "bonus", "total"),
        ("monthly", "yearly", "quarterly", "nine_months", "half_yearly"),
        ("exports", "imports", "trade_balance"),
        ("vote_share", "turnout", "lead"),
        ("vote", "seat", "voter"),
        ("capacity", "generation", "demand"),
        ("basic_model", "bundle"),
        ("fuel_cost", "price", "ransom"),
        ("loot", "recovered_value"),
        ("gross", "net_of_deductions"),
        ("before_tax", "after_tax"),
        ("opening", "closing"),
        ("average", "median", "maximum"),
        ("suspected_case", "confirmed_case"),
        ("by_police", "by_organisers"),
        ("by_union", "by_employer"),
    ],
)
def test_what_is_mixed_up_stands_in_contrast(rivals: tuple[str, ...]) -> None:
    taxonomy = Taxonomy(load_rules().concepts)
    apart = [(one, other) for place, one in enumerate(rivals) for other in rivals[place + 1 :] if not taxonomy.contrast(one, other)]
    quarterly_and_yearly = {("yearly", "nine_months"), ("yearly", "half_yearly")}  # "up 3 % on the year in nine months"
    assert [pair for pair in apart if pair not in quarterly_and_yearly] == []
