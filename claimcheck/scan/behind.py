"""The unit behind a number: which of the words there it is, and what it means."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from claimcheck.lexicon.language import Role, Term
from claimcheck.model.mention import Unit
from claimcheck.scan.cues import cues_between
from claimcheck.scan.degrees import by_sentence
from claimcheck.scan.expression import read_expression
from claimcheck.scan.numerals import VULGAR
from claimcheck.scan.scene import Hit, Scene, bits, is_letter
from claimcheck.units import unit_of

_BEHIND = frozenset({Role.UNIT, Role.CURRENCY, Role.SUBUNIT, Role.ATTACHED})
_UNIT = frozenset({Role.UNIT})
_LEADS = bits(Role.UNIT, Role.CURRENCY, Role.SUBUNIT, Role.ATTACHED, Role.LAST, Role.NEXT, Role.BETWEEN, Role.LINK)
_LINK = frozenset({Role.LINK})
_BETWEEN = frozenset({Role.BETWEEN})
_NAMED = 3  # letters; a shorter unit stands right behind its number
_PERIOD = frozenset({Role.LAST, Role.NEXT})
HYPHENS = "-–‐"


def unit_behind(scene: Scene, end: int, *, linked: bool) -> Hit | None:
    """Return the unit behind a number that ends at `end`: after a blank, a hyphen, or "of"."""
    place = scene.skip(_past_case(scene, end))
    following = scene.at(place)
    if not following:
        return None
    if following in HYPHENS and place - end <= 1:
        return _attached(scene, end, place)
    if not scene.roles_ahead(place) & _LEADS and following not in _ORDINAL_OR_DEGREE and scene.at(end) not in _STROKES:
        return None
    best = _bare_scale(scene, end) or _expressed(scene, best_behind(scene, place, end)) or _odd_degrees(scene, place) or _stroke(scene, end)
    if best is None:
        best = _behind_period(scene, place)
    if best is None and place > end:
        between = scene.ahead(place, _BETWEEN)
        best = best_behind(scene, scene.skip(between.end), between.end) if between is not None and between.end < scene.high else None
        if best is not None and (best.end - best.start < _NAMED or best.term.role is Role.ATTACHED):
            best = None
    if best is None and linked:
        link = scene.ahead(place, _LINK)
        if link is not None and link.end < scene.high:
            best = unit_behind(scene, link.end, linked=False)
            if best is not None and best.term.role is Role.ATTACHED:
                return None
    return best


def _past_case(scene: Scene, end: int) -> int:
    """Return the end of a case ending behind digits and a colon, where a unit follows ("71,2:een prosenttiin"), else `end`."""
    if scene.at(end) != ":" or not scene.language.tag.startswith(_COLON_CASES) or not scene.at(end - 1).isdigit():
        return end
    stop = scene.word_ahead(end + 1)
    behind = scene.skip(stop)
    is_ending = end + 1 < stop <= end + 1 + _LONGEST_CASE and behind > stop
    return stop if is_ending and scene.ahead(behind, _UNIT) is not None else end


_COLON_CASES = ("fi", "et")
_LONGEST_CASE = 4  # letters: "71,2:ssa"


def _behind_period(scene: Scene, place: int) -> Hit | None:
    """Return the unit that "last" or "next" parts from its number: "deux dernières décennies", "два последних года"."""
    period = scene.ahead(place, _PERIOD)
    if period is None:
        return None
    for hit in scene.hits_ahead(scene.skip(period.end), _UNIT):
        if hit.term.units and hit.term.units[0].kind == "duration" and hit.term.suffix and hit.end - hit.start > 1:
            return None if _is_one(scene, hit) else hit
    return None


def _is_one(scene: Scene, hit: Hit) -> bool:
    """Return whether the unit stands in the singular, so that "last" points at it: "27 million last year"."""
    word = scene.folded[hit.start : hit.end]
    return word == hit.term.units[0].name or any(term.role is Role.ON for term in scene.language.terms[word])


def _expressed(scene: Scene, best: Hit | None) -> Hit | None:
    """Return a symbol with the powers and symbols put to it; of "km/s" before a power, the first symbol counts."""
    if best is None or best.term.role is not Role.UNIT:
        return best
    if "/" in scene.folded[best.start : best.end] and scene.at(best.end) in _POWERS and scene.at(best.end):
        short = [hit for hit in scene.hits_ahead(best.start, _UNIT) if "/" not in scene.folded[hit.start : hit.end]]
        best = short[0] if short else best
    return read_expression(scene, best)


_POWERS = frozenset("234²³⁴^")


def _attached(scene: Scene, end: int, place: int) -> Hit | None:
    """Return the unit of "22-year-old", "16-bit", "22-letni" behind its hyphen."""
    for hit in scene.hits_ahead(end, _BEHIND):
        if hit.end > place + 1:
            return hit
    for hit in scene.hits_ahead(scene.skip(place + 1, 1), _BEHIND):
        if place == end and hit.term.units and hit.end - hit.start > 1 and hit.term.suffix:
            return hit
    return None


def best_behind(scene: Scene, place: int, end: int) -> Hit | None:
    """Return the longest unit at `place`; where money and a measure share a word ("pounds"), it bears both meanings."""
    best: Hit | None = None
    for hit in scene.hits_ahead(place, _BEHIND):
        if best is not None and hit.end < best.end:
            break
        if not _may_stand_behind(scene, hit, end):
            continue
        if best is None:
            best = hit
        elif {best.term.role, hit.term.role} == {Role.CURRENCY, Role.UNIT}:
            return _both(scene, best, hit)
    if best is not None and best.term.units[0].name in DEGREES:
        return _degrees(scene, best)
    return best


DEGREES = frozenset({"degree", "degree_Celsius"})


def _both(scene: Scene, one: Hit, other: Hit) -> Hit:
    """Return one hit with the units of both, the measure first before "of": "two pounds of meat"."""
    measured = scene.ahead(scene.skip(one.end), _LINK) is not None
    first, second = (one, other) if (one.term.role is Role.UNIT) == measured else (other, one)
    return Hit(one.start, one.end, replace(first.term, units=first.term.units + second.term.units))


def _degrees(scene: Scene, hit: Hit) -> Hit:
    """Return the scale of a temperature that follows the degrees: "70 ° Fahrenheit", "30 graus C"."""
    if all(unit.name != "degree" for unit in hit.term.units):
        return hit  # the scale is named already: "10 Celsius in Fahrenheit"
    place = scene.skip(hit.end)
    letter = _SCALES.get(scene.at(place))
    if letter is not None and scene.is_edge(place + 1):
        return Hit(hit.start, place + 1, replace(hit.term, units=(unit_of(letter),)))
    scale = _scale_of_heat(scene, place)
    if scale is not None:
        return Hit(hit.start, scale.end, scale.term)
    return by_sentence(scene, Hit(hit.start, hit.end, replace(hit.term, units=_heat(hit.term.units))))


def _scale_of_heat(scene: Scene, place: int) -> Hit | None:
    """Return the scale of a temperature that is named at `place`, or a small word or two behind it: "on the Celsius scale"."""
    for _ in range(_SMALL_WORDS):
        scale = scene.ahead(place, _UNIT)
        if scale is not None and scale.term.units and scale.term.units[0].kind == "temperature":
            return scale
        end = scene.word_ahead(place)
        if end == place or end - place > _SMALL_WORDS:
            return None
        place = scene.skip(end)
    return None


@lru_cache(maxsize=16)
def _heat(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Return what bare degrees may mean: the readings of the word first, then either scale of heat."""
    return tuple(dict.fromkeys((*units, unit_of("degree_Celsius"), unit_of("degree_Fahrenheit"))))


