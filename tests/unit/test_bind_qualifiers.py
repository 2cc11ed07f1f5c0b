"""What narrows a figure: stages that exclude one another, phrases that hold a figure of their own."""

import pytest
from marked import claims_of, concept, words

from claimcheck.model.rule import Concept

FIRST = Concept(id="first_court", role="qualifier", words={"en": ("district court",), "de": ("landgericht",)}, stage=1)
APPEAL = Concept(id="appeal_court", role="qualifier", words={"en": ("on appeal",), "de": ("berufungsgericht",)}, stage=2)
NINE = concept("nine_months", "qualifier", {"fr": ("neuf premiers mois",)}, kinds=("money",))
VOCABULARY = words(FIRST, APPEAL, NINE)


@pytest.mark.parametrize(
    ("marked", "lang"),
    [
        ("The district court said {24|count}, on appeal it was {19|count}.", "en"),
        ("Das Landgericht nannte {24|count}, das Berufungsgericht {19|count}.", "de"),
    ],
)
def test_each_figure_has_the_stage_next_to_it(marked: str, lang: str) -> None:
    assert [claim.qualifiers for claim in claims_of(marked, lang, VOCABULARY)] == [("first_court",), ("appeal_court",)]


def test_a_phrase_with_a_figure_of_its_own_is_of_the_figure_beside_it() -> None:
    claims = claims_of("Il gagne {521 millions|money} sur les {neuf| premiers|count} mois.", "fr", VOCABULARY)
    assert claims[0].qualifiers == ("nine_months",)
    claims = claims_of("Il gagne {521 millions|money}, puis {3 millions|money} sur les {neuf| premiers|count} mois.", "fr", VOCABULARY)
    assert [claim.qualifiers for claim in claims[:2]] == [(), ("nine_months",)]
