from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest

from claimcheck.lexicon.language import Language, Role, Term, fold
from claimcheck.lexicon.load import data_version, known_languages, load_language, territories
from claimcheck.model.mention import Hedge


def first(tag: str, word: str, role: Role) -> Term:
    found = [term for term in load_language(tag).terms.get(fold(word), ()) if term.role is role]
    assert found, f"{word!r} is no {role} in {tag}"
    return found[0]


def roles(tag: str, word: str) -> set[Role]:
    return {term.role for term in load_language(tag).terms.get(fold(word), ())}


@pytest.mark.parametrize(
    ("tag", "word", "power"),
    [
        ("en", "billion", 9),
        ("de", "Billion", 12),
        ("de", "Milliarden", 9),
        ("de", "Mrd.", 9),
        ("es", "billones", 12),
        ("es", "mil millones", 9),
        ("fr", "milliards", 9),
        ("fr", "billion", 12),
        ("it", "bilione", 12),
        ("it", "miliardi", 9),
        ("pt", "bilhões", 9),
        ("pt-PT", "mil milhões", 9),
        ("pt-PT", "biliões", 12),
        ("pl", "mld", 9),
        ("ru", "миллиардами", 9),
        ("tr", "milyar", 9),
        ("ja", "億", 8),
        ("zh", "万亿", 12),
        ("ko", "조", 12),
        ("hi", "करोड़", 7),
        ("en", "lakh", 5),
        ("ar", "مليار", 9),
    ],
)
def test_scale_words_mean_what_they_mean_there(tag: str, word: str, power: int) -> None:
    assert first(tag, word, Role.SCALE).value == Decimal(10) ** power


@pytest.mark.parametrize(
    ("tag", "word", "number"),
    [
        ("en", "twenty-one", 21),
        ("en", "twenty one", 21),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("es", "doscientas", 200),
        ("de", "einundzwanzig", 21),
    ],
)
def test_number_words(tag: str, word: str, number: int) -> None:
    assert first(tag, word, Role.NUMBER).value == number


@pytest.mark.parametrize(("tag", "word"), [("fr", "un"), ("es", "una"), ("de", "eine"), ("it", "uno"), ("pt", "um")])
def test_articles_are_no_numbers(tag: str, word: str) -> None:
    assert Role.ARTICLE in roles(tag, word)
    assert Role.NUMBER not in roles(tag, word)


@pytest.mark.parametrize("tag", ["de", "it", "nl", "sv", "fi", "hu"])
def test_glued_number_words_are_offered_longest_first(tag: str) -> None:
    compounds = load_language(tag).compounds
    assert compounds
    assert list(map(len, compounds)) == sorted(map(len, compounds), reverse=True)


@pytest.mark.parametrize("tag", ["en", "es", "fr", "ja"])
def test_languages_that_do_not_glue_offer_none(tag: str) -> None:
    assert load_language(tag).compounds == ()


@pytest.mark.parametrize("tag", ["und", "xx", "en", "ja", "ar", "sw", "km"])
@pytest.mark.parametrize(
    ("symbol", "unit"), [("GW", "gigawatt"), ("km", "kilometer"), ("°C", "degree_Celsius"), ("%", "percent"), ("€", "EUR"), ("NOK", "NOK")]
)
def test_symbols_hold_everywhere(tag: str, symbol: str, unit: str) -> None:
    found = [term for term in load_language(tag).terms[fold(symbol)] if term.units and term.written in ("", symbol)]
    assert found[0].units[0].name == unit


def test_letters_that_differ_in_case_only_keep_their_spelling() -> None:
    readings = load_language("en").terms["mw"]
    assert {term.units[0].name: term.written for term in readings if term.written} == {"megawatt": "MW", "milliwatt": "mW"}


def test_an_iso_code_needs_its_capitals() -> None:
    assert first("en", "TRY", Role.CURRENCY).written == "TRY"


def test_scale_letters_count_beside_money_only() -> None:
    assert first("en", "m", Role.SCALE).money_only
    assert not first("en", "million", Role.SCALE).money_only


def test_an_ambiguous_word_lists_all_its_readings() -> None:
    assert roles("en", "pounds") >= {Role.CURRENCY, Role.UNIT}
    assert [unit.name for unit in first("en", "tons", Role.UNIT).units] == ["metric_ton", "ton"]
    assert [unit.name for unit in first("en", "¥", Role.CURRENCY).units] == ["JPY", "CNY"]


@pytest.mark.parametrize(
    ("tag", "word", "hedge"),
    [
        ("es", "superan los", Hedge.MORE_THAN),
        ("fr", "dépassant les", Hedge.MORE_THAN),
        ("en", "nearly", Hedge.ALMOST),
        ("de", "mindestens", Hedge.AT_LEAST),
        ("it", "fino a", Hedge.AT_MOST),
        ("pl", "niespełna", Hedge.ALMOST),
    ],
)
def test_hedges_before_a_figure(tag: str, word: str, hedge: Hedge) -> None:
    term = first(tag, word, Role.HEDGE)
    assert (term.hedge, term.prefix) == (hedge, True)


def test_hedges_behind_a_figure_do_not_stand_before_it() -> None:
    term = first("ja", "以上", Role.HEDGE)
    assert (term.hedge, term.prefix, term.suffix) == (Hedge.AT_LEAST, False, True)


