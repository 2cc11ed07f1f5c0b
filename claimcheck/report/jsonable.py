"""Values as JSON has them, and the few conversions that every machine format shares."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from json import dumps

from claimcheck.model.days import is_yearless
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity, Stated
from claimcheck.model.span import Position

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def json_number(value: Decimal) -> int | float:
    """Return `value` as a JSON number: an integer where it is whole, else the shortest decimal that reads back as it.

    Beyond 17 significant digits the nearest double is given; no reader of JSON keeps more.

    >>> json_number(Decimal("3.80E+10")), json_number(Decimal("1.20"))
    (38000000000, 1.2)
    """
    return int(value) if value == value.to_integral_value() else float(value)


def json_end(value: Decimal | date | time | None, *, yearless: bool = False) -> Json:
    """Return one end of an interval; an open end is null.

    >>> json_end(date(4, 10, 29), yearless=True), json_end(time(18, 8)), json_end(None)
    ('--10-29', '18:08', None)
    """
    match value:
        case None:
            return None
        case Decimal():
            return json_number(value)
        case date():
            return f"--{value.month:02}-{value.day:02}" if yearless else value.isoformat()
        case time():
            return value.strftime("%H:%M:%S" if value.second else "%H:%M")


def json_ends(interval: Stated, *, yearless: bool = False) -> dict[str, Json]:
    """Return both ends of an interval."""
    return {"low": json_end(interval.low, yearless=yearless), "high": json_end(interval.high, yearless=yearless)}


def json_days(interval: Interval[date] | None) -> Json:
    """Return a period, or null where there is none."""
    return None if interval is None else json_ends(interval, yearless=is_yearless(interval))


def json_quantity(quantity: Quantity) -> dict[str, Json]:
    """Return a figure's meaning as in the contract, with its further readings where it has any."""
    record: dict[str, Json] = {
        "kind": quantity.kind,
        "dimension": quantity.dimension,
        "hedge": quantity.hedge.value,
        "unit": quantity.unit or None,
        "stated": json_ends(quantity.stated, yearless=quantity.yearless),
        **json_ends(quantity.interval, yearless=quantity.yearless),
        "base_unit": quantity.base_unit or None,
    }
    if quantity.zone:
        record["zone"] = quantity.zone
    if quantity.others:
        record["others"] = [json_quantity(other) for other in quantity.others]
    return record


def json_position(position: Position) -> dict[str, Json]:
    """Return a place in every unit."""
    return {
        "line": position.line,
        "column": position.column,
        "character": position.character,
        "offset": position.offset,
        "offset_utf16": position.offset_utf16,
        "byte": position.byte,
    }


def json_text(value: Json, *, indent: int | None = 2) -> str:
    """Return `value` as JSON text in the order it was built, on one line where `indent` is None."""
    separators = (",", ": ") if indent is not None else (",", ":")
    return dumps(value, ensure_ascii=False, indent=indent, separators=separators, allow_nan=False)
