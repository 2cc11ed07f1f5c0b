"""The words that people type because CLDR lacks them: data/<lang>.toml, read into terms.

The format is described at the head of data/en.toml. A file that breaks it is refused with every problem it has.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from claimcheck import units
from claimcheck.errors import Problem, ProblemError
from claimcheck.lexicon.language import Role, Term, fold
from claimcheck.model.mention import Hedge

Entry = tuple[str, Term]
FOLDER: Final = Path(__file__).parent / "data"

# Tables of words without any value of their own: [words] holds one list a role.
_BARE: Final = {
    role.value: role
    for role in (
        Role.JOINER,
        Role.NEGATIVE,
        Role.POINT,
        Role.MIXED,
        Role.DIVIDED,
        Role.ARTICLE,
        Role.BETWEEN,
        Role.PER,
        Role.LINK,
        Role.POINTS,
        Role.PER_RATIO,
        Role.ODDS_CLOSE,
        Role.RANGE_OPEN,
        Role.RANGE_MIDDLE,
        Role.RANGE_CLOSE,
        Role.PLUS_MINUS,
        Role.UNTIL,
        Role.BEFORE,
        Role.SINCE,
        Role.AFTER,
        Role.ON,
        Role.IN_TIME,
        Role.AGO,
        Role.LAST,
        Role.NEXT,
        Role.THIS,
        Role.YEAR_WORD,
        Role.MONTH_WORD,
        Role.DAY_WORD,
        Role.HOUR_WORD,
        Role.MINUTE_WORD,
        Role.AM,
        Role.PM,
        Role.ERA,
        Role.DEFINITE,
        Role.REFUSE,
        Role.REFUSE_AFTER,
        Role.IDIOM,
        Role.QUARTER,
        Role.HALF_YEAR,
    )
}
# Words of a role that hold in one case only.
_MARKED: Final = {
    "refuse_small": Term(role=Role.REFUSE, text="small"),
    "refuse_noun": Term(role=Role.REFUSE, text="noun"),
    "per_ratio_noun": Term(role=Role.PER_RATIO, text="noun"),
}
# Tables whose keys are numbers.
_VALUED: Final = {
    role.value: role
    for role in (
        Role.NUMBER,
        Role.DIGIT,
        Role.SCALE,
        Role.FRACTION,
        Role.DENOMINATOR,
        Role.SPOKEN,
        Role.AND_FRACTION,
        Role.ODDS,
        Role.MONTH,
        Role.WEEKDAY,
        Role.QUARTER,
        Role.HALF_YEAR,
        Role.SEASON,
    )
}


@dataclass(slots=True)
class Typed:
    """What one data file says: terms in the order of the file, and words of CLDR that it strikes out, by role."""

    entries: list[Entry] = field(default_factory=list)
    dropped: set[tuple[str, str]] = field(default_factory=set)
    inherits: str = ""
    endings: int = 0
    cases: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    denominators: tuple[str, ...] = ()
    glued_numbers: bool = False
    stems: list[tuple[str, Decimal]] = field(default_factory=list)


class DataError(ProblemError):
    """A data file of the lexicon that breaks the format."""


def typed_languages() -> tuple[str, ...]:
    """Return the tags that have a data file."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def path_of(tag: str) -> Path:
    """Return where the data file of `tag` is, or would be."""
    return FOLDER / f"{tag}.toml"


