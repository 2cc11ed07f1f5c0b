"""The work of aligning grows with what can be compared."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.align.blocking import meetings
from claimcheck.align.candidates import MOST_PAIRS, candidates
from claimcheck.align.grouping import group_claims
from claimcheck.align.groups import Group
from claimcheck.align.profile import profile
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.pipeline import Settings, extract, rulebook

TAXONOMY = Taxonomy(rulebook(Settings()).concepts)


def groups_of(text: str) -> tuple[Group, ...]:
    return group_claims(extract(text, "en"), TAXONOMY)


def table(rows: int, step: int) -> str:
    return " ".join(f"Ward {number} counted {1000 + number * step} ballots." for number in range(rows))


def test_short_lists_are_compared_in_full() -> None:
    ours, theirs = groups_of(table(4, 7)), groups_of(table(5, 11))
    assert len(list(candidates(ours, theirs, TAXONOMY))) == len(ours) * len(theirs)


def test_long_lists_are_compared_where_something_is_shared() -> None:
    ours, theirs = groups_of(table(80, 37)), groups_of(table(80, 53))
    every = len(ours) * len(theirs)
    assert every > MOST_PAIRS
    met = list(candidates(ours, theirs, TAXONOMY))
    assert len(met) < every / 4
    values = [(a.quantity.stated.low, b.quantity.stated.low) for a, b in met]
    equal = {(a.quantity.stated.low, b.quantity.stated.low) for a in ours for b in theirs if a.quantity.stated == b.quantity.stated}
    assert equal
    assert equal <= set(values)
    assert all(isinstance(a, Decimal) and isinstance(b, Decimal) and Decimal("0.7") < a / b < Decimal("1.4") for a, b in values)


def test_documents_meet_where_they_share_a_name_a_word_or_a_figure() -> None:
    told = {
        "a": "The Brennick dam holds 41.7 million litres. Engineers of Brennick work 12 hours a day. It cost $340 million. It has 6 gates.",
        "b": "Brennick needs 3 new gates and 19 workers for 40 days, the mayor of Brennick said, at a cost of 7,000 euros a day.",
        "c": "Der Chor sang 23 Lieder vor 410 Gästen. Das Konzert dauerte 95 Minuten. Es war das 8. in 12 Tagen.",
    }
    profiles = {name: profile(name, group_claims(extract(text), TAXONOMY)) for name, text in told.items()}
    assert [(first, second) for first, second, _ in meetings(profiles)] == [("a", "b")]


def test_short_documents_always_meet() -> None:
    told = {"a": "It cost 12 euros.", "b": "41 Gäste kamen."}
    profiles = {name: profile(name, group_claims(extract(text), TAXONOMY)) for name, text in told.items()}
    assert len(list(meetings(profiles))) == 1
