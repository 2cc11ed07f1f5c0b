"""Figures in sentences: units, hedges, ranges, refusals, conversions, borrowed units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import Block, BlockKind, Document, Sentence, Source, View
from claimcheck.normalise import normalise
from claimcheck.scan import scan


def read(text: str, lang: str = "en") -> list[tuple[Mention, Quantity]]:
    document = Document(Source(text=text, id="0", lang=lang), View(text), (Block(BlockKind.BODY, 0, len(text)),))
    sentences = (Sentence(0, len(text), BlockKind.BODY, lang, 0),)
    mentions = scan(document, sentences)
    return list(zip(mentions, normalise(document, sentences, mentions), strict=True))


def said(text: str, lang: str = "en") -> list[tuple[str, object, object]]:
    return [(quantity.unit, quantity.stated.low, quantity.stated.high) for _, quantity in read(text, lang)]


def test_units_of_two_kinds_never_share_a_scale() -> None:
    assert said("Output rose 5.2 percent to 1.3 billion euros.") == [
        ("percent", Decimal("5.2"), Decimal("5.2")),
        ("EUR", 1300000000, 1300000000),
    ]


def test_from_and_to_with_units_of_their_own_are_two_figures() -> None:
    assert said("It fell from $5.2bn to $4.8bn.") == [("USD", 5200000000, 5200000000), ("USD", 4800000000, 4800000000)]


def test_a_change_shares_the_unit_of_its_second_end() -> None:
    assert said("The stake rose from 5 to 7 percent.") == [("percent", 5, 5), ("percent", 7, 7)]


def test_a_range_shares_unit_and_scale_with_its_first_end() -> None:
    assert said("It may cost €1.5-2 billion.") == [("EUR", 1500000000, 2000000000)]


def test_the_same_amount_in_another_currency_points_back() -> None:
    mentions = [mention for mention, _ in read("They paid $15,000 (about €13,800) for three cars.")]
    assert [mention.converts for mention in mentions] == [-1, 0, -1]


def test_points_are_a_dimension_of_their_own() -> None:
    [(_, quantity)] = read("Rates fell by 0.25 percentage points.")
    assert (quantity.unit, quantity.dimension) == ("percent", "percentage_point")


def test_money_per_measure_is_no_total() -> None:
    [(_, quantity)] = read("Power costs $92.50 per MWh.")
    assert quantity.unit == "USD"
    assert quantity.dimension != "currency:USD"


def test_an_amount_takes_the_currency_of_its_neighbour() -> None:
    found = read("un contrat de 300 milliards de dollars et un engagement de 250 milliards avec une banque", "fr")
    assert [quantity.unit for _, quantity in found] == ["USD", "USD"]
    assert "neighbour" in found[1][1].why


def test_a_bare_decimal_beside_percent_is_percent() -> None:
    assert [unit for unit, *_ in said("Aylık oran yüzde 2,55, yıllık oran 32,87 oldu.", "tr")] == ["percent", "percent"]


def test_the_interval_is_half_a_step_to_each_side_in_the_base_unit() -> None:
    [(_, quantity)] = read("They need 4.5 GW.")
    assert quantity.interval.low == Decimal(4450000000)
    assert quantity.interval.high == Decimal(4550000000)
    assert not quantity.interval.high_closed


def test_bounds_are_open_on_one_side() -> None:
    [(_, quantity)] = read("They need more than 500,000 chips.")
    assert (quantity.stated.low, quantity.stated.high, quantity.kind) == (Decimal(500000), None, "count")
    [(_, quantity)] = read("They need up to 150 chips.")
    assert (quantity.stated.low, quantity.stated.high) == (None, Decimal(150))


def test_the_nearest_hedge_counts() -> None:
    [(_, quantity)] = read("They need almost at least 500 chips.")
    assert quantity.hedge.value == "at_least"


def test_au_moins_is_no_minus() -> None:
    assert said("On compte au moins 219 arbres.", "fr") == [("", 219, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The GX200 and the QT-5 are new.",
        "The Orion 7 sold well, and nobody expected the Orion 7.",
        "The shop opens 24/7.",
        "Rovers won 3-1.",
        "She came 3rd.",
        "He grew up in the 80s.",
        "Call +44 20 7946 0958 now.",
        "See https://example.org/?q=30%25 or mail desk24@example.org.",
        "One of them left a year ago.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert [mention.surface for mention, _ in read(text)] == []


def test_places_with_their_counts_are_no_product_names() -> None:
    assert [low for _, low, _ in said("Murieron 45 en Arenal, 25 en Brisa, en Cala 16 y en Duna 15.", "es")] == [45, 25, 16, 15]
