"""What belongs to one figure and not to its neighbours: attributes, nouns, comparisons, names."""

import pytest
from marked import claims_of, concept, words

TURNOUT = concept("turnout", "attribute", {"en": ("turnout",), "de": ("wahlbeteiligung",)}, kinds=("percent",))
DEAD = concept("dead", "attribute", {"en": ("died", "killed"), "pt": ("mort*",)}, kinds=("count",))
FUEL = concept("fuel_bill", "attribute", {"en": ("fuel bill",), "fr": ("carburant",)}, kinds=("money",))
HOUSE = concept("house", "counted", {"en": ("houses",), "pt": ("casas",)})
PERSON = concept("person", "counted", {"en": ("people",), "pt": ("pessoas",)})
PART = concept("part", "qualifier", {"en": ("of them", "among them"), "es": ("de ellos",), "de": ("von ihnen",), "fr": ("dont",)})
EARLIER = concept("earlier_value", "qualifier", {"en": ("previously",)})
VOCABULARY = words(TURNOUT, DEAD, FUEL, HOUSE, PERSON, PART, EARLIER)


def attributes(marked: str, lang: str = "en") -> list[str | None]:
    return [claim.attribute for claim in claims_of(marked, lang, VOCABULARY)]


def test_what_names_another_amount_is_not_shared() -> None:
    assert attributes("{2| people|count} died, and the storm took {58| houses in the old town|count}.") == ["dead", None]
    assert attributes("{2| pessoas|count} mortas, e o fogo levou {58| casas da zona velha|count}.", "pt") == ["dead", None]
    assert attributes("{5 million|money} went to the fuel bill, the strike took another {2 million|money} in June.") == ["fuel_bill", None]


def test_a_number_alone_continues_the_list() -> None:
    assert attributes("{14| people|count} died in Norva, {3|count} in Tarn.") == ["dead", "dead"]


def test_a_clause_with_a_party_of_its_own_takes_nothing_from_the_clause_before() -> None:
    assert attributes("Turnout was {58%|percent} and the party of Quill Roe won that day with {36%|percent}.") == ["turnout", None]
    assert attributes("Turnout was {58%|percent} in May and later that same year it was {36%|percent}.") == ["turnout", "turnout"]


@pytest.mark.parametrize(
    ("marked", "lang"),
    [
        ("They lost {30| boats|count}, {12| of them|count} here.", "en"),
        ("Hubo {30| barcos|count}, {12| de ellos|count} aquí.", "es"),
        ("Es waren {30| Boote|count}, {12| von ihnen|count} hier.", "de"),
        ("They lost {30| boats|count}, {12| in Tarn|count}.", "en"),
    ],
)
def test_pronouns_and_places_are_not_counted(marked: str, lang: str) -> None:
    assert claims_of(marked, lang, VOCABULARY)[1].counted is None


def test_a_part_takes_nothing_over_from_the_sentence_before() -> None:
    claims = claims_of("{30| people|count} died. Of all there {12|count} of them came by sea.", "en", VOCABULARY)
    assert (claims[1].attribute, claims[1].counted, claims[1].qualifiers) == (None, None, ("part",))


@pytest.mark.parametrize(
    ("marked", "lang"),
    [("{44| people|count} died, among them {11|count}.", "en"), ("Morts : {44|count} dont {11|count}.", "fr")],
)
def test_what_a_part_is_of_is_no_part_itself(marked: str, lang: str) -> None:
    died = concept("dead", "attribute", {"en": ("died",), "fr": ("mort*",)}, kinds=("count",))
    claims = claims_of(marked, lang, words(died, PERSON, PART))
    assert [claim.attribute for claim in claims] == ["dead", None]


def test_different_nouns_are_not_held_against_each_other() -> None:
    claims = claims_of("It saw {300| boats|count} from {9| countries|count}.", "en", VOCABULARY)
    assert [claim.qualifiers for claim in claims] == [(), ()]
    claims = claims_of("It grew to {300| boats|count} from {200| boats|count}.", "en", VOCABULARY)
    assert [claim.qualifiers for claim in claims] == [(), ("earlier_value",)]


def test_a_word_that_the_document_also_writes_small_is_no_party() -> None:
    (claim,) = claims_of("At the Solidarity of Quill it was {12|count}; their solidarity is known.", "en", VOCABULARY)
    assert "solidarity" not in claim.entities
    assert "quill" in claims_of("At the yard Quill has {12|count}.", "en", VOCABULARY)[0].entities
