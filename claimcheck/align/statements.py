"""Statements of two documents that say the opposite of the same parties: still and no longer, approved and rejected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from claimcheck.align.evidence import Kinship, is_country
from claimcheck.align.names import shared
from claimcheck.align.words import shared_words, words_of
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.interval import Interval
from claimcheck.model.rule import Rulebook
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.values import dataclass

PARTIES = 2  # that both must name, so that one relation or event is meant
WORDS = 3  # that both sentences share besides, where only one party is common

Opposition = tuple[Claim, Claim]
Days = Mapping[str, Interval[date] | None]


@dataclass(frozen=True, slots=True)
class Company:
    """What tells whether two statements are of the same thing."""

    taxonomy: Taxonomy
    kinship: Kinship
    days: Days


def oppose(statements: Mapping[str, Sequence[Claim]], days: Days, rulebook: Rulebook) -> tuple[Opposition, ...]:
    """Return the pairs of statements of two documents that cannot both be right, in order.

    Statements of documents published on different days are silent: the one may have become the other.
    """
    company = Company(Taxonomy(rulebook.concepts), Kinship(dict(rulebook.entities)), days)
    by_status: dict[str, list[Claim]] = {}
    for document in sorted(statements):
        for statement in statements[document]:
            by_status.setdefault(statement.attribute or "", []).append(statement)
    return tuple(
        (a, b)
        for one, other in _opposites(by_status, company.taxonomy)
        for a, b in product(by_status[one], by_status[other])
        if (one != other or a.document < b.document) and _are_opposed(a, b, company)
    )


def _opposites(by_status: Mapping[str, object], taxonomy: Taxonomy) -> Iterator[tuple[str, str]]:
    for one in sorted(by_status):
        yield from ((one, other) for other in sorted(by_status) if one == other or (one < other and taxonomy.contrast(one, other)))


def _are_opposed(a: Claim, b: Claim, company: Company) -> bool:
    if a.document == b.document or not _are_of_one_day(a, b, company.days):
        return False
    if a.attribute != b.attribute:
        says_opposite = Modality.DENIED not in (a.modality, b.modality) and "is_over" not in a.qualifiers + b.qualifiers
    else:
        says_opposite = {_standing(a), _standing(b)} in ({"over", "still"}, {"over", "said"}) and _is_sure(a, b)
    return says_opposite and _are_of_one_thing(a, b, company)


def _standing(statement: Claim) -> str:
    """Return whether the statement says that it still holds, is over (or was never so), or merely says it."""
    over, still = "is_over" in statement.qualifiers, "still_holds" in statement.qualifiers
    if statement.modality is Modality.DENIED:
        return "said" if over or still else "over"
    return "unsure" if over and still else "over" if over else "still" if still else "said"


def _is_sure(a: Claim, b: Claim) -> bool:
    """Return whether one says "still" where the other says "no longer", or one denies outright what the other says."""
    return "said" not in (_standing(a), _standing(b)) or Modality.DENIED in (a.modality, b.modality)


def _are_of_one_day(a: Claim, b: Claim, days: Days) -> bool:
    ours, theirs = days.get(a.document), days.get(b.document)
    return ours is None or theirs is None or ours.meets(theirs)


def _are_of_one_thing(a: Claim, b: Claim, company: Company) -> bool:
    """Return whether both name the same two parties, or one party and the same words around it."""
    ours, theirs = _parties(a), _parties(b)
    both = {company.kinship.whole(name) for name in (*company.kinship.overlap(ours, theirs), *shared(ours, theirs))}
    if len(both) >= PARTIES:
        return True
    words = shared_words(words_of(a.evidence.quote), words_of(b.evidence.quote), one_language=a.evidence.lang == b.evidence.lang)
    return bool(both) and words >= WORDS and a.attribute != b.attribute


def _parties(statement: Claim) -> tuple[str, ...]:
    """Return who is named, countries aside: they stand in every other sentence."""
    return tuple(name for name in statement.entities if not is_country(name))
