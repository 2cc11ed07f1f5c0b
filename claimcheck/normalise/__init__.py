"""Mentions become quantities: what a figure means, in the base unit of its dimension."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import Document, Sentence
from claimcheck.normalise.currencies import with_local_money
from claimcheck.normalise.neighbours import with_neighbours_unit
from claimcheck.normalise.quantities import quantity_of

__all__ = ["normalise"]


def normalise(document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Quantity, ...]:
    """Return the quantity of every mention, in their order; further readings stand in its `others`."""
    local = with_local_money(mentions, document, sentences)
    return tuple(_quantity(mention) for mention in with_neighbours_unit(local, document, sentences))


def _quantity(mention: Mention) -> Quantity:
    first, *others = (quantity_of(reading) for reading in mention.readings)
    return replace(first, others=tuple(others)) if others else first
