"""Slips at any date, and the article that gives both figures."""

from __future__ import annotations

from datetime import date
from itertools import permutations, product

import pytest
from making import claim, quantity
from tellings import said

import claimcheck
from claimcheck.judge.ladder import is_slip
from claimcheck.judge.order import Order, order_of
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.rule import Concept
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.model.verdict import VerdictKind

EARLIER = Concept(id="earlier_value", role="qualifier", words={})
DEAD = Concept(id="dead", role="counted", words={}, changes=True)
FINE = Concept(id="fine", role="attribute", words={})
TAXONOMY = Taxonomy({one.id: one for one in (EARLIER, DEAD, FINE)})

# a toll of four figures, which moves with time
TOLLS = {
    "en": "The earthquake in Nordavia killed {} people.",
    "es": "El terremoto en Nordavia causó {} muertos.",
    "fr": "Le séisme en Nordavia a fait {} morts.",
    "de": "Bei dem Erdbeben in Nordavia gab es {} Tote.",
    "it": "Il terremoto in Nordavia ha causato {} morti.",
    "pt": "O terremoto na Nordavia deixou {} mortos.",
    "nl": "Bij de aardbeving in Nordavia vielen {} doden.",
}
DAYS = [("", ""), ("2024-05-04", "2024-05-04"), ("2024-05-04", "2024-05-09")]


def day(number: int) -> Interval[date]:
    return Interval(date(2025, 1, number), date(2025, 1, number))


def fine(name: str, value: str) -> Claim:
    return claim(name, quantity(value, "EUR", "money"), attribute="fine")


@pytest.mark.parametrize(("one", "other"), list(permutations(TOLLS, 2)))
def test_swapped_digits_are_a_slip_in_any_language_and_a_rise_is_none(one: str, other: str) -> None:
    for figure, kind in (("1532", VerdictKind.AGREEMENT), ("1352", VerdictKind.CONTRADICTION), ("1641", VerdictKind.UPDATE)):
        found = said({"a": (one, TOLLS[one].format("1532")), "b": (other, TOLLS[other].format(figure))})
        assert {kind for kind, _ in found} == {kind}, figure


@pytest.mark.parametrize("days", DAYS)
@pytest.mark.parametrize("lang", [lang for lang in TOLLS if lang != "en"])
def test_swapped_digits_are_a_slip_at_any_date(lang: str, days: tuple[str, str]) -> None:
    texts = ("en", TOLLS["en"].format("1532")), (lang, TOLLS[lang].format("1352"))
    sources = [
        claimcheck.Source(id=name, lang=base, text=text, published=published)
        for name, (base, text), published in zip("ab", texts, days, strict=True)
    ]
    assert [one.kind for one in claimcheck.check(sources).verdicts] == [VerdictKind.CONTRADICTION]


@pytest.mark.parametrize(
    ("first", "second", "slip"), [("1532", "1352", True), ("430", "4300", True), ("1532", "1641", False), ("52", "25", False)]
)
def test_a_slip_is_one_from_either_side(first: str, second: str, *, slip: bool) -> None:
    assert is_slip(quantity(first), quantity(second)) is is_slip(quantity(second), quantity(first)) is slip


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({}, Order.B_FIRST),
        ({"a": day(5)}, Order.B_FIRST),
        ({"a": day(5), "b": day(5)}, Order.B_FIRST),
        ({"a": day(5), "b": day(2)}, Order.B_FIRST),
        ({"a": day(2), "b": day(5)}, Order.NONE),
    ],
)
def test_who_gives_both_figures_is_the_newer_unless_the_dates_deny_it(days: dict[str, Interval[date] | None], expected: Order) -> None:
    a, b = fine("a#1", "58"), fine("b#1", "61")
    assert order_of(a, b, days, TAXONOMY, later="a#1").order is expected
    mirror = {Order.B_FIRST: Order.A_FIRST, Order.NONE: Order.NONE}
    assert order_of(b, a, days, TAXONOMY, later="a#1").order is mirror[expected]


def test_without_anybody_who_gives_both_nothing_shows_two_times_of_what_stands_still() -> None:
    a, b = fine("a#1", "58"), fine("b#1", "61")
    assert order_of(a, b, {}, TAXONOMY).order is Order.NONE
    assert order_of(a, b, {"a": day(2), "b": day(5)}, TAXONOMY).order is Order.NONE


def test_days_that_the_sentences_name_come_before_who_gives_both() -> None:
    a = claim("a#1", quantity("58"), counted="dead", as_of=day(2))
    b = claim("b#1", quantity("61"), counted="dead", as_of=day(5))
    assert order_of(a, b, {}, TAXONOMY, later="a#1").order is Order.A_FIRST


@pytest.mark.parametrize("later", ["", "a#1", "b#1"])
def test_the_order_of_two_claims_is_that_of_the_mirror(later: str) -> None:
    mirror = {Order.A_FIRST: Order.B_FIRST, Order.B_FIRST: Order.A_FIRST}
    plain, moved = claim("a#1", quantity("58"), counted="dead"), claim("b#1", quantity("61"), counted="dead")
    was = claim("b#1", quantity("61"), counted="dead", qualifiers=("earlier_value",))
    for other, days in product((moved, was), ({}, {"a": day(2), "b": day(5)}, {"a": day(5), "b": day(2)})):
        found = order_of(plain, other, days, TAXONOMY, later=later).order
        assert order_of(other, plain, days, TAXONOMY, later=later).order is mirror.get(found, found)


BOTH = {
    "en": "The court in Arden fined the bank 61 million euros on appeal, after a fine of 58 million euros in the first ruling.",
    "es": "El tribunal de Arden multó al banco con 61 millones de euros en apelación, tras una multa de 58 millones de euros en la primera sentencia.",
    "de": "Das Gericht in Arden verhängte in der Berufung gegen die Bank eine Strafe von 61 Millionen Euro, nach 58 Millionen Euro im ersten Urteil.",
}


@pytest.mark.parametrize("lang", list(BOTH))
def test_the_article_that_knows_both_figures_never_contradicts_the_one_that_knows_the_first(lang: str) -> None:
    found = said({"a": ("en", "The court in Arden fined the bank 58 million euros."), "b": (lang, BOTH[lang])})
    assert VerdictKind.CONTRADICTION not in {kind for kind, _ in found}
