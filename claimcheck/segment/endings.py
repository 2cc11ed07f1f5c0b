"""What a full stop may mean in a language (endings.toml)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from claimcheck.tables import load_tables
from claimcheck.values import dataclass

FILE = Path(__file__).with_name("endings.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Endings:
    """The words of one language around a full stop, in lower case; see the head of endings.toml."""

    abbreviations: frozenset[str]
    closing: frozenset[str]
    starters: frozenset[str]
    ordinal_dot: bool


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    return load_tables(FILE)


@lru_cache(maxsize=256)
def endings_of(tag: str) -> Endings:
    """Return the endings of the language of `tag`, with those that hold in every language.

    >>> "dr" in endings_of("xx").abbreviations
    True
    """
    tables = _tables()
    own, common = tables.get(tag.partition("-")[0], {}), tables["und"]
    closing = frozenset(own.get("closing", ())) | frozenset(common["closing"])
    return Endings(
        abbreviations=(frozenset(own.get("abbreviations", ())) | frozenset(common["abbreviations"])) - closing,
        closing=closing,
        starters=frozenset(own.get("starters", ())),
        ordinal_dot=bool(own.get("ordinal_dot", False)),
    )
