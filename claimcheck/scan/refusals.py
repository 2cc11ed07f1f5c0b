"""What looks like a figure and is none: names, versions, ordinals, scores, ids, phone and section numbers."""

from __future__ import annotations

import re

from claimcheck.lexicon.language import Role
from claimcheck.scan.amount import Amount
from claimcheck.scan.scene import CJK, Scene, is_letter

_REFUSE = frozenset({Role.REFUSE})
_REFUSE_AFTER = frozenset({Role.REFUSE_AFTER})
_IDIOM = frozenset({Role.IDIOM})
_KNOWN_BEFORE = frozenset({Role.CURRENCY, Role.UNIT, Role.HEDGE, Role.RANGE_OPEN, Role.RANGE_MIDDLE, Role.LINK, Role.ARTICLE, Role.JOINER})
_JOINED_SCRIPTS = ("\u0590", "\u08ff")  # Hebrew and Arabic glue prepositions to what follows
_HYPHENS = "-‐‑–"
_FOLLOWS = frozenset("-‐‑–/:")  # what joins digits to more digits in ids, odds and times
_ORDINAL_MARKS = frozenset("ºª°")
_LIST_MARKS = frozenset(").]")
_PHONE = re.compile(r"\+?\d{1,4}(?:[ \-/.()]{1,2}\d{2,5}){2,6}(?![\d%])")
_SCORE = re.compile(r"\d{1,3}[:\-–]\d{1,3}(?!\d)")


def is_glued_to_name(scene: Scene, start: int) -> bool:
    """Return whether the digits at `start` are the tail of a name: GB200, GPT-4, v2, D66."""
    before = scene.at(start - 1) if start > scene.low else ""
    if not before or before == " ":
        return False
    if before in "_#№§@\\":
        return True
    if is_letter(before):
        return not (before >= CJK or _JOINED_SCRIPTS[0] <= before <= _JOINED_SCRIPTS[1])
    if before in _HYPHENS and start - 2 >= scene.low:
        ahead = scene.at(start - 2)
        return ahead.isalnum() and ahead < CJK
    if before in ".:/" and start - 2 >= scene.low:
        return scene.at(start - 2).isalnum() and scene.at(start - 2) < CJK
    return False


def is_glued_to_word(scene: Scene, end: int) -> bool:
    """Return whether letters follow without a blank that are no unit: 2nd, 3D, 5G, 20th, 787-9."""
    after = scene.at(end)
    if not after:
        return False
    if after in _ORDINAL_MARKS:
        return True
    if is_letter(after) or after == "_":
        return not (after >= CJK or _JOINED_SCRIPTS[0] <= after <= _JOINED_SCRIPTS[1]) and scene.language.spaced or after.isascii()
    return after in _FOLLOWS and scene.at(end + 1).isdigit()


def is_ordinal_or_item(scene: Scene, amount: Amount) -> bool:
    """Return whether a point behind a bare whole number makes it an ordinal, or it numbers a list: "3. Platz", "1) "."""
    number = amount.number
    after = scene.at(number.end)
    if amount.units or not number.digits or number.scale > 1 or number.end - number.start > 3:
        return False
    opening = scene.skip(scene.low) >= number.start
    if opening and after in _LIST_MARKS and after and number.end + 1 < scene.high:
        return True
    if after == "]" and scene.at(number.start - 1) == "[":
        return True
    if after != ".":
        return False
    place = scene.skip(number.end + 1)
    return number.end + 1 < place < scene.high and is_letter(scene.at(place))


def is_refused_by_word(scene: Scene, amount: Amount) -> bool:
    """Return whether a word before or behind says that this is a name or an id: flight 370, section 4, No. 7."""
    if amount.units and not (amount.units[0].kind in _SHORT_KINDS and amount.end - amount.number.end <= 2):
        return False
    place = scene.skip_back(amount.start, 2)
    if scene.at(place - 1) == "." or scene.at(place - 1) == "-":
        if scene.behind(place, _REFUSE) or scene.behind(place - 1, _REFUSE):
            return True
    elif scene.behind(place, _REFUSE):
        return True
    behind = scene.skip(amount.end, 1)
    return scene.ahead(behind, _REFUSE_AFTER) is not None or (
        scene.at(amount.end) == "-" and scene.ahead(amount.end + 1, _REFUSE_AFTER) is not None
    )


_SHORT_KINDS = frozenset({"length", "mass", "duration", "volume", "data", "voltage", "power"})


def idiom_end(scene: Scene, start: int) -> int:
    """Return the end of the phrase at `start` that is no figure although it holds a number word, or `start`."""
    hit = scene.ahead(start, _IDIOM)
    return hit.end if hit else start


def score_end(scene: Scene, start: int) -> int:
    """Return the end of a score like 3-1 or 2:0 at `start`, or `start`: two small numbers, the second not the larger."""
    found = _SCORE.match(scene.folded, start, scene.high)
    if found is None:
        return start
    left, right = (int(part) for part in re.split(r"[:\-–]", found[0]))
    behind = scene.skip(found.end(), 1)
    if right > left or scene.at(behind) in "%°" and scene.at(behind) or is_letter(scene.at(found.end()) or " "):
        return start
    return found.end()


def id_end(scene: Scene, start: int) -> int:
    """Return the end of a phone number or another row of short groups of digits at `start`, or `start`."""
    found = _PHONE.match(scene.folded, start, scene.high)
    if found is None:
        return start
    groups = re.findall(r"\d+", found[0])
    separators = set(re.findall(r"\D+", found[0]))
    if len(groups) < 3 or (separators <= {"."} or separators <= {","}) and all(len(group) == 3 for group in groups[1:]):
        return start
    if separators == {" "} and scene.at(start) != "+" and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]):
        return start
    return found.end()


def names_a_product(scene: Scene, amount: Amount, repeated: frozenset[str], *, capital_nouns: bool) -> bool:
    """Return whether a bare number behind a capitalised word is part of a name: "Switch 2", "Windows 11".

    It is where the two stand together again in the text, or where nothing follows that could be counted.
    """
    number = amount.number
    if amount.units or number.scale > 1 or number.low.exponent or number.end - number.start > 4 or not number.digits:
        return False
    place = scene.skip_back(number.start, 1)
    if place == number.start or not is_letter(scene.at(place - 1) or " "):
        return False
    begin = scene.word_behind(place)
    if begin <= scene.skip(scene.low) or not scene.text[begin].isupper():
        return False
    if scene.behind(place, _KNOWN_BEFORE):
        return False
    if scene.folded[begin : number.end] in repeated:
        return True
    follows = scene.at(scene.skip(number.end))
    counts = is_letter(follows or " ") and (
        scene.text[scene.skip(number.end)].isupper() if capital_nouns else amount.counted_to > amount.counted_from
    )
    return not counts and (number.low.significand <= 20 or not capital_nouns)
