"""Figures bound to what they are about: party, attribute, counted noun, place, time, manner and speaker."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.bind.claims import Binder
from claimcheck.bind.earlier import settle_periods
from claimcheck.bind.inherit import inherit
from claimcheck.bind.material import Material
from claimcheck.bind.over_time import without_periods
from claimcheck.bind.statements import bind_statements
from claimcheck.bind.vocabulary import Vocabulary
from claimcheck.model.claim import Claim
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import Document, Sentence

__all__ = ["bind", "bind_statements"]


def bind(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    vocabulary: Vocabulary,
) -> tuple[Claim, ...]:
    """Return a claim for each mention, in order; `quantities` is parallel to `mentions`."""
    binder = Binder(Material(document, sentences, mentions, without_periods(quantities), vocabulary))
    numbers_of: dict[int, list[int]] = {}
    for number, mention in enumerate(mentions):
        numbers_of.setdefault(mention.sentence, []).append(number)
    claims = [claim for place, numbers in sorted(numbers_of.items()) for claim in binder.bind_sentence(place, tuple(numbers))]
    return settle_periods(inherit(claims, sentences, vocabulary.concepts, binder.said_before))
