"""Names: known ones in any inflection, unknown ones by their capitals, and what looks like a name and is none."""

import pickle

import pytest
from marked import claims_of, concept, words

from claimcheck.bind.unknown import capitalised_words, find_unknown
from claimcheck.bind.words import read_line, read_phrase
from claimcheck.lexicon.language import fold
from claimcheck.model.rule import Entity

BOREALIS = Entity(id="borealis", kind="party", names=("Borealis", "Бореалис", "ボレアリス"))
QUILL = Entity(id="quill", kind="party", names=("Quill Energy", "QE"))
META = Entity(id="meta", kind="party", names=("Meta",), unless=("meta-study",))
NORWAY = Entity(id="NO", kind="place", names=("Norway", "Norwegian", "norweg*", "noruego", "норвежск*"))
VOCABULARY = words(entities=(BOREALIS, QUILL, META, NORWAY))


def known(text: str, lang: str = "en") -> list[str]:
    line = read_line(text, fold(text), 0, len(text), lang)
    return [hit.id for hit in VOCABULARY.find_names(line)]


def unknown(text: str, lang: str = "en", prose: str = "") -> list[str]:
    line = read_phrase(text, lang)
    return [hit.id for hit in find_unknown(line, [], capitalised_words(prose or text), frozenset()) if hit.rank < 2]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("a deal with Borealis.", "en"),
        ("BOREALIS signs", "en"),
        ("Borealis’ plant and Borealis's fleet", "en"),
        ("Borealis'in verilerine göre", "tr"),
        ("soglasheniye s Borealisom", "ru"),
        ("контракт с Бореалисом", "ru"),
        ("umowa z Borealisem", "pl"),
        ("sopimus Borealisin kanssa", "fi"),
        ("ボレアリスとの契約", "ja"),
    ],
)
def test_known_names_are_found_with_their_endings(text: str, lang: str) -> None:
    assert set(known(text, lang)) == {"borealis"}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Borealistic dreams", "en"),
        ("ボレアリスタの店", "ja"),
        ("nuestra meta es llegar", "es"),
        ("a Meta-study of trials", "en"),
        ("the qe of it", "en"),
    ],
)
def test_other_words_are_no_known_names(text: str, lang: str) -> None:
    assert known(text, lang) == []


def test_the_longest_name_wins_and_short_names_keep_their_case() -> None:
    assert known("Quill Energy and QE") == ["quill", "quill"]


def test_open_names_take_any_ending_and_case() -> None:
    assert known("der norwegische Konzern", "de") == ["NO"]


def test_countries_go_by_their_codes_in_the_language_of_the_text() -> None:
    assert known("España vende a Francia", "es") == ["ES", "FR"]
    assert known("a chad is a scrap of paper", "en") == []


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("It was sold to Ada Roe in Paiporta.", "en", ["ada roe", "paiporta"]),
        ("Ventas de la PlayBox 5 en Ciudad del Río", "es", ["playbox 5", "ciudad del rio"]),
        ("Спорт Марина Лосева выиграла", "ru", ["спорт марина лосева"]),
        ("дело ведёт Марина Лосева", "ru", ["марина лосева"]),
        ("新しい契約はNEXORAとミラクルワークスの間", "ja", ["nexora", "ミラクルワークス"]),
        ("与NEXORA签约", "zh", ["nexora"]),
        ("وقعت NEXORA العقد", "ar", ["nexora"]),
        ("talks with Prime Minister Lena Hart", "en", ["lena hart"]),
        ("reported by ENAG's staff", "en", ["enag"]),
    ],
)
def test_unknown_names_are_capitalised_runs(text: str, lang: str, names: list[str]) -> None:
    assert unknown(text, lang) == names


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Education is dearer.", "en"),
        ("The price rose in October on a Monday.", "en"),
        ("Solo quedan dos.", "es"),
        ("Der Vertrag mit der Regierung kostet viel Geld.", "de"),
        ("Record Sales Lift Every Major Shipping Company Again", "en"),
        ("THE DEAL IS DONE TODAY", "en"),
        ("先週の組織再編で独占供給は終わった", "ja"),
    ],
)
def test_capitals_that_open_sentences_titles_and_german_nouns_are_no_names(text: str, lang: str) -> None:
    assert unknown(text, lang, prose="-") == []


def test_a_word_that_opens_a_sentence_is_a_name_if_it_has_a_capital_elsewhere() -> None:
    assert unknown("Paiporta mourns.", prose="Rain fell on Paiporta all night.") == ["paiporta"]


def test_german_names_stand_out_by_capitals_inside_or_another_name_beside_them() -> None:
    assert unknown("Der Wechsel von Kai Brandt zum FC Altstadt und die NexCorp-Aktie", "de") == ["kai brandt", "fc altstadt", "nexcorp"]


def test_a_counted_noun_is_no_part_of_a_name() -> None:
    vocabulary = words(concept("gpu", "counted", {"und": ("gpu", "gpus")}))
    (claim,) = claims_of("They get {hundreds of thousands| of Nexora GPUs|count} soon.", vocabulary=vocabulary)
    assert claim.entities == ("nexora",)
    assert claim.counted == "gpu"


def test_a_noun_before_a_name_is_cut_off_with_its_particle() -> None:
    police = concept("police_officer", "counted", {"es": ("policía*",)})
    (claim,) = claims_of("Lo dice la Policía de Somerset, que cuenta {12|count}.", "es", words(police))
    assert claim.entities == ("somerset",)


def test_the_vocabulary_pickles() -> None:
    again = pickle.loads(pickle.dumps(VOCABULARY))  # noqa: S301 - our own value
    line = read_phrase("Borealis", "en")
    assert again.find_names(line) == VOCABULARY.find_names(line)


@pytest.mark.parametrize(
    ("text", "lang", "countries"),
    [
        ("Norwegian demand", "en", ["NO"]),
        ("el consumo noruego", "es", ["NO"]),
        ("die norwegische Netzfrequenz", "de", ["NO"]),
        ("норвежские войска", "ru", ["NO"]),
        ("flights of Norwegian Cloudlines", "en", []),
    ],
)
def test_adjectives_of_countries_name_them_unless_they_open_a_name(text: str, lang: str, countries: list[str]) -> None:
    assert known(text, lang) == countries


def test_a_country_by_its_adjective_comes_behind_proper_names_and_is_no_scope() -> None:
    (claim,) = claims_of("In Norwegian waters {12|count} came to Nexora.", "en", VOCABULARY)
    assert claim.entities == ("nexora", "NO")
    assert claim.scope is None


@pytest.mark.parametrize(
    "marked", ["Norwegian demand was {12 MW|power}.", "The demand of Norway was {12 MW|power}.", "Norway's demand was {12 MW|power}."]
)
def test_what_is_of_a_country_holds_there(marked: str) -> None:
    demand = concept("demand", "attribute", {"en": ("demand",)}, kinds=("power",))
    (claim,) = claims_of(marked, "en", words(demand, entities=(NORWAY,)))
    assert claim.scope == "NO"


@pytest.mark.parametrize("marked", ["Norway demanded {12 MW|power}.", "A Norwegian said demand was {12 MW|power}."])
def test_what_a_country_does_need_not_hold_there(marked: str) -> None:
    demand = concept("demand", "attribute", {"en": ("demand*",)}, kinds=("power",))
    (claim,) = claims_of(marked, "en", words(demand, entities=(NORWAY,)))
    assert claim.scope is None


def test_a_name_inside_a_figure_is_none() -> None:
    (claim,) = claims_of("It costs {US$12|money} or so.")
    assert claim.entities == ()
