"""Lists of figures: each takes the words that belong to it."""

import time

import pytest
from marked import claims_of, concept, words

FEE = concept("fee", "attribute", {"en": ("fee*",), "de": ("ablöse*",), "es": ("traspaso",)}, kinds=("money",))
FIXED = concept("fixed", "qualifier", {"en": ("fixed", "guaranteed"), "es": ("seguros",)}, contrast=("bonus",))
BONUS = concept("bonus", "qualifier", {"en": ("bonus*",), "es": ("por rendimiento",)}, contrast=("fixed",))
FOOD = concept("food", "qualifier", {"en": ("food",), "de": ("lebensmittel",)})
HOUSING = concept("housing", "qualifier", {"en": ("housing",), "de": ("wohnen",)})
MONTHLY = concept("monthly", "qualifier", {"en": ("monthly",), "de": ("monatsvergleich*",), "tr": ("aylık",)}, contrast=("yearly",))
YEARLY = concept("yearly", "qualifier", {"en": ("annual*",), "tr": ("yıllık",)}, contrast=("monthly",))
EARLIER = concept("earlier_value", "qualifier", {"en": ("previously",)})
DEAD = concept("dead", "counted", {"es": ("muert*", "muri*"), "en": ("dead", "died", "death*")})
FLIGHT = concept("flight", "counted", {"en": ("flight*",)})
VOCABULARY = words(FEE, FIXED, BONUS, FOOD, HOUSING, MONTHLY, YEARLY, EARLIER, DEAD, FLIGHT)


def entities(marked: str, lang: str = "en") -> list[tuple[str, ...]]:
    return [claim.entities for claim in claims_of(marked, lang, VOCABULARY)]


def qualifiers(marked: str, lang: str = "en") -> list[tuple[str, ...]]:
    return [claim.qualifiers for claim in claims_of(marked, lang, VOCABULARY)]


@pytest.mark.parametrize(
    ("marked", "lang", "counterparts"),
    [
        ("They took {10 GW|power} with Nexora, {6 GW|power} with Quill and {4 GW|power} with Tarn.", "en", ["nexora", "quill", "tarn"]),
        ("Tiene {10 GW|power} con Nexora, {6 GW|power} con Quill y {4 GW|power} con Tarn.", "es", ["nexora", "quill", "tarn"]),
        ("Un contrat de {300 millions|money} avec Nexora et un autre de {250 millions|money} avec Quill.", "fr", ["nexora", "quill"]),
        ("Records (Ada Roe, {12 million|money}) and (Bea Lund, {8 million|money}) fell.", "en", ["ada roe", "bea lund"]),
        ("Cuestan más Roe ({22 millones|money}) y Lund ({18 millones|money}).", "es", ["roe", "lund"]),
        ("ナパールとの間には{3億ドル|money}、NEXORAとの間には{5億ドル|money}の契約がある。", "ja", None),
    ],
)
def test_each_figure_gets_its_own_counterpart_first(marked: str, lang: str, counterparts: list[str] | None) -> None:
    found = entities(marked, lang)
    if counterparts is None:
        assert found[1][0] == "nexora"
        assert "nexora" not in found[0]
    else:
        assert [names[0] for names in found] == counterparts
        assert all(set(counterparts) & set(names) == {names[0]} for names in found)


def test_the_subject_of_a_list_is_shared_and_comes_after_the_counterpart() -> None:
    found = entities("Yesterday Borealis sold {10 MW|power} to Nexora and {6 MW|power} to Quill.")
    assert found == [("nexora", "borealis"), ("quill", "borealis")]


def test_a_place_before_its_figure_is_not_shared() -> None:
    claims = claims_of("En Paiporta murieron {45|count}, en Catarroja {25|count} y en Alfafar {15|count}.", "es", VOCABULARY)
    assert [claim.scope for claim in claims] == ["paiporta", "catarroja", "alfafar"]
    assert [claim.entities for claim in claims] == [("paiporta",), ("catarroja",), ("alfafar",)]
    assert {claim.counted for claim in claims} == {"dead"}


def test_names_in_brackets_and_times_beside_amounts_stay_together() -> None:
    claims = claims_of(
        "Records fell: (Ada Roe, {12 million|money}, {2022|date|2022-01-01..2022-12-31}), then (Bea Lund, {8 million|money}).",
        "en",
        VOCABULARY,
    )
    assert [claim.entities[:1] for claim in claims] == [("ada roe",), ("ada roe",), ("bea lund",)]
    assert claims[0].period is not None
    assert claims[2].period is None


