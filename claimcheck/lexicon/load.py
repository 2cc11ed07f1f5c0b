"""Languages, merged once from typed words, CLDR and number words, then kept in a cache.

A cached language needs neither babel nor pint nor unicode-rbnf: it is rows of plain values, from which a term is made when
it is first asked for.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

from claimcheck import store
from claimcheck.lexicon.language import Language, Role, Term, fold
from claimcheck.model.mention import Hedge, Unit
from claimcheck.values import dataclass

T = TypeVar("T")

UNDETERMINED: Final = "und"
_SHELF: Final = "lexicon"
_HERE: Final = Path(__file__).parent
GLUED: Final = 4  # among the flags of a row

_UnitRow = tuple[str, str, str, str, str, str]
_Row = tuple[str, str, str | None, str | None, tuple[int, ...], str, int, str, str]


@dataclass(frozen=True, slots=True)
class Packed:
    """A language as plain values; `form` holds decimal, groups, grouping, spaced, day_first, dollar, pound and point_only."""

    form: tuple[str, tuple[str, ...], str, bool, bool, str, str, bool]
    index: dict[str, int]
    rows: tuple[tuple[_Row, ...], ...]
    unit_rows: tuple[_UnitRow, ...]
    lengths: dict[str, tuple[int, ...]]
    lengths_back: dict[str, tuple[int, ...]]
    compounds: tuple[str, ...]
    starts: frozenset[str]


class Terms(Mapping[str, tuple[Term, ...]]):
    """The readings of each word; a word's terms are made when it is first looked up."""

    __slots__ = ("_index", "_made", "_rows", "_unit_rows", "_units")

    def __init__(self, index: dict[str, int], rows: tuple[tuple[_Row, ...], ...], unit_rows: tuple[_UnitRow, ...]) -> None:
        self._index = index
        self._rows = rows
        self._unit_rows = unit_rows
        self._made: dict[int, tuple[Term, ...]] = {}
        self._units: dict[int, Unit] = {}

    def __getitem__(self, word: str) -> tuple[Term, ...]:
        place = self._index[word]
        made = self._made.get(place)
        if made is None:
            made = self._made[place] = tuple(self._term(row) for row in self._rows[place])
        return made

    def __contains__(self, word: object) -> bool:
        return word in self._index

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)

    def words_with(self, *roles: Role, glued: bool = False) -> list[str]:
        """Return the words that have a reading of one of the roles, in their order, without making any; `glued`: that needs no edge of a word."""
        names = {role.value for role in roles}
        places = {place for place, rows in enumerate(self._rows) if any(row[0] in names and (not glued or row[6] & GLUED) for row in rows)}
        return [word for word, place in self._index.items() if place in places] if places else []

    def _term(self, row: _Row) -> Term:
        role, value, low, high, unit_places, hedge, flags, text, written = row
        return Term(
            role=Role(role),
            value=Decimal(value),
            low=None if low is None else Decimal(low),
            high=None if high is None else Decimal(high),
            units=tuple(self._unit(place) for place in unit_places),
            hedge=Hedge(hedge),
            prefix=bool(flags & 1),
            suffix=bool(flags & 2),
            glued=bool(flags & GLUED),
            money_only=bool(flags & 8),
            text=text,
            written=written,
        )

    def _unit(self, place: int) -> Unit:
        unit = self._units.get(place)
        if unit is None:
            kind, name, dimension, base, factor, offset = self._unit_rows[place]
            unit = self._units[place] = Unit(kind, name, dimension, base, Decimal(factor), Decimal(offset))
        return unit


@lru_cache(maxsize=256)
def load_language(tag: str) -> Language:
    """Return what is needed to read a locale; a region falls back to its language, an unknown tag to symbols and ISO codes.

    >>> load_language("de").terms["milliarden"][0].value == 10**9
    True
    """
    tag = _canonical(tag)
    kept = _once(tag, Packed, lambda: _pack(tag))
    decimal, groups, grouping, spaced, day_first, dollar, pound, point_only = kept.form
    return Language(
        tag=tag,
        decimal=decimal,
        groups=groups,
        grouping=grouping,
        spaced=spaced,
        terms=Terms(kept.index, kept.rows, kept.unit_rows),
        lengths=kept.lengths,
        lengths_back=kept.lengths_back,
        compounds=kept.compounds,
        starts=kept.starts,
        day_first=day_first,
        dollar=dollar,
        pound=pound,
        point_only=point_only,
    )


