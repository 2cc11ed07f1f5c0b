"""Names that nobody listed: capitalised words, acronyms, Latin and katakana runs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.bind.everyday import is_known, sort_of
from claimcheck.bind.names import Ending, ending_of
from claimcheck.bind.openings import ADJECTIVE_ENDINGS, LONG_WORD, NOUNS_CAPITALISED, Openings
from claimcheck.bind.words import KATAKANA, Hit, Line, bare
from claimcheck.lexicon.language import Role
from claimcheck.lexicon.load import load_language

KATAKANA_NAME = re.compile(rf"[{KATAKANA}]{{3,}}")
CAPITALS = "A-ZÀ-ÖØ-ÞĞİŞŁŚŻŹĆČŠŽŘĐŐŰĀĒĪŌŪΑ-ΩА-ЯЁІЇЄҐ"
# what stands before is asked behind the capital, so that the search stops at capitals alone
MID_SENTENCE = re.compile(rf"[{CAPITALS}](?<=[a-zß-öø-ÿа-яёіїєα-ωğışłśżźćčšžřđőű,][ ].)\w+")
CALENDAR = frozenset([Role.MONTH, Role.WEEKDAY])
PLURALS = ("s", "e", "n", "r", "i")
TITLE_SHARE = 0.8
TITLE_WORDS = 4
BETWEEN = frozenset([" ", "\u00a0", ". ", " & ", "&", "-", "·", "."])
CERTAIN = 0
LIKELY = 1
DOUBTFUL = 2


@lru_cache(maxsize=8192)
def is_of_calendar(word: str, lang: str) -> bool:
    """Return whether a folded word is a month or weekday: these have capitals and are no names."""
    return any(term.role in CALENDAR for term in load_language(lang).terms.get(word, ()))


def capitalised_words(text: str) -> frozenset[str]:
    """Return the folded words that have a capital in the middle of a sentence.

    >>> sorted(capitalised_words("Nobody in Paiporta knew. Many left."))
    ['paiporta']
    """
    return frozenset(map(bare, frozenset(MID_SENTENCE.findall(text))))


def find_unknown(
    line: Line,
    taken: Sequence[tuple[int, int]],
    capitalised: frozenset[str],
    nouns: frozenset[int],
    joined: frozenset[tuple[str, str]] = frozenset(),
) -> list[Hit]:
    """Return the unknown names of the line outside `taken` stretches, in order of place.

    `capitalised` are the words that the document writes with a capital in mid-sentence; `nouns` are the places where
    counted nouns begin, which end a name; `joined` are pairs of words that are a name though the second is small.

    The role is "name"; `rank` is 0 for names sure to be some, 1 for likely and 2 for doubtful ones.
    """
    text, folded = line.text, line.folded
    capitals = [index for index, start in enumerate(line.starts) if text[start : start + 2] != folded[start : start + 2]]
    hits: list[Hit] = []
    if capitals:
        within = _words_within(line, taken)
        is_title = len(capitals) >= TITLE_SHARE * TITLE_WORDS and is_title_case(line)
        hits = _Finder(line, within, (capitalised, nouns, joined), is_title=is_title).find(capitals)
    return sorted([*hits, *_find_katakana(line, taken)], key=_start) if line.lang.startswith("ja") else hits


def _words_within(line: Line, stretches: Sequence[tuple[int, int]]) -> set[int]:
    """Return the indices of the words that stand, if only in part, in one of the stretches."""
    found: set[int] = set()
    for start, end in stretches:
        found.update(range(bisect_right(line.ends, start), bisect_left(line.starts, end)))
    return found


class _Finder(Openings):
    """One walk over the words of a line."""

    __slots__ = ("_inside", "_knows_nations", "_nouns")

    def __init__(
        self, line: Line, taken: set[int], known: tuple[frozenset[str], frozenset[int], frozenset[tuple[str, str]]], *, is_title: bool
    ) -> None:
        capitalised, self._nouns, joined = known
        super().__init__(line, taken, capitalised, joined, is_title=is_title)
        self._inside = self._bodies.inside
        self._knows_nations = ending_of(line.lang) is Ending.PLAIN  # without cases, countries are known by their names

    def find(self, capitals: list[int]) -> list[Hit]:
        """Return the names among the words with `capitals`, in order of place."""
        hits: list[Hit] = []
        last = -1
        self._beginning = frozenset([index for index in capitals if self._may_begin(index)])
        for index in capitals:
            if index <= last or index not in self._beginning:
                continue
            last = self._grow(index)
            first = self._skip_opening(index, last)
            if first <= last:
                hits.append(self._hit(*self._trim(self._skip_kinds(self._skip_titles(first, last), last), last)))
        return hits

    def _may_begin(self, index: int) -> bool:
        line = self._line
        start, end = line.starts[index], line.ends[index]
        first = line.text[start]
        if not (first.isupper() or (end - start > LONG_WORD and first.islower() and line.text[start + 1].isupper())):
            return False
        if end - start < 2 or index in self._taken or is_of_calendar(line.words[index], line.lang):
            return False
        return not self._is_title or self._stands_out(index)

    def _stands_out(self, index: int) -> bool:
        """Return whether a word of a title in which all words have capitals is a name nevertheless."""
        if self._is_distinctive(index):
            return True
        if bare(self._line.words[index]) in self._capitalised and self._base not in NOUNS_CAPITALISED:
            return True
        return self._has_suffix(index)

    def _grow(self, index: int) -> int:
        """Return the last word of the name that begins at `index`."""
        last = index
        while self._may_go_on(last + 1) and self._touches(last + 1) and not self._is_genitive(last):
            following = last + 1
            if self._begins(following) or self._is_number_of_name(following):
                last = following
                continue
            behind = following + (self._count_particles(following) or self._is_inside(index, following))
            if behind == following or behind >= len(self._line.words) or not self._touches(behind) or not self._begins(behind):
                break
            last = behind
        return last + 1 if self._joined and self._is_joined(last) else last

    def _is_inside(self, first: int, index: int) -> int:
        """Return 1 where a small word is inside the name of a party that begins at `first` with a plural ("the group Medics in Need")."""
        words, bodies = self._line.words, self._bodies
        if words[index] not in self._inside:
            return 0
        if words[index] in bodies.within:
            return 1
        if index != first + 1 or not first or words[index] not in bodies.place_within or not words[first].endswith(PLURALS):
            return 0
        return int(bool(bodies.kind_of(words[first - 1])))

    def _may_go_on(self, index: int) -> bool:
        """Return whether the word at `index` may belong to a name before it, by itself."""
        words = self._line.words
        if index >= len(words):
            return False
        word = words[index]
        return index in self._beginning or word in self._joints.particles or word in self._inside or word[0].isdigit()

    def _is_genitive(self, index: int) -> bool:
        """Return whether a German name ends here because what follows belongs to it ("Bayers Forderung")."""
        word = self._line.words[index]
        return bool(self._joints.noun_ending) and word.endswith("s") and len(word) > LONG_WORD

    def _touches(self, index: int) -> bool:
        gap = self._line.text[self._line.ends[index - 1] : self._line.starts[index]]
        if gap == "-":
            return self._base not in NOUNS_CAPITALISED
        return gap in BETWEEN or (gap in {"'", "’"} and len(self._line.words[index - 1]) <= 2)

    def _count_particles(self, index: int) -> int:
        """Return how many words at `index` make one particle of names, such as "de" or "von der"."""
        words = self._line.words
        phrases = self._joints.particles.get(words[index], ())
        return next((len(phrase) for phrase in phrases if words[index : index + len(phrase)] == phrase), 0)

    def _is_number_of_name(self, index: int) -> bool:
        return self._line.words[index][0].isdigit() and index not in self._taken

    def _skip_titles(self, first: int, last: int) -> int:
        """Return where the name begins once "Prime Minister", "Provinz" and the like are left out; one word at least stays."""
        words, joints = self._line.words, self._joints
        while first < last and (words[first] in joints.title or words[first].startswith(joints.place)) and self._begins(first + 1):
            first += 1
        return first

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        """Return the name without counted nouns at its edges ("Nvidia GPUs") and, in German, without the noun before a proper name."""
        if first < last and self._joined and self._is_joined(last - 1):
            return first, last
        while first < last and self._line.starts[last] in self._nouns:
            last -= 1
        while first < last and (self._line.starts[first] in self._nouns or not self._begins(first)):
            first += 1
        if self._base in NOUNS_CAPITALISED:
            first = next((index for index in range(first, last + 1) if self._is_distinctive(index)), first)
        return first, last

    def _hit(self, first: int, last: int) -> Hit:
        words = [bare(self._line.words[index]) for index in range(first, last + 1)]
        return Hit("name", " ".join(words), self._line.starts[first], self._line.ends[last], self._rank(first, last))

    def _rank(self, first: int, last: int) -> int:
        line, among_nouns = self._line, self._base in NOUNS_CAPITALISED
        if first == last:
            if line.ends[last] - line.starts[first] <= 2:
                return DOUBTFUL  # AI, IA, KI
            sort = sort_of(line.words[first], self._base)
            if (sort.is_common or (sort.is_nation and self._knows_nations)) and not self._is_distinctive(first):
                return DOUBTFUL
        if not among_nouns or any(self._is_distinctive(index) for index in range(first, last + 1)):
            return LIKELY if self._is_title else CERTAIN
        return LIKELY if self._is_name_among_nouns(first, last) else DOUBTFUL

    def _is_name_among_nouns(self, first: int, last: int) -> bool:
        """Return whether words that have a capital like all nouns of the language are a name: by their look and what stands before."""
        words = self._line.words
        if any(words[index].endswith(self._joints.noun_ending) for index in range(first, last + 1)):
            return False
        is_common = all(is_known(words[index], self._base) for index in range(first, last + 1))
        if last > first:
            is_measured = sort_of(words[first], self._base).is_measure
            return not is_measured and (not is_common or words[first].endswith(ADJECTIVE_ENDINGS))
        before = words[first - 1] if first else ""
        if is_common or not before:
            return False
        if self._begins(first - 1) and self._gap(first) == " ":
            sort = sort_of(before, self._base)
            return sort.is_body or sort.is_bearer  # der Verein Luftwacht
        return before in self._joints.before_name or before.startswith(self._joints.place)


def is_title_case(line: Line) -> bool:
    """Return whether nearly every long word has a capital, so that capitals tell nothing."""
    long_words = [index for index, word in enumerate(line.words) if len(word) > LONG_WORD and word[0].isalpha()]
    if len(long_words) < TITLE_WORDS or line.lang.partition("-")[0] in NOUNS_CAPITALISED:
        return False
    capitals = sum(1 for index in long_words if line.text[line.starts[index]].isupper())
    return capitals >= TITLE_SHARE * len(long_words)


def _find_katakana(line: Line, taken: Sequence[tuple[int, int]]) -> list[Hit]:
    found = (match.span() for match in KATAKANA_NAME.finditer(line.folded, line.start, line.end))
    return [
        Hit("name", line.folded[start:end], start, end, DOUBTFUL if is_known(line.folded[start:end], "ja") else LIKELY)
        for start, end in found
        if not any(begin < end and start < stop for begin, stop in taken)
    ]


def _start(hit: Hit) -> int:
    return hit.start
