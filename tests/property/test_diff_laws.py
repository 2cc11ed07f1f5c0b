"""Laws of the diff: a patch makes the old record the new one, and nothing changes between a version and itself."""

from __future__ import annotations

from copy import deepcopy

from diff_making import applied, record, version
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.diff.outcomes import compare
from claimcheck.diff.passages import unmoved
from claimcheck.diff.patch import is_equal, patch, pointer
from claimcheck.diff.record import diff_record
from claimcheck.report.jsonable import Json

KEYS = st.sampled_from(["a", "b", "a/b", "m~n", "", "é", "0", "-"])
LEAVES = st.none() | st.booleans() | st.integers(-3, 3) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=3)
VALUES: st.SearchStrategy[Json] = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=25
)
SENTENCES = (
    "The pier is 310 metres long.",
    "Repairs cost $2.4 million.",
    "Ferries carried 4,120 people in May 2026.",
    "The crew has 12 welders, and 7 of them live in Selmer.",
    "Nebulosa will pay Quartz Cloud $38 billion.",
    "Nobody was hurt.",
)
ARTICLES = st.lists(st.sampled_from(SENTENCES), max_size=8).map(" ".join).filter(bool)


def test_the_reader_of_patches_follows_the_examples_of_the_standard() -> None:
    assert applied({"foo": "bar"}, [{"op": "add", "path": "/baz", "value": "qux"}]) == {"baz": "qux", "foo": "bar"}
    assert applied({"foo": ["bar", "baz"]}, [{"op": "add", "path": "/foo/1", "value": "qux"}]) == {"foo": ["bar", "qux", "baz"]}
    assert applied({"foo": ["bar", "qux", "baz"]}, [{"op": "remove", "path": "/foo/1"}]) == {"foo": ["bar", "baz"]}
    assert applied({"/": 9, "~1": 10}, [{"op": "replace", "path": "/~01", "value": 11}]) == {"/": 9, "~1": 11}
    assert applied({"foo": ["bar"]}, [{"op": "add", "path": "/foo/-", "value": ["abc"]}]) == {"foo": ["bar", ["abc"]]}


@given(VALUES, VALUES)
def test_a_patch_makes_the_old_value_the_new_one(old: Json, new: Json) -> None:
    assert is_equal(applied(old, list(patch(old, new))), new)


@given(VALUES)
def test_nothing_is_to_be_done_between_equal_values(value: Json) -> None:
    assert list(patch(value, deepcopy(value))) == []


@given(KEYS)
def test_a_pointer_leads_to_its_key(key: str) -> None:
    assert applied({key: 1}, [{"op": "replace", "path": pointer(key), "value": 2}]) == {key: 2}


@settings(max_examples=25, deadline=None)
@given(ARTICLES, ARTICLES)
def test_a_patch_between_reports_makes_one_the_other(old: str, new: str) -> None:
    before, after = record({"a.txt": old}), record({"a.txt": new})
    assert is_equal(applied(before, list(patch(before, after))), after)


@settings(max_examples=25, deadline=None)
@given(ARTICLES, ARTICLES)
def test_every_claim_of_both_versions_is_told_once(old: str, new: str) -> None:
    before, after = version(old), version(new)
    diff = compare(before, after)
    assert sorted(change.was.id for change in diff.claims if change.was) == sorted(before.figures)
    assert sorted(change.now.id for change in diff.claims if change.now) == sorted(after.figures)
    assert diff_record(diff) == diff_record(compare(version(old), version(new)))


@settings(max_examples=15, deadline=None)
@given(ARTICLES)
def test_a_version_is_as_itself(text: str) -> None:
    diff = compare(version(text), version(text))
    assert not diff.has_changes
    assert all(change.changes == () for change in diff.claims)


@settings(max_examples=15, deadline=None)
@given(st.permutations(SENTENCES))
def test_sentences_in_another_order_have_moved_and_said_nothing_new(order: list[str]) -> None:
    diff = compare(version(" ".join(SENTENCES)), version(" ".join(order)))
    assert {change.op for change in diff.claims} <= {"keep", "move"}


@given(st.lists(st.integers(0, 20), max_size=30))
def test_what_stays_never_falls(order: list[int]) -> None:
    kept = [order[place] for place in sorted(unmoved(order))]
    assert kept == sorted(kept)
    assert len(kept) >= (1 if order else 0)
