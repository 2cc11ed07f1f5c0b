"""At which figure a finding is shown, what names it, and how equal names are told apart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from making import claim, quantity

from claimcheck.judge.sides import opposite, place_findings
from claimcheck.judge.values import fingerprint
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.verdict import Finding, Level, VerdictKind

CLAIMS: Mapping[str, Claim] = {
    id_: claim(id_, quantity(value, "USD", "money"), entities=("calder",))
    for id_, value in (("a#0", "12"), ("a#1", "12"), ("b#0", "13"), ("c#0", "13"), ("d#0", "12"))
}
DAYS = {"a": Interval(date(2031, 5, 3), date(2031, 5, 3)), "b": Interval(date(2031, 5, 2), date(2031, 5, 2))}


def finding(*sides: str, verdict: VerdictKind | None = VerdictKind.CONTRADICTION, rule: str = "core/disjoint") -> Finding:
    primary, *related = sides
    return Finding(id="x", rule=rule, level=Level.ERROR, message="", primary=primary, related=tuple(related), verdict=verdict)


def placed(*findings: Finding, days: Mapping[str, Interval[date] | None] | None = None, review: tuple[str, ...] = ()) -> list[Finding]:
    return list(place_findings(findings, CLAIMS, DAYS if days is None else days, review).values())


def test_the_later_article_shows_it_where_both_are_dated() -> None:
    (one,) = placed(finding("b#0", "a#0"))
    assert (one.primary, one.related) == ("a#0", ("b#0",))


def test_the_path_that_sorts_later_shows_it_where_one_has_no_date() -> None:
    (one,) = placed(finding("b#0", "a#0"), days={"a": DAYS["a"]})
    assert (one.primary, one.related) == ("b#0", ("a#0",))


def test_the_other_side_comes_first_among_the_related() -> None:
    (one,) = placed(finding("b#0", "a#0", "a#1", "c#0", "d#0"), days={})
    assert one.primary == "d#0"
    assert one.related == ("b#0", "c#0", "a#0", "a#1")
    assert [claim.id for claim in opposite(one, CLAIMS["d#0"], CLAIMS)] == ["b#0", "c#0"]


def test_the_fingerprint_is_that_of_the_two_figures_whichever_shows_it() -> None:
    (one,) = placed(finding("b#0", "a#0"))
    (other,) = placed(finding("a#0", "b#0"), days={})
    assert one.fingerprint == other.fingerprint == fingerprint("core/disjoint", CLAIMS["a#0"], CLAIMS["b#0"])


def test_each_article_under_review_shows_it_and_none_of_the_corpus() -> None:
    found = placed(finding("b#0", "a#0", "d#0"), review=("a", "d"))
    assert [one.primary for one in found] == ["a#0", "d#0"]
    assert all(one.related[0] == "b#0" for one in found)
    assert placed(finding("b#0", "a#0"), review=("c",)) == []


def test_two_under_review_that_differ_from_each_other_alone_are_told_once() -> None:
    found = placed(finding("b#0", "a#0"), review=("a", "b"))
    assert [one.primary for one in found] == ["a#0"]
    assert len(placed(finding("b#0", "a#0", "c#0"), review=("a", "b"))) == 1


def test_equal_names_are_numbered() -> None:
    first, second, third = placed(finding("b#0", "a#0"), finding("b#0", "a#1"), finding("a#1", "b#0"))
    assert second.fingerprint == f"{first.fingerprint}#2"
    assert third.id == f"{first.fingerprint}#3"


def test_a_finding_on_computed_figures_is_shown_at_the_first_under_review() -> None:
    one = finding("b#0", "a#0", "c#0", verdict=None)
    assert [found.primary for found in placed(one)] == ["b#0"]
    (there,) = placed(one, review=("c",))
    assert (there.primary, there.related) == ("c#0", ("b#0", "a#0"))
