"""Claims of one document that say the same thing again, taken together.

A headline, a lead and a table that repeat one figure add up what they know of it: the lead names the parties, the
table the attribute.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from claimcheck.align.words import words_of
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.days import is_yearless
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import BlockKind
from claimcheck.model.taxonomy import Taxonomy

LONG_AGO = timedelta(days=75)  # the month before last is told beside the last; the year before is another story
Figure = tuple[str, object, object]  # what it is comparable with, both stated ends in base units
SHARPEST = 3.5
PER_MAGNITUDE = 0.25  # 820,000 people are met by chance less often than 82
SHARP_ENOUGH = 1.5  # figures this telling are taken for one another without more


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What stands around a figure: the others of its sentence and of the sentences beside it, each with its sharpness.

    `beside` pairs the attributes of its sentence with their figures, `concepts` are all concepts named there, `rivals`
    counts the figures of its sentence that could be taken for it. `words` are the words of its sentences. `crowd`
    counts the other figures of the document that share its attribute and kind; `is_only`
    tells that it is the only figure of its kind there. `series` are those of the figures that move with time, as it
    does itself or not: who shares them reports one bulletin.
    """

    figures: tuple[tuple[Figure, float], ...] = ()
    near: tuple[tuple[Figure, float], ...] = ()
    beside: frozenset[tuple[str, Figure]] = frozenset()
    concepts: frozenset[str] = frozenset()
    rivals: int = 0
    words: frozenset[str] = frozenset()
    crowd: int = 0
    is_only: bool = False
    series: frozenset[Figure] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The claims of one document that repeat one figure, and what they say of it together.

    `is_past` tells that its period was over long before the document's own time: the turnout of the election before.
    """

    document: str
    claims: tuple[Claim, ...]
    quantity: Quantity
    attribute: str | None
    counted: str | None
    qualifiers: frozenset[str]
    parties: tuple[str, ...]
    names: tuple[str, ...]
    nearby: tuple[str, ...]
    scope: str | None
    period: Interval[date] | None
    as_of: Interval[date] | None
    modality: Modality
    attribution: str | None
    places: frozenset[int]
    blocks: frozenset[BlockKind]
    lang: str
    is_past: bool = False
    company: Company = Company()

    @property
    def is_named(self) -> bool:
        """True where a sentence of the group itself names the attribute."""
        return any(claim.attribute == self.attribute and not claim.evidence.inherited for claim in self.claims)

    @property
    def language(self) -> str:
        """The language without its region."""
        return self.lang.partition("-")[0]

    @property
    def first(self) -> Claim:
        """The first claim of the group."""
        return self.claims[0]


def sharpness(quantity: Quantity) -> float:
    """Return how much it tells that two figures are equal: "12.87" a lot, "2" next to nothing.

    In log-odds; significant digits count, and a day says more than a year.
    """
    low, high = quantity.stated.low, quantity.stated.high
    if quantity.kind == "date":
        return _sharpness_of_days(low, high)
    if quantity.kind == "time":
        return 1.0 if getattr(low or high, "minute", 0) == 0 else 2.0
    ends = [abs(end) for end in (low, high) if isinstance(end, Decimal)]
    digits = max((len(end.normalize().as_tuple().digits) for end in ends), default=1)
    sharp = {1: 0.5, 2: 1.4, 3: 2.2}.get(digits, 2.8)
    if quantity.kind in ("count", "number"):
        sharp += PER_MAGNITUDE * max((max(0, end.adjusted()) for end in ends), default=0)
    elif quantity.kind == "money" or (quantity.unit and quantity.kind not in ("duration", "percent")):
        sharp += 0.6
    return min(sharp + (0.8 if len(set(ends)) > 1 else 0.0), SHARPEST)


def _sharpness_of_days(low: object, high: object) -> float:
    if not isinstance(low, date) or not isinstance(high, date):
        return 1.5
    days = (high - low).days
    return 2.2 if days == 0 else 1.6 if days <= 31 else 0.6


def group_claims(claims: Sequence[Claim], taxonomy: Taxonomy, published: Interval[date] | None = None) -> tuple[Group, ...]:
    """Return the claims of one document as groups, in order of their first claims; `published` is when it came out."""
    gathered: list[list[Claim]] = []
    for claim in claims:
        for repeated in gathered:
            if _repeats(repeated[0], claim, taxonomy):
                repeated.append(claim)
                break
        else:
            gathered.append([claim])
    latest = _latest(claims, published)
    groups = [replace(group, is_past=_is_past(group, latest)) for group in map(_merge, gathered)]
    by_place: dict[int, list[Group]] = {}
    for group in groups:
        for place in group.places:
            by_place.setdefault(place, []).append(group)
    kinds = Counter(comparable(group.quantity) for group in groups)
    companies = [_company(group, by_place, _crowd(group, groups, taxonomy), taxonomy) for group in groups]
    lonely = [replace(company, is_only=kinds[comparable(group.quantity)] == 1) for group, company in zip(groups, companies, strict=True)]
    return tuple(replace(group, company=company) for group, company in zip(groups, lonely, strict=True))


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


def comparable(quantity: Quantity) -> str:
    """Return the key that two quantities share when one can be converted into the other."""
    if quantity.kind == "money":
        return "money" + quantity.dimension.partition(" / ")[2]
    return "count" if quantity.kind in ("count", "number") else quantity.dimension


def figure_of(quantity: Quantity) -> Figure:
    """Return a figure by its values alone, units converted, currencies apart."""
    key = quantity.dimension if quantity.kind == "money" else comparable(quantity)
    low, high = quantity.stated.low, quantity.stated.high
    if isinstance(low, Decimal | None) and isinstance(high, Decimal | None):
        low, high = _in_base(low, quantity), _in_base(high, quantity)
    return key, low, high


def _in_base(end: Decimal | None, quantity: Quantity) -> Decimal | None:
    return None if end is None else end * quantity.factor + quantity.offset


def moves(attribute: str | None, counted: str | None, taxonomy: Taxonomy) -> bool:
    """Return whether what a figure is of is known to move with time."""
    return any(concept.changes for concept in map(taxonomy.get, (attribute, counted)) if concept)


def _crowd(group: Group, groups: Sequence[Group], taxonomy: Taxonomy) -> int:
    """Return how many other figures of the document could be meant by the same words: one attribute, no contrast."""
    return sum(
        1
        for other in groups
        if other is not group
        and other.attribute == group.attribute
        and comparable(other.quantity) == comparable(group.quantity)
        and (group.attribute is not None or other.qualifiers == group.qualifiers)
        and _are_alike_in(group.qualifiers, other.qualifiers, taxonomy)
    )


def _are_alike_in(ours: frozenset[str], theirs: frozenset[str], taxonomy: Taxonomy) -> bool:
    """Return whether nothing tells two sets of qualifiers apart: a fixed fee is met by no bonus and by no plain fee."""
    if any(taxonomy.contrast(one, other) for one in ours for other in theirs):
        return False
    return not ours or any(taxonomy.are_kin(one, other) for one in ours for other in theirs)


def _company(group: Group, by_place: dict[int, list[Group]], crowd: int, taxonomy: Taxonomy) -> Company:
    own = figure_of(group.quantity)
    same = {figure_of(other.quantity): other for place in group.places for other in by_place[place]}
    near = {
        figure_of(other.quantity): other for place in group.places for step in (place - 1, place + 1) for other in by_place.get(step, [])
    }
    concepts = {cue.id for claim in group.claims for cue in claim.evidence.cues if cue.role in ("attribute", "counted", "qualifier")}
    return Company(
        crowd=crowd,
        figures=tuple((figure, sharpness(other.quantity)) for figure, other in same.items() if figure != own),
        near=tuple((figure, sharpness(other.quantity)) for figure, other in near.items() if figure not in same),
        beside=frozenset(
            (other.attribute, figure) for figure, other in same.items() if other.attribute and other.attribute != group.attribute
        ),
        series=frozenset(figure for figure, other in same.items() if figure != own and moves(other.attribute, other.counted, taxonomy)),
        concepts=frozenset(concepts - {group.attribute, group.counted} - group.qualifiers),
        rivals=sum(1 for place in group.places for other in by_place[place] if comparable(other.quantity) == comparable(group.quantity))
        - len(group.places),
        words=frozenset(word for quote in {claim.evidence.quote for claim in group.claims} for word in words_of(quote)),
    )


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
