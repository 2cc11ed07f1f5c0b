"""Decimals as they are said (two point five, 五点八, 이백점 칠일) and what softens a number inside (三十多万)."""

from __future__ import annotations

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Hedge, Numeral
from claimcheck.scan.arithmetic import PLACES
from claimcheck.scan.atoms import read_atom, take
from claimcheck.scan.joined import read_joined
from claimcheck.scan.scene import CJK, Scene
from claimcheck.scan.spelling import read_decimals
from claimcheck.scan.sums import Part, Sum

_POINTS = frozenset("点點・점")  # the decimal point among number characters
_POINT = frozenset({Role.POINT})
_NUMBER = frozenset({Role.NUMBER})
_SPELLED = frozenset({Role.NUMBER, Role.SCALE})
_SCALE = frozenset({Role.SCALE})
_DIGIT = frozenset({Role.DIGIT})
_SOFTENING = frozenset({Role.HEDGE, Role.VAGUE})
_OPEN_ENDS = frozenset({Hedge.MORE_THAN, Hedge.ABOUT, Hedge.AT_LEAST})
_THOUSAND = 1000
_TEN = 10
_MOST_ATOMS = 48  # no number that people write has more words; keeps hostile input linear


def read_softened(scene: Scene, total: Sum, place: int) -> bool:
    """Read the "and more" inside of 三十多万, 30余万, 千五百零幾萬 and 30여만, with the scale behind it."""
    if scene.at(place) < CJK or total.low is not None:
        return False
    for hit in scene.hits_ahead(place, _SOFTENING):
        term = hit.term
        few = term.role is Role.VAGUE and term.high is not None and term.high <= _TEN
        if hit.end - hit.start > 1 or not (few or (term.role is Role.HEDGE and term.suffix and term.hedge in _OPEN_ENDS)):
            continue
        scale = scene.ahead(scene.skip(hit.end), _SCALE)
        if scale is None or scale.term.value < _THOUSAND or not take(scene, total, scale):
            return False
        total.softened = Hedge.MORE_THAN
        return True
    return False


def reads_decimals(scene: Scene, total: Sum) -> bool:
    """Read the point and decimals of 五点八, 百・八十九 and 이백점 칠일."""
    place = total.end if scene.at(total.end) in _POINTS else scene.skip(total.end)
    if scene.at(place) not in _POINTS or not scene.at(place):
        return False
    begin, end = scene.skip(place + 1), total.end
    hit = scene.ahead(begin, _DIGIT)
    tens = scene.ahead(hit.end if hit else begin, _SCALE)
    if hit is not None and tens is not None and tens.term.value == _TEN and scene.ahead(tens.end, _DIGIT):
        ones = scene.ahead(tens.end, _DIGIT)
        total.parts.append(Part(Numeral(int(hit.term.value) * 10 + int(ones.term.value if ones else 0), -2)))
        total.end = ones.end if ones else tens.end
        return True
    total.end = begin - 1
    if read_decimals(scene, total):
        return True
    total.end = end
    return False


def read_point(scene: Scene, total: Sum, place: int) -> bool:
    """Read decimals in words: "two point zero five", "dos coma setenta y uno", and the scale behind them."""
    point = scene.ahead(place, _POINT)
    if point is None or total.low is not None or total.fraction:
        return False
    decimals, end = _decimals_in_words(scene, scene.skip(point.end))
    if not decimals:
        return False
    total.parts.append(Part(Numeral(int(decimals), -len(decimals))))
    total.end = end
    total.atoms += 1
    scale = scene.ahead(scene.skip(end), _SCALE)
    if scale is not None and not scale.term.money_only and scale.term.value >= 1000 and all(part.scale == 1 for part in total.parts):
        take(scene, total, scale)
    return True


def _decimals_in_words(scene: Scene, place: int) -> tuple[str, int]:
    """Return the digits that the words at `place` spell, one by one or as one number, and where they end."""
    found, end = "", place
    while len(found) < PLACES:
        hit = scene.ahead(place, _NUMBER)
        if hit is not None and hit.term.value < 10:
            found, end = found + str(hit.term.value), hit.end
            place = scene.skip(end)
            continue
        if found.strip("0") or (hit is None and not _is_scale_word(scene, place)):
            return found, end
        return _whole_in_words(scene, place, found) or (found, end)
    return found, end


def _is_scale_word(scene: Scene, place: int) -> bool:
    return scene.ahead(place, _SCALE) is not None


def _whole_in_words(scene: Scene, place: int, zeros: str) -> tuple[str, int] | None:
    """Return the digits of a number below ten thousand in words; a thousand or more behind it scales all that is before."""
    inner = Sum(end=place)
    for _ in range(_MOST_ATOMS):
        at = scene.skip(inner.end)
        scale = scene.ahead(at, _SCALE)
        if scale is not None and scale.term.value >= 1000 and inner.parts:
            break
        known = scene.ahead(at, _SPELLED)
        if not (read_atom(scene, inner, at, money=False) if known else bool(inner.parts) and read_joined(scene, inner, at)):
            break
    whole = sum(int(part.numeral.value) for part in inner.parts)
    return (zeros + str(whole), inner.end) if inner.parts and inner.low is None else None