def read_typed(path: Path) -> Typed:
    """Return the terms of a data file.

    Raises:
        DataError: with all that is wrong in the file.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(Problem(path=path.name, message=str(error))) from error
    reader = _Reader(path.name)
    for name, table in tables.items():
        reader.read_table(name, table)
    if reader.problems:
        raise DataError(*reader.problems)
    return reader.typed


class _Reader:
    """Reads one table after the other and collects what is wrong."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.typed = Typed()
        self.problems: list[Problem] = []

    def read_table(self, name: str, table: object) -> None:
        if name == "inherits" and isinstance(table, str):
            self.typed.inherits = table
            return
        if name == "endings" and isinstance(table, int):
            self.typed.endings = table
            return
        if name in {"cases", "denominators", "variants"} and isinstance(table, list):
            setattr(self.typed, name, tuple(str(entry) for entry in table))
            return
        if name == "glued_numbers" and isinstance(table, bool):
            self.typed.glued_numbers = table
            return
        if not isinstance(table, Mapping):
            self._complain(f"[{name}] is no table")
            return
        known = name in _VALUED or name in _TABLES
        if not known:
            self._complain(f"unknown table [{name}]", hint="one of " + ", ".join(sorted({*_TABLES, *_VALUED})))
            return
        for key, words in table.items():
            try:
                self._read_row(name, str(key), words)
            except (ValueError, KeyError, InvalidOperation) as error:
                self._complain(f"[{name}] {key!r}: {error.args[0] if error.args else '?'}")

    def _read_row(self, name: str, key: str, words: object) -> None:
        if name == "drop":
            self.typed.dropped.update((key, word) for word in _words(words))
        elif name == "hedge":
            self.typed.entries.extend(_hedges(key, words))
        elif name == "glued_number":
            self.typed.stems.extend((word, _number(key)) for word in _words(words))
        elif name == "people":
            people = Term(role=Role.NUMBER, value=_number(key), text="people")
            self.typed.entries.extend((word, people) for word in _words(words))
        elif name == "share":
            share = Term(role=Role.FRACTION, value=_number(key), text="noun")
            self.typed.entries.extend((word, share) for word in _words(words))
        elif name == "unit_around":
            self.typed.entries.extend(_around(key, word) for word in _words(words))
        elif name in _VALUED:
            term = Term(role=_VALUED[name], value=_number(key), glued=name == "digit")
            self.typed.entries.extend((word, term) for word in _words(words))
        else:
            self.typed.entries.extend((word, term) for term in [_TABLES[name](key)] for word in _words(words))

    def _complain(self, message: str, hint: str = "") -> None:
        self.problems.append(Problem(path=self.name, message=message, hint=hint))


def _words(words: object) -> Iterator[str]:
    if not isinstance(words, list):
        raise ValueError("a list of words is expected")  # noqa: TRY004 - a problem of the file
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise ValueError(f"{word!r} is no word")
        yield word


def _hedges(key: str, sides: object) -> Iterator[Entry]:
    """Yield terms of `about = { before = […], after = […], around = […] }`."""
    hedge = Hedge(key)
    if not isinstance(sides, Mapping):
        raise ValueError("{ before = […], after = […], around = […] } is expected")  # noqa: TRY004 - a problem of the file
    for side, words in sides.items():
        if side not in {"before", "after", "around"}:
            raise ValueError(f"{side!r} is none of before, after, around")
        term = Term(role=Role.HEDGE, hedge=hedge, prefix=side != "after", suffix=side != "before")
        for word in _words(words):
            yield word, term


def _span(key: str) -> tuple[Decimal, Decimal | None]:
    low, dots, high = key.partition("..")
    if not dots:
        raise ValueError("low..high is expected")
    return _number(low), _number(high) if high else None


def _number(text: str) -> Decimal:
    """Return the number that a key spells: "0.5", "1e6", "2/3"."""
    count, _, parts = text.partition("/")
    return Decimal(count) / Decimal(parts or 1)


def _vague(key: str) -> Term:
    low, high = _span(key)
    return Term(role=Role.VAGUE, low=low, high=high)


def _part(key: str) -> Term:
    low, high = _span(key)
    return Term(role=Role.PART, low=low, high=high)


def _unit(key: str) -> Term:
    return Term(role=Role.UNIT, units=tuple(units.unit_of(name.strip()) for name in key.split("|")), prefix=False)


def _unit_before(key: str) -> Term:
    return Term(role=Role.UNIT, units=(units.unit_of(key),), suffix=False)


