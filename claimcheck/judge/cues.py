"""The words by which a sentence does sums, per language, as patterns."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from claimcheck.lexicon.language import fold
from claimcheck.tables import load_tables
from claimcheck.values import dataclass

DATA = Path(__file__).parent / "data" / "reckoning.toml"
FIRST_UNSPACED = "\u3040"
NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class Cues:
    """The patterns of one language, by the keys that the head of data/reckoning.toml explains; each is without groups."""

    words: dict[str, str]

    def has(self, key: str, text: str) -> bool:
        """Return whether any word of `key` stands in `text`, which is folded."""
        return re.search(self.words[key], text) is not None

    def ends(self, key: str, text: str, *, within: int = 0) -> bool:
        """Return whether `text` ends with a word of `key`, with at most `within` other words behind it."""
        return re.search(rf"(?:{self.words[key]})\s*(?:[^\W\d]+\s+){{0,{within}}}$", text) is not None

    def begins(self, key: str, text: str) -> bool:
        """Return whether `text` begins with a word of `key`, right away."""
        return re.match(rf"[\s']*(?:{self.words[key]})", text) is not None

    def count_joints(self, text: str) -> int:
        """Return how many commas and words for "and" part the text; a comma right before an "and" counts once with it."""
        return len(re.findall(rf"[,;、，؛،]\s*(?:{self.words['and']})?|(?:{self.words['and']})", text))


def is_unspaced(text: str) -> bool:
    """Return whether a text holds a sign of Japanese, Chinese or Korean."""
    return max(text, default="") >= FIRST_UNSPACED and unspaced().search(text) is not None


@lru_cache(maxsize=1)
def unspaced() -> re.Pattern[str]:
    """Return what finds a sign of Japanese, Chinese or Korean; it takes 2 ms to compile."""
    return re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, list[str]]]:
    return load_tables(DATA)


@lru_cache(maxsize=64)
def cues_of(lang: str) -> Cues:
    """Return the patterns of a language; those of "und" alone where nothing is known of it.

    >>> cues_of("de-AT").ends("of", "120 von den ")
    True
    """
    tables = [_tables().get(tag, {}) for tag in ("und", lang.partition("-")[0])]
    keys = {key for table in _tables().values() for key in table}
    return Cues({key: _pattern([word for table in tables for word in table.get(key, ())]) for key in keys})


def _pattern(words: list[str]) -> str:
    shapes = [_shape(fold(word)) for word in sorted(words, key=len, reverse=True)]
    return "|".join(shapes) or NEVER


def _shape(word: str) -> str:
    r"""Return the pattern of one word: whole, unless its script writes no spaces, a star stands for an ending or a tilde for a stem."""
    stem = re.escape(word.strip("*~"))
    if word.startswith("~"):
        return rf"{stem}(?!\w)"
    if is_unspaced(word) or not word[0].isalnum():
        return stem
    return rf"(?<!\w){stem}\w*" if word.endswith("*") else rf"(?<!\w){stem}(?!\w)"
