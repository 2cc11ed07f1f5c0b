"""Two numbers that make one figure, or share a unit: "between 135 and 140 million", "3-5 %", "from 25 to 12 MW", "1 in 60"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Hedge, Numeral
from claimcheck.scan.amount import Amount, Number
from claimcheck.scan.arithmetic import numeral_of, quotient, times
from claimcheck.scan.compose import read_number
from claimcheck.scan.measures import measure
from claimcheck.scan.moves import is_aged, is_pure_range, leads_to_goal, tells_move, tells_rise
from claimcheck.scan.scene import Hit, Scene, bits
from claimcheck.units import RATIO

_OPEN = frozenset({Role.RANGE_OPEN})
_MIDDLE = frozenset({Role.RANGE_MIDDLE})
_MARGIN = frozenset({Role.PLUS_MINUS})
_CLOSE = frozenset({Role.RANGE_CLOSE})
_CLASSIFIER = frozenset({Role.CLASSIFIER})
_CURRENCY = frozenset({Role.CURRENCY})
_LINK = frozenset({Role.LINK})
_PLACING = frozenset({Role.PER_RATIO, Role.JOINER, Role.PER})
_RATIO = frozenset({Role.PER_RATIO})
_NEGATIVE = frozenset({Role.NEGATIVE})
_SCALE = frozenset({Role.SCALE})
_NUMBER = frozenset({Role.NUMBER})
_UNIT = frozenset({Role.UNIT})
_DASHES = frozenset("-–—~〜～∼−－")
_MARGIN_SIGNS = frozenset("+±")
_DETERMINER = 4


def read_range(scene: Scene, amount: Amount, marks: str) -> None:
    """Widen the amount to a range where a second number closes one; else share the second one's unit with it."""
    if amount.number.vague or amount.hedge is Hedge.RANGE:
        return
    if amount.number.fraction and not amount.units and amount.number.atoms == 1:
        return  # "the quarter to March"
    if _leads_on(scene, amount.end):
        _widen(scene, amount, marks)
    elif not amount.units and _is_near_number(scene, amount) and (_is_led(scene, amount.start) or _goes_to(scene, amount.end)):
        _share_loosely(scene, amount, marks)


def _widen(scene: Scene, amount: Amount, marks: str) -> None:
    """Widen the amount to a range where the number behind a dash or "to" closes one; else share its unit."""
    opening = _opening(scene, amount.start)
    middle, dashed, joined = _middle(scene, amount.end, opened=opening is not None)
    second = _second(scene, middle, marks) if middle >= 0 else None
    if second is None:
        if opening is not None or scene.behind(scene.skip_back(amount.start), _LINK) is not None:
            _share_loosely(scene, amount, marks)
        return
    own = bool(amount.units) and amount.end > amount.number.end
    if second.number.vague or not _comparable(amount, second) or (own and _are_apart(amount, second, dashed=dashed)):
        return
    _share(amount, second)
    low, high = amount.low, second.high
    if low is None or high is None or low.value >= high.value or _are_two(scene, amount, second, _Joint(opening, dashed, joined, own)):
        return
    amount.high, amount.hedge = high, Hedge.RANGE
    closing = scene.ahead(scene.skip(second.end), _CLOSE)
    amount.end = closing.end if closing else second.end
    amount.start = opening.start if opening is not None else amount.start
    amount.number.other = None
    amount.trace.append("two ends of a range")


class _Joint(NamedTuple):
    """How two numbers are held together: the word before them, whether a dash or "and" stands between, whether the first has its unit."""

    opening: Hit | None
    dashed: bool
    joined: bool
    own: bool


def _are_two(scene: Scene, amount: Amount, second: Amount, joint: _Joint) -> bool:
    """Return whether the numbers are two figures: an old and a new value, what something rose by and to, or mere neighbours."""
    opening = joint.opening
    if joint.dashed:
        return not (amount.units or second.units or amount.number.scale > 1 or _is_counted(scene, second.end))
    if second.high is not None and tells_rise(scene, amount, second.high, own=joint.own and opening is None and not joint.joined):
        return True
    if joint.joined:
        return opening is not None and _is_mere_link(scene, opening)
    if opening is not None and is_pure_range(scene, scene.folded[opening.start : opening.end], opening.start):
        return False
    if opening is not None and (joint.own or _tells_change(scene, opening)) and not _is_span(scene, amount, opening):
        return True
    return tells_move(scene, amount.start if opening is None else opening.start, second.end, opened=opening is not None)


