"""What a claim tells: attribute, noun, place, time, manner, speaker, and what it takes over."""

from datetime import date

import pytest
from marked import claims_of, concept, words

from claimcheck.model.claim import Modality
from claimcheck.model.interval import Interval
from claimcheck.model.rule import Entity
from claimcheck.model.source import BlockKind

DEAL = concept(
    "deal_value", "attribute", {"en": ("deal*", "worth"), "ja": ("契約",), "de": ("vertrag*",)}, kinds=("money",), contrast=("revenue",)
)
REVENUE = concept("revenue", "attribute", {"en": ("revenue*", "sales of"), "de": ("umsatz*",)}, kinds=("money",), contrast=("deal_value",))
PRICES = concept("inflation", "attribute", {"en": ("inflation", "prices")}, kinds=("percent",))
CAPACITY = concept("capacity", "attribute", {"en": ("capacity",)}, kinds=("power",))
LAUNCH = concept("launch_date", "attribute", {"en": ("launched", "went on sale"), "de": ("startet*~verkauf",)}, kinds=("date",))
GPU = concept("gpu", "counted", {"und": ("gpu", "gpus")})
DEAD = concept("dead", "counted", {"en": ("dead", "death*", "deaths"), "es": ("fallecid*",)})
SCOPE = concept("in_hospital", "scope", {"en": ("in hospital*",)})
PLANNED = concept("planned", "modality", {"en": ("plans to", "will", "aims to")})
ACCORDING = concept("according_to", "measurer", {"en": ("according to", "said"), "tr": ("göre",), "de": ("laut",)})
INSTITUTE = Entity(id="institute", kind="measurer", names=("Institute of Rain", "IOR"))
VOCABULARY = words(DEAL, REVENUE, PRICES, CAPACITY, LAUNCH, GPU, DEAD, SCOPE, PLANNED, ACCORDING, entities=(INSTITUTE,))


def test_the_nearest_attribute_that_fits_the_kind_wins() -> None:
    claims = claims_of(
        "After a deal worth {38 million|money} its revenue of {5 million|money} buys {6 GW|power} of capacity.", "en", VOCABULARY
    )
    assert [claim.attribute for claim in claims] == ["deal_value", "revenue", "capacity"]


def test_cues_tell_all_words_with_their_distance_nearest_first() -> None:
    (claim,) = claims_of("The deal gives it revenues of {5 million|money}.", "en", VOCABULARY)
    assert [(cue.id, cue.surface, cue.distance) for cue in claim.evidence.cues] == [("revenue", "revenues", -2), ("deal_value", "deal", -5)]


def test_a_heading_gives_the_attribute_where_the_sentence_has_none() -> None:
    (claim,) = claims_of("It comes to {38 million|money}.", "en", VOCABULARY, title="A new deal for Nexora")
    assert (claim.attribute, claim.evidence.inherited) == ("deal_value", "heading")
    assert claim.entities == ()
    assert claim.evidence.names == ("nexora",)


def test_a_heading_says_nothing_of_counted_things_and_other_pages() -> None:
    (claim,) = claims_of("It has {12| boats|count}.", "en", VOCABULARY, title="A new deal for Nexora")
    assert (claim.attribute, claim.counted) == (None, "boats")
    (claim,) = claims_of("Rivals get {4 million|money}", "en", VOCABULARY, title="A new deal for Nexora", kind=BlockKind.RELATED)
    assert (claim.attribute, claim.evidence.names) == (None, ())


def test_the_sentence_before_lends_its_attribute_to_a_figure_of_the_same_dimension() -> None:
    claims = claims_of("Inflation was {3%|percent}. In May it was {4%|percent}. The {5 million|money} are spent.", "en", VOCABULARY)
    assert [(claim.attribute, claim.evidence.inherited) for claim in claims] == [("inflation", ""), ("inflation", "paragraph"), (None, "")]


