"""When a figure holds: clause by clause, in the order of each language, with or without the day of the source."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval

DAY = "2026-03-12"


def claims_of(text: str, lang: str, published: str = DAY) -> list[Claim]:
    report = claimcheck.check([claimcheck.Source(id="a", text=text, lang=lang, published=published)])
    return [claim for claim in report.claims.values() if claim.quantity.kind not in ("date", "time", "duration")]


def told(days: Interval[date] | None) -> str | None:
    """Return a period as "2026-02" where it is a month, else as its first and last month or year."""
    if days is None or days.low is None or days.high is None:
        return None
    low, high = f"{days.low:%Y-%m}", f"{days.high:%Y-%m}"
    if (days.low.month, days.high.month) == (1, 12) and days.low.year == days.high.year:
        return str(days.low.year)
    return low if low == high else f"{low}..{high}"


def periods(text: str, lang: str, published: str = DAY) -> list[str | None]:
    return [told(claim.period) for claim in claims_of(text, lang, published)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Inflation rose to 3.1 % in February, up from 2.8 % in January.", "en"),
        ("It went from 2.8 % in January to 3.1 % in February.", "en"),
        ("In February joblessness was 3.1 percent; January's 2.8 percent was lower.", "en"),
        ("Die Quote stieg im Februar auf 3,1 Prozent, nach 2,8 Prozent im Januar.", "de"),
        ("Le taux a atteint 3,1 % en février, contre 2,8 % en janvier.", "fr"),
        ("La tasa subió al 3,1 % en febrero, frente al 2,8 % de enero.", "es"),
        ("Il tasso è salito al 3,1% a febbraio dal 2,8% di gennaio.", "it"),
        ("A taxa subiu para 3,1% em fevereiro, face a 2,8% em janeiro.", "pt"),
        ("De inflatie kwam in februari uit op 3,1 procent, tegen 2,8 procent een maand eerder.", "nl"),
        ("Inflacja wyniosła w lutym 3,1 proc. wobec 2,8 proc. w styczniu.", "pl"),
        ("Инфляция в феврале составила 3,1% против 2,8% в январе.", "ru"),
        ("Інфляція в лютому становила 3,1% проти 2,8% у січні.", "uk"),
        ("Enflasyon şubatta yüzde 3,1 oldu, ocakta yüzde 2,8'di.", "tr"),
        ("ارتفع معدل التضخم إلى 3.1% في فبراير مقابل 2.8% في يناير.", "ar"),
        ("2月の物価上昇率は3.1%で、1月の2.8%を上回った。", "ja"),
        ("2月通胀率为3.1%，高于1月的2.8%。", "zh"),
        ("2월 물가상승률은 3.1%로 1월의 2.8%보다 높았다.", "ko"),
    ],
)
def test_each_figure_has_the_month_of_its_own_clause(text: str, lang: str) -> None:
    assert sorted(periods(text, lang), key=str) == ["2026-01", "2026-02"]
    by_value = {str(claim.quantity.stated.low): told(claim.period) for claim in claims_of(text, lang)}
    assert by_value == {"3.1": "2026-02", "2.8": "2026-01"}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Output was 6.2 tonnes in the third quarter, compared with 5.9 tonnes a year earlier.", "en"),
        ("El paro fue del 6,2 % en el tercer trimestre, frente al 5,9 % del mismo trimestre del año anterior.", "es"),
        ("Die Quote lag im dritten Quartal bei 6,2 Prozent, nach 5,9 Prozent im Vorjahresquartal.", "de"),
        ("Au troisième trimestre, le taux était de 6,2 %, contre 5,9 % un an plus tôt.", "fr"),
        ("第3四半期の失業率は6.2%で、前年同期の5.9%を上回った。", "ja"),
        ("第三季度失业率为6.2%，去年同期为5.9%。", "zh"),
        ("3분기 실업률은 6.2%였고 지난해 같은 기간은 5.9%였다.", "ko"),
        ("بلغ معدل البطالة 6.2% في الربع الثالث، مقابل 5.9% قبل عام.", "ar"),
        ("Üçüncü çeyrekte işsizlik yüzde 6,2 oldu; geçen yılın aynı döneminde yüzde 5,9'du.", "tr"),
    ],
)
def test_a_year_earlier_is_that_of_the_figure_beside(text: str, lang: str) -> None:
    assert periods(text, lang) == ["2025-07..2025-09", "2024-07..2024-09"]


def test_a_year_earlier_reaches_back_to_the_sentence_before() -> None:
    assert periods("In February 214 people died. A year earlier 180 people had died.", "en") == ["2026-02", "2025-02"]


@pytest.mark.parametrize(
    ("text", "lang", "period"),
    [
        ("They sold 27 million last year.", "en", "2025"),
        ("Vendieron 27 millones el año pasado.", "es", "2025"),
        ("去年售出27万辆。", "zh", "2025"),
        ("昨年の輸出は12億ドルだった。", "ja", "2025"),
        ("In diesem Jahr starben 27 Menschen.", "de", "2026"),
        ("Le mois dernier, 27 personnes sont mortes.", "fr", "2026-02"),
        ("In October 270 people died.", "en", "2025-10"),
        ("They expect to sell 27 cars in October.", "en", "2026-10"),
    ],
)
def test_what_words_point_at_is_told_from_the_day_of_the_source(text: str, lang: str, period: str) -> None:
    assert periods(text, lang) == [period]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Exports rose 3 % compared with January.", "en"),
        ("Exports were 3 % higher than in January.", "en"),
        ("Gegenüber Januar sind es 3 Prozent mehr.", "de"),
        ("La producción fue un 3 % mayor que en enero.", "es"),
        ("The ministry announced in February that 12,000 homes were empty.", "en"),
        ("They may sell 27 cars and march 12 km.", "en"),
        ("On Tuesday 27 people died.", "en"),
    ],
)
def test_what_a_figure_is_held_against_or_when_it_was_told_is_not_its_period(text: str, lang: str) -> None:
    assert set(periods(text, lang)) == {None}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The toll rose from 12 to 31 by Tuesday evening.", "en"),
        ("Stand Dienstag starben 31 Menschen.", "de"),
        ("As of Tuesday, 31 people had died.", "en"),
        ("Итого погибли 31 человек по состоянию на вторник.", "ru"),
    ],
)
def test_a_weekday_of_counting_is_the_last_one_before_the_source(text: str, lang: str) -> None:
    claim = claims_of(text, lang)[-1]
    assert claim.as_of == Interval(date(2026, 3, 10), date(2026, 3, 10))
    assert claim.period is None


def test_a_weekday_says_nothing_where_the_source_has_no_day() -> None:
    assert [claim.as_of for claim in claims_of("As of Tuesday, 31 people had died.", "en", "")] == [None]


def test_undated_sources_keep_months_apart_and_find_the_year_of_a_dated_one() -> None:
    text = "Inflation rose to 3.1 % in February, up from 2.8 % in January."
    assert periods(text, "en", "") == ["4-02", "4-01"]
    sources = [
        claimcheck.Source(id="a", text=text, lang="en"),
        claimcheck.Source(id="b", text="Inflation in February was 3.1 %.", lang="en", published=DAY),
    ]
    claims = claimcheck.check(sources).claims.values()
    assert {told(claim.period) for claim in claims} == {"2026-02", "2026-01"}


@pytest.mark.parametrize("published", ["", DAY])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "Inflation in Norvania was 3.1 % in February."), ("fr", "L'inflation en Norvanie était de 2,8 % en janvier.")),
        (("de", "Die Inflation in Norvania lag im Februar bei 3,1 Prozent."), ("ja", "ノルバニアの1月の物価上昇率は2.8%だった。")),
        (
            ("en", "Norvania's jobless rate was 6.2 % in the third quarter."),
            ("en", "Norvania's jobless rate was 5.9 % in the second quarter."),
        ),
        (("en", "Norvia earned 312 million euros last year."), ("nl", "Norvia boekte dit jaar een winst van 268 miljoen euro.")),
    ],
)
def test_two_periods_never_contradict_each_other(one: tuple[str, str], other: tuple[str, str], published: str) -> None:
    sources = [
        claimcheck.Source(id=str(place), text=text, lang=lang, published=published) for place, (lang, text) in enumerate((one, other))
    ]
    assert [verdict.kind.value for verdict in claimcheck.check(sources).verdicts] == []


@pytest.mark.parametrize(
    ("text", "lang", "days"),
    [
        ("The toll stood at 31 on Tuesday, up from 17 the day before.", "en", [10, 9]),
        ("As of Sunday, 214 people had died; on Friday the toll was 180.", "en", [8, 6]),
        ("Am Dienstag waren 31 Menschen tot, am Vortag waren es 17 gewesen.", "de", [10, 9]),
        ("Le mardi, 31 personnes étaient mortes, contre 17 la veille.", "fr", [10, 9]),
    ],
)
def test_figures_of_two_days_are_as_of_their_days(text: str, lang: str, days: list[int]) -> None:
    assert [claim.as_of and claim.as_of.low for claim in claims_of(text, lang)] == [date(2026, 3, day) for day in days]


@pytest.mark.parametrize(
    ("text", "lang", "modality"),
    [
        ("Output could reach 40,000 tonnes.", "en", "planned"),
        ("La producción podría alcanzar las 40.000 toneladas.", "es", "planned"),
        ("产量可能达到4万吨。", "zh", "planned"),
        ("قد يصل الإنتاج إلى 40 ألف طن.", "ar", "planned"),
        ("Производство может достичь 40 тысяч тонн.", "ru", "planned"),
        ("Üretim 40 bin tona ulaşabilir.", "tr", "planned"),
        ("Output reached 40,000 tonnes.", "en", "actual"),
        ("Производство достигло 40 тысяч тонн.", "ru", "actual"),
    ],
)
def test_what_may_be_is_no_fact(text: str, lang: str, modality: str) -> None:
    assert [claim.modality.value for claim in claims_of(text, lang)] == [modality]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("It was the worst accident since 1987, when 41 people died at Marl.", "en"),
        ("Es war das schwerste Unglück seit 1987, als in Marl 41 Menschen starben.", "de"),
        ("C'est le pire accident depuis 1987, quand 41 personnes avaient péri.", "fr"),
        ("Es el peor accidente desde 1987, cuando murieron 41 personas.", "es"),
        ("È il peggior incidente dal 1987, quando morirono 41 persone.", "it"),
        ("É o pior acidente desde 1987, quando morreram 41 pessoas.", "pt"),
        ("Het is het ergste ongeluk sinds 1987, toen 41 mensen omkwamen.", "nl"),
        ("To najgorszy wypadek od 1987 r., kiedy zginęło 41 osób.", "pl"),
        ("Je to nejhorší nehoda od roku 1987, kdy zemřelo 41 lidí.", "cs"),
        ("Это самая тяжёлая авария с 1987 года, когда погиб 41 человек.", "ru"),
    ],
)
def test_what_happened_when_is_of_that_time_alone(text: str, lang: str) -> None:
    assert periods(text, lang) == ["1987"]


def test_what_has_gone_on_since_a_time_is_still_open() -> None:
    (claim,) = claims_of("Since 1987, 41 people have died at the crossing.", "en")
    assert claim.period is not None
    assert (claim.period.low, claim.period.high) == (date(1987, 1, 1), None)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Inflation should reach 2.4% this year and 2.1% next year.", "en"),
        ("La inflación será del 2,4 % este año y del 2,1 % el próximo año.", "es"),
        ("L'inflation serait de 2,4 % cette année et de 2,1 % l'an prochain.", "fr"),
        ("Die Inflation soll dieses Jahr 2,4 Prozent betragen, nächstes Jahr 2,1 Prozent.", "de"),
        ("L'inflazione sarà del 2,4% quest'anno e del 2,1% l'anno prossimo.", "it"),
        ("A inflação será de 2,4% este ano e de 2,1% no próximo ano.", "pt"),
        ("Dit jaar komt de inflatie uit op 2,4 procent en volgend jaar op 2,1 procent.", "nl"),
        ("Enflasyon bu yıl yüzde 2,4, gelecek yıl yüzde 2,1 olacak.", "tr"),
        ("通胀率今年为2.4%，明年为2.1%。", "zh"),
        ("インフレ率は今年2.4%、来年2.1%の見通し。", "ja"),
        ("물가상승률은 올해 2.4%, 내년 2.1%로 예상된다.", "ko"),
    ],
)
def test_next_year_is_another_year(text: str, lang: str) -> None:
    assert periods(text, lang) == ["2026", "2027"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Am 3. März wurden 5 Verletzte gezählt, am 4. März 9 Verletzte.", "de"),
        ("Dne 3. března bylo zraněno 5 lidí, 4. března 9 lidí.", "cs"),
        ("Den 3. mars ble 5 personer skadd, 4. mars 9 personer.", "nb"),
    ],
)
def test_the_stop_inside_a_date_parts_no_figures(text: str, lang: str) -> None:
    assert [claim.period and claim.period.low for claim in claims_of(text, lang)] == [date(2026, 3, 3), date(2026, 3, 4)]


def test_the_stop_of_an_abbreviation_parts_no_figures() -> None:
    text = "Ceny wzrosną na koniec 2026 r. o 5,6 proc., a na koniec 2027 r. o 3,8 proc."
    assert [claim.period and claim.period.high for claim in claims_of(text, "pl")] == [date(2026, 12, 31), date(2027, 12, 31)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The bank now expects 5.9 % inflation; in January it was 5.6 %.", "en"),
        ("Die Bank erwartet nun 5,9 Prozent Inflation; im Januar waren es noch 5,6 Prozent.", "de"),
        ("De bank verwacht nu 5,9 procent inflatie; in januari was dat nog 5,6 procent.", "nl"),
    ],
)
def test_a_month_just_past_is_held_against_what_is_expected(text: str, lang: str) -> None:
    assert periods(text, lang)[-1] == "2026-01"


@pytest.mark.parametrize(("text", "expected"), [("The 13-foot wall broke in 2021.", None), ("The wall grew 13 feet in 2021.", "2021")])
def test_of_what_kind_a_thing_is_has_no_time(text: str, expected: str | None) -> None:
    assert periods(text, "en") == [expected]
