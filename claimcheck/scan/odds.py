"""Odds in words: "one in five", "un enfant sur cinq", "jedes fünfte Kind", "beş çocuktan biri" are all 5."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from claimcheck.lexicon.language import Language, Role
from claimcheck.scan.amount import Amount, Number
from claimcheck.scan.arithmetic import numeral_of
from claimcheck.scan.compose import read_number
from claimcheck.scan.scene import Key, Scene, bits
from claimcheck.units import RATIO

_ONE = frozenset({Role.NUMBER, Role.ARTICLE, Role.DIGIT})
_RATIO_ROLE = bits(Role.PER_RATIO)
_RATIO = frozenset({Role.PER_RATIO})
_UNIT = frozenset({Role.UNIT, Role.CURRENCY, Role.SUBUNIT})
_TIME = frozenset({Role.UNIT, Role.WEEKDAY, Role.MONTH, Role.DAY_WORD, Role.YEAR_WORD, Role.SEASON, Role.HALF_YEAR, Role.QUARTER})
_MOST = 1000  # of how many one is said to be
_NEAR = 18  # characters between the larger number and "biri", "में से एक"
_MOST_WORDS = 2
_FEW = 3  # "one of two" mostly is one of the two there are


def read_odds_phrase(scene: Scene, start: int, marks: str) -> Amount | None:
    """Return the odds that begin at the word at `start`: "every fifth", or "one" with the larger number behind it."""
    for hit in scene.all_ahead(start):
        role = hit.term.role
        if role is Role.ODDS:
            return None if scene.ahead(scene.skip(hit.end), _TIME) else _odds(start, hit.end, hit.term.value)
        if role is Role.ARTICLE or (role in _ONE and hit.term.value == 1):
            found = _larger(scene, start, scene.skip(hit.end), marks)
            if found is not None:
                return found
    return None


def _larger(scene: Scene, start: int, place: int, marks: str) -> Amount | None:
    """Return the odds whose "out of" stands at `place`."""
    for ratio in scene.hits_ahead(place, _RATIO):
        begin = scene.skip(ratio.end)
        if begin == ratio.end and scene.language.spaced and scene.folded[begin - 1].isalpha():
            continue
        number = read_number(scene, begin, marks)
        few = ratio.term.text != "noun" and number is not None and number.low.value < _FEW
        if number is not None and not few and _is_whole(number) and not _has_unit(scene, number.end):
            return _odds(start, number.end, number.low.value)
    return None


def close_odds(scene: Scene, amount: Amount) -> bool:
    """Turn a bare number into odds that words before or behind it complete: "un enfant sur cinq", "beş çocuktan biri"."""
    if amount.units or not _is_whole(amount.number):
        return False
    closing, parted = _habits(Key(scene.language))
    start = _one_before(scene, amount.start) if parted else -1
    end = _one_behind(scene, amount.number.end, closing) if closing is not None else -1
    if start < 0 and end < 0:
        return False
    amount.start, amount.end = (start if start >= 0 else amount.start), max(end, amount.end)
    amount.units, amount.high = (RATIO,), amount.low
    return True


def _one_before(scene: Scene, start: int) -> int:
    """Return where "un enfant sur" begins before a number, or -1."""
    place = scene.skip_back(start)
    if not scene.roles_behind(place) & _RATIO_ROLE:
        return -1
    for ratio in scene.hits_behind(place, _RATIO):
        if ratio.term.text != "noun":
            continue
        noun = scene.skip_back(ratio.start)
        begin = scene.word_behind(noun)
        one = scene.behind(scene.skip_back(begin), _ONE) if begin < noun else None
        if one is not None and (one.term.role is Role.ARTICLE or one.term.value == 1):
            return one.start
    return -1


def _one_behind(scene: Scene, end: int, closing: re.Pattern[str]) -> int:
    """Return where "one of them" ends near behind a number: "पाँच में से एक", "beş çocuktan biri"; -1 where it is not said."""
    last = min(scene.high, end + _NEAR)
    found = closing.search(scene.folded, end, last)
    while found is not None and not (scene.is_edge(found.start()) and scene.is_edge(found.end()) and _is_one(scene, found.end())):
        found = closing.search(scene.folded, found.start() + 1, last)
    if found is None:
        return -1
    between = scene.folded[end : found.start()]
    if not _PARTING.isdisjoint(between) or between.strip().count(" ") >= _MOST_WORDS:
        return -1
    return found.end()


def _is_one(scene: Scene, end: int) -> bool:
    """Return whether the one that ends at `end` is no beginning of a larger number: 中有120人, "में से 1,200"."""
    following = scene.at(end)
    if following.isdigit() or (following and following in ".,٫" and scene.at(end + 1).isdigit()):
        return False
    return not scene.roles_ahead(scene.skip(end, 1)) & _MORE


_MORE = bits(Role.DIGIT, Role.SCALE)


def parts_odds(language: Language) -> bool:
    """Return whether a noun may stand between the numbers of odds: "un enfant sur cinq"."""
    return _habits(Key(language))[1]


@lru_cache(maxsize=256)
def _habits(key: Key) -> tuple[re.Pattern[str] | None, bool]:
    """Return what finds the words that close odds, the longest first, and whether a noun may part one from its "of"."""
    terms = key.language.terms
    words = sorted(terms.words_with(Role.ODDS_CLOSE), key=len, reverse=True)
    parted = any(term.role is Role.PER_RATIO and term.text == "noun" for word in terms.words_with(Role.PER_RATIO) for term in terms[word])
    return re.compile("|".join(map(re.escape, words))) if words else None, parted


_PARTING = frozenset(",.;:!?()।،")


def _is_whole(number: Number) -> bool:
    return not number.vague and number.low.exponent == 0 and number.low == number.high and 1 < number.low.significand <= _MOST


def _has_unit(scene: Scene, end: int) -> bool:
    """Return whether a unit follows, so that this is "one in five years" or "a cut in 5 %"."""
    return scene.ahead(scene.skip(end), _UNIT) is not None


def _odds(start: int, end: int, value: Decimal) -> Amount:
    numeral = numeral_of(value)
    number = Number(start, end, numeral, numeral, atoms=2)
    return Amount(number, start, end, units=(RATIO,), low=numeral, high=numeral, trace=["odds: one in so many"])
