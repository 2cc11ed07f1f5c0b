"""What binding works on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.bind.vocabulary import Vocabulary
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import Document, Sentence


class Material(NamedTuple):
    """One document with its sentences and figures, in order of place, and the words to look for.

    `quantities` is parallel to `mentions`, whose places in it are the numbers of the figures.
    """

    document: Document
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    quantities: Sequence[Quantity]
    vocabulary: Vocabulary

    def numbers_within(self, start: int, end: int) -> range:
        """Return the numbers of the figures that begin in a stretch of the view."""
        return range(bisect_left(self.mentions, start, key=_start), bisect_left(self.mentions, end, key=_start))


def _start(mention: Mention) -> int:
    return mention.start
