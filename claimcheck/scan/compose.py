"""Numbers put together from digits and number words: "1,4 billones", "7兆3千億", "six thousand 322", "two and a half"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from claimcheck.lexicon.language import Role, Term
from claimcheck.model.mention import Numeral
from claimcheck.scan.amount import Number
from claimcheck.scan.numerals import VULGAR, read_digits, vulgar
from claimcheck.scan.scene import Hit, Scene

ATOMS = frozenset({Role.NUMBER, Role.DIGIT, Role.SCALE, Role.VAGUE, Role.FRACTION, Role.AND_FRACTION})
_JOINER = frozenset({Role.JOINER})
_LINK = frozenset({Role.LINK})
_AFTER_JOINER = frozenset({Role.NUMBER, Role.FRACTION, Role.SCALE})
_SCALE = frozenset({Role.SCALE})
_MULTIPLIED = frozenset({Role.SCALE, Role.VAGUE})
_CURRENCY = frozenset({Role.CURRENCY})
_UNIT = frozenset({Role.UNIT})
_DIGIT = frozenset({Role.DIGIT})
_SUBUNIT = frozenset({Role.SUBUNIT})
_ARTICLE = frozenset({Role.ARTICLE})
_MOST_ATOMS = 24  # no number that people write has more words; keeps hostile input linear

_PLACES = 12  # decimals kept of a third
_POWER = re.compile(r"e([+-]?\d{1,2})(?![\w^])|\s?[x×]\s?10\^?([+-]?\d{1,2})(?!\w)")

ONE = Numeral(1, 0)


@dataclass(slots=True)
class _Part:
    """One summand of a number; `scale` is what the last word multiplied it by."""

    numeral: Numeral
    scale: int = 1
    worded: bool = False


@dataclass(slots=True)
class _Sum:
    """The summands found so far, with what the finished number needs to know of them."""

    parts: list[_Part] = field(default_factory=list)
    end: int = 0
    digits: int = 0
    atoms: int = 0
    low: Decimal | None = None  # factors of a vague word
    high: Decimal | None = None
    article: bool = False
    fraction: bool = False
    run: int = 0  # CJK digits in a row
    filled: bool = False  # a zero held a place


@lru_cache(maxsize=4096)
def numeral_of(value: Decimal) -> Numeral:
    """Return a lexicon's number as a numeral; powers of ten from a thousand up carry no digits of their own.

    >>> numeral_of(Decimal(1000)), numeral_of(Decimal(12)), numeral_of(Decimal("0.5"))
    (Numeral(significand=1, exponent=3), Numeral(significand=12, exponent=0), Numeral(significand=5, exponent=-1))
    """
    sign, digits, exponent = round(value, _PLACES).as_tuple() if value % 1 else value.as_tuple()
    if not isinstance(exponent, int):
        return Numeral(0, 0)
    whole = int("".join(map(str, digits))) * (-1 if sign else 1)
    while whole and whole % 10 == 0:
        whole, exponent = whole // 10, exponent + 1
    if 0 < exponent < 3:
        whole, exponent = whole * 10**exponent, 0
    return Numeral(whole, exponent)


def times(left: Numeral, right: Numeral) -> Numeral:
    """Return the product, with the place of the last digit shown."""
    significand, exponent = left.significand * right.significand, left.exponent + right.exponent
    if right == Numeral(100, 0) and exponent < 0:
        significand, exponent = left.significand, left.exponent + 2
    return Numeral(significand * 10**exponent, 0) if 0 < exponent < 3 and right.exponent < 3 else Numeral(significand, exponent)


def plus(left: Numeral, right: Numeral) -> Numeral:
    """Return the sum; its last digit shown is the finer of the two."""
    exponent = min(left.exponent, right.exponent)
    return Numeral(left.significand * 10 ** (left.exponent - exponent) + right.significand * 10 ** (right.exponent - exponent), exponent)


def read_number(scene: Scene, start: int, marks: str = "", *, money: bool = False) -> Number | None:
    """Return the number that begins at `start`, as long as it goes.

    `marks` are the decimal separators of the text, `money` tells that a currency stands before, so that "m" is million.
    """
    total = _Sum(end=start)
    first = scene.at(start)
    other, why = None, ""
    if first.isdecimal():
        digits = read_digits(scene, start, marks)
        if digits is None:
            return None
        total.parts.append(_Part(digits.numeral))
        total.end, total.digits, other, why = digits.end, 1, digits.other, digits.why
        _add_vulgar(scene, total)
        _read_power(scene, total)
        _read_slash(scene, total, plain=digits.plain)
    elif first in VULGAR:
        total.parts.append(_Part(vulgar(first)))
        total.end, total.digits, total.fraction = start + 1, 1, True
    elif not _read_atom(scene, total, start, money=money):
        return None
    _read_on(scene, total, money=money)
    return _finish(scene, start, total, other, why)


def _add_vulgar(scene: Scene, total: _Sum) -> None:
    """Add the ½ of "2½"."""
    if scene.at(total.end) in VULGAR and scene.at(total.end):
        total.parts[-1].numeral = plus(total.parts[-1].numeral, vulgar(scene.at(total.end)))
        total.end += 1


def _read_power(scene: Scene, total: _Sum) -> None:
    """Read the power of ten of "1.3e6" and "2.48×10−5"."""
    if scene.at(total.end) not in _POWER_SIGNS:
        return
    found = _POWER.match(scene.folded, total.end, scene.high)
    if found is None:
        return
    numeral = total.parts[-1].numeral
    total.parts[-1].numeral = Numeral(numeral.significand, numeral.exponent + int(found[1] or found[2]))
    total.end = found.end()


_POWER_SIGNS = frozenset("ex× ")


def _read_slash(scene: Scene, total: _Sum, *, plain: bool) -> None:
    """Read "1/2" and "10 1/2" where they are fractions."""
    if not plain:
        return
    whole, top, end = None, total.parts[-1].numeral, total.end
    if scene.at(end) == " " and scene.at(end + 1).isdecimal() and scene.at(end + 2) in "/⁄" and scene.at(end + 2):
        whole, top, end = top, Numeral(int(scene.at(end + 1)), 0), end + 2
    if scene.at(end) not in "/⁄" or not scene.at(end + 1).isdecimal():
        return
    bottom = read_digits(scene, end + 1)
    if bottom is None or not bottom.plain or (scene.at(bottom.end) in "/⁄-." and scene.at(bottom.end + 1).isdecimal()):
        return
    below = bottom.numeral.significand
    if below not in _DENOMINATORS or not 0 < top.significand < below:
        return
    share = quotient(top, below)
    total.parts[-1].numeral = plus(whole, share) if whole else share
    total.end, total.fraction = bottom.end, whole is None


_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 50, 100, 1000})


def quotient(top: Numeral, below: int) -> Numeral:
    """Return a fraction as a numeral: exact where it ends within six places, else to twelve."""
    for places in (0, 1, 2, 3, 4, 6):
        scaled = top.significand * 10**places
        if scaled % below == 0:
            return Numeral(scaled // below, top.exponent - places)
    return Numeral(round(Decimal(top.significand) * 10**12 / below), top.exponent - 12)


def _read_on(scene: Scene, total: _Sum, *, money: bool) -> None:
    """Take one word or numeral after the other for as long as they belong to one number."""
    for _ in range(_MOST_ATOMS):
        spoken = total.run or (not scene.language.spaced and total.atoms and not total.digits)
        if spoken and scene.at(total.end) in _POINTS and scene.at(total.end) and _read_decimals(scene, total):
            return
        place = scene.skip(total.end)
        if scene.at(place) == "-" and place == total.end and scene.at(place + 1).isalpha():
            place += 1
        if place < scene.high and scene.at(place).isdecimal():
            if not _read_more_digits(scene, total, place):
                return
        elif not (_read_atom(scene, total, place, money=money) or _read_joined(scene, total, place)):
            return


_POINTS = frozenset("点點・점")  # the decimal point among number characters


def _read_decimals(scene: Scene, total: _Sum) -> bool:
    """Read the decimals of 廿三點五."""
    place, decimals, places = total.end + 1, 0, 0
    while places < _PLACES:
        hit = scene.ahead(place, _DIGIT)
        if hit is None:
            break
        decimals, places, place = decimals * 10 + int(hit.term.value), places + 1, hit.end
    if not places:
        return False
    total.parts.append(_Part(Numeral(decimals, -places)))
    total.end = place
    scale = scene.ahead(place, _SCALE)
    if scale is not None and scale.term.value >= 1000:
        _take(scene, total, scale)
    return True


def _read_more_digits(scene: Scene, total: _Sum, place: int) -> bool:
    """Read the digits behind a scale: "6 bin 322", "245万8120"."""
    last = total.parts[-1] if total.parts else None
    if last is None or last.scale < 100 or total.low is not None:
        return False
    digits = read_digits(scene, place)
    if digits is None or digits.numeral.value >= last.scale:
        return False
    glued = place == total.end
    short = last.scale <= 10_000 and digits.plain and digits.end - place <= 3
    scaled = scene.ahead(scene.skip(digits.end), _SCALE) is not None
    if not (glued or short or scaled):
        return False
    total.parts.append(_Part(digits.numeral))
    total.digits += 1
    total.end = digits.end
    return True


def _read_atom(scene: Scene, total: _Sum, place: int, *, money: bool) -> bool:
    """Read one number word at `place` if it fits what has been read."""
    linked = scene.ahead(place, _LINK) if total.parts or total.low is not None else None
    hits = scene.hits_ahead(place, ATOMS)
    if len(hits) > 1 and not total.parts and total.low is None:
        hits.sort(key=_vague_first)
    for hit in hits:
        if _fits(scene, total, hit, money=money) and _take(scene, total, hit):
            return True
    if linked is not None:
        for hit in scene.hits_ahead(scene.skip(linked.end), _MULTIPLIED):
            if not hit.term.money_only and _is_scaled(hit.term, total) and _take(scene, total, hit):
                return True
    return _read_compound(scene, total, place)


def _vague_first(hit: Hit) -> tuple[int, bool]:
    """Order the longest first and, of one word, "millions" as a vague count before the scale word."""
    return -hit.end, hit.term.role is not Role.VAGUE


def _is_scaled(term: Term, total: _Sum) -> bool:
    """Return whether a scale behind "of" belongs to the number: hundreds of thousands, 38 de milioane."""
    value = term.value if term.role is Role.SCALE else (term.low or Decimal(0))
    return value >= 1000 and (total.low is not None or total.fraction or term.role is Role.SCALE)


def _fits(scene: Scene, total: _Sum, hit: Hit, *, money: bool) -> bool:
    """Return whether a scale of one letter may be one here: beside money, or glued to digits as a capital or k."""
    term = hit.term
    if term.role is Role.VAGUE:
        return not total.parts
    if term.role is not Role.SCALE:
        return True
    if not scene.is_edge(hit.end) and scene.language.spaced and scene.ahead(hit.end, _CURRENCY) is None:
        return False
    if term.value == 100 and total.parts and _is_small_change(scene, total, hit):
        return False
    if not term.money_only and not (total.parts and _is_unit(scene, hit)):
        return True
    if not total.parts:
        return False
    if money or scene.ahead(hit.end, _CURRENCY) or scene.ahead(scene.skip(hit.end), _CURRENCY):
        return True
    if _is_unit(scene, hit) and not (scene.folded[hit.start] == "k" and total.parts[-1].numeral.exponent == 0):
        return False
    if hit.end - hit.start > 1:
        return True
    return total.digits > 0 and hit.start == total.end and (scene.text[hit.start].isupper() or scene.text[hit.start] == "k")


def _is_small_change(scene: Scene, total: _Sum, hit: Hit) -> bool:
    """Return whether French "cents" are coins: behind digits, or behind more than nineteen."""
    if not any(other.end == hit.end for other in scene.hits_ahead(hit.start, _SUBUNIT)):
        return False
    return total.digits > 0 or total.parts[-1].numeral.significand > 19


def _is_unit(scene: Scene, hit: Hit) -> bool:
    """Return whether the word of a scale is a unit in this very spelling too: mm, t."""
    written = scene.text[hit.start : hit.end]
    return any(other.end == hit.end and other.term.written in ("", written) for other in scene.hits_ahead(hit.start, _UNIT))


def _take(scene: Scene, total: _Sum, hit: Hit) -> bool:
    """Add one term to the number; False where it does not belong to it."""
    term = hit.term
    match term.role:
        case Role.NUMBER:
            taken = _take_number(total, numeral_of(term.value))
        case Role.DIGIT:
            taken = _take_digit(total, numeral_of(term.value), glued=hit.start == total.end)
        case Role.SCALE:
            taken = _take_scale(total, term.value)
        case Role.FRACTION:
            taken = _take_fraction(scene, total, hit)
        case Role.AND_FRACTION:
            taken = _take_half(total, numeral_of(term.value))
        case _:
            taken = _take_vague(total, term)
    if taken:
        total.end = hit.end
        total.atoms += 1
        total.run = total.run + 1 if term.role is Role.DIGIT else 0
    return taken


def _take_number(total: _Sum, numeral: Numeral) -> bool:
    last = total.parts[-1] if total.parts else None
    if last is None or (last.scale > max(1, numeral.significand) and not total.fraction):
        total.parts.append(_Part(numeral, worded=True))
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


def _take_digit(total: _Sum, numeral: Numeral, *, glued: bool) -> bool:
    last = total.parts[-1] if total.parts else None
    if last is not None and last.scale >= 10 and not numeral.significand:
        total.filled = True  # the 零 of 一万零五 only holds a place
        return True
    if last is not None and total.run and last.scale == 1 and glued:
        last.numeral = Numeral(last.numeral.significand * 10 + numeral.significand, 0)
        return True
    if last is not None and last.scale == 1:
        return False
    total.parts.append(_Part(numeral, worded=True))
    return True


def _take_scale(total: _Sum, value: Decimal) -> bool:
    """Multiply the summands that are smaller than the scale by it: (7e12) + 3 then 千 then 億."""
    scale = int(value)
    if scale < 2 or value != scale:
        return False
    factor = numeral_of(value)
    if not total.parts:
        total.parts.append(_Part(factor, scale, worded=True))
        return True
    taken: Numeral | None = None
    while total.parts and total.parts[-1].scale < scale:
        numeral = total.parts.pop().numeral
        taken = numeral if taken is None else plus(numeral, taken)
    if taken is None:
        bare = total.parts[-1].scale > scale
        if not bare:
            return False
        taken = ONE
    total.parts.append(_Part(times(taken, factor), scale, worded=True))
    return True


def _take_fraction(scene: Scene, total: _Sum, hit: Hit) -> bool:
    """Read "half" at the start of a number, or the thirds of "two thirds"."""
    share = numeral_of(hit.term.value)
    if not total.parts:
        total.parts.append(_Part(share, worded=True))
        total.fraction = True
        article = scene.ahead(scene.skip(hit.end), _ARTICLE)
        if article and scene.ahead(scene.skip(article.end), _SCALE):
            hit = Hit(hit.start, article.end, hit.term)
        return True
    last = total.parts[-1]
    if len(total.parts) > 1 or total.fraction or last.scale != 1 or last.numeral.exponent or not last.worded:
        return False
    last.numeral = times(last.numeral, share)
    total.fraction = True
    return True


def _take_half(total: _Sum, share: Numeral) -> bool:
    """Add "and a half" to the last summand: of a million, if it was millions."""
    if not total.parts or total.fraction:
        return False
    last = total.parts[-1]
    last.numeral = plus(last.numeral, times(share, numeral_of(Decimal(last.scale))) if last.scale >= 1000 else share)
    return True


def _take_vague(total: _Sum, term: Term) -> bool:
    """Multiply with a vague word: hundreds (of thousands), several (million)."""
    if term.low is None or term.high is None:
        return False
    if total.low is None or total.high is None:
        total.low, total.high = term.low, term.high
        return True
    if term.low < 100:
        return False
    return _take_scale(total, term.low)


def _read_joined(scene: Scene, total: _Sum, place: int) -> bool:
    """Read "and twenty" behind hundreds and scales, and German or Arabic "three and twenty"."""
    joiner = scene.ahead(place, _JOINER)
    if joiner is None or not total.parts or total.low is not None:
        return False
    last = total.parts[-1]
    begin = scene.skip(joiner.end)
    if scene.at(begin).isdecimal():
        return False
    for hit in scene.hits_ahead(begin, _AFTER_JOINER):
        if hit.term.role is Role.NUMBER and _take_after_joiner(total, last, numeral_of(hit.term.value).significand):
            total.end = hit.end
            total.atoms += 1
            return True
        if hit.term.role is Role.FRACTION and not total.fraction and last.worded and last.scale == 1:
            last.numeral = plus(last.numeral, numeral_of(hit.term.value))
            total.end = hit.end
            return True
    return False


def _take_after_joiner(total: _Sum, last: _Part, number: int) -> bool:
    if last.numeral.exponent < 0 or not last.worded:
        return False
    if last.scale > number and last.scale >= 100:
        total.parts.append(_Part(Numeral(number, 0), worded=True))
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


def _read_compound(scene: Scene, total: _Sum, place: int) -> bool:
    """Read a word that is glued from number words: zweihundertfünfzigtausend, duecentomila."""
    compounds = scene.language.compounds
    if not compounds or not scene.at(place).isalpha():
        return False
    if total.parts and total.parts[-1].scale < 1000:
        return False
    end = scene.word_ahead(place)
    word = scene.folded[place:end]
    if not 4 < end - place < 80:
        return False
    pieces = split_compound(word, compounds)
    if pieces is None or len(pieces) < 2:
        return False
    inner = _Sum()
    if not all(_take_piece(scene, inner, piece) for piece in pieces):
        return False
    if total.parts and any(part.scale >= total.parts[-1].scale for part in inner.parts):
        return False
    total.parts.extend(inner.parts)
    total.end = end
    total.atoms += len(pieces)
    return True


def _take_piece(scene: Scene, total: _Sum, piece: str) -> bool:
    for term in scene.language.terms.get(piece, ()):
        if term.role is Role.JOINER:
            return bool(total.parts)
        if term.role is Role.SCALE and _take_scale(total, term.value):
            return True
        if term.role is Role.NUMBER:
            number = numeral_of(term.value)
            if _take_number(total, number):
                return True
            return bool(total.parts) and _take_after_joiner(total, total.parts[-1], number.significand)
    return False


@lru_cache(maxsize=8192)
def split_compound(word: str, compounds: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the pieces that make up all of `word`, the longest first tried, or None.

    >>> split_compound("zweihundertdrei", ("hundert", "zwei", "drei"))
    ('zwei', 'hundert', 'drei')
    """
    ways: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    ways[len(word)] = ()
    for place in range(len(word) - 1, -1, -1):
        for piece in compounds:
            rest = place + len(piece)
            if rest <= len(word) and ways[rest] is not None and word.startswith(piece, place):
                ways[place] = (piece, *(ways[rest] or ()))
                break
    return ways[0]


