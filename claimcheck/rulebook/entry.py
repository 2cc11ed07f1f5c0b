"""One table of a rule file: typed access by key, every slip noted where it stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from claimcheck.rulebook.locate import Keys
from claimcheck.rulebook.ruletext import RuleText, nearest

KIND_OF = {str: "a string", bool: "true or false", int: "a whole number", float: "a number", list: "a list", dict: "a table"}


class Entry:
    """A table at `keys`. Each reader returns an empty value where the key is missing or wrong, so that reading goes on."""

    def __init__(self, file: RuleText, keys: Keys, table: Mapping[str, object]) -> None:
        self.file = file
        self.keys = keys
        self.table = table

    @property
    def line(self) -> int:
        """The line the table begins on."""
        return self.file.line(self.keys)

    def has(self, key: str) -> bool:
        """Return whether the key is written."""
        return key in self.table

    def note(self, message: str, *keys: str | int, hint: str = "", on_key: bool = False) -> None:
        """Note a problem at `keys` within this table."""
        self.file.note((*self.keys, *keys), message, hint=hint, on_key=on_key)

    def allow(self, keys: Collection[str], owner: str) -> None:
        """Note every key that is none of `keys`; `owner` says whose keys they are."""
        for key in self.table:
            if key not in keys:
                self.note(f"{owner} has no key '{key}'", key, hint=nearest(key, keys), on_key=True)

    def require(self, *keys: str, hint: str = "") -> None:
        """Note every key of `keys` that is not written."""
        for key in keys:
            if key not in self.table:
                self.note(f"missing key '{key}'", hint=hint)

    def text(self, key: str) -> str:
        """Return a string; a date without quotes counts as one."""
        value = self.table.get(key)
        if value is None:
            return ""
        if isinstance(value, date):
            return value.isoformat()
        if not isinstance(value, str):
            self._wrong_type(key, "a string", value)
            return ""
        if not value.strip():
            self.note(f"'{key}' is empty", key)
        return value

    def plain(self, key: str) -> str:
        """Return a string as it is, or "" where there is none; nothing is noted."""
        value = self.table.get(key)
        return value if isinstance(value, str) else ""

    def choice(self, key: str, names: Collection[str]) -> str:
        """Return one of `names`, or ""."""
        value = self.text(key)
        if value.strip() and value not in names:
            self.note(f"unknown {key} '{value}'", key, hint=nearest(value, names))
            return ""
        return value

    def texts(self, key: str, names: Collection[str] = ()) -> tuple[str, ...]:
        """Return a list of strings, each one of `names` where any are given."""
        value = self.table.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            hint = f'write {key} = ["{value}"]' if isinstance(value, str) else ""
            self._wrong_type(key, "a list of strings", value, hint)
            return ()
        return tuple(text for place, text in enumerate(value) if self._is_listed(key, place, text, names))

    def _is_listed(self, key: str, place: int, text: object, names: Collection[str]) -> bool:
        if not isinstance(text, str):
            self.note(f"expected a string, found {_named(text)}", key, place)
        elif not text.strip():
            self.note(f"an entry of '{key}' is empty", key, place)
        elif names and text not in names:
            self.note(f"unknown name '{text}' in '{key}'", key, place, hint=nearest(text, names))
        else:
            return True
        return False

    def text_or_texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; a single string counts as a list of one."""
        return (self.text(key),) if isinstance(self.table.get(key), str) else self.texts(key)

    def flag(self, key: str) -> bool:
        """Return true or false; false where the key is missing."""
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            self._wrong_type(key, "true or false", value)
            return False
        return value

    def whole(self, key: str) -> int:
        """Return a whole number from 0, or 0."""
        value = self.table.get(key, 0)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self._wrong_type(key, "a whole number from 0", value)
            return 0
        return value

    def number(self, key: str) -> Decimal | None:
        """Return an exact number, written as a string or a whole number."""
        value = self.table.get(key)
        if value is None:
            return None
        if isinstance(value, float):
            written = self.file.written((*self.keys, key))
            self.note(f"'{key}' is a float, which is not exact", key, hint=f'write {key} = "{written}"')
            return None
        if isinstance(value, bool) or not isinstance(value, str | int):
            self._wrong_type(key, "an exact number in quotes", value)
            return None
        return self._decimal(key, str(value))

    def _decimal(self, key: str, written: str) -> Decimal | None:
        try:
            number = Decimal(written.strip())
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite():
            return number
        share = written.strip().removesuffix("%").strip()
        hint = 'write it like "0.05", "38e9" or "38000000000"'
        if written.strip().endswith("%") and share.replace(".", "", 1).isdigit():
            hint = f'write {key} = "{Decimal(share) / 100}"'
        self.note(f"'{written}' is no exact number", key, hint=hint)
        return None

    def entry(self, key: str) -> Entry:
        """Return a table of its own; empty where it is not written."""
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            self._wrong_type(key, f"a table [{key}]", value)
            value = {}
        return Entry(self.file, (*self.keys, key), value)

    def entries(self, key: str, form: str = "") -> tuple[Entry, ...]:
        """Return the tables of a list; `form` is how such a list is written."""
        value = self.table.get(key, [])
        form = form or f"tables [[{key}]]"
        if not isinstance(value, list):
            self._wrong_type(key, form, value)
            return ()
        tables = []
        for place, table in enumerate(value):
            if isinstance(table, dict):
                tables.append(Entry(self.file, (*self.keys, key, place), table))
            else:
                self.note(f"expected {form}, found {_named(table)}", key, place)
        return tuple(tables)

    def _wrong_type(self, key: str, wanted: str, value: object, hint: str = "") -> None:
        self.note(f"'{key}' must be {wanted}, found {_named(value)}", key, hint=hint)


def _named(value: object) -> str:
    return KIND_OF.get(type(value), "a date or time")
