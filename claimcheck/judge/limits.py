"""Figures held against what a rule knows by itself: bounds that nothing exceeds, and the ledger of accepted figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from claimcheck.judge.ladder import Bench
from claimcheck.judge.message import fill
from claimcheck.judge.order import changes
from claimcheck.judge.values import fingerprint
from claimcheck.judge.wording import quoted
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.days import days_of
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Hedge, Unit
from claimcheck.model.quantity import Quantity
from claimcheck.model.resolution import resolve
from claimcheck.model.rule import Rule
from claimcheck.model.source import BlockKind
from claimcheck.model.verdict import Finding, Level
from claimcheck.relation import Outcome, relate_at
from claimcheck.relation.measure import measure

NEWER = "{a} is newer than the accepted {low} to {high} {unit} of {dated}; see {source}"
RENEW = "Date the new figure in the ledger, if it is accepted."


class Standing(StrEnum):
    """How a figure that differs from the ledger's stands to it."""

    WRONG = "wrong"
    NEWER = "newer"


def find_limits(claims: Sequence[Claim], bench: Bench) -> list[Finding]:
    """Return a finding for every figure outside a bound, and for every one that the ledger says cannot be right or has outgrown."""
    found: dict[str, tuple[Rule, list[Claim]]] = {}
    for claim in claims:
        if claim.modality is Modality.DENIED or claim.evidence.block in (BlockKind.META, BlockKind.RELATED):
            continue
        for rule in _speaking(claim, bench.limits.of(claim), bench):
            found.setdefault(fingerprint(rule.id, claim), (rule, []))[1].append(claim)
    return [_finding(mark, rule, broken) for mark, (rule, broken) in found.items()]


def _speaking(claim: Claim, fitting: Sequence[Rule], bench: Bench) -> Iterator[Rule]:
    """Yield the rules that have something to say of a claim: every bound it breaks, and of the ledger the one that decides."""
    if not fitting:
        return
    yield from (rule for rule in fitting if rule.kind == "bound" and is_out_of_bounds(claim.quantity, rule))
    ledger = resolve(fitting, lambda rule: rule.kind == "fact" and accepted_figure(claim.quantity, rule) is not None)
    standing = _against_ledger(claim, ledger, bench) if ledger is not None else None
    if ledger is not None and standing is Standing.WRONG:
        yield ledger
    elif ledger is not None and standing is Standing.NEWER:
        yield replace(ledger, level=Level.INFO, message=NEWER, help=RENEW)


def is_out_of_bounds(quantity: Quantity, rule: Rule) -> bool:
    """Return whether a figure lies outside what `rule` says it can be; False where their units do not compare.

    Of a range each end counts, of a vague count ("tens of millions") only the whole.
    """
    unit = _unit_for(quantity, rule)
    ends = list(_base_ends(quantity)) if unit is not None else []
    if unit is None or not ends:
        return False
    low = None if rule.low is None else rule.low * unit.factor + unit.offset
    high = None if rule.high is None else rule.high * unit.factor + unit.offset
    outside = [(low is not None and end < low, high is not None and end > high) for end in ends]
    if quantity.hedge is Hedge.VAGUE:
        return all(below for below, _ in outside) or all(above for _, above in outside)
    return any(below or above for below, above in outside)


def _unit_for(quantity: Quantity, rule: Rule) -> Unit | None:
    """Return the unit of the rule's bounds where the figure can be measured in it; without one, a bare number or count."""
    unit = measure(rule.unit)
    if unit is None:
        return None
    if not rule.unit:
        return unit if not quantity.unit else None
    return unit if (quantity.base_unit, quantity.dimension) == (unit.base_name, unit.dimension) else None


def _base_ends(quantity: Quantity) -> Iterator[Decimal]:
    for end in (quantity.stated.low, quantity.stated.high):
        if isinstance(end, Decimal):
            yield end * quantity.factor + quantity.offset


def _against_ledger(claim: Claim, rule: Rule, bench: Bench) -> Standing | None:
    """Return what is to be said where the claim's figure and the accepted one differ: that both cannot be right, or that it is newer.

    Of what moves with time, a figure of another day than the ledger's is no slip; of an older one there is nothing to say.
    """
    accepted = accepted_figure(claim.quantity, rule)
    if accepted is None:
        return None
    dated = days_of(rule.dated)
    relation = relate_at(claim.quantity, accepted, _last(dated), tenths=bench.taxonomy.is_in_tenths(claim.attribute))
    if relation is None or relation.outcome is not Outcome.APART:
        return None
    if not changes(claim, claim, bench.taxonomy):
        return Standing.WRONG
    own = claim.as_of or claim.period or bench.days.get(claim.document)
    if claim.modality is Modality.PLANNED:
        return None
    if not own or not dated or own.meets(dated):
        return Standing.WRONG
    day, accepted_day = _last(own), _last(dated)
    return Standing.NEWER if day and accepted_day and day > accepted_day else None


def accepted_figure(quantity: Quantity, rule: Rule) -> Quantity | None:
    """Return the ledger's figure as a quantity, to compare `quantity` with; None where the two do not compare."""
    unit = measure(rule.unit)
    if unit is None:
        return None
    is_bare = not rule.unit and quantity.kind in ("count", "number", "ratio")
    if not is_bare and unit.dimension != quantity.dimension and not (unit.kind == quantity.kind == "money" and unit.base_name == unit.name):
        return None
    stated = Interval(rule.low, rule.high)
    return Quantity(
        kind=quantity.kind if is_bare else unit.kind,
        dimension=quantity.dimension if is_bare else unit.dimension,
        unit=unit.name,
        stated=stated,
        interval=stated,
        base_unit=unit.base_name,
        factor=unit.factor,
        offset=unit.offset,
        hedge=Hedge.EXACT if stated.is_point else Hedge.RANGE,
        step=_step(rule.low if rule.low is not None else rule.high),
    )


def _step(end: Decimal | None) -> Decimal:
    """Return one step of the last digit written: "38e9" says billions, "38.0e9" tenths of one."""
    exponent = end.as_tuple().exponent if end is not None else 0
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _last(days: Interval[date] | None) -> date | None:
    return None if days is None else days.high or days.low


def _finding(mark: str, rule: Rule, claims: Sequence[Claim]) -> Finding:
    """Return what a rule says of a figure; its restatements in the same document are related."""
    return Finding(
        id=mark,
        rule=rule.id,
        level=rule.level,
        message=fill(rule, a=quoted(claims[0]), value=quoted(claims[0])),
        primary=claims[0].id,
        related=tuple(claim.id for claim in claims[1:]),
        help=rule.help,
        fingerprint=mark,
    )
