"""The text that is being read, with the ways to look a term up in it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from claimcheck.lexicon.language import Language, Role, Term

CJK = "\u2e80"  # the first of the scripts that put no edge between a word and its neighbour
HANGUL = ("가", "힣")
_TOKEN = re.compile(r"[^\W\d_]+")
_MOST_KEPT = 2048  # places whose terms are remembered; a sentence has fewer
_BLANK = frozenset(" \n\t\r\u200b\u200e\u200f\u3000")


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
        "_firsts",
        "_open",
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
        self._words = words_of(language)
        self._firsts = _firsts_of(Key(language))
        self._open = _is_open(Key(language))
        self._ahead: dict[int, list[Hit]] = {}
        self._behind: dict[int, list[Hit]] = {}

    def move(self, opening: int, low: int, high: int) -> None:
        """Set the window: `opening` is where the sentence begins, `low` what of it is not read yet."""
        self.opening = opening
        if high != self.high or low < self.low or len(self._ahead) > _MOST_KEPT:
            self._ahead.clear()
            self._behind.clear()
        elif low > self.low:
            self._behind.clear()
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
        for length in self._lengths_at(start):
            end = start + length
            word = words.get(folded[start:end])
            if word is not None and end <= high:
                self._add(found, start, end, word, edge=self._word_end(end))
        single = words.get(folded[start : start + 1])
        if single is not None and start < high and (not found or found[-1][1] > start + 1):
            self._add(found, start, start + 1, single, edge=self._word_end(start + 1))
        return found

    def _lengths_at(self, start: int) -> tuple[int, ...]:
        """Return the lengths that a term at `start` may have, longest first.

        Its first word tells nearly all; what is glued to digits or a hyphen may also be the beginning of a longer word.
        """
        folded = self.folded
        token = _TOKEN.match(folded, start) if self._firsts is not None else None
        if token is None or self._firsts is None or (start > 0 and (folded[start - 1] == "-" or folded[start - 1].isdigit())):
            return self.language.lengths.get(folded[start : start + 2], ())
        known = self._firsts.get(token[0])
        if known is None and self._open:
            return self.language.lengths.get(folded[start : start + 2], ())
        return known or ()

    def _look_behind(self, end: int) -> list[Hit]:
        folded, words, low = self.folded, self._words, self.low
        found: list[Hit] = []
        if end <= low:
            return found
        for length in self.language.lengths_back.get(folded[max(0, end - 2) : end], ()):
            start = end - length
            if start >= low:
                word = words.get(folded[start:end])
                if word is not None:
                    self._add(found, start, end, word, edge=start)
        single = words.get(folded[end - 1])
        if single is not None and (not found or found[-1][0] < end - 1):
            self._add(found, end - 1, end, single, edge=end - 1)
        return found

    def _add(self, found: list[Hit], start: int, end: int, word: Word, *, edge: int) -> None:
        """Add the terms of a word, those bound to this very spelling ("MW", "mW") first, to another one last."""
        terms = word.terms
        if terms is None:
            terms = word.terms = self.language.terms[word.key]
            word.spelled = len(terms) > 1 and any(term.written for term in terms)
        if word.spelled:
            written = self.text[start:end]
            terms = tuple(sorted(terms, key=lambda term: 1 if not term.written else 0 if term.written == written else 2))
        is_edge = self.is_edge(edge)
        if word.bare:
            terms = tuple(term for term in terms if is_edge and term.role in _UNACCENTED)
        found.extend(Hit(start, end, term) for term in terms if is_edge or term.glued)

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
        if not is_letter(after) or not is_letter(before):
            return True
        if before.isascii() and after.isascii():
            return False
        if (before < CJK) != (after < CJK):
            return True
        return not self.language.spaced

    def may_end(self, end: int) -> bool:
        """Return whether a term may end here: at an edge, or before the particle of a Korean word."""
        return self.is_edge(self._word_end(end))

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
        folded, place, high = self.folded, start, min(self.high, start + _LONGEST_WORD)
        while place < high and is_letter(folded[place]):
            place += 1
        return place

    def word_behind(self, end: int) -> int:
        """Return the start of the word of letters that ends at `end`, or `end`."""
        folded, place, low = self.folded, end, max(self.low, end - _LONGEST_WORD)
        while place > low and is_letter(folded[place - 1]):
            place -= 1
        return place


class Key:
    """A language as the key of a cache: the same object, not an equal one."""

    __slots__ = ("language",)

    def __init__(self, language: Language) -> None:
        self.language = language

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.language is other.language

    def __hash__(self) -> int:
        return id(self.language)


# what is also understood without its accents: "milhoes", "tres", "degres"; a small word would mean something else then
_UNACCENTED = frozenset(
    {Role.NUMBER, Role.SCALE, Role.UNIT, Role.CURRENCY, Role.FRACTION, Role.VAGUE, Role.SUBUNIT, Role.DENOMINATOR, Role.POINT}
)
_LONGEST_WORD = 160  # letters; a longer row of them is a line without spaces, which is not walked for every figure in it
_LONG_ENOUGH = 4  # letters of a word that is known without its accents too


class Word:
    """A word that a language knows: the key of its terms, and the terms once they have been asked for.

    `bare` tells that it is written without its accents here, `spelled` that a term of it is bound to one spelling.
    """

    __slots__ = ("bare", "key", "spelled", "terms")

    def __init__(self, key: str, *, bare: bool = False) -> None:
        self.key = key
        self.bare = bare
        self.terms: tuple[Term, ...] | None = None
        self.spelled = False


@lru_cache(maxsize=256)
def _words_of(key: Key) -> dict[str, Word]:
    words = {word: Word(word) for word in key.language.terms}
    for word in key.language.terms:
        if not word.isascii() and len(word) >= _LONG_ENOUGH:
            bare = unaccented(word)
            if bare.isascii() and bare not in words:
                words[bare] = Word(word, bare=True)
    return words


@lru_cache(maxsize=256)
def _firsts_of(key: Key) -> dict[str, tuple[int, ...]] | None:
    """Return the lengths of the terms that begin with each word; None where words are not parted from one another."""
    if not key.language.spaced or any(HANGUL[0] <= word[0] <= HANGUL[1] for word in key.language.starts):
        return None
    found: dict[str, set[int]] = {}
    for word in _words_of(key):
        token = _TOKEN.match(word)
        if token is not None and len(word) > 1:
            found.setdefault(token[0], set()).add(len(word))
    return {token: tuple(sorted(sizes, reverse=True)) for token, sizes in found.items()}


@lru_cache(maxsize=256)
def _is_open(key: Key) -> bool:
    """Return whether names of units take endings that the lexicon does not list, so that their first word may be longer."""
    return any(
        len(word) > 1 and word.isalpha() and any(term.glued and term.role in _OPENED for term in terms)
        for word, terms in key.language.terms.items()
    )


_OPENED = frozenset({Role.UNIT, Role.CURRENCY, Role.SUBUNIT, Role.CLASSIFIER})


def words_of(language: Language) -> dict[str, Word]:
    """Return all words that the language knows, also without accents."""
    return _words_of(Key(language))


def unaccented(word: str) -> str:
    """Return the word without marks on its letters, as long as before, or the word itself.

    >>> unaccented("milhões")
    'milhoes'
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFD", word) if unicodedata.category(letter) != "Mn")
    return bare if len(bare) == len(word) else word


def is_letter(character: str) -> bool:
    """Return whether the character belongs to a word: a letter or a mark on one."""
    return character.isalpha() or (character > "\u02ff" and unicodedata.category(character)[0] == "M")
