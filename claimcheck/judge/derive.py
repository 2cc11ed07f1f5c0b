"""Figures computed from claims: ratios and sums that rules ask for, kept apart from the claims themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import Final

from claimcheck.judge.applies import RuleFinder
from claimcheck.memory import Memory
from claimcheck.model.claim import Claim
from claimcheck.model.rule import Applies, Rule
from claimcheck.model.source import BlockKind
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.model.verdict import Derived, Verdict, VerdictKind
from claimcheck.store import digest
from claimcheck.units import NAMES, unit_of
from claimcheck.values import dataclass

MOST_PARTS = 12
ANY: Final = Applies()


@dataclass(frozen=True, slots=True)
class Computed:
    """A derived figure with the rule that asked for it; `total` is the claim a sum is held against."""

    derived: Derived
    rule: Rule
    total: Claim | None = None


class Sides:
    """The rules of one kind by their two sides: for any claim those of which it can be `a`, and those of which it can be `b`."""

    __slots__ = ("_a", "_about", "_b")

    def __init__(self, rules: Sequence[Rule], taxonomy: Taxonomy) -> None:
        self._a = RuleFinder(rules, taxonomy, attrgetter("a"))
        self._b = RuleFinder(rules, taxonomy, attrgetter("b"))
        self._about = RuleFinder(rules, taxonomy)

    def gather(self, claims: Sequence[Claim]) -> Iterator[tuple[Rule, list[Claim], list[Claim]]]:
        """Yield every rule that has claims on both of its sides, with those of `a` and those of `b`, in order of their ids."""
        if len(claims) < 2:
            return
        ours = self._shelve(claims, self._a)
        theirs = self._shelve(claims, self._b) if ours else {}
        for id_ in sorted(ours.keys() & theirs.keys()):
            yield ours[id_][0], ours[id_][1], theirs[id_][1]

    def _shelve(self, claims: Sequence[Claim], finder: RuleFinder) -> dict[str, tuple[Rule, list[Claim]]]:
        shelves: dict[str, tuple[Rule, list[Claim]]] = {}
        for claim in claims:
            for rule in finder.of(claim):
                if rule.applies == ANY or rule in self._about.of(claim):
                    shelves.setdefault(rule.id, (rule, []))[1].append(claim)
        return shelves


def derive_ratios(
    rules: Sequence[Rule],
    documents: Sequence[Sequence[Claim]],
    by_id: Mapping[str, Claim],
    verdicts: Sequence[Verdict],
    taxonomy: Taxonomy,
    memory: Memory,
) -> list[list[Computed]]:
    """Return for each rule a / b of every two figures of one relation: in one sentence, or sized in two ways by two sources."""
    if not rules:
        return []
    sides = Sides(rules, taxonomy)
    told = (
        ratio
        for own in documents
        for ratio in memory.recall(("ratios", own[0].document), (*rules, *own), lambda own=own: list(_in_sentences(sides, own)))  # type: ignore[misc]
    )
    found: dict[str, dict[tuple[str, str], Computed]] = {}
    for rule, top, bottom in [*told, *_across(sides, by_id, verdicts)]:
        known = found.setdefault(rule.id, {})
        key = (_value_key(top), _value_key(bottom))
        ratio = None if key in known else _ratio(rule, top, bottom)
        if ratio is not None:
            known[key] = Computed(ratio, rule)
    return [list(computed.values()) for _, computed in sorted(found.items()) if computed]


def derive_sums(rules: Sequence[Rule], documents: Sequence[Sequence[Claim]], taxonomy: Taxonomy, memory: Memory) -> list[Computed]:
    """Return the sum of the parts that one sentence lists, each with another party, beside their total in that sentence.

    The total is the largest figure that the rule takes for one; the others of its dimension are the parts.
    """
    if not rules:
        return []
    sides = Sides(rules, taxonomy)
    found = (
        one
        for own in documents
        for one in memory.recall(("sums", own[0].document), (*rules, *own), lambda own=own: _sums_of(own, sides))  # type: ignore[misc]
    )
    return sorted(found, key=lambda one: one.rule.id)


def _sums_of(claims: Sequence[Claim], sides: Sides) -> list[Computed]:
    """Return the sums of one document."""
    found: list[Computed] = []
    for sentence in _sentences(claims):
        for rule, parts, totals in sides.gather([claim for claim in sentence if amount_of(claim) is not None]):
            total = max(totals, key=_base_amount)
            eligible = {claim.id for claim in (*parts, *totals)}
            chosen = [claim for claim in sentence if claim.id in eligible and _is_part(claim, total)]
            if 1 < len(chosen) <= MOST_PARTS and len({claim.entities[0] for claim in chosen}) == len(chosen):
                found.append(Computed(sum_of(chosen), rule, total))
    return found


def _is_part(claim: Claim, total: Claim) -> bool:
    """Return whether a figure may be a part of `total`: smaller, of one kind, with a party of its own beside the total's."""
    same_kind = claim.quantity.dimension == total.quantity.dimension and amount_of(claim) is not None
    under_one_head = not total.entities or total.entities[0] in claim.entities[1:]
    return same_kind and bool(claim.entities) and under_one_head and _base_amount(claim) < _base_amount(total)


