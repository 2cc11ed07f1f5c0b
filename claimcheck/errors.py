"""The errors a user can cause, as one tree.

ClaimcheckError                 anything claimcheck could not do as asked
├── InputError                  a path, folder, file or option that cannot be used
│   └── DecodeError             bytes that are no text in any encoding we know
├── ManifestError               sources.toml or front matter that cannot be understood
├── ConfigurationError          a configuration or baseline file that cannot be understood
├── RuleErrors                  all problems of the rule files, collected
└── UnknownName                 a finding, rule or schema that does not exist

Messages say where, what was found, and what would be right.
"""

from __future__ import annotations

from claimcheck.values import dataclass


class ClaimcheckError(Exception):
    """Anything claimcheck could not do as asked; the command exits 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong in one place of one file.

    `line` and `column` count from 1; 0 is "no such place". `excerpt` is the line itself, `width` the number of
    columns to underline, `hint` what would be right.
    """

    path: str
    message: str
    line: int = 0
    column: int = 0
    excerpt: str = ""
    width: int = 1
    hint: str = ""

    def __str__(self) -> str:
        """Return the problem in ruff's form: place and message, excerpt with carets, help."""
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        rows = [f"{place}: {self.message}"]
        if self.excerpt:
            rows.append(f"    {self.excerpt}")
            if self.column:
                rows.append("    " + " " * (self.column - 1) + "^" * max(1, self.width))
        if self.hint:
            rows.append(f"  help: {self.hint}")
        return "\n".join(rows)


class ProblemError(ClaimcheckError):
    """An error that is one or more `Problem`s."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        """Return every problem, one after the other."""
        return "\n".join(str(problem) for problem in self.problems)


class InputError(ProblemError):
    """A path, folder, file or option that cannot be used."""


class DecodeError(InputError):
    """Bytes that are no text in any encoding we know."""


class ManifestError(ProblemError):
    """A sources.toml or front matter that cannot be understood."""


class ConfigurationError(ProblemError):
    """A configuration or baseline file that cannot be understood."""


class RuleErrors(ProblemError):
    """All problems of the rule files."""


class UnknownName(ProblemError):
    """A finding, rule or schema that does not exist."""
