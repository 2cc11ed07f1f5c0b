"""Figures that begin with a word: "seven people", "one in five", "half an hour", "multi-year"."""

from __future__ import annotations

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Hedge, Numeral
from claimcheck.scan.amount import Amount, Number
from claimcheck.scan.arithmetic import numeral_of, plus
from claimcheck.scan.articles import may_be_one, read_article, take_article
from claimcheck.scan.atoms import ATOMS
from claimcheck.scan.complete import complete
from claimcheck.scan.compose import read_number
from claimcheck.scan.counting import counts, is_all
from claimcheck.scan.habits import Habits
from claimcheck.scan.measures import unit_before
from claimcheck.scan.odds import read_odds_phrase
from claimcheck.scan.parts import add_half
from claimcheck.scan.refusals import is_refused_by_word
from claimcheck.scan.scene import Hit, Scene
from claimcheck.scan.small import is_cell
from claimcheck.scan.softened import soften

_LONG = frozenset({Role.LONG_DURATION})
_WHOLE = frozenset({Role.AMOUNT})
_AND_HALF = frozenset({Role.AND_FRACTION})
_TIMED = frozenset({Role.UNIT})
_MEASURED = frozenset({Role.UNIT, Role.CURRENCY})
_NAMED = 3  # letters; shorter ones are symbols, which need a number
_SCALES = frozenset({Role.SCALE, Role.VAGUE})
_COUNTS_ONE = frozenset({Role.ARTICLE, Role.NUMBER})
_THOUSAND = 1000
_HANDFUL = 10  # "several parts", "a few days": what says so little cannot be compared


def read_worded(scene: Scene, start: int, habits: Habits) -> tuple[Amount | None, int]:
    """Read a figure that begins with a word."""
    if not scene.is_edge(start):
        return None, start + 1
    phrase = _read_phrase(scene, start, habits)
    if phrase is not None:
        return phrase, phrase.end
    whole = scene.ahead(start, _WHOLE)
    if whole is not None:
        known = _whole_amount(scene, whole)
        return known, known.end
    halved = _unit_and_half(scene, start)
    if halved is not None:
        return halved, halved.end
    number = (read_number(scene, start, habits.marks) if _may_count(scene, start) else None) or read_article(scene, start, habits)
    if number is None or _is_inside_unit(scene, start):
        return None, start + 1
    amount = None if number.vague and number.high.value <= _HANDFUL else complete(scene, number, unit_before(scene, start), habits)
    if amount is None or not _is_figure(scene, amount):
        return None, number.end
    take_article(scene, amount)
    return amount, amount.end


def _is_figure(scene: Scene, amount: Amount) -> bool:
    """Return whether a number in words measures or counts something, and is no name and no mere "one"."""
    number = amount.number
    is_lone = number.atoms == 1 and not number.digits
    if is_lone and ((number.scale > 1 and _is_first_name(scene, number)) or _is_unit_of_head(scene, amount)):
        return False
    if not (amount.units or number.article or number.vague or counts(scene, amount)) or is_refused_by_word(scene, amount):
        return False
    return not number.is_one or number.signed or may_be_one(scene, amount) or is_all(scene, number) or is_cell(scene, number)


def _is_unit_of_head(scene: Scene, amount: Amount) -> bool:
    """Return whether a scale and its unit only tell what the numbers of a table are in: "Revenue (million euros)", "in Mio. €"."""
    number = amount.number
    is_scale = number.low.value >= _THOUSAND or number.vague
    if not amount.units or amount.start != number.start or not is_scale or scene.ahead(number.start, _SCALES) is None:
        return False
    if scene.behind(scene.skip_back(number.start), _COUNTS_ONE) is not None:
        return False
    if scene.text[number.end - 1] == ".":
        return True
    opening = max(scene.folded.rfind(mark, scene.opening, amount.start) for mark in "(（")
    words = scene.folded[opening + 1 : amount.start].split() if opening >= 0 else ["", ""]
    return len(words) <= 1 and scene.at(scene.skip(amount.end)) in (")", "）")


def _is_first_name(scene: Scene, number: Number) -> bool:
    """Return whether a word for a scale is a name by its capital and that of the next word: Polish "powiedział Stu Malinowski"."""
    after = scene.skip(number.end)
    inside = number.start > scene.skip(scene.opening)
    return inside and scene.text[number.start].isupper() and after > number.end and scene.text[after : after + 1].isupper()


def _read_phrase(scene: Scene, start: int, habits: Habits) -> Amount | None:
    """Return the figure that a fixed phrase makes: odds in words, or "multi-year"."""
    odds = read_odds_phrase(scene, start, habits.marks)
    if odds is not None:
        soften(scene, odds)
        return odds
    long = scene.ahead(start, _LONG)
    if long is not None and long.term.units and long.term.low is not None:
        return _long_duration(long)
    return None


def _may_count(scene: Scene, start: int) -> bool:
    """Return whether the word at `start` is more than an article."""
    hits = scene.all_ahead(start)
    return not hits or any(hit.term.role in ATOMS or hit.term.role is Role.SPOKEN for hit in hits)


def _is_inside_unit(scene: Scene, start: int) -> bool:
    """Return whether the word at `start` is part of a unit's name: the hundred of "por ciento"."""
    end = scene.word_ahead(start)
    return end > start and any(hit.start < start for hit in scene.hits_behind(end, _TIMED))


def _long_duration(hit: Hit) -> Amount:
    least = Numeral(int(hit.term.low or 0), 0)
    number = Number(hit.start, hit.end, least, least, atoms=1)
    return Amount(number, hit.start, hit.end, units=hit.term.units, low=least, hedge=Hedge.AT_LEAST, trace=["a duration of several"])


def _whole_amount(scene: Scene, hit: Hit) -> Amount:
    """Return the amount of a word that is a number and its unit in one: полчаса, ساعتان."""
    numeral = numeral_of(hit.term.value)
    number = Number(hit.start, hit.end, numeral, numeral, atoms=1)
    amount = Amount(number, hit.start, hit.end, units=hit.term.units, low=numeral, high=numeral)
    add_half(scene, amount)
    soften(scene, amount)
    return amount


def _unit_and_half(scene: Scene, start: int) -> Amount | None:
    """Return the one and a half of "لتر ونصف", whose unit stands without a number."""
    half = scene.ahead(start, _AND_HALF)
    place = scene.skip_back(start)
    unit = scene.behind(place, _MEASURED) if half is not None and place < start else None
    if half is None or half.term.text or unit is None or not unit.term.units or unit.term.units[0].kind == "percent":
        return None
    if unit.end - unit.start < _NAMED or scene.behind(scene.skip_back(unit.start), ATOMS) is not None:
        return None
    numeral = plus(Numeral(1, 0), numeral_of(half.term.value))
    number = Number(unit.start, half.end, numeral, numeral, atoms=1)
    amount = Amount(number, unit.start, half.end, units=unit.term.units, low=numeral, high=numeral)
    soften(scene, amount)
    return amount
