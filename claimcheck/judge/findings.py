"""Verdicts and derived figures to findings: what a person is told, each thing once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Context, Decimal
from itertools import combinations

from claimcheck.judge.derive import Computed, amount_of
from claimcheck.judge.message import fill
from claimcheck.judge.values import fingerprint, value_of
from claimcheck.judge.wording import quoted
from claimcheck.model.claim import Claim
from claimcheck.model.rule import Rule
from claimcheck.model.verdict import Finding, Level, Verdict, VerdictKind
from claimcheck.wording.figures import derived_in_words, measure_in_words, number_in_words, unit_in_words

LEVELS = {
    VerdictKind.CONTRADICTION: Level.ERROR,
    VerdictKind.INCOMMENSURABLE: Level.WARNING,
    VerdictKind.UPDATE: Level.INFO,
    VerdictKind.REFINEMENT: Level.INFO,
}
SUM_SLACK = Decimal("0.02")  # parts are rounded one by one
MOST_COMPARED = 40
ALLOWING = ("tolerance", "deadline")  # their level and help are for what they do not allow
HELP = {
    VerdictKind.CONTRADICTION: "Check both sentences against the original source; correct one, or attribute both figures.",
    VerdictKind.INCOMMENSURABLE: "Do not set one against the other; say what each of them counts.",
}


def find_verdicts(
    verdicts: Iterable[Verdict],
    claims: Mapping[str, Claim],
    facts: Mapping[str, str],
    rules: Mapping[str, Rule],
    review: Collection[str] = (),
) -> list[Finding]:
    """Return one finding for every fact, kind, rule and pair of values; `facts` maps claims to their fact.

    The claims that say the same in other places or documents are related, not findings of their own.
    With `review`, ids of documents, what touches none of them is left out.
    """
    gathered: dict[tuple[object, ...], list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.kind is VerdictKind.AGREEMENT:
            continue
        values = tuple(sorted((value_of(claims[verdict.a]), value_of(claims[verdict.b]))))
        places = tuple(sorted({facts[verdict.a], facts[verdict.b]}))
        gathered.setdefault((verdict.kind, verdict.rule, places, values), []).append(verdict)
    touched = (group for group in gathered.values() if not review or _touches(group, claims, review))
    return [_finding(group, claims, rules) for group in touched]


def _touches(group: Sequence[Verdict], claims: Mapping[str, Claim], review: Collection[str]) -> bool:
    return any(claims[id_].document in review for verdict in group for id_ in (verdict.a, verdict.b))


def _finding(group: Sequence[Verdict], claims: Mapping[str, Claim], rules: Mapping[str, Rule]) -> Finding:
    """Return the finding of verdicts that say the same thing, the surest and first as its example."""
    best = min(group, key=lambda verdict: (-verdict.confidence, verdict.a, verdict.b))
    everyone = dict.fromkeys(claim for verdict in group for claim in (verdict.a, verdict.b))
    primary = max((best.a, best.b), key=lambda claim: (claims[claim].document, claims[claim].span.start))
    other = best.a if primary == best.b else best.b
    rest = sorted(
        (claim for claim in everyone if claim not in (primary, other)), key=lambda claim: (claims[claim].document, claims[claim].span.start)
    )
    rule = rules.get(best.rule)
    is_milder = rule is not None and rule.kind in ALLOWING and best.kind is not VerdictKind.CONTRADICTION
    mark = fingerprint(best.rule, claims[primary], claims[other])
    return Finding(
        id=mark,
        rule=best.rule,
        level=rule.level if rule and not is_milder else LEVELS[best.kind],
        message=best.reason,
        primary=primary,
        related=(other, *rest),
        verdict=best.kind,
        help=rule.help if rule and rule.help and not is_milder else HELP.get(best.kind, ""),
        fingerprint=mark,
    )


def find_ratios(computed: Sequence[Computed], claims: Mapping[str, Claim]) -> list[Finding]:
    """Return what a ratio rule says of its ratios: those out of bounds, and those of two sources or relations that differ."""
    rule = computed[0].rule
    findings = [_out_of_bounds(one, claims) for one in computed if _is_outside(one)]
    if rule.relative is None:
        return findings
    differing: dict[str, Finding] = {}
    for one, other in _compared(computed, claims):
        if one.derived.unit == other.derived.unit and _differ(one, other, rule.relative):
            finding = _differing(one, other, claims)
            differing.setdefault(finding.message, finding)  # restatements come to the same
    return [*findings, *differing.values()]


def _compared(computed: Sequence[Computed], claims: Mapping[str, Claim]) -> Iterator[tuple[Computed, Computed]]:
    """Yield the ratios to compare, two by two: of a few every two, of many those that share a party; others are of other stories."""
    if len(computed) <= MOST_COMPARED:
        yield from combinations(computed, 2)
        return
    named = [(one, frozenset(name for claim in one.derived.claims for name in claims[claim].entities)) for one in computed]
    yield from ((one, other) for (one, ours), (other, theirs) in combinations(named, 2) if not ours.isdisjoint(theirs))


def _is_outside(one: Computed) -> bool:
    value, rule = one.derived.value, one.rule
    return (rule.low is not None and value < rule.low) or (rule.high is not None and value > rule.high)


def _out_of_bounds(one: Computed, claims: Mapping[str, Claim]) -> Finding:
    rule = one.rule
    message = fill(
        rule,
        a=quoted(claims[one.derived.claims[0]]),
        b=quoted(claims[one.derived.claims[-1]]),
        value=number_in_words(Context(prec=4).plus(one.derived.value)),
        unit=unit_in_words(rule.unit or one.derived.unit),
    )
    return _derived_finding(rule, rule.level, message, (one,), claims)


def _differ(one: Computed, other: Computed, relative: Decimal) -> bool:
    high, low = max(one.derived.value, other.derived.value), min(one.derived.value, other.derived.value)
    return low > 0 and high / low - 1 > relative


def _differing(one: Computed, other: Computed, claims: Mapping[str, Claim]) -> Finding:
    high, low = max(one.derived.value, other.derived.value), min(one.derived.value, other.derived.value)
    factor = round(high / low, 2)
    values = " and ".join(f"{derived_in_words(ratio.derived)} ({ratio.derived.label.partition(': ')[2]})" for ratio in (one, other))
    message = f"derived: {values} differ by a factor of {factor}"
    return _derived_finding(one.rule, Level.INFO, message, (one, other), claims)


def find_sums(computed: Sequence[Computed], claims: Mapping[str, Claim]) -> list[Finding]:
    """Return what a sum rule says of parts and their total: info where they stay below, the rule's level where they exceed it."""
    findings = []
    for one in computed:
        whole = amount_of(one.total) if one.total else None
        if one.total is None or not whole:
            continue
        factor = claims[one.derived.claims[0]].quantity.factor
        total, parts = whole * one.total.quantity.factor, one.derived.value * factor
        slack = max(total * (one.rule.relative or SUM_SLACK), (one.rule.absolute or Decimal(0)) * factor)
        over = parts > total + slack
        message = _say_sum(one, one.total, parts / total, over=over)
        findings.append(_derived_finding(one.rule, one.rule.level if over else Level.INFO, message, (one,), claims, one.total))
    return findings


def _say_sum(one: Computed, total: Claim, share: Decimal, *, over: bool) -> str:
    made = derived_in_words(one.derived)
    counted = f"{one.derived.label} = {made}, {measure_in_words(round(share * 100, 1), 'percent')} of {quoted(total)}"
    if over and one.rule.message:
        return f"{fill(one.rule, a=one.derived.label, b=quoted(total), value=made)} (derived: {counted})"
    return f"derived: {counted}"


def _derived_finding(
    rule: Rule, level: Level, message: str, computed: tuple[Computed, ...], claims: Mapping[str, Claim], total: Claim | None = None
) -> Finding:
    ids = list(dict.fromkeys(claim for one in computed for claim in one.derived.claims))
    ids += [total.id] if total else []
    mark = fingerprint(rule.id, *(claims[claim] for claim in ids))
    return Finding(
        id=mark,
        rule=rule.id,
        level=level,
        message=message,
        primary=ids[0],
        related=tuple(ids[1:]),
        derived=tuple(one.derived.id for one in computed),
        help=rule.help,
        fingerprint=mark,
    )