_SMALL_WORDS = 3  # words of so many letters may stand before the name of the scale: "on the Celsius scale"
_SCALES = {"c": "degree_Celsius", "f": "degree_Fahrenheit"}
_ORDINAL_OR_DEGREE = frozenset("ºª˚")


def _bare_scale(scene: Scene, end: int) -> Hit | None:
    """Return the scale of a temperature written with its letter alone: "43.2C", and "40C" where the sentence speaks of heat."""
    letter = scene.text[end : end + 1]
    if (
        letter not in ("C", "F")
        or not scene.is_edge(end + 1)
        or scene.at(end + 1) == "/"
        or not scene.language.spaced
        or not scene.at(end - 1).isdigit()
    ):
        return None
    is_decimal = scene.at(end - 2) == "." and scene.at(end - 4).isdigit()
    speaks = any(cue.term.text == "temperature" for cue in cues_between(scene, scene.opening, scene.high))
    return Hit(end, end + 1, Term(role=Role.UNIT, units=(unit_of(_SCALES[letter.lower()]),))) if is_decimal or speaks else None


def _odd_degrees(scene: Scene, place: int) -> Hit | None:
    """Return the unit of "30º C", written with the sign of ordinals."""
    after = scene.skip(place + 1, 1)
    letter = _SCALES.get(scene.at(after)) if scene.at(place) in _ORDINAL_OR_DEGREE and scene.at(place) else None
    if letter is None or not scene.is_edge(after + 1):
        return None
    return Hit(place, after + 1, Term(role=Role.UNIT, units=(unit_of(letter),)))


