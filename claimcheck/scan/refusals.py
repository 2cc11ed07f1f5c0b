"""What looks like a figure and is none: names, versions, ordinals, scores, ids, phone and section numbers."""

from __future__ import annotations

import re

from claimcheck.lexicon.language import Role, fold
from claimcheck.scan.amount import Amount
from claimcheck.scan.arithmetic import ONE
from claimcheck.scan.habits import Habits
from claimcheck.scan.scene import CJK, Scene, bits, is_letter

_REFUSE = frozenset({Role.REFUSE})
_REFUSE_ROLE = bits(Role.REFUSE)
_UNIT = frozenset({Role.UNIT})
_SYMBOL = 3  # letters; a longer word is a unit beyond doubt
_REFUSE_AFTER = frozenset({Role.REFUSE_AFTER})
_IDIOM = frozenset({Role.IDIOM})
_CLASSIFIER = frozenset({Role.CLASSIFIER})
_KNOWN_BEFORE = frozenset({Role.CURRENCY, Role.UNIT, Role.HEDGE, Role.RANGE_OPEN, Role.RANGE_MIDDLE, Role.LINK, Role.ARTICLE, Role.JOINER})
_JOINED_SCRIPTS = ("\u0590", "\u08ff")  # Hebrew and Arabic glue prepositions to what follows
_HYPHENS = "-‐‑–"
_FOLLOWS = frozenset("-‐‑–/:")  # what joins digits to more digits in ids, odds and times
_ORDINAL_MARKS = frozenset("ºª°")
_LIST_MARKS = frozenset(").]")
_PHONE = re.compile(r"\+?\d{1,4}(?:[ \-/.()]{1,2}\d{2,5}){2,6}(?![\d%])")
_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+[.,]\d+")  # 1 234 567.89
_SCORE = re.compile(r"\d{1,3}[:\-–]\d{1,3}(?!\d)")


def is_glued_to_name(scene: Scene, start: int) -> bool:
    """Return whether the digits at `start` are the tail of a name: GB200, GPT-4, v2, D66."""
    before = scene.at(start - 1) if start > scene.low else ""
    if not before or before == " ":
        return False
    if before in "_#№§@\\":
        return True
    if is_letter(before):
        unspaced = not scene.language.spaced and not before.isascii()
        return not (unspaced or before >= CJK or _JOINED_SCRIPTS[0] <= before <= _JOINED_SCRIPTS[1])
    if before in _HYPHENS and start - 2 >= scene.low:
        ahead = scene.at(start - 2)
        return ahead.isalnum() and ahead < CJK and not _is_prefix(scene, start - 1)
    if before in ".:/" and start - 2 >= scene.low:
        ahead = scene.at(start - 2)
        return ahead.isdigit() or (ahead.isalnum() and ahead < CJK)
    return False


def _is_prefix(scene: Scene, end: int) -> bool:
    """Return whether the letters that end at `end` are Hebrew or Arabic prepositions, which a hyphen parts from digits: מ-19."""
    begin = scene.word_behind(end)
    return end - begin <= _PREFIXES and _JOINED_SCRIPTS[0] <= scene.at(begin) <= _JOINED_SCRIPTS[1]


_PREFIXES = 3  # letters: ו, ש and ל may stand together


def is_glued_to_word(scene: Scene, end: int) -> bool:
    """Return whether letters follow without a blank that are no unit: 2nd, 3D, 5G, 20th, 787-9."""
    after = scene.at(end)
    if not after:
        return False
    if after in _ORDINAL_MARKS:
        return True
    if is_letter(after) and scene.ahead(end, _CLASSIFIER) is not None:
        return False  # Bengali and Korean counters are glued: ১১টি, 3명
    if is_letter(after) or after == "_":
        return (not (after >= CJK or _JOINED_SCRIPTS[0] <= after <= _JOINED_SCRIPTS[1]) and scene.language.spaced) or after.isascii()
    return after in _FOLLOWS and scene.at(end + 1).isdigit()


def is_ordinal_or_item(scene: Scene, amount: Amount) -> bool:
    """Return whether a point behind a bare whole number makes it an ordinal, or it numbers a list: "3. Platz", "1) "."""
    number = amount.number
    after = scene.at(number.end)
    if amount.units or not number.digits or number.scale > 1 or number.end - number.start > 3:
        return False
    opening = scene.skip(scene.opening) >= number.start
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
    if _ends_idiom(scene, amount):
        return True
    if amount.units and not (amount.units[0].kind in _SHORT_KINDS and amount.end - amount.number.end <= 2):
        return False
    place = scene.skip_back(amount.start, 2)
    if _is_year_of_name(scene, amount, place):
        return True
    if _refuses(scene, place, amount) or (scene.at(place - 1) in ".-" and scene.at(place - 1) and _refuses(scene, place - 1, amount)):
        return True
    if amount.number.low.exponent < 0:
        return False  # no ordinal has decimals: 7.5级 is a magnitude
    if scene.folded[amount.number.end : amount.end] in _GENERAL:
        return False  # 集 is an episode, but 260个集装箱 are containers
    behind, counted = scene.skip(amount.end, 1), scene.skip(amount.number.end, 1)
    if counted > amount.number.end and scene.ahead(counted, _REFUSE_AFTER) is not None:
        return True  # "44 BC he died": BC was taken for what is counted
    return scene.ahead(behind, _REFUSE_AFTER) is not None or (
        scene.at(amount.end) == "-" and scene.ahead(amount.end + 1, _REFUSE_AFTER) is not None
    )


_GENERAL = frozenset({"个", "個"})  # the counter of whatever has none of its own, and of no ordinal


