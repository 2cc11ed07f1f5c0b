"""What everyday words mean: stems, endings, phrases, proclitics, scripts without spaces; and the files themselves."""

import pytest

from claimcheck.lexicon.glossary import FOLDER, PROCLITICS, load_glossary, meanings, read_glossary, usual_concepts

LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.toml"))


def concepts(text: str, lang: str) -> list[set[str]]:
    return [set(found) for _, found in meanings(text, lang) if found]


@pytest.mark.parametrize(
    ("text", "lang", "concept"),
    [
        ("the firefighters", "en", "firefighter"),
        ("los bomberos", "es", "firefighter"),
        ("Feuerwehrleute", "de", "firefighter"),
        ("пожарные", "ru", "firefighter"),
        ("消防隊員", "ja", "firefighter"),
        ("소방관들이", "ko", "firefighter"),
        ("والشرطة", "ar", "police"),  # "and the police", one word
        ("ובית המשפט", "he", "court"),  # "and the court", a phrase behind a proclitic
        ("l'été", "fr", "summer"),
        ("prime minister", "en", "prime_minister"),
    ],
)
def test_words_of_many_scripts_mean_one_concept(text: str, lang: str, concept: str) -> None:
    assert concept in set().union(*concepts(text, lang))


@pytest.mark.parametrize(("text", "lang"), [("carpets", "en"), ("Carta", "es"), ("xyzzy", "de"), ("police", "xx")])
def test_a_word_that_only_begins_alike_means_nothing(text: str, lang: str) -> None:
    found = set().union(*concepts(text, lang))
    assert "car" not in found
    assert "police" not in found


def test_stems_endings_and_phrases_are_told_apart_by_their_stars() -> None:
    glossary = read_glossary({"proclitics": "ال", "fire": "fire, burn*, *feuer", "chief": "head of state"})
    assert glossary.of_word("fire") == {"fire"}
    assert glossary.of_word("burning") == {"fire"}
    assert glossary.of_word("waldfeuer") == {"fire"}
    assert glossary.of_word("fires") == frozenset()
    assert glossary.phrases_from("head") == ((("of", "state"), "chief"),)
    assert glossary.proclitics == ("ال",)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_knows_the_concepts_of_english_and_no_others(lang: str) -> None:
    known, english = (
        {concept for table in (one.whole, one.beginnings, one.endings) for found in table.values() for concept in found.split()}
        | {concept for phrases in one.phrases.values() for _, concept in phrases}
        for one in (load_glossary(lang), load_glossary("en"))
    )
    assert known <= english
    assert len(known) >= 0.7 * len(english)
    assert PROCLITICS not in known


def test_usual_concepts_are_concepts() -> None:
    english = load_glossary("en")
    assert len(usual_concepts()) > 20
    assert {"year", "say", "people"} <= usual_concepts()
    assert "earthquake" not in usual_concepts()
    assert english.of_word("year") == {"year"}
