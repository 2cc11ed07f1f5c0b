"""What the whole text tells about its figures: how it parts off decimals, which names end in a number."""

from __future__ import annotations

import re
from collections import Counter

from claimcheck.lexicon.language import Language, fold
from claimcheck.scan.anchors import decimal_marks_of

_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMED = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,}+)[ \u00a0](\d{1,4})(?![\w.,%])")


_ASKED = 32  # names that are looked for one by one; for more the whole text is counted once


class Habits:
    """Habits of a stretch of text; what costs a pass over it is found out when it is first asked for."""

    __slots__ = ("_asked", "_end", "_folded", "_language", "_marks", "_names", "_start", "_text", "_words")

    def __init__(self, text: str, folded: str, language: Language, start: int, end: int) -> None:
        self._text = text
        self._folded = folded
        self._language = language
        self._start = start
        self._end = end
        self._marks: str | None = None
        self._names: Counter[str] | None = None
        self._words: Counter[str] = Counter()
        self._asked = 0

    @property
    def marks(self) -> str:
        """The separators of decimals that the text uses beyond doubt, the commonest first."""
        if self._marks is None:
            self._marks = decimal_marks_of(self._folded, self._start, self._end)
        return self._marks

    @property
    def capital_nouns(self) -> bool:
        """Whether the language writes every noun with a capital, so that a capital tells nothing of names."""
        return self._language.tag.partition("-")[0] in {"de", "lb"}

    def times_named(self, name: str) -> int:
        """Return how often the folded name stands before that very number: "switch 2"."""
        if self._names is None and self._asked < _ASKED:
            self._asked += 1
            first = self._folded.find(name, self._start, self._end)
            if self._folded.find(name, first + 1, self._end) < 0:
                return 1  # at most; that a name recurs is what is asked for
        self._count()
        return 0 if self._names is None else self._names[name]

    def times_written(self, word: str) -> int:
        """Return how often the folded word is written with a capital."""
        self._count()
        return self._words[word]

    def _count(self) -> None:
        if self._names is not None:
            return
        self._names = Counter()
        for word, times in Counter(_WORD.findall(self._text, self._start, self._end)).items():
            if word[0].isupper() or word[-1].isupper():
                self._words[fold(word)] += times
        for word, number in _NAMED.findall(self._text, self._start, self._end):
            if word[0].isupper() or word[-1].isupper():
                self._names[f"{fold(word)} {number}"] += 1
