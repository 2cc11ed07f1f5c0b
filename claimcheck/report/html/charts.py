"""The figures of a fact as drawings: one for each dimension they are told in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import partial

from claimcheck.model.claim import Claim
from claimcheck.model.mention import Hedge
from claimcheck.model.quantity import Quantity
from claimcheck.model.verdict import Derived, VerdictKind
from claimcheck.report.html.desk import Desk, kind_class
from claimcheck.report.html.lines import Line, Stroke, number_line
from claimcheck.report.html.markup import Html, tag
from claimcheck.report.rows import Row
from claimcheck.wording.figures import end_in_words, measure_in_words, unit_in_words, unit_key

ROUNDED = Context(prec=4, rounding=ROUND_HALF_EVEN)
MOST_LINES = 60
DRAWN = 1e300  # what lies beyond is no figure of news

Voice = tuple[str, tuple[str, ...]]


def fact_charts(desk: Desk, row: Row, voices: Sequence[Voice]) -> Iterator[Html]:
    """Yield a drawing for each dimension of a fact; `voices` are its sources, each with those that repeat its text."""
    claims = [desk.report.claims[id_] for cell in row.cells for id_ in cell.claims]
    kinds = {cell.source: cell.kind for cell in row.cells}
    for dimension in dict.fromkeys(claim.quantity.dimension for claim in claims):
        own = [claim for claim in claims if claim.quantity.dimension == dimension and _is_drawn(claim.quantity)]
        lines = list(_lines(desk, own, voices[:MOST_LINES], kinds))
        if not lines:
            continue
        reference = _reference(desk, row, own)
        drawing = number_line(_title(row, own[0]), lines, _say(own[0].quantity), _band(desk, reference, own))
        yield tag("figure", drawing, tag("figcaption", _caption(reference)))


def ratio_chart(desk: Desk, unit: str, ratios: Sequence[Derived]) -> Html:
    """Return computed ratios of one unit as dots over the band that a rule expects."""
    lines = []
    for ratio in ratios[:MOST_LINES]:
        value = float(ratio.value)
        names = dict.fromkeys(desk.name(desk.sides[id_].document) for id_ in ratio.claims)
        lines.append(Line(name=" / ".join(names), strokes=(Stroke(low=value, high=value, stated=(value,), hedged=False, kind="k-single"),)))
    rule = next((rule for rule in desk.background.rules if rule.kind == "ratio" and rule.unit == unit), None)
    band = (float(rule.low), float(rule.high)) if rule is not None and rule.low is not None and rule.high is not None else None
    say = partial(_measure, unit=unit, factor=Decimal(1), offset=Decimal(0))
    drawing = number_line(f"ratios in {unit_in_words(unit) or 'numbers'}", lines, say, band)
    expected = "; shaded: what the rules expect" if band else ""
    return tag("figure", drawing, tag("figcaption", f"Computed from two figures, in {unit_in_words(unit) or 'numbers'}{expected}."))


def _is_drawn(quantity: Quantity) -> bool:
    ends = [end for end in (*_stated(quantity), _low(quantity), _high(quantity)) if end is not None]
    return bool(ends) and all(abs(end) < DRAWN for end in ends)


def _lines(desk: Desk, claims: Sequence[Claim], voices: Sequence[Voice], kinds: Mapping[str, VerdictKind | None]) -> Iterator[Line]:
    for source, echoes in voices:
        own = [_stroke(claim.quantity, kind_class(kinds[source])) for claim in claims if claim.document == source]
        strokes = tuple(dict.fromkeys(own))
        if strokes:
            yield Line(name=desk.name(source) + (f" (+{len(echoes)})" if echoes else ""), strokes=strokes)


def _stroke(quantity: Quantity, kind: str) -> Stroke:
    hedged = quantity.hedge not in (Hedge.EXACT, Hedge.RANGE)
    return Stroke(low=_low(quantity), high=_high(quantity), stated=tuple(dict.fromkeys(_stated(quantity))), hedged=hedged, kind=kind)


def _low(quantity: Quantity) -> float | None:
    return _number(quantity.interval.low)


def _high(quantity: Quantity) -> float | None:
    return _number(quantity.interval.high)


def _stated(quantity: Quantity) -> Iterator[float]:
    for end in (quantity.stated.low, quantity.stated.high):
        number = _number(end * quantity.factor + quantity.offset if isinstance(end, Decimal) else end)
        if number is not None:
            yield number


def _number(end: Decimal | date | time | None) -> float | None:
    match end:
        case Decimal():
            return float(end)
        case date():
            return float(end.toordinal())
        case time():
            return float(end.hour * 3600 + end.minute * 60 + end.second)
        case None:
            return None


def _say(quantity: Quantity) -> Callable[[float], str]:
    """Return what writes a value of the axis in the unit of the first figure."""
    first = quantity.interval.low or quantity.interval.high
    if isinstance(first, date):
        return partial(_day, yearless=quantity.yearless)
    if isinstance(first, time):
        return _clock
    return partial(_measure, unit=unit_key(quantity), factor=quantity.factor, offset=quantity.offset)


def _day(value: float, *, yearless: bool) -> str:
    return end_in_words(date.fromordinal(min(max(1, round(value)), date.max.toordinal())), yearless=yearless)


def _clock(value: float) -> str:
    minutes = min(max(0, round(value / 60)), 24 * 60 - 1)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _measure(value: float, unit: str, factor: Decimal, offset: Decimal) -> str:
    return measure_in_words(ROUNDED.plus((Decimal(repr(value)) - offset) / factor), unit)


def _reference(desk: Desk, row: Row, claims: Sequence[Claim]) -> Claim | None:
    """Return the figure that most other sources agree with, the one that shows the fewest digits; None where none agree."""
    own = {claim.id: claim for claim in claims}
    agreed: dict[str, set[str]] = {id_: set() for id_ in own}
    for verdict in desk.verdicts_of.get(row.id, ()):
        if verdict.kind is VerdictKind.AGREEMENT and verdict.a in own and verdict.b in own:
            agreed[verdict.a].add(own[verdict.b].document)
            agreed[verdict.b].add(own[verdict.a].document)
    best = max(claims, key=lambda claim: (len(agreed[claim.id]), _width(claim.quantity)))
    return best if agreed[best.id] else None


def _width(quantity: Quantity) -> float:
    low, high = _low(quantity), _high(quantity)
    return 0.0 if low is None or high is None else high - low


def _band(desk: Desk, reference: Claim | None, claims: Iterable[Claim]) -> tuple[float, float] | None:
    """Return how far agreement with the reference reaches: its rounding, and what a tolerance rule that was applied adds."""
    if reference is None:
        return None
    low, high = _low(reference.quantity), _high(reference.quantity)
    if low is None or high is None:
        return None
    used = {verdict.rule for claim in claims if (verdict := desk.outline.pairs.get(frozenset((reference.id, claim.id)))) is not None}
    widths = [float(rule.relative) for rule in desk.background.rules if rule.kind == "tolerance" and rule.id in used and rule.relative]
    share = max(widths, default=0.0)
    return low - abs(low) * share, high + abs(high) * share


def _title(row: Row, claim: Claim) -> str:
    unit = unit_in_words(unit_key(claim.quantity))
    return f"{row.label[:120] or 'figure'}{f', in {unit}' if unit else ''}: what each source says"


def _caption(reference: Claim | None) -> str:
    said = "Bar: what is meant, rounding and hedges counted; tick: what is stated; hatched: hedged."
    return said if reference is None else f"{said} Shaded: what agrees with “{' '.join(reference.text.split())}”, which most say."