def _stroke(scene: Scene, end: int) -> Hit | None:
    """Return the unit of 5' and 8", where the stroke does not close a quotation."""
    mark = scene.at(end)
    if mark not in _STROKES or not mark or not (scene.at(end - 1).isdigit() or scene.at(end - 1) in VULGAR):
        return None
    double = mark == "'" and scene.at(end + 1) == "'"
    after = end + 1 + double
    if (
        is_letter(scene.at(after) or " ")
        or (end - _FEW >= scene.low and scene.folded[end - _FEW : end].isdigit())
        or _is_quoted(scene, mark, end)
    ):
        return None
    terms = scene.language.terms.get("′" if mark in "'′" and not double else "″", ())
    return next((Hit(end, after, term) for term in terms if term.role is Role.UNIT), None)


_STROKES = frozenset("'\"”")
_FEW = 4  # digits; a year in quotation marks has as many
_QUOTATION = 300  # characters; a quotation that began earlier is closed by other means


def _is_quoted(scene: Scene, mark: str, end: int) -> bool:
    """Return whether a quotation mark of this kind is still open before `end`."""
    start = max(0, scene.folded.rfind("\n", 0, end) + 1, end - _QUOTATION)
    before = scene.folded[start:end]
    if mark == "”":
        return before.count("“") > 0 or before.count("„") > 0
    if mark == '"':
        opened = before.count('"') - sum(1 for place in range(1, len(before)) if before[place] == '"' and before[place - 1].isdigit())
        return opened % 2 == 1
    return any(before[place] == mark and (place == 0 or not before[place - 1].isalnum()) for place in range(len(before)))


def _may_stand_behind(scene: Scene, hit: Hit, end: int) -> bool:
    term = hit.term
    # a blank before a stroke makes it a quotation mark: 19 miljoner "likes"
    if not term.units or _is_short_coin(term) or scene.folded[hit.start] in _STROKES or _is_before_only(scene, term):
        return False
    if term.written and term.written != scene.text[hit.start : hit.end] and scene.folded[hit.start : hit.end] not in _CODES:
        return False
    if term.role is Role.CURRENCY and term.text == "scaled" and not _is_large(scene, end):
        return False
    if term.role is Role.CURRENCY and scene.at(hit.end).isdigit() and hit.start > end:
        return False  # the sign of the next amount: "3 USD50 cards"
    if term.role is Role.CURRENCY and not term.written and hit.start > end and not scene.folded[hit.end - 1].isalpha():
        return not scene.at(scene.skip(hit.end)).isdigit()
    if term.role is Role.UNIT and (_is_function_word(scene, hit, end) or _is_verb(scene, hit, end)):
        return False
    if term.role is Role.UNIT and hit.end - hit.start == 1 and hit.start > end and scene.folded[hit.start].isalpha():
        after = scene.at(hit.end)
        return after not in "'.-" or after == "" or (after == "." and scene.skip(hit.end + 1) >= scene.high)
    return True


