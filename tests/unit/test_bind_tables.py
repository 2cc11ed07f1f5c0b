"""Tables in plain text: a cell takes attribute, noun, party, time and measurer from the heads of its row and column."""

from datetime import date

import pytest
from marked import claims_of_lines, concept, words

from claimcheck.model.interval import Interval
from claimcheck.model.source import BlockKind

REVENUE = concept("revenue", "attribute", {"en": ("revenue",), "de": ("umsatz",)}, kinds=("money",))
PROFIT = concept("profit", "attribute", {"en": ("profit",), "de": ("gewinn",)}, kinds=("money",))
HEIGHT = concept("height", "attribute", {"en": ("height",), "ja": ("高さ",)}, kinds=("length",))
WEIGHT = concept("weight", "attribute", {"en": ("weight",), "ja": ("重さ",)}, kinds=("mass",))
GUEST = concept("guest", "counted", {"en": ("guests",), "de": ("gäste",)})
VOCABULARY = words(REVENUE, PROFIT, HEIGHT, WEIGHT, GUEST)
YEARS = """Borealis in figures
{sep}Item{sep}{{2023|date|2023-01-01..2023-12-31}}{sep}{{2024|date|2024-01-01..2024-12-31}}
Revenue{sep}{{5 million|money}}{sep}{{6 million|money}}
Profit{sep}{{1 million|money}}{sep}{{2 million|money}}
Guests{sep}{{300|count}}{sep}{{400|count}}"""


@pytest.mark.parametrize("bar", [" | ", "|", "\t"])
def test_cells_take_attribute_and_noun_from_the_row_and_the_time_from_the_column(bar: str) -> None:
    table = YEARS.replace("{sep}Item", "Item").replace("{sep}", bar).replace("{{", "{").replace("}}", "}")
    claims = claims_of_lines(table, "en", VOCABULARY)[2:]
    assert [claim.attribute for claim in claims] == ["revenue", "revenue", "profit", "profit", None, None]
    assert [claim.counted for claim in claims] == [None, None, None, None, "guest", "guest"]
    assert [claim.period.low.year for claim in claims if claim.period and claim.period.low] == [2023, 2024] * 3
    assert {claim.evidence.inherited for claim in claims[:4]} == {"heading"}
    assert {claim.evidence.block for claim in claims} == {BlockKind.CELL}


def test_a_year_at_the_head_of_a_row_is_the_time_of_its_cells() -> None:
    claims = claims_of_lines("Year | Revenue\n{2023|date|2023-01-01..2023-12-31} | {5 million|money}", "en", VOCABULARY)
    assert (claims[1].attribute, claims[1].period) == ("revenue", Interval(date(2023, 1, 1), date(2023, 12, 31)))


@pytest.mark.parametrize(
    ("table", "lang", "speakers"),
    [
        (
            "Institute | Height | Weight\nQNX | {6 m|length} | {3 t|mass}\nTarn Survey | {7 m|length} | {2 t|mass}",
            "en",
            ["qnx", "tarn survey"],
        ),
        ("機関 | 高さ | 重さ\nQNX | {6 m|length} | {3 t|mass}\nTRN | {7 m|length} | {2 t|mass}", "ja", ["qnx", "trn"]),
        ("Ship | Height | Weight\nQNX | {6 m|length} | {3 t|mass}\nTarn Survey | {7 m|length} | {2 t|mass}", "en", None),
    ],
)
def test_the_name_of_a_row_is_a_party_and_under_a_head_for_institutes_who_measured(
    table: str, lang: str, speakers: list[str] | None
) -> None:
    claims = claims_of_lines(table, lang, VOCABULARY)
    assert [claim.attribute for claim in claims] == ["height", "weight"] * 2
    assert all(claim.entities for claim in claims)
    found = [claim.attribution for claim in claims]
    assert found == ([speakers[0]] * 2 + [speakers[1]] * 2 if speakers else [None] * 4)


def test_a_row_alone_and_rows_of_other_lengths_are_no_table() -> None:
    (claim,) = claims_of_lines("Home | News | {5 million|money} lost\nRevenue was up", "en", VOCABULARY)
    assert (claim.attribute, claim.evidence.block) == (None, BlockKind.META)
    claims = claims_of_lines("Revenue | Profit\nNews | {5 million|money} | {7 million|money}", "en", VOCABULARY)
    assert [claim.attribute for claim in claims] == [None, None]
