"""Intervals of numbers, days and clock times, with open and closed ends."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Generic, TypeVar

from claimcheck.values import dataclass

Bound = TypeVar("Bound", Decimal, date, time)


@dataclass(frozen=True, slots=True)
class Interval(Generic[Bound]):
    """The values between `low` and `high`; `None` is no bound and counts as open.

    Never empty: `low <= high`, and equal ends are both closed.

    >>> Interval(Decimal(1), Decimal(2), high_closed=False).holds(Decimal(2))
    False
    """

    low: Bound | None
    high: Bound | None
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        if self.low is None or self.high is None:
            return
        if self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed)):
            raise ValueError(f"empty interval from {self.low} to {self.high}")

    @property
    def is_point(self) -> bool:
        """True where both ends are the same value."""
        return self.low is not None and self.low == self.high

    def holds(self, value: Bound) -> bool:
        """Return whether `value` lies inside."""
        if self.low is not None and (value < self.low or (value == self.low and not self.low_closed)):
            return False
        return self.high is None or value < self.high or (value == self.high and self.high_closed)

    def meets(self, other: Interval[Bound]) -> bool:
        """Return whether both share at least one value."""
        return not (self._is_below(other) or other._is_below(self))

    def contains(self, other: Interval[Bound]) -> bool:
        """Return whether every value of `other` lies inside."""
        if self.low is not None:
            if other.low is None or other.low < self.low:
                return False
            if other.low == self.low and other.low_closed and not self.low_closed:
                return False
        if self.high is not None:
            if other.high is None or other.high > self.high:
                return False
            if other.high == self.high and other.high_closed and not self.high_closed:
                return False
        return True

    def _is_below(self, other: Interval[Bound]) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and not (self.high_closed and other.low_closed))
