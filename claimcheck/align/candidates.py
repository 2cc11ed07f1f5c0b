"""Which figures of two documents are looked at together: all of one kind, or in long lists those that share something.

So the work on two tables of thousands of figures grows with their length and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from math import floor, log10

from claimcheck.align.groups import Group, comparable
from claimcheck.model.taxonomy import Taxonomy

MOST_PAIRS = 4_000  # of one kind, that are all looked at: more than two articles ever have
CROWDED = 8  # figures of one attribute in one document: a table, where only equal or near ones can be meant
PER_TENFOLD = 20  # buckets of value, each 12 % wide

Key = tuple[str, object]


def candidates(ours: Sequence[Group], theirs: Sequence[Group], taxonomy: Taxonomy) -> Iterator[tuple[Group, Group]]:
    """Yield the pairs of groups of one kind that may speak of one fact, in order of ours, then theirs."""
    by_kind: dict[str, list[Group]] = {}
    for other in theirs:
        by_kind.setdefault(comparable(other.quantity), []).append(other)
    own_kinds: dict[str, list[Group]] = {}
    for group in ours:
        own_kinds.setdefault(comparable(group.quantity), []).append(group)
    for kind, groups in own_kinds.items():
        others = by_kind.get(kind, [])
        if len(groups) * len(others) <= MOST_PAIRS:
            yield from ((group, other) for group in groups for other in others)
        else:
            yield from _sharing(groups, others, taxonomy)


def _sharing(ours: Sequence[Group], theirs: Sequence[Group], taxonomy: Taxonomy) -> Iterator[tuple[Group, Group]]:
    holders: dict[Key, list[int]] = {}
    for place, other in enumerate(theirs):
        for key in _keys(other, taxonomy, reach=0):
            holders.setdefault(key, []).append(place)
    for group in ours:
        met = {place for key in _keys(group, taxonomy, reach=1) for place in holders.get(key, ())}
        yield from ((group, theirs[place]) for place in sorted(met))


def _keys(group: Group, taxonomy: Taxonomy, *, reach: int) -> Iterator[Key]:
    """Yield what a group may be met by: its value, give or take `reach` buckets, and, outside of crowds, what it is of."""
    value = _value(group)
    if isinstance(value, int):
        yield from (("value", value + step) for step in range(-reach, reach + 1))
    else:
        yield "value", value
    if group.company.crowd < CROWDED:
        named = (name for name in (group.attribute, group.counted, *group.qualifiers) if name)
        yield from {("of", wide) for name in named for wide in (taxonomy.lineage(name) or (name,))}


def _value(group: Group) -> object:
    """Return the bucket of a number's size, the month of a day, or what else the figure states."""
    stated, interval = group.quantity.stated, group.quantity.interval
    end = interval.low if interval.low is not None else interval.high
    if isinstance(stated.low or stated.high, date):
        day = stated.low or stated.high
        return f"{day:%Y-%m}" if isinstance(day, date) else ""
    if not isinstance(end, Decimal):
        return str(stated)
    return floor(PER_TENFOLD * log10(abs(end))) if end else "0"
