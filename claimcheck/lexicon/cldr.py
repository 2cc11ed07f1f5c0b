"""What CLDR knows of a language's numbers, units, currencies, dates and countries: the only door to babel.

Only babel's data is used, never its parser, which reads a German "1.5" as 15. Units are the union of all lengths and
plural forms, because a length that is inherited shows the unit's raw id. Aliases are resolved here: babel keeps what it
resolved in data that locales share, so that one locale's quarters turn up in the next one's.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeGuard

from babel import localedata
from babel.core import get_cldr_version, get_global

from claimcheck import units
from claimcheck.lexicon import money
from claimcheck.lexicon.language import Role, Term, fold
from claimcheck.lexicon.symbols import LEGACY
from claimcheck.values import dataclass

Entry = tuple[str, Term]
Node = Mapping[object, object]

UNSPACED: Final = frozenset({"ja", "zh", "yue", "th", "lo", "km", "my", "bo", "dz"})
MYRIAD: Final = frozenset({"ja", "zh", "yue", "ko"})
_SPACES: Final = (" ", "\u00a0", "\u202f", "\u2009")
_APOSTROPHES: Final = ("'", "\u2019")
_ENOUGH_UNITS: Final = 60  # a language with fewer unit names of its own has hardly any data in CLDR
_OWN_UNITS: Final = 20  # a region or script with fewer is like its language
_SHORT_SCALE: Final = 2  # letters; such scale words ("k", "bn", "M") also mean other things
_FEW_REGIONS: Final = 0.2  # of all regions of a language: those where its writers follow another language's habit
_COMPACT: Final = re.compile(r"^(?P<before>[^0]*)(?P<zeros>0+)(?P<after>[^0]*)$")
_BRACKETED: Final = re.compile(r"\s*[(（\[].*[)）\]]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a locale writes numbers and dates; the fields are those of `Language`."""

    decimal: str
    groups: tuple[str, ...]
    grouping: str
    spaced: bool
    day_first: bool
    dollar: str
    pound: str
    point_only: bool


def cldr_version() -> str:
    """Return the release of CLDR that the data is from, such as "47"."""
    return str(get_cldr_version())


@lru_cache(maxsize=1)
def known_tags() -> tuple[str, ...]:
    """Return the BCP 47 tags of the locales that have enough names of their own, in order."""
    tags = []
    for name in localedata.locale_identifiers():
        own = _own_data(name).get("unit_patterns")
        if is_node(own) and len(own) >= (_OWN_UNITS if "_" in name else _ENOUGH_UNITS):
            tags.append(name.replace("_", "-"))
    return tuple(sorted(tags))


def _own_data(name: str) -> Node:
    """Return what a locale does not inherit.

    `localedata.load` would keep it in babel's cache as if it were all there is, and every later reading of that locale in
    the same process would miss what it inherits.
    """
    with Path(localedata.resolve_locale_filename(name)).open("rb") as file:
        data: object = pickle.load(file)  # noqa: S301 - part of babel
    return data if is_node(data) else {}


def locale_name(tag: str) -> str:
    """Return babel's name of the closest locale there is, or "" for none.

    >>> locale_name("es-AR"), locale_name("xx")
    ('es_AR', '')
    """
    parts = [part for part in tag.replace("-", "_").split("_") if part]
    if not parts:
        return ""
    parts[0] = {"nb": "no", "iw": "he", "in": "id", "tl": "fil", "mo": "ro", "cmn": "zh"}.get(parts[0].lower(), parts[0].lower())
    parts[1:] = [part.title() if len(part) == 4 else part.upper() for part in parts[1:]]
    if parts[0] == "zh" and len(parts) == 2 and parts[1] in {"TW", "HK", "MO"}:
        parts.insert(1, "Hant")
    while parts:
        name = "_".join(parts)
        if localedata.exists(name):
            return name
        parts.pop()
    return ""


class Tree:
    """A locale's data with aliases resolved, leaving babel's shared data alone."""

    def __init__(self, name: str) -> None:
        self._root: Node = {key: branch for key, branch in localedata.load(name).items()}  # noqa: C416 - wider keys

    def at(self, *keys: object) -> Node:
        """Return the branch under `keys` as plain mappings and strings; empty where there is none."""
        node: object = self._root
        for key in keys:
            node = self._resolve(node)
            if not is_node(node) or key not in node:
                return {}
            node = node[key]
        plain = self._plain(node)
        return plain if is_node(plain) else {}

    def _resolve(self, node: object) -> object:
        if isinstance(node, localedata.Alias):
            target: object = self._root
            for key in node.keys:
                target = self._resolve(target)
                if not is_node(target) or key not in target:
                    return {}
                target = target[key]
            return self._resolve(target)
        if isinstance(node, tuple) and node and isinstance(node[0], localedata.Alias):
            base = self._resolve(node[0])
            return {**base, **node[1]} if is_node(base) else node[1]
        return node

    def _plain(self, node: object) -> object:
        node = self._resolve(node)
        return {key: self._plain(child) for key, child in node.items()} if is_node(node) else node