def _leads_on(scene: Scene, end: int) -> bool:
    """Return whether a dash or a word for "to" stands behind a figure."""
    place = scene.skip(end)
    return bool(scene.roles_ahead(place) & _MIDDLE_ROLE) or scene.at(place) in _DASHES


def _is_led(scene: Scene, start: int) -> bool:
    """Return whether a word for "between", "from" or "of" stands before a figure."""
    return _opening(scene, start) is not None or scene.behind(scene.skip_back(start), _LINK) is not None


_MIDDLE_ROLE = bits(Role.RANGE_MIDDLE)
_RATIO_ROLE = bits(Role.PER_RATIO)
_MARGIN_ROLE = bits(Role.PLUS_MINUS)


def take_margin(scene: Scene, amount: Amount, marks: str) -> bool:
    """Read "20.5 ± 0.1 kg", whose unit stands behind the margin; the figure stays the middle one, about."""
    place = scene.skip(amount.end)
    if not scene.roles_ahead(place) & _MARGIN_ROLE and scene.at(place) not in _MARGIN_SIGNS:
        return False
    margin = scene.ahead(place, _MARGIN)
    end = margin.end if margin is not None else place + 3 if scene.folded.startswith("+/-", place) else place + 1
    if margin is None and end == place + 1 and (scene.at(place) != "±" or not scene.at(place)):
        return False
    second = _second(scene, scene.skip(end), marks)
    if second is None or second.number.vague or not _comparable(amount, second):
        return False
    if not amount.units:
        amount.units = second.units
    amount.end = second.end
    amount.hedge = Hedge.ABOUT
    amount.trace.append("give or take a margin")
    return True


def _comparable(first: Amount, second: Amount) -> bool:
    """Return whether both are counted in one dimension, or one of them leaves its unit to the other."""
    if not first.units or not second.units:
        return (
            bool(second.units) or not first.units or first.units[0].kind == "money" or first.end == first.number.end or not first.attached
        )
    return first.units[0].dimension == second.units[0].dimension


def _are_apart(first: Amount, second: Amount, *, dashed: bool) -> bool:
    """Return whether a number that has its unit is no end of a range: "3 percent to 11.2 million", "6 months to 10 years"."""
    if second.units:
        return first.units[0].factor != second.units[0].factor
    return not dashed and first.units[0].kind == "percent"


def _tells_change(scene: Scene, opening: Hit) -> bool:
    """Return whether the opening word also begins a stretch of time, as "from" does: "rose from 5 to 7 percent"."""
    return any(term.role is Role.SINCE for term in scene.language.terms.get(scene.folded[opening.start : opening.end], ()))


def _is_mere_link(scene: Scene, opening: Hit) -> bool:
    """Return whether the opening word is also a mere "of", so that "and" behind it joins two figures: "enfants de 5 et 8 ans"."""
    return any(term.role is Role.LINK for term in scene.language.terms.get(scene.folded[opening.start : opening.end], ()))


def _is_span(scene: Scene, amount: Amount, opening: Hit) -> bool:
    """Return whether nothing in the clause before "from" could have changed: "in all, from four to seven years", "aged from 18 to 29"."""
    if not amount.units or amount.units[0].kind != "duration":
        return False
    ahead = scene.folded[scene.opening : opening.start].rstrip()
    return not ahead or ahead[-1] in ",;:(–—" or is_aged(scene, opening.start)


def _share_loosely(scene: Scene, amount: Amount, marks: str) -> None:
    """Give a bare number behind "from" the unit of the one a short word later: "de 25.184 para 12.425 megawatts"."""
    if amount.units or not _is_near_number(scene, amount) or scene.ahead(amount.end, _CLASSIFIER) is not None:
        return
    second = _second(scene, scene.skip(scene.word_ahead(scene.skip(amount.end))), marks)
    if second is not None and second.units and not second.number.vague and second.units[0].kind != "duration":
        _share(amount, second)
        amount.trace.append("unit of the number it is compared with")


