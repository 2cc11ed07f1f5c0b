"""Frozen dataclasses made late behave as the library's own."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Berth:
    """A place at a quay."""

    name: str
    metres: int = 0
    ships: list[str] = dataclasses.field(default_factory=list)
    seen: dict[str, int] = dataclasses.field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Tide:
    """How high the water stands, from low to high."""

    low: int
    high: int = 9

    def __post_init__(self) -> None:
        if self.high < self.low:
            raise ValueError(self.high)


@dataclass(frozen=True, slots=True, eq=False)
class Lone:
    """Equal to itself alone."""

    name: str


@dataclass(slots=True)
class Open:
    """One that may change."""

    name: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class LibraryTide:
    """What the library makes of the same fields."""

    low: int
    high: int = 9


def test_fields_are_set_as_the_library_sets_them() -> None:
    berth = Berth(name="north")
    assert (berth.metres, berth.ships, berth.seen) == (0, [], {})
    assert Berth(name="south").ships is not berth.ships
    assert (Tide(1).high, Tide(1, 4).high, Tide(low=2, high=3).low) == (9, 4, 2)


@pytest.mark.parametrize(("values", "named"), [((), {}), ((1, 2, 3), {}), ((1,), {"depth": 2}), ((1,), {"low": 1})])
def test_what_the_library_refuses_is_refused(values: tuple[int, ...], named: dict[str, int]) -> None:
    for kind in (Tide, LibraryTide):
        with pytest.raises(TypeError):
            kind(*values, **named)


def test_keywords_alone_where_asked_for() -> None:
    with pytest.raises(TypeError):
        Berth("north")  # type: ignore[call-arg]


def test_what_follows_the_making_is_called() -> None:
    with pytest.raises(ValueError, match="3"):
        Tide(5, 3)


def test_equality_and_hash_are_of_the_fields_compared() -> None:
    assert Berth(name="north", seen={"gull": 1}) == Berth(name="north")
    assert Tide(1, 2) == Tide(1, 2)
    assert hash(Tide(1, 2)) == hash(Tide(1, 2)) == hash(LibraryTide(1, 2))
    assert Tide(1, 2) != Tide(1, 3)
    assert Tide(1, 2).__eq__(LibraryTide(1, 2)) is NotImplemented
    assert Lone("a") != Lone("a")


def test_values_cannot_change_unless_they_may() -> None:
    tide = Tide(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        tide.low = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del tide.low
    with pytest.raises((AttributeError, TypeError)):
        object.__setattr__(tide, "depth", 2)
    may = Open()
    may.name = "changed"
    assert may == Open("changed")


def test_replaced_copied_and_pickled_values_are_equal() -> None:
    berth = Berth(name="north", ships=["Aurelia"])
    assert dataclasses.replace(berth, metres=40) == Berth(name="north", metres=40, ships=["Aurelia"])
    assert pickle.loads(pickle.dumps(berth)) == berth == copy.deepcopy(berth)  # noqa: S301 - our own bytes


def test_shown_as_the_library_shows_them() -> None:
    assert repr(Tide(1)).replace("Tide", "LibraryTide") == repr(LibraryTide(1))
    assert repr(Berth(name="north")) == "Berth(name='north', metres=0, ships=[])"
