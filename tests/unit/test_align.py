"""Which figures are held to speak of one fact, and which never are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from making import claim, quantity

from claimcheck.align import align
from claimcheck.align.names import are_same
from claimcheck.align.words import shared_words, words_of
from claimcheck.align.years import resolve_years
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.mention import YEARLESS, Hedge
from claimcheck.model.pair import Link
from claimcheck.model.quantity import Quantity
from claimcheck.model.rule import Applies, Concept, Entity, Rule, Rulebook
from claimcheck.model.verdict import Level

CONCEPTS = {
    concept.id: concept
    for concept in (
        Concept(id="revenue", role="attribute", words={}, kinds=("money",), contrast=("profit",)),
        Concept(id="profit", role="attribute", words={}, kinds=("money",), contrast=("revenue",)),
        Concept(id="fixed", role="qualifier", words={}, contrast=("bonus",)),
        Concept(id="bonus", role="qualifier", words={}, contrast=("fixed",)),
        Concept(id="sought", role="qualifier", words={}, apart=True),
        Concept(id="exit_poll", role="qualifier", words={}, stage=1),
        Concept(id="by_police", role="measurer", words={}, contrast=("by_organisers",)),
        Concept(id="by_organisers", role="measurer", words={}),
        Concept(id="chip", role="counted", words={}),
        Concept(id="gpu", role="counted", words={}, is_a=("chip",)),
        Concept(id="cpu", role="counted", words={}),
        Concept(id="provided", role="attribute", words={}),
    )
}
ENTITIES = {
    entity.id: entity
    for entity in (
        Entity(id="acme", kind="party", names=("Acme",)),
        Entity(id="acme_cloud", kind="party", names=("Acme Cloud",), part_of="acme"),
        Entity(id="borea", kind="party", names=("Borea",)),
        Entity(id="office_a", kind="measurer", names=("Office A",)),
        Entity(id="office_b", kind="measurer", names=("Office B",)),
    )
}
RULES = (
    Rule(
        id="incommensurable/processors",
        kind="incommensurable",
        level=Level.WARNING,
        message="",
        a=Applies(counted=("chip",)),
        b=Applies(counted=("cpu",)),
    ),
    Rule(
        id="incommensurable/money-and-power",
        kind="incommensurable",
        level=Level.WARNING,
        message="",
        a=Applies(kinds=("money",)),
        b=Applies(kinds=("power",)),
    ),
)
BOOK = Rulebook(concepts=CONCEPTS, entities=ENTITIES, rules=RULES)


def links(*claims: Claim) -> set[tuple[str, str, Link]]:
    by_document: dict[str, list[Claim]] = {}
    for one in claims:
        by_document.setdefault(one.document, []).append(one)
    found: Mapping[str, Sequence[Claim]] = by_document
    return {(pair.a, pair.b, pair.link) for pair in align(found, {}, BOOK).pairs}


def usd(value: str) -> Quantity:
    return quantity(value, "USD", "money")


def test_equal_figures_of_one_attribute_and_party_are_one_fact() -> None:
    a = claim("a#1", usd("12.4E9"), attribute="revenue", entities=("acme",))
    b = claim("b#1", usd("12.4E9"), attribute="revenue", entities=("acme",))
    assert links(a, b) == {("a#1", "b#1", Link.SAME)}


def test_different_figures_of_one_attribute_and_party_are_one_fact() -> None:
    a = claim("a#1", usd("12.4E9"), attribute="revenue", entities=("acme",))
    b = claim("b#1", usd("12.9E9"), attribute="revenue", entities=("acme_cloud",))
    assert links(a, b) == {("a#1", "b#1", Link.SAME)}


def test_a_contrast_forbids_even_equal_figures() -> None:
    a = claim("a#1", usd("12.4E9"), attribute="revenue", entities=("acme",))
    b = claim("b#1", usd("12.4E9"), attribute="profit", entities=("acme",))
    assert not links(a, b)


@pytest.mark.parametrize(
    "other", [{"entities": ("borea",)}, {"attribute": None, "qualifiers": ()}, {"qualifiers": ("bonus",)}, {"scope": "north"}]
)
def test_different_figures_need_the_same_party_attribute_part_and_place(other: dict[str, object]) -> None:
    a = claim("a#1", usd("12.4E9"), attribute="revenue", entities=("acme",), qualifiers=("fixed",), scope="south")
    given = {"attribute": "revenue", "entities": ("acme",), "qualifiers": ("fixed",), "scope": "south"} | other
    assert not links(a, claim("b#1", usd("12.9E9"), **given))  # type: ignore[arg-type]


def test_different_measurers_measure_different_facts() -> None:
    a = claim("a#1", usd("12.4E9"), attribute="revenue", entities=("acme",), attribution="office_a")
    b = claim("b#1", usd("12.4E9"), attribute="revenue", entities=("acme",), attribution="office_b")
    assert not links(a, b)


def test_the_organisers_count_another_fact_than_the_police() -> None:
    a = claim("a#1", usd("12.4E9"), attribute="revenue", entities=("acme",), attribution="by_police")
    b = claim("b#1", usd("12.4E9"), attribute="revenue", entities=("acme",), attribution="by_organisers")
    assert not links(a, b)
    assert links(a, replace(b, attribution="by_police"))


def test_what_was_sought_is_no_other_value_of_what_was_granted() -> None:
    a = claim("a#1", usd("12.4E9"), attribute="revenue", entities=("acme",), qualifiers=("sought",))
    b = claim("b#1", usd("12.9E9"), attribute="revenue", entities=("acme",))
    assert not links(a, b)
    assert links(replace(a, qualifiers=()), b)
    assert links(a, replace(b, qualifiers=("sought",)))


def test_the_stages_of_a_figure_are_one_fact() -> None:
    a = claim("a#1", usd("12.4E9"), attribute="revenue", entities=("acme",), qualifiers=("exit_poll",))
    b = claim("b#1", usd("12.9E9"), attribute="revenue", entities=("acme",))
    assert links(a, b)


def test_a_figure_that_found_its_equal_contradicts_nobody_else() -> None:
    a = claim("a#1", usd("12.4E9"), attribute="revenue", entities=("acme",))
    b = claim("b#1", usd("12.4E9"), attribute="revenue", entities=("acme",))
    c = claim("b#2", usd("9.1E9"), attribute="revenue", entities=("acme",), place=5)
    assert links(a, b, c) == {("a#1", "b#1", Link.SAME)}


def test_counts_of_different_things_are_not_one_fact_but_sized_otherwise() -> None:
    vague = quantity("100000", hedge=Hedge.AT_LEAST)
    a = claim("a#1", vague, attribute="provided", counted="gpu", entities=("acme",))
    b = claim("b#1", quantity("20000000"), attribute="provided", counted="cpu", entities=("acme",))
    assert links(a, b) == {("a#1", "b#1", Link.OTHER_KIND)}


def test_money_and_power_are_set_side_by_side_for_the_counterpart_that_sets_both_apart() -> None:
    a = [claim("a#1", quantity("4.5", "gigawatt", "power"), entities=("borea", "acme")), claim("a#2", usd("7"), entities=("acme",))]
    b = [claim("b#1", usd("300E9"), entities=("borea", "acme")), claim("b#2", usd("38E9"), entities=("acme",))]
    assert ("a#1", "b#1", Link.OTHER_DIMENSION) in links(*a, *b)
    assert ("a#1", "b#2", Link.OTHER_DIMENSION) not in links(*a, *b)


def test_a_third_document_changes_nothing_between_two() -> None:
    a = claim("a#1", usd("12.4E9"), attribute="revenue", entities=("acme",))
    b = claim("b#1", usd("12.9E9"), attribute="revenue", entities=("acme",))
    c = claim("c#1", usd("12.4E9"), attribute="revenue", entities=("acme",))
    assert links(a, b) == {link for link in links(a, b, c) if "c#1" not in link}


def test_a_day_without_a_year_takes_the_one_nearest_to_any_date_of_the_story() -> None:
    stated = Interval(date(YEARLESS, 12, 30), date(YEARLESS, 12, 30))
    day = Quantity(kind="date", dimension="date", unit="date", stated=stated, interval=stated, base_unit="date", yearless=True)
    (found,) = resolve_years([claim("a#1", day)], {"b": Interval(date(2025, 1, 4), date(2025, 1, 4))})
    assert (found.quantity.stated.low, found.quantity.yearless) == (date(2024, 12, 30), False)
    (kept,) = resolve_years([claim("a#1", day)], {"b": None})
    assert kept.quantity.yearless


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("florian wirtz", "wirtz", True),
        ("amazon web services", "aws", True),
        ("Оракл", "oracle", False),
        ("dembélé", "dembele", True),
        ("liverpool", "leverkusen", False),
        ("ana", "ann", False),
    ],
)
def test_names_are_one_in_another_spelling_but_not_by_a_few_letters(one: str, other: str, *, same: bool) -> None:
    assert are_same(one, other) is same
    assert are_same(other, one) is same


def test_words_are_shared_across_languages_and_scripts_but_not_by_glue() -> None:
    english = words_of("The president of Kentucky visited the hospital")
    assert shared_words(english, words_of("El presidente de Kentucky visitó el hospital"), one_language=False) == 4
    assert shared_words(english, words_of("زار رئيس كنتاكي المستشفى"), one_language=False) == 1
    assert shared_words(english, words_of("The other people would never think about their money"), one_language=True) == 0


def test_a_thousandfold_figure_without_attribute_or_name_is_not_compared() -> None:
    assert not links(claim("a#1", quantity("1234")), claim("b#1", quantity("1234000")))


def test_decimals_with_and_without_zeros_group_as_one_figure() -> None:
    first, second = claim("a#1", usd("38E9")), claim("a#2", usd("38000000000"), place=4)
    other = claim("b#1", usd("38E9"))
    assert first.quantity.stated.low == second.quantity.stated.low == Decimal("38E9")
    assert links(first, second, other) == {("a#1", "b#1", Link.SAME), ("a#2", "b#1", Link.SAME)}
