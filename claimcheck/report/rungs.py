"""What each rung of the ladder means, in words a desk editor understands."""

from __future__ import annotations

RUNGS = {
    "other-dimension": "both size the same thing, but in different dimensions, and neither converts into the other",
    "other-kind": "both count parts of the same provision, but in different things, and neither converts into the other",
    "later": "dates or words show that one figure is later than the other, and the value has changed since",
    "later-estimate": "one is an earlier estimate, the other a later one or the count",
    "order-unknown": "the figure is known to change with time, and nothing shows which of the two is later",
    "wider-noun": "the numbers fit, and one side counts with a wider word that includes the other",
    "equal": "the stated numbers are equal",
    "rounding": "the numbers are equal once both are rounded to the digits that the coarser one shows",
    "coarse-rounding": "one is a round number, and the other rounds to it; they differ by at most 5 %",
    "converted": "the numbers are equal after conversion",
    "bound": "one side gives a bound, and the other lies within it",
    "range": "one side gives a range, and the other lies within it",
    "wider-period": "one side names a longer period, and the other lies within it",
    "vague": "one side is vague, and the other lies within what it can mean",
    "scale-slip": "one is a thousand or a million times the other: a slip of scale (million, billion) is likely",
    "swapped-digits": "the numbers have the same digits in another order: a slip of the pen is likely",
    "disjoint": "no value satisfies both statements",
}


def rung_in_words(rung: str) -> str:
    """Return what a rung means, or its own name where it is not one of the ladder's."""
    return RUNGS.get(rung, rung.replace("-", " "))


def core_rule_page(id_: str) -> str:
    """Return what a rule of claimcheck's own says ("core/rounding"), or "" where there is none of this id."""
    name = id_.removeprefix("core/")
    return f"{id_}  (belongs to claimcheck itself)\n\n{RUNGS[name].capitalize()}.\n" if id_.startswith("core/") and name in RUNGS else ""