def _is_before_only(scene: Scene, term: Term) -> bool:
    """Return whether a unit stands before its number alone: a currency's sign, the Hebrew "בני 33"; "33 בני" begins another word."""
    return not term.suffix and (term.role is Role.CURRENCY or (term.role is Role.UNIT and scene.language.spaced))


def _is_short_coin(term: Term) -> bool:
    """Return whether this is a coin's name that counts behind the main unit only: "c", "sen"."""
    return term.role is Role.SUBUNIT and term.money_only


def _is_large(scene: Scene, end: int) -> bool:
    """Return whether the number that ends at `end` bears a scale word or five digits: what money in small units runs to."""
    if any((hit.term.low or hit.term.value) >= _THOUSAND for hit in scene.hits_behind(end, _SCALES_OF_COUNTS)):
        return True
    place = end
    while place > scene.low and (scene.folded[place - 1].isdigit() or scene.folded[place - 1] in ".,'"):
        place -= 1
    return sum(character.isdigit() for character in scene.folded[place:end]) >= _FIVE_DIGITS


_SCALES_OF_COUNTS = frozenset({Role.SCALE, Role.VAGUE})
_THOUSAND = 1000
_FIVE_DIGITS = 5


_STROKES = frozenset("\"'″′”“")


def _is_function_word(scene: Scene, hit: Hit, end: int) -> bool:
    """Return whether a short unit is a preposition here: the "in" of "Switch 2 in four days" is no inch."""
    if hit.end - hit.start > 3 or hit.start == end or not _goes_on(scene, hit.end):
        return False
    return any(other.end == hit.end for other in scene.hits_ahead(hit.start, _FUNCTIONS))


def _is_verb(scene: Scene, hit: Hit, end: int) -> bool:
    """Return whether a unit is spelled like a verb that stands here: "ha" in "la Real Orden 7 ha sido", not in "7 ha de viñas"."""
    if hit.end - hit.start > _NAMED or hit.start == end:
        return False
    verb = next((other for other in scene.hits_ahead(hit.start, _AUXILIARY) if other.end == hit.end), None)
    if verb is None:
        return False
    begin = end
    while begin > scene.opening and (scene.folded[begin - 1].isdigit() or scene.folded[begin - 1] in ".,"):
        begin -= 1
    begin = scene.skip_back(begin, 1)
    place = scene.skip(hit.end)
    before, behind = scene.folded[scene.word_behind(begin) : begin], scene.folded[place : scene.word_ahead(place)]
    return any(_tells_verb(sign, before, behind) for sign in verb.term.text.split())


def _tells_verb(sign: str, before: str, behind: str) -> bool:
    """Return whether a sign of a verb stands here: "el-" before it, "-ado" at the end of what is behind it, "ya" behind it."""
    if sign.endswith("-"):
        return before == sign[:-1]
    return behind.endswith(sign[1:]) if sign.startswith("-") else behind == sign


_AUXILIARY = frozenset({Role.AUXILIARY})


def _goes_on(scene: Scene, end: int) -> bool:
    """Return whether the phrase goes on behind a short word, with another word, a number or a bracket."""
    after = scene.at(scene.skip(end))
    return is_letter(after or " ") or after.isdigit() or (after != "" and after in "$€£¥(\"'“«")


_FUNCTIONS = frozenset({
    Role.IN_TIME, Role.ON, Role.PER_RATIO, Role.UNTIL, Role.BEFORE, Role.SINCE, Role.AFTER, Role.RANGE_MIDDLE, Role.RANGE_OPEN,
    Role.JOINER, Role.LINK,
})  # fmt: skip

# ISO codes that people also write small; the others are words too often ("cup", "try", "all")
_CODES = frozenset({"usd", "eur", "gbp", "chf", "jpy", "inr", "cny", "aud", "cad", "nzd", "hkd", "sgd", "sek", "nok", "dkk", "pln", "czk", "huf", "brl", "mxn", "krw", "zar", "aed"})  # fmt: skip