def _around(key: str, phrase: str) -> Entry:
    """Return the word before a number, as in "в … раза", with the one behind it."""
    before, dots, behind = phrase.partition(" … ")
    if not dots:
        raise ValueError(f"{phrase!r} has no … for the number")
    return before, Term(role=Role.AROUND, units=(units.unit_of(key),), text=fold(behind))


def _per_prefix(key: str) -> Term:
    return Term(role=Role.PER_PREFIX, units=(units.unit_of(key),), suffix=False)


def _per_suffix(key: str) -> Term:
    return Term(role=Role.PER, units=(units.unit_of(key),), prefix=False)


def _attached(key: str) -> Term:
    return Term(role=Role.ATTACHED, units=(units.unit_of(key),), prefix=False, glued=True)


def _currency(key: str) -> Term:
    return Term(role=Role.CURRENCY, units=tuple(units.money_unit(_iso(code)) for code in key.split()), prefix=False)


def _currency_sign(key: str) -> Term:
    return Term(role=Role.CURRENCY, units=tuple(units.money_unit(_iso(code)) for code in key.split()))


def _currency_scaled(key: str) -> Term:
    return replace(_currency(key), text="scaled")


def _subunit(key: str) -> Term:
    codes, _, factor = key.partition(":")
    share = Decimal(factor or "0.01")
    if codes == "percent":
        return Term(role=Role.SUBUNIT, units=(replace(units.PERCENT, factor=share),), prefix=False)
    return Term(role=Role.SUBUNIT, units=tuple(units.minor_unit(_iso(code), share) for code in codes.split()), prefix=False)


def _subunit_short(key: str) -> Term:
    return replace(_subunit(key), money_only=True)


def _iso(code: str) -> str:
    if len(code) != 3 or not code.isupper():
        raise ValueError(f"{code!r} is no ISO 4217 code")
    return code


def _scale_money(key: str) -> Term:
    return Term(role=Role.SCALE, value=Decimal(key), money_only=True, glued=True)


def _long_duration(key: str) -> Term:
    count, _, name = key.partition(" ")
    return Term(role=Role.LONG_DURATION, low=Decimal(count), units=(units.unit_of(name),))


def _fraction_before(key: str) -> Term:
    return Term(role=Role.AND_FRACTION, value=_number(key), text="before")


def _amount(key: str) -> Term:
    count, _, name = key.partition(" ")
    meant = tuple(units.money_unit(iso) for iso in name.split()) if name.isupper() else (units.unit_of(name),)
    return Term(role=Role.AMOUNT, value=_number(count), units=meant)


def _about_number(key: str) -> Term:
    return Term(role=Role.NUMBER, value=_number(key), hedge=Hedge.ABOUT)


def _multiple(key: str) -> Term:
    return Term(role=Role.AMOUNT, value=_number(key), units=(units.MULTIPLE,))


def _bare(key: str) -> Term:
    if key in _MARKED:
        return _MARKED[key]
    return Term(role=_BARE[key])


def _text(role: Role) -> Callable[[str], Term]:
    def make(key: str) -> Term:
        return Term(role=role, text=key)

    return make


_TABLES: Final[Mapping[str, Callable[[str], Term]]] = {
    "words": _bare,
    "about_number": _about_number,
    "vague": _vague,
    "part": _part,
    "unit": _unit,
    "unit_before": _unit_before,
    "per_prefix": _per_prefix,
    "per_suffix": _per_suffix,
    "attached": _attached,
    "glued_number": _bare,
    "people": _bare,
    "currency": _currency,
    "currency_scaled": _currency_scaled,
    "currency_sign": _currency_sign,
    "subunit": _subunit,
    "subunit_short": _subunit_short,
    "scale_money": _scale_money,
    "long_duration": _long_duration,
    "amount": _amount,
    "multiple": _multiple,
    "unit_around": _unit_before,
    "fraction_before": _fraction_before,
    "cue": _text(Role.CUE),
    "auxiliary": _text(Role.AUXILIARY),
    "classifier": _text(Role.CLASSIFIER),
    "zone": _text(Role.ZONE),
    "hedge": _bare,
    "share": _bare,
    "drop": _bare,
}
