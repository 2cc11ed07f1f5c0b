"""What is written around digits: the ½ of 2½, 1/2, 1.3e6, the decimals of 廿三點五."""

from __future__ import annotations

import re

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Numeral
from claimcheck.scan.arithmetic import PLACES, numeral_of, plus, quotient
from claimcheck.scan.numerals import VULGAR, read_digits, vulgar
from claimcheck.scan.scene import Scene
from claimcheck.scan.sums import Part, Sum

_DIGIT = frozenset({Role.DIGIT})
_POWER = re.compile(r"e([+\-－]?\d{1,2})(?![\w^])|\s?[x×]\s?10\^?([+-]?\d{1,2})(?!\w)")
_RAISED = re.compile(r"\^([+-]?\d{1,3})(?![\d^])")
_MOST_DIGITS = 15  # of a power


def add_vulgar(scene: Scene, total: Sum) -> None:
    """Add the ½ of "2½"."""
    if scene.at(total.end) in VULGAR and scene.at(total.end):
        total.parts[-1].numeral = plus(total.parts[-1].numeral, vulgar(scene.at(total.end)))
        total.end += 1


def read_power(scene: Scene, total: Sum) -> None:
    """Read the power of ten of "1.3e6" and "2.48×10−5"."""
    if scene.at(total.end) == "^":
        _read_raised(scene, total)
    if scene.at(total.end) not in _POWER_SIGNS:
        return
    found = _POWER.match(scene.folded, total.end, scene.high)
    if found is None:
        return
    numeral = total.parts[-1].numeral
    total.parts[-1].numeral = Numeral(numeral.significand, numeral.exponent + int((found[1] or found[2]).replace("－", "-")))
    total.end = found.end()


def _read_raised(scene: Scene, total: Sum) -> None:
    """Read "1.1^23" and "2.5^-1"."""
    found = _RAISED.match(scene.folded, total.end, scene.high)
    base = total.parts[-1].numeral
    if found is None or not base.significand or base.value >= _LARGE_BASE:
        return
    power = base.value ** int(found[1])
    if abs(power.adjusted()) < _LARGE_POWER:
        total.parts[-1].numeral = numeral_of(round(power, max(0, _MOST_DIGITS - power.adjusted())))
        total.end = found.end()


_LARGE_BASE = 10**6
_LARGE_POWER = 40
_POWER_SIGNS = frozenset("ex× ")


_SLASHES = "/⁄／"


def read_slash(scene: Scene, total: Sum, *, plain: bool) -> None:
    """Read "1/2" and "10 1/2" where they are fractions."""
    if not plain:
        return
    whole, top, end = None, total.parts[-1].numeral, total.end
    above = scene.skip(end)
    if above > end and scene.at(above).isdecimal() and scene.at(above + 1) in _SLASHES and scene.at(above + 1):
        whole, top, end = top, Numeral(int(scene.at(above)), 0), above + 1
    if scene.at(end) not in _SLASHES or not scene.at(end + 1).isdecimal():
        return
    bottom = read_digits(scene, end + 1)
    if bottom is None or not bottom.plain or (scene.at(bottom.end) in "/⁄／-." and scene.at(bottom.end + 1).isdecimal()):
        return
    below = bottom.numeral.significand
    if below not in _DENOMINATORS or not 0 < top.significand < below * (2 if whole else 1):
        return
    share = quotient(top, below)
    total.parts[-1].numeral = plus(whole, share) if whole else share
    total.end, total.fraction = bottom.end, whole is None


_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 50, 100, 1000})


def read_counted_half(scene: Scene, total: Sum) -> None:
    """Read the half of 一个半小时 and 五個半月, which stands between the counter and the unit."""
    if scene.language.spaced or not total.parts or total.fraction or total.low is not None:
        return
    counter = scene.ahead(total.end, _CLASSIFIER)
    half = scene.ahead(counter.end, _FRACTION) if counter is not None else None
    if half is not None and scene.ahead(half.end, _UNIT) is not None:
        total.parts[-1].numeral = plus(total.parts[-1].numeral, numeral_of(half.term.value))
        total.end = half.end


_CLASSIFIER = frozenset({Role.CLASSIFIER})
_FRACTION = frozenset({Role.FRACTION})
_UNIT = frozenset({Role.UNIT})


_COPULA = frozenset("다며었라죠므입")


def read_decimals(scene: Scene, total: Sum) -> bool:
    """Read the decimals of 廿三點五."""
    place, decimals, places = total.end + 1, 0, 0
    while places < PLACES:
        hit = scene.ahead(place, _DIGIT)
        if hit is None or (places and scene.at(hit.start) == "이" and scene.at(hit.end) in _COPULA):
            break
        decimals, places, place = decimals * 10 + int(hit.term.value), places + 1, hit.end
    if not places:
        return False
    total.parts.append(Part(Numeral(decimals, -places)))
    total.end = place
    return True
