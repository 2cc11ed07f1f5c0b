"""The summands of a number while it is read, and which words may still join them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from claimcheck.lexicon.language import Term
from claimcheck.model.mention import Hedge, Numeral, Unit
from claimcheck.scan.arithmetic import ONE, numeral_of, plus, times


@dataclass(slots=True)
class Part:
    """One summand of a number; `scale` is what the last word multiplied it by."""

    numeral: Numeral
    scale: int = 1
    worded: bool = False


@dataclass(slots=True)
class Sum:
    """The summands found so far, with what the finished number needs to know of them."""

    parts: list[Part] = field(default_factory=list)
    end: int = 0
    digits: int = 0
    atoms: int = 0
    low: Decimal | None = None  # factors of a vague word
    high: Decimal | None = None
    article: bool = False
    fraction: bool = False
    run: int = 0  # CJK digits in a row
    filled: bool = False  # a zero held a place
    softened: Hedge = Hedge.EXACT  # by a word inside: 三十多万, "une centaine"
    joined: int = 0  # the number behind the last "and"
    closed: bool = False  # behind a dozen nothing follows
    doubled: bool = False  # 万 stands twice
    lifts: bool = False  # a last digit alone counts tenths of the scale before it
    above: int = 0  # numerator and denominator of a fraction in words
    below: int = 0
    instead: tuple[Numeral, Unit] | None = None  # what a scale letter makes of the number where it is a unit: 38 bytes


def take_number(total: Sum, numeral: Numeral) -> bool:
    """Add a number word: as a summand behind a larger scale, or to the tens or hundreds before it."""
    last = total.parts[-1] if total.parts else None
    if last is None or (last.scale > max(1, numeral.significand) and not total.fraction):
        total.parts.append(Part(numeral, worded=True))
        return total.low is None or len(total.parts) == 1
    if not last.worded or last.scale != 1 or last.numeral.exponent:
        return False
    tens, ones = last.numeral.significand, numeral.significand
    if ones == 12 and 0 < tens < 100 and tens % 10:
        last.numeral = Numeral(tens * 12, 0)  # two dozen
        return True
    if (tens % 10 == 0 and tens % 100 >= 20 and 0 < ones < 10) or (tens % 100 == 0 and tens and 0 < ones < 100):
        last.numeral = Numeral(tens + ones, 0)
        return True
    return False


_MOST_DIGITS = 24  # no number in characters is longer; a row of a million is none


def take_digit(total: Sum, numeral: Numeral, *, glued: bool) -> bool:
    """Add a CJK digit: a row of them is read place by place (二〇二五)."""
    last = total.parts[-1] if total.parts else None
    if last is not None and last.scale >= 10 and not numeral.significand:
        total.filled = True  # the 零 of 一万零五 only holds a place
        return True
    if last is not None and total.run and last.scale == 1 and glued and len(total.parts) == 1 and total.run < _MOST_DIGITS:
        last.numeral = Numeral(last.numeral.significand * 10 + numeral.significand, 0)
        return True
    if last is not None and last.scale == 1:
        return False
    total.parts.append(Part(numeral, worded=True))
    return True


def take_scale(total: Sum, value: Decimal) -> bool:
    """Multiply the summands that are smaller than the scale by it: (7e12) + 3 then 千 then 億."""
    scale = int(value)
    if scale < 2 or value != scale:
        return False
    if total.closed:
        return False
    total.closed = scale == _DOZEN
    if scale == _DOZEN and total.parts and total.parts[-1].scale == 1 and (total.joined or len(total.parts) > 1):
        last = total.parts[-1]  # three hundred and two dozen
        last.numeral = plus(last.numeral, Numeral((total.joined or last.numeral.significand) * (_DOZEN - 1), 0))
        return True
    factor = numeral_of(value)
    if not total.parts:
        total.parts.append(Part(factor, scale, worded=True))
        return True
    taken: Numeral | None = None
    while total.parts and total.parts[-1].scale < scale:
        numeral = total.parts.pop().numeral
        taken = numeral if taken is None else plus(numeral, taken)
    if taken is None and scale == _MYRIAD and total.parts[-1].scale == scale and not total.doubled:
        taken, total.doubled = total.parts.pop().numeral, True  # 四万万 is four hundred million
    if taken is None:
        bare = total.parts[-1].scale > scale
        if not bare:
            return False
        taken = ONE
    total.parts.append(Part(times(taken, factor), scale, worded=True))
    return True


_DOZEN = 12
_MYRIAD = 10_000


def take_half(total: Sum, share: Numeral) -> bool:
    """Add "and a half" to the last summand: of a million, if it was millions."""
    if not total.parts or total.fraction:
        return False
    last = total.parts[-1]
    last.numeral = plus(last.numeral, times(share, numeral_of(Decimal(last.scale))) if last.scale >= 1000 else share)
    return True


def take_vague(total: Sum, term: Term) -> bool:
    """Multiply with a vague word: hundreds (of thousands), several (million)."""
    if term.low is None or term.high is None:
        return False
    if total.low is None or total.high is None:
        total.low, total.high = term.low, term.high
        return True
    if term.low < 100:
        return False
    return take_scale(total, term.low)


def take_after_joiner(total: Sum, last: Part, number: int) -> bool:
    """Add what stands behind "and": hundred and five, twenty and one, three and twenty."""
    if last.numeral.exponent < 0 or not last.worded:
        return False
    if last.scale > number and last.scale >= 100:
        total.parts.append(Part(Numeral(number, 0), worded=True))
        return True
    if last.scale != 1:
        return False
    known = last.numeral.significand
    reverse = 0 < known < 10 and number in _TENS
    tens = known % 10 == 0 and known % 100 >= 20 and 0 < number < 10
    hundreds = known % 100 == 0 and known > 0 and 0 < number < 100
    if not (reverse or tens or hundreds):
        return False
    last.numeral = Numeral(known + number, 0)
    return True


_TENS = frozenset(range(20, 100, 10))


def lift_last(total: Sum) -> None:
    """Read the last digit of 九万四 and 二百五 as tenths of the scale before it."""
    before, last = total.parts[-2:]
    if before.scale >= 100 and last.scale == 1 and last.worded and last.numeral.exponent == 0:
        last.numeral = times(last.numeral, numeral_of(Decimal(before.scale // 10)))