@pytest.mark.parametrize(
    ("tag", "word", "low", "high"),
    [
        ("en", "hundreds of thousands", 10**5, 10**6),
        ("fr", "dizaines de millions", 10**7, 10**8),
        ("ja", "数十万", 10**5, 10**6),
        ("de", "Hunderttausende", 10**5, 10**6),
        ("es", "cientos de miles", 10**5, 10**6),
    ],
)
def test_vague_counts_are_ranges(tag: str, word: str, low: int, high: int) -> None:
    term = first(tag, word, Role.VAGUE)
    assert (term.low, term.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("tag", "word"), [("es", "multianual"), ("fr", "pluriannuel"), ("de", "mehrjährigen"), ("it", "pluriennale"), ("ja", "複数年")]
)
def test_several_years_are_two_and_more(tag: str, word: str) -> None:
    term = first(tag, word, Role.LONG_DURATION)
    assert (term.low, term.units[0].name) == (Decimal(2), "year")


@pytest.mark.parametrize(
    ("tag", "decimal", "group", "grouping", "spaced"),
    [
        ("en", ".", ",", "western", True),
        ("de", ",", ".", "western", True),
        ("es-MX", ".", ",", "western", True),
        ("hi", ".", ",", "indian", True),
        ("ja", ".", ",", "myriad", False),
        ("de-CH", ".", "’", "western", True),
    ],
)
def test_the_form_of_numbers(tag: str, decimal: str, group: str, grouping: str, spaced: bool) -> None:  # noqa: FBT001
    language = load_language(tag)
    assert (language.decimal, language.groups[0], language.grouping, language.spaced) == (decimal, group, grouping, spaced)
    assert language.decimal not in language.groups


def test_the_bare_dollar_is_that_of_the_region() -> None:
    assert [load_language(tag).dollar for tag in ("es", "es-MX", "en-AU", "en-CA", "es-ES")] == ["USD", "MXN", "AUD", "CAD", "USD"]


def test_lengths_find_every_term_from_both_ends() -> None:
    language: Language = load_language("de")
    for word in language.terms:
        assert len(word) in language.lengths[word[:2]]
        assert len(word) in language.lengths_back[word[-2:]]


def test_starts_hold_words_not_letters() -> None:
    starts = load_language("en").starts
    assert {"seven", "million", "dozens", "half", "october"} <= starts
    assert not {"a", "m", "k", "of"} & starts


def test_every_known_language_loads() -> None:
    tags = known_languages()
    assert len(tags) > 100
    for tag in tags[:: max(1, len(tags) // 25)]:
        assert len(load_language(tag).terms) > 400, tag


def test_countries_by_name() -> None:
    assert territories("es")["alemania"] == "DE"
    assert int(data_version()) >= 45


def test_a_cached_language_needs_no_library() -> None:
    load_language("fr")
    code = (
        "import sys; from claimcheck.lexicon.load import load_language; load_language('fr').terms['milliards'];"
        "print([name for name in ('babel', 'pint', 'unicode_rbnf') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("tag", "word", "unit"),
    [
        ("de", "Hektolitern", "hectoliter"),
        ("sv", "år", "year"),
        ("tr", "dolarlık", "USD"),
        ("fr", "celsius", "degree_Celsius"),
        ("ja", "華氏", "degree_Fahrenheit"),
    ],
)
def test_names_of_units_in_other_cases_and_places(tag: str, word: str, unit: str) -> None:
    names = [term.units[0].name for term in load_language(tag).terms[fold(word)] if term.units]
    assert unit in names


def test_letters_that_stand_for_one_another() -> None:
    assert first("ro", "șapte", Role.NUMBER).value == first("ro", "şapte", Role.NUMBER).value == 7
    assert first("ar", "عامًا", Role.UNIT) == first("ar", "عاماً", Role.UNIT)


def test_a_round_count_softens_itself() -> None:
    term = first("fr", "une centaine", Role.NUMBER)
    assert (term.value, term.hedge) == (Decimal(100), Hedge.ABOUT)


def test_a_tenth_in_japanese_is_ten_percent() -> None:
    part = first("ja", "割", Role.SUBUNIT).units[0]
    assert (part.name, part.factor) == ("percent", Decimal(10))
    assert not [term for term in load_language("ja").terms["割"] if term.role is Role.NUMBER]


@pytest.mark.parametrize(("tag", "word"), [("en", "both"), ("en", "atm"), ("fr", "ha!"), ("hi", "से")])
def test_common_words_are_neither_numbers_nor_units(tag: str, word: str) -> None:
    assert not roles(tag, word) & {Role.NUMBER, Role.UNIT}


def test_asking_which_languages_are_known_leaves_babel_its_data() -> None:
    code = (
        "from claimcheck.lexicon.cldr import known_tags\n"
        "from babel.numbers import format_decimal\n"
        "assert 'en-AU' in known_tags()\n"
        "print(format_decimal(1234567.5, locale='en_IN'), format_decimal(1234.5, locale='es_MX'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("12,34,567.5 1,234.5", "")


def test_where_a_comma_parts_off_no_decimals() -> None:
    assert [tag for tag in ("en", "en-IN", "ja", "hi", "he") if not load_language(tag).point_only] == []
    assert [tag for tag in ("und", "xx", "es-MX", "ar", "de", "de-CH", "en-ZA") if load_language(tag).point_only] == []


@pytest.mark.parametrize(
    ("tag", "word", "unit"),
    [
        ("ru", "гектары", "hectare"),
        ("en", "kw-hour", "kilowatt_hour"),
        ("fil", "mga oras", "hour"),
        ("mr", "°से", "degree_Celsius"),
        ("hy", "մ²", "meter ** 2"),
    ],
)
def test_headings_and_symbols_of_cldr_are_names_of_units(tag: str, word: str, unit: str) -> None:
    assert unit in [term.units[0].name for term in load_language(tag).terms[word] if term.role is Role.UNIT]


def test_a_heading_that_is_a_common_word_names_no_unit() -> None:
    assert Role.UNIT not in [term.role for term in load_language("en").terms.get("light", ())]
