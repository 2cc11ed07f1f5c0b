"""Units that bare numbers take from what they are of; and what they must not take."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.bind.head_units import unit_of_head


def units_of(lang: str, text: str) -> list[tuple[str, str]]:
    """Return the stated value and the unit of every figure."""
    return [
        (f"{claim.quantity.stated.high or claim.quantity.stated.low:f}", claim.quantity.unit)
        for claim in claimcheck.extract(text, lang=lang)
    ]


AGES = [
    ("en", "Median age: 42.3", "42.3"),
    ("en", "The median age is 42.3.", "42.3"),
    ("en", "The driver, aged 44, was held.", "44"),
    ("en", "Some 20.3% are 65 or older.", "65"),
    ("de", "Medianalter: 42,3", "42.3"),
    ("de", "20,3 Prozent sind 65 oder älter.", "65"),
    ("de", "Bürgermeisterin Ida Rohn (52) sagte das.", "52"),
    ("fr", "Âge médian : 42,3", "42.3"),
    ("es", "Edad media: 42,3", "42.3"),
    ("it", "Età media: 42,3", "42.3"),
    ("tr", "Ortanca yaş: 42,3", "42.3"),
    ("uk", "Медіанний вік: 42,3", "42.3"),
]


@pytest.mark.parametrize(("lang", "text", "value"), AGES)
def test_an_age_is_in_years(lang: str, text: str, value: str) -> None:
    claims = [claim for claim in claimcheck.extract(text, lang=lang) if claim.quantity.unit == "year"]
    assert [(f"{claim.quantity.stated.low:f}", claim.attribute) for claim in claims] == [(value, "age")]
    assert claims[0].quantity.why


def test_ages_of_a_list_are_in_years() -> None:
    assert units_of("en", "Two men, aged 27 and 21, were held.")[1:] == [("27", "year"), ("21", "year")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The age limit applies in 12 districts."),
        ("en", "At that age of 18 he left; 40 followed."),
        ("en", "Average age of the 230 passengers was not known."),
        ("en", "Klara Fuhr (34), Mo Tann (56) and Jo Bell (78) scored."),
        ("de", "Die Kreditbank Rohn hat Filialen (17)."),
        ("uk", "Медіанний вік становить 41,3 року, на одну жінку припадає 1,7 дитини."),
    ],
)
def test_what_is_counted_beside_an_age_is_none(lang: str, text: str) -> None:
    assert [unit for value, unit in units_of(lang, text) if unit == "year" and value not in ("18", "41.3")] == []


PERCENTAGES = [
    ("en", "Turnout: 67.4"),
    ("en", "Turnout was 67.4, the highest ever."),
    ("en", "Inflation (%): 67.4"),
    ("de", "Wahlbeteiligung: 67,4"),
    ("fr", "Taux de participation : 67,4"),
    ("es", "Participación: 67,4"),
]


@pytest.mark.parametrize(("lang", "text"), PERCENTAGES)
def test_what_is_always_a_share_is_in_percent(lang: str, text: str) -> None:
    assert ("67.4", "percent") in units_of(lang, text)


@pytest.mark.parametrize(
    "text", ["Turnout in 12 districts was counted.", "Turnout rose after 3 hours.", "Turnout: 2,340,112", "Turnout was counted in 58."]
)
def test_counts_beside_a_share_are_no_percent(text: str) -> None:
    assert "percent" not in [unit for _, unit in units_of("en", text)]


MONEY = [
    ("en", "The group lost 300 million euros. Rotavia has 4.2 billion in revenue and 2 billion of debt.", ["4200000000", "2000000000"]),
    ("de", "Der Konzern verlor 300 Millionen Euro. Rotavia hat 4,2 Milliarden Umsatz.", ["4200000000"]),
    ("fr", "Le groupe a perdu 300 millions d'euros. Rotavia affiche 4,2 milliards de chiffre d'affaires.", ["4200000000"]),
    ("es", "El grupo perdió 300 millones de euros. Rotavia tiene 8.200 millones de deuda.", ["8200000000"]),
    ("it", "La banca ha perso 300 milioni di euro. Sono arrivati 5 miliardi di liquidità.", ["5000000000"]),
    ("it", "Il gruppo perde 300 milioni di euro. Il capo esce con 1,3 milioni di buonuscita.", ["1300000"]),
    ("it", "Il gruppo ha perso 300 milioni di euro. I risparmi attesi sono di 140 milioni l'anno.", ["140000000"]),
    ("pt", "O grupo perdeu 300 milhões de euros. A Rotavia tem 2 mil milhões de dívida.", ["2000000000"]),
    ("nl", "De groep verloor 300 miljoen euro. Rotavia heeft 4,2 miljard omzet.", ["4200000000"]),
]


@pytest.mark.parametrize(("lang", "text", "values"), MONEY)
def test_money_without_its_currency_takes_that_of_the_text(lang: str, text: str, values: list[str]) -> None:
    assert [(value, unit) for value, unit in units_of(lang, text) if value != "300000000"] == [(value, "EUR") for value in values]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("it", "Il gruppo ha perso 300 milioni di euro. Ha 2,4 milioni di clienti."),
        ("en", "The group lost 300 million euros. Revenue fell as 2.4 million customers left."),
        ("de", "Der Konzern verlor 300 Millionen Euro. Er hat 2,4 Millionen Kunden."),
        ("en", "Rotavia has 2.4 million of debt."),
        ("it", "Perdita: 300 milioni di euro\n\nClienti: 2,4 milioni"),
    ],
)
def test_things_and_money_of_no_known_currency_take_none(lang: str, text: str) -> None:
    assert [unit for value, unit in units_of(lang, text) if value == "2400000"] == [""]


def test_the_currency_of_the_text_comes_before_one_told_beside_it() -> None:
    text = (
        "El rescate costará 900 millones de euros. La ayuda sube a 3.200 millones de euros, unos 3.500 millones de dólares. "
        "La retirada se detuvo en 4.100 millones."
    )
    assert units_of("es", text)[-1] == ("4100000000", "EUR")


PARTS = [
    ("en", "The fire burned 7,300 hectares, 1,200 of them in Norva."),
    ("en", "The fire burned 7,300 hectares, of which 1,200 in Norva."),
    ("de", "Das Feuer zerstörte 7.300 Hektar, davon 1.200 in Norva."),
    ("fr", "Le feu a détruit 7 300 hectares, dont 1 200 en Norva."),
    ("es", "El fuego quemó 7.300 hectáreas, 1.200 de ellas en Norva."),
    ("it", "Bruciati 7.300 ettari, di cui 1.200 in Norva."),
    ("pt", "Arderam 7.300 hectares, dos quais 1.200 em Norva."),
    ("nl", "Er verbrandde 7.300 hectare, waarvan 1.200 in Norva."),
    ("pl", "Spłonęło 7300 hektarów, z czego 1200 w Norvie."),
    ("ru", "Сгорело 7300 гектаров, из них 1200 в Норве."),
    ("en", "The fire burned 7,300 hectares, 1,200 more than a year ago."),
    ("en", "The fire burned 7,300 hectares in Norva and 1,200 in Tarn."),
]


@pytest.mark.parametrize(("lang", "text"), PARTS)
def test_a_part_is_in_the_unit_of_the_whole(lang: str, text: str) -> None:
    assert units_of(lang, text)[1] == ("1200", "hectare")


@pytest.mark.parametrize(
    "text",
    [
        "The fire burned 7,300 hectares and drove out 1,200 people.",
        "The fire burned 7,300 hectares; 1,200 were evacuated.",
        "The fire burned 7,300 hectares, injuring villagers, 1,200 of them badly.",
        "The fire burned 7,300 hectares in Norva and 1,200 in Tarn were injured.",
        "The fire burned 7,300 hectares, and of the people there 1,200 fled.",
    ],
)
def test_people_beside_hectares_are_no_hectares(text: str) -> None:
    assert units_of("en", text)[1] == ("1200", "")


CHANGES = [
    ("en", "The council lifted the cap to 2,000 euros from 750."),
    ("de", "Der Preis stieg auf 2.000 Euro nach zuvor 750."),
    ("fr", "Le plafond est porté à 2 000 euros, contre 750 auparavant."),
    ("es", "El tope sube a 2.000 euros desde 750."),
    ("it", "Il tetto sale a 2.000 euro da 750."),
    ("nl", "De grens gaat naar 2.000 euro, van 750."),
    ("pl", "Limit wzrósł do 2000 euro z 750."),
]


@pytest.mark.parametrize(("lang", "text"), CHANGES)
def test_an_old_value_is_in_the_unit_of_the_new_one(lang: str, text: str) -> None:
    assert units_of(lang, text)[1] == ("750", "EUR")


@pytest.mark.parametrize(
    "text",
    [
        "Rents rose by 20 euros in 14 towns.",
        "It cost 2,000 euros from 2019.",
        "It earned 2,000 euros from 7 shops.",
        "He paid 2,000 euros after 3.",
    ],
)
def test_years_shops_and_what_is_far_off_are_no_old_values(text: str) -> None:
    assert [unit for value, unit in units_of("en", text) if value in ("14", "2019", "7", "3")] in ([""], ["date"], [])


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "It was 41 degrees on Monday and 43 on Tuesday in the heat of Norva, the temperature record.", ("43", "degree_Celsius")),
        ("en", "Quill won 36 percent, Roe 24 and Tarn 12.", ("24", "percent")),
        ("pt", "Choveu 120 milímetros em Norva e 95 em Tarn.", ("95", "millimeter")),
        ("de", "Es fielen 120 Millimeter in Norva und 95 in Tarn.", ("95", "millimeter")),
        ("en", "A ticket costs 12 euros for adults and 8 for children.", ("8", "EUR")),
    ],
)
def test_a_number_in_the_same_place_has_the_same_unit(lang: str, text: str, expected: tuple[str, str]) -> None:
    assert expected in units_of(lang, text)


HEADS = [
    ("de", "Umsatz in Mio. €", "EUR", 10**6),
    ("de", "Anteil in %", "percent", 1),
    ("en", "Revenue (EUR m)", "EUR", 10**6),
    ("en", "Revenue, $bn", "USD", 10**9),
    ("en", "Area (sq km)", "kilometer ** 2", 1),
    ("fr", "Chiffre d'affaires (en millions d'euros)", "EUR", 10**6),
    ("es", "Ingresos en millones de euros", "EUR", 10**6),
    ("it", "Ricavi (mln €)", "EUR", 10**6),
    ("nl", "Omzet (in miljoen euro)", "EUR", 10**6),
    ("pl", "Przychody (mln zł)", "PLN", 10**6),
    ("ru", "Выручка, млн руб.", "RUB", 10**6),
    ("ja", "売上高(億円)", "JPY", 10**8),
    ("zh", "收入（亿元）", "CNY", 10**8),
]


@pytest.mark.parametrize(("lang", "text", "unit", "scale"), HEADS)
def test_a_head_tells_unit_and_scale(lang: str, text: str, unit: str, scale: int) -> None:
    found = unit_of_head(text, lang)
    assert found is not None
    assert found.unit is not None
    assert (found.unit.name, int(found.scale)) == (unit, scale)


RATE_HEADS = [
    ("en", "Litres per person per day", "liter", "day"),
    ("es", "Litros por persona y día", "liter", "day"),
    ("fr", "Litres par habitant et par jour", "liter", "day"),
    ("de", "Liter pro Person und Tag", "liter", "day"),
    ("it", "Litri a testa al giorno", "liter", "day"),
    ("pt", "Litros por pessoa e dia", "liter", "day"),
    ("nl", "Liter per persoon per dag", "liter", "day"),
    ("pl", "Litry na osobę i dzień", "liter", "day"),
    ("ru", "Литров на человека в сутки", "liter", "day"),
    ("zh", "升/人/天", "liter", "day"),
    ("de", "Verbrauch, Liter pro Kopf", "liter", ""),
    ("en", "Output (tonnes a year)", "metric_ton", "year"),
    ("en", "Wage (euros per hour)", "EUR", "hour"),
    ("en", "Metres a second", "meter / second", ""),
    ("de", "Euro pro Liter", "EUR", ""),
]


@pytest.mark.parametrize(("lang", "text", "unit", "period"), RATE_HEADS)
def test_a_head_tells_what_its_unit_is_told_for(lang: str, text: str, unit: str, period: str) -> None:
    found = unit_of_head(text, lang)
    assert found is not None
    assert found.unit is not None
    assert (found.unit.name, found.per) == (unit, period)


@pytest.mark.parametrize(("lang", "text"), [("en", "Goals per match"), ("en", "Persons per room"), ("de", "Preis pro Liter")])
def test_a_head_of_counts_tells_no_unit(lang: str, text: str) -> None:
    assert unit_of_head(text, lang) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "Year"), ("de", "Jahr"), ("de", "Tage"), ("en", "Persons in hospital"), ("en", "Town (old)"), ("en", "2024"), ("en", "")],
)
def test_other_heads_tell_none(lang: str, text: str) -> None:
    assert unit_of_head(text, lang) is None


def test_cells_are_in_the_unit_of_their_heads() -> None:
    text = "| Year | Revenue (million euros) | Staff |\n|---|---|---|\n| Norva | 740 | 1,200 |\n| Tarn | 812.5 | 950 |"
    assert units_of("en", text) == [("740000000", "EUR"), ("1200", ""), ("812500000", "EUR"), ("950", "")]


def test_cells_under_a_share_are_in_percent_and_people_are_not() -> None:
    text = "| Place | Turnout | Dead |\n|---|---|---|\n| Norva | 67 | 12 |\n| Tarn | 61.5 | 7 |"
    assert units_of("en", text) == [("67", "percent"), ("12", ""), ("61.5", "percent"), ("7", "")]


def test_a_rows_head_that_counts_keeps_the_currency_of_the_text_away() -> None:
    text = "Banca Rota: perdita di 300 milioni di euro\n\nPerdita | 300 milioni di euro\nClienti | 2,4 milioni\nFiliali | 400"
    assert ("2400000", "") in units_of("it", text)


def test_a_head_is_no_figure_of_its_own() -> None:
    assert units_of("de", "Umsatz in Mio. €: 740") == [("740000000", "EUR")]
    assert units_of("en", "Revenue (million euros): 740") == [("740000000", "EUR")]
    assert units_of("en", "He won a million dollars (a million euros).")[0] == ("1000000", "USD")
    assert units_of("de", "Eine Mio. Euro fehlen.") == [("1000000", "EUR")]


def test_german_auf_leads_to_a_new_value() -> None:
    assert units_of("de", "Das Limit wurde von 300 auf 900 Euro angehoben.") == [("300", "EUR"), ("900", "EUR")]
    assert units_of("de", "Die Zahl wurde von 12 auf 31 Tote korrigiert.") == [("12", ""), ("31", "")]
    assert units_of("de", "Es kostet von 300 bis 900 Euro.") == [("900", "EUR")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "They measured 15 micrograms of lead per cubic metre of air."),
        ("de", "Es waren 15 Mikrogramm Blei je Kubikmeter Luft."),
        ("fr", "On a relevé 15 microgrammes de plomb par mètre cube d'air."),
    ],
)
def test_what_is_measured_may_part_an_amount_from_its_volume(lang: str, text: str) -> None:
    assert units_of(lang, text) == [("15", "microgram / meter ** 3")]


def test_hebrew_people_are_no_ages() -> None:
    assert units_of("he", "המשטרה עצרה 33 בני אדם.") == [("33", "")]
    assert units_of("he", "הנהג, בן 33, נעצר.") == [("33", "year")]


def test_a_median_age_agrees_with_one_that_is_written_out() -> None:
    sources = [
        claimcheck.Source(id="a", text="The median age of Carnovia is 43.1 years.", lang="en"),
        claimcheck.Source(id="b", text="Karnovya\n\nOrtanca yaş: 43,1", lang="tr"),
    ]
    assert [verdict.kind.value for verdict in claimcheck.check(sources).verdicts] == ["agreement"]


def test_an_amount_of_a_rate_told_before_is_of_that_rate() -> None:
    text = "Das Amt maß 12 Mikrogramm Blei je Kubikmeter Luft. Der Verein kam auf 48 Mikrogramm. Eine Tablette hat 900 Mikrogramm."
    assert [unit for _, unit in units_of("de", text)] == ["microgram / meter ** 3", "microgram / meter ** 3", "microgram"]
    assert [unit for _, unit in units_of("en", "A truck spilled 300 litres of fuel. 12 litres were left.")] == ["liter", "liter"]


@pytest.mark.parametrize(
    ("lang", "text", "years"),
    [
        ("de", "Jahr | Inflation | BIP\n2026 | 1,9 % | 2,4 %\n2027 | 1,5 % | 2,1 %", 2),
        ("it", "Perdita 2024 | 412 milioni di euro\nFiliali | 400", 1),
        ("en", "| Region | 2023 | 2024 |\n|---|---|---|\n| Nord | 7.4 | 6.9 |", 2),
        ("en", "| Staff | 2023 |\n| Dogs | 1999 |", 0),
    ],
)
def test_years_head_rows_and_columns(lang: str, text: str, years: int) -> None:
    units = [claim.quantity.unit for claim in claimcheck.extract(text, lang=lang)]
    assert units.count("date") == years


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The club pays 40 million euros plus 5 in add-ons."),
        ("de", "Der Klub zahlt 40 Millionen Euro plus 5 an Boni."),
        ("es", "El club paga 40 millones de euros más 5 en variables."),
        ("fr", "Le club paie 40 millions d'euros, plus 5 de bonus."),
        ("it", "Il club paga 40 milioni di euro più 5 di bonus."),
        ("pt", "O clube paga 40 milhões de euros mais 5 em bónus."),
    ],
)
def test_what_is_added_to_millions_is_in_millions(lang: str, text: str) -> None:
    assert units_of(lang, text) == [("40000000", "EUR"), ("5000000", "EUR")]


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "The club pays 40 million euros plus 2 players."), ("nl", "Het kostte 40 miljoen euro plus 2 spelers.")]
)
def test_players_on_top_of_millions_are_players(lang: str, text: str) -> None:
    assert units_of(lang, text)[1] == ("2", "")


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("nl", "Het bedrijf stak 1,2 miljard in Norva. Het is 3 miljard euro waard.", "EUR"),
        ("ru", "Компания вложит 1,2 млрд в Норве. Она стоит 3 млрд евро.", "EUR"),
        ("ja", "同社は12億を投じる。時価総額は30億ユーロ。", "EUR"),
        ("en", "The population is 1.2 billion. It costs 3 million dollars.", ""),
        ("nl", "Het bedrijf stak 1,2 miljard in Norva.", ""),
    ],
)
def test_billions_of_nothing_are_money_where_the_text_has_a_currency(lang: str, text: str, unit: str) -> None:
    assert units_of(lang, text)[0] == ("1200000000", unit)


@pytest.mark.parametrize(
    ("lang", "text"), [("fr", "Deux enfants de 5 et 8 ans."), ("es", "Dos niños de 5 y 8 años."), ("it", "Due bambini di 5 e 8 anni.")]
)
def test_of_two_ages_are_no_range(lang: str, text: str) -> None:
    assert units_of(lang, text)[1:] == [("5", "year"), ("8", "year")]
    assert units_of("fr", "Entre 5 et 8 ans.") == [("8", "year")]


def test_the_old_value_of_what_follows_is_not_in_the_unit_before() -> None:
    assert units_of("en", "Membership rose 10 % from 20 to 23 last year.")[1:] == [("20", ""), ("23", "")]
    assert units_of("ru", "Число членов клуба сократилось на 30 %, с 500 до 400.")[1:] == [("500", ""), ("400", "")]


def test_who_died_of_those_of_an_age_is_no_age() -> None:
    assert units_of("en", "The study followed women with a median age of 61, 12 of whom died.")[1:] == [("12", "")]


def test_shares_of_a_list_are_in_percent() -> None:
    assert units_of("en", "GDP growth 2.1, inflation 3.4, unemployment 5.6") == [("2.1", "percent"), ("3.4", "percent"), ("5.6", "percent")]
    assert units_of("en", "Inflation: 3.1 (May: 2.8)") == [("3.1", "percent"), ("2.8", "percent")]
