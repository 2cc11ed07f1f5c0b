"""Figures as meant."""

from __future__ import annotations

from dataclasses import field
from datetime import date, time
from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.mention import Hedge
from claimcheck.values import dataclass

Stated = Interval[Decimal] | Interval[date] | Interval[time]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What a figure means.

    `kind`, `unit` ("" for counts and bare numbers) and `dimension` are those of the contract. `stated` is what the
    words say, scale words applied, in `unit`; `interval` what is meant in `base_unit`: half a step of the last digit
    to each side, half open, and what the hedge adds; a stated value times `factor` plus `offset` is its base value. `step` is one step of the last digit shown, in `unit` (0 for
    dates and clock times). `yearless` dates compare by month and day. `others` are the further readings, likeliest
    first; `why` is what ranked this one first. `per` is the period that an amount is told for ("day", of 150 litres a day)
    where it is not part of the unit, as it is of a speed.
    """

    kind: str
    dimension: str
    unit: str
    stated: Stated
    interval: Stated
    base_unit: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    hedge: Hedge = Hedge.EXACT
    step: Decimal = Decimal(0)
    signed: bool = False
    yearless: bool = False
    zone: str = ""
    others: tuple[Quantity, ...] = ()
    per: str = ""
    why: str = field(default="", compare=False)
