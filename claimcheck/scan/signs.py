"""Signs before a number, and the words that make it negative: -5 °C, "minus five", "below zero"."""

from __future__ import annotations

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Numeral, Unit
from claimcheck.scan.amount import Amount
from claimcheck.scan.scene import CJK, Hit, Scene, bits, is_letter

_NEGATIVE = frozenset({Role.NEGATIVE})
_NEGATIVE_OR_HEDGE = frozenset({Role.NEGATIVE, Role.HEDGE})  # "au moins 219" is at least, not minus
_BOUNDARY = frozenset(" \n\t([{（「『“«\"'/:;,=|·—–~")
_NEGATIVE_ROLE = bits(Role.NEGATIVE)
_DASHED = 4  # characters


def apply_sign(scene: Scene, amount: Amount) -> None:
    """Make the amount negative, or note its sign, where a sign or a word such as "minus" stands before it or behind degrees."""
    place = amount.start
    if place < amount.number.start and scene.at(amount.number.start - 1) in "-－" and not scene.at(amount.number.start - 2).isalnum():
        _negate(amount)
        return
    sign = scene.at(place - 1)
    if sign in ("", " ") and _may_be_minus(scene, place) and (_stands_alone(scene, amount) or _is_spaced_minus(scene, amount)):
        place, sign = scene.skip_back(place), "-"
    if sign and sign in "-+－＋":
        ahead = scene.at(place - 2)
        if ahead and ahead in "-－":
            return  # two minuses are none
        if not ahead or ahead in _BOUNDARY or (ahead >= CJK and not ahead.isdigit()):
            amount.start = max(scene.low, place - 1)
            amount.number.signed = True
            if sign in "-－":
                _negate(amount)
        return
    behind = scene.skip_back(place)
    hit = scene.behind(behind, _NEGATIVE_OR_HEDGE) if scene.roles_behind(behind) & _NEGATIVE_ROLE else None
    if hit is not None and hit.term.role is Role.NEGATIVE:
        amount.start = hit.start
        if not _is_fall(scene, amount, hit):
            _negate(amount)
        return
    hit = scene.ahead(scene.skip(amount.end), _NEGATIVE) if amount.units and _is_heat(amount.units[0]) else None
    if hit is not None:
        amount.end = hit.end
        _negate(amount)


def _may_be_minus(scene: Scene, start: int) -> bool:
    """Return whether a figure that a blank or nothing stands before begins its sentence or follows a hyphen."""
    place = scene.skip_back(start)
    return scene.at(place - 1) == "-" or place <= scene.skip(scene.opening)


def _is_heat(unit: Unit) -> bool:
    return unit.kind.startswith("temperature") or unit.name == "degree"


def _is_fall(scene: Scene, amount: Amount, hit: Hit) -> bool:
    """Return whether "menos 93 %" says by how much something fell, as it does behind a noun or a stop; "de menos 5 %" is below zero."""
    word = scene.folded[hit.start : hit.end]
    if not amount.units or amount.units[0].kind != "percent" or not any(term.text == "fall" for term in scene.language.terms[word]):
        return False
    place = scene.skip_back(hit.start)
    return place <= scene.opening or scene.folded[place - 1] in ",;:(–—-"


def _is_spaced_minus(scene: Scene, amount: Amount) -> bool:
    """Return whether a hyphen between blanks before degrees is a minus: "convert - 20 °F"."""
    if not amount.units or not _is_heat(amount.units[0]):
        return False
    place = scene.skip_back(amount.start)
    before = scene.skip_back(place - 1)
    return scene.at(place - 1) == "-" and before < place - 1 and is_letter(scene.at(before - 1) or " ")


def _stands_alone(scene: Scene, amount: Amount) -> bool:
    """Return whether the sentence is nothing but "- 1 200", as in a table: a minus, not the dash of a list."""
    place = scene.skip_back(amount.start)
    if scene.at(place - 1) == "-" and scene.skip_back(place - 1) <= scene.skip(scene.opening):
        return scene.skip(amount.end) >= scene.high
    return place <= scene.skip(scene.opening) and not _has_more(scene, amount.end)


def _has_more(scene: Scene, end: int) -> bool:
    """Return whether the whole text is more than a dash and this figure, which is no list then."""
    text, opening = scene.text, scene.opening
    return opening > _DASHED or text[:opening].strip() != "-" or len(text) - end > _DASHED or text[end:].strip() != ""


def _negate(amount: Amount) -> None:
    amount.number.signed = True
    low, high = amount.low, amount.high
    amount.low = Numeral(-high.significand, high.exponent) if high else None
    amount.high = Numeral(-low.significand, low.exponent) if low else None
