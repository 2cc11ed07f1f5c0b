"""Groups that size one relation or one provision in things that do not convert into each other.

The pairs of dimensions and of counted things come from rules of kind `incommensurable`; what is needed besides is that
both figures are bound to the same parties, or are counts of one provision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from operator import attrgetter, itemgetter

from claimcheck.align.evidence import Veto, Weight, forbid_contrasts, weigh_attributes, weigh_blocks, weigh_modality, weigh_time
from claimcheck.align.groups import Group
from claimcheck.align.profile import Profile
from claimcheck.align.score import ONE_STORY, Meeting
from claimcheck.model.applicable import Applicable
from claimcheck.model.pair import Link
from claimcheck.model.resolution import rank
from claimcheck.model.rule import Rule
from claimcheck.model.subject import Subject
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.values import dataclass

MOST_FIGURES_OF_A_COUNTERPART = 2

Places = tuple[int, int]
Unlike = tuple[Group, Group, Rule, Link, tuple[Weight, ...]]


@dataclass(frozen=True, slots=True)
class Sides:
    """The places of the groups of one document that may stand on either side of a rule."""

    a: frozenset[int]
    b: frozenset[int]


class UnlikeRules:
    """The rules on what does not convert, the one that decides first: the most specific, then a user's before a bundled one."""

    __slots__ = ("_about", "_sides", "rules")

    def __init__(self, rules: Iterable[Rule], taxonomy: Taxonomy) -> None:
        self.rules = tuple(sorted(rules, key=rank))
        self._about = Applicable(self.rules, taxonomy, lenient=True)
        self._sides = [Applicable(self.rules, taxonomy, side=attrgetter(side), lenient=True) for side in ("a", "b")]

    def sides_of(self, profile: Profile) -> dict[int, Sides]:
        """Return which groups of one document each rule may be about, keyed by the rule's place: asked once, not for every pair."""
        found: dict[int, tuple[list[int], list[int]]] = {}
        for place, group in enumerate(profile.groups):
            subject = _subject(group)
            about = self._about.places(subject)
            for side, applicable in enumerate(self._sides):
                for rule in applicable.places(subject) & about:
                    found.setdefault(rule, ([], []))[side].append(place)
        return {rule: Sides(frozenset(a), frozenset(b)) for rule, (a, b) in sorted(found.items())}


def incommensurable_pairs(
    meeting: Meeting, rules: Sequence[Rule], ours: Mapping[int, Sides], theirs: Mapping[int, Sides]
) -> tuple[Unlike, ...]:
    """Return the groups of two documents that an incommensurable rule is about, with the rule that decides, in order of place.

    `ours` and `theirs` are the sides of either document, keyed by the places of `rules`.
    """
    found: dict[Places, Unlike] = {}
    bonds = _Bonds(meeting)
    for number in sorted(ours.keys() & theirs.keys()):
        rule, one, two = rules[number], ours[number], theirs[number]
        for place, other in bonds.candidates(rule, one, two):
            weights = None if (place, other) in found else bonds.weigh(place, other, rule)
            if weights is not None:
                found[place, other] = (meeting.ours.groups[place], meeting.theirs.groups[other], rule, _link(rule), weights)
    return tuple(unlike for _, unlike in sorted(found.items(), key=itemgetter(0)))


