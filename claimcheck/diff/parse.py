"""A JSON record as it came, read field by field; what is not as the schema says is told with its place."""

from __future__ import annotations

from claimcheck.errors import InputError, Problem
from claimcheck.report.jsonable import Json

Object = dict[str, Json]


class Reader:
    """Reads the fields of a record that came from `path`; every method raises InputError where a field is another thing."""

    __slots__ = ("_path",)

    def __init__(self, path: str) -> None:
        self._path = path

    def wrong(self, where: str, wanted: str) -> InputError:
        """Return the error that a field is not what it should be."""
        hint = "a record is what `claimcheck check --output-format json` prints; `claimcheck schema check` describes it"
        return InputError(Problem(path=self._path, message=f"{where} is not {wanted}", hint=hint))

    def record(self, value: Json, where: str) -> Object:
        """Return an object."""
        if not isinstance(value, dict):
            raise self.wrong(where, "an object")
        return value

    def part(self, record: Object, key: str) -> Object:
        """Return the object under a key; a missing one is empty."""
        return self.record(record.get(key, {}), key)

    def rows(self, record: Object, key: str) -> list[Json]:
        """Return the array under a key; a missing one is empty."""
        found = record.get(key, [])
        if not isinstance(found, list):
            raise self.wrong(key, "an array")
        return found

    def text(self, record: Object, key: str) -> str:
        """Return the string under a key; null and nothing are ""."""
        found = record.get(key)
        if found is not None and not isinstance(found, str):
            raise self.wrong(key, "a string")
        return found or ""

    def texts(self, record: Object, key: str) -> tuple[str, ...]:
        """Return the strings under a key."""
        found = self.rows(record, key)
        if not all(isinstance(one, str) for one in found):
            raise self.wrong(key, "an array of strings")
        return tuple(str(one) for one in found)

    def whole(self, record: Object, key: str) -> int:
        """Return the whole number under a key."""
        found = record.get(key)
        if not isinstance(found, int) or isinstance(found, bool):
            raise self.wrong(key, "a whole number")
        return found
