"""Names that two documents in two languages use for one party, learned from the telling figures they share.

"Zelená levice" and "Green Left" have no letters in common, but where both stand beside 10.5 percent and beside 21 seats,
the one translates the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claimcheck.align.evidence import Kinship
from claimcheck.align.groups import Group, sharpness
from claimcheck.align.names import are_same
from claimcheck.align.profile import TELLING
from claimcheck.align.score import Scored
from claimcheck.relation import Outcome


def aliases_of(pairs: Iterable[Scored], kinship: Kinship) -> frozenset[tuple[str, str]]:
    """Return the names that stand for one another, each pair in the order of its letters.

    A name has one translation: the one it shares most figures with, and none where two share as many.
    """
    met: Counter[tuple[str, str]] = Counter()
    for figure in {_key(pair): pair for pair in pairs if _is_telling(pair)}.values():
        ours, theirs = _nearest(figure.a, kinship), _nearest(figure.b, kinship)
        if ours and theirs and not are_same(ours, theirs):
            met[ours, theirs] += 1
    chosen = (names for names, count in met.items() if _is_best(names, count, met))
    return frozenset((min(names), max(names)) for names in chosen)


def _key(pair: Scored) -> tuple[str, str]:
    return pair.a.first.id, pair.b.first.id


def _is_telling(pair: Scored) -> bool:
    is_foreign = pair.a.language != pair.b.language
    return is_foreign and pair.relation.outcome is Outcome.SAME and pair.relation.rung == "equal" and sharpness(pair.a.quantity) >= TELLING


def _nearest(group: Group, kinship: Kinship) -> str:
    """Return the party nearest to a figure, where nobody listed it; or ""."""
    nearest = group.parties[0] if group.parties else ""
    return "" if nearest in kinship.entities or nearest == group.attribution or nearest.isupper() else nearest


def _is_best(names: tuple[str, str], count: int, met: Counter[tuple[str, str]]) -> bool:
    return all(count > other for rival, other in met.items() if rival != names and (rival[0] == names[0] or rival[1] == names[1]))
