"""Where names begin: behind what only opens a sentence, and behind what tells of what kind a name is."""

from __future__ import annotations

from enum import Enum

from claimcheck.bind.bodies import COMPANY, Bodies, bodies_of
from claimcheck.bind.everyday import has_words, is_known, openings_of, sort_of
from claimcheck.bind.joints import Joints, joints_of
from claimcheck.bind.names import Ending, ending_of
from claimcheck.bind.openers import is_in_another_case, looks_like_name
from claimcheck.bind.words import Line, bare

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
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")  # of German adjectives, which open sentences with a capital
OPENERS = frozenset(':.!?«"“„•¿¡')
SIGNS = frozenset("-–—|")
LONG_WORD = 3
PARTICIPLES = ("ed", "ing")
LONG_PARTICIPLE = 6
IN_NAMES = frozenset(
    [
        "united",
        "allied",
        "associated",
        "consolidated",
        "sterling",
        "boeing",
        "manfred",
        "alfred",
        "wilfred",
        "winifred",
        "beijing",
        "nanjing",
        "sacred",
        "flying",
    ]
)
SHOUTED_WORDS = 2


class Place(Enum):
    """Where in its sentence a word stands."""

    AMID = 0
    BEHIND_SIGN = 1  # a dash, or a line between cells
    FIRST = 2


