"""What each rung of the ladder means, in words a desk editor understands: in general, and of two figures."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Rung:
    """The words of a rung.

    `meaning` holds in general. `reason` speaks of two figures: {a} and {b} as written, or where one holds the other
    {wide} and {narrow}; "" where the reason is made by a rule or from dates.
    """

    meaning: str
    reason: str = ""


RUNGS: Mapping[str, Rung] = {
    "other-dimension": Rung("both size the same thing, but in different dimensions, and neither converts into the other"),
    "other-kind": Rung("both count parts of the same provision, but in different things, and neither converts into the other"),
    "later": Rung("dates or words show that one figure is later than the other, and the value has changed since", "{a} became {b}: {how}"),
    "later-estimate": Rung("one is an earlier estimate, the other a later one or the count", "{a} became {b}: {how}"),
    "order-unknown": Rung(
        "the figure is known to change with time, and nothing shows which of the two is later", "order unknown: {a} and {b}; {how}"
    ),
    "wider-noun": Rung(
        "the numbers fit, and one side counts with a wider word that includes the other",
        "the numbers fit, and {wide} counts the wider kind of thing",
    ),
    "equal": Rung("the stated numbers are equal", "both say {a}"),
    "rounding": Rung(
        "the numbers are equal once both are rounded to the digits that the coarser one shows",
        "{a} and {b} are one number, rounded differently",
    ),
    "coarse-rounding": Rung(
        "one is a round number, and the other rounds to it; they differ by at most 5 %",
        "{a} and {b} are one number, one of them rounded coarsely",
    ),
    "converted": Rung("the numbers are equal after conversion", "{a} and {b} are the same amount at the exchange rate"),
    "tolerance": Rung("the numbers differ by no more than a tolerance rule allows", "{a} and {b} lie within the tolerance"),
    "deadline": Rung("the deadlines lie no further apart than a deadline rule allows", "{a} and {b} lie within the slack of the deadline"),
    "bound": Rung("one side gives a bound, and the other lies within it", "{wide} leaves room for {narrow}"),
    "range": Rung("one side gives a range, and the other lies within it", "{wide} holds {narrow}"),
    "wider-period": Rung("one side names a longer period, and the other lies within it", "{wide} is the wider period around {narrow}"),
    "vague": Rung("one side is vague, and the other lies within what it can mean", "{wide} is the vaguer form of {narrow}"),
    "conversion": Rung(
        "an amount and its own conversion beside it do not fit at any rate known for the time",
        "{b} is given as the same amount as {a}, but does not fit at any rate known for the time",
    ),
    "unit-conversion": Rung(
        "a figure and its own conversion into another unit beside it do not fit, however they are rounded",
        "{b} is given as the same as {a}, but does not fit",
    ),
    "parts-and-total": Rung(
        "parts that are said to make up a total do not come to it, however they are rounded",
        "{a} come to {value}, not to {b}",
    ),
    "percent-of-number": Rung(
        "a percentage is not that of the two numbers it is told beside, however they are rounded",
        "{a} is {value}, not {b}",
    ),
    "percent-of-change": Rung(
        "a change in percent or points is not that between the two figures it is told beside",
        "{a} is a change of {value}, not {b}",
    ),
    "percent-or-points": Rung(
        "a change of so many percentage points is told as so many percent",
        "{a} is a change of {points} or {value}; {b} takes points for percent",
    ),
    "percent-against-points": Rung(
        "a change is told in percent by one side and in as many percentage points by the other",
        "{a} and {b} are one number told in percent and in percentage points: they cannot both be right",
    ),
    "counting-scope": Rung(
        "one side counts some whom the other leaves out, as it says itself: a question of scope",
        "a question of scope: {wide} counts some whom {narrow} leaves out",
    ),
    "scale-slip": Rung(
        "one is ten, a hundred, a thousand or a million times the other: a slip of scale (million, billion) is likely",
        "{a} and {b} differ by a factor of {factor}: a slip between scale words is likely",
    ),
    "swapped-digits": Rung(
        "the numbers have the same digits in another order: a slip of the keyboard is likely",
        "{a} and {b} have the same digits in another order: a slip of the keyboard is likely",
    ),
    "disjoint": Rung("no value satisfies both statements", "{a} and {b} cannot both be right"),
}


def rung_in_words(rung: str) -> str:
    """Return what a rung means, or its own name where it is not one of the ladder's."""
    return RUNGS[rung].meaning if rung in RUNGS else rung.replace("-", " ")


def reason_in_words(rung: str, **fields: str) -> str:
    """Return what a rung says of two figures.

    >>> reason_in_words("bound", wide="“more than 40”", narrow="“55”")
    '“more than 40” leaves room for “55”'
    """
    return RUNGS[rung].reason.format(**fields)


def core_rule_page(id_: str) -> str:
    """Return what a rule of claimcheck's own says ("core/rounding"), or "" where there is none of this id."""
    name = id_.removeprefix("core/")
    is_known = id_.startswith("core/") and name in RUNGS
    return f"{id_}  (belongs to claimcheck itself)\n\n{rung_in_words(name).capitalize()}.\n" if is_known else ""
