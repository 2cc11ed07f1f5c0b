"""What holds of binding whatever the text."""

from hypothesis import given
from hypothesis import strategies as st
from marked import claims_of, concept, words

from claimcheck.bind.words import read_line
from claimcheck.lexicon.language import fold
from claimcheck.model.rule import Entity

DEAL = concept("deal", "attribute", {"und": ("deal*", "worth of"), "ja": ("契約",)}, kinds=("money",))
MONTHLY = concept("monthly", "qualifier", {"und": ("monthly", "per~month")})
BOAT = concept("boat", "counted", {"und": ("boat*",), "ja": ("船",)})
VOCABULARY = words(DEAL, MONTHLY, BOAT, entities=(Entity(id="borealis", kind="party", names=("Borealis", "ボレアリス")),))
LANGUAGES = st.sampled_from(["en", "de", "es", "tr", "ru", "ja", "ar", "hi"])
WORDS = st.sampled_from(
    [
        "deal",
        "Borealis",
        "Nexora",
        "boats",
        "in",
        "and",
        "from",
        "per",
        "month",
        "the",
        "(",
        ")",
        ",",
        ";",
        ":",
        "契約",
        "ボレアリス",
        "船",
        "d’une",
        "São",
        "{5|money}",
    ]
)
FREE = st.text(alphabet=st.characters(exclude_characters="{}|", exclude_categories=["Cs"]), max_size=12)
TEXTS = st.lists(st.one_of(WORDS, FREE), min_size=1, max_size=25).map(lambda parts: f"It {' '.join(parts)} {{7 boats|count}} end")


@given(TEXTS, LANGUAGES)
def test_every_figure_becomes_one_claim_whose_words_stand_in_the_text(marked: str, lang: str) -> None:
    text = marked.replace("{5|money}", "5").replace("{7 boats|count}", "7 boats")
    claims = claims_of(marked, lang, VOCABULARY)
    assert len(claims) == marked.count("|")
    assert [claim.id for claim in claims] == [f"d#{number}" for number in range(1, len(claims) + 1)]
    for claim in claims:
        assert text[claim.span.start : claim.span.end] == claim.text
        assert claim.evidence.quote == text[claim.evidence.sentence.start : claim.evidence.sentence.end]
        for cue in claim.evidence.cues:
            assert text[cue.span.start : cue.span.end] == cue.surface


@given(TEXTS, LANGUAGES)
def test_what_a_claim_names_is_found_in_its_sentence(marked: str, lang: str) -> None:
    for claim in claims_of(marked, lang, VOCABULARY):
        cues = {cue.id for cue in claim.evidence.cues}
        if not claim.evidence.inherited and len(claim.evidence.cues) < 24:
            assert claim.attribute is None or claim.attribute in cues
            assert set(claim.entities) | set(claim.qualifiers) <= cues


@given(TEXTS, LANGUAGES, st.lists(st.sampled_from(["rain", "fell", "again", "boats", "deal"]), min_size=1, max_size=8))
def test_a_paragraph_of_its_own_without_names_or_figures_changes_nothing(marked: str, lang: str, more: list[str]) -> None:
    before = claims_of(marked, lang, VOCABULARY)
    after = claims_of(marked, lang, VOCABULARY, below=" ".join(more))
    assert before == after


@given(TEXTS, LANGUAGES)
def test_binding_twice_gives_the_same(marked: str, lang: str) -> None:
    assert claims_of(marked, lang, VOCABULARY) == claims_of(marked, lang, VOCABULARY)


@given(FREE)
def test_words_lie_in_order_and_do_not_overlap(text: str) -> None:
    line = read_line(text, fold(text), 0, len(text), "en")
    ends = (0, *line.ends)
    assert all(end <= start for end, start in zip(ends, line.starts, strict=False))
    assert all(fold(text)[start:end] == word for start, end, word in zip(line.starts, line.ends, line.words, strict=True))
