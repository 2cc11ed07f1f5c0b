"""Numbers in digits as an article writes them: the marks between digits, the digits themselves, the way back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Final

from claimcheck.lexicon.language import Language
from claimcheck.values import dataclass

_RUN: Final = re.compile(r"\d+(?:(?:[.,'’٬٫]\d+)|(?:[\u0020\u00a0\u202f\u2009]\d{3}(?!\d)))*")
_MARKS: Final = ".,'’٬٫ \u00a0\u202f\u2009"
_THOUSAND: Final = 3  # digits of a group
MOST_PLACES: Final = 3  # behind the decimal mark; nobody writes more in an article


@dataclass(frozen=True, slots=True)
class Marks:
    """What parts off decimals and groups digits, how groups are made, and the character of zero."""

    decimal: str
    group: str
    grouping: str = "western"
    zero: str = "0"


@dataclass(frozen=True, slots=True)
class Run:
    """The one number in digits of a text: where it stands, what it is, and the marks it is written with."""

    start: int
    end: int
    value: Decimal
    marks: Marks


def digits_text(value: Decimal, marks: Marks) -> str:
    """Return a number in digits, without an exponent or zeros behind its last decimal.

    >>> digits_text(Decimal("38000.50"), Marks(",", ".")), digits_text(Decimal(14000000), Marks(".", ",", "indian"))
    ('38.000,5', '1,40,00,000')
    """
    whole, _, places = format(abs(value).normalize(), "f").partition(".")
    text = marks.group.join(_groups(whole, 2 if marks.grouping == "indian" else _THOUSAND)) if marks.group else whole
    text = f"{'-' if value < 0 else ''}{text}{marks.decimal if places else ''}{places}"
    if marks.zero != "0":
        text = text.translate({ord("0") + digit: chr(ord(marks.zero) + digit) for digit in range(10)})
    return text


def _groups(whole: str, size: int) -> list[str]:
    """Return the digits in groups: three at the end, `size` before."""
    head, tail = whole[:-_THOUSAND], whole[-_THOUSAND:]
    first = len(head) % size
    return [part for part in (head[:first], *(head[place : place + size] for place in range(first, len(head), size)), tail) if part]


def places_of(value: Decimal) -> int:
    """Return how many digits stand behind the decimal mark.

    >>> places_of(Decimal("38.50")), places_of(Decimal("3.8E+10"))
    (1, 0)
    """
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def find_run(text: str, stated: Decimal, language: Language) -> Run | None:
    """Return the only number in digits of `text`, read so that `stated` is a power of ten of it; None where there is no such.

    "30.000 millones" is 30,000 because 30 thousand million is what the figure says.
    """
    runs = list(_RUN.finditer(text))
    if len(runs) != 1:
        return None
    run = runs[0]
    for value, marks in _readings(run.group(), language):
        if value and stated and is_scale(stated / value):
            return Run(run.start(), run.end(), value, marks)
    return None


def _readings(run: str, language: Language) -> Iterator[tuple[Decimal, Marks]]:
    """Yield the run with its marks as the language has them, then the other way round."""
    zero = chr(ord(next(letter for letter in run if letter.isdigit())) - int(next(letter for letter in run if letter.isdigit())))
    used = [mark for mark in dict.fromkeys(run) if mark in _MARKS]
    point = language.decimal
    usual = next((mark for mark in used if mark != point), language.groups[0])
    for decimal, group in ((point, usual), (usual, point)):
        if any(mark not in (decimal, group) for mark in used):
            continue
        try:
            value = Decimal(run.replace(group, "").replace(decimal, "."))
        except InvalidOperation:
            continue
        if is_grouped(run, decimal, group):
            yield value, Marks(decimal, group, language.grouping, zero)


def is_grouped(run: str, decimal: str, group: str) -> bool:
    """Return whether groups of digits are whole: "1.234" is, "12.34" is not."""
    head, *groups = run.partition(decimal)[0].split(group)
    return all(len(part) in (2, _THOUSAND) for part in groups) and (not groups or (len(groups[-1]) == _THOUSAND and bool(head)))


def is_scale(ratio: Decimal) -> bool:
    """Return whether a number is 1, 10, 100 and so on."""
    return ratio >= 1 and ratio.normalize().as_tuple().digits == (1,)