def is_node(value: object) -> TypeGuard[Node]:
    """Return whether the value is a branch of the tree."""
    return isinstance(value, Mapping)


def leaves(node: object) -> Iterator[str]:
    """Yield every string below, in order."""
    if isinstance(node, str):
        yield node
    elif is_node(node):
        for child in node.values():
            yield from leaves(child)


def form_of(name: str, tree: Tree) -> Form:
    """Return how the locale writes numbers and dates."""
    language, _, rest = name.partition("_")
    latin = tree.at("number_symbols", "latn")
    decimal = str(latin.get("decimal", "."))
    pattern = tree.at("decimal_formats").get(None)
    secondary = getattr(pattern, "grouping", (3, 3))[1]
    short = str(getattr(tree.at("date_formats").get("short"), "pattern", "dd/MM/y")).lower()
    return Form(
        decimal=decimal,
        groups=_groups(str(latin.get("group", ",")), decimal),
        grouping="myriad" if language in MYRIAD else "indian" if secondary == 2 else "western",
        spaced=language not in UNSPACED,
        day_first=short.find("d") < short.find("m"),
        dollar=_sign_currency(rest, tree, "$") or "USD",
        pound=_sign_currency(rest, tree, "£") or "GBP",
        point_only=decimal == "." and name != "" and _commas_share(language) < _FEW_REGIONS,
    )


@lru_cache(maxsize=64)
def _commas_share(language: str) -> float:
    """Return in how large a part of a language's regions a comma parts off decimals; 1.0 where it does without a region named."""
    written = {}
    for name in localedata.locale_identifiers():
        if name.partition("_")[0] == language:
            symbols = _own_data(name).get("number_symbols")
            latin = symbols.get("latn") if is_node(symbols) else None
            written[name] = latin.get("decimal") if is_node(latin) else None
    if written.get(language) == ",":
        return 1.0
    return sum(mark == "," for mark in written.values()) / max(1, len(written))


def _groups(group: str, decimal: str) -> tuple[str, ...]:
    others = ("." if decimal == "," else ",", *_SPACES, *_APOSTROPHES)
    return (group, *(other for other in others if other not in (group, decimal)))


def _sign_currency(rest: str, tree: Tree, sign: str) -> str:
    """Return the currency that the territory of the locale writes with the bare `sign`, or ""."""
    territory = rest.rpartition("_")[2]
    symbols = tree.at("currency_symbols")
    for iso in _tender(territory):
        if symbols.get(iso) == sign:
            return iso
    return ""


def _tender(territory: str) -> tuple[str, ...]:
    rows = get_global("territory_currencies").get(territory, ())
    return tuple(str(row[0]) for row in rows if row[2] is None and row[3])


@lru_cache(maxsize=1)
def currencies() -> tuple[str, ...]:
    """Return the ISO 4217 codes in use today, and some that articles still mention."""
    territories = get_global("territory_currencies")
    return tuple(sorted({iso for territory in territories for iso in _tender(territory)}.union(LEGACY)))


def clean(word: str) -> str:
    """Return the word with plain spaces, without marks of direction and soft hyphens."""
    return word.replace("\u00a0", " ").replace("\u202f", " ").replace("\u200e", "").replace("\u200f", "").replace("\u00ad", "").strip()


def currency_entries(tree: Tree) -> Iterator[Entry]:
    """Yield what currencies are called, in every plural form, and their signs in this locale."""
    names, plurals, signs = tree.at("currency_names"), tree.at("currency_names_plural"), tree.at("currency_symbols")
    for iso in currencies():
        unit = (units.money_unit(iso),)
        sign = signs.get(iso)
        if isinstance(sign, str) and sign != iso and sign not in {"$", "£"}:
            yield clean(sign), Term(role=Role.CURRENCY, units=unit, written=clean(sign) if len(sign) < 3 and sign.isalpha() else "")
        forms = [*leaves(names.get(iso, "")), *leaves(plurals.get(iso, {}))]
        for word in dict.fromkeys(clean(_BRACKETED.sub("", form)) for form in forms):
            if len(word) > 1 and word != iso:
                yield word, Term(role=Role.CURRENCY, units=unit, prefix=False)


