"""Which number words without a unit are figures."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Hedge
from claimcheck.scan.alone import stands_alone
from claimcheck.scan.amount import Amount, Number
from claimcheck.scan.scene import HANGUL, Scene
from claimcheck.scan.small import is_small_figure

_CLASSIFIER = frozenset({Role.CLASSIFIER})
_SCALE = frozenset({Role.SCALE})
_DIGIT = frozenset({Role.DIGIT})
_FRACTION = frozenset({Role.FRACTION})
_NUMBER = frozenset({Role.NUMBER})
_LINK = frozenset({Role.LINK})
_MYRIAD = 10_000
_MOST_PLAIN = 12  # larger numbers in words are figures wherever they stand
_PART = Decimal("1e-6")
_DETERMINER = 3  # letters
_ENOUGH_SYLLABLES = 3  # shorter rows of Korean number syllables are words too: 구조 is rescue


def counts(scene: Scene, amount: Amount) -> bool:
    """Return whether a number word without a unit is a figure: it is long, or something is counted, or it stands alone."""
    number = amount.number
    if number.signed or amount.hedge is Hedge.RANGE or (number.low.exponent < 0 and not number.fraction and not number.vague):
        return True
    if number.fraction:
        return _is_share(scene, amount)
    if not scene.language.spaced and not number.digits and not number.vague:
        return _counts_unspaced(scene, number)
    if HANGUL[0] <= scene.at(number.start) <= HANGUL[1] and not number.digits:
        return _counts_korean(scene, number)
    if number.digits or number.atoms > 1 or number.low.value > _MOST_PLAIN:
        return True
    if stands_alone(scene, number) or is_all(scene, number) or is_small_figure(scene, number):
        return True
    return amount.counted_to > amount.counted_from and (number.low.value > 1 or _is_none_of(scene, number))


def _is_none_of(scene: Scene, number: Number) -> bool:
    """Return whether a zero counts what follows ("zero deaths"), and is no noun itself: "a zero", "um «zero nacional»"."""
    place = scene.skip_back(number.start)
    return number.low.significand == 0 and scene.spaced_before(number.start) and scene.behind(place, _ARTICLE) is None


_ARTICLE = frozenset({Role.ARTICLE})


def _counts_unspaced(scene: Scene, number: Number) -> bool:
    """Return whether Chinese or Japanese numerals are a figure: no 万 alone, one character only before a counter."""
    if any(hit.end == number.start + 1 and hit.term.value >= _MYRIAD for hit in scene.hits_ahead(number.start, _SCALE)):
        return False
    pair = number.atoms == 2 and number.scale == 1 and number.end - number.start == 2  # 九九 is more often a name
    if (number.atoms > 1 and not pair) or is_all(scene, number):
        return True
    word = scene.ahead(number.start, _NUMBER)
    if word is not None and word.end == number.end > number.start + 1 and number.low.value > 1:
        return True  # 二つ
    return scene.ahead(number.end, _CLASSIFIER) is not None and number.scale < _MYRIAD and number.low.value > 1


def _counts_korean(scene: Scene, number: Number) -> bool:
    if number.atoms > _ENOUGH_SYLLABLES - (number.scale > 1) or is_all(scene, number):
        return True
    lone = scene.ahead(number.start, _DIGIT) if number.end - number.start == 1 else None
    return lone is None and scene.ahead(scene.skip(number.end), _CLASSIFIER) is not None


def _is_share(scene: Scene, amount: Amount) -> bool:
    """Return whether a fraction in words is one of something: "two thirds", "more than half", 四分の一, "a third of"."""
    number = amount.number
    if number.atoms > 1 or is_all(scene, number):
        return True
    noun = scene.ahead(number.start, _FRACTION)
    if noun is not None and noun.term.text == "noun" and noun.end <= number.end:
        return True  # "половину", "절반" never mean anything else
    if not scene.language.spaced or HANGUL[0] <= scene.at(number.start) <= HANGUL[1]:
        return number.end - number.start > len("半分")
    if number.low.value > 0 and (amount.hedge is not Hedge.EXACT or (1 / number.low.value) % 1 > _PART):
        return True
    return _divides(scene, number)


def _divides(scene: Scene, number: Number) -> bool:
    """Return whether a fraction of several words is one of something: "a third of", "ein Drittel der", "two-thirds"."""
    place = scene.skip(number.end)
    if scene.ahead(place, _LINK) is not None:
        return True
    several = not scene.folded[number.start : number.end].isalpha()
    return several and scene.word_ahead(place) - place <= _DETERMINER


def is_all(scene: Scene, number: Number) -> bool:
    """Return whether the sentence is this number alone."""
    return number.start == scene.skip(scene.opening) and scene.skip(number.end) >= scene.high
