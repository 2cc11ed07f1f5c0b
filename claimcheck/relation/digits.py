"""Digits of two figures side by side."""

from __future__ import annotations


def are_swapped(first: str, second: str) -> bool:
    """Return whether two neighbouring digits have changed places and all others stay: "1532" and "1352".

    >>> are_swapped("640", "604"), are_swapped("640", "406")
    (True, False)
    """
    if len(first) != len(second):
        return False
    apart = [place for place, (one, other) in enumerate(zip(first, second, strict=True)) if one != other]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and first[apart[0]] == second[apart[1]] and first[apart[1]] == second[apart[0]]
