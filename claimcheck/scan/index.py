"""Which terms of a language may begin or end where: found out once for each word of a text, then remembered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, TypeVar, cast

from claimcheck import store
from claimcheck.lexicon.language import Language, Role, Term
from claimcheck.lexicon.load import data_version

T = TypeVar("T", bound=tuple[Any, ...])
Sizes = tuple[dict[str, tuple[int, ...]] | None, dict[str, list[int]], dict[str, list[int]], bool]

CJK = "\u2e80"  # the first of the scripts that put no edge between a word and its neighbour
HANGUL = ("가", "힣")
TOKEN = re.compile(r"[^\W\d_]+")
_MOST_KEPT = 20_000  # words whose lengths are remembered
_LONGEST_KEPT = 40  # characters; what is longer is no word that recurs
_NEXT = 3  # characters behind or before a word that tell which longer terms it may be part of
_NONE: tuple[int, ...] = ()


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
_LONG_ENOUGH = 4  # letters of a word that is known without its accents too
BITS = {role: 1 << place for place, role in enumerate(Role)}


def bits(*roles: Role) -> int:
    """Return a set of roles as one number, to be compared with what stands at a place."""
    return sum(BITS[role] for role in set(roles))


class Word:
    """A word that a language knows: the key of its terms, and the terms once they have been asked for.

    `bare` tells that it is written without its accents here, `spelled` that a term of it is bound to one spelling.
    `glued` are the terms that need no edge of a word.
    """

    __slots__ = ("bare", "glued", "key", "spelled", "terms")

    def __init__(self, key: str, *, bare: bool = False) -> None:
        self.key = key
        self.bare = bare
        self.terms: tuple[Term, ...] | None = None
        self.glued: tuple[Term, ...] = ()
        self.spelled = False

    def load(self, language: Language) -> tuple[Term, ...]:
        """Return the terms, those of an unaccented word without the small words; from now on they are known."""
        terms = language.terms[self.key]
        self.spelled = len(terms) > 1 and any(term.written for term in terms)
        if self.bare:
            terms = tuple(term for term in terms if term.role in _UNACCENTED)
        self.glued = () if self.bare else tuple(term for term in terms if term.glued)
        self.terms = terms
        return terms


class Index:
    """The words of a language and the lengths that terms may have at a place of a text, longest first, some in vain."""

    __slots__ = ("_ahead", "_back", "_behind", "_firsts", "_glued", "_heads", "_lengths", "_open", "_pairs", "_tails", "language", "words")

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words = words_of(language)
        self._lengths = language.lengths
        self._back = language.lengths_back
        self._firsts, self._heads, self._tails, self._open = kept_of(language, "index", self._sizes)
        self._ahead: dict[str, tuple[int, ...]] = {}
        self._glued: dict[str, tuple[int, ...]] = {}
        self._pairs: dict[str, tuple[int, ...]] = {}
        self._behind: dict[str, tuple[int, ...]] = {}

    def _sizes(self) -> Sizes:
        return _firsts(self.language, self.words), _heads(self.words), _tails(self.words), _is_open(self.language)

    def ahead(self, folded: str, start: int) -> tuple[int, ...]:
        """Return the lengths of terms that may begin at `start`.

        The first word and how the next one begins tell nearly all; what is glued to digits or a hyphen may also be the
        beginning of a longer word.
        """
        token = TOKEN.match(folded, start) if self._firsts is not None else None
        if token is None:
            return self._pair(folded[start : start + 2])
        end = token.end()
        if end - start > _LONGEST_KEPT:
            return self._pair(folded[start : start + 2]) if self._open else _NONE
        if start > 0 and (folded[start - 1] == "-" or folded[start - 1].isdigit()):
            return self._glued_at(folded[start : end + _NEXT], end - start)
        key = folded[start : end + _NEXT]
        kept = self._ahead.get(key)
        if kept is None:
            is_open = self._open and token[0] not in (self._firsts or ())
            kept = self._glued_at(key, end - start) if is_open else self._known(key, end - start)
            _keep(self._ahead, key, kept)
        return kept

    def glued(self, folded: str, start: int) -> tuple[int, ...]:
        """Return the lengths of terms that may begin at `start`, also of those that a longer word begins with."""
        token = TOKEN.match(folded, start) if self._firsts is not None else None
        if token is None or token.end() - start > _LONGEST_KEPT:
            return self._pair(folded[start : start + 2])
        return self._glued_at(folded[start : token.end() + _NEXT], token.end() - start)

    def _known(self, key: str, size: int, least: int = 0) -> tuple[int, ...]:
        """Return the lengths of terms that begin with the word of `size` letters that `key` begins with, or with `least` of them."""
        words = self.words
        sizes = [length for length in range(least or size, len(key) + 1) if key[:length] in words]
        sizes.extend(self._heads.get(key, _NONE))
        return _with_single(sizes, single=key[0] in words)

    def _glued_at(self, key: str, size: int) -> tuple[int, ...]:
        kept = self._glued.get(key)
        if kept is None:
            kept = self._known(key, size, 2)
            _keep(self._glued, key, kept)
        return kept

    def _pair(self, pair: str) -> tuple[int, ...]:
        kept = self._pairs.get(pair)
        if kept is None:
            kept = _with_single(self._lengths.get(pair, _NONE), single=pair[:1] in self.words)
            _keep(self._pairs, pair, kept)
        return kept

    def behind(self, folded: str, low: int, end: int) -> tuple[int, ...]:
        """Return the lengths of terms that may end at `end`; those that begin before `low` need not be among them."""
        if folded[end - 1].isdecimal():  # numbers do not recur
            return self._back.get(folded[max(0, end - 2) : end], _NONE)
        floor = end - _LONGEST_KEPT
        begin = folded.rfind(" ", max(low, floor), end) + 1 or low
        if begin < floor or not self.language.spaced:
            return _with_single(self._back.get(folded[max(0, end - 2) : end], _NONE), single=folded[end - 1] in self.words)
        key = folded[begin - _NEXT if begin > _NEXT else 0 : end]
        kept = self._behind.get(key)
        if kept is None:
            words = self.words
            sizes = [length for length in range(2, len(key) + 1) if key[-length:] in words]
            sizes.extend(self._tails.get(key, _NONE))
            kept = _with_single(sizes, single=key[-1:] in words)
            _keep(self._behind, key, kept)
        return kept


def kept_of(language: Language, what: str, compute: Callable[[], T]) -> T:
    """Return what follows from the words of a language, a tuple, from the cache where it was found out before."""
    key = store.digest(what, language.tag, data_version(), store.state_of_code())
    return store.once("scan", key, cast("type[T]", tuple), compute)


def _with_single(sizes: Iterable[int], *, single: bool) -> tuple[int, ...]:
    """Return the lengths, longest first, the last one that of a single character where that is a word."""
    known = sorted({size for size in sizes if size > 1}, reverse=True)
    return (*known, 1) if single else tuple(known)


def _keep(kept: dict[str, tuple[int, ...]], word: str, sizes: tuple[int, ...]) -> None:
    """Remember the lengths of a word; a text of endlessly many words does not fill the memory."""
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[word] = sizes


@lru_cache(maxsize=256)
def _words_of(key: Key) -> dict[str, Word]:
    words = {word: Word(word) for word in key.language.terms}
    for word in key.language.terms:
        if not word.isascii() and len(word) >= _LONG_ENOUGH:
            bare = unaccented(word)
            if bare.isascii() and bare not in words:
                words[bare] = Word(word, bare=True)
    return words


def _firsts(language: Language, words: Iterable[str]) -> dict[str, tuple[int, ...]] | None:
    """Return the lengths of the terms that begin with each word; None where words are not parted from one another."""
    if not language.spaced or any(HANGUL[0] <= word[0] <= HANGUL[1] for word in language.starts):
        return None
    found: dict[str, set[int]] = {}
    for word in words:
        token = TOKEN.match(word)
        if token is not None and len(word) > 1:
            found.setdefault(token[0], set()).add(len(word))
    return {token: tuple(sorted(sizes, reverse=True)) for token, sizes in found.items()}


def _heads(words: Iterable[str]) -> dict[str, list[int]]:
    """Return the lengths of longer terms by their first word and the beginning of what follows it."""
    found: dict[str, list[int]] = {}
    for word in words:
        token = TOKEN.match(word)
        head = word[: token.end() + _NEXT] if token is not None else word
        if len(head) < len(word):
            found.setdefault(head, []).append(len(word))
    return found


def _tails(words: Iterable[str]) -> dict[str, list[int]]:
    """Return the lengths of terms of several words by the last of them and the end of what stands before it."""
    found: dict[str, list[int]] = {}
    for word in words:
        begin = word.rfind(" ") + 1
        if begin > _NEXT:
            found.setdefault(word[begin - _NEXT :], []).append(len(word))
    return found


def _is_open(language: Language) -> bool:
    """Return whether names of units take endings that the lexicon does not list, so that their first word may be longer."""
    return any(len(word) > 1 and word.isalpha() for word in language.terms.words_with(*_OPENED, glued=True))


_OPENED = frozenset({Role.UNIT, Role.CURRENCY, Role.SUBUNIT, Role.CLASSIFIER})


def words_of(language: Language) -> dict[str, Word]:
    """Return all words that the language knows, also without accents."""
    return _words_of(Key(language))


@lru_cache(maxsize=256)
def _index_of(key: Key) -> Index:
    return Index(key.language)


def index_of(language: Language) -> Index:
    """Return the index of a language; it is made once."""
    return _index_of(Key(language))


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