@lru_cache(maxsize=1)
def known_languages() -> tuple[str, ...]:
    """Return the BCP 47 tags of all languages and regions that have names of their own, in order."""
    return _once("known", tuple, _known)


def _known() -> tuple[str, ...]:
    from claimcheck.lexicon.cldr import known_tags  # noqa: PLC0415 - babel, only where nothing is cached

    return tuple(sorted({*known_tags(), *(path.stem for path in (_HERE / "data").glob("*.toml"))}))


@lru_cache(maxsize=1)
def data_version() -> str:
    """Return CLDR's release as `cldr.cldr_version` does, without loading babel where it is known."""
    return _once("version", str, _version)


def _version() -> str:
    from claimcheck.lexicon.cldr import cldr_version  # noqa: PLC0415 - babel, only where nothing is cached

    return cldr_version()


@lru_cache(maxsize=256)
def territories(tag: str) -> Mapping[str, str]:
    """Return the folded names of countries in a language, each with its ISO 3166 code."""
    tag = _canonical(tag)
    return _once(f"territories {tag}", dict, lambda: _territories(tag))


def _territories(tag: str) -> dict[str, str]:
    from claimcheck.lexicon.cldr import locale_name, territory_entries  # noqa: PLC0415 - babel, only where nothing is cached

    return {fold(name): code for name, code in territory_entries(locale_name(tag) or "root")}


@lru_cache(maxsize=256)
def money_countries(tag: str) -> Mapping[str, str]:
    """Return how words begin that tell whose money is meant (countries, their adjectives), each with the ISO 4217 code."""
    tag = _canonical(tag)
    return _once(f"money {tag}", dict, lambda: _money_countries(tag))


def _money_countries(tag: str) -> dict[str, str]:
    from claimcheck.lexicon.cldr import locale_name, money_countries  # noqa: PLC0415 - babel, only where nothing is cached

    return money_countries(locale_name(tag) or "root")


def _canonical(tag: str) -> str:
    parts = [part for part in tag.replace("_", "-").split("-") if part]
    if not parts:
        return UNDETERMINED
    tail = [part.title() if len(part) == 4 else part.upper() for part in parts[1:]]
    return "-".join([parts[0].lower(), *tail])


def _once(what: str, kind: type[T], compute: Callable[[], T]) -> T:
    return store.once(_SHELF, store.digest(what, _stamp()), kind, compute)


@lru_cache(maxsize=1)
def _stamp() -> str:
    """Return what changes when CLDR, the code or a data file does: sizes and times, not contents."""
    babel = importlib.util.find_spec("babel")
    files = [_HERE.parent / "units.py", *sorted((*_HERE.glob("*.py"), *_HERE.glob("data/*.toml"), *_HERE.glob("data/time/*.toml")))]
    if babel is not None and babel.origin is not None:
        files.append(Path(babel.origin).parent / "global.dat")
    return store.digest(*map(_stat, files))


def _stat(path: Path) -> str:
    try:
        stat = path.stat()
    except OSError:
        return f"{path.name} -;"
    return f"{path.name} {stat.st_size} {stat.st_mtime_ns};"


def _pack(tag: str) -> Packed:
    """Build a language and return it as plain values."""
    from claimcheck.lexicon.build import build  # noqa: PLC0415 - babel and unicode-rbnf, only where nothing is cached

    built = build(tag)
    rows: dict[tuple[_Row, ...], int] = {}
    places: dict[Unit, int] = {}
    index = {word: rows.setdefault(tuple(_row(term, places) for term in readings), len(rows)) for word, readings in built.terms.items()}
    unit_rows = tuple((unit.kind, unit.name, unit.dimension, unit.base_name, str(unit.factor), str(unit.offset)) for unit in places)
    form = built.form
    shape = (form.decimal, form.groups, form.grouping, form.spaced, form.day_first, form.dollar, form.pound, form.point_only)
    return Packed(shape, index, tuple(rows), unit_rows, built.lengths, built.lengths_back, built.compounds, built.starts)


def _row(term: Term, places: dict[Unit, int]) -> _Row:
    return (
        term.role.value,
        str(term.value),
        None if term.low is None else str(term.low),
        None if term.high is None else str(term.high),
        tuple(places.setdefault(unit, len(places)) for unit in term.units),
        term.hedge.value,
        term.prefix | term.suffix << 1 | term.glued << 2 | term.money_only << 3,
        term.text,
        term.written,
    )
