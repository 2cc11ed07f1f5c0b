"""Figures as written."""

from __future__ import annotations

from dataclasses import field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from claimcheck.model.span import Span
from claimcheck.values import dataclass


class Hedge(StrEnum):
    """How a figure is softened; no two are folded together."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ALMOST = "almost"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: ``significand * 10 ** exponent``.

    The exponent is the place of the last digit shown, so written precision survives: "4.10 million" is
    410 * 10**4, "4.1 million" is 41 * 10**5.
    """

    significand: int
    exponent: int

    @property
    def value(self) -> Decimal:
        """The number itself, exactly."""
        return Decimal(self.significand).scaleb(self.exponent)


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is counted in, with the way to its base unit.

    `name` is the contract's `unit`: an ISO 4217 code, "percent", a canonical pint name, or "" for counts and bare
    numbers. `dimension` is what makes two quantities comparable ("currency:USD", "percent", "percentage_point",
    "[length]", "count", "number"). A base value is ``value * factor + offset`` in `base_name`.
    """

    kind: str
    name: str
    dimension: str
    base_name: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberReading:
    """One way to read a mention as a number with its unit.

    `low` and `high` are the stated ends in `unit`, scale words applied; `None` is an open end; a plain figure has both
    the same. `signed` tells that a sign was written ("+8.4 %"). `why` is what speaks for this reading.
    """

    low: Numeral | None
    high: Numeral | None
    unit: Unit
    hedge: Hedge = Hedge.EXACT
    signed: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """One way to read a mention as days: the first and the last one meant; `None` is an open end.

    A date whose year is not written and not to be had from the source is `yearless` and stands in `YEARLESS`.
    """

    low: date | None
    high: date | None
    hedge: Hedge = Hedge.EXACT
    yearless: bool = False
    why: str = ""


YEARLESS = 4  # a leap year that no article speaks of


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockReading:
    """One way to read a mention as a time of day, local as written; `zone` is the zone as written, or ""."""

    low: time | None
    high: time | None
    hedge: Hedge = Hedge.EXACT
    zone: str = ""
    why: str = ""


Reading = NumberReading | DateReading | ClockReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A figure as written. Law: ``source.text[span.start:span.end] == surface``.

    `start` and `end` are the same place in the view. `sentence` is the index of its sentence. `readings` holds the
    likeliest reading first, never none. `counted_from` and `counted_to` bound in the view the words right behind (or
    before) the number that name what is counted, when it has no unit; equal when there are none. `converts` is the
    index, among the document's mentions, of the amount that this one repeats in another currency or unit, or -1.
    `trace` tells step by step how it was read.
    """

    span: Span
    start: int
    end: int
    sentence: int
    surface: str
    readings: tuple[Reading, ...]
    counted_from: int = 0
    counted_to: int = 0
    converts: int = -1
    trace: tuple[str, ...] = field(default=(), compare=False)
