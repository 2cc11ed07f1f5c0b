"""What two sentences have in common, wherever their figures stand and in whatever languages."""

from __future__ import annotations

from itertools import combinations

import pytest
from tellings import THREE

from claimcheck.align.around import NOTHING, Around, around, common, common_of_texts, of_words, places_of, rarity
from claimcheck.align.tellings import ONE_SENTENCE, ONE_VERSION
from claimcheck.model.claim import Claim
from claimcheck.model.span import Span
from claimcheck.pipeline import extract

LANGUAGES = sorted(THREE)


@pytest.mark.parametrize(("one", "other"), list(combinations(LANGUAGES, 2)))
def test_a_sentence_and_its_translation_have_far_more_in_common_than_two_strangers(one: str, other: str) -> None:
    shares = {
        (mine, yours): common_of_texts(THREE[one][mine], one, THREE[other][yours], other).sentences
        for mine in range(3)
        for yours in range(3)
    }
    translated = [share for (mine, yours), share in shares.items() if mine == yours]
    strangers = [share for (mine, yours), share in shares.items() if mine != yours]
    assert min(translated) > ONE_SENTENCE
    assert max(strangers) < min(ONE_VERSION, min(translated) / 3)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sentence_has_all_in_common_with_itself_and_little_with_another_of_its_language(lang: str) -> None:
    first, second, third = THREE[lang]
    own = common_of_texts(first, lang, first, lang)
    assert own.sentences == own.words_share == own.near_share == pytest.approx(1.0)
    assert common_of_texts(second, lang, third, lang).sentences < ONE_VERSION


@pytest.mark.parametrize(
    ("one", "other"), [("", ""), ("", "The police found a boat."), ("12 + 30", "58"), ("A cat sleeps.", "Regen fällt.")]
)
def test_texts_without_a_common_word_have_nothing_in_common(one: str, other: str) -> None:
    assert common_of_texts(one, "en", other, "de") == NOTHING


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("en", "police robbery bank city"), ("en", "city bank police robbery")),
        (("de", "Polizei Bank Stadt"), ("de", "Stadt Polizei Bank")),
        (("ru", "полиция банк город"), ("ru", "город полиция банк")),
        (("ar", "الشرطة بنك المدينة"), ("ar", "المدينة الشرطة بنك")),
    ],
)
def test_the_order_of_words_tells_nothing(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    assert common_of_texts(ours[1], ours[0], theirs[1], theirs[0]).sentences == pytest.approx(1.0)
    english = "Police say the bank in the city was robbed."
    one, other = (common_of_texts(english, "en", text, lang).sentences for lang, text in (ours, theirs))
    assert one == pytest.approx(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [(("en", "Kovalenko"), ("de", "Kovalenkos")), (("ru", "Коваленко"), ("uk", "Коваленка")), (("ar", "كوفالينكو"), ("fa", "کوفالنکو"))],
)
def test_a_name_that_no_glossary_has_is_met_across_languages(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert common_of_texts(one[1], one[0], other[1], other[0]).sentences == pytest.approx(1.0)
    assert common_of_texts(one[1], one[0], "Petrosyan", "en") == NOTHING


def test_usual_concepts_tell_less_than_others_and_those_less_than_words() -> None:
    assert rarity("=year") < rarity("=earthquake") < rarity("en:kovale")


def test_places_are_those_of_the_words_in_the_text() -> None:
    text = "Feuer zerstört Fabrik, Feuer zerstört Brücke"
    found = [(text[start:end], terms) for start, end, terms in places_of(text, "de")]
    assert [word.casefold() for word, _ in found] == [word.casefold() for word in text.replace(",", "").split()]
    assert found[0][1] == found[3][1], "a word that returns is met by the same"


def by_word(text: str, lang: str, figure: str, *, others: bool = True) -> Around:
    """Return what stands around a figure of a sentence; without `others`, as if it were the only figure there."""
    claims = extract(text, lang)
    (claim,) = [one for one in claims if one.text.startswith(figure)]

    def beside(own: Claim) -> list[Span]:
        return [one.span for one in claims if one is not own and others]

    return around([claim], beside)


@pytest.mark.parametrize(
    ("lang", "text", "near", "far"),
    [
        ("en", "The fire destroyed 14 bridges and, hours later, as people fled to the harbour, 39 boats.", "bridges", "boats"),
        ("de", "Das Feuer zerstörte 14 Brücken und Stunden später, als Menschen zum Hafen flohen, 39 Boote.", "Brücken", "Boote"),
        ("es", "El incendio destruyó 14 puentes y, horas después, cuando la gente huía al puerto, 39 barcos.", "puentes", "barcos"),
    ],
)
def test_a_word_is_worth_the_more_the_nearer_it_stands_to_the_figure(lang: str, text: str, near: str, far: str) -> None:
    found = by_word(text, lang, "14")
    worth = {term: found.worth[term] for term in found.worth}
    ((_, _, near_terms),) = places_of(near, lang)
    ((_, _, far_terms),) = places_of(far, lang)
    assert max(worth[term] for term in near_terms) > 2 * max(worth[term] for term in far_terms)


def test_what_stands_behind_another_figure_is_worth_half() -> None:
    text = "The fire destroyed 14 bridges and 39 boats in the harbour."
    ((_, _, harbour),) = places_of("harbour", "en")
    crossed, alone = (max(by_word(text, "en", "14", others=others).worth[term] for term in harbour) for others in (True, False))
    assert crossed == pytest.approx(alone / 2)


def test_the_same_words_have_more_in_common_where_they_stand_next_to_both_figures() -> None:
    ours = by_word("The fire destroyed 14 bridges in the night.", "en", "14")
    same = by_word("In the night the fire destroyed 16 bridges.", "en", "16")
    other = by_word(
        "Of the bridges that the fire destroyed in that long and terrible night the museum now shows, in its new hall, 16 pictures.",
        "en",
        "16",
    )
    assert common(ours, same).words_share > common(ours, other).words_share
    assert common(ours, same).near > common(ours, other).near


def test_words_that_many_say_for_one_are_no_more_than_all() -> None:
    many = of_words([(0.1, frozenset({"=fire", f"en:{letter}"})) for letter in "abcdef"])
    one = of_words([(1.0, frozenset({"=fire"}))])
    assert common(many, one).words_share <= 1.0
