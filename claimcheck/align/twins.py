"""What it weighs that two figures stand for one another in sentences that tell the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.align import evidence
from claimcheck.align.score import PRIOR, Meeting, Scored
from claimcheck.align.tellings import Twin, twins

OF_VERSIONS = 4.0  # of unrelated sentences of single-sentence texts none in a thousand has so much in common
OF_ARTICLES = 2.0  # of the figures left over in like sentences of two articles on one story three in five are of one fact
REASON = "the sentences tell the same"


def weigh_twins(found: Sequence[Scored], meeting: Meeting) -> list[Scored]:
    """Return the scored pairs of two documents, those that stand for one another in like sentences with the more weight.

    In versions of one text a contrast between such figures is a difference of two languages, so that pairs come back
    which a veto had kept out.
    """
    paired = {(twin.a.first.id, twin.b.first.id): twin for twin in twins(meeting)}
    if not paired:
        return list(found)
    weighed = []
    for pair in found:
        twin = paired.pop((pair.a.first.id, pair.b.first.id), None)
        weighed.append(pair if twin is None else _weighed(pair, meeting))
    if meeting.are_versions:
        weighed += [_weighed(_bare(twin, meeting), meeting) for twin in paired.values()]
    return weighed


def _weighed(pair: Scored, meeting: Meeting) -> Scored:
    weight = OF_VERSIONS if meeting.are_versions else OF_ARTICLES
    return replace(
        pair,
        weights=((REASON, weight), *pair.weights),
        is_alike=True,
        has_reason=pair.has_reason or meeting.are_versions,
        is_one_telling=pair.is_one_telling or meeting.are_versions,
    )


def _bare(twin: Twin, meeting: Meeting) -> Scored:
    """Return two figures of which only their numbers are weighed."""
    numbers = evidence.weigh_numbers(twin.a, twin.b, twin.relation, alike=True, sure=True)
    changes = meeting.taxonomy.moves(twin.a.attribute, twin.a.counted, twin.b.attribute, twin.b.counted)
    return Scored(
        twin.a,
        twin.b,
        twin.relation,
        (("before looking", PRIOR), *numbers),
        has_reason=True,
        is_alike=True,
        affinity=meeting.affinity,
        changes=changes,
    )
