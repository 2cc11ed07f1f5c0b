"""Figures that stand for one another in sentences that tell the same, and those that contrasts keep apart however alike these are."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tellings import other_languages, said

from claimcheck.align.evidence import Kinship
from claimcheck.align.grouping import group_claims
from claimcheck.align.groups import Group
from claimcheck.align.profile import affinity, profile
from claimcheck.align.score import Meeting
from claimcheck.align.tellings import are_one_text, twins
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.model.verdict import VerdictKind
from claimcheck.pipeline import Settings, extract, rulebook

BOOK = rulebook(Settings())
TAXONOMY = Taxonomy(BOOK.concepts)
KINSHIP = Kinship(dict(BOOK.entities))

# two sentences a language, alike but for what sets their figures apart
CONTRASTS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "dead and injured": {
        "en": ("The fire in Arden left 58 people dead.", "The fire in Arden left 61 people injured."),
        "es": ("El incendio en Arden dejó 58 muertos.", "El incendio en Arden dejó 61 heridos."),
        "fr": ("L'incendie à Arden a fait 58 morts.", "L'incendie à Arden a fait 61 blessés."),
        "de": ("Bei dem Brand in Arden gab es 58 Tote.", "Bei dem Brand in Arden gab es 61 Verletzte."),
        "it": ("L'incendio ad Arden ha causato 58 morti.", "L'incendio ad Arden ha causato 61 feriti."),
        "pt": ("O incêndio em Arden deixou 58 mortos.", "O incêndio em Arden deixou 61 feridos."),
        "nl": ("Bij de brand in Arden vielen 58 doden.", "Bij de brand in Arden vielen 61 gewonden."),
        "pl": ("W pożarze w Arden było 58 zabitych.", "W pożarze w Arden było 61 rannych."),
        "ru": ("При пожаре в Ардене 58 погибших.", "При пожаре в Ардене 61 раненый."),
        "tr": ("Arden'deki yangında 58 kişi öldü.", "Arden'deki yangında 61 kişi yaralandı."),
        "ar": ("أسفر الحريق في أردن عن 58 قتيلا.", "أسفر الحريق في أردن عن 61 جريحا."),
        "zh": ("阿登火灾造成58人死亡。", "阿登火灾造成61人受伤。"),
        "ja": ("アーデンの火災で58人が死亡した。", "アーデンの火災で61人が負傷した。"),
        "hi": ("आर्डेन की आग में 58 लोगों की मौत हुई।", "आर्डेन की आग में 61 लोग घायल हुए।"),
    },
    "revenue and profit": {
        "en": ("Arvik reported a revenue of 58 million euros in 2023.", "Arvik reported a profit of 61 million euros in 2023."),
        "es": ("Arvik obtuvo unos ingresos de 58 millones de euros en 2023.", "Arvik obtuvo un beneficio de 61 millones de euros en 2023."),
        "fr": (
            "Arvik a réalisé un chiffre d'affaires de 58 millions d'euros en 2023.",
            "Arvik a réalisé un bénéfice de 61 millions d'euros en 2023.",
        ),
        "de": ("Arvik meldete für 2023 einen Umsatz von 58 Millionen Euro.", "Arvik meldete für 2023 einen Gewinn von 61 Millionen Euro."),
        "it": (
            "Arvik ha registrato ricavi per 58 milioni di euro nel 2023.",
            "Arvik ha registrato un utile di 61 milioni di euro nel 2023.",
        ),
        "pt": ("A Arvik registou uma receita de 58 milhões de euros em 2023.", "A Arvik registou um lucro de 61 milhões de euros em 2023."),
        "nl": ("Arvik boekte in 2023 een omzet van 58 miljoen euro.", "Arvik boekte in 2023 een winst van 61 miljoen euro."),
        "ru": ("Выручка «Арвик» в 2023 году составила 58 млн евро.", "Прибыль «Арвик» в 2023 году составила 61 млн евро."),
        "ja": ("アルビク社の2023年の売上高は58億円だった。", "アルビク社の2023年の純利益は61億円だった。"),
        "zh": ("阿尔维克公司2023年营收为58亿元。", "阿尔维克公司2023年利润为61亿元。"),
    },
    "a month and a year": {
        "en": ("The museum in Arden has 5,800 visitors per month.", "The museum in Arden has 6,100 visitors per year."),
        "es": ("El museo de Arden recibe 5.800 visitantes al mes.", "El museo de Arden recibe 6.100 visitantes al año."),
        "fr": ("Le musée d'Arden accueille 5 800 visiteurs par mois.", "Le musée d'Arden accueille 6 100 visiteurs par an."),
        "de": ("Das Museum in Arden hat 5.800 Besucher pro Monat.", "Das Museum in Arden hat 6.100 Besucher pro Jahr."),
        "it": ("Il museo di Arden ha 5.800 visitatori al mese.", "Il museo di Arden ha 6.100 visitatori all'anno."),
        "pt": ("O museu de Arden recebe 5.800 visitantes por mês.", "O museu de Arden recebe 6.100 visitantes por ano."),
        "nl": ("Het museum in Arden heeft 5.800 bezoekers per maand.", "Het museum in Arden heeft 6.100 bezoekers per jaar."),
        "ru": ("Музей в Ардене принимает 5800 посетителей в месяц.", "Музей в Ардене принимает 6100 посетителей в год."),
    },
    "two known parties": {
        "en": ("Renault sold 58,000 cars in 2023.", "BMW sold 61,000 cars in 2023."),
        "es": ("Renault vendió 58.000 coches en 2023.", "BMW vendió 61.000 coches en 2023."),
        "fr": ("Renault a vendu 58 000 voitures en 2023.", "BMW a vendu 61 000 voitures en 2023."),
        "de": ("Renault verkaufte 2023 58.000 Autos.", "BMW verkaufte 2023 61.000 Autos."),
        "it": ("Renault ha venduto 58.000 auto nel 2023.", "BMW ha venduto 61.000 auto nel 2023."),
        "pt": ("A Renault vendeu 58.000 carros em 2023.", "A BMW vendeu 61.000 carros em 2023."),
        "nl": ("Renault verkocht in 2023 58.000 auto's.", "BMW verkocht in 2023 61.000 auto's."),
        "ru": ("Renault продал 58 000 автомобилей в 2023 году.", "BMW продал 61 000 автомобилей в 2023 году."),
        "ja": ("ルノーは2023年に5万8000台を販売した。", "BMWは2023年に6万1000台を販売した。"),
    },
    "the world and a country": {
        "en": ("Arvik sold 58,000 bicycles worldwide in 2023.", "Arvik sold 61,000 bicycles in Japan in 2023."),
        "es": ("Arvik vendió 58.000 bicicletas en todo el mundo en 2023.", "Arvik vendió 61.000 bicicletas en Japón en 2023."),
        "fr": ("Arvik a vendu 58 000 vélos dans le monde en 2023.", "Arvik a vendu 61 000 vélos au Japon en 2023."),
        "de": ("Arvik verkaufte 2023 weltweit 58.000 Fahrräder.", "Arvik verkaufte 2023 in Japan 61.000 Fahrräder."),
        "it": (
            "Arvik ha venduto 58.000 biciclette in tutto il mondo nel 2023.",
            "Arvik ha venduto 61.000 biciclette in Giappone nel 2023.",
        ),
        "pt": ("A Arvik vendeu 58.000 bicicletas em todo o mundo em 2023.", "A Arvik vendeu 61.000 bicicletas no Japão em 2023."),
        "nl": ("Arvik verkocht in 2023 wereldwijd 58.000 fietsen.", "Arvik verkocht in 2023 in Japan 61.000 fietsen."),
        "pl": ("Arvik sprzedał w 2023 roku na całym świecie 58 000 rowerów.", "Arvik sprzedał w 2023 roku w Japonii 61 000 rowerów."),
        "ja": ("アルビク社は2023年に世界で5万8000台の自転車を販売した。", "アルビク社は2023年に日本で6万1000台の自転車を販売した。"),
    },
}
PAIRS = [(contrast, one, other) for contrast, by in CONTRASTS.items() for one, other in other_languages(by)]

RICH = "The police arrested 14 smugglers in the harbour of Arden on Tuesday night after a long chase, when a patrol boat stopped a ship full of weapons and cocaine."
RICH_TRANSLATED = {
    "es": "La policía detuvo el martes por la noche a {} contrabandistas en el puerto de Arden tras una larga persecución, cuando una patrullera detuvo un barco lleno de armas y cocaína.",
    "de": "Die Polizei nahm am Dienstagabend im Hafen von Arden nach langer Verfolgung {} Schmuggler fest, als ein Patrouillenboot ein Schiff voller Waffen und Kokain stoppte.",
    "fr": "La police a arrêté mardi soir {} contrebandiers dans le port d'Arden après une longue poursuite, lorsqu'un patrouilleur a arrêté un navire rempli d'armes et de cocaïne.",
    "it": "La polizia ha arrestato martedì notte {} contrabbandieri nel porto di Arden dopo un lungo inseguimento, quando una motovedetta ha fermato una nave piena di armi e cocaina.",
    "pt": "A polícia prendeu na terça-feira à noite {} contrabandistas no porto de Arden após uma longa perseguição, quando um barco-patrulha parou um navio cheio de armas e cocaína.",
    "nl": "De politie arresteerde dinsdagnacht in de haven van Arden na een lange achtervolging {} smokkelaars, toen een patrouilleboot een schip vol wapens en cocaïne tegenhield.",
    "ru": "Полиция во вторник ночью после долгой погони задержала в порту Ардена {} контрабандистов, когда патрульный катер остановил судно с оружием и кокаином.",
    "ja": "警察は火曜日の夜、長い追跡の末にアーデン港で密輸業者{}人を逮捕した。巡視艇が武器とコカインを積んだ船を停止させた。",
    "tr": "Polis, salı gecesi Arden limanında uzun bir kovalamacanın ardından, bir devriye botunun silah ve kokain dolu bir gemiyi durdurmasıyla {} kaçakçıyı tutukladı.",
}
SHORT = "Arden city council has 58 seats."
SHORT_TRANSLATED = {
    "es": "El ayuntamiento de Arden tiene {} escaños.",
    "de": "Der Stadtrat von Arden hat {} Sitze.",
    "fr": "Le conseil municipal d'Arden compte {} sièges.",
    "it": "Il consiglio comunale di Arden ha {} seggi.",
    "pt": "A Câmara de Arden tem {} assentos.",
    "nl": "De gemeenteraad van Arden heeft {} zetels.",
    "pl": "Rada miasta Arden ma {} mandatów.",
}
# one report on a fire and its translations; another report on it
REPORT = {
    "en": "A fire broke out in a factory in Arden. It destroyed 14 houses near the river. The police counted 52 injured workers. "
    "Firefighters came from 9 towns with water and boats. The damage is 31 million euros, the mayor said. A school with 430 children was closed.",
    "es": "Un incendio estalló en una fábrica de Arden. Destruyó 14 casas cerca del río. La policía contó 52 trabajadores heridos. "
    "Los bomberos llegaron de 9 pueblos con agua y barcos. Los daños son de 31 millones de euros, dijo el alcalde. Una escuela con 430 niños fue cerrada.",
    "de": "In einer Fabrik in Arden brach ein Feuer aus. Es zerstörte 14 Häuser am Fluss. Die Polizei zählte 52 verletzte Arbeiter. "
    "Feuerwehrleute kamen aus 9 Städten mit Wasser und Booten. Der Schaden beträgt 31 Millionen Euro, sagte der Bürgermeister. Eine Schule mit 430 Kindern wurde geschlossen.",
    "ru": "На фабрике в Ардене вспыхнул пожар. Он уничтожил 14 домов у реки. Полиция насчитала 52 раненых рабочих. "
    "Пожарные приехали из 9 городов с водой и лодками. Ущерб составил 31 миллион евро, сказал мэр. Школу с 430 детьми закрыли.",
}
RIVAL = {
    "en": "Smoke hung over Arden all day after the blaze at the plant. Owners now fear for 800 jobs. A union leader spoke of 3 earlier alarms this year. "
    "The insurer will pay at most 20 million euros. Trains to the coast ran 45 minutes late.",
    "es": "El humo cubrió Arden todo el día tras el fuego en la planta. Los dueños temen por 800 empleos. Un líder sindical habló de 3 alarmas previas este año. "
    "La aseguradora pagará como máximo 20 millones de euros. Los trenes a la costa llegaron 45 minutos tarde.",
}


def groups_of(text: str, lang: str) -> tuple[Group, ...]:
    return group_claims(extract(text, lang), TAXONOMY)


def meeting_of(one: tuple[str, str], other: tuple[str, str]) -> Meeting:
    ours, theirs = (profile(name, groups_of(text, lang)) for name, (lang, text) in (("a", one), ("b", other)))
    return Meeting(ours, theirs, affinity(ours, theirs), TAXONOMY, KINSHIP)


def first_sentences(text: str, count: int) -> str:
    return ". ".join(text.split(". ")[:count]) + "."


@pytest.mark.parametrize(("contrast", "one", "other"), PAIRS)
def test_contrasts_keep_apart_what_is_otherwise_word_for_word_alike(contrast: str, one: str, other: str) -> None:
    ours, theirs = CONTRASTS[contrast][one][0], CONTRASTS[contrast][other][1]
    assert not said({"a": (one, ours), "b": (other, theirs)})


@pytest.mark.parametrize("contrast", list(CONTRASTS))
def test_without_the_contrast_the_same_sentences_are_one_fact(contrast: str) -> None:
    for lang, (text, _) in CONTRASTS[contrast].items():
        english = CONTRASTS[contrast]["en"][0]
        kinds = {kind for kind, _ in said({"a": ("en", english), "b": (lang, text)})}
        if lang not in ("ja", "zh"):  # the sentence there is of another currency
            assert kinds == {VerdictKind.AGREEMENT}, lang


@pytest.mark.parametrize("lang", list(RICH_TRANSLATED))
def test_a_changed_figure_in_the_translation_of_a_rich_sentence_is_a_contradiction(lang: str) -> None:
    for figure, kind in (("14", VerdictKind.AGREEMENT), ("16", VerdictKind.CONTRADICTION), ("41", VerdictKind.CONTRADICTION)):
        found = said({"a": ("en", RICH), "b": (lang, RICH_TRANSLATED[lang].format(figure))})
        assert {kind for kind, _ in found} == {kind}, figure


@pytest.mark.parametrize("lang", list(SHORT_TRANSLATED))
def test_a_changed_figure_in_a_short_sentence_is_an_update_of_unknown_order(lang: str) -> None:
    for figure, kind in (("58", VerdictKind.AGREEMENT), ("61", VerdictKind.UPDATE)):
        found = said({"a": ("en", SHORT), "b": (lang, SHORT_TRANSLATED[lang].format(figure))})
        assert {kind for kind, _ in found} == {kind}, figure


@pytest.mark.parametrize("lang", ["en", *SHORT_TRANSLATED])
def test_rich_and_short_sentences_of_other_things_are_no_twins(lang: str) -> None:
    short = SHORT if lang == "en" else SHORT_TRANSLATED[lang].format("61")
    assert not list(twins(meeting_of(("en", RICH), (lang, short))))


@pytest.mark.parametrize("lang", list(REPORT))
def test_a_report_and_its_translation_are_one_text(lang: str) -> None:
    for other, text in REPORT.items():
        assert are_one_text(groups_of(REPORT[lang], lang), groups_of(text, other)), other


@pytest.mark.parametrize("lang", list(REPORT))
def test_two_reports_on_one_event_are_not_one_text(lang: str) -> None:
    for other, text in RIVAL.items():
        assert not are_one_text(groups_of(REPORT[lang], lang), groups_of(text, other)), other
        assert not are_one_text(groups_of(text, other), groups_of(REPORT[lang], lang)), other


@pytest.mark.parametrize("lang", list(REPORT))
def test_fewer_than_four_sentences_with_figures_are_no_text(lang: str) -> None:
    short = groups_of(first_sentences(REPORT[lang], 4), lang)
    assert len({place for group in short for place in group.places}) == 3
    assert not are_one_text(short, short)
    assert not are_one_text((), ())


@pytest.mark.parametrize("lang", list(RIVAL))
def test_a_text_and_a_part_of_it_are_not_one_text(lang: str) -> None:
    whole = groups_of(f"{REPORT[lang]} {RIVAL[lang]}", lang)
    assert are_one_text(whole, whole)
    assert not are_one_text(groups_of(REPORT[lang], lang), whole)
    assert not are_one_text(whole, groups_of(RIVAL[lang], lang))


@pytest.mark.parametrize("lang", [lang for lang in REPORT if lang != "en"])
def test_twins_are_the_equal_figures_and_the_one_left_over(lang: str) -> None:
    changed = REPORT[lang].replace("430", "480")
    found = {(twin.a.quantity.stated.low, twin.b.quantity.stated.low) for twin in twins(meeting_of(("en", REPORT["en"]), (lang, changed)))}
    apart = {pair for pair in found if pair[0] != pair[1]}
    assert {(int(str(a)), int(str(b))) for a, b in apart} == {(430, 480)}
    assert {14, 52} <= {int(str(a)) for a, b in found - apart}


@pytest.mark.parametrize("lang", list(REPORT))
def test_twins_are_the_same_from_either_side(lang: str) -> None:
    changed = REPORT[lang].replace("52", "57")
    for other, text in REPORT.items():
        ours, theirs = twins(meeting_of((lang, changed), (other, text))), twins(meeting_of((other, text), (lang, changed)))
        assert {(one.a.quantity, one.b.quantity) for one in ours} == {(one.b.quantity, one.a.quantity) for one in theirs}
