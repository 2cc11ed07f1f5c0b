"""How far a rule lets two figures of one fact lie apart: tolerances of numbers, slack of deadlines."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model.mention import Hedge
from claimcheck.model.quantity import Quantity
from claimcheck.model.resolution import resolve
from claimcheck.model.rule import Rule
from claimcheck.relation.days import days_apart
from claimcheck.relation.measure import measure
from claimcheck.relation.numbers import Ends, ends_of
from claimcheck.relation.outcome import Outcome, Relation

DEADLINE_CERTAINTY = 0.8
TOLERANCE_CERTAINTY = 0.7
SOFT = (Hedge.ABOUT, Hedge.ALMOST)


def allowance_of(a: Quantity, b: Quantity, ours: Sequence[Rule], theirs: Sequence[Rule]) -> Rule | None:
    """Return the tolerance or deadline rule that decides a pair; `ours` and `theirs` fit the one and the other figure."""
    wanted = "deadline" if a.kind == "date" else "tolerance"
    common = [rule for rule in ours if rule.kind == wanted and rule in theirs]
    return resolve(common, lambda rule: not rule.hedges or a.hedge in rule.hedges or b.hedge in rule.hedges) if common else None


def reaches_about(rule: Rule | None) -> Decimal | None:
    """Return how far, as a share, the rule lets "about" reach; None where it does not say."""
    return rule.relative if rule is not None and Hedge.ABOUT in rule.hedges else None


def allow(a: Quantity, b: Quantity, rule: Rule) -> Relation | None:
    """Return how two figures that are apart relate within what `rule` allows, or None where that is not enough."""
    if rule.kind == "deadline":
        apart = days_apart(a, b)
        return None if apart is None or apart > rule.days else Relation(Outcome.SAME, "deadline", DEADLINE_CERTAINTY, rule.id)
    if a.kind in ("date", "time") or (a.kind == "money" and a.unit != b.unit):
        return None
    ours, theirs = ends_of(a), ends_of(b)
    if ours.is_bound or theirs.is_bound or _gap(ours, theirs) > _width(ours, theirs, rule, min(a.factor, b.factor)):
        return None
    soft = Outcome.A_WIDER if a.hedge in SOFT else Outcome.B_WIDER if b.hedge in SOFT else Outcome.SAME
    return Relation(soft, "tolerance", TOLERANCE_CERTAINTY, rule.id)


def _width(a: Ends, b: Ends, rule: Rule, own: Decimal) -> Decimal:
    """Return the larger of what the rule allows as a share and in its unit, in base units; `own` is the figures' own factor."""
    share = (rule.relative or Decimal(0)) * max(abs(a.number), abs(b.number))
    unit = measure(rule.unit)
    return max(share, (rule.absolute or Decimal(0)) * (unit.factor if unit is not None and rule.unit else own))


def _gap(a: Ends, b: Ends) -> Decimal:
    """Return how far apart two figures are, ranges measured between their nearest ends."""
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return abs(a.number - b.number)
    return max(a.low - b.high, b.low - a.high, Decimal(0))