@pytest.mark.parametrize(
    ("marked", "lang", "counted", "text"),
    [
        ("It has {500,000| GPUs by then|count}.", "en", "gpu", "500,000 GPUs"),
        ("They sent {12 500| soldats sur place|count}.", "fr", "soldats", "12 500 soldats"),
        ("There are {200| foreign tourists in town|count}.", "en", "tourists", "200 foreign tourists"),
        ("Es kamen {30| neue Züge im Mai|count}.", "de", "züge", "30 neue Züge"),
        ("De los {216| fallecidos en mayo|count}.", "es", "dead", "216 fallecidos"),
        ("It counted {216|count}.", "en", None, "216"),
    ],
)
def test_the_counted_noun_is_a_concept_or_the_word_itself_and_belongs_to_the_span(
    marked: str, lang: str, counted: str | None, text: str
) -> None:
    (claim,) = claims_of(marked, lang, VOCABULARY)
    assert (claim.counted, claim.text) == (counted, text)


def test_a_subset_with_a_clause_of_its_own_does_not_count_what_the_whole_counts() -> None:
    claims = claims_of(
        "Of the {216| dead|count}, who came from many places, the police could name and tell the families of {70|count}.", "en", VOCABULARY
    )
    assert [claim.counted for claim in claims] == ["dead", None]


@pytest.mark.parametrize(
    ("marked", "lang", "scope"),
    [
        ("In Spain {96|count} stayed.", "en", "ES"),
        ("{96|count} stayed in Paiporta.", "en", "paiporta"),
        ("They keep {96|count} in hospitals.", "en", "in_hospital"),
        ("Spain counts {96|count}.", "en", None),
        ("It was {96|count}, an official in Paiporta told reporters.", "en", None),
        ("日本では{96台|count}が売れた。", "ja", "JP"),
        ("Paiporta'da {96|count} kişi kaldı.", "tr", "paiporta"),
        ("Caddero {491 litri|volume} a Chiva.", "it", "chiva"),
        ("Lo dice ad Aemet, {491 litri|volume}.", "it", None),
    ],
)
def test_the_scope_is_a_place_where_something_happens(marked: str, lang: str, scope: str | None) -> None:
    (claim,) = claims_of(marked, lang, VOCABULARY)
    assert claim.scope == scope


def test_the_period_is_the_date_of_the_clause() -> None:
    claims = claims_of(
        "In {May|date|2024-05-01..2024-05-31} it was {3%|percent}, in {June|date|2024-06-01..2024-06-30} {4%|percent}.", "en", VOCABULARY
    )
    months = [claim.period.low for claim in claims if claim.period]
    assert months == [date(2024, 5, 1), date(2024, 6, 1)]


def test_a_date_of_another_clause_is_no_period() -> None:
    claims = claims_of("It was {3%|percent}, the least on record since {May|date|2021-05-01..2021-05-31}.", "en", VOCABULARY)
    assert claims[0].period is None
    claims = claims_of("It once stood at {75%|percent}, in {May|date|2021-05-01..2021-05-31}.", "en", VOCABULARY)
    assert claims[0].period == Interval(date(2021, 5, 1), date(2021, 5, 31))


@pytest.mark.parametrize(("marked", "lang"), [
    ("As of {7 May|date|2024-05-07..2024-05-07} there were {93|count}.", "en"),
    ("Au {7 mai|date|2024-05-07..2024-05-07} il y en avait {93|count}.", "fr"),
    ("{5月7日|date|2024-05-07..2024-05-07}時点で{93人|count}だった。", "ja"),
])  # fmt: skip
def test_the_day_of_counting_is_no_period(marked: str, lang: str) -> None:
    claim = claims_of(marked, lang, VOCABULARY)[1]
    assert claim.as_of == Interval(date(2024, 5, 7), date(2024, 5, 7))
    assert claim.period is None


def test_plans_are_planned() -> None:
    claims = claims_of("It plans to buy {6 GW|power}. It has {5 GW|power}.", "en", VOCABULARY)
    assert [claim.modality for claim in claims] == [Modality.PLANNED, Modality.ACTUAL]


