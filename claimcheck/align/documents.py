"""All documents against one another, two at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from claimcheck.align.blocking import meetings
from claimcheck.align.conversions import IMPLIED
from claimcheck.align.echoes import are_versions
from claimcheck.align.evidence import Kinship
from claimcheck.align.facts import cluster
from claimcheck.align.grouping import group_claims
from claimcheck.align.groups import Group, figure_of, sharpness
from claimcheck.align.incommensurable import Sides, UnlikeRules, incommensurable_pairs
from claimcheck.align.labels import labels
from claimcheck.align.matching import match
from claimcheck.align.profile import Profile, profile
from claimcheck.align.remembered import Scorer, scorer_of
from claimcheck.align.score import Meeting, are_one_bulletin
from claimcheck.align.tellings import are_one_text
from claimcheck.memory import Memory
from claimcheck.model.claim import Claim
from claimcheck.model.days import last_day
from claimcheck.model.interval import Interval
from claimcheck.model.pair import Link, Pair
from claimcheck.model.rule import Rule, Rulebook
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.values import dataclass

TOLD = 1.0  # the sharpness from which a figure is known again: "2" is in every article

BothSides = tuple[Mapping[int, Sides], Mapping[int, Sides]]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs of claims that speak of one fact or one relation, and the facts: ids of claims with a label."""

    pairs: tuple[Pair, ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]


def align(
    claims: Mapping[str, Sequence[Claim]],
    days: Mapping[str, Interval[date] | None],
    rulebook: Rulebook,
    memory: Memory | None = None,
) -> Alignment:
    """Return which of the claims, keyed by document, speak of one fact; `days` are the days of publication.

    Two documents are looked at by themselves, so with a `memory` those that have not changed are not compared again.
    """
    memory = memory or Memory(is_lasting=False)
    taxonomy = memory.recall("taxonomy", (rulebook,), lambda: Taxonomy(rulebook.concepts))
    unlike = memory.recall("unlike", (rulebook,), lambda: UnlikeRules(rulebook.of_kind("incommensurable"), taxonomy))
    work = _Work(memory, days, rulebook, taxonomy, Kinship(dict(rulebook.entities)), unlike)
    profiles = {name: work.profile(name, own) for name, own in claims.items()}
    sides = {name: work.sides(own) for name, own in profiles.items()}
    pairs: list[Pair] = []
    for first, second, near in meetings(profiles, memory):
        pairs += work.pairs(profiles[first], profiles[second], near, (sides[first], sides[second]))
    every = [claim for own in claims.values() for claim in own]
    by_id = {claim.id: claim for claim in every}
    links = [(pair.a, pair.b) for pair in pairs if pair.link is Link.SAME]
    repeats = [(group.first.id, claim.id) for one in profiles.values() for group in one.groups for claim in group.claims[1:]]
    clusters = cluster([claim.id for claim in every], [*repeats, *links])
    return Alignment(tuple(pairs), tuple(zip(labels(clusters, by_id, rulebook, memory), clusters, strict=True)))


@dataclass(frozen=True, slots=True)
class _Work:
    """What comparing needs besides the documents, and what is remembered of those compared before."""

    memory: Memory
    days: Mapping[str, Interval[date] | None]
    rulebook: Rulebook
    taxonomy: Taxonomy
    kinship: Kinship
    unlike: UnlikeRules

    def profile(self, name: str, claims: Sequence[Claim]) -> Profile:
        """Return what a document is about."""
        day = self.days.get(name)
        return self.memory.recall(
            ("profile", name, day), (self.rulebook, *claims), lambda: profile(name, group_claims(claims, self.taxonomy, day))
        )

    def sides(self, own: Profile) -> Mapping[int, Sides]:
        """Return which figures of a document rules on what does not convert are about."""
        return self.memory.recall(("sides", own.document), (own,), lambda: self.unlike.sides_of(own))

    def pairs(self, ours: Profile, theirs: Profile, near: float, sides: BothSides) -> list[Pair]:
        """Return the pairs of claims of two documents."""
        day = last_day(self.days.get(ours.document), self.days.get(theirs.document))
        meeting = Meeting(ours, theirs, near, self.taxonomy, self.kinship, day)
        scorer = scorer_of(ours, theirs, self.taxonomy, self.memory)  # asked for in every run, or the memory lets go of it
        return self.memory.recall(
            ("pairs", ours.document, theirs.document, day),
            (ours, theirs),
            lambda: self._pairs(meeting, sides, scorer),
        )

    def _pairs(self, meeting: Meeting, sides: BothSides, scorer: Scorer | None) -> list[Pair]:
        ours, theirs = meeting.ours, meeting.theirs
        meeting = replace(meeting, is_echo=are_versions(ours.told, theirs.told) or are_one_text(ours.groups, theirs.groups))
        return [*_same(meeting, scorer), *_unlike(meeting, self.unlike.rules, *sides)]


def _same(meeting: Meeting, scorer: Scorer | None) -> Iterator[Pair]:
    """Yield every pair of claims, restatements included, of the groups that speak of one fact."""
    for scored in match(meeting, scorer):
        like = Pair(
            a="",
            b="",
            link=Link.SAME,
            score=scored.score,
            weights=scored.weights,
            alike=scored.is_one_telling or are_one_bulletin(scored.a, scored.b, are_versions=meeting.are_versions),
            converted=scored.relation is IMPLIED,
        )
        knows = _knows(meeting.ours, scored.a, scored.b), _knows(meeting.theirs, scored.b, scored.a)
        yield from _expand(
            scored.a.claims, scored.b.claims, like, knows if knows[0] != knows[1] and not meeting.are_versions else (False, False)
        )


def _knows(own: Profile, group: Group, other: Group) -> bool:
    """Return whether the document of a group also gives the different figure of the other, told as what was before."""
    figure = figure_of(other.quantity)
    return figure != figure_of(group.quantity) and sharpness(other.quantity) >= TOLD and figure in own.told


def _unlike(meeting: Meeting, rules: tuple[Rule, ...], ours: Mapping[int, Sides], theirs: Mapping[int, Sides]) -> Iterator[Pair]:
    """Yield every pair of claims that size one relation or provision in what does not convert."""
    for a, b, rule, link, weights in incommensurable_pairs(meeting, rules, ours, theirs):
        total = sum(weight for _, weight in weights)
        yield from _expand(a.claims, b.claims, Pair(a="", b="", link=link, score=total, weights=weights, rule=rule.id))


def _expand(ours: Sequence[Claim], theirs: Sequence[Claim], like: Pair, knows: tuple[bool, bool] = (False, False)) -> list[Pair]:
    return [replace(like, a=a.id, b=b.id, later=a.id if knows[0] else b.id if knows[1] else "") for a in ours for b in theirs]


__all__ = ["Alignment", "Profile", "align"]
