"""Claims of one document that say the same thing again, taken together.

A headline, a lead and a table that repeat one figure add up what they know of it: the lead names the parties, the
table the attribute.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from claimcheck.align.around import around
from claimcheck.align.groups import Company, Group, comparable, figure_of, sharpness, step_of
from claimcheck.align.words import words_of
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.days import is_yearless
from claimcheck.model.interval import Interval
from claimcheck.model.span import Span
from claimcheck.model.taxonomy import Taxonomy

SHARP_ENOUGH = 1.5  # figures this telling are taken for one another without more
LONG_AGO = timedelta(days=75)  # the month before last is told beside the last; the year before is another story
MOST_CROWD = 8  # beyond, a crowd weighs no more
MOST_BESIDE = 24  # figures of one sentence that keep one another company; what is longer is a list


def group_claims(claims: Sequence[Claim], taxonomy: Taxonomy, published: Interval[date] | None = None) -> tuple[Group, ...]:
    """Return the claims of one document as groups, in order of their first claims; `published` is when it came out."""
    gathered: list[list[Claim]] = []
    by_value: dict[tuple[str, object], list[list[Claim]]] = {}
    for claim in claims:
        same = by_value.setdefault((claim.quantity.dimension, claim.quantity.stated), [])
        home = next((repeated for repeated in same if _repeats(repeated[0], claim, taxonomy)), None)
        if home is None:
            home = []
            same.append(home)
            gathered.append(home)
        home.append(claim)
    latest = _latest(claims, published)
    groups = [replace(group, is_past=_is_past(group, latest)) for group in map(_merge, gathered)]
    by_place: dict[int, list[Group]] = {}
    alike: dict[tuple[str | None, str], list[Group]] = {}
    for group in groups:
        alike.setdefault((group.attribute, comparable(group.quantity)), []).append(group)
        for place in group.places:
            by_place.setdefault(place, []).append(group)
    kinds = Counter(comparable(group.quantity) for group in groups)
    return tuple(
        replace(
            group,
            company=replace(
                _company(group, by_place, taxonomy),
                crowd=_crowd(group, alike[group.attribute, comparable(group.quantity)], taxonomy),
                is_only=kinds[comparable(group.quantity)] == 1,
            ),
        )
        for group in groups
    )


def _latest(claims: Sequence[Claim], published: Interval[date] | None) -> date | None:
    """Return the last day that the document tells of as having been, or that it came out on."""
    told = [days for claim in claims if claim.modality is Modality.ACTUAL for days in (claim.period, claim.as_of)]
    known = [days for days in (*told, published) if days is not None and not is_yearless(days)]
    return max((days.high for days in known if days.high is not None), default=None)


def _is_past(group: Group, latest: date | None) -> bool:
    period = group.period
    if latest is None or period is None or period.high is None or is_yearless(period):
        return False
    return latest - period.high > LONG_AGO


def _crowd(group: Group, alike: Iterable[Group], taxonomy: Taxonomy) -> int:
    """Return how many of the figures of one attribute and kind could be meant by the same words: none by a contrast."""
    rivals = (
        other
        for other in alike
        if other is not group
        and (group.attribute is not None or other.qualifiers == group.qualifiers)
        and _are_alike_in(group.qualifiers, other.qualifiers, taxonomy)
    )
    return sum(1 for _ in islice(rivals, MOST_CROWD))


def _are_alike_in(ours: frozenset[str], theirs: frozenset[str], taxonomy: Taxonomy) -> bool:
    """Return whether nothing tells two sets of qualifiers apart: a fixed fee is met by no bonus and by no plain fee."""
    if any(taxonomy.contrast(one, other) for one in ours for other in theirs):
        return False
    return all(any(taxonomy.are_kin(one, other) for other in theirs) for one in ours)


def _company(group: Group, by_place: Mapping[int, Sequence[Group]], taxonomy: Taxonomy) -> Company:
    own = figure_of(group.quantity)
    beside = {place: _nearest(group, by_place[place]) for place in group.places}
    same = {figure_of(other.quantity): other for others in beside.values() for other in others}
    next_to = (other for place in group.places for step in (place - 1, place + 1) for other in _nearest(group, by_place.get(step, ())))
    near = {figure_of(other.quantity): other for other in next_to}
    concepts = {cue.id for claim in group.claims for cue in claim.evidence.cues if cue.role in ("attribute", "counted", "qualifier")}
    named = [(figure, other) for figure, other in same.items() if other.attribute and other.attribute != group.attribute]
    moving = (figure for figure, other in same.items() if figure != own and taxonomy.moves(other.attribute, other.counted))
    kind = comparable(group.quantity)
    steps = (step_of(other.quantity) for others in beside.values() for other in others if comparable(other.quantity) == kind)
    return Company(
        figures=tuple((figure, sharpness(other.quantity)) for figure, other in same.items() if figure != own),
        near=tuple((figure, sharpness(other.quantity)) for figure, other in near.items() if figure not in same),
        beside=frozenset((other.attribute, figure) for figure, other in named if other.attribute),
        series=frozenset(moving),
        finest=min((step for step in steps if step), default=None),
        concepts=frozenset(concepts - {group.attribute, group.counted} - group.qualifiers),
        rivals=sum(1 for others in beside.values() for other in others if comparable(other.quantity) == kind) - len(group.places),
        around=around(group.claims, lambda claim: _spans_beside(claim, beside[claim.evidence.place])),
        words=frozenset(word for quote in {claim.evidence.quote for claim in group.claims} for word in words_of(quote)),
    )


def _spans_beside(claim: Claim, groups: Iterable[Group]) -> list[Span]:
    """Return where the other figures of a claim's sentence stand."""
    place = claim.evidence.place
    return [other.span for group in groups for other in group.claims if other is not claim and other.evidence.place == place]


