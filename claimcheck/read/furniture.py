"""The words that stand around articles (furniture.toml), of all languages at once.

A page's furniture is often in another language than its text, and the language of a file may not be known yet, so
the languages are not told apart here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from claimcheck.tables import load_tables
from claimcheck.values import dataclass

FILE = Path(__file__).with_name("furniture.toml")
EDGES = " \t:：.…*_#—–-|·•→»›>▶"
PREFIX_END = re.compile(r"\s*[:：|]\s*\S")
DIGIT = re.compile(r"\d")
READING_WIDTH = 60  # a word count and a reading time, with room to spare
SEPARATORS = re.compile(r"[\d\s.,:·•|~≈()（）/–—-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The words of furniture.toml in lower case; see its head for what each set holds."""

    related: frozenset[str]
    reading: frozenset[str]
    byline: frozenset[str]
    navigation: frozenset[str]
    caption: frozenset[str]
    longest: int

    def leads_to_others(self, line: str) -> bool:
        """Return whether `line` is the heading of a box of related articles, all of it."""
        return line.strip(EDGES).lower() in self.related

    def names_others(self, line: str) -> bool:
        """Return whether `line` begins with such a heading and goes on behind a colon."""
        return self._prefix(line) in self.related

    def is_reading_time(self, line: str) -> bool:
        """Return whether `line` is nothing but word counts and reading times, with a figure among them.

        >>> furniture().is_reading_time("· 735 words · 4 mins")
        True
        """
        if len(line) > READING_WIDTH or not DIGIT.search(line):
            return False
        words = [word for word in SEPARATORS.split(line.lower()) if word]
        return bool(words) and (" ".join(words) in self.reading or all(word in self.reading for word in words))

    def is_navigation(self, line: str) -> bool:
        """Return whether the whole of `line` belongs to the page."""
        return line.strip(EDGES + "()（）[]").lower() in self.navigation

    def is_caption(self, line: str) -> bool:
        """Return whether `line` describes a picture."""
        return self._prefix(line) in self.caption

    def is_labelled_byline(self, line: str) -> bool:
        """Return whether `line` names its source or author behind a colon."""
        return self._prefix(line) in self.byline

    def is_byline(self, line: str) -> bool:
        """Return whether `line` is "By Jane Doe": a byline word and names behind it, nothing else."""
        first, _, rest = line.partition(" ")
        names = rest.split()
        if first.lower() not in self.byline or not 1 <= len(names) <= 6:
            return False
        return all(name[0].isupper() or name.lower() in JOINERS for name in names) and not line.endswith((".", "!", "?"))

    def _prefix(self, line: str) -> str:
        end = PREFIX_END.search(line, 0, self.longest + 4)
        return line[: end.start()].strip(EDGES).lower() if end else ""


JOINERS = frozenset(
    {"and", "y", "e", "et", "und", "en", "de", "del", "da", "di", "du", "la", "van", "von", "der", "den", "for", "&", "|", "-", "–"}
)


@lru_cache(maxsize=1)
def furniture() -> Furniture:
    """Return the words of all languages."""
    tables = load_tables(FILE)
    sets = {
        name: frozenset(word.lower() for table in tables.values() for word in table.get(name, ()))
        for name in ("related", "reading", "byline", "navigation", "caption")
    }
    return Furniture(**sets, longest=max(len(word) for words in sets.values() for word in words))
