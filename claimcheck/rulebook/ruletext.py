"""A rule file as text, and the problems found in it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from claimcheck.errors import Problem
from claimcheck.rulebook.locate import Keys, Place, locate

SYNTAX_PLACE = re.compile(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
PAIR = re.compile(r"\s*[\w\"'.-]+\s*=")
OPEN_IDS = re.compile(r"""^\s*id\s*=\s*["']([^"'\n]+)["']""", re.MULTILINE)


@dataclass(eq=False)
class RuleText:
    """One rule file while it is read: its path as shown, its text, whether it came with claimcheck, its problems so far."""

    path: str
    text: str
    bundled: bool = True
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def places(self) -> Mapping[Keys, Place]:
        """Where everything stands; the text must be valid TOML."""
        return locate(self.text)

    @cached_property
    def ids_in_sight(self) -> frozenset[str]:
        """What looks like ids, for a file that cannot be read: names that others may mean."""
        return frozenset(OPEN_IDS.findall(self.text))

    def line(self, keys: Keys) -> int:
        """Return the line of a key or element, from 1; that of its table where it is not written."""
        place = self._place(keys)
        return self.text.count("\n", 0, place.key[0]) + 1 if place else 1

    def written(self, keys: Keys) -> str:
        """Return a value as the file writes it."""
        start, end = self.places[keys].value
        return self.text[start:end]

    def note(self, keys: Keys, message: str, *, hint: str = "", on_key: bool = False) -> None:
        """Add a problem at the value of `keys`, or at the key itself."""
        self.problems.append(self.problem(keys, message, hint=hint, on_key=on_key))

    def problem(self, keys: Keys, message: str, *, hint: str = "", on_key: bool = False) -> Problem:
        """Return a problem that points at `keys`, or at the table they are missing from."""
        place = self._place(keys)
        if place is None:
            return Problem(path=self.path, message=message, line=1, hint=hint)
        start, end = place.key if on_key else place.value
        line_start, excerpt = self._line_at(start)
        width = min(end, line_start + len(excerpt)) - start
        line = self.text.count("\n", 0, start) + 1
        return Problem(
            path=self.path, message=message, line=line, column=start - line_start + 1, excerpt=excerpt, width=max(1, width), hint=hint
        )

    def note_syntax(self, message: str) -> None:
        """Add a problem from the message of tomllib, which ends with its place."""
        found = SYNTAX_PLACE.search(message)
        line, column = self.text.count("\n") + 1, 0
        if found and found["line"]:
            line, column = int(found["line"]), int(found["column"])
        rows = self.text.split("\n")
        excerpt = rows[line - 1].rstrip("\r") if line <= len(rows) else ""
        plain = SYNTAX_PLACE.sub("", message)
        self.problems.append(
            Problem(
                path=self.path,
                message=f"not valid TOML: {plain[:1].lower()}{plain[1:]}",
                line=line,
                column=column,
                excerpt=excerpt,
                hint=_hint_on_syntax(plain, excerpt, column),
            )
        )

    def leave_out_slip(self) -> bool:
        """Put spaces for the line of the last problem, where it is one like `key = value`; return whether it was."""
        rows = self.text.split("\n")
        line = self.problems[-1].line - 1
        if line >= len(rows) or not PAIR.match(rows[line]):
            return False
        rows[line] = " " * len(rows[line])
        self.text = "\n".join(rows)
        return True

    def _place(self, keys: Keys) -> Place | None:
        while keys and keys not in self.places:
            keys = keys[:-1]
        return self.places.get(keys)

    def _line_at(self, offset: int) -> tuple[int, str]:
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return start, self.text[start : end if end >= 0 else len(self.text)].rstrip("\r")


def _hint_on_syntax(message: str, excerpt: str, column: int) -> str:
    if not column:
        return "something opened above is not closed: a quote, a bracket or a brace"
    if "illegal character '\\n'" in message.lower():
        return "a quote is not closed"
    return "text stands in quotes" if "invalid value" in message.lower() and "=" in excerpt else ""


def nearest(name: str, names: Collection[str]) -> str:
    """Return what was probably meant, as a hint, or ""; a long list is not spelled out.

    >>> nearest("eror", ("error", "warning", "info"))
    "did you mean 'error'?"
    """
    close = difflib.get_close_matches(name.lower(), sorted(names), n=1, cutoff=0.7)
    if close:
        return f"did you mean '{close[0]}'?"
    if 0 < len(names) <= 16:
        return f"use one of {', '.join(names)}" if len(names) > 1 else f"use {next(iter(names))}"
    return ""