@pytest.mark.parametrize(
    ("marked", "lang", "speaker"),
    [
        ("According to Lena Hart it was {3%|percent}.", "en", "lena hart"),
        ("It was {3%|percent}, Lena Hart said.", "en", "lena hart"),
        ("The IOR measured {3%|percent}.", "en", "institute"),
        ("Laut NexCorp waren es {3%|percent}.", "de", "nexcorp"),
        ("ENAG'a göre {%3|percent} oldu.", "tr", "enag"),
        ("Lena Hart bought {3%|percent}.", "en", None),
    ],
)
def test_who_says_so(marked: str, lang: str, speaker: str | None) -> None:
    (claim,) = claims_of(marked, lang, VOCABULARY)
    assert claim.attribution == speaker


def test_two_measurers_in_one_sentence_keep_to_their_figures() -> None:
    claims = claims_of("The IOR found {3%|percent}, according to ENAG it was {6%|percent}.", "en", VOCABULARY)
    assert [claim.attribution for claim in claims] == ["institute", "enag"]


def test_words_between_are_allowed_by_a_tilde_and_any_ending_by_a_star() -> None:
    (claim,) = claims_of("Sie startete am {5. Juni|date|2025-06-05..2025-06-05} in den Verkauf.", "de", VOCABULARY)
    assert claim.attribute is None
    (claim,) = claims_of("Sie startete bald im Verkauf, am {5. Juni|date|2025-06-05..2025-06-05}.", "de", VOCABULARY)
    assert claim.attribute == "launch_date"


def test_a_table_cell_takes_its_heads() -> None:
    (claim,) = claims_of("{38|money}", "en", VOCABULARY, title="Revenue", kind=BlockKind.CELL)
    assert claim.attribute == "revenue"


TIMES = words(
    concept("deadline", "attribute", {}, kinds=("date",)),
    concept("age", "attribute", {}, kinds=("duration",)),
    concept("period_counted", "attribute", {}, kinds=("duration",)),
    concept("person", "counted", {"fr": ("personne*",)}),
    concept("man", "counted", {"fr": ("homme*",)}, is_a=("person",)),
    concept("wall", "counted", {"fr": ("mur*",)}),
)


@pytest.mark.parametrize(
    ("marked", "lang", "attributes"),
    [
        ("Quiere llegar a {15 millones|count} hasta el próximo {marzo|date|2026-03-01..2026-03-31}.", "es", [None, "deadline"]),
        ("Entro {marzo|date|2026-03-01..2026-03-31} saranno {15 milioni|count}.", "it", ["deadline", None]),
        ("It sold {3 million|count} in {March|date|2026-03-01..2026-03-31}.", "en", [None, None]),
        ("Ada Roe, {22 anni|duration|year}, costa {3 milioni|money}.", "it", ["age", None]),
        ("Ada Roe, de {22 años|duration|year}, cuesta mucho.", "es", ["age"]),
        ("Ada Roe ({22 years|duration|year}) went.", "en", ["age"]),
        ("On arrête un homme de {20 ans|duration|year}.", "fr", ["age"]),
        ("On abat un mur de {20 ans|duration|year}.", "fr", [None]),
        ("It lasts, they say, {22 years|duration|year} or more.", "en", [None]),
        ("It sold {3 million|count} in {four days|duration}.", "en", [None, "period_counted"]),
        ("It came back after {four days|duration}.", "en", [None]),
    ],
)
def test_the_way_a_time_is_put_tells_what_it_is(marked: str, lang: str, attributes: list[str | None]) -> None:
    assert [claim.attribute for claim in claims_of(marked, lang, TIMES)] == attributes


def test_the_words_of_the_sentence_before_lend_their_attribute() -> None:
    claims = claims_of("The contract and the deal are signed. It is {5 million|money}.", "en", VOCABULARY)
    assert [(claim.attribute, claim.evidence.inherited) for claim in claims] == [("deal_value", "paragraph")]


def test_all_currencies_share_a_topic() -> None:
    claims = claims_of("A deal of {5 dollars|money|USD}. In all it is {4 euros|money|EUR}.", "en", VOCABULARY)
    assert [claim.attribute for claim in claims] == ["deal_value", "deal_value"]
