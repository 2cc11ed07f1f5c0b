"""The text that is being read, with the ways to look a term up in it."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.lexicon.language import Language, Role, Term
from claimcheck.scan.index import CJK, HANGUL, TOKEN, Key, Word, bits, index_of, is_letter, words_of

__all__ = ["CJK", "HANGUL", "Hit", "Key", "Scene", "bits", "is_letter", "roles_of", "words_of"]

_LONGEST_WORD = 160  # letters; a longer row of them is a line without spaces, which is not walked for every figure in it
_MARKS = "\u0300"  # the first mark that belongs to the letter before it
_MOST_KEPT = 2048  # places whose terms are remembered; a sentence has fewer
_BLANK = frozenset(" \n\t\r\u200b\u200e\u200f\u3000")
_MASKS = {role: bits(role) for role in Role}


class Hit(NamedTuple):
    """A term of the lexicon at a place of the text."""

    start: int
    end: int
    term: Term


class Scene:
    """A stretch of text in one language, with the window (`low` to `high`) that may be read: one sentence.

    `text` is as written, `folded` the same length and what the lexicon's keys are compared with. All places are
    offsets of the view. What stands at a place is looked up once and kept until the window moves.
    """

    __slots__ = (
        "_ahead",
        "_behind",
        "_index",
        "_roles_ahead",
        "_roles_behind",
        "_words",
        "folded",
        "groups_by_space",
        "high",
        "language",
        "links_millions",
        "low",
        "opening",
        "text",
    )

    def __init__(self, text: str, folded: str, language: Language) -> None:
        self.text = text
        self.folded = folded
        self.language = language
        self.opening = 0
        self.low = 0
        self.high = len(text)
        self.groups_by_space = language.decimal == "," or language.groups[0].isspace()
        self.links_millions = any(
            term.role is Role.LINK for word in ("de", "di") if word in language.terms for term in language.terms[word]
        )
        self._index = index_of(language)
        self._words = self._index.words
        self._ahead: dict[int, list[Hit]] = {}
        self._behind: dict[int, list[Hit]] = {}
        self._roles_ahead: dict[int, int] = {}
        self._roles_behind: dict[int, int] = {}

    def move(self, opening: int, low: int, high: int) -> None:
        """Set the window: `opening` is where the sentence begins, `low` what of it is not read yet."""
        self.opening = opening
        if high != self.high or low < self.low or len(self._ahead) > _MOST_KEPT:
            self._ahead.clear()
            self._roles_ahead.clear()
            self._behind.clear()
            self._roles_behind.clear()
        elif low > self.low:
            self._behind.clear()
            self._roles_behind.clear()
        self.low, self.high = low, high

    def all_ahead(self, start: int) -> list[Hit]:
        """Return every term that begins at `start`, longest first."""
        kept = self._ahead.get(start)
        if kept is None:
            kept = self._ahead[start] = self._look_ahead(start)
        return kept

    def all_behind(self, end: int) -> list[Hit]:
        """Return every term that ends at `end`, longest first."""
        kept = self._behind.get(end)
        if kept is None:
            kept = self._behind[end] = self._look_behind(end)
        return kept

    def roles_ahead(self, start: int) -> int:
        """Return the roles of all terms that begin at `start`, as `bits`: one question instead of one for each role."""
        kept = self._roles_ahead.get(start)
        if kept is None:
            kept = self._roles_ahead[start] = roles_of(self.all_ahead(start))
        return kept

    def roles_behind(self, end: int) -> int:
        """Return the roles of all terms that end at `end`, as `bits`."""
        kept = self._roles_behind.get(end)
        if kept is None:
            kept = self._roles_behind[end] = roles_of(self.all_behind(end))
        return kept

    def hits_ahead(self, start: int, roles: frozenset[Role]) -> list[Hit]:
        """Return the terms of those roles that begin at `start`, longest first."""
        return [hit for hit in self.all_ahead(start) if hit[2].role in roles]

    def ahead(self, start: int, roles: frozenset[Role]) -> Hit | None:
        """Return the longest term of those roles that begins at `start`."""
        kept = self._ahead.get(start)
        if kept is None:
            kept = self._ahead[start] = self._look_ahead(start)
        for hit in kept:
            if hit[2].role in roles:
                return hit
        return None

    def hits_behind(self, end: int, roles: frozenset[Role]) -> list[Hit]:
        """Return the terms of those roles that end at `end`, longest first."""
        return [hit for hit in self.all_behind(end) if hit[2].role in roles]

    def behind(self, end: int, roles: frozenset[Role]) -> Hit | None:
        """Return the longest term of those roles that ends at `end`."""
        kept = self._behind.get(end)
        if kept is None:
            kept = self._behind[end] = self._look_behind(end)
        for hit in kept:
            if hit[2].role in roles:
                return hit
        return None

    def _look_ahead(self, start: int) -> list[Hit]:
        folded, words, high = self.folded, self._words, self.high
        found: list[Hit] = []
        for length in self._index.ahead(folded, start):
            end = start + length
            if end <= high:
                word = words.get(folded[start:end])
                if word is not None:
                    self._add(found, start, end, word, edge=self._word_end(end))
        return found

    def _look_behind(self, end: int) -> list[Hit]:
        folded, words, low = self.folded, self._words, self.low
        found: list[Hit] = []
        if end <= low:
            return found
        for length in self._index.behind(folded, low, end):
            start = end - length
            if start >= low:
                word = words.get(folded[start:end])
                if word is not None:
                    self._add(found, start, end, word, edge=start)
        return found

    def _add(self, found: list[Hit], start: int, end: int, word: Word, *, edge: int) -> None:
        """Add the terms of a word, those bound to this very spelling ("MW", "mW") first, to another one last."""
        terms = word.load(self.language) if word.terms is None else word.terms
        if not self.is_edge(edge):
            terms = word.glued
        if word.spelled:
            written = self.text[start:end]
            terms = tuple(sorted(terms, key=lambda term: 1 if not term.written else 0 if term.written == written else 2))
        for term in terms:
            found.append(Hit(start, end, term))  # noqa: PERF401 - a comprehension costs more for one or two terms

    def _word_end(self, end: int) -> int:
        """Return `end`, or where the window begins, which is an edge, for Hangul: particles are glued to Korean words."""
        return self.low if HANGUL[0] <= self.folded[end - 1] <= HANGUL[1] else end

    def is_edge(self, place: int) -> bool:
        """Return whether a word may end or begin at `place`.

        Scripts without spaces have an edge everywhere; in the others letters and their marks hold together, but a
        change to or from them is an edge ("5kmを").
        """
        if place <= self.low or place >= self.high:
            return True
        before, after = self.folded[place - 1], self.folded[place]
        if after.isascii() and before.isascii():
            return not (after.isalpha() and before.isalpha())
        if not is_letter(after) or not is_letter(before):
            return True
        if (before < CJK) != (after < CJK):
            return True
        return not self.language.spaced

    def may_end(self, end: int) -> bool:
        """Return whether a term may end here: at an edge, or before the particle of a Korean word."""
        return self.is_edge(self._word_end(end))

    def skip(self, place: int, most: int = 3) -> int:
        """Return the first place from `place` on that is no blank, passing over at most so many."""
        folded, high = self.folded, self.high
        if place >= high or folded[place] not in _BLANK:
            return place
        last = min(high, place + most)
        place += 1
        while place < last and folded[place] in _BLANK:
            place += 1
        return place

    def skip_back(self, place: int, most: int = 3) -> int:
        """Return the place up to which only blanks follow before `place`."""
        folded, low = self.folded, self.low
        if place <= low or folded[place - 1] not in _BLANK:
            return place
        first = max(low, place - most)
        place -= 1
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
        folded, place, high = self.folded, start, min(self.high, start + _LONGEST_WORD)
        token = TOKEN.match(folded, start, high)
        if token is not None and token[0].isalpha():
            place = token.end()
            if place >= high or folded[place] < _MARKS:
                return place
        while place < high and is_letter(folded[place]):
            place += 1
        return place

    def word_behind(self, end: int, most: int = _LONGEST_WORD) -> int:
        """Return the start of the word of letters that ends at `end`, or `end`; no more than `most` letters are looked at."""
        folded, place, low = self.folded, end, max(self.low, end - most)
        while place > low and is_letter(folded[place - 1]):
            place -= 1
        return place


def roles_of(hits: list[Hit]) -> int:
    """Return the roles of the terms found, as `bits`."""
    roles = 0
    for hit in hits:
        roles |= _MASKS[hit[2].role]
    return roles