def _ends_idiom(scene: Scene, amount: Amount) -> bool:
    """Return whether the number is the end of a phrase that is no figure: "catch 22", 双十一, "à moitié"."""
    number = amount.number
    if number.low == ONE and (amount.units or amount.counted_to > amount.counted_from):
        return False  # "that one mile"
    hit = scene.behind(number.end, _IDIOM)
    return hit is not None and hit.start < number.start


def _is_year_of_name(scene: Scene, amount: Amount, place: int) -> bool:
    """Return whether the number is the year in a name: "the 2026 World Cup"."""
    number = amount.number
    if number.end - number.start != _YEAR_DIGITS or number.low.exponent or number.low.significand not in _YEARS:
        return False
    after = scene.skip(number.end, 1)
    return scene.text[after : after + 1].isupper() and scene.behind(place, _DEFINITE) is not None


_YEARS = range(1900, 2100)
_YEAR_DIGITS = 4
_DEFINITE = frozenset({Role.DEFINITE})


def _refuses(scene: Scene, place: int, amount: Amount) -> bool:
    """Return whether a word that ends at `place` makes the number a name.

    "The group 390 pledges" and "dem Block sechs Stimmen" name no group and no block: the number is too large for one, or
    the name is a common noun and something is counted.
    """
    hit = scene.behind(place, _REFUSE) if scene.roles_behind(place) & _REFUSE_ROLE else None
    if hit is None:
        return False
    number = amount.number
    counts = amount.counted_to > amount.counted_from == scene.skip(number.end)
    if hit.term.text == "small" and (number.low.value >= _HUNDRED or (counts and scene.text[hit.start].islower())):
        return False
    return not (hit.term.text == "noun" and counts)


_HUNDRED = 100
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
    if right > left or (scene.at(behind) in "%°" and scene.at(behind)) or is_letter(scene.at(found.end())):
        return start
    unit = scene.ahead(behind, _UNIT)
    if unit is not None and unit.end - unit.start > _SYMBOL:
        return start
    return found.end()


def id_end(scene: Scene, start: int) -> int:
    """Return the end of a phone number or another row of short groups of digits at `start`, or `start`."""
    found = _PHONE.match(scene.folded, start, scene.high)
    if found is None:
        return start
    groups = re.findall(r"\d+", found[0])
    separators = set(re.findall(r"\D+", found[0]))
    if len(groups) < 3 or ((separators <= {"."} or separators <= {","}) and all(len(group) == 3 for group in groups[1:])):
        return start
    if _GROUPED.fullmatch(found[0]):
        return start
    if separators == {" "} and scene.at(start - 1) != "+" and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]):
        return start
    return found.end()


def names_a_product(scene: Scene, amount: Amount, habits: Habits) -> bool:
    """Return whether a bare number behind a capitalised word is part of a name: "Switch 2", "Windows 11".

    It is where the two stand together again in the text, where the word is of mixed case or recurs before a small number,
    or where nothing follows that could be counted; not in a list of places with their counts.
    """
    number = amount.number
    if amount.units or number.scale > 1 or number.low.exponent or number.end - number.start > 4 or not number.digits:
        return False
    begin, place = _word_before(scene, number.start)
    word = scene.text[begin:place]
    if not word or not (word[0].isupper() or _is_mixed(word)) or scene.behind(place, _KNOWN_BEFORE):
        return False
    if begin == scene.skip(scene.opening) and scene.language.spaced and scene.at(begin) < CJK:
        return habits.times_named(scene.folded[begin : number.end]) > 1 or _is_mixed(word)
    if habits.times_named(scene.folded[begin : number.end]) > 1:
        return True
    return _is_name(scene, amount, word, habits)


def _word_before(scene: Scene, start: int) -> tuple[int, int]:
    """Return where the word before a number begins and ends, even where the figure before holds it."""
    place = start - 1
    if place <= scene.opening or scene.text[place] not in " \u00a0\n":
        return start, start
    begin, least = place, max(scene.opening, place - _LONGEST_NAME)
    while begin > least and is_letter(scene.text[begin - 1]):
        begin -= 1
    return begin, place


_LONGEST_NAME = 160  # letters


def _is_name(scene: Scene, amount: Amount, word: str, habits: Habits) -> bool:
    number = amount.number
    small = number.low.significand <= _SMALL
    if (small and _is_mixed(word)) or (not scene.language.spaced and word.isascii()):
        return True
    if (not small and habits.capital_nouns) or _is_listed(scene, number.start, number.end):
        return False
    after = scene.skip(number.end)
    if not is_letter(scene.at(after)) or amount.counted_to == amount.counted_from:
        return True
    if habits.capital_nouns:
        return not scene.text[after].isupper()
    return small and habits.times_written(fold(word)) > 1


_SMALL = 20  # products are rarely in their twenty-first version, places often in their twenty-first case
_PAIR = re.compile(r"(?<!\w)([^\W\d_]{2,})[ \u00a0]\d{1,4}(?![\w%]|[.,]\d)")
_NEARBY = 120  # characters to each side in which other pairs make a list


def _is_listed(scene: Scene, start: int, end: int) -> bool:
    """Return whether other pairs of a name and a number stand around: "in Dover 25, in Calais 16 and in Ghent 15"."""
    low, high = max(scene.opening, start - _NEARBY), min(scene.high, end + _NEARBY)
    names = {found[1] for found in _PAIR.finditer(scene.text, low, high) if found[1][0].isupper() and not _is_mixed(found[1])}
    return len(names) > 1


def _is_mixed(word: str) -> bool:
    """Return whether capitals stand inside the word: PlayStation, iPhone."""
    return len(word) > 2 and any(letter.isupper() for letter in word[1:]) and any(letter.islower() for letter in word)
