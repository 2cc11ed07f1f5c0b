"""How much of what babel writes is read back: `python bench/roundtrip.py [LOCALE …]`.

For every locale babel renders numbers, money, compact numbers and measures; each rendering is read by
`claimcheck.extract`. Counted are renderings whose first reading is the number rendered (rounded as babel rounds it),
those among whose readings it is, and the readings a figure: over the locales of modern coverage in CLDR, and over all tags
that claimcheck knows, those of regions and of less coverage too. Left out are strings in which babel prints a raw id of
CLDR, and compact numbers that babel scales by another power than CLDR's pattern (Swahili "elfu 12" for 1,200).
"""

from __future__ import annotations

import contextlib
import itertools
import re
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from babel import Locale
from babel.numbers import (
    UnsupportedNumberingSystemError,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
    parse_decimal,
)
from babel.units import format_unit

import claimcheck
from claimcheck.lexicon.load import known_languages

DIGITS = "default"  # the locale's own digits
NUMBERS = ("7", "12", "4.5", "1234", "12345.67", "1234567")
COMPACT = ("1200", "4500000", "38000000000")
CURRENCIES = ("USD", "EUR", "JPY")
UNITS = {
    "length-kilometer": "kilometer",
    "power-gigawatt": "gigawatt",
    "mass-kilogram": "kilogram",
    "duration-hour": "hour",
    "area-hectare": "hectare",
    "speed-kilometer-per-hour": "kilometer / hour",
    "temperature-celsius": "degree_Celsius",
    "energy-kilowatt-hour": "kilowatt_hour",
}
RAW = re.compile("[a-z]+-[a-z]+")
# "modern" in coverageLevels of CLDR 47, languages alone: regions inherit it
MODERN = frozenset(
    """
    af am ar as az be bg bn bs ca chr cs cy da de dsb el en es et eu fa fi fil fr ga gd gl gu ha he hi hi-Latn hr hsb hu hy id ig is it
    ja jv ka kk km kn ko kok ky lo lt lv mk ml mn mr ms my nb ne nl nn no or pa pl ps pt ro ru sd si sk sl so sq sr sv sw ta te th tk tr
    uk ur uz vi yo yue zh zh-Hant zu
""".split()  # noqa: SIM905 - a list of 94 quoted tags says less
)
SHOWN = 40  # misses


def renderings(tag: str) -> Iterator[tuple[str, str, Decimal, str]]:
    """Yield what is rendered, the text, the value and the unit expected ("" for none)."""
    locale = Locale.parse(tag.replace("-", "_"))
    for number in NUMBERS:
        value = Decimal(number)
        share = format_percent(value / 100, locale=locale, decimal_quantization=False, numbering_system=DIGITS)
        yield "decimal", format_decimal(value, locale=locale, numbering_system=DIGITS), value, ""
        yield "percent", share, value, "percent"
        for currency in CURRENCIES:
            if currency != "JPY" or value == value.to_integral_value():
                yield "currency", format_currency(value, currency, locale=locale, numbering_system=DIGITS), round(value, 2), currency
        for unit, name in UNITS.items():
            for length in ("long", "short"):
                yield f"unit {length}", format_unit(value, unit, length, locale=locale, numbering_system=DIGITS), value, name
    for number, length in itertools.product(COMPACT, ("long", "short")):
        with contextlib.suppress(KeyError):
            text = format_compact_decimal(int(number), format_type=length, locale=locale, fraction_digits=1, numbering_system=DIGITS)
            yield f"compact {length}", text, Decimal(number), ""


def is_misscaled(text: str, number: Decimal, length: str, tag: str) -> bool:
    """Return whether babel divides by another power than the pattern of CLDR does."""
    locale = Locale.parse(tag.replace("-", "_"))
    digits = re.search(r"\d[\d.,٫٬\s]*", text)
    patterns = locale.compact_decimal_formats[length]
    powers = sorted({int(power) for forms in patterns.values() for power in forms}, reverse=True)
    power = next((power for power in powers if power <= number), 0)
    pattern = next((forms[str(power)].pattern for forms in patterns.values() if str(power) in forms), "0")
    if digits is None or not power:
        return False
    zeros = re.search("0+", pattern)
    shown = parse_decimal(digits[0].strip(), locale=locale, numbering_system=DIGITS)
    return shown != number / power * 10 ** (len(zeros[0]) - 1 if zeros else 0)


def readings(text: str, tag: str) -> list[list[tuple[Decimal | None, str]]]:
    """Return the readings of every figure of `text`, the likeliest first."""
    found = []
    for claim in claimcheck.extract(text, tag):
        every = (claim.quantity, *claim.quantity.others)
        found.append([(quantity.stated.low, quantity.unit) for quantity in every if isinstance(quantity.stated.low, Decimal)])
    return found


def left_out(kind: str, text: str, value: Decimal, tag: str) -> str:
    """Return why a rendering is none that a person would write, or ""."""
    if RAW.search(text):
        return "raw id"
    if kind.startswith("compact") and is_misscaled(text, value, kind.removeprefix("compact "), tag):
        return "another power than CLDR's"
    return ""


class Tally:
    """What was read back, in groups."""

    def __init__(self) -> None:
        self.groups: dict[str, Counter[str]] = {}
        self.skipped: Counter[str] = Counter()
        self.misses: list[str] = []

    def add(self, tag: str) -> None:
        """Render and read one locale."""
        try:
            rendered = list(renderings(tag))
        except (ValueError, LookupError, UnsupportedNumberingSystemError):
            self.skipped["locales babel does not render"] += 1
            return
        for kind, text, value, unit in rendered:
            why = left_out(kind, text, value, tag)
            if why:
                self.skipped[f"left out: {why}"] += 1
                continue
            self._count(tag, kind, text, (value, unit))

    def _count(self, tag: str, kind: str, text: str, meant: tuple[Decimal, str]) -> None:
        figures = readings(text, tag)
        first = len(figures) == 1 and bool(figures[0]) and figures[0][0] == meant
        among = first or any(meant in figure for figure in figures)
        row = Counter(n=1, first=first, among=among, readings=sum(map(len, figures)), figures=max(1, len(figures)))
        names = ["all", kind, f"  {tag}"] + (["modern", f"modern: {kind}"] if tag in MODERN else [])
        for name in names:
            self.groups.setdefault(name, Counter()).update(row)
        if not first:
            self.misses.append(f"{'' if among else 'not at all '}{tag} {kind}: {text!r} is {meant[0]} {meant[1]}, read {figures}")


def main() -> None:
    """Print the shares, all over and for the worst locales."""
    tally = Tally()
    for tag in sys.argv[1:] or sorted({*known_languages(), *MODERN}):
        tally.add(tag)
    for name, row in sorted(tally.groups.items()):
        if not name.startswith(" "):
            shares = f"first {row['first'] / row['n']:.4f}  among {row['among'] / row['n']:.4f}"
            print(f"{name:21} {row['n']:6} {shares}  readings a figure {row['readings'] / row['figures']:.3f}")
    tags = {name.strip(): row for name, row in tally.groups.items() if name.startswith(" ")}
    worst = sorted(tags.items(), key=lambda entry: entry[1]["first"] / entry[1]["n"])[:25]
    print(f"{len(tags)} tags, {len(MODERN & tags.keys())} of modern coverage; worst:")
    print(" ", ", ".join(f"{tag} {row['first'] / row['n']:.2f}" for tag, row in worst))
    print(dict(tally.skipped))
    print(*tally.misses[:: max(1, len(tally.misses) // SHOWN)], sep="\n")


if __name__ == "__main__":
    main()
