"""A number with all that belongs to it: fraction, unit, sign, second end, hedge, and what it counts."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Hedge
from claimcheck.scan.amount import Amount, Number
from claimcheck.scan.arithmetic import scaled
from claimcheck.scan.counted import find_counted, names_period
from claimcheck.scan.fractions import read_fraction
from claimcheck.scan.habits import Habits
from claimcheck.scan.lists import read_age, share_in_list
from claimcheck.scan.measures import main_unit, measure
from claimcheck.scan.odds import close_odds
from claimcheck.scan.ranges import read_odds, read_range, read_share, take_margin
from claimcheck.scan.scene import Hit, Scene
from claimcheck.scan.shares import read_parted_share
from claimcheck.scan.signs import apply_sign
from claimcheck.scan.small import whole_behind
from claimcheck.scan.softened import soften
from claimcheck.units import MULTIPLE, PERCENT

_LINK = frozenset({Role.LINK})
_CUE = frozenset({Role.CUE})
_TENTHS = 10


def complete(scene: Scene, number: Number, before: Hit | None, habits: Habits) -> Amount:
    """Return the number with unit, sign, second end, hedges and what it counts."""
    marks = habits.marks
    read_share(scene, number, marks)
    read_fraction(scene, number, marks)
    amount = measure(scene, number, before, marks)
    apply_sign(scene, amount)
    if not take_margin(scene, amount, marks):
        read_range(scene, amount, marks)
    if not amount.units and not close_odds(scene, amount) and not read_parted_share(scene, amount, marks):
        read_odds(scene, amount, marks)
    if not amount.units and amount.hedge is not Hedge.RANGE:
        share_in_list(scene, amount, marks)
        read_age(scene, amount)
    _apply_money_part(amount)
    if number.low.exponent < 0 and not amount.units:
        _take_times(scene, amount)
    if not amount.units and not number.fraction and _can_count(scene, amount):
        amount.counted_from, amount.counted_to, first = find_counted(scene, amount.end)
        soften(scene, amount, first, amount.counted_to)
        if amount.counted_to == amount.counted_from and amount.end > first:  # "300 or more people", 300여 명
            amount.counted_from, amount.counted_to, first = find_counted(scene, amount.end)
        amount.end = max(amount.end, first)
    else:
        soften(scene, amount)
    return amount


def _can_count(scene: Scene, amount: Amount) -> bool:
    """Return whether the words behind may name what is counted.

    A decimal without a scale word counts nothing ("32,87 oldu"), and where millions take an "of" before a noun, a word
    without it is none ("250 milliards avec").
    """
    numeral = amount.number.low
    if numeral.exponent < 0 or names_period(scene, scene.skip(amount.end)) or whole_behind(scene, amount.end) >= 0:
        return False
    return amount.number.scale < 1_000_000 or not scene.links_millions or scene.ahead(scene.skip(amount.end), _LINK) is not None


def _take_times(scene: Scene, amount: Amount) -> None:
    """Read "2.3 times" as a multiple; whole numbers of times may count how often something was."""
    for hit in scene.hits_ahead(scene.skip(amount.end), _CUE):
        if hit.term.text == "times":
            amount.units, amount.end = (MULTIPLE,), hit.end
            return


def _apply_money_part(amount: Amount) -> None:
    """Turn cents into their currency and tenths (割) into percent."""
    if amount.units and main_unit(amount.units[0]) != amount.units[0]:
        factor = amount.units[0].factor
        if amount.units[0].name == PERCENT.name and amount.number.low.value > _TENTHS:
            factor = Decimal(1)  # 七五折 is 75 %, 七折 70 %
        amount.low = scaled(amount.low, factor) if amount.low else None
        amount.high = scaled(amount.high, factor) if amount.high else None
        amount.trace.append("part of a currency")
