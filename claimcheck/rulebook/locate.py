"""Where each key and each element of a TOML text stands; tomllib tells positions of syntax errors only.

The text has been read by tomllib before, so the scan trusts its syntax and only follows keys, brackets and strings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from claimcheck.values import dataclass

Keys = tuple[str | int, ...]
"""The way to a value: names of tables and keys, positions in arrays; ("concept", 2, "words", "en", 0)."""

TOKEN = re.compile(
    r"""
    (?P<space> [ \t\r]+ | \#[^\n]* )
  | (?P<newline> \n )
  | (?P<text> \"\"\"(?:[^\\]|\\.)*?\"{3,5} | '''.*?'{3,5} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*' )
  | (?P<mark> [\[\]{}=,] )
  | (?P<bare> [^\s\[\]{}=,\#"']+ )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key and its value stand, in code points from 0, end exclusive; an element of an array has no key of its own."""

    key: tuple[int, int]
    value: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of TOML: "text", "mark", "bare" or "newline", and where it stands."""

    kind: str
    text: str
    start: int
    end: int


def locate(text: str) -> Mapping[Keys, Place]:
    r"""Return the place of every key, table and array element of `text`.

    >>> locate('[a]\nb = [1, 22]')[("a", "b", 1)].value
    (12, 14)
    """
    return _Scan(text).places


class _Scan:
    """One pass over the tokens; `places` fills as it goes."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0
        self.places: dict[Keys, Place] = {}
        self.counts: dict[Keys, int] = {}  # how many tables an array of tables has so far
        table: Keys = ()
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.kind == "newline":
                self.at += 1
            elif token.text == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Keys:
        """Return the table that a line like [a.b] or [[a]] opens."""
        first = self.tokens[self.at]
        is_array = self.tokens[self.at + 1].text == "["
        self.at += 2 if is_array else 1
        names, _ = self._names("]")
        last = self.tokens[self.at + 1 if is_array else self.at]
        self.at += 2 if is_array else 1
        table = self._table_of(names[:-1])
        table = (*table, names[-1])
        if is_array:
            self.counts[table] = self.counts.get(table, 0) + 1
        if table in self.counts:
            table = (*table, self.counts[table] - 1)
        span = (first.start, last.end)
        for length in range(1, len(table) + 1):
            self._note(table[:length], Place(span, span))
        return table

    def _table_of(self, names: tuple[str, ...]) -> Keys:
        table: Keys = ()
        for name in names:
            table = (*table, name)
            if table in self.counts:
                table = (*table, self.counts[table] - 1)
        return table

    def _pair(self, table: Keys) -> None:
        """Note `key = value` at the place the scan has reached."""
        names, key = self._names("=")
        self.at += 1
        whole: Keys = (*table, *names)
        value = self._value(whole, key)
        for length in range(len(table) + 1, len(whole) + 1):
            self._note(whole[:length], Place(key, value))

    def _names(self, end: str) -> tuple[tuple[str, ...], tuple[int, int]]:
        """Return the parts of a dotted key up to the mark `end`, and where the key stands."""
        names: list[str] = []
        first = self.tokens[self.at]
        last = first
        while self.tokens[self.at].text != end or self.tokens[self.at].kind != "mark":
            last = self.tokens[self.at]
            if last.kind == "text":
                names.append(_unquoted(last.text))
            else:
                names.extend(part for part in last.text.split(".") if part)
            self.at += 1
        return tuple(names), (first.start, last.end)

    def _value(self, keys: Keys, key: tuple[int, int]) -> tuple[int, int]:
        """Return where the value of `keys` stands and move behind it."""
        first = self.tokens[self.at]
        if first.kind == "mark":
            last = self._array(keys) if first.text == "[" else self._inline_table(keys)
        else:
            last = first
            while self.at < len(self.tokens) and self.tokens[self.at].kind not in {"mark", "newline"}:
                last = self.tokens[self.at]
                self.at += 1
        self._note(keys, Place(key, (first.start, last.end)))
        return first.start, last.end

    def _array(self, keys: Keys) -> Token:
        """Note the elements of an array; return its closing bracket."""
        self.at += 1
        count = 0
        while True:
            token = self.tokens[self.at]
            if token.kind == "mark" and token.text == "]":
                self.at += 1
                return token
            if token.kind == "newline" or token.text == ",":
                self.at += 1
                continue
            self._value((*keys, count), (token.start, token.end))
            count += 1

    def _inline_table(self, keys: Keys) -> Token:
        """Note the pairs of an inline table; return its closing brace."""
        self.at += 1
        while True:
            token = self.tokens[self.at]
            if token.kind == "mark" and token.text == "}":
                self.at += 1
                return token
            if token.kind == "newline" or token.text == ",":
                self.at += 1
                continue
            self._pair(keys)

    def _note(self, keys: Keys, place: Place) -> None:
        self.places.setdefault(keys, place)


def _tokens(text: str) -> list[Token]:
    return [
        Token(match.lastgroup, match.group(), match.start(), match.end())
        for match in TOKEN.finditer(text)
        if match.lastgroup is not None and match.lastgroup != "space"
    ]


def _unquoted(written: str) -> str:
    if written.startswith("'"):
        return written[1:-1]
    try:
        name = json.loads(written)
    except ValueError:  # TOML knows \U escapes, JSON does not; such a key is shown as written
        return written[1:-1]
    return str(name)
