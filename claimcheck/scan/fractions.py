"""Fractions in words: three fifths, zwei Hundertstel, um vinte e cinco avos, one over twenty; and the mixed 3と5分の1."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Numeral
from claimcheck.scan.amount import Number
from claimcheck.scan.arithmetic import numeral_of, plus, quotient, times
from claimcheck.scan.compose import read_number
from claimcheck.scan.denominators import denominator_at, divides
from claimcheck.scan.numerals import VULGAR
from claimcheck.scan.ranges import read_share
from claimcheck.scan.scene import Scene, bits, is_letter

_NUMBER = frozenset({Role.NUMBER, Role.SCALE})
_JOINING = frozenset({Role.JOINER, Role.MIXED})
_MIXED = frozenset({Role.MIXED})
_ARTICLE = frozenset({Role.ARTICLE})
_DENOMINATOR = frozenset({Role.DENOMINATOR})
_FRACTION = frozenset({Role.FRACTION})
_DIVIDED = frozenset({Role.DIVIDED})
_POINT = frozenset({Role.POINT})
_PARTS = frozenset({Role.NUMBER, Role.DIGIT, Role.SCALE, Role.FRACTION, Role.ARTICLE})
_OPEN = frozenset({Role.RANGE_OPEN})
_LINK = frozenset({Role.LINK})
_UNIT = frozenset({Role.UNIT})
_GOES_ON = bits(Role.NUMBER, Role.SCALE, Role.DIVIDED, Role.JOINER, Role.MIXED)
_LARGE = 100
_MILLION = 10**6


def read_fraction(scene: Scene, number: Number, marks: str) -> None:
    """Go on with a whole number where a denominator, a divisor or the fraction of a mixed number follows it."""
    if number.vague or number.fraction or number.low.exponent < 0 or number.percent:
        return
    place = scene.skip(number.end)
    if place >= scene.high or _take_arabic_share(scene, number, place) or not scene.roles_ahead(place) & _GOES_ON:
        return
    if _take_late_denominator(scene, number, place, marks) or _take_divisor(scene, number, place, marks):
        return
    _take_mixed(scene, number, place, marks)


def _take_arabic_share(scene: Scene, number: Number, place: int) -> bool:
    """Read the fifth of "خمس السكان", written like five: before a definite noun that is no unit, five would stand behind it."""
    if not scene.folded.startswith(_DEFINITE, place) or number.digits or number.atoms != 1 or int(number.low.value) not in _LIKE_NUMBERS:
        return False
    if number.end - number.start != _SHORT_FORM or scene.ahead(place + len(_DEFINITE), _UNIT) is not None:
        return False
    number.low = number.high = quotient(Numeral(1, 0), int(number.low.value))
    number.fraction, number.atoms = True, 2  # the noun makes it a share, as "of" does elsewhere
    return True


_DEFINITE = "ال"
_LIKE_NUMBERS = frozenset({5, 7, 9, 10})
_SHORT_FORM = 3  # letters of خمس and سبع; خمسة is five alone


def read_one(scene: Scene, start: int, marks: str, *, alone: bool = True) -> Number | None:
    """Return the number that begins with an article as its "one": a fifth, un virgule cinq, um vinte e cinco avos.

    Only where it is `alone`, no part of a mixed number, may it be mixed itself: "un y un y un" is no number at all.
    """
    article = scene.ahead(start, _ARTICLE)
    if article is None:
        return None
    place = article.end + 1 if scene.at(article.end) == "-" else scene.skip(article.end)
    one = Number(start, article.end, Numeral(1, 0), Numeral(1, 0), atoms=1)
    share = denominator_at(scene, place)
    if share is not None and share.term.value > 2 and divides(scene, share, whole=False):
        value = quotient(one.low, int(share.term.value))
        return Number(start, share.end, value, value, atoms=1, fraction=True)
    if scene.ahead(place, _POINT) is not None:
        return read_number(scene, start, marks)
    if not alone or scene.ahead(place, _DIVIDED | _JOINING | _NUMBER) is None:
        return None
    read_fraction(scene, one, marks)
    return one if one.end > article.end else None


def _take_late_denominator(scene: Scene, number: Number, place: int, marks: str) -> bool:
    """Read the twenty-fifths of "vinte vinte e cinco avos", in which a second number belongs to the denominator."""
    if number.digits or scene.ahead(place, _NUMBER) is None or number.low.exponent > _FEW_ZEROS:
        return False
    other = read_number(scene, place, marks)
    if other is None or other.below == 0 or other.end <= place:
        return False
    whole, top, below = int(number.low.value), other.above, other.below
    if below == 1:
        below = top
    elif below >= _LARGE:
        below *= top
    elif top >= 20 and top % 10 == 0 and below < 10:
        below += top
    else:
        return _add(number, other, scaled=scene.language.spaced)
    if not whole > 0 or below < 2:
        return False
    _set(number, quotient(Numeral(whole, 0), below), other.end)
    return True


_FEW_ZEROS = 6


def _take_divisor(scene: Scene, number: Number, place: int, marks: str) -> bool:
    """Read "one over twenty" and "bir bölü üç" where nothing is counted behind them."""
    hit = scene.ahead(place, _DIVIDED)
    if hit is None:
        return False
    share = scene.ahead(scene.skip(hit.end), _DENOMINATOR)
    if share is not None and share.term.value > 1:  # तीन का पांचवां, a fifth of three
        _set(number, quotient(Numeral(int(number.low.value), 0), int(share.term.value)), share.end)
        return True
    other = read_number(scene, scene.skip(hit.end), marks)
    if other is None or other.vague or other.fraction or other.low.exponent < 0 or other.low.significand <= 0:
        return False
    after = scene.skip(other.end)
    unit = scene.ahead(after, _UNIT)
    percent = unit is not None and bool(unit.term.units) and unit.term.units[0].kind == "percent"
    if not percent and number.low.value > 1 and (is_letter(scene.at(after) or " ") or (scene.at(after) in "%$€£°" and scene.at(after))):
        return False
    _set(number, quotient(Numeral(int(number.low.value), 0), int(other.low.value)), other.end)
    return True


def _take_mixed(scene: Scene, number: Number, place: int, marks: str) -> bool:
    """Read the fraction of "three and two fifths", 3と5分の1, "cien con tres cuartos"."""
    hit = scene.ahead(place, _JOINING)
    if hit is None or (place == number.end and scene.language.spaced and scene.at(place) < "\u1100"):
        return False
    begin = scene.skip(hit.end)
    other = _fraction_at(scene, begin, marks)
    if other is None:
        return hit.term.role is Role.MIXED and _take_spoken_decimals(scene, number, begin, marks)
    if scene.language.spaced and (scene.ahead(scene.skip(other.end), _LINK) or scene.behind(scene.skip_back(number.start), _OPEN)):
        return False
    return _add(number, other, scaled=scene.language.spaced)


def _fraction_at(scene: Scene, begin: int, marks: str) -> Number | None:
    """Return the proper fraction at `begin`, in words or digits."""
    if not (scene.at(begin).isdigit() or scene.at(begin) in VULGAR or scene.ahead(begin, _PARTS)) or not scene.at(begin):
        return None
    article = scene.ahead(begin, _ARTICLE)
    if article is not None and scene.ahead(scene.skip(article.end), _FRACTION):
        begin = scene.skip(article.end)
    other = read_number(scene, begin, marks) or read_one(scene, begin, marks, alone=False)
    if other is None:
        return None
    read_share(scene, other, marks)
    if not other.fraction:
        _take_divisor(scene, other, scene.skip(other.end), marks)
    return other if other.fraction and other.low.value > 0 and not other.percent else None


def _take_spoken_decimals(scene: Scene, number: Number, begin: int, marks: str) -> bool:
    """Read "siete con cincuenta", as prices are said: words only, from ten up."""
    if number.digits or not scene.language.spaced or number.low.exponent != 0 or scene.at(begin).isdigit():
        return False
    if scene.ahead(begin, _NUMBER) is None:
        return False
    other = read_number(scene, begin, marks)
    if other is None or other.digits or other.vague or other.scale > 1 or other.low.exponent or other.low.significand < 10:
        return False
    number.low = number.high = plus(number.low, Numeral(other.low.significand, -len(str(other.low.significand))))
    number.end = other.end
    number.atoms += other.atoms
    return True


def _add(number: Number, other: Number, *, scaled: bool) -> bool:
    """Add a fraction, of a million where the number is so many millions."""
    if other.low.value <= 0:
        return False
    share = times(other.low, numeral_of(Decimal(number.scale))) if number.scale >= _MILLION and scaled else other.low
    number.low = number.high = plus(number.low, share)
    number.end = other.end
    number.atoms += other.atoms
    number.other = None
    return True


def _set(number: Number, value: Numeral, end: int) -> None:
    number.low = number.high = value
    number.end = end
    number.atoms += 1
    number.scale = 1
    number.other = None
    number.fraction = abs(value.value) < 1
