"""What a long-lived process keeps from one run to the next, so that an edit costs what depends on it.

A run on its own has a memory that does not last: it keeps nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import is_
from typing import TypeVar, cast

T = TypeVar("T")
Kept = tuple[tuple[object, ...], object]


class Memory:
    """Values by a key, each with the very objects it was computed from.

    What a run did not ask for is forgotten when the next one ends, so that nothing outlives its document for long. One
    that is not lasting keeps nothing at all.

    >>> memory = Memory()
    >>> text = "38 GW"
    >>> memory.recall("length", (text,), lambda: len(text)), memory.recall("length", (text,), lambda: 0)
    (5, 5)
    """

    __slots__ = ("_asked", "_before", "is_lasting")

    def __init__(self, *, is_lasting: bool = True) -> None:
        self.is_lasting = is_lasting
        self._asked: dict[Hashable, Kept] = {}
        self._before: dict[Hashable, Kept] = {}

    def recall(self, key: Hashable, made_of: tuple[object, ...], compute: Callable[[], T]) -> T:
        """Return the value of `key`, computed anew unless it was made of these same objects.

        Objects are the same, not equal: they are held here, so none is mistaken for another, and values that differ only
        in what their equality leaves out are told apart.
        """
        if not self.is_lasting:
            return compute()
        kept = self._asked.get(key) or self._before.get(key)
        if kept is None or len(kept[0]) != len(made_of) or not all(map(is_, kept[0], made_of)):
            kept = (made_of, compute())
        self._asked[key] = kept
        return cast("T", kept[1])

    def turn(self) -> None:
        """Begin another run: what the last one asked for stays, what none of the last two did goes."""
        self._before, self._asked = self._asked, {}
