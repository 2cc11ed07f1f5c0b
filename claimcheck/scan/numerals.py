"""Digits with the separators of the locale, in any script.

One separator may group or part off decimals; where the digits alone do not tell ("4.800"), both readings are kept and
the locale, or what the rest of the text does, ranks them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.lexicon.language import Language
from claimcheck.model.mention import Numeral
from claimcheck.scan.scene import Scene

_LONGEST = 40  # digits; what is longer is an id, and no int() of a hostile million digits is ever taken
_ARABIC_POINT = "٫"  # parts off decimals and nothing else, as its counterpart ٬ only groups
_POINTS = {"٫": ".", "．": ".", "·": ".", "٬": "'", "，": ",", "،": "'"}

# A run of digits with single separators inside: 1,234.5 or 1'000 or 12.05.2024
# the Arabic comma groups three digits and no more;
# the full-width comma groups full-width digits only, between others it is punctuation
# marks of direction may stand around a separator in Arabic and Hebrew
_DIRECTION = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_REST = rf"[.,'٫٬·．]\d+|，[０-９]+|،\d{{3}}(?!\d)|[{_DIRECTION}]+[.,][{_DIRECTION}]*\d+|[.,][{_DIRECTION}]+\d+"
CLUMP = re.compile(rf"\d+(?:{_REST})*")
_DIRECTIONS = re.compile(f"[{_DIRECTION}]+")
# What follows where groups are parted by spaces: " 500 000"
_SPACED_GROUPS = re.compile(r"(?:[ ]\d{3}){1,16}(?!\d)")  # more of them are longer than any number
_TWO_GROUPS = 7  # characters; two or more groups of three are one number wherever they stand
_DECIMALS = re.compile(r"[.,]\d+(?![.,]?\d)")
_SEPARATOR = re.compile(r"[^\d]")

_VULGAR = {
    "½": (5, -1), "¼": (25, -2), "¾": (75, -2), "⅕": (2, -1), "⅖": (4, -1), "⅗": (6, -1), "⅘": (8, -1), "⅛": (125, -3),
    "⅜": (375, -3), "⅝": (625, -3), "⅞": (875, -3), "⅓": (333333333333, -12), "⅔": (666666666667, -12),
    "⅙": (166666666667, -12), "⅚": (833333333333, -12), "⅒": (1, -1),
}  # fmt: skip
VULGAR = frozenset(_VULGAR)


class Digits(NamedTuple):
    """Digits as found: where, how to read them, a second way and why the first is first; `plain` has no separator."""

    start: int
    end: int
    numeral: Numeral
    other: Numeral | None
    why: str
    plain: bool


def vulgar(character: str) -> Numeral:
    """Return the number that a character like ½ stands for."""
    return Numeral(*_VULGAR[character])


def clump_end(scene: Scene, start: int) -> int:
    """Return where the digits that begin at `start` end, groups parted by spaces included."""
    found = CLUMP.match(scene.folded, start, scene.high)
    if found is None:
        return start
    end = found.end()
    if end - start > 3 or not scene.folded[start:end].isdigit() or scene.at(end) != " ":
        return end
    groups = _SPACED_GROUPS.match(scene.folded, end, scene.high)
    if groups is None:
        return end
    typeset = scene.text[end] != " "
    if not (typeset or scene.groups_by_space or groups[0].endswith("000") or len(groups[0]) > _TWO_GROUPS):
        return end
    end = groups.end()
    decimals = _DECIMALS.match(scene.folded, end, scene.high)
    return decimals.end() if decimals else end


def read_digits(scene: Scene, start: int, marks: str = "") -> Digits | None:
    """Return how the digits at `start` read, or None where they are no one number (an address, a version, an id).

    `marks` holds the decimal separators that the text uses where it leaves no doubt.
    """
    end = clump_end(scene, start)
    written = scene.folded[start:end]
    if not written or len(written) > _LONGEST:
        return None
    if written.isdigit():
        return Digits(start, end, Numeral(int(written), 0), None, "", plain=True)
    if not written.isascii():
        written = _DIRECTIONS.sub("", written)
    whole, point, rest = written.partition(_ARABIC_POINT)
    if point and whole.isdigit() and rest.isdigit():
        return Digits(start, end, _decimal(whole, rest), None, "decimals", plain=False)
    for odd, usual in _POINTS.items():
        if odd in written:
            written = written.replace(odd, usual)
    found = _read_separated(written, scene.language, marks)
    return Digits(start, end, *found, plain=False) if found else None


def _read_separated(written: str, language: Language, marks: str) -> tuple[Numeral, Numeral | None, str] | None:
    separators = _SEPARATOR.findall(written)
    kinds = list(dict.fromkeys(separators))
    if len(kinds) == 1 and len(separators) == 1:
        return _read_single(written, separators[0], language, marks)
    last = kinds[-1]
    if len(kinds) == 1:
        return (_grouped(written), None, "groups of digits") if _is_grouped(written.split(last)) else None
    whole, _, decimals = written.rpartition(last)
    if len(kinds) > 2 or separators.count(last) > 1 or not _is_grouped(whole.split(kinds[0])):
        return None
    return _decimal(_SEPARATOR.sub("", whole), decimals), None, "groups and decimals"


def _read_single(written: str, mark: str, language: Language, marks: str) -> tuple[Numeral, Numeral | None, str] | None:
    whole, _, rest = written.partition(mark)
    if mark in "' ":
        return (_grouped(written), None, "groups of digits") if len(rest) == 3 else None
    decimal = _decimal(whole, rest)
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0"):
        return decimal, None, "decimals"
    grouped = _grouped(written)
    if mark == "," != marks and language.point_only:
        return grouped, None, f"commas group digits in {language.tag}"
    if rest == "000":
        return grouped, decimal if mark in (language.decimal, marks) else None, "three zeros behind the separator group digits"
    if marks:
        usual = (mark == marks) == (mark == language.decimal)  # the text keeps to its locale, so that the other reading is none
        first, second = (decimal, grouped) if mark == marks else (grouped, decimal)
        return first, None if usual else second, f"{marks} parts off decimals elsewhere in this text"
    if mark == language.decimal:
        return decimal, grouped, f"{mark} parts off decimals in {language.tag}"
    return grouped, decimal, f"{mark} groups digits in {language.tag}"


def decimal_marks(written: str) -> str:
    """Return the decimal separator of digits that leave no doubt about it, or "".

    >>> decimal_marks("2.7"), decimal_marks("4.800"), decimal_marks("1.234,5")
    ('.', '', ',')
    """
    separators = _SEPARATOR.findall(written)
    if not separators or separators[-1] not in ".,":
        return ""
    whole, mark, rest = written.rpartition(separators[-1])
    if len(separators) == 1:
        return mark if len(rest) != 3 or whole.startswith("0") else ""
    return mark if separators.count(mark) == 1 else ""


def _is_grouped(groups: list[str]) -> bool:
    """Return whether the lengths are those of grouped digits: western 1 234 567, Indian 12 34 567, myriad 1 2345."""
    first, *middle, last = (len(group) for group in groups)
    if not middle:
        return 0 < first <= 3 and last == 3
    if last == 3:
        return (first <= 3 and set(middle) == {3}) or (first <= 2 and set(middle) == {2})
    return last == 4 and first <= 4 and set(middle) == {4}


def _grouped(written: str) -> Numeral:
    return Numeral(int(_SEPARATOR.sub("", written)), 0)


def _decimal(whole: str, rest: str) -> Numeral:
    return Numeral(int(whole + rest), -len(rest))