def _is_near_number(scene: Scene, amount: Amount) -> bool:
    """Return whether one short word, none that makes odds or a rate, parts the figure from a number in digits."""
    place = scene.skip(amount.end)
    end = scene.word_ahead(place)
    if not 0 < end - place <= _DETERMINER + 1 or not scene.at(scene.skip(end)).isdigit():
        return False
    leads = _goes_to(scene, amount.end) or scene.ahead(place, _MIDDLE) is not None  # no verb: "the island of 940,000 gets 160,000 tons"
    return leads and (scene.ahead(place, _PLACING) is None or _goes_to(scene, amount.end))


def _goes_to(scene: Scene, end: int) -> bool:
    """Return whether a word behind a figure leads to its new value: "um 12 auf 40 Euro"."""
    return leads_to_goal(scene, scene.skip(scene.word_ahead(scene.skip(end))))


def _is_counted(scene: Scene, end: int) -> bool:
    place = scene.skip(end)
    return (place > end and scene.at(place).isalpha()) or not scene.language.spaced


def _opening(scene: Scene, start: int) -> Hit | None:
    """Return the "between" before the figure; one determiner may stand between them."""
    place = scene.skip_back(start)
    hit = scene.behind(place, _OPEN)
    if hit is None:
        begin = scene.word_behind(place)
        if 0 < place - begin <= _DETERMINER and scene.spaced_before(begin):
            hit = scene.behind(scene.skip_back(begin), _OPEN)
    return hit


def _middle(scene: Scene, end: int, *, opened: bool) -> tuple[int, bool, bool]:
    """Return where the second number should begin (-1 for nowhere), whether a dash leads to it, or an "and"."""
    place = scene.skip(end)
    if scene.at(place) == "-" and scene.at(place + 1) == " " and scene.ahead(place + 2, _MIDDLE) is not None:
        place += 2  # "16- bis 18-Jährige"
    hyphened = scene.ahead(place + 1, _MIDDLE) if scene.at(place) == "-" and place == end else None
    if hyphened is not None and scene.at(hyphened.end) == "-" and scene.at(hyphened.end + 1).isdigit():
        return hyphened.end + 1, False, False  # "18-to-29-year-olds"
    if scene.at(place) in _DASHES and scene.at(place):
        after = scene.skip(place + 1)
        even = (after > place + 1) == (place > end)
        return (after if even or scene.at(place) != "-" or place > end else -1), True, False
    for hit in scene.hits_ahead(place, _MIDDLE):
        joined = any(term.role is Role.JOINER for term in scene.language.terms.get(scene.folded[hit.start : hit.end], ()))
        if joined and not opened:
            continue
        short = hit.end - hit.start <= 2 and not opened and scene.language.spaced
        if short and not (_begins_amount(scene, scene.skip(hit.end)) or _begins_measure(scene, scene.skip(hit.end))):
            continue
        return scene.skip(hit.end), False, joined
    return -1, False, False


def _begins_amount(scene: Scene, place: int) -> bool:
    return scene.at(place).isdigit() or scene.ahead(place, _CURRENCY) is not None


def _begins_measure(scene: Scene, place: int) -> bool:
    """Return whether a number word with a unit of time stands at `place`: the second end of "five to seven days"."""
    word = scene.ahead(place, _NUMBER)
    unit = scene.ahead(scene.skip(word.end), _UNIT) if word is not None else None
    return unit is not None and bool(unit.term.units) and unit.term.units[0].kind == "duration"


def _second(scene: Scene, place: int, marks: str) -> Amount | None:
    if place >= scene.high:
        return None
    if scene.at(place) in "~≈" and scene.at(place):
        place = scene.skip(place + 1)
    currency = None
    for hit in scene.hits_ahead(place, _CURRENCY):
        if hit.term.prefix and hit.term.units:
            currency = hit
            place = scene.skip(hit.end)
            break
    number = read_number(scene, place, marks, money=currency is not None)
    if number is None or (number.is_one and scene.at(scene.skip(number.end)).isdigit()):
        number = None
        begin = scene.word_ahead(place)
        if 0 < begin - place <= _DETERMINER and scene.at(begin) in " '":
            number = read_number(scene, scene.skip(begin + (scene.at(begin) == "'")), marks)
    if number is None:
        return None
    return measure(scene, number, currency, marks)


