"""The names of a line: known ones, and what else looks like some in this document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from claimcheck.bind.bodies import HALF, bodies_of
from claimcheck.bind.pairs import joined_words
from claimcheck.bind.standins import StandIns
from claimcheck.bind.unknown import DOUBTFUL, LIKELY, capitalised_words, find_unknown
from claimcheck.bind.vocabulary import Vocabulary
from claimcheck.bind.words import PLAIN_WORD, Hit, Line
from claimcheck.model.source import BlockKind, Document

CAPITAL_NOUNS = ("de", "lb")
HEADLINES = frozenset([BlockKind.TITLE, BlockKind.RELATED, BlockKind.META])  # where capitals tell little
LONG_TEXT = 20_000  # characters from which on all words are listed once, before words are looked for one by one


class Namer:
    """Finds the names in the lines of one document; remembers how the document writes words."""

    __slots__ = ("_capitalised", "_common", "_compounds", "_document", "_joined", "_prose", "_standins", "_vocabulary", "_words")

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._common: dict[str, bool] = {}
        self._capitalised: frozenset[str] | None = None
        self._compounds: dict[str, bool] = {}
        self._joined: dict[str, frozenset[tuple[str, str]]] = {}
        self._prose: str | None = None
        self._standins = StandIns(vocabulary)
        self._words: frozenset[str] | None = None

    def find(self, line: Line, taken: Sequence[tuple[int, int]], concepts: Sequence[Hit]) -> tuple[Hit, ...]:
        """Return the names of the line outside the stretches that figures have taken, in order of place; no concept is a name."""
        known = self._vocabulary.find_names(line)
        for start, end in taken if known else ():
            known = [hit for hit in known if not start <= hit.start < end]
        covered = [*taken, *[(hit.start, hit.end) for hit in known]] if known else taken
        nouns = frozenset([hit.start for hit in concepts if hit.role == "counted"])
        unknown = find_unknown(line, covered, self._signs(), nouns, self._pairs(line.lang))
        if unknown:
            named = [self._ranked(hit, line) for hit in _without_concepts(unknown, concepts)]
            known = sorted([*known, *named], key=_start)
        return tuple(self._standins.complete(line, known))

    def _ranked(self, hit: Hit, line: Line) -> Hit:
        """Return the hit with the rank that it has in this document."""
        if hit.rank < DOUBTFUL:
            return hit._replace(rank=DOUBTFUL) if self._is_common(hit, line) else hit
        return hit._replace(rank=LIKELY) if line.lang.startswith(CAPITAL_NOUNS) and self._is_compound(hit, line) else hit

    def _is_compound(self, hit: Hit, line: Line) -> bool:
        """Return whether a German noun is a party that the document also calls by the second half of its name (Bürgerblock, der Block)."""
        word = line.folded[hit.start : hit.end]
        known = self._compounds.get(word)
        if known is None:
            bodies = bodies_of(line.lang)
            noun = bodies.kinds_of((word,))[0]
            is_name = noun[:1] == HALF and len(word) > len(noun) + 1 and not word.startswith(bodies.generic)
            known = self._compounds[word] = is_name and self._stands_in_text(noun[1:].capitalize())
        return known

    def _is_common(self, hit: Hit, line: Line) -> bool:
        """Return whether the document also writes a name of one word small, as it does common words."""
        text = self._document.view.text
        word = line.folded[hit.start : hit.end]
        if hit.rank >= DOUBTFUL or word == text[hit.start : hit.end] or not word.isalpha() or line.lang.startswith(CAPITAL_NOUNS):
            return False
        known = self._common.get(word)
        if known is None:
            known = self._common[word] = self._stands_in_text(word)
        return known

    def _stands_in_text(self, word: str) -> bool:
        text = self._document.view.text
        if len(text) < LONG_TEXT:
            return _stands_in(text, word)
        if self._words is None:
            self._words = frozenset(PLAIN_WORD.findall(text))
        return word in self._words

    def _signs(self) -> frozenset[str]:
        if self._capitalised is None:
            self._capitalised = capitalised_words(self._text_of_prose())
        return self._capitalised

    def _pairs(self, lang: str) -> frozenset[tuple[str, str]]:
        pairs = self._joined.get(lang)
        if pairs is None:
            pairs = self._joined[lang] = joined_words(self._text_of_prose(), lang)
        return pairs

    def _text_of_prose(self) -> str:
        if self._prose is None:
            text, blocks = self._document.view.text, self._document.blocks
            self._prose = "\n".join([text[block.start : block.end] for block in blocks if block.kind not in HEADLINES])
        return self._prose


def _stands_in(text: str, word: str) -> bool:
    """Return whether the text holds the word, written just so and not as a part of another one."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not (place and text[place - 1].isalnum()) and not text[end : end + 1].isalnum():
            return True
        place = text.find(word, end)
    return False


def _without_concepts(names: list[Hit], concepts: Sequence[Hit]) -> list[Hit]:
    """Return the supposed names that are more than words of the vocabulary ("GPU"); `concepts` are in order of place."""
    if not concepts:
        return names
    starts = [hit.start for hit in concepts]
    ends = list(accumulate([hit.end for hit in concepts], max))
    kept: list[Hit] = []
    for name in names:
        before = bisect_right(starts, name.start)
        if not before or ends[before - 1] < name.end:
            kept.append(name)
    return kept


def _start(hit: Hit) -> int:
    return hit.start
