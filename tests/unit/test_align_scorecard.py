"""The traits of a pair among all others, and what the scorecard makes of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from pathlib import Path

import pytest

from claimcheck.align.evidence import Kinship
from claimcheck.align.grouping import group_claims
from claimcheck.align.matching import match, scored_pairs
from claimcheck.align.profile import affinity, profile
from claimcheck.align.score import Meeting, Scored
from claimcheck.align.scorecard import DIFFERENT, EQUAL, LEAST_NAMED, OTHERWISE, TOLD, Steps, card, look_again
from claimcheck.align.traits import WORTH_A_LOOK, Traits, traits_of
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.pipeline import Settings, extract, rulebook

BOOK = rulebook(Settings())
TAXONOMY = Taxonomy(BOOK.concepts)
KINSHIP = Kinship(dict(BOOK.entities))

OURS = (
    "A fire in the port of Arden killed 52 people on Monday. The police counted 120 injured. "
    "The mayor spoke of 14 houses that were destroyed. The damage is 31 million euros. About 40% of the boats are lost."
)
THEIRS: Mapping[str, str] = {
    "en": "The blaze at Arden harbour cost 57 lives, officials said. 120 people were injured. Some 900 residents fled. "
    "Insurers put the damage at 45 million euros. The last big fire was 3 years ago.",
    "es": "El incendio en el puerto de Arden causó 57 muertos, según las autoridades. Hubo 120 heridos. Unos 900 vecinos huyeron. "
    "Las aseguradoras cifran los daños en 45 millones de euros. El último gran incendio fue hace 3 años.",
    "de": "Der Brand im Hafen von Arden tötete 57 Menschen, teilten die Behörden mit. 120 Menschen wurden verletzt. Rund 900 Bewohner flohen. "
    "Versicherer beziffern den Schaden auf 45 Millionen Euro. Der letzte große Brand war vor 3 Jahren.",
    "ru": "При пожаре в порту Ардена погибли 57 человек, сообщили власти. 120 человек ранены. Около 900 жителей бежали. "
    "Страховщики оценивают ущерб в 45 миллионов евро. Последний крупный пожар был 3 года назад.",
}


def meeting_of(one: tuple[str, str], other: tuple[str, str]) -> Meeting:
    ours, theirs = (profile(name, group_claims(extract(text, lang), TAXONOMY)) for name, (lang, text) in (("a", one), ("b", other)))
    return Meeting(ours, theirs, affinity(ours, theirs), TAXONOMY, KINSHIP)


def card_of(pair: Scored) -> tuple[float, Mapping[str, Steps]]:
    return card(EQUAL if pair.is_equal else DIFFERENT)


def looked_at(lang: str, *, mirrored: bool = False) -> list[tuple[Scored, Traits]]:
    sides = [("en", OURS), (lang, THEIRS[lang])]
    meeting = meeting_of(*(sides[::-1] if mirrored else sides))
    return list(traits_of(scored_pairs(meeting), meeting))


@pytest.mark.parametrize("lang", list(THEIRS))
def test_the_card_names_the_traits_that_pairs_have_and_no_other(lang: str) -> None:
    found = looked_at(lang)
    assert {pair.is_equal for pair, _ in found} == {True, False}
    for pair, traits in found:
        assert traits.keys() == card_of(pair)[1].keys()


@pytest.mark.parametrize("path", [EQUAL, DIFFERENT])
def test_bounds_ascend_and_weights_are_one_more(path: Path) -> None:
    _, steps = card(path)
    for name, (bounds, weights) in steps.items():
        assert list(bounds) == sorted(set(bounds)), name
        assert len(weights) == len(bounds) + 1, name


def test_every_reason_that_is_told_is_one_of_the_card() -> None:
    assert TOLD.keys() <= card(EQUAL)[1].keys()
    assert card(EQUAL)[1].keys() == card(DIFFERENT)[1].keys()
    assert len(set(TOLD.values())) == len(TOLD)


@pytest.mark.parametrize("lang", list(THEIRS))
def test_a_second_look_gives_the_log_odds_of_the_card(lang: str) -> None:
    for pair, traits in looked_at(lang):
        bias, steps = card_of(pair)
        total = bias + sum(weights[bisect_right(bounds, traits[name])] for name, (bounds, weights) in steps.items())
        assert look_again(pair, traits).score == pytest.approx(total)


@pytest.mark.parametrize("lang", list(THEIRS))
def test_a_second_look_keeps_the_evidence_and_names_its_own_reasons_the_weightiest_first(lang: str) -> None:
    for pair, traits in looked_at(lang):
        again = look_again(pair, traits)
        assert again.first_score == pair.score
        assert again.weights[: len(pair.weights)] == pair.weights
        *named, (last, _) = again.weights[len(pair.weights) :]
        assert last == OTHERWISE
        assert {reason for reason, _ in named} <= set(TOLD.values())
        sizes = [abs(weight) for _, weight in named]
        assert sizes == sorted(sizes, reverse=True)
        assert min(sizes, default=LEAST_NAMED) >= LEAST_NAMED


@pytest.mark.parametrize("lang", list(THEIRS))
def test_equal_figures_and_those_that_may_be_of_one_fact_have_traits(lang: str) -> None:
    meeting = meeting_of(("en", OURS), (lang, THEIRS[lang]))
    every = scored_pairs(meeting)
    assert [pair for pair, _ in traits_of(every, meeting)] == [pair for pair in every if pair.is_equal or pair.score > WORTH_A_LOOK]


@pytest.mark.parametrize("lang", list(THEIRS))
def test_traits_are_the_same_from_either_side(lang: str) -> None:
    straight = {(pair.a.quantity, pair.b.quantity): traits for pair, traits in looked_at(lang)}
    mirrored = {(pair.b.quantity, pair.a.quantity): traits for pair, traits in looked_at(lang, mirrored=True)}
    assert straight.keys() == mirrored.keys()
    for key, traits in straight.items():
        assert mirrored[key] == pytest.approx(traits)


@pytest.mark.parametrize("lang", list(THEIRS))
def test_a_figure_that_has_met_its_equal_is_told_so(lang: str) -> None:
    for pair, traits in looked_at(lang):
        expected = sum(1 for own in (pair.a, pair.b) if str(own.quantity.stated.low) == "120")
        if not pair.is_equal and pair.a.quantity.kind == pair.b.quantity.kind == "count":
            assert traits["equal_elsewhere"] == expected


@pytest.mark.parametrize("lang", list(THEIRS))
def test_what_the_numbers_are_is_told(lang: str) -> None:
    found = {(str(pair.a.first.text), int(pair.b.quantity.stated.low)): traits for pair, traits in looked_at(lang)}  # type: ignore[arg-type]
    deaths = next(traits for (ours, theirs), traits in found.items() if ours.startswith("52") and theirs == 57)
    fled = next((traits for (ours, theirs), traits in found.items() if ours.startswith("52") and theirs == 900), None)
    assert deaths["is_count"] == 1.0
    assert deaths["is_money"] == 0.0
    assert deaths["apart"] == 1.0
    assert deaths["one_language"] == float(lang == "en")
    assert fled is None or fled["log_ratio"] > deaths["log_ratio"]


@pytest.mark.parametrize("lang", list(THEIRS))
def test_versions_of_one_text_are_not_looked_at_again(lang: str) -> None:
    texts = {"en": "The fire left 58 people dead in Arden.", lang: THEIRS[lang].split(".")[0].replace("57", "61") + "."}
    accepted = match(meeting_of(("en", texts["en"]), (lang, texts[lang])))
    assert all(pair.first_score is None for pair in accepted)


def accepted_of(ours: str, theirs: str) -> list[tuple[str, str]]:
    """Return the figures of two articles that are held to be one fact."""
    return [(pair.a.first.text, pair.b.first.text) for pair in match(meeting_of(("en", ours), ("de", theirs)))]


ACCIDENT = "A train left the rails near Arden on Monday and killed 52 people. The police counted 120 injured. "
UNFALL = "Bei Arden ist am Montag ein Zug entgleist, 52 Menschen starben. Die Polizei zählte 120 Verletzte. "


def test_equal_figures_of_which_a_word_says_two_things_are_one_fact() -> None:
    assert ("17 carriages", "17 Fahrzeuge") in accepted_of(
        ACCIDENT + "All 17 carriages were damaged.", UNFALL + "Alle 17 Fahrzeuge wurden beschädigt."
    )


def roundness_of(ours: str, theirs: str) -> list[float]:
    meeting = meeting_of(("en", ours), ("de", theirs))
    return [traits["roundness"] for pair, traits in traits_of(scored_pairs(meeting), meeting) if pair.a.quantity.kind == "percent"]


def test_how_far_rates_agree_by_rounding_alone_is_told() -> None:
    ours = "Inflation in Arden slowed to 3.8% in May, the statistics office said."
    assert roundness_of(ours, "Die Inflation in Arden sank im Mai auf 3,8 Prozent.") == [0.0]
    assert roundness_of(ours, "Die Inflation in Arden sank im Mai auf 4 Prozent.") == [3.0]
    assert 4.0 in roundness_of(ours, "Die Inflation in Arden sank im Mai von 4,4 Prozent auf 4 Prozent.")


@pytest.mark.parametrize(("theirs", "is_one"), [("Männern", True), ("Frauen", False)])
def test_a_contrast_of_words_forbids_equal_rates(theirs: str, *, is_one: bool) -> None:
    ours = "Unemployment in Arden rose, the statistics office said. Among men it stood at 6.2% in May."
    found = accepted_of(ours, f"Die Arbeitslosigkeit in Arden stieg, meldet das Statistikamt. Bei {theirs} lag sie im Mai bei 6,2 Prozent.")
    assert (("6.2%", "6,2 Prozent") in found) == is_one