def _nearest(group: Group, others: Sequence[Group]) -> Sequence[Group]:
    """Return the figures of a sentence that keep `group` company: all, or in a long list those around it."""
    if len(others) <= MOST_BESIDE:
        return others
    starts = [other.first.span.start for other in others]
    middle = bisect_left(starts, group.first.span.start)
    first = max(0, min(middle - MOST_BESIDE // 2, len(others) - MOST_BESIDE))
    return others[first : first + MOST_BESIDE]


def _repeats(earlier: Claim, claim: Claim, taxonomy: Taxonomy) -> bool:
    """Return whether `claim` says again what `earlier` said."""
    ours, theirs = earlier.quantity, claim.quantity
    if ours.dimension != theirs.dimension or ours.stated != theirs.stated:
        return False
    if _clash(earlier.attribute, claim.attribute, taxonomy) or _clash(earlier.counted, claim.counted, taxonomy):
        return False
    if any(taxonomy.contrast(one, other) for one in earlier.qualifiers for other in claim.qualifiers):
        return False
    if earlier.scope != claim.scope and earlier.scope and claim.scope:
        return False
    if earlier.period and claim.period and not earlier.period.meets(claim.period):
        return False
    alike = earlier.attribute is not None and earlier.attribute == claim.attribute
    return alike or (sharpness(ours) >= SHARP_ENOUGH and not _bound_apart(earlier, claim))


def _clash(one: str | None, other: str | None, taxonomy: Taxonomy) -> bool:
    return bool(one and other and one != other and not taxonomy.are_kin(one, other))


def _bound_apart(one: Claim, other: Claim) -> bool:
    return bool(one.entities and other.entities and one.entities[0] not in other.entities and other.entities[0] not in one.entities)


def _merge(claims: list[Claim]) -> Group:
    first = claims[0]
    return Group(
        document=first.document,
        claims=tuple(claims),
        quantity=first.quantity,
        attribute=_commonest(claim.attribute for claim in claims),
        counted=_commonest(claim.counted for claim in claims),
        qualifiers=frozenset(name for claim in claims for name in claim.qualifiers),
        parties=_ordered(claim.entities for claim in claims),
        names=_ordered(claim.evidence.names for claim in claims),
        nearby=_ordered(claim.evidence.nearby for claim in claims),
        scope=next((claim.scope for claim in claims if claim.scope), None),
        period=next((claim.period for claim in claims if claim.period), None),
        as_of=next((claim.as_of for claim in claims if claim.as_of), None),
        modality=first.modality,
        attribution=next((claim.attribution for claim in claims if claim.attribution), None),
        places=frozenset(claim.evidence.place for claim in claims),
        blocks=frozenset(claim.evidence.block for claim in claims),
        lang=first.evidence.lang,
    )


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None


def _ordered(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in lists for name in names))