def _lift_last(total: _Sum) -> None:
    """Read the last digit of 九万四 and 二百五 as tenths of the scale before it."""
    before, last = total.parts[-2:]
    if before.scale >= 100 and last.scale == 1 and last.worded and last.numeral.exponent == 0:
        last.numeral = times(last.numeral, numeral_of(Decimal(before.scale // 10)))


def _finish(scene: Scene, start: int, total: _Sum, other: Numeral | None, why: str) -> Number | None:
    """Return the sum of all parts, widened by a vague word."""
    if total.run == 1 and len(total.parts) > 1 and not total.filled:
        _lift_last(total)
    numeral = ONE
    if total.parts:
        numeral = total.parts[0].numeral
        for part in total.parts[1:]:
            numeral = plus(numeral, part.numeral)
    low = high = numeral
    if total.low is not None and total.high is not None:
        low, high = times(numeral_of(total.low), numeral), times(numeral_of(total.high), numeral)
    scale = max((part.scale for part in total.parts), default=1)
    if other is not None and total.atoms:
        factor = numeral_of(Decimal(scale))
        other = times(other, factor) if len(total.parts) == 1 else None
    return Number(
        start, total.end, low, high, vague=low != high, other=other, why=why,
        digits=total.digits, atoms=total.atoms, scale=scale, fraction=total.fraction and scale == 1,
    )  # fmt: skip
