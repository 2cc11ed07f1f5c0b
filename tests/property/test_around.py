"""What words of two figures have in common is a likeness: the same from both sides, none of strangers, all of oneself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.align.around import NOTHING, Around, common, common_of_texts, of_words

TERMS = ("=fire", "=year", "=police", "bridg", "~kntk", "en:harbou", "de:hafen", "警")
words = st.lists(
    st.tuples(st.floats(min_value=0.1, max_value=1.0), st.frozensets(st.sampled_from(TERMS), min_size=1, max_size=3)), max_size=8
)
arounds = words.map(of_words)
languages = st.sampled_from(["en", "de", "ru", "ar", "ja", "zh", "tr", "hi"])
texts = st.text(alphabet="abeilmnorstu äéßØжырكتاب火事警察者市ニュース123.,、 -", max_size=60)


@given(arounds, arounds)
def test_it_is_the_same_from_both_sides(ours: Around, theirs: Around) -> None:
    assert common(ours, theirs) == common(theirs, ours)


@given(arounds, arounds)
def test_shares_lie_between_none_and_all(ours: Around, theirs: Around) -> None:
    both = common(ours, theirs)
    for share in (both.words_share, both.near_share, both.sentences):
        assert 0.0 <= share <= 1.0 + 1e-9
    assert min(both.words, both.near, both.told) >= 0.0
    assert both.near <= both.words + 1e-9


@given(arounds)
def test_it_is_all_with_itself(own: Around) -> None:
    both = common(own, own)
    assert (both == NOTHING) is (not own.words)
    if own.words:
        assert both.sentences > 1.0 - 1e-9
        assert both.words_share > 1.0 - 1e-9


@given(arounds, arounds)
def test_it_is_nothing_just_where_no_term_is_shared(ours: Around, theirs: Around) -> None:
    assert (common(ours, theirs) == NOTHING) is ours.worth.keys().isdisjoint(theirs.worth)


@given(words, words, st.randoms())
def test_the_order_of_words_tells_nothing(
    ours: list[tuple[float, frozenset[str]]], theirs: list[tuple[float, frozenset[str]]], chance: object
) -> None:
    shuffled = list(ours)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = common(of_words(ours), of_words(theirs)), common(of_words(shuffled), of_words(theirs))
    for first, second in ((one.sentences, other.sentences), (one.words_share, other.words_share), (one.near_share, other.near_share)):
        assert abs(first - second) < 1e-9


@given(words, words, st.frozensets(st.sampled_from(["fr:autre", "other", "~trnk"]), min_size=1))
def test_a_word_that_only_one_side_has_makes_them_no_more_alike(
    ours: list[tuple[float, frozenset[str]]], theirs: list[tuple[float, frozenset[str]]], stranger: frozenset[str]
) -> None:
    before, after = common(of_words(ours), of_words(theirs)), common(of_words([*ours, (1.0, stranger)]), of_words(theirs))
    assert after.sentences <= before.sentences + 1e-9
    assert abs(after.told - before.told) < 1e-9


@given(texts, languages, texts, languages)
def test_texts_of_any_script_are_as_alike_from_both_sides(one: str, first: str, other: str, second: str) -> None:
    both = common_of_texts(one, first, other, second)
    assert both == common_of_texts(other, second, one, first)
    assert 0.0 <= both.sentences <= 1.0 + 1e-9
    assert common_of_texts(one, first, one, first).sentences > 1.0 - 1e-9 or common_of_texts(one, first, one, first) == NOTHING