def _share(first: Amount, second: Amount) -> None:
    """Give the first number the unit and the scale that only the second one bears, or the other way round."""
    one, other = first.number, second.number
    if not first.units and second.units:
        first.units = second.units
        first.attached = second.attached
    elif first.units and not second.units:
        second.units = first.units
    if one.scale == 1 and other.scale >= 1000 and one.low.exponent <= 0:
        bare = _unscaled(other)
        if one.low.value < bare or (one.low.value < 1000 and not second.number.vague and one.low.value < bare * 1000):
            _rescale(first, other.scale)
    elif other.scale == 1 and one.scale >= 1000 and other.low.value < 1000 and _unscaled(one) < other.low.value:
        _rescale(second, one.scale)


def _unscaled(number: Number) -> Decimal:
    return number.low.value / number.scale


def _rescale(amount: Amount, scale: int) -> None:
    factor = numeral_of(Decimal(scale))
    amount.low = times(amount.number.low, factor)
    amount.high = times(amount.number.high, factor)
    amount.number.scale = scale
    amount.number.low, amount.number.high = amount.low, amount.high
    amount.number.other = None


_PART = ("分", "분")  # "of N parts": the denominator comes first in Chinese, Japanese and Korean


def read_share(scene: Scene, number: Number, marks: str) -> None:
    """Read 5分の1, 三分之二 and 백분의 일, whose denominator comes first."""
    if not scene.roles_ahead(scene.skip(number.end)) & _RATIO_ROLE:
        return
    if number.vague or number.low.exponent < 0 or number.low.significand <= 0:
        return
    hit = scene.ahead(scene.skip(number.end), _RATIO)
    if hit is None or scene.folded[hit.start] not in _PART:
        return
    place = scene.skip(hit.end)
    negative = scene.ahead(place, _NEGATIVE)
    top = read_number(scene, scene.skip(negative.end) if negative else place, marks)
    if top is None or top.vague:
        return
    below = int(number.low.value)
    if negative:
        top.low = Numeral(-top.low.significand, top.low.exponent)
    zeros = str(below).removeprefix("1")
    if len(zeros) > 1 and not zeros.strip("0") and scene.at(hit.end - 1) == "之" and scene.ahead(number.start, _SCALE):
        number.low = number.high = Numeral(top.low.significand, top.low.exponent + 2 - len(zeros))
        number.percent = True  # 百分之五 is five percent, 一百分之五 five hundredths
    else:
        number.low = number.high = quotient(top.low, below)
    number.end, number.fraction, number.scale = top.end, True, 1
    number.atoms += top.atoms + 1
    number.other = None


def read_odds(scene: Scene, amount: Amount, marks: str) -> None:
    """Read "1 in 60" as odds of 60 and "three out of four" as three quarters."""
    number = amount.number
    if amount.units or number.scale > 1 or number.low.exponent or number.vague or not 0 < number.low.significand < 100:
        return
    hit = scene.ahead(scene.skip(amount.end), _RATIO)
    if hit is None:
        return
    other = read_number(scene, scene.skip(hit.end), marks)
    if other is None or other.vague:
        return
    if not scene.language.spaced and other.low.value == 1 < number.low.value:
        counter = scene.ahead(other.end, _CLASSIFIER)  # 3人に1人
        amount.end, amount.units = counter.end if counter else other.end, (RATIO,)
        return
    if other.low.value <= number.low.value:
        return
    one = number.low.significand == 1
    if not one and (other.low.value > 100 or hit.end - hit.start < 3 or _is_set(other.low)):
        return
    opened = _opening(scene, amount.start) is not None
    moved = not one and ((opened and leads_to_goal(scene, other.start)) or tells_move(scene, amount.start, other.end, opened=opened))
    if moved or measure(scene, other, None, marks).units:
        return
    value = other.low if one else quotient(Numeral(number.low.significand, 0), int(other.low.value))
    amount.low = amount.high = value
    amount.end, amount.units = other.end, (RATIO,)


def _is_set(whole: Numeral) -> bool:
    """Return whether so many are counted one by one, as the five of seven coaches are, and no share as of four out of five."""
    return whole.exponent == 0 and whole.significand > _ROUND and whole.significand % 10 != 0


_ROUND = 6  # of so many and fewer shares are told, and of round numbers
