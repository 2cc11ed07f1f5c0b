"""Names that are one in two spellings, cases or scripts: how many are known, and how many others are taken for them."""

import pytest
from name_pairs import OTHERS, SAME

from claimcheck.align.names import are_same
from claimcheck.align.sounds import consonants, unlikeness
from claimcheck.bind.words import bare

LEAST_KNOWN = 0.85
MOST_TAKEN = 0.08


def known(pairs: tuple[tuple[str, str], ...]) -> float:
    """Return the share of pairs that are one name, spelled as binding spells names."""
    spelled = [tuple(" ".join(map(bare, name.split())) for name in pair) for pair in pairs]
    return sum(are_same(a, b) for a, b in spelled) / len(pairs)


def test_names_in_another_script_or_case_are_known() -> None:
    assert known(SAME) >= LEAST_KNOWN


def test_names_much_alike_are_not_taken_for_one() -> None:
    assert known(OTHERS) <= MOST_TAKEN


def test_the_order_of_two_names_is_no_matter() -> None:
    assert all(are_same(a, b) == are_same(b, a) for a, b in (*SAME, *OTHERS))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("veldanie", "veldania", True),
        ("veldanien", "veldanii", True),
        ("велдании", "veldania", True),
        ("lidowej partii", "lidowa partia", True),
        ("brenholmu", "brenholm", True),
        ("veldania", "veldonia", False),
        ("north harbour", "south harbour", False),
        ("people front", "people force", False),
        ("ヴェルナー", "verner", True),
        ("ヴェルナー", "karl verner", True),
        ("ヴェルナー", "karl molnar", False),
    ],
)
def test_names_of_places_and_parties_in_other_cases(one: str, other: str, *, same: bool) -> None:
    assert are_same(one, other) is same


def test_sounds_are_consonants_in_order() -> None:
    assert consonants("philharmonic") == consonants("filharmonik")[:-1] + "c"
    assert unlikeness("trmp", "trmp") == 0
    assert unlikeness("trmp", "krmp") == 1


def test_the_ids_of_known_entities_are_names_too() -> None:
    assert are_same("veld_energy", "велд") is False
    assert are_same("veld_energy", "veld energy") is True


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("mount quellin", "gunung quellin", True),
        ("monte quellin", "mount quellin", True),
        ("гора куэллин", "mount kuellin", True),
        ("bank of veldania", "banco de veldania", True),
        ("bank of veldania", "veldanias bank", True),
        ("quellin grande", "grande quellin", True),
        ("port quellin", "lake quellin", False),
        ("mount quellin", "mount orrock", False),
        ("group a", "group b", False),
        ("national bank", "central bank", False),
    ],
)
def test_names_that_differ_in_the_word_for_their_kind_are_one(one: str, other: str, *, same: bool) -> None:
    assert are_same(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("karpovya", "carpovia", True),
        ("veldanja", "weldania", True),
        ("weldanii", "veldania", True),
        ("brenner", "brunner", False),
        ("montalvo", "montalvar", False),
        ("hansen", "jansen", False),
        ("corin", "sorin", False),
    ],
)
def test_languages_of_one_alphabet_spell_a_name_in_their_way(one: str, other: str, *, same: bool) -> None:
    assert are_same(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("tarmenci", "tarmenec", True),  # a vowel that goes before an ending
        ("orlotce", "orlotec", True),
        ("halvorkem", "halvorek", True),
        ("tarnbyssa", "tarnby", True),  # Finnish
        ("orlevissa", "orlev", True),
        ("brenholmilta", "brenholm", True),
        ("orlevben", "orlev", True),  # Hungarian
        ("orlevnek", "orlev", True),
        ("orlevden", "orlev", True),  # Turkish
        ("karvonyada", "karvonya", True),
        ("brelesko", "brelesku", True),  # Polish and Czech
        ("melkovice", "melkovicich", True),
        ("μελκοβου", "μελκοβος", True),  # Greek
        ("belo montalvo", "μπελο μονταλβο", True),
        ("vale queimado", "βαλε κειμαντο", True),
        ("orlevina", "orlev", False),
        ("karven", "karvonia", False),
        ("niger", "nigeria", False),
        ("tarmenec", "tarnovka", False),
        ("lago queimado", "βαλε μονταλβο", False),
    ],
)
def test_names_in_a_case_are_those_names(one: str, other: str, *, same: bool) -> None:
    assert are_same(*(" ".join(map(bare, name.split())) for name in (one, other))) is same