def _base_amount(claim: Claim) -> Decimal:
    return (amount_of(claim) or Decimal(0)) * claim.quantity.factor


def _in_sentences(sides: Sides, claims: Sequence[Claim]) -> Iterator[tuple[Rule, Claim, Claim]]:
    for sentence in _sentences(claims):
        for rule, tops, bottoms in sides.gather([claim for claim in sentence if amount_of(claim) is not None]):
            if len(tops) == 1 and len(bottoms) == 1 and tops[0] is not bottoms[0] and not _parted(tops[0], bottoms[0]):
                yield rule, tops[0], bottoms[0]


def _parted(a: Claim, b: Claim) -> bool:
    """Return whether two figures of one sentence are bound to different parties."""
    return bool(a.entities and b.entities and a.entities[0] not in b.entities and b.entities[0] not in a.entities)


def _across(sides: Sides, by_id: Mapping[str, Claim], verdicts: Sequence[Verdict]) -> Iterator[tuple[Rule, Claim, Claim]]:
    for verdict in verdicts:
        if verdict.kind is VerdictKind.INCOMMENSURABLE:
            for rule, tops, bottoms in sides.gather([by_id[verdict.a], by_id[verdict.b]]):
                yield from ((rule, top, bottom) for top in tops for bottom in bottoms if top is not bottom)


def _sentences(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Yield the claims of each sentence of running text."""
    running = [claim for claim in claims if claim.evidence.block not in (BlockKind.META, BlockKind.RELATED)]
    for _, sentence in groupby(running, key=lambda claim: (claim.document, claim.evidence.place)):
        yield list(sentence)


def _ratio(rule: Rule, top: Claim, bottom: Claim) -> Derived | None:
    over, under = amount_of(top), amount_of(bottom)
    if over is None or not under:
        return None
    unit = f"{top.quantity.unit or top.counted or 'one'} / {bottom.quantity.unit or bottom.counted or 'one'}"
    value = over / under * scale_between(unit, rule.unit or unit)
    label = f"{rule.id.rpartition('/')[2].replace('-', ' ')}: “{top.text}” / “{bottom.text}”"
    return derived_of(label, "ratio", (top, bottom), _rounded(value), rule.unit or unit)


def scale_between(ours: str, theirs: str) -> Decimal:
    """Return the factor from one ratio's unit to another's: from gigawatt / household to kilowatt / household."""
    if ours == theirs:
        return Decimal(1)
    first, second = ours.partition(" / "), theirs.partition(" / ")
    return _size(first[0]) / _size(first[2]) * _size(second[2]) / _size(second[0])


def _size(name: str) -> Decimal:
    """Return the size of a unit in base units; a currency or counted noun is its own base."""
    return unit_of(name).factor if name in NAMES else Decimal(1)


def _rounded(value: Decimal) -> Decimal:
    """Return `value` to six significant digits, without an exponent."""
    return Decimal(format(Decimal(f"{value:.6g}"), "f"))


def sum_of(parts: Sequence[Claim]) -> Derived:
    """Return the sum of the parts in the unit of the first."""
    factor = parts[0].quantity.factor
    base = sum((part.quantity.factor * (amount_of(part) or Decimal(0)) for part in parts), Decimal(0))
    return derived_of(" + ".join(f"“{part.text}”" for part in parts), "sum", tuple(parts), base / factor, parts[0].quantity.unit)


def derived_of(label: str, operation: str, claims: tuple[Claim, ...], value: Decimal, unit: str) -> Derived:
    """Return a figure computed from `claims`, named by a digest of the operation and their values."""
    key = digest(operation, *(_value_key(claim) for claim in claims))[:16]
    return Derived(id=key, label=label, operation=operation, claims=tuple(claim.id for claim in claims), value=value, unit=unit)


def amount_of(claim: Claim) -> Decimal | None:
    """Return the one number a claim states, in its unit; None for bounds, ranges, vague counts, days."""
    low, high = claim.quantity.stated.low, claim.quantity.stated.high
    end = low if low is not None else high
    return end if isinstance(end, Decimal) and low == high else None


def _value_key(claim: Claim) -> str:
    stated = claim.quantity.stated
    return f"{'/'.join(claim.entities[:1])}|{stated.low}|{stated.high}|{claim.quantity.unit}|{claim.counted or ''}"
