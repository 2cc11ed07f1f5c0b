"""Nouns that stand for a party named before: "the Bloc" for Civic Bloc, "het bedrijf" for the airline group Norvia."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.bind.bodies import COMPANY, HALF, Bodies, bodies_of
from claimcheck.bind.joints import joints_of
from claimcheck.bind.vocabulary import Vocabulary
from claimcheck.bind.words import Hit, Line

LIKELY, DOUBTFUL = 1, 2
WORDS_BEFORE = 2  # between a noun such as "group" and the name it introduces, the noun included
APART = frozenset(",;:.()")
GERMAN = "de"


class StandIns:
    """The parties that a document has named so far, by the nouns that may stand for them."""

    __slots__ = ("_named", "_vocabulary")

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._named: dict[str, list[Hit]] = {}

    def complete(self, line: Line, names: list[Hit]) -> list[Hit]:
        """Return the names of the line, in order of place, with those that nouns stand for; what the line names is remembered."""
        bodies = bodies_of(line.lang)
        kinds = bodies.kinds_of(line.words)
        if not any(kinds):
            return names
        for hit in names:
            if hit.rank < DOUBTFUL:
                self._remember(line, hit, kinds, bodies)
        places = [index for index, kind in enumerate(kinds) if kind and kind[0] != HALF] if self._named else []
        if not places:
            return names
        meant = [self._stand_in(line, index, bodies, names) for index in places]
        found = [hit for hit in meant if hit is not None]
        if not found:
            return names
        kept = [hit for hit in names if not any(hit.start < new.end and new.start < hit.end for new in found)]
        return sorted([*kept, *found], key=_start)

    def _remember(self, line: Line, hit: Hit, kinds: Sequence[str], bodies: Bodies) -> None:
        """Note a party under the nouns in its name, and under the one that introduces it."""
        if hit.role == "entity" and (self._vocabulary.is_place(hit.id) or hit.rank):
            return
        first, behind = line.count_before(hit.start), line.count_before(hit.end)
        own = kinds[first:behind]
        is_compound = hit.rank > 0 and len(own) == 1 and own[0][:1] == HALF and line.lang.startswith(GERMAN)
        if len(own) > 1 or is_compound:
            for kind in own:
                self._note(kind, hit, bodies)
        if not any(kinds[max(0, first - WORDS_BEFORE) : first]) or line.words[first - 1] in joints_of(line.lang).conjunctions:
            return
        for index in range(first - 1, max(-1, first - 1 - WORDS_BEFORE), -1):
            between = line.text[line.starts[index] : hit.start]
            if kinds[index] and APART.isdisjoint(between) and (between.islower() or line.lang.startswith(GERMAN)):
                self._note(kinds[index], hit, bodies)
                return

    def _note(self, kind: str, hit: Hit, bodies: Bodies) -> None:
        """Note a party under a noun, or the second half of one; what is a company by it is one by any other such noun, too."""
        noun = kind.removeprefix(HALF)
        for key in (noun, COMPANY) if noun != COMPANY and noun.startswith(bodies.company) else (noun,) if noun else ():
            named = self._named.setdefault(key, [])
            named[:] = [*(other for other in named if other.id != hit.id), hit]

    def _stand_in(self, line: Line, index: int, bodies: Bodies, names: Sequence[Hit]) -> Hit | None:
        """Return the party that the noun at `index` stands for, if it does."""
        start, end = line.starts[index], line.ends[index]
        kind = bodies.known[line.words[index]]
        named = self._named.get(kind, [])
        if not named or any(hit.start < end and start < hit.end and _is_more(hit, start, end) for hit in names):
            return None
        if not self._is_meant(line, index, bodies, few=len(named) == 1 or kind == COMPANY):
            return None
        if any(0 <= hit.start - end <= 1 and hit.rank < DOUBTFUL for hit in names):
            return None  # the group Norvia
        last = named[-1]
        return Hit(last.role, last.id, start, end, min(last.rank, LIKELY) if last.role == "name" else last.rank)

    def _is_meant(self, line: Line, index: int, bodies: Bodies, *, few: bool) -> bool:
        """Return whether a noun is not just any: it has a capital amid the sentence, or an article."""
        before = line.words[index - 1] if index else ""
        is_joined = index + 1 < len(line.words) and line.words[index + 1] in joints_of(line.lang).particles
        is_capital = line.text[line.starts[index]].isupper()
        if is_capital and not line.lang.startswith(GERMAN):
            return bool(index) or (few and not bodies.the)
        if is_joined or not few:
            return False
        return before in bodies.the if bodies.the else len(line.words[index]) > len(bodies.known[line.words[index]])


def _is_more(hit: Hit, start: int, end: int) -> bool:
    """Return whether a name is known, or has other words than the one from `start` to `end`."""
    return hit.role == "entity" or hit.start < start or hit.end > end


def _start(hit: Hit) -> int:
    return hit.start