class Openings:
    """A line and where in it names may begin; tells which words there only open a sentence or say what the name is of.

    `capitalised` are the words that the document writes with a capital in mid-sentence, `joined` pairs of words that are a name
    though the second is small; `taken` are the indices of words that are no part of unknown names.
    """

    __slots__ = ("_base", "_beginning", "_bodies", "_capitalised", "_is_title", "_joined", "_joints", "_line", "_shouts", "_taken")

    def __init__(
        self, line: Line, taken: set[int], capitalised: frozenset[str], joined: frozenset[tuple[str, str]], *, is_title: bool
    ) -> None:
        self._line, self._taken = line, taken
        self._beginning: frozenset[int] = frozenset()
        self._capitalised, self._joined = capitalised, joined
        self._bodies: Bodies = bodies_of(line.lang)
        self._joints: Joints = joints_of(line.lang)
        self._base = line.lang.partition("-")[0]
        self._shouts = len(line.words) > SHOUTED_WORDS and self._base not in UNCASED and line.text[line.start : line.end].isupper()
        self._is_title = is_title or self._shouts

    def _skip_opening(self, first: int, last: int) -> int:
        """Return where the name begins once a capital that only opens a sentence is left out."""
        place = self._place(first)
        if place is Place.AMID or self._is_title or self._base in UNCASED:
            return first
        while first <= last and self._is_opening(first):
            first = self._next(first, last)
            place = self._place(first) if first <= last else Place.AMID
        if place is Place.AMID or self._is_distinctive(first) or self._has_suffix(first) or self._is_joined(first):
            return first
        if place is Place.BEHIND_SIGN and not is_known(self._line.words[first], self._base):
            return first
        if first == last and self._is_headword(first):
            return first
        return first if self._stands(first, last) else self._next(first, last)

    def _stands(self, first: int, last: int) -> bool:
        """Return whether a word that opens a sentence is a name, or belongs to the one behind it."""
        line, is_open = self._line, self._base not in NOUNS_CAPITALISED
        if is_open and bare(line.words[first]) in self._capitalised and not self._is_small(first):
            return True
        if self._is_small(first):
            return False
        if last == first:
            return is_open and self._is_unheard_of(first)
        if is_open and self._only_tells(first):
            return False
        return self._begins(first + 1) or line.words[first + 1] in self._bodies.within

    def _only_tells(self, first: int) -> bool:
        """Return whether a participle before a name only tells something of it ("Parched Kalonera"), and is no part of it ("United Airlines")."""
        word = self._line.words[first]
        is_participle = self._base == "en" and len(word) >= LONG_PARTICIPLE and word.endswith(PARTICIPLES) and word not in IN_NAMES
        return is_participle and self._begins(first + 1) and bare(word) not in self._capitalised

    def _is_unheard_of(self, index: int) -> bool:
        """Return whether a word alone at the beginning of a sentence means nothing, and looks or is used like a name."""
        words = self._line.words
        if not has_words(self._base) or is_known(words[index], self._base) or index + 1 >= len(words) or self._gap(index + 1) != " ":
            return False
        if ending_of(self._base) is Ending.INFLECTED and is_in_another_case(bare(words[index]), self._capitalised):
            return True
        return looks_like_name(words[index], words[index + 1], self._base)

    def _is_headword(self, index: int) -> bool:
        """Return whether a word before a colon opens a headline and means nothing, as the name of a place does ("Halmen : …")."""
        text, end = self._line.text, self._line.ends[index]
        is_head = not index and text[end : end + 3].lstrip("\u00a0\u202f ")[:1] == ":"
        return is_head and has_words(self._base) and not is_known(self._line.words[index], self._base)

    def _next(self, first: int, last: int) -> int:
        """Return where a name may begin behind the word at `first`."""
        first += 1
        while first <= last and not self._begins(first):
            first += 1
        return first

    def _is_opening(self, index: int) -> bool:
        """Return whether a word only opens a sentence or stands before a headline, as "Through" or "LIVE" do."""
        words, openings = self._line.words, openings_of(self._base)
        if words[index] not in openings or self._is_joined(index) or self._has_suffix(index):
            return False
        is_acronym = self._is_distinctive(index) and len(words[index]) <= LONG_WORD  # WHO, IT
        if not is_acronym:
            return True
        return index + 1 < len(words) and words[index + 1] in openings and self._is_distinctive(index + 1)

    def _skip_kinds(self, first: int, last: int) -> int:
        """Return where the name begins once what it is ("Chemiekonzern", "Başkent", "Lawyer") is left out; what is behind must be one.

        Words amid a sentence have a capital of their own, unless all nouns or all words of the line have one.
        """
        if first == last:
            return first
        words = self._line.words
        among_nouns = self._base in NOUNS_CAPITALISED
        is_free = among_nouns or self._is_title or self._place(first) is not Place.AMID
        while first < last and self._begins(first + 1) and not self._is_distinctive(first) and not self._is_joined(first):
            sort = sort_of(words[first], self._base)
            is_kind = sort.is_body and is_free and not (self._is_own(first) or self._is_named_so(first))
            if not (sort.is_bearer or sort.is_nation or is_kind):
                break
            rest = [not is_known(words[index], self._base) for index in range(first + 1, last + 1) if self._begins(index)]
            is_party = sort.is_body and among_nouns and len(rest) > 1
            if not is_party and not (any(rest) if is_free and not sort.is_nation else all(rest)):
                break
            first += 1
        return first

    def _is_named_so(self, index: int) -> bool:
        """Return whether a noun is part of the names of those who measure, and where its capital tells, of parties ("Institut Corvo")."""
        word, bodies = self._line.words[index], self._bodies
        if word.startswith(bodies.institute):
            return True
        return self._base not in NOUNS_CAPITALISED and bodies.kind_of(word) not in {"", COMPANY}

    def _is_own(self, index: int) -> bool:
        """Return whether the document writes a word with a capital in mid-sentence, where that tells a name."""
        return self._base not in NOUNS_CAPITALISED and bare(self._line.words[index]) in self._capitalised

    def _is_small(self, index: int) -> bool:
        """Return whether a word with a capital is but an article, preposition or the like that opens a sentence."""
        word, joints = self._line.words[index], self._joints
        if word in joints.opening or word in joints.stop or word in joints.locative or word in joints.conjunctions:
            return True
        if joints.noun_ending and word.endswith(ADJECTIVE_ENDINGS):
            return True
        return not joints.opening and len(word) <= LONG_WORD

    def _place(self, index: int) -> Place:
        """Return where a word stands: at the beginning of a sentence or quotation, behind a sign that may begin one, or amid it."""
        if not index:
            return Place.FIRST
        gap = self._gap(index)
        if gap == " ":
            return Place.AMID
        if gap == ". ":  # initials, but "2.61 mln. Through …"
            ends = index > 1 and self._line.words[index - 2][0].isdigit() and self._line.text[self._line.starts[index - 1]].islower()
            return Place.FIRST if ends else Place.AMID
        if not OPENERS.isdisjoint(gap):
            return Place.FIRST
        return Place.BEHIND_SIGN if " " in gap and not SIGNS.isdisjoint(gap) else Place.AMID

    def _gap(self, index: int) -> str:
        return self._line.text[self._line.ends[index - 1] : self._line.starts[index]]

    def _begins(self, index: int) -> bool:
        """Return whether a name may begin (or go on) with the word at `index`."""
        return index in self._beginning

    def _is_joined(self, index: int) -> bool:
        """Return whether the word at `index` and the small one behind it are a name in this document."""
        words = self._line.words
        return words[index : index + 2] in self._joined and index + 1 not in self._taken

    def _has_suffix(self, index: int) -> bool:
        """Return whether an ending follows behind an apostrophe, as only names have it ("Foxconn's", "Paiporta'da")."""
        end = self._line.ends[index]
        is_ending = self._line.text[end : end + 1] in APOSTROPHES and self._line.text[end + 1 : end + 2].islower()
        return is_ending and end - self._line.starts[index] > LONG_WORD and self._base not in ELIDING

    def _is_distinctive(self, index: int) -> bool:
        """Return whether a word has capitals inside, letters beside digits, or is an acronym."""
        letters = self._line.surface(index)[1:]
        return not self._shouts and not letters.islower() and (letters != letters.lower() or any(letter.isdigit() for letter in letters))
