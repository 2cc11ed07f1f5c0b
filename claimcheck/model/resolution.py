"""Which rule speaks where several fit: the more specific, then the user's own, never by chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from claimcheck.model.rule import Applies, Rule

ONE_SPEAKS = ("tolerance", "deadline", "incommensurable", "fact")
"""Kinds of which one rule decides; of the others every rule that fits has its say."""


def specificity(rule: Rule) -> tuple[int, int, int]:
    """Return how precisely a rule says what it is about: parties it names, then attributes and counted nouns, then all else."""
    sides = (rule.applies, rule.a, rule.b)
    named, about, rest = (sum(numbers) for numbers in zip(*(side.specificity for side in sides), strict=True))
    return named, about, rest + bool(rule.hedges)


def rank(rule: Rule) -> tuple[tuple[int, ...], bool, str]:
    """Return what sorts the rule that decides before others: the more specific, then the user's own, then by id."""
    return tuple(-number for number in specificity(rule)), rule.bundled, rule.id


def resolve(rules: Iterable[Rule], fits: Callable[[Rule], bool]) -> Rule | None:
    """Return the rule that decides: the most specific of those that fit, then a user's before a bundled one.

    Of two that tie the one whose id comes first decides, so that a run can be repeated; `find_ties` names them.
    """
    return min((rule for rule in rules if fits(rule)), key=rank, default=None)


def find_ties(rules: Sequence[Rule]) -> tuple[tuple[Rule, Rule], ...]:
    """Return the pairs of rules that can fit the same figures with nothing to choose between them."""
    speaking = [rule for rule in rules if rule.kind in ONE_SPEAKS]
    return tuple((one, other) for one, other in combinations(speaking, 2) if _tie(one, other))


def _tie(one: Rule, other: Rule) -> bool:
    if (one.kind, one.bundled, specificity(one)) != (other.kind, other.bundled, specificity(other)):
        return False
    if not _overlap(one.applies, other.applies) or (one.kind == "fact" and one.unit != other.unit):
        return False
    straight = _overlap(one.a, other.a) and _overlap(one.b, other.b)
    return straight or (_overlap(one.a, other.b) and _overlap(one.b, other.a))


def _overlap(one: Applies, other: Applies) -> bool:
    """Return whether some figure could fit both: no field that both give excludes it."""
    fields = (
        (_kinds(one), _kinds(other)),
        (one.attributes, other.attributes),
        (one.counted, other.counted),
        (one.entities, other.entities),
        (one.languages, other.languages),
        (one.dimensions, other.dimensions),
        (one.roles, other.roles),
    )
    has_common = all(not ours or not theirs or not set(ours).isdisjoint(theirs) for ours, theirs in fields)
    return has_common and _could_be_parties(one, other) and _could_be_days(one, other)


def _could_be_parties(one: Applies, other: Applies) -> bool:
    """Return whether the parties of one are among those of the other: two deals of one firm with two others are two."""
    ours, theirs = ({names[0] for names in applies.parties} for applies in (one, other))
    return ours <= theirs or theirs <= ours


def _could_be_days(one: Applies, other: Applies) -> bool:
    return not any(first.until and second.since and first.until < second.since for first, second in ((one, other), (other, one)))


def _kinds(applies: Applies) -> tuple[str, ...]:
    """Return the kinds of figure; what is counted is a count, said or not."""
    return applies.kinds or (("count",) if applies.counted else ())