def scale_entries(tree: Tree) -> Iterator[Entry]:
    """Yield the words and letters that stand for powers of ten in compact numbers."""
    for length in ("long", "short"):
        for forms in tree.at("compact_decimal_formats", length).values():
            for power, pattern in forms.items() if is_node(forms) else ():
                yield from _scale_entry(str(power), str(getattr(pattern, "pattern", "")))


def _scale_entry(power: str, pattern: str) -> Iterator[Entry]:
    parts = _COMPACT.match(pattern.partition(";")[0])
    if parts is None:
        return
    value = Decimal(power).scaleb(1 - len(parts["zeros"]))
    before, after = (clean(parts[side].replace("'", "")) for side in ("before", "after"))
    word = before or after
    if word and not (before and after) and value > 1:
        is_short = len(word.rstrip(".")) <= _SHORT_SCALE and word.isascii()
        yield word, Term(role=Role.SCALE, value=value, suffix=not before, money_only=is_short, glued=is_short)


def date_entries(tree: Tree) -> Iterator[Entry]:
    """Yield names of months, weekdays (1 is Monday) and quarters, and what is said for a.m. and p.m."""
    for section, role, shift in (("months", Role.MONTH, 0), ("days", Role.WEEKDAY, 1), ("quarters", Role.QUARTER, 0)):
        for context in ("format", "stand-alone"):
            yield from _names(tree.at(section, context), role, shift)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            periods = tree.at("day_periods", context, width)
            for key, role in (("am", Role.AM), ("pm", Role.PM)):
                word = clean(str(periods.get(key, "")))
                if len(word) > 1:
                    yield word, Term(role=role)


def _names(widths: Node, role: Role, shift: int) -> Iterator[Entry]:
    for width in ("wide", "abbreviated"):
        names = widths.get(width, {})
        for number, name in names.items() if is_node(names) else ():
            word = clean(str(name))
            if len(word) < 2 or word[0].isdigit():
                continue
            short = width == "abbreviated"
            term = Term(role=role, value=Decimal(str(number)) + shift, text="short" if short else "")
            yield word, term
            if short and word.endswith("."):
                yield word[:-1], term


def territory_entries(name: str) -> Iterator[tuple[str, str]]:
    """Yield names of countries with their ISO 3166 codes."""
    for code, word in Tree(name).at("territories").items():
        if isinstance(code, str) and len(code) == 2 and isinstance(word, str):
            yield word, code


def _money_names(tree: Tree) -> dict[str, tuple[str, ...]]:
    """Return the folded names of each currency, in every plural form."""
    names, plurals = tree.at("currency_names"), tree.at("currency_names_plural")
    return money.folded_names(
        {
            iso: [clean(_BRACKETED.sub("", form)) for form in (*leaves(names.get(iso, "")), *leaves(plurals.get(iso, {})))]
            for iso in currencies()
        }
    )


def _paid_in(name: str) -> dict[str, list[str]]:
    """Return the folded names of the countries that pay with each currency."""
    found: dict[str, list[str]] = {}
    for word, code in territory_entries(name):
        for iso in _tender(code)[:1]:
            found.setdefault(iso, []).append(fold(word))
    return found


def short_money_entries(name: str, tree: Tree) -> Iterator[Entry]:
    """Yield what currencies are called without their country: "crowns", "pesos"."""
    likely = str(get_global("likely_subtags").get(name.partition("_")[0], ""))
    home = (name if "_" in name else likely).rpartition("_")[2]
    places = [place for ours in _paid_in(name).values() for place in ours]
    yield from money.short_names(_money_names(tree), places, _tender(home))


def money_countries(name: str) -> dict[str, str]:
    """Return beginnings of words that tell whose money is meant, each with the currency."""
    return money.countries_of_money(_money_names(Tree(name)), _paid_in(name))


def region_money(name: str) -> frozenset[str]:
    """Return the currencies of the region that a locale names, or none."""
    return frozenset(_tender(name.rpartition("_")[2])) if "_" in name else frozenset()


def plural_of(value: Decimal, name: str) -> str:
    """Return the plural form that a number takes in a locale: "one", "few", "many", "other" and the like.

    >>> plural_of(Decimal(3), "ru"), plural_of(Decimal(38), "ru")
    ('few', 'many')
    """
    rule = localedata.load(name).get("plural_form")
    return str(rule(value)) if callable(rule) else "other"


def month_names(tag: str, *, short: bool) -> Iterator[dict[int, str]]:
    """Yield the names of the months by number: as they stand in a date, then alone; with `short`, abbreviated."""
    tree = Tree(locale_name(tag) or "root")
    for context in ("format", "stand-alone"):
        names = tree.at("months", context, "abbreviated" if short else "wide")
        yield {int(str(number)): clean(str(name)) for number, name in names.items()}