class _Bonds:
    """Which groups of two documents are tied together, each two weighed once however many rules are about them."""

    __slots__ = ("_meeting", "_told", "_weighed")

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._told: dict[Places, str] | None = None
        self._weighed: dict[tuple[Places, Link, bool], tuple[Weight, ...] | None] = {}

    def candidates(self, rule: Rule, one: Sides, two: Sides) -> list[Places]:
        """Return the groups that may stand on the two sides of a rule, in order of place."""
        if _link(rule) is Link.OTHER_KIND:
            return sorted({*product(one.a, two.b), *product(one.b, two.a)})
        a, b, c, d = one.a, one.b, two.a, two.b
        return [pair for pair in self._counterparts() if (pair[0] in a and pair[1] in d) or (pair[0] in b and pair[1] in c)]

    def weigh(self, place: int, other: int, rule: Rule) -> tuple[Weight, ...] | None:
        """Return what ties two groups of a rule's two sides together, or None where nothing does."""
        key = ((place, other), _link(rule), rule.contrasting)
        if key not in self._weighed:
            a, b = self._meeting.ours.groups[place], self._meeting.theirs.groups[other]
            shared = (self._counterparts() if key[1] is Link.OTHER_DIMENSION else {}).get((place, other), "")
            self._weighed[key] = _weigh(a, b, rule, self._meeting, shared)
        return self._weighed[key]

    def _counterparts(self) -> dict[Places, str]:
        """Return the groups of either document that are told with one and the same party, with its name."""
        if self._told is None:
            meeting = self._meeting
            ours, theirs = _counterparts(meeting.ours, meeting), _counterparts(meeting.theirs, meeting)
            pairs = product(ours.items(), theirs.items())
            self._told = {(place, other): name for (place, name), (other, same) in pairs if meeting.kinship.are_one(name, same)}
        return self._told


def _link(rule: Rule) -> Link:
    return Link.OTHER_KIND if rule.contrasting or rule.a.counted or rule.b.counted else Link.OTHER_DIMENSION


def _weigh(a: Group, b: Group, rule: Rule, meeting: Meeting, shared: str) -> tuple[Weight, ...] | None:
    taxonomy = meeting.taxonomy
    if rule.contrasting and not (a.counted and b.counted and taxonomy.contrast(a.counted, b.counted)):
        return None
    bond = (f"both with {shared}", 2.5) if shared else _bond_of_kinds(a, b, meeting) if _link(rule) is Link.OTHER_KIND else None
    if bond is None:
        return None
    try:
        forbid_contrasts(a, b, taxonomy)
        guards = [*weigh_blocks(a, b), *weigh_modality(a, b), *weigh_time(a, b)]
        guards += weigh_attributes(a, b, taxonomy) if _link(rule) is Link.OTHER_KIND else []
    except Veto:
        return None
    return (bond, *guards)


def _bond_of_kinds(a: Group, b: Group, meeting: Meeting) -> Weight | None:
    """Return what shows one provision: the same attribute, or that one sentence counts both kinds of things."""
    if a.attribute is not None and a.attribute == b.attribute:
        return (f"both give {a.attribute}", 2.5)
    lacks_one = (a.attribute is None) != (b.attribute is None)
    if lacks_one and meeting.affinity >= ONE_STORY and _are_told_together(a, b, meeting):
        return ("counted side by side in one sentence", 1.5)
    return None


def _are_told_together(a: Group, b: Group, meeting: Meeting) -> bool:
    """Return whether one of the two documents counts both kinds of things in one sentence, so that both are of one provision."""
    return _counts_beside(a, b, meeting.ours, meeting.taxonomy) or _counts_beside(b, a, meeting.theirs, meeting.taxonomy)


def _counts_beside(group: Group, other: Group, home: Profile, taxonomy: Taxonomy) -> bool:
    return any(
        near.counted is not None and other.counted is not None and taxonomy.are_kin(near.counted, other.counted)
        for near in home.groups
        if near is not group and not near.places.isdisjoint(group.places)
    )


def _counterparts(home: Profile, meeting: Meeting) -> dict[int, str]:
    """Return for the groups of one document the party that sets a figure apart from its others, where there is one.

    That is the closest one, unless it only says the figure, runs through both documents or stands beside many figures.
    """
    protagonists = meeting.ours.protagonists & meeting.theirs.protagonists
    beside = Counter(group.first.entities[0] for group in home.groups if group.first.entities)
    found: dict[int, str] = {}
    for place, group in enumerate(home.groups):
        closest = next((name for name in group.first.entities if name != group.attribution), "")
        if closest and closest not in protagonists and beside[closest] <= MOST_FIGURES_OF_A_COUNTERPART:
            found[place] = closest
    return found


def _subject(group: Group) -> Subject:
    evidence = group.first.evidence
    return Subject(
        quantity=group.quantity,
        attribute=group.attribute,
        counted=group.counted,
        entities=group.parties,
        around=(*group.names, *group.nearby),
        lang=group.lang,
        role=evidence.role,
        days=group.as_of or group.period or evidence.said,
    )
