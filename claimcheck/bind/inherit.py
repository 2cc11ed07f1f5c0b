"""Attributes and nouns that a figure takes over from what was said before it, where its own sentence names none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from claimcheck.bind.counted import COUNTS
from claimcheck.bind.layout import TEMPORAL
from claimcheck.model.claim import Claim
from claimcheck.model.rule import Concept
from claimcheck.model.source import BlockKind, Sentence

APART = frozenset([BlockKind.RELATED, BlockKind.META])
PART = "part"  # the vocabulary's concept for what is but a part of another figure: it is no value of what that one is of
FEWEST = 2  # sentences that a document's topic must show in
SHARE = 0.6


class Topic(NamedTuple):
    """What most figures of a dimension are of, and the sentence from which on that is so: it says nothing of figures before it."""

    attribute: str
    place: int


class Loan(NamedTuple):
    """What a figure is of and counts, and its place among those of its sentence."""

    order: int
    attribute: str | None
    counted: str | None


Lenders = dict[str, Loan]  # by dimension, the last figure of a sentence that says what it is of
ANY_COUNT = "any count"
Said = Callable[[Claim], str | None]  # what the sentence before a claim is about


def inherit(claims: Sequence[Claim], sentences: Sequence[Sentence], concepts: Mapping[str, Concept], said: Said) -> tuple[Claim, ...]:
    """Return the claims, those that say nothing of what they are of completed; `evidence.inherited` tells from where.

    The sentence before comes first, if it is of the same paragraph: its figures of this dimension, then its words; then what most of the document's
    figures of this dimension are of. Counts with a noun of their own, times, and other pages' headlines take nothing over.
    """
    near: list[Claim] = []
    before: Lenders = {}
    for place, own in groupby(claims, key=_place):
        follows = near and near[-1].evidence.place == place - 1 and sentences[place - 1].paragraph == sentences[place].paragraph
        lenders = before if follows else {}
        before = {}
        for claim in own:
            taken = (_from_paragraph(claim, lenders) or _from_words(claim, said)) if _is_bare(claim) else None
            near.append(taken or claim)
            _lend(near[-1], len(near), before, concepts)
    topics = _topics(near)
    return tuple((_from_document(claim, topics) if _is_bare(claim) else None) or claim for claim in near)


def _is_bare(claim: Claim) -> bool:
    kind = claim.quantity.kind
    if claim.attribute is not None or claim.counted is not None or PART in claim.qualifiers:
        return False
    return kind not in TEMPORAL and claim.evidence.block not in APART


def _lend(claim: Claim, order: int, lenders: Lenders, concepts: Mapping[str, Concept]) -> None:
    """Note what figures of the next sentence may take over from a claim, in place of what earlier ones lend."""
    counted = claim.counted if claim.counted in concepts else None
    if not (claim.attribute or counted):
        return
    loan = Loan(order, claim.attribute, counted)
    lenders[_dimension(claim)] = loan
    if claim.quantity.kind in COUNTS:
        lenders[ANY_COUNT] = loan


def _from_paragraph(claim: Claim, lenders: Lenders) -> Claim | None:
    keys = (_dimension(claim), ANY_COUNT) if claim.quantity.kind in COUNTS else (_dimension(claim),)
    last = max((loan for key in keys if (loan := lenders.get(key))), key=_order, default=None)
    return _completed(claim, last.attribute, last.counted, "paragraph") if last else None


def _place(claim: Claim) -> int:
    return claim.evidence.place


def _order(loan: Loan) -> int:
    return loan.order


def _from_words(claim: Claim, said: Said) -> Claim | None:
    if claim.quantity.kind in COUNTS:
        return None
    attribute = said(claim)
    return _completed(claim, attribute, None, "paragraph") if attribute else None


def _from_document(claim: Claim, topics: dict[str, Topic]) -> Claim | None:
    topic = topics.get(_dimension(claim))
    if topic is None or claim.quantity.kind in COUNTS or claim.evidence.place < topic.place:
        return None
    return _completed(claim, topic.attribute, None, "document")


def _completed(claim: Claim, attribute: str | None, counted: str | None, source: str) -> Claim:
    return replace(claim, attribute=attribute, counted=counted, evidence=replace(claim.evidence, inherited=source))


def _dimension(claim: Claim) -> str:
    """Return the dimension of a claim; all currencies are one."""
    return "money" if claim.quantity.kind == "money" else claim.quantity.dimension


def _topics(claims: Sequence[Claim]) -> dict[str, Topic]:
    """Return for each dimension the attribute that most figures of it are of, if sentences apart say so, the first ones among them.

    What only the last sentences speak of is no topic of the rest.
    """
    attributes: dict[str, Counter[str]] = {}
    places: dict[tuple[str, str], set[int]] = {}
    firsts: dict[str, Topic] = {}
    for claim in claims:
        if claim.attribute and claim.evidence.block not in APART:
            dimension = _dimension(claim)
            firsts.setdefault(dimension, Topic(claim.attribute, claim.evidence.place))
            attributes.setdefault(dimension, Counter())[claim.attribute] += 1
            places.setdefault((dimension, claim.attribute), set()).add(claim.evidence.place)
    return {
        dimension: first
        for dimension, first in firsts.items()
        if len(places[dimension, first.attribute]) >= FEWEST
        and attributes[dimension][first.attribute] >= SHARE * attributes[dimension].total()
    }