def test_qualifiers_of_neighbours_do_not_mix() -> None:
    assert qualifiers("They pay {100 million|money} guaranteed and {16 million|money} in bonuses.") == [("fixed",), ("bonus",)]
    assert qualifiers("{100 millones|money} seguros y {16 millones|money} por rendimiento.", "es") == [("fixed",), ("bonus",)]
    assert qualifiers("Aylık {yüzde 2|percent}, yıllık {yüzde 32|percent} oldu.", "tr") == [("monthly",), ("yearly",)]


def test_a_qualifier_before_a_list_reaches_its_short_members() -> None:
    found = qualifiers("The sharpest monthly jumps were in food ({8.4%|percent}) and housing ({7.8%|percent}).")
    assert [set(names) for names in found] == [{"food", "monthly"}, {"housing", "monthly"}]
    found = qualifiers("Im Monatsvergleich legten Lebensmittel um {3,41%|percent} zu, Wohnen um {2,66%|percent}.", "de")
    assert [set(names) for names in found] == [{"food", "monthly"}, {"housing", "monthly"}]


def test_a_qualifier_does_not_reach_another_clause() -> None:
    found = qualifiers("The monthly rent fell by {3%|percent}, while the company that owns the houses raised its pay by {7%|percent}.")
    assert found == [("monthly",), ()]


def test_what_a_figure_is_held_against_is_an_earlier_value() -> None:
    assert qualifiers("Annual inflation slipped to {32.9%|percent} from {33.3%|percent}.") == [("yearly",), ("yearly", "earlier_value")]
    assert qualifiers("It went from {32.9%|percent} to {33.3%|percent}.") == [("earlier_value",), ()]
    assert qualifiers("It gave {32.9%|percent} to {33|count} houses.") == [(), ()]


def test_a_bare_member_of_a_list_counts_what_the_list_counts() -> None:
    claims = claims_of("There were {96| flights|count} cancelled in Norway and {45|count} in Spain.", "en", VOCABULARY)
    assert [claim.counted for claim in claims] == ["flight", "flight"]
    assert [claim.scope for claim in claims] == ["NO", "ES"]


def test_an_amount_given_twice_is_bound_once() -> None:
    first, second, third = claims_of(
        "The fee for Ada Roe is {116 million pounds|money} ({157 million dollars|money|=0}), for Bea Lund {8 million|money}.",
        "en",
        VOCABULARY,
    )
    assert second.converts == first.id
    assert (second.entities, second.attribute) == (first.entities, first.attribute) == (("ada roe",), "fee")
    assert third.entities == ("bea lund",)


def test_parts_of_a_whole_are_not_what_the_whole_is() -> None:
    claims = claims_of("Of the {216| deaths|count} {70|count} came first and {9|count} of them last.", "en", VOCABULARY)
    assert [claim.counted for claim in claims] == ["dead", None, None]
    claims = claims_of("De los {216| muertos|count}, {45|count} murieron en Paiporta.", "es", VOCABULARY)
    assert [(claim.counted, claim.scope) for claim in claims] == [("dead", None), ("dead", "paiporta")]


def test_a_time_takes_no_qualifier_from_beyond_an_amount() -> None:
    assert qualifiers("He signs for {five years|duration} and {100 million|money} guaranteed.") == [(), ("fixed",)]


def test_the_noun_of_a_time_is_no_attribute_of_the_amount_before_it() -> None:
    deal = concept("deal_value", "attribute", {"en": ("contract*",)}, kinds=("money",))
    first, _ = claims_of("They pay {18 million|money} and a contract of {five years|duration}.", "en", words(deal))
    assert first.attribute is None
    first, _ = claims_of("They pay {18 million|money} under a contract of {five years|duration}.", "en", words(deal))
    assert first.attribute == "deal_value"


def test_a_table_run_together_is_bound_in_time_linear_in_its_length() -> None:
    rows = " ".join(f"Nexora {{{number}|count}} flights" for number in range(1500))
    started = time.process_time()
    claims = claims_of(rows, "en", VOCABULARY)
    assert len(claims) == 1500
    assert time.process_time() - started < 10
    assert {claim.counted for claim in claims} == {"flight"}


def test_a_noun_is_not_borrowed_across_a_break() -> None:
    claims = claims_of("Many flights - some as early as {6|count} - are full.", "en", VOCABULARY)
    assert [claim.counted for claim in claims] == [None]


def test_a_word_inside_another_figure_is_no_attribute() -> None:
    age = concept("age", "attribute", {"en": ("year old*",)}, kinds=("duration", "count"))
    claims = claims_of("They hold {three| boys|count} and a {20-year-old|duration|year} man.", "en", words(age))
    assert [claim.attribute for claim in claims] == [None, "age"]
