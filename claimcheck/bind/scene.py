"""A sentence with everything that was found in it, ready for binding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from claimcheck.bind.layout import Layout
from claimcheck.bind.moments import Moment
from claimcheck.bind.vocabulary import Vocabulary
from claimcheck.bind.words import Hit, Line
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import Sentence
from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with what was found in it; `start` is its place in the view, or -1 where it is not there as it is."""

    line: Line
    start: int
    concepts: tuple[Hit, ...]
    names: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence that holds figures.

    `mentions` and `quantities` are those of the sentence, in order of place, `numbers` their numbers in the document.
    `concepts` and `names` are in order of place, `roles` the concepts by role; the rank of an unknown name tells how doubtful it is.
    `nearby` are the ids of the names in the sentences beside it.
    `begin` is where the report begins behind a dateline; `moments` are the times it names, `published` the days it may have appeared on. `period` and `speaker` are what the heads of a table say for the whole cell: when, and who measured.
    """

    sentence: Sentence
    place: int
    line: Line
    layout: Layout
    numbers: tuple[int, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    concepts: tuple[Hit, ...]
    roles: Mapping[str, list[Hit]]
    names: tuple[Hit, ...]
    headings: tuple[Heading, ...]
    nearby: tuple[str, ...]
    vocabulary: Vocabulary
    begin: int = 0
    period: Interval[date] | None = None
    speaker: str | None = None
    moments: tuple[Moment, ...] = ()
    published: Interval[date] | None = None

    def hits(self, role: str) -> list[Hit]:
        """Return the concepts of one role, in order of place."""
        return self.roles.get(role, NO_HITS)

    def fits(self, hit: Hit, kind: str) -> bool:
        """Return whether the concept can be of a quantity of this kind; bare numbers pass for counts."""
        kinds = self.vocabulary.concepts[hit.id].kinds
        return not kinds or kind in kinds or (kind == "number" and "count" in kinds)


NO_HITS: list[Hit] = []
LOOSE = frozenset(["money", "count", "number", "percent", "ratio", "date", "time", "duration", "other"])  # kinds of no fixed property


def number_end(mention: Mention) -> int:
    """Return where the number itself ends; a mention may cover the noun behind it."""
    return mention.counted_from if mention.start < mention.counted_from < mention.end else mention.end


def is_attributive(mention: Mention, quantity: Quantity) -> bool:
    """Return whether a measure is but part of a word that tells of what kind a thing is: "the 13-foot wall", "nine-metre"."""
    return quantity.kind not in LOOSE and mention.surface.rpartition("-")[2].isalpha() and "-" in mention.surface


def names_of(names: Iterable[Hit]) -> tuple[str, ...]:
    """Return the ids of names, the surest first, each once."""
    return tuple(dict.fromkeys([hit.id for hit in sorted(names, key=_rank)]))


def _rank(hit: Hit) -> int:
    return hit.rank
