"""What is gathered while one figure is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.model.mention import Hedge, Numeral, Unit


@dataclass(slots=True)
class Number:
    """A number as found: where, and how much.

    `low` is its numeral; `high` differs from it where the words are vague. `other` is a second way to read the digits,
    `why` what speaks for the first. `digits` and `atoms` count the numerals and number words that it is made of,
    `scale` is the largest scale word's value. `fraction` tells a share ("a third"), `percent` one in hundredths (百分之五), `article` that an article counts as one.
    `softened` is the hedge that a word inside gives it (三十多万), `above` and `below` are the two numbers of a fraction in words, 0 where it is none.
    `instead` is the number and unit that it is where its scale letter is no scale: the 38 bytes of "38B".
    """

    start: int
    end: int
    low: Numeral
    high: Numeral
    vague: bool = False
    other: Numeral | None = None
    why: str = ""
    digits: int = 0
    atoms: int = 0
    scale: int = 1
    fraction: bool = False
    percent: bool = False
    signed: bool = False
    article: bool = False
    softened: Hedge = Hedge.EXACT
    above: int = 0
    below: int = 0
    instead: tuple[Numeral, Unit] | None = None

    @property
    def is_one(self) -> bool:
        """Whether this is a lone "one", which more often is an article or a pronoun."""
        return self.article or (not self.digits and self.scale == 1 and not self.vague and self.low == Numeral(1, 0))


@dataclass(slots=True)
class Amount:
    """A number with its unit, while it is being read; `start` to `end` is all of it.

    `units` are the ways to read the unit, likeliest first, empty where there is none. `low` and `high` are the stated
    ends, `None` for an open one.
    """

    number: Number
    start: int
    end: int
    units: tuple[Unit, ...] = ()
    low: Numeral | None = None
    high: Numeral | None = None
    hedge: Hedge = Hedge.EXACT
    counted_from: int = 0
    counted_to: int = 0
    attached: bool = False
    percent_of: bool = False
    trace: list[str] = field(default_factory=list)
