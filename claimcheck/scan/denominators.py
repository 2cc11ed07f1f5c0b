"""The fifths behind a numerator in words, and what tells them from ordinals."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Numeral
from claimcheck.scan.arithmetic import plus, quotient
from claimcheck.scan.compound import whole_of
from claimcheck.scan.scene import Hit, Key, Scene, is_letter
from claimcheck.scan.sums import Part, Sum

_DENOMINATOR = frozenset({Role.DENOMINATOR})
_FOLLOWS = frozenset({Role.LINK, Role.JOINER, Role.HEDGE})
_UNIT = frozenset({Role.UNIT, Role.CURRENCY})
_QUARTERS = 4  # also rooms and parts of a year
_LEAST_IN_DIGITS = 5


def denominator_ahead(scene: Scene, place: int, atoms: Hit | None) -> Hit | None:
    """Return the denominator at `place` if it is longer than the number word there: the "thirty-fifths" of "ten thirty-fifths"."""
    hit = scene.ahead(place, _DENOMINATOR)
    return hit if hit is not None and (atoms is None or hit.end > atoms.end) else None


def denominator_at(scene: Scene, place: int) -> Hit | None:
    """Return the denominator at `place`, also one glued to the number before it: centocinquesimo, hundertzwanzigstel."""
    hit = scene.ahead(place, _DENOMINATOR)
    if hit is not None or not scene.language.compounds:
        return hit
    if not ends_like_denominator(scene, place):
        return None
    end = scene.word_ahead(place)
    word = scene.folded[place:end]
    for cut in range(_ENDING, len(word) - _ENDING):
        term = next((term for term in scene.language.terms.get(word[cut:], ()) if term.role is Role.DENOMINATOR), None)
        whole = whole_of(scene, word[:cut]) if term is not None else None
        if term is not None and whole is not None:
            below = whole + int(term.value) if term.value < _HUNDRED <= whole else whole * int(term.value)
            return Hit(place, end, replace(term, value=Decimal(below)))
    return None


def ends_like_denominator(scene: Scene, place: int) -> bool:
    """Return whether the word at `place` is long and ends like the denominators of the language."""
    word = scene.folded[place : scene.word_ahead(place)]
    return _LEAST_GLUED < len(word) < _MOST_GLUED and word[-_ENDING:] in _endings_of(Key(scene.language))


_LEAST_GLUED, _MOST_GLUED = 9, 60  # letters
_ENDING = 4  # letters
_HUNDRED = 100


@lru_cache(maxsize=256)
def _endings_of(key: Key) -> frozenset[str]:
    return frozenset(word[-_ENDING:] for word in key.language.terms.words_with(Role.DENOMINATOR))


def take_denominator(scene: Scene, total: Sum) -> None:
    """Divide the number by the fifths behind it."""
    if not total.parts or total.low is not None or total.fraction:
        return
    place = scene.skip(total.end)
    if scene.at(place) == "-" and place == total.end:
        place += 1
    elif scene.at(place) == "/":
        place = scene.skip(place + 1)  # "vijf / achtste"
    hit = denominator_at(scene, place) if place > total.end else None
    if hit is None:
        return
    below, whole = int(hit.term.value), total.parts[0].numeral
    for part in total.parts[1:]:
        whole = plus(whole, part.numeral)
    if whole.exponent < 0 or whole.significand <= 0 or not _is_divisible(total, int(whole.value), below):
        return
    if below > 1 and not divides(scene, hit, whole=whole.value > 1):
        return
    total.above, total.below, total.end = int(whole.value), below, hit.end
    total.atoms += 1
    if below > 1:
        total.parts = [Part(quotient(Numeral(total.above, 0), below))]
        total.fraction = total.above < below


def _is_divisible(total: Sum, whole: int, below: int) -> bool:
    """Return whether the numerator is one that people say: three quarters, no two of them, no 3 thirds in digits."""
    if total.digits and (below < _LEAST_IN_DIGITS or whole >= below):
        return False
    if below == _QUARTERS:
        return whole in (1, 3)
    return below != 2 or whole % 2 == 1


def divides(scene: Scene, hit: Hit, *, whole: bool) -> bool:
    """Return whether a denominator is no ordinal: by its form, or by what follows; `whole` for several of them."""
    if hit.term.text != "ordinal" and hit.term.value > 2 and (whole or hit.term.value > _QUARTERS):
        return True
    place = scene.skip(hit.end)
    if not is_letter(scene.at(place) or " "):
        return scene.at(hit.end) != "-"
    if scene.ahead(place, _FOLLOWS) is not None:
        return True
    unit = scene.ahead(place, _UNIT)
    return unit is not None and bool(unit.term.units) and (whole or unit.term.units[0].kind == "percent")
