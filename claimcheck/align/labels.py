"""Short names of facts, as a desk would say them: what is measured, of whom, and what tells it from its like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from claimcheck.memory import Memory
from claimcheck.model.claim import Claim
from claimcheck.model.days import is_yearless
from claimcheck.model.interval import Interval
from claimcheck.model.rule import Rulebook

MOST_NAMES = 2
ASIDE = ("person", "product", "media", "measurer")  # named only where nobody else is
Members = Sequence[Claim]
Names = tuple[str, ...]


def labels(
    clusters: Iterable[Sequence[str]], claims: Mapping[str, Claim], rulebook: Rulebook, memory: Memory | None = None
) -> tuple[str, ...]:
    """Return a label for each cluster of claims; those that would be the same are told apart as far as the texts allow."""
    facts = [[claims[id_] for id_ in ids] for ids in clusters]
    memory = memory or Memory(is_lasting=False)
    plain = [memory.recall(("label", members[0].id), (rulebook, *members), partial(_plain, members, rulebook)) for members in facts]
    alike: dict[str, list[int]] = {}
    for number, label in enumerate(plain):
        alike.setdefault(label, []).append(number)
    more = {number: said for numbers in alike.values() for number, said in _telling(numbers, facts, rulebook).items()}
    return tuple(f"{label}, {more[number]}" if more.get(number) else label for number, label in enumerate(plain))


def _plain(members: Members, rulebook: Rulebook) -> str:
    attribute = _concept(_commonest(claim.attribute for claim in members), rulebook)
    counted = _concept(_commonest(claim.counted for claim in members), rulebook)
    what = attribute or counted or members[0].quantity.kind
    if attribute and counted not in attribute:
        what = f"{attribute}, {counted}"
    whom = ", ".join(_whom(members, rulebook))
    return f"{what} ({whom})" if whom else what


def _telling(numbers: Sequence[int], facts: Sequence[Members], rulebook: Rulebook) -> dict[int, str]:
    """Return for facts of one label what first tells some of them apart: qualifier, period, place, measurer, or day."""
    if len(numbers) < 2:
        return {}
    aspects: tuple[Callable[[Claim], str], ...] = (
        lambda claim: " ".join(_concept(name, rulebook) for name in claim.qualifiers),
        lambda claim: _days(claim.period),
        lambda claim: _entity(claim.scope, claim, rulebook) if claim.scope else "",
        lambda claim: _entity(claim.attribution, claim, rulebook) if claim.attribution else "",
        lambda claim: _days(claim.as_of),
    )
    for aspect in aspects:
        said = {number: _commonest(aspect(claim) for claim in facts[number]) or "" for number in numbers}
        if len(set(said.values())) > 1:
            return said
    return {}


def _whom(members: Members, rulebook: Rulebook) -> list[str]:
    """Return the parties that most of the claims name, known ones by their first name in the rules."""
    named = Counter(name for claim in members for name in claim.entities)
    kinds = {name: rulebook.entities[name].kind for name in named if name in rulebook.entities}
    parties = {name: count for name, count in named.items() if kinds.get(name) not in ASIDE} or dict(named)
    wholes = {rulebook.entities[name].part_of for name in kinds}
    whole = [name for name in parties if name not in wholes and not any(name != other and name in other.split() for other in parties)]
    ranked = sorted(whole, key=lambda name: -parties[name])[:MOST_NAMES]
    return list(dict.fromkeys(_entity(name, next(claim for claim in members if name in claim.entities), rulebook) for name in ranked))


def _entity(name: str, claim: Claim, rulebook: Rulebook) -> str:
    """Return an entity's name: as the rules give it, else as the sentence writes it."""
    entry = rulebook.entities.get(name)
    if entry and entry.names:
        return entry.names[0]
    plain = name.replace("_", " ")
    written = re.search(re.escape(plain), claim.evidence.quote, re.IGNORECASE)
    if written and not written.group().islower():
        return written.group()
    return plain.title() if plain.islower() else plain


def _concept(concept: str | None, rulebook: Rulebook) -> str:
    if concept is None:
        return ""
    entry = rulebook.concepts.get(concept)
    return (entry.label if entry and entry.label else concept).replace("_", " ")


def _days(days: Interval[date] | None) -> str:
    """Return a period as short as it can be told: a year, a month, a day, or its two ends."""
    if days is None or days.low is None or days.high is None:
        return ""
    low, high = days.low, days.high
    if is_yearless(days):
        return f"{low:%m-%d} to {high:%m-%d}"
    is_month_end = (high + timedelta(days=1)).day == 1
    if low == high:
        return low.isoformat()
    if (low.day, low.month, high.day, high.month) == (1, 1, 31, 12):
        return str(low.year) if low.year == high.year else f"{low.year} to {high.year}"
    if low.day == 1 and is_month_end:
        first, last = f"{low:%Y-%m}", f"{high:%Y-%m}"
        return first if first == last else f"{first} to {last}"
    return f"{low.isoformat()} to {high.isoformat()}"


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None
