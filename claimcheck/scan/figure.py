"""One figure, read around the place where it begins."""

from __future__ import annotations

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Hedge, Numeral
from claimcheck.scan.amount import Amount, Number
from claimcheck.scan.complete import complete
from claimcheck.scan.compose import read_number
from claimcheck.scan.habits import Habits
from claimcheck.scan.measures import unit_before
from claimcheck.scan.per import rate_end
from claimcheck.scan.refusals import (
    id_end,
    is_glued_to_name,
    is_glued_to_word,
    is_ordinal_or_item,
    is_refused_by_word,
    names_a_product,
    score_end,
)
from claimcheck.scan.scene import CJK, Hit, Scene, bits, is_letter
from claimcheck.scan.worded import read_worded

_CURRENCY = frozenset({Role.CURRENCY})
_BOUNDARY = frozenset(" \n\t([{（「『“«\"'/:;,=|·—–~")


def read_figure(scene: Scene, start: int, habits: Habits) -> tuple[Amount | None, int]:
    """Return the figure that begins at `start`, or None, and the place up to which the text is done with."""
    rate = rate_end(scene, start)
    if rate > start:
        return None, rate
    if _scales_glued(scene, start):
        return None, scene.word_ahead(start)
    if scene.at(start).isdigit() or not is_letter(scene.at(start)):
        return _read_digital(scene, start, habits)
    return read_worded(scene, start, habits)


def _scales_glued(scene: Scene, start: int) -> bool:
    """Return whether a scale word goes with digits that are glued to a word: the "miljoner" of "på100 miljoner" is no vague count."""
    place = scene.skip_back(start)
    if not scene.at(place - 1).isdecimal() or not scene.roles_ahead(start) & _SCALED:
        return False
    begin, least = place, max(scene.opening, place - _LONGEST_CLUMP)
    while begin > least and (scene.at(begin - 1).isdecimal() or scene.at(begin - 1) in ".,"):
        begin -= 1
    before = scene.at(begin - 1)
    return begin > scene.opening and scene.folded[begin].isdecimal() and before < CJK and is_letter(before)


_SCALED = bits(Role.SCALE, Role.VAGUE)
_LONGEST_CLUMP = 24  # characters of digits and separators


def _read_digital(scene: Scene, start: int, habits: Habits) -> tuple[Amount | None, int]:
    before = unit_before(scene, start)
    if before is None and is_glued_to_name(scene, start):
        return None, _token_end(scene, start)
    if before is None:
        for end in (id_end(scene, start), score_end(scene, start)):
            if end > start:
                return None, end
    number = read_number(scene, start, habits.marks, money=before is not None)
    if number is None:
        return None, _token_end(scene, start)
    before = _take_leading_point(scene, number) or before
    amount = complete(scene, number, before, habits)
    if _is_refused(scene, amount, habits):
        return None, max(number.end, start + 1)
    if not amount.units and (number.scale > 1 or amount.counted_to == amount.counted_from):
        _take_name_before(scene, amount)
    return amount, amount.end


def _take_leading_point(scene: Scene, number: Number) -> Hit | None:
    """Read ".77" as 0.77, and return the currency before it."""
    start = number.start
    point = scene.at(start - 1)
    if not point or point not in ".," or (point == "," and scene.at(start - 2) >= CJK):
        return None
    if number.low.exponent < 0 or number.scale > 1:
        return None
    ahead = scene.at(start - 2)
    before = unit_before(scene, start - 1)
    if ahead and ahead not in _BOUNDARY and ahead not in "-+" and before is None:
        return None
    places = 0
    while scene.at(start + places).isdigit():
        places += 1
    number.low = number.high = Numeral(number.low.significand, number.low.exponent - places)
    number.start = start - 1
    return before


def _is_refused(scene: Scene, amount: Amount, habits: Habits) -> bool:
    number = amount.number
    if _is_decade(scene, amount):
        return True
    if not amount.units and number.scale == 1 and amount.hedge is not Hedge.RANGE and is_glued_to_word(scene, number.end):
        return True
    if is_ordinal_or_item(scene, amount) or is_refused_by_word(scene, amount):
        return True
    return names_a_product(scene, amount, habits)


def _take_name_before(scene: Scene, amount: Amount) -> None:
    """Take a currency's name that stands before a number which nothing else names: "ringgit 42", "Rs 500 crore"."""
    for hit in scene.hits_behind(scene.skip_back(amount.start, 2), _CURRENCY):
        if hit.term.text == "scaled" or not (scene.is_edge(hit.start) or not scene.folded[hit.start].isalpha()):
            continue  # "won 12"; the 원 of 경비원 is no won
        if hit.term.units and (not hit.term.written or hit.term.written == scene.text[hit.start : hit.end]):
            amount.start, amount.units = hit.start, hit.term.units
            return


def _is_decade(scene: Scene, amount: Amount) -> bool:
    """Return whether this is "the 80s" and no 80 seconds."""
    number = amount.number
    glued = scene.folded[number.end : amount.end] == "s" and not number.low.exponent
    return glued and 20 <= number.low.significand <= 90 and number.low.significand % 10 == 0


def _token_end(scene: Scene, start: int) -> int:
    """Return the end of the run of letters, digits and what holds them together."""
    place, high = start + 1, scene.high
    while place < high and (_is_token(scene.folded[place]) or (scene.folded[place] in "-.,:/_" and scene.at(place + 1).isdigit())):
        place += 1
    return place


def _is_token(character: str) -> bool:
    """Return whether a token goes on with the character: a letter or digit of a script with spaces."""
    return character.isalnum() and (character < CJK or character.isdigit())
