"""Two articles are judged alike whichever comes first, and a sentence that shares nothing changes nothing of the others."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.model.source import Source
from claimcheck.read.paths import read_paths

STORIES = [
    Path(__file__).parents[1] / "acceptance" / "stories" / name / "sources"
    for name in (
        "bankrun-almenara",
        "election-tavaria",
        "heist-lindhamn",
        "merger-brennholt",
        "planet-tok-714",
        "quake-two-provinces",
        "volcano-renjana",
    )
]
FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)

Place = tuple[str, str, int]
Told = tuple[str, str, frozenset[Place], float]

# one event in three languages, sentence by sentence; then sentences of other things, with figures of their own
EVENT = {
    "en": (
        "A fire in the port of Arden killed 52 people on Monday.",
        "The police counted 120 injured.",
        "The mayor spoke of 14 destroyed houses.",
        "The damage is 31 million euros.",
    ),
    "es": (
        "El incendio en el puerto de Arden causó 57 muertos el lunes, según las autoridades.",
        "Los hospitales atendieron a 120 heridos.",
        "Las llamas destruyeron 14 casas.",
        "Las aseguradoras cifran los daños en 45 millones de euros.",
    ),
    "de": (
        "Bei dem Brand im Hafen von Arden starben am Montag 52 Menschen.",
        "Nach Angaben der Klinik wurden 121 Menschen verletzt.",
        "Außerdem brannten 14 Häuser ab.",
        "Der Schaden beträgt 31 Millionen Euro.",
    ),
}
STRANGERS = {
    "en": ("A violin by an unknown master weighs 430 grams.", "The oldest oak of Borsel is 17 metres tall."),
    "es": ("Un violín de maestro desconocido pesa 430 gramos.", "El roble más viejo de Borsel mide 17 metros."),
    "de": ("Eine Geige eines unbekannten Meisters wiegt 430 Gramm.", "Die älteste Eiche von Borsel ist 17 Meter hoch."),
}


def told(first: Source, second: Source) -> frozenset[Told]:
    """Return what is said of two articles: kind, rung, both figures by their article and place, and how sure it is."""
    report = claimcheck.check([first, second])
    place = {first.id: first.text, second.id: second.text}
    return frozenset(
        (
            one.kind,
            one.rung,
            frozenset((place[claim.document], claim.text, claim.span.start) for claim in (report.claims[one.a], report.claims[one.b])),
            round(one.confidence, 2),
        )
        for one in report.verdicts
    )


@lru_cache
def sources_of(story: Path) -> tuple[Source, ...]:
    return tuple(document.source for document in read_paths([story])[0])


def source(name: str, lang: str, *sentences: str) -> Source:
    return Source(id=name, lang=lang, text=" ".join(sentences))


@FEW
@given(st.sampled_from(STORIES), st.data())
def test_two_articles_and_their_mirror_image_get_the_same_verdicts(story: Path, data: st.DataObject) -> None:
    one, other = data.draw(st.sampled_from(list(permutations(sources_of(story), 2))))
    straight = told(replace(one, id="a"), replace(other, id="b"))
    assert straight == told(replace(one, id="b"), replace(other, id="a"))


@pytest.mark.parametrize(("one", "other"), list(permutations(EVENT, 2)))
def test_short_reports_and_their_mirror_image_get_the_same_verdicts(one: str, other: str) -> None:
    straight = told(source("a", one, *EVENT[one]), source("b", other, *EVENT[other]))
    assert straight
    assert straight == told(source("b", one, *EVENT[one]), source("a", other, *EVENT[other]))


def kinds(first: Source, second: Source) -> set[tuple[str, frozenset[str]]]:
    report = claimcheck.check([first, second])
    return {(one.kind, frozenset((report.claims[one.a].text, report.claims[one.b].text))) for one in report.verdicts}


@pytest.mark.parametrize(("one", "other"), list(permutations(EVENT, 2)))
def test_a_sentence_that_shares_nothing_changes_no_verdict(one: str, other: str) -> None:
    theirs = source("b", other, *EVENT[other])
    plain = kinds(source("a", one, *EVENT[one]), theirs)
    assert plain
    for stranger in STRANGERS[one]:
        assert kinds(source("a", one, *EVENT[one], stranger), theirs) == plain
