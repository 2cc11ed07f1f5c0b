"""Numbers put together from digits and number words: "1,4 billones", "7兆3千億", "six thousand 322", "two and a half"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Numeral
from claimcheck.scan.amount import Number
from claimcheck.scan.arithmetic import ONE, numeral_of, plus, times
from claimcheck.scan.atoms import ATOMS, read_atom, take
from claimcheck.scan.denominators import denominator_ahead, ends_like_denominator, take_denominator
from claimcheck.scan.joined import read_joined, read_more_digits, take_article
from claimcheck.scan.numerals import VULGAR, read_digits, vulgar
from claimcheck.scan.scene import CJK, HANGUL, Hit, Scene, bits
from claimcheck.scan.spelling import add_vulgar, read_counted_half, read_power, read_slash
from claimcheck.scan.spoken import read_point, read_softened, reads_decimals
from claimcheck.scan.sums import Part, Sum, lift_last

_SCALE = frozenset({Role.SCALE})
_POINT = frozenset({Role.POINT})
_NUMBER = frozenset({Role.NUMBER})
_ARTICLE = frozenset({Role.ARTICLE})
_LIFTING = ("zh", "yue")  # 二百五 is 250 in Chinese; in Japanese and Korean it is 205
_THOUSAND = 1000
_MOST_ATOMS = 48  # no number that people write has more words; keeps hostile input linear


def read_number(scene: Scene, start: int, marks: str = "", *, money: bool = False) -> Number | None:
    """Return the number that begins at `start`, as long as it goes.

    `marks` are the decimal separators of the text, `money` tells that a currency stands before, so that "m" is million.
    """
    first = scene.at(start)
    if not first:
        return None
    digits, other, why = None, None, ""
    if first.isdecimal():
        digits = read_digits(scene, start, marks)
        if digits is None:
            return None
        if not _goes_on(scene, digits.end):
            return Number(start, digits.end, digits.numeral, digits.numeral, other=digits.other, why=digits.why, digits=1)
    total = Sum(end=start, lifts=scene.language.tag.startswith(_LIFTING))
    if digits is not None:
        total.parts.append(Part(digits.numeral))
        total.end, total.digits, other, why = digits.end, 1, digits.other, digits.why
        add_vulgar(scene, total)
        read_power(scene, total)
        read_slash(scene, total, plain=digits.plain)
    elif first in VULGAR:
        total.parts.append(Part(vulgar(first)))
        total.end, total.digits, total.fraction = start + 1, 1, True
    elif (led := _read_led(scene, start, marks, money=money) or _read_scaled(scene, start, marks)) is not None:
        return led
    elif not (read_atom(scene, total, start, money=money) or _read_one(scene, total, start)):
        return None
    _read_on(scene, total, money=money)
    take_denominator(scene, total)
    read_counted_half(scene, total)
    return _finish(start, total, other, why)


def _goes_on(scene: Scene, end: int) -> bool:
    """Return whether a number may go on behind digits that end at `end`; most do not, and are told from the others at once."""
    following = scene.at(end)
    if following == ":":
        return _case_end(scene, end) > end
    if not following or following in _SIGNS:
        return following != ""
    place = scene.skip(end)
    if place > end:
        following = scene.at(place)
        if following in _SPACED_SIGNS or following.isdecimal():
            return True
    roles = scene.roles_ahead(place)
    if roles & _ATOM or (following >= CJK and roles & _INSIDE):
        return True
    if roles & _LINKED:
        link = scene.ahead(place, _LINK)
        if link is not None and scene.roles_ahead(scene.skip(link.end)) & _MULTIPLIES:
            return True
    return bool(scene.language.compounds) and place > end and ends_like_denominator(scene, place)


def _case_end(scene: Scene, end: int) -> int:
    """Return the end of the case ending of digits before a scale word ("3,8:aa miljoonaa", "2:a miljarder"), else `end`."""
    if scene.at(end) != ":":
        return end
    stop = scene.word_ahead(end + 1)
    scaled = 0 < stop - end - 1 <= _CASE_LETTERS and scene.at(stop) == " " and scene.roles_ahead(stop + 1) & _SCALED
    return stop if scaled else end


_CASE_LETTERS = 4
_SCALED = bits(Role.SCALE)
_SIGNS = frozenset("ex×^/⁄／-") | VULGAR
_SPACED_SIGNS = frozenset("x×/-")
_ATOM = bits(*ATOMS, Role.DENOMINATOR)
_INSIDE = bits(Role.HEDGE, Role.CLASSIFIER)
_LINK = frozenset({Role.LINK})
_LINKED = bits(Role.LINK)
_MULTIPLIES = bits(Role.SCALE, Role.VAGUE)


def _read_led(scene: Scene, start: int, marks: str, *, money: bool) -> Number | None:
    """Read साढ़े तीन लाख, whose half stands before the number: three and a half lakh."""
    shares, place = _leading_shares(scene, start)
    number = read_number(scene, place, marks, money=money) if shares else None
    if number is None or number.vague:
        return None
    factor = numeral_of(Decimal(number.scale))
    for share in shares:
        number.low = number.high = plus(number.low, times(numeral_of(share.term.value), factor))
    number.start, number.other = start, None
    number.atoms += len(shares)
    return number


def _leading_shares(scene: Scene, start: int) -> tuple[list[Hit], int]:
    """Return the shares that stand before a number and where it begins; none where more of them follow than anyone says."""
    shares: list[Hit] = []
    place = start
    while True:
        share = scene.ahead(place, _AND_FRACTION)
        if share is None or share.term.text != "before":
            return shares, place
        if len(shares) == _MOST_SHARES:
            return [], start
        shares.append(share)
        place = scene.skip(share.end)


_MOST_SHARES = 2


def _read_scaled(scene: Scene, start: int, marks: str) -> Number | None:
    """Read a number whose scale word stands before its digits, as in Hausa, Sinhala and Swahili: "elfu 12", "biliyan 1.2"."""
    scale = scene.ahead(start, _SCALE)
    if scale is None or scale.term.suffix or not scene.at(scene.skip(scale.end, 1)).isdecimal():
        return None
    digits = read_digits(scene, scene.skip(scale.end, 1), marks)
    if digits is None:
        return None
    factor = numeral_of(scale.term.value)
    numeral, other = times(digits.numeral, factor), digits.other and times(digits.other, factor)
    return Number(start, digits.end, numeral, numeral, other=other, why=digits.why, digits=1, atoms=1, scale=int(scale.term.value))


_AND_FRACTION = frozenset({Role.AND_FRACTION})


def _read_one(scene: Scene, total: Sum, start: int) -> bool:
    """Read the article of "un virgule cinq" as a one."""
    article = scene.ahead(start, _ARTICLE)
    if article is None or scene.ahead(scene.skip(article.end), _POINT) is None:
        return False
    total.parts.append(Part(ONE, worded=True))
    total.end, total.atoms = article.end, 1
    return read_point(scene, total, scene.skip(article.end))


def _read_on(scene: Scene, total: Sum, *, money: bool) -> None:
    """Take one word or numeral after the other for as long as they belong to one number."""
    for _ in range(_MOST_ATOMS):
        if _is_spoken(scene, total) and reads_decimals(scene, total):
            scale = scene.ahead(scene.skip(total.end), _SCALE)
            if scale is not None and scale.term.value >= _THOUSAND:
                take(scene, total, scale)
            return
        if not _read_next(scene, total, _next_place(scene, total), money=money):
            return


def _is_spoken(scene: Scene, total: Sum) -> bool:
    """Return whether the number is written in numeral characters, behind which a point parts off decimals."""
    if total.run or HANGUL[0] <= scene.at(total.end - 1) <= HANGUL[1]:
        return True
    return not scene.language.spaced and total.atoms > 0 and not total.digits


def _next_place(scene: Scene, total: Sum) -> int:
    """Return where the next word may begin: behind a blank or the hyphen of "fifty-two" and "fifty - two"."""
    place = scene.skip(_case_end(scene, total.end))
    if scene.at(place) != "-":
        return place
    if place == total.end:
        return place + 1 if scene.at(place + 1).isalpha() else place
    after = scene.skip(place + 1)
    return after if _is_tens(total) and scene.ahead(after, _NUMBER) else place


def _read_next(scene: Scene, total: Sum, place: int, *, money: bool) -> bool:
    """Read one more word or numeral at `place`; False where the number ends before it."""
    if place >= scene.high:
        return False
    if total.parts and read_softened(scene, total, place):
        return True
    if total.parts and denominator_ahead(scene, place, scene.ahead(place, ATOMS)):
        return False
    if total.atoms and not total.digits and read_point(scene, total, place):
        return False
    if scene.at(place).isdecimal():
        return read_more_digits(scene, total, place)
    if read_atom(scene, total, place, money=money):
        _read_neighbours(scene, total)
        return True
    return read_joined(scene, total, place) or take_article(scene, total, place)


def _read_neighbours(scene: Scene, total: Sum) -> None:
    """Read the 五六 of 五六个人 and 五六十人 as five or six."""
    if total.run != _PAIR or len(total.parts) != 1 or total.atoms != _PAIR or scene.language.spaced:
        return
    tens, ones = divmod(total.parts[0].numeral.significand, 10)
    if not 0 < tens < 10 or ones != tens + 1 or scene.ahead(total.end, _FOLLOWING) is None or scene.ahead(total.end, _DIGIT):
        return
    total.parts.clear()
    total.low, total.high = Decimal(tens), Decimal(ones)


_PAIR = 2
_DIGIT = frozenset({Role.DIGIT})
_FOLLOWING = frozenset({Role.SCALE, Role.CLASSIFIER, Role.UNIT, Role.CURRENCY})


def _is_tens(total: Sum) -> bool:
    last = total.parts[-1] if total.parts else None
    return last is not None and last.worded and last.scale == 1 and last.numeral.value in _TENS


_TENS = frozenset(range(20, 100, 10))


def _finish(start: int, total: Sum, other: Numeral | None, why: str) -> Number | None:
    """Return the sum of all parts, widened by a vague word."""
    if total.lifts and total.run == 1 and len(total.parts) > 1 and not total.filled:
        lift_last(total)
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
        softened=total.softened, above=total.above, below=total.below, instead=total.instead,
    )  # fmt: skip
