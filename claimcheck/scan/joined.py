"""What "and" joins to a number: hundred and five, 3 hundred and 21, three and twenty, yüz bir."""

from __future__ import annotations

from claimcheck.lexicon.language import Role
from claimcheck.scan.arithmetic import ONE, numeral_of, plus
from claimcheck.scan.compound import read_compound
from claimcheck.scan.numerals import read_digits
from claimcheck.scan.scene import Hit, Scene
from claimcheck.scan.sums import Part, Sum, take_after_joiner

_JOINER = frozenset({Role.JOINER})
_AFTER_JOINER = frozenset({Role.NUMBER, Role.FRACTION, Role.SCALE})
_SCALE = frozenset({Role.SCALE})
_ARTICLE = frozenset({Role.ARTICLE})
_MILLION = 10**6
_HUNDRED = 100
_NOT_ONE = frozenset({Role.FRACTION, Role.DENOMINATOR, Role.SCALE, Role.VAGUE})
_DENOMINATOR = frozenset({Role.DENOMINATOR})
_DIVIDED = frozenset({Role.DIVIDED})
_FRACTION = frozenset({Role.FRACTION})


def read_more_digits(scene: Scene, total: Sum, place: int) -> bool:
    """Read the digits behind a scale: "6 bin 322", "245万8120"."""
    last = total.parts[-1] if total.parts else None
    if last is None or last.scale < _HUNDRED or total.low is not None:
        return False
    if last.scale == _HUNDRED and not total.digits and scene.language.spaced:
        return False  # "two hundred 2"
    digits = read_digits(scene, place)
    if digits is None or digits.numeral.value >= last.scale:
        return False
    glued = place == total.end
    short = last.scale <= 10_000 and digits.plain and digits.end - place <= 3
    scaled = scene.ahead(scene.skip(digits.end), _SCALE) is not None
    if not (glued or short or scaled):
        return False
    total.parts.append(Part(digits.numeral))
    total.digits += 1
    total.end = digits.end
    return True


def read_joined(scene: Scene, total: Sum, place: int) -> bool:
    """Read "and twenty" behind hundreds and scales, and German or Arabic "three and twenty"."""
    joiner = scene.ahead(place, _JOINER)
    if joiner is None or not total.parts or total.low is not None:
        return False
    last = total.parts[-1]
    begin = scene.skip(joiner.end)
    if scene.at(begin).isdecimal():
        return _read_joined_digits(scene, total, last, begin)
    for hit in scene.hits_ahead(begin, _AFTER_JOINER):
        if hit.term.role is Role.NUMBER and _begins_fraction(scene, hit):
            return False
        if hit.term.role is Role.NUMBER and take_after_joiner(total, last, numeral_of(hit.term.value).significand):
            total.end = hit.end
            total.joined = int(hit.term.value)
            total.atoms += 1
            return True
        if hit.term.role is Role.FRACTION and not total.fraction and last.worded and last.scale == 1:
            last.numeral = plus(last.numeral, numeral_of(hit.term.value))
            total.end = hit.end
            return True
    return take_article(scene, total, begin) or (last.scale >= 1000 and read_compound(scene, total, begin))


def _read_joined_digits(scene: Scene, total: Sum, last: Part, begin: int) -> bool:
    """Read the 21 of "3 hundred and 21", no further hundreds."""
    digits = read_digits(scene, begin) if total.digits and last.scale == _HUNDRED else None
    if digits is None or not digits.plain or not 0 < digits.numeral.value < _HUNDRED:
        return False
    if scene.ahead(scene.skip(digits.end), _SCALE) is not None:
        return False
    return read_more_digits(scene, total, begin)


def take_article(scene: Scene, total: Sum, place: int) -> bool:
    """Read the "bir" of "yüz bir" and the "um" of "cento e um", which are articles elsewhere, as one."""
    article = scene.ahead(place, _ARTICLE)
    if article is None or scene.language.tag.startswith("en") or total.low is not None or total.fraction:
        return False
    last = total.parts[-1] if total.parts else None
    if last is None or not last.worded or last.numeral.value >= _MILLION or last.numeral.value % _HUNDRED:
        return False
    if scene.ahead(scene.skip(article.end), _NOT_ONE):
        return False
    total.parts.append(Part(ONE, worded=True))
    total.end = article.end
    total.atoms += 1
    return True


def _begins_fraction(scene: Scene, hit: Hit) -> bool:
    """Return whether what follows "and" is a proper fraction: the three quarters of "a hundred and three quarters"."""
    place = scene.skip(hit.end)
    if scene.at(place) == "-":
        place += 1
    if scene.ahead(place, _DIVIDED) is not None:
        return True
    share = scene.ahead(place, _DENOMINATOR) or scene.ahead(hit.start, _FRACTION)
    return share is not None and (share.start == hit.start or hit.term.value < share.term.value)
