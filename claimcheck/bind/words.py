"""Sentences cut into words, in every script."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from claimcheck.lexicon.language import fold
from claimcheck.values import dataclass

HIRAGANA = "\u3041-\u309f"
KATAKANA = "\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
SOUTHEAST = "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u109f\u1780-\u17d3"  # Thai, Lao, Burmese, Khmer
UNSPACED = HIRAGANA + KATAKANA + HAN + SOUTHEAST
HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
# marks that are no \w of `re`, yet belong to words: accents apart, Hebrew and Arabic points, vowel signs of India
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc-\u0acd"
    "\u0b01-\u0b03\u0b3c-\u0b4d\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0c81-\u0c83\u0cbc-\u0ccd\u0d00-\u0d03\u0d3b-\u0d4d\u200c\u200d"
)

WORD = re.compile(
    rf"""
      [{KATAKANA}]+
    | [{HIRAGANA}]+
    | [{HAN}]{{1,2}}
    | [{SOUTHEAST}]{{1,4}}
    | [A-Za-z][0-9A-Za-z]* (?=[{HANGUL}])  # a name before its Korean particle
    | (?: [^\W_{UNSPACED}]+ | [{MARKS}]+ )+
    """,
    re.VERBOSE,
)
# words of lines that hold nothing of the above, read twice as fast
PLAIN_WORD = re.compile(r"[^\W_]+")
MAY_BE_MARKED = re.compile("[^\0-\u02ff\u0370-\u0482\u0488-\u0590\u1e00-\u200b\u200e-\u2bff]")
IS_KATAKANA = re.compile(rf"[{KATAKANA}]")
# scripts in which names and words are found by their letters alone, among others; the exact ranges take 3 ms to compile
MAY_HAVE_RUN = re.compile("[^\\0-\u0e00\u1e00-\u2bff]")
START, END, GROUP = re.Match[str].start, re.Match[str].end, re.Match[str].group  # called by map, without a frame of their own
OTHER_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ё": "е", "й": "и"}
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, heading or phrase as words.

    `text` is the whole text that the offsets are of, `folded` the same folded and as long; `starts`, `ends` and
    `words` (folded) are parallel. `may_have_runs` is false where no letter is of a script without spaces or of Korean.
    """

    text: str
    folded: str
    start: int
    end: int
    lang: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    may_have_runs: bool

    def index_at(self, offset: int) -> int:
        """Return the index of the first word that ends behind `offset`."""
        return bisect_right(self.ends, offset)

    def count_before(self, offset: int) -> int:
        """Return how many words begin before `offset`."""
        return bisect_left(self.starts, offset)

    def surface(self, index: int) -> str:
        """Return the word as written."""
        return self.text[self.starts[index] : self.ends[index]]


class Hit(NamedTuple):
    """A concept or name found at a place of a line; `rank` is 0 for the most telling word of its concept."""

    role: str
    id: str
    start: int
    end: int
    rank: int = 0


def read_line(text: str, folded: str, start: int, end: int, lang: str) -> Line:
    """Return `text[start:end]` cut into words.

    >>> read_line("L'IA d’AWS", fold("L'IA d’AWS"), 0, 10, "fr").words
    ('l', 'ia', 'd', 'aws')
    """
    is_plain = folded.isascii() or MAY_BE_MARKED.search(folded, start, end) is None
    found = list((PLAIN_WORD if is_plain else WORD).finditer(folded, start, end))
    may_have_runs = not is_plain and MAY_HAVE_RUN.search(folded, start, end) is not None
    return Line(text, folded, start, end, lang, tuple(map(START, found)), tuple(map(END, found)), tuple(map(GROUP, found)), may_have_runs)


def has_unspaced(text: str, start: int = 0, end: int | None = None) -> bool:
    """Return whether a stretch of `text` holds a letter of a script that sets no spaces between words."""
    stop = len(text) if end is None else end
    return MAY_HAVE_RUN.search(text, start, stop) is not None and _letters_of(UNSPACED).search(text, start, stop) is not None


def has_hangul(text: str) -> bool:
    """Return whether `text` holds a Korean letter."""
    return MAY_HAVE_RUN.search(text) is not None and _letters_of(HANGUL).search(text) is not None


@lru_cache(maxsize=4)
def _letters_of(ranges: str) -> re.Pattern[str]:
    """Return what finds a letter of `ranges`; compiled when first asked for, which costs milliseconds for wide ranges."""
    return re.compile(f"[{ranges}]")


def cuts_katakana(folded: str, start: int, end: int) -> bool:
    """Return whether a stretch of katakana is but part of a longer word: マリ in マリオ. A middle dot parts words."""
    before = start > 0 and folded[start - 1] != "・" and IS_KATAKANA.match(folded, start - 1) and IS_KATAKANA.match(folded, start)
    after = end < len(folded) and folded[end] != "・" and IS_KATAKANA.match(folded, end) and IS_KATAKANA.match(folded, end - 1)
    return bool(before or after)


def read_phrase(text: str, lang: str = "und") -> Line:
    """Return a text of its own cut into words."""
    text = unicodedata.normalize("NFC", text)
    return read_line(text, fold(text), 0, len(text), lang)


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """Return the folded word without accents.

    >>> bare("Fernández"), bare("Łódź")
    ('fernandez', 'lodz')
    """
    word = fold(word)
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word.translate(OTHER_LETTERS))
    return unicodedata.normalize("NFC", "".join(letter for letter in apart if not _is_accent(letter)))


def _is_accent(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f" or "\u064b" <= letter <= "\u065f" or "\u0591" <= letter <= "\u05c7"
