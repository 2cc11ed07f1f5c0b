"""Figures of one article that do not fit what they are computed from: what is wrong, and the figure that would be right."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from claimcheck.judge.derive import derived_of, sum_of
from claimcheck.judge.values import fingerprint
from claimcheck.judge.wording import quoted
from claimcheck.model.claim import Claim
from claimcheck.model.verdict import Derived, Finding, Level
from claimcheck.values import dataclass
from claimcheck.wording.figures import derived_in_words, measure_in_words
from claimcheck.wording.rungs import reason_in_words

HELP = "Work it out again from the figures as printed; correct the one that is wrong."


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What one article says and what its own figures make; the first of `claims` is the figure that does not fit."""

    rung: str
    claims: tuple[Claim, ...]
    derived: Derived
    message: str
    level: Level = Level.WARNING


def conflict_of_sum(total: Claim, parts: tuple[Claim, ...]) -> Conflict:
    """Return that the parts do not make up their total."""
    derived = sum_of(parts)
    message = reason_in_words("parts-and-total", a=derived.label, b=quoted(total), value=derived_in_words(derived))
    return Conflict(rung="parts-and-total", claims=(total, *parts), derived=derived, message=message)


def conflict_of_share(share: Claim, part: Claim, whole: Claim, value: Decimal) -> Conflict:
    """Return that a percentage is not that of the two numbers it is told beside; `value` is the right one, in percent."""
    derived = derived_of(f"{quoted(part)} of {quoted(whole)}", "share", (part, whole), value, "percent")
    message = reason_in_words("percent-of-number", a=derived.label, b=quoted(share), value=measure_in_words(round(value, 1), "percent"))
    return Conflict(rung="percent-of-number", claims=(share, part, whole), derived=derived, message=message)


def conflict_of_change(change: Claim, sides: tuple[Claim, ...], value: Decimal, *, unit: str, level: Level) -> Conflict:
    """Return that a change is not that between the two figures; `value` is the right one, in percent or points (`unit`)."""
    label = f"from {' to '.join(quoted(side) for side in sides)}" if len(sides) > 1 else quoted(sides[0])
    derived = derived_of(label, "difference" if unit == "percentage_point" else "ratio", sides, value, unit)
    message = reason_in_words("percent-of-change", a=label, b=quoted(change), value=measure_in_words(round(value, 1), unit))
    return Conflict(rung="percent-of-change", claims=(change, *sides), derived=derived, message=message, level=level)


def conflict_of_points(change: Claim, sides: tuple[Claim, ...], points: Decimal, percent: Decimal) -> Conflict:
    """Return that a change of so many percentage points is told as so many percent."""
    label = f"from {' to '.join(quoted(side) for side in sides)}" if len(sides) > 1 else quoted(sides[0])
    derived = derived_of(label, "difference", sides, points, "percentage_point")
    fields = {"points": measure_in_words(round(points, 2), "percentage_point"), "value": measure_in_words(round(percent, 1), "percent")}
    message = reason_in_words("percent-or-points", a=label, b=quoted(change), **fields)
    return Conflict(rung="percent-or-points", claims=(change, *sides), derived=derived, message=message)


def find_conflicts(conflicts: Iterable[Conflict]) -> list[Finding]:
    """Return one finding for every conflict, shown at the figure that does not fit."""
    return list({finding.id: finding for finding in map(_finding, conflicts)}.values())


def _finding(conflict: Conflict) -> Finding:
    mark = fingerprint(f"core/{conflict.rung}", *conflict.claims)
    return Finding(
        id=mark,
        rule=f"core/{conflict.rung}",
        level=conflict.level,
        message=conflict.message,
        primary=conflict.claims[0].id,
        related=tuple(claim.id for claim in conflict.claims[1:]),
        derived=(conflict.derived.id,),
        help=HELP,
        fingerprint=mark,
    )
