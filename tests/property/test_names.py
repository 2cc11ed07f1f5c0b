"""Names of one word: the shortcut before rapidfuzz never changes what rapidfuzz would say."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from claimcheck.align.names import FOREIGN_NAME, SAME_NAME, are_same, spell

NAMES = st.text(alphabet="abcdenorst", min_size=5, max_size=18)


@given(NAMES, NAMES)
def test_spellings_that_rapidfuzz_takes_for_one_are_one(first: str, second: str) -> None:
    if fuzz.ratio(first, second) >= SAME_NAME:
        assert are_same(first, second)


@given(NAMES, st.integers(min_value=0, max_value=17), st.sampled_from("abcdenorst"))
def test_one_other_letter_is_told_as_rapidfuzz_tells_it(name: str, place: int, letter: str) -> None:
    other = name[: place % len(name)] + letter + name[place % len(name) + 1 :]
    is_near = fuzz.ratio(spell(name), spell(other)) >= SAME_NAME
    assert are_same(name, other) or not is_near
    assert SAME_NAME > FOREIGN_NAME
