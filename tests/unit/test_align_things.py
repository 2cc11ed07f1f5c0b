"""What is counted: words of several meanings stand for each of them, kinds of one thing may be one, and other things are not mixed."""

from __future__ import annotations

import pytest
from tellings import said

import claimcheck
from claimcheck.model.rule import Concept
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.model.verdict import VerdictKind

DAY = "2024-05-04"


def counted(text: str, lang: str) -> tuple[str | None, ...]:
    return tuple(claim.counted for claim in claimcheck.extract(text, lang=lang) if claim.quantity.kind in ("count", "number"))


def test_things_told_alike_are_kin_whatever_they_contrast_with() -> None:
    taxonomy = Taxonomy(
        {
            "post": Concept(id="post", role="counted", words={}, contrast=("human",), alike=("human",)),
            "human": Concept(id="human", role="counted", words={}),
            "child": Concept(id="child", role="counted", words={}, is_a=("human",)),
            "patient": Concept(id="patient", role="counted", words={}, is_a=("human",)),
            "adult": Concept(id="adult", role="counted", words={}, is_a=("human",), contrast=("child",)),
        }
    )
    assert taxonomy.are_kin("post", "human")
    assert taxonomy.are_kin("human", "post")
    assert not taxonomy.contrast("post", "human")
    assert not taxonomy.includes("human", "post")
    assert not taxonomy.are_kin("post", "child")
    assert taxonomy.are_siblings("child", "patient")
    assert not taxonomy.are_siblings("child", "adult")
    assert not taxonomy.are_siblings("post", "child")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "The firm Brenholt cuts 2,640 jobs."), ("zh", "布伦霍尔特(Brenholt)公司裁员2640人。")),
        (
            ("en", "All nine coaches of the train from Orlev derailed near Tarnby."),
            ("de", "Alle neun Wagen des Zuges aus Orlev entgleisten bei Tarnby."),
        ),
        (("es", "El nuevo avión de Orvela tiene 174 asientos."), ("fr", "Le nouvel avion d'Orvela compte 174 sièges.")),
        (
            ("en", "In Tarnby 48,600 homes were without power after the storm."),
            ("fr", "À Tarnby, 48 600 foyers étaient sans électricité après la tempête."),
        ),
        (("en", "Orvela ordered 164 aircraft."), ("fr", "Orvela a commandé 164 appareils.")),
        (
            ("en", "In the parliament of Karvonia 187 deputies voted for the law."),
            ("es", "En el parlamento de Karvonia la ley tuvo 187 votos a favor."),
        ),
    ],
)
def test_a_word_of_several_meanings_stands_for_each(one: tuple[str, str], other: tuple[str, str]) -> None:
    found = said({"a": one, "b": other}, DAY)
    assert VerdictKind.AGREEMENT in {kind for kind, _ in found}
    assert VerdictKind.CONTRADICTION not in {kind for kind, _ in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "The port of Orlev holds 41 ships."), ("en", "The port of Orlev holds 43 containers.")),
        (("de", "In Tarnby stehen 41 Schulen."), ("fr", "À Tarnby, il y a 43 hôpitaux.")),
        (("es", "En Orlev había 41 barcos."), ("it", "A Orlev c'erano 43 aerei.")),
    ],
)
def test_other_things_are_not_held_against_each_other(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not said({"a": one, "b": other}, DAY)


@pytest.mark.parametrize(
    ("lang", "text", "nouns"),
    [
        ("en", "Of the country's 52 hospitals, 38 were closed.", ("hospital",)),
        ("de", "1.240 Anrainerinnen mussten ihre Häuser verlassen.", ("anrainerinnen",)),
        ("nl", "Ongeveer 8,2 miljoen Karvoniërs mochten hun stem uitbrengen.", ("karvoniërs",)),
        ("nl", "Daar stonden 12 Spaanse bedrijven.", ("company",)),
        ("en", "They bought 30 Airbus jets.", ("aircraft",)),
        ("es", "La coalición suma 84 de los 150 escaños.", ("seat", "seat")),
        ("en", "The law was backed by 84 of the 150 deputies.", ("deputy", "deputy")),
        ("zh", "另有17艘货轮改道。", ("ship",)),
        ("zh", "港外有17艘。", ("ship",)),
        ("ko", "선박 17척이 대기했다.", ("ship",)),
        ("cs", "Zranění skončili v šesti nemocnicích.", ("hospital",)),
        ("uk", "Постраждалих розвезли по шести лікарнях.", ("hospital",)),
        ("pl", "W akcji brały udział cztery samoloty.", ("aircraft",)),
        ("en", "The office expects 5.4 million people, the United Nations 5.9 million.", ("person", "person")),
    ],
)
def test_the_noun_at_the_number_is_what_is_counted(lang: str, text: str, nouns: tuple[str, ...]) -> None:
    found = counted(text, lang)
    assert found[: len(nouns)] == nouns


def test_whose_something_is_is_not_what_is_counted() -> None:
    assert "country" not in counted("Thirty-eight of the country's 52 hospitals were hit.", "en")
