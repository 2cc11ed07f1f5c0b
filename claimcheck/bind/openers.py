"""Whether a word that opens a sentence, and that the language does not know, shows by its look or by what follows that it is a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from claimcheck.tables import load_tables
from claimcheck.values import dataclass

DATA = Path(__file__).parent / "data" / "openers.toml"
LEAST = 4  # letters of such a name
MOST_ENDING = 3  # letters in which two cases of one name differ


@dataclass(frozen=True, slots=True)
class _Signs:
    verbs: frozenset[str]
    verb_endings: tuple[str, ...]
    endings: tuple[str, ...]
    foreign: re.Pattern[str] | None


def looks_like_name(word: str, following: str, base: str) -> bool:
    """Return whether an unknown folded word is a name by its letters, or by the verb that follows.

    >>> looks_like_name("arvik", "sold", "en"), looks_like_name("taps", "run", "en"), looks_like_name("niente", "cartellino", "it")
    (True, False, False)
    """
    signs = _signs(base)
    if signs is None or len(word) < LEAST or word.endswith(signs.endings):
        return False
    if signs.foreign is not None and signs.foreign.search(word):
        return True
    return following in signs.verbs or (len(following) > LEAST - 1 and following.endswith(signs.verb_endings))


def is_in_another_case(word: str, capitalised: Iterable[str]) -> bool:
    """Return whether a word is one of those with a capital in another case.

    >>> is_in_another_case("карповия", {"карповии"}), is_in_another_case("перепись", {"карповии"})
    (True, False)
    """
    least = max(LEAST, len(word) - MOST_ENDING)
    stem = word[:least]
    return len(word) > LEAST and any(other.startswith(stem) and abs(len(other) - len(word)) <= MOST_ENDING for other in capitalised)


@lru_cache(maxsize=64)
def _signs(base: str) -> _Signs | None:
    table = load_tables(DATA).get(base)
    if table is None:
        return None
    foreign = table.get("foreign", "")
    return _Signs(
        frozenset(table.get("verbs", ())),
        tuple(table.get("verb_endings", ())),
        tuple(table.get("endings", ())),
        re.compile(foreign) if foreign else None,
    )
