"""The names of facts."""

from datetime import date

from making import claim, quantity

from claimcheck.align.labels import labels
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.rule import Concept, Entity, Rulebook

BOOK = Rulebook(
    concepts={"toll": Concept(id="toll", role="attribute", words={}, label="dead"), "core": Concept(id="core", role="qualifier", words={})},
    entities={
        "acme": Entity(id="acme", kind="party", names=("ACME Group", "Acme")),
        "acme_web": Entity(id="acme_web", kind="party", names=("Acme Web",), part_of="acme"),
        "q7": Entity(id="q7", kind="product", names=("Q7",)),
    },
)


def label_of(*members: Claim) -> str:
    (label,) = labels([[one.id for one in members]], {one.id: one for one in members}, BOOK)
    return label


def test_known_parties_go_by_their_first_name_and_products_stand_back() -> None:
    assert label_of(claim("a#1", quantity("3"), attribute="toll", entities=("q7", "acme"))) == "dead (ACME Group)"
    assert label_of(claim("a#1", quantity("3"), attribute="toll", entities=("q7",))) == "dead (Q7)"


def test_a_part_is_named_and_not_its_whole() -> None:
    assert label_of(claim("a#1", quantity("3"), attribute="toll", entities=("acme", "acme_web"))) == "dead (Acme Web)"


def test_an_unknown_name_goes_by_its_longest_form() -> None:
    short = claim("a#1", quantity("3"), attribute="toll", entities=("norvik",))
    assert label_of(short, claim("b#1", quantity("3"), attribute="toll", entities=("norvik ferries",))) == "dead (Norvik Ferries)"


def test_facts_of_one_name_are_told_apart_by_qualifier_or_period() -> None:
    core = claim("a#1", quantity("3"), attribute="toll", qualifiers=("core",))
    bare = claim("a#2", quantity("4"), attribute="toll")
    claims = {one.id: one for one in (core, bare)}
    assert labels([["a#1"], ["a#2"]], claims, BOOK) == ("dead, core", "dead")
    march, year = Interval(date(2031, 3, 1), date(2031, 3, 31)), Interval(date(2030, 1, 1), date(2030, 12, 31))
    dated = {one.id: one for one in (claim("a#1", quantity("3"), period=march), claim("a#2", quantity("4"), period=year))}
    assert labels([["a#1"], ["a#2"]], dated, BOOK) == ("count, 2031-03", "count, 2030")
