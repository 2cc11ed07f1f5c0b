"""The ladder: a fixed order of named rungs, the first that holds is the verdict and its reason."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from claimcheck.judge.applies import RuleFinder
from claimcheck.judge.counting import counts_more
from claimcheck.judge.message import fill
from claimcheck.judge.order import Days, Order, Ordering, order_of
from claimcheck.judge.wording import quoted, say_against, say_reason
from claimcheck.model.claim import Claim
from claimcheck.model.days import last_day
from claimcheck.model.pair import Link, Pair
from claimcheck.model.quantity import Quantity
from claimcheck.model.rule import Rule, Rulebook
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.model.verdict import Verdict, VerdictKind
from claimcheck.relation import Outcome, Relation, allowance_of, relate_at
from claimcheck.relation.digits import are_swapped
from claimcheck.values import dataclass
from claimcheck.wording.figures import number_in_words

SCOPE_CERTAINTY = 0.7
IMPLIED_CERTAINTY = 0.7  # where no rate is known, and an article converts its own amount, which is equal to the other
SLIPS = (Decimal(10), Decimal(100), Decimal(1000), Decimal(10000), Decimal(1000000))  # 10,000 lies between 万 and 億
SLIP_WIDTH = Decimal("0.06")
DIGITS_FOR_SWAP = 3
RELIABILITY = {
    VerdictKind.AGREEMENT: 1.0,
    VerdictKind.REFINEMENT: 0.6,
    VerdictKind.CONTRADICTION: 0.85,
    VerdictKind.UPDATE: 0.8,
    VerdictKind.INCOMMENSURABLE: 0.95,
}
RELIABILITY_OF_RUNG = {"rounding": 0.7, "coarse-rounding": 0.7, "swapped-digits": 0.95, "scale-slip": 0.9}
GENERIC = 10  # a noun that includes so many others says little: "people" for employees refines nothing


@dataclass(frozen=True, slots=True)
class Bench:
    """What a judge needs besides the pair: dates of publication, the vocabulary and the rules, among them what they allow, what they limit, and all by their ids."""

    days: Days
    taxonomy: Taxonomy
    rulebook: Rulebook
    allowances: RuleFinder
    limits: RuleFinder
    rules: Mapping[str, Rule]


def bench_of(days: Days, rulebook: Rulebook) -> Bench:
    """Return what a judge needs, from the dates of the documents and the rules."""
    taxonomy = Taxonomy(rulebook.concepts)
    allowances = RuleFinder((*rulebook.of_kind("tolerance"), *rulebook.of_kind("deadline")), taxonomy)
    limits = RuleFinder((*rulebook.of_kind("bound"), *rulebook.of_kind("fact")), taxonomy)
    return Bench(days, taxonomy, rulebook, allowances, limits, {rule.id: rule for rule in rulebook.rules})


def decide(pair: Pair, a: Claim, b: Claim, bench: Bench) -> Verdict | None:
    """Return how `a` and `b` relate, or None where nothing certain can be said."""
    if pair.link is not Link.SAME:
        return _incommensurable(pair, a, b, bench)
    relation = relation_of(a, b, bench)
    if relation is None:
        return _unrated(pair, a, b)
    if relation.outcome is not Outcome.SAME:
        is_one_telling = pair.alike or _are_deadlines(relation, bench)
        is_apart = relation.outcome is Outcome.APART
        ordering = order_of(a, b, bench.days, bench.taxonomy, is_one_telling=is_one_telling, is_apart=is_apart, later=pair.later)
        if is_apart and not pair.later and _is_slip_of_one_time(a, b, bench.taxonomy):
            return _by_figures(pair, a, b, relation, bench)
        if ordering.order is Order.UNSAID:
            return _by_figures(pair, a, b, relation, bench) if is_slip(a.quantity, b.quantity) else None
        if is_apart and ordering.order in (Order.NONE, Order.UNKNOWN):
            wide = counts_more(a, b)
            if wide is not None:
                return _verdict(VerdictKind.REFINEMENT, pair, wide, b if wide is a else a, "counting-scope", SCOPE_CERTAINTY, wide=wide)
        if ordering.order is not Order.NONE:
            return _update(pair, a, b, ordering)
    kinds = _wider_noun(a, b, bench.taxonomy)
    if kinds is not None and relation.outcome is not Outcome.APART:
        wide, narrow = kinds
        return _verdict(VerdictKind.REFINEMENT, pair, wide, narrow, "wider-noun", relation.certainty, wide=wide)
    return _by_figures(pair, a, b, relation, bench)


def _unrated(pair: Pair, a: Claim, b: Claim) -> Verdict | None:
    """Return the agreement of an amount and what an article itself makes of it in a currency of which no rate is known."""
    return _verdict(VerdictKind.AGREEMENT, pair, a, b, "converted", IMPLIED_CERTAINTY) if pair.converted else None


def _by_figures(pair: Pair, a: Claim, b: Claim, relation: Relation, bench: Bench) -> Verdict:
    """Return the verdict that the figures alone lead to."""
    match relation.outcome:
        case Outcome.SAME:
            return _verdict(VerdictKind.AGREEMENT, pair, a, b, relation.rung, relation.certainty, rule=relation.rule)
        case Outcome.A_WIDER:
            return _verdict(VerdictKind.REFINEMENT, pair, a, b, relation.rung, relation.certainty, rule=relation.rule, wide=a)
        case Outcome.B_WIDER:
            return _verdict(VerdictKind.REFINEMENT, pair, b, a, relation.rung, relation.certainty, rule=relation.rule, wide=b)
        case Outcome.APART:
            return _contradiction(pair, a, b, bench.rules.get(relation.rule))


def relation_of(a: Claim, b: Claim, bench: Bench) -> Relation | None:
    """Return how the figures of two claims relate, on the day that is known for either, within what the rules allow."""
    tenths = bench.taxonomy.is_in_tenths(a.attribute, b.attribute)
    day = day_of(a, b, bench.days)
    relation = relate_at(a.quantity, b.quantity, day, tenths=tenths)
    if relation is None or relation.outcome is Outcome.SAME:
        return relation
    rule = allowance_of(a.quantity, b.quantity, bench.allowances.of(a), bench.allowances.of(b))
    return relation if rule is None else relate_at(a.quantity, b.quantity, day, tenths=tenths, rule=rule)


def _is_slip_of_one_time(a: Claim, b: Claim, taxonomy: Taxonomy) -> bool:
    """Return whether one figure is a slip of the other, and neither is told of another time: what goes on does not turn out so.

    On labelled stories 171 of 173 such figures of one fact were contradictions, also those of articles of two days.
    """
    if a.as_of and b.as_of and not a.as_of.meets(b.as_of):
        return False
    return taxonomy.is_earlier(a.qualifiers) == taxonomy.is_earlier(b.qualifiers) and is_slip(a.quantity, b.quantity)


def _are_deadlines(relation: Relation, bench: Bench) -> bool:
    """Return whether a deadline rule speaks of both figures: two deadlines are two plans, however they are put."""
    rule = bench.rules.get(relation.rule)
    return rule is not None and rule.kind == "deadline"


def day_of(a: Claim, b: Claim, days: Days) -> date | None:
    """Return the last day known for either claim."""
    return last_day(days.get(a.document), days.get(b.document))


def _wider_noun(a: Claim, b: Claim, taxonomy: Taxonomy) -> tuple[Claim, Claim] | None:
    """Return the claim that counts the wider kind of thing and the other, or None."""
    if not a.counted or not b.counted or a.counted == b.counted or taxonomy.are_alike(a.counted, b.counted):
        return None
    if max(taxonomy.breadth(a.counted), taxonomy.breadth(b.counted)) >= GENERIC:
        return None
    if taxonomy.includes(a.counted, b.counted):
        return a, b
    return (b, a) if taxonomy.includes(b.counted, a.counted) else None


def _update(pair: Pair, a: Claim, b: Claim, ordering: Ordering) -> Verdict:
    older, newer = (b, a) if ordering.order is Order.B_FIRST else (a, b)
    reason = say_reason(ordering.rung, older, newer, how=ordering.how)
    if ordering.order is Order.UNKNOWN:
        reason = "; ".join([reason, *_slip_in_words(a, b)])
    sure = 0.6 if ordering.order is Order.UNKNOWN else 0.9
    return _verdict(VerdictKind.UPDATE, pair, older, newer, ordering.rung, sure, reason=reason)


def _slip_in_words(a: Claim, b: Claim) -> list[str]:
    """Return the name of a slip that two figures look like, beside whatever else is said of them."""
    slip = scale_slip(a.quantity, b.quantity)
    if slip is not None:
        return [say_reason("scale-slip", a, b, factor=number_in_words(slip))]
    return [say_reason("swapped-digits", a, b)] if have_swapped_digits(a.quantity, b.quantity) else []


def _contradiction(pair: Pair, a: Claim, b: Claim, rule: Rule | None) -> Verdict:
    slip = scale_slip(a.quantity, b.quantity)
    rung = "scale-slip" if slip is not None else "swapped-digits" if have_swapped_digits(a.quantity, b.quantity) else "disjoint"
    if rule is not None and rung == "disjoint":
        reason = fill(rule, a=quoted(a), b=quoted(b))
    else:
        reason = say_reason(rung, a, b, factor="" if slip is None else number_in_words(slip))
    if slip is None:
        reason = f"{reason} ({say_against(a, b)})"
    sure = 1.0 if slip is None else 0.9
    return _verdict(VerdictKind.CONTRADICTION, pair, a, b, rung, sure, reason=reason, rule=rule.id if rule else "")


def is_slip(a: Quantity, b: Quantity) -> bool:
    """Return whether one figure is the other with digits swapped or the point moved: no plan turns out so."""
    return scale_slip(a, b) is not None or have_swapped_digits(a, b)


def scale_slip(a: Quantity, b: Quantity) -> Decimal | None:
    """Return the power of ten by which two figures with the same leading digits differ, or None."""
    first, second = _number(a), _number(b)
    if not first or not second or a.kind in ("date", "time", "duration", "percent"):
        return None
    ratio = max(abs(first), abs(second)) / min(abs(first), abs(second))
    return next((slip for slip in SLIPS if abs(ratio / slip - 1) <= (SLIP_WIDTH if slip >= 1000 else 0)), None)


def have_swapped_digits(a: Quantity, b: Quantity) -> bool:
    """Return whether two neighbouring digits have changed places: 1,532 and 1,352."""
    first, second = (_digits(quantity) for quantity in (a, b))
    return len(first) >= DIGITS_FOR_SWAP and are_swapped(first, second)


def _digits(quantity: Quantity) -> str:
    number = _number(quantity)
    return "" if number is None else f"{abs(number).normalize():f}".replace(".", "").rstrip("0")


def _number(quantity: Quantity) -> Decimal | None:
    end = quantity.stated.low if quantity.stated.low is not None else quantity.stated.high
    return end if isinstance(end, Decimal) else None


def _incommensurable(pair: Pair, a: Claim, b: Claim, bench: Bench) -> Verdict:
    rule = bench.rules[pair.rule]
    reason = fill(rule, a=quoted(a), b=quoted(b))
    return _verdict(VerdictKind.INCOMMENSURABLE, pair, a, b, pair.link.value, 0.9, reason=reason, rule=rule.id)


def _reliability(kind: VerdictKind, rung: str) -> float:
    """Return the share of verdicts of this kind and rung that hold when alignment is sure (docs/verdicts.md)."""
    return RELIABILITY_OF_RUNG.get(rung, RELIABILITY[kind])


def _verdict(  # noqa: PLR0913 - the fields of a verdict
    kind: VerdictKind,
    pair: Pair,
    a: Claim,
    b: Claim,
    rung: str,
    certainty: float,
    *,
    reason: str = "",
    rule: str = "",
    wide: Claim | None = None,
) -> Verdict:
    return Verdict(
        kind=kind,
        a=a.id,
        b=b.id,
        rung=rung,
        reason=reason or say_reason(rung, a, b, wide=wide),
        rule=rule or f"core/{rung}",
        confidence=round(_reliability(kind, rung) * certainty / (1 + math.exp(-pair.score)), 3),
        weights=pair.weights,
    )
