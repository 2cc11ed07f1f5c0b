"""Places of keys and elements in TOML texts."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.rulebook.locate import Keys, locate

TEXT = '''\
id = "desk/one"  # a comment with = and [
names = [ "a", # first
  'b]', """c
"d" ]""",
]
[applies]
kinds = ["money"]
a.b."c d" = 2025-11-03 07:00:00
[[concept]]
id = 'x'
[concept.words]
en = ["deal*"]
[[concept]]
[concept.words]
"zh-Hant" = ["規模", "價值"]
[[flag]]
sources = [
  { lang = "en", text = "The [[ok]] price = $3, {not a table}." },
  { lang = "fr", text = "Le prix.", more = { deep = [[1, 2], [3]] } },
]
'''


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        (("id",), '"desk/one"'),
        (("names", 0), '"a"'),
        (("names", 1), "'b]'"),
        (("names", 2), '"""c\n"d" ]"""'),
        (("applies", "kinds", 0), '"money"'),
        (("applies", "a", "b", "c d"), "2025-11-03 07:00:00"),
        (("concept", 0, "words", "en", 0), '"deal*"'),
        (("concept", 1, "words", "zh-Hant", 1), '"價值"'),
        (("concept", 1), "[[concept]]"),
        (("flag", 0, "sources", 1, "text"), '"Le prix."'),
        (("flag", 0, "sources", 1, "more", "deep", 1, 0), "3"),
    ],
)
def test_a_value_is_found_by_its_keys(keys: Keys, written: str) -> None:
    start, end = locate(TEXT)[keys].value
    assert TEXT[start:end] == written


@pytest.mark.parametrize(
    ("keys", "written"),
    [(("concept", 1, "words", "zh-Hant"), '"zh-Hant"'), (("applies", "a", "b", "c d"), 'a.b."c d"'), (("flag", 0, "sources"), "sources")],
)
def test_a_key_is_found(keys: Keys, written: str) -> None:
    start, end = locate(TEXT)[keys].key
    assert TEXT[start:end] == written


def every_way(value: object, keys: Keys = ()) -> list[Keys]:
    ways = [keys] if keys else []
    if isinstance(value, dict):
        return ways + [way for key, inner in value.items() for way in every_way(inner, (*keys, key))]
    if isinstance(value, list):
        return ways + [way for place, inner in enumerate(value) for way in every_way(inner, (*keys, place))]
    return ways


def test_everything_that_tomllib_reads_has_a_place() -> None:
    places = locate(TEXT)
    assert [way for way in every_way(tomllib.loads(TEXT)) if way not in places] == []


words = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\x7f"), max_size=8)


@given(st.lists(words, max_size=4), st.lists(words, min_size=1, max_size=3))
def test_strings_with_any_characters_keep_their_places(before: list[str], after: list[str]) -> None:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    text = f"first = [{', '.join(map(quoted, before))}]\n[[t]]\nlast = {{ x = [{', '.join(map(quoted, after))}] }}\n"
    places = locate(text)
    for place, word in enumerate(after):
        start, end = places["t", 0, "last", "x", place].value
        assert text[start:end] == quoted(word)
