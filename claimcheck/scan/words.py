"""Words that can begin a figure without any digit: the only door to ahocorasick-rs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.lexicon.language import Language, Role
from claimcheck.scan.compound import KANA, spoken_syllables
from claimcheck.scan.index import HANGUL, TOKEN, Key, kept_of, words_of

# letters with the marks that belong to them; the apostrophe of "un'ora" and the hyphen part words
_WORD = TOKEN
_NUMERALS = frozenset({Role.NUMBER, Role.SCALE, Role.DIGIT})
_LONG_WORD = 5  # letters; an article is no longer, a number glued from words no shorter


Words = frozenset[str]
Beginnings = tuple[Words, Words, Words, Words, Words, list[str]]


class Finder:
    """Finds the words of one language; built once; only remembers which words may follow an article."""

    __slots__ = (
        "_articles",
        "_automaton",
        "_beginnings",
        "_followers",
        "_glued",
        "_heads",
        "_language",
        "_listed",
        "_ratios",
        "_seconds",
        "_singles",
    )

    def __init__(self, language: Language) -> None:
        self._language = language
        self._followers: dict[str, bool] = {}
        found = kept_of(language, "beginnings", lambda: _beginnings(language))
        self._articles, self._seconds, self._ratios, self._singles, self._heads, others = found
        self._automaton = AhoCorasick(others, matchkind=MatchKind.LeftmostLongest) if others else None
        self._glued = _glued_numerals(language)
        heads = (head for head in self._heads if len(head) == _HEAD) if language.spaced else ()
        self._listed = (*sorted(self._singles), *sorted(heads))
        self._beginnings = AhoCorasick([f" {word}" for word in self._listed]) if self._listed else None

    def find(self, folded: str, start: int, end: int, digits: Iterable[int]) -> list[int]:
        """Return where such words begin, in no order; `digits` are the ends of the digits found, to which a word may be glued."""
        places: list[int] = []
        if self._beginnings is not None:
            self._find_words(places, folded, start, end)
            for place in digits:
                word = TOKEN.match(folded, place, end)
                if word is not None and self._is_known(word[0]) and self._may_begin(folded, word[0], word.end()):
                    places.append(place)
        if self._glued is not None:
            places.extend(found.start() for found in self._glued.finditer(folded, start, end))
        if self._automaton is not None:
            places.extend(start + found[1] for found in self._automaton.find_matches_as_indexes(folded[start:end]))
        return places

    def _find_words(self, places: list[int], folded: str, start: int, end: int) -> None:
        """Add where words of letters begin; all that is no part of a word is a blank to the automaton."""
        if self._beginnings is None:
            return
        apart = _words_apart(folded[start:end])
        known, count = self._singles, len(self._singles)
        for number, begin, stop in self._beginnings.find_matches_as_indexes(apart, overlapping=True):
            following = apart[stop]
            if number < count:
                if (following == " " or following.isdecimal()) and self._may_begin(folded, self._listed[number], start + stop - 1):
                    places.append(start + begin)
            elif following != " ":
                word = TOKEN.match(apart, begin + 1)
                if word is not None and word.end() - begin > _LONG_WORD + 1 and word[0] not in known:
                    places.append(start + begin)

    def _is_known(self, word: str) -> bool:
        return word in self._singles or (word[:_HEAD] in self._heads and len(word) > _LONG_WORD)

    def _may_begin(self, folded: str, word: str, end: int) -> bool:
        return word not in self._articles or self._may_count(folded, end)

    def _may_count(self, folded: str, end: int) -> bool:
        """Return whether what follows an article is a word that it can count one of, or a number."""
        follower = _WORD.match(folded, end + 1)
        if follower is None:
            return True
        word = follower[0]
        kept = self._followers.get(word)
        if kept is None:
            known = words_of(self._language).get(word)
            terms = self._language.terms[known.key] if known is not None else ()
            kept = self._followers[word] = (
                any(term.role in _COUNTED for term in terms)
                or word in self._singles
                or word in self._ratios
                or word in self._seconds
                or word[:3] in self._heads
                or _GLUED.match(folded, follower.end()) is not None
            )
            if len(self._followers) > _MOST_KEPT:
                self._followers.clear()
        return kept


def _beginnings(language: Language) -> Beginnings:
    """Return the articles, second words, first words of ratios, whole words, heads of glued ones, and all else that begins a figure."""
    words = {word for word in language.starts if word}
    words |= {bare for bare, word in words_of(language).items() if word.bare and word.key in language.starts}
    known = frozenset(articles(language))
    seconds = frozenset(_seconds(words, known) | _divisors(language))
    words |= known
    singles = frozenset(word for word in words if _WORD.fullmatch(word)) if language.spaced else frozenset()
    others = sorted(word for word in words if not _begins_with_any(word, singles))
    heads = frozenset(piece[:length] for piece in language.compounds for length in (2, 3) if len(piece) >= length)
    return known, seconds, frozenset(_first_words(language, Role.PER_RATIO)), singles, heads, others


def _words_apart(folded: str) -> str:
    """Return the text, a blank before and behind it, with one for every character that is no part of a word."""
    for mark in _MARKS:
        if mark in folded:
            folded = folded.replace(mark, " ")
    if _APART.search(folded) is not None:
        folded = _APART.sub(" ", folded)
    return f" {folded} "


_MARKS = ".,;:!?()'\"\n-_%$€«»“”„’/—–…"  # common ones; to replace one after the other is ten times as fast as a pattern
_APART = re.compile(r"[^\w ]")


def _divisors(language: Language) -> set[str]:
    """Return the first words of what divides one number by another: "delat med"."""
    return _first_words(language, Role.DIVIDED)


def _seconds(words: set[str], articles: frozenset[str]) -> set[str]:
    """Return the second words of what begins with an article: "une centaine"."""
    found = set()
    for word in words:
        first, _, rest = word.partition(" ")
        second = _WORD.match(rest)
        if second is not None and first in articles:
            found.add(second[0])
    return found


_COUNTED = frozenset({
    Role.UNIT, Role.SCALE, Role.VAGUE, Role.FRACTION, Role.NUMBER, Role.CURRENCY, Role.SUBUNIT, Role.LONG_DURATION,
    Role.DENOMINATOR, Role.DIVIDED, Role.JOINER, Role.MIXED, Role.POINT,
})  # fmt: skip
_HEAD = 3  # letters by which a word that may be glued from number words is told
_GLUED = re.compile(r"[-'][^\W\d_]")
_MOST_KEPT = 20_000


def _glued_kana(language: Language) -> re.Pattern[str] | None:
    """Return what finds whole rows of hiragana number syllables, at least five letters of them."""
    spoken = "|".join(sorted(spoken_syllables(language), key=len, reverse=True))
    kana = f"[{KANA[0]}-{KANA[1]}]"
    return re.compile(rf"(?<!{kana})(?={kana}{{5}})(?:{spoken}){{2,}}(?!{kana})") if spoken else None


def _glued_numerals(language: Language) -> re.Pattern[str] | None:
    """Return what finds rows of Hangul number syllables (오십이, 이천만) at the start of a word."""
    syllables = "".join(
        word
        for word in language.terms
        if len(word) == 1 and HANGUL[0] <= word <= HANGUL[1] and any(term.role in _NUMERALS for term in language.terms[word])
    )
    if not syllables:
        return _glued_kana(language)
    scales = "".join(
        word for word in syllables if any(term.role is Role.SCALE or term.value == 10 for term in language.terms.get(word, ()))
    )
    named = "|".join(sorted({word for word in language.terms if _is_hangul_unit(language, word)}, key=len, reverse=True))
    negatives = (word for word in language.terms.words_with(Role.NEGATIVE) if len(word) > 1 and word.isalpha())
    minus = "".join(rf"|(?<={word}\s)[{syllables}]" for word in negatives)
    parts = rf"분의|[과와]\s[{syllables}]+분의|점\s?[{syllables}]"  # 오분의, 삼과 오분의, 오점 오
    few = r"[두세네](?=개(?![월국])|명|마리|가지|살)"
    return re.compile(rf"(?<![^\W\d_])(?:[{syllables}]{{2,}}|[{scales}](?=원)|[{syllables}](?=\s?(?:{named})|{parts})|{few}){minus}")


def _is_hangul_unit(language: Language, word: str) -> bool:
    """Return whether a word of Hangul is a unit long enough to make a number of the one syllable before it (이리터)."""
    if len(word) < _UNIT_SYLLABLES or not HANGUL[0] <= word[0] <= HANGUL[1]:
        return False
    return any(term.role in _MEASURED for term in language.terms[word])


_MEASURED = frozenset({Role.UNIT, Role.CURRENCY})
_UNIT_SYLLABLES = 2


def articles(language: Language) -> set[str]:
    """Return the articles that may stand for one: "a minute", "un mes"."""
    return {word for word in language.terms.words_with(Role.ARTICLE) if len(word) <= _LONG_WORD and word.isalpha()}


def _first_words(language: Language, role: Role) -> set[str]:
    """Return the first words of the terms of a role."""
    firsts = (_WORD.match(word) for word in language.terms.words_with(role))
    return {found[0] for found in firsts if found is not None}


def _begins_with_any(word: str, singles: frozenset[str]) -> bool:
    first = _WORD.match(word)
    return first is not None and first[0] in singles


def find_words(folded: str, language: Language, start: int, end: int, digits: Iterable[int]) -> list[int]:
    """Return where words stand that can begin a figure; `digits` are the ends of the digits found."""
    if not language.starts and not language.compounds:
        return []
    return _finder(Key(language)).find(folded, start, end, digits)


@lru_cache(maxsize=256)
def _finder(key: Key) -> Finder:
    return Finder(key.language)
