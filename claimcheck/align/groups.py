"""The claims of one document that repeat one figure, and the company it keeps; how much a figure tells."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from decimal import Decimal

from claimcheck.align.around import Around
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import BlockKind
from claimcheck.values import dataclass

Figure = tuple[str, object, object]  # what it is comparable with, both stated ends in base units
SHARPEST = 3.5
PER_MAGNITUDE = 0.25  # 820,000 people are met by chance less often than 82


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What stands around a figure: the others of its sentence and of the sentences beside it, each with its sharpness.

    `beside` pairs the attributes of its sentence with their figures, `concepts` are all concepts named there, `rivals`
    counts the figures of its sentence that could be taken for it. `words` are the words of its sentences. `crowd`
    counts the other figures of the document that share its attribute and kind; `is_only`
    tells that it is the only figure of its kind there. `series` are those of the figures that move with time, as it
    does itself or not: who shares them reports one bulletin. `finest` is the smallest step of the figures of its kind in its
    sentences, in base units: who writes 2.2 % and 2 % means 2.0. `around` is what its own words say.
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
    finest: Decimal | None = None
    around: Around = field(default_factory=Around)


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
    def counts_beside(self) -> bool:
        """True where the noun of what is counted stands at the figure itself, and not just in its sentence."""
        return any(
            cue.role == "counted" and cue.id == self.counted and claim.span.start <= cue.span.start < claim.span.end
            for claim in self.claims
            for cue in claim.evidence.cues
        )

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


def step_of(quantity: Quantity) -> Decimal:
    """Return one step of the last digit shown, in base units."""
    return quantity.step * quantity.factor


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
