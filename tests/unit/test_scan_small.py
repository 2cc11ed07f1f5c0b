"""Small number words that are figures by where they stand, and parts with the whole they are of."""

from __future__ import annotations

import pytest

import claimcheck

PARTS = [
    ("en", "Four of its nine barges sank.", 4, 9),
    ("en", "Four out of nine barges sank.", 4, 9),
    ("es", "Cuatro de las nueve barcazas se hundieron.", 4, 9),
    ("fr", "Quatre des neuf péniches ont coulé.", 4, 9),
    ("de", "Vier der neun Kähne sanken.", 4, 9),
    ("de", "Vier von neun Kähnen sanken.", 4, 9),
    ("it", "Quattro delle nove chiatte sono affondate.", 4, 9),
    ("it", "Quattro delle 19 chiatte sono affondate.", 4, 19),
    ("pt", "Quatro das nove barcaças afundaram.", 4, 9),
    ("nl", "Vier van de negen schuiten zonken.", 4, 9),
    ("pl", "Cztery z dziewięciu barek zatonęły.", 4, 9),
    ("cs", "Čtyři z devíti člunů se potopily.", 4, 9),
    ("ru", "Четыре из девяти барж затонули.", 4, 9),
    ("uk", "Чотири із дев'яти барж затонули.", 4, 9),
    ("sv", "Fyra av de nio pråmarna sjönk.", 4, 9),
    ("fi", "Neljä yhdeksästä proomusta upposi.", 4, 9),
    ("ro", "Patru din cele nouă barje s-au scufundat.", 4, 9),
    ("el", "Τέσσερις από τις εννέα φορτηγίδες βυθίστηκαν.", 4, 9),
    ("cs", "Z devíti člunů se potopily čtyři.", 9, 4),
    ("uk", "З дев'яти барж затонули чотири.", 9, 4),
    ("pl", "Z dziewięciu barek zatonęły cztery.", 9, 4),
]


def numbers(lang: str, text: str) -> list[int]:
    """Return the values of the figures of a text."""
    return [int(claim.quantity.stated.low) for claim in claimcheck.extract(text, lang=lang)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("lang", "text", "first", "second"), PARTS)
def test_a_part_and_its_whole_are_two_figures(lang: str, text: str, first: int, second: int) -> None:
    assert numbers(lang, text) == [first, second]


@pytest.mark.parametrize(("lang", "text"), [("en", "Seven of the nine coaches derailed."), ("pl", "Siedem z dziewięciu wagonów wypadło.")])
def test_both_count_the_same_thing(lang: str, text: str) -> None:
    assert len({claim.counted for claim in claimcheck.extract(text, lang=lang)}) == 1


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "Four out of five dentists agree."), ("de", "Vier von fünf Zahnärzten sind dafür."), ("en", "One in nine agreed.")],
)
def test_shares_and_odds_are_one_figure(lang: str, text: str) -> None:
    (claim,) = claimcheck.extract(text, lang=lang)
    assert claim.quantity.kind == "ratio"


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "The toll rose to nine.", 9),
        ("nl", "Dodental stijgt naar negen", 9),
        ("de", "Die Zahl der Toten ist auf acht gestiegen.", 8),
        ("pl", "Do siedmiu wzrosła liczba ofiar.", 7),
        ("en", "The trawler, with a crew of six, sank.", 6),
        ("de", "Ein Team von fünf, das dort war, kam zurück.", 5),
    ],
)
def test_what_a_count_rose_to_and_how_many_a_group_has(lang: str, text: str, value: int) -> None:
    (claim,) = claimcheck.extract(text, lang=lang)
    assert (claim.quantity.stated.low, claim.quantity.stated.high) == (value, value)


def test_words_in_the_cells_of_a_row_are_figures() -> None:
    text = "Pozos | Junio | Octubre\nPozos secos | dos | nueve\nPozos llenos | cinco | seis\n"
    assert numbers("es", text)[-4:] == [2, 9, 5, 6]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "She went up to one of them."),
        ("de", "Sie ging auf eine der Frauen zu."),
        ("en", "It was a matter of two hearts."),
        ("fr", "Il monte à un des étages."),
    ],
)
def test_one_of_them_is_no_figure(lang: str, text: str) -> None:
    assert 1 not in numbers(lang, text)
