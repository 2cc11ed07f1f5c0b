"""The words around dates and clock times: data/time/<lang>.toml, read into terms that know their side.

A file holds the tables [before] (words before the date), [after] (behind it) and [around] (either), with the same keys:
roles (until before since after on next last this ago in_time link year_word month_word day_word hour_word minute_word am
pm era), or one of

    decade fiscal            words for "year" that mean ten of them ("1990s") or a fiscal one
    hour_near                words for "at" that also mean other things ("à", "um"), so not enough beside a bare number
    night                    late hours are in the evening, small ones in the morning: "de la noche"
    about                    softens a date or clock time: "around", "gegen"
    named_zone               a word behind the name of a place: "Brussels time"
    "0.75..1"                parts of a period as shares of it: "late"; from 0.8 to 1 it is the very end
    "era -543"               an era and what to add to its years

[before_glued] and [after_glued] hold those that are written as one word with their neighbour. [month], [quarter],
[half_year] and [season] hold number = [names].
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from claimcheck.lexicon.language import Role, Term
from claimcheck.model.mention import Hedge

FOLDER: Final = Path(__file__).parent / "data" / "time"
_SIDES: Final = {"before": (True, False), "after": (False, True), "around": (True, True)}
_SPECIAL: Final = {
    "decade": (Role.YEAR_WORD, "decade"),
    "fiscal": (Role.YEAR_WORD, "fiscal"),
    "hour_near": (Role.HOUR_WORD, "near"),
    "night": (Role.PM, "night"),
    "named_zone": (Role.ZONE, "named"),
}
_NUMBERED: Final = {role.value: role for role in (Role.MONTH, Role.QUARTER, Role.HALF_YEAR, Role.SEASON)}


def time_path(tag: str) -> Path:
    """Return where the words of `tag` for dates and clock times are, or would be."""
    return FOLDER / f"{tag}.toml"


def time_entries(tag: str) -> Iterator[tuple[str, Term]]:
    """Yield the words of a tag and of those it falls back to: es-MX, then es, then what all languages share."""
    parts = tag.split("-")
    tags = ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]
    for path in map(time_path, dict.fromkeys([*tags, "und"])):
        if path.exists():
            yield from read_time(path)


def read_time(path: Path) -> Iterator[tuple[str, Term]]:
    """Yield the terms of one file.

    Raises:
        ValueError: where a table or key is none of those above.
    """
    for name, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for key, words in table.items():
            term = _term(name, key)
            for word in words:
                yield word, term


def _term(table: str, key: str) -> Term:
    if table in _NUMBERED:
        return Term(role=_NUMBERED[table], value=Decimal(key))
    side, _, glue = table.partition("_")
    prefix, suffix = _SIDES[side]
    glued = glue == "glued"
    if key in _SPECIAL:
        role, text = _SPECIAL[key]
        return Term(role=role, text=text, prefix=prefix, suffix=suffix, glued=glued)
    if key == "about":
        return Term(role=Role.HEDGE, hedge=Hedge.ABOUT, prefix=prefix, suffix=suffix, glued=glued)
    if key.startswith("era "):
        return Term(role=Role.ERA, value=Decimal(key[4:]), prefix=prefix, suffix=suffix, glued=glued)
    low, dots, high = key.partition("..")
    if dots:
        return Term(role=Role.PART, low=Decimal(low), high=Decimal(high), prefix=prefix, suffix=suffix, glued=glued)
    return Term(role=Role(key), prefix=prefix, suffix=suffix, glued=glued)
