"""The text that is being read, with the ways to look a term up in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.lexicon.language import Language, Role, Term

CJK = "\u2e80"  # the first of the scripts that put no edge between a word and its neighbour
_BLANK = frozenset(" \n\t\r\u200b\u200e\u200f\u3000")


class Hit(NamedTuple):
    """A term of the lexicon at a place of the text."""

    start: int
    end: int
    term: Term


class Scene:
    """A stretch of text in one language, with the window (`low` to `high`) that may be read: one sentence.

    `text` is as written, `folded` the same length and what the lexicon's keys are compared with. All places are
    offsets of the view.
    """

    __slots__ = ("folded", "groups_by_space", "high", "language", "low", "text")

    def __init__(self, text: str, folded: str, language: Language) -> None:
        self.text = text
        self.folded = folded
        self.language = language
        self.low = 0
        self.high = len(text)
        self.groups_by_space = language.decimal == "," or language.groups[0].isspace()

    def hits_ahead(self, start: int, roles: frozenset[Role]) -> Iterator[Hit]:
        """Yield the terms of those roles that begin at `start`, longest first."""
        folded, terms, lengths = self.folded, self.language.terms, self.language.lengths
        first = folded[start : start + 1]
        for key in (folded[start : start + 2], first):
            for length in lengths.get(key, ()):
                end = start + length
                if end > self.high:
                    continue
                found = terms.get(folded[start:end])
                if found is None:
                    continue
                for term in found if len(found) == 1 else self._by_spelling(found, start, end):
                    if term.role in roles and (term.glued or self.is_edge(end)):
                        yield Hit(start, end, term)
            if key == first:
                return

    def ahead(self, start: int, roles: frozenset[Role]) -> Hit | None:
        """Return the longest term of those roles that begins at `start`."""
        for hit in self.hits_ahead(start, roles):
            return hit
        return None

    def hits_behind(self, end: int, roles: frozenset[Role]) -> Iterator[Hit]:
        """Yield the terms of those roles that end at `end`, longest first."""
        folded, terms, lengths = self.folded, self.language.terms, self.language.lengths_back
        last = folded[end - 1 : end] if end > 0 else ""
        for key in (folded[max(0, end - 2) : end], last):
            for length in lengths.get(key, ()):
                start = end - length
                if start < self.low:
                    continue
                found = terms.get(folded[start:end])
                if found is None:
                    continue
                for term in found if len(found) == 1 else self._by_spelling(found, start, end):
                    if term.role in roles and (term.glued or self.is_edge(start)):
                        yield Hit(start, end, term)
            if key == last:
                return

    def behind(self, end: int, roles: frozenset[Role]) -> Hit | None:
        """Return the longest term of those roles that ends at `end`."""
        for hit in self.hits_behind(end, roles):
            return hit
        return None

    def _by_spelling(self, found: tuple[Term, ...], start: int, end: int) -> list[Term]:
        """Return the terms of one key, those bound to the very spelling ("MW", "mW") first, to another one last."""
        written = self.text[start:end]
        return sorted(found, key=lambda term: 1 if not term.written else 0 if term.written == written else 2)

    def is_edge(self, place: int) -> bool:
        """Return whether a word may end or begin at `place`.

        Scripts without spaces have an edge everywhere; in the others letters and their marks hold together, but a
        change to or from them is an edge ("5kmを").
        """
        if place <= self.low or place >= self.high:
            return True
        before, after = self.folded[place - 1], self.folded[place]
        if not is_letter(after) or not is_letter(before):
            return True
        if before.isascii() and after.isascii():
            return False
        if (before < CJK) != (after < CJK):
            return True
        return not self.language.spaced

    def skip(self, place: int, most: int = 3) -> int:
        """Return the first place from `place` on that is no blank, passing over at most so many."""
        folded = self.folded
        last = min(self.high, place + most)
        while place < last and folded[place] in _BLANK:
            place += 1
        return place

    def skip_back(self, place: int, most: int = 3) -> int:
        """Return the place up to which only blanks follow before `place`."""
        folded = self.folded
        first = max(self.low, place - most)
        while place > first and folded[place - 1] in _BLANK:
            place -= 1
        return place

    def at(self, place: int) -> str:
        """Return the folded character at `place`, or "" outside of the window."""
        return self.folded[place] if self.low <= place < self.high else ""

    def spaced_before(self, place: int) -> bool:
        """Return whether a blank, or an apostrophe, parts what stands before `place` from it."""
        return place > self.low and (self.folded[place - 1] in _BLANK or self.folded[place - 1] == "'")

    def word_ahead(self, start: int) -> int:
        """Return the end of the word of letters that begins at `start`, or `start`."""
        folded, place, high = self.folded, start, self.high
        while place < high and is_letter(folded[place]):
            place += 1
        return place

    def word_behind(self, end: int) -> int:
        """Return the start of the word of letters that ends at `end`, or `end`."""
        folded, place, low = self.folded, end, self.low
        while place > low and is_letter(folded[place - 1]):
            place -= 1
        return place


def is_letter(character: str) -> bool:
    """Return whether the character belongs to a word: a letter or a mark on one."""
    return character.isalpha() or (character > "\u02ff" and unicodedata.category(character)[0] == "M")
