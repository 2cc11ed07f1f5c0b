"""How much of what babel writes is read back, over all locales: `python bench/roundtrip.py [LOCALE …]`.

For every locale babel renders numbers, money, compact numbers and measures; each rendering is read by
`claimcheck.extract`. Counted are renderings whose first reading is the number rendered (rounded as babel rounds it),
those among whose readings it is, and the readings a figure. Strings in which babel prints a raw id of CLDR are left out.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from babel import Locale
from babel.numbers import UnsupportedNumberingSystemError, format_compact_decimal, format_currency, format_decimal, format_percent
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


def renderings(tag: str) -> Iterator[tuple[str, str, Decimal, str]]:
    """Yield what is rendered, the text, the value and the unit expected ("" for none)."""
    locale = Locale.parse(tag.replace("-", "_"))
    for number in NUMBERS:
        value = Decimal(number)
        yield "decimal", format_decimal(value, locale=locale, numbering_system=DIGITS), value, ""
        yield (
            "percent",
            format_percent(value / 100, format=None, locale=locale, decimal_quantization=False, numbering_system=DIGITS),
            value,
            "percent",
        )
        for currency in CURRENCIES:
            if currency != "JPY" or value == value.to_integral_value():
                yield "currency", format_currency(value, currency, locale=locale, numbering_system=DIGITS), round(value, 2), currency
        for unit, name in UNITS.items():
            for length in ("long", "short"):
                yield f"unit {length}", format_unit(value, unit, length, locale=locale, numbering_system=DIGITS), value, name
    for number in COMPACT:
        for length in ("long", "short"):
            try:
                yield (
                    f"compact {length}",
                    format_compact_decimal(int(number), format_type=length, locale=locale, fraction_digits=1, numbering_system=DIGITS),
                    Decimal(number),
                    "",
                )
            except KeyError:
                continue


def readings(text: str, tag: str) -> list[list[tuple[Decimal | None, str]]]:
    """Return the readings of every figure of `text`, the likeliest first."""
    found = []
    for claim in claimcheck.extract(text, tag):
        every = (claim.quantity, *claim.quantity.others)
        found.append([(quantity.stated.low, quantity.unit) for quantity in every if isinstance(quantity.stated.low, Decimal)])
    return found


def main() -> None:
    """Print the shares, all over and for the worst locales."""
    total: Counter[str] = Counter()
    by_kind: dict[str, Counter[str]] = {}
    by_tag: dict[str, Counter[str]] = {}
    misses: list[str] = []
    for tag in sys.argv[1:] or known_languages():
        try:
            rendered = list(renderings(tag))
        except (ValueError, LookupError, UnsupportedNumberingSystemError):
            total["locales babel does not render"] += 1
            continue
        for kind, text, value, unit in rendered:
            if RAW.search(text):
                total["left out: raw id"] += 1
                continue
            figures = readings(text, tag)
            first = len(figures) == 1 and bool(figures[0]) and figures[0][0] == (value, unit)
            among = first or any((value, unit) in figure for figure in figures)
            row = Counter(n=1, first=first, among=among, readings=sum(map(len, figures)), figures=max(1, len(figures)))
            for table in (total, by_kind.setdefault(kind, Counter()), by_tag.setdefault(tag, Counter())):
                table.update(row)
            if not first:
                misses.append(f"{tag} {kind}: {text!r} is {value} {unit}, read {figures}")
    for name, row in [("all", total), *sorted(by_kind.items())]:
        print(
            f"{name:14} {row['n']:6} first {row['first'] / row['n']:.4f}  among {row['among'] / row['n']:.4f}  readings a figure {row['readings'] / row['figures']:.3f}"
        )
    worst = sorted(by_tag.items(), key=lambda entry: entry[1]["first"] / entry[1]["n"])[:25]
    print("worst:", ", ".join(f"{tag} {row['first'] / row['n']:.2f}" for tag, row in worst))
    print({key: count for key, count in total.items() if " " in key})
    print(*misses[:: max(1, len(misses) // 40)], sep="\n")


if __name__ == "__main__":
    main()
