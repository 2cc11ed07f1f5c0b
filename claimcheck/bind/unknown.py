"""Names that nobody listed: capitalised words, acronyms, Latin and katakana runs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.bind.bodies import Bodies, bodies_of
from claimcheck.bind.joints import Joints, joints_of
from claimcheck.bind.words import KATAKANA, Hit, Line, bare
from claimcheck.lexicon.language import Role
from claimcheck.lexicon.load import load_language

UNCASED = frozenset(
    [
        "am",
        "ar",
        "bn",
        "ckb",
        "fa",
        "gu",
        "he",
        "hi",
        "ja",
        "ka",
        "km",
        "kn",
        "ko",
        "lo",
        "ml",
        "mr",
        "my",
        "ne",
        "pa",
        "si",
        "ta",
        "te",
        "th",
        "ur",
        "yi",
        "yue",
        "zh",
    ]
)
NOUNS_CAPITALISED = frozenset(["de", "lb", "gsw", "nds"])
ELIDING = frozenset(["fr", "it", "ca", "oc", "ga"])  # an apostrophe there ends an article or preposition
APOSTROPHES = frozenset("'’")
KATAKANA_NAME = re.compile(rf"[{KATAKANA}]{{3,}}")
CAPITALS = "A-ZÀ-ÖØ-ÞĞİŞŁŚŻŹĆČŠŽŘĐŐŰĀĒĪŌŪΑ-ΩА-ЯЁІЇЄҐ"
# what stands before is asked behind the capital, so that the search stops at capitals alone
MID_SENTENCE = re.compile(rf"[{CAPITALS}](?<=[a-zß-öø-ÿа-яёіїєα-ωğışłśżźćčšžřđőű,][ ].)\w+")
CALENDAR = frozenset([Role.MONTH, Role.WEEKDAY])
PLURALS = ("s", "e", "n", "r", "i")
TITLE_SHARE = 0.8
TITLE_WORDS = 4
LONG_WORD = 3
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")  # of German adjectives, which open sentences with a capital
OPENERS = frozenset(':.!?«"“„•¿¡')
BETWEEN = frozenset([" ", "\u00a0", ". ", " & ", "&", "-", "·", "."])
SHOUTED_WORDS = 2
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


class _Finder:
    """One walk over the words of a line; `taken` are the indices of words that are no part of unknown names."""

    __slots__ = (
        "_base",
        "_beginning",
        "_bodies",
        "_capitalised",
        "_inside",
        "_is_title",
        "_joined",
        "_joints",
        "_line",
        "_nouns",
        "_shouts",
        "_taken",
    )

    def __init__(
        self, line: Line, taken: set[int], known: tuple[frozenset[str], frozenset[int], frozenset[tuple[str, str]]], *, is_title: bool
    ) -> None:
        self._line = line
        self._beginning: frozenset[int] = frozenset()
        self._taken = taken
        self._capitalised, self._nouns, self._joined = known
        self._bodies: Bodies = bodies_of(line.lang)
        self._inside = self._bodies.inside
        self._base = line.lang.partition("-")[0]
        self._joints: Joints = joints_of(line.lang)
        self._shouts = len(line.words) > SHOUTED_WORDS and self._base not in UNCASED and line.text[line.start : line.end].isupper()
        self._is_title = is_title or self._shouts

    def find(self, capitals: list[int]) -> list[Hit]:
        """Return the names among the words with `capitals`, in order of place."""
        hits: list[Hit] = []
        last = -1
        self._beginning = frozenset([index for index in capitals if self._may_begin(index)])
        for index in capitals:
            if index <= last or index not in self._beginning:
                continue
            last = self._grow(index)
            first, end = self._trim(self._skip_titles(self._skip_opening(index, last), last), last)
            if first <= end:
                hits.append(self._hit(first, end))
        return hits

    def _begins(self, index: int) -> bool:
        """Return whether a name may begin (or go on) with the word at `index`."""
        return index in self._beginning

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

    def _has_suffix(self, index: int) -> bool:
        """Return whether an ending follows behind an apostrophe, as only names have it ("Foxconn's", "Paiporta'da")."""
        end = self._line.ends[index]
        is_ending = self._line.text[end : end + 1] in APOSTROPHES and self._line.text[end + 1 : end + 2].islower()
        return is_ending and end - self._line.starts[index] > LONG_WORD and self._base not in ELIDING

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

    def _is_joined(self, index: int) -> bool:
        """Return whether the word at `index` and the small one behind it are a name in this document."""
        words = self._line.words
        return words[index : index + 2] in self._joined and index + 1 not in self._taken

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

    def _skip_opening(self, first: int, last: int) -> int:
        """Return where the name begins once a capital that only opens a sentence is left out."""
        if self._is_title or not self._opens(first) or self._base in UNCASED or self._is_distinctive(first):
            return first
        if self._has_suffix(first) or self._is_joined(first):
            return first
        if not self._is_small(first):
            if bare(self._line.words[first]) in self._capitalised and self._base not in NOUNS_CAPITALISED:
                return first
            if last > first and (self._begins(first + 1) or self._line.words[first + 1] in self._bodies.within):
                return first
        first += 1
        while first <= last and not self._begins(first):
            first += 1
        return first

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

    def _is_small(self, index: int) -> bool:
        """Return whether a word with a capital is but an article, preposition or the like that opens a sentence."""
        word, joints = self._line.words[index], self._joints
        if word in joints.opening or word in joints.stop or word in joints.locative or word in joints.conjunctions:
            return True
        if joints.noun_ending and word.endswith(ADJECTIVE_ENDINGS):
            return True
        return not joints.opening and len(word) <= LONG_WORD

    def _opens(self, index: int) -> bool:
        if index == 0:
            return True
        gap = self._line.text[self._line.ends[index - 1] : self._line.starts[index]]
        return gap not in {" ", ". "} and not OPENERS.isdisjoint(gap)

    def _is_distinctive(self, index: int) -> bool:
        """Return whether a word has capitals inside, letters beside digits, or is an acronym."""
        letters = self._line.surface(index)[1:]
        return not self._shouts and not letters.islower() and (letters != letters.lower() or any(letter.isdigit() for letter in letters))

    def _hit(self, first: int, last: int) -> Hit:
        words = [bare(self._line.words[index]) for index in range(first, last + 1)]
        return Hit("name", " ".join(words), self._line.starts[first], self._line.ends[last], self._rank(first, last))

    def _rank(self, first: int, last: int) -> int:
        if first == last and self._line.ends[last] - self._line.starts[first] <= 2:
            return DOUBTFUL  # AI, IA, KI
        if self._base not in NOUNS_CAPITALISED or any(self._is_distinctive(index) for index in range(first, last + 1)):
            return LIKELY if self._is_title else CERTAIN
        if any(self._line.words[index].endswith(self._joints.noun_ending) for index in range(first, last + 1)):
            return DOUBTFUL
        if last > first:
            return LIKELY
        before = self._line.words[first - 1] if first else ""
        follows = before in self._joints.before_name or before.startswith(self._joints.place)
        return LIKELY if follows else DOUBTFUL


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
        Hit("name", line.folded[start:end], start, end, LIKELY)
        for start, end in found
        if not any(begin < end and start < stop for begin, stop in taken)
    ]


def _start(hit: Hit) -> int:
    return hit.start
