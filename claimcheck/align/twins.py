"""What it weighs that two figures stand for one another in sentences that tell the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.align import evidence
from claimcheck.align.groups import sharpness
from claimcheck.align.leftover import differ_in_names
from claimcheck.align.score import PRIOR, Meeting, Scored
from claimcheck.align.tellings import Twin, twins
from claimcheck.relation import Outcome

OF_VERSIONS = 4.0  # of unrelated sentences of single-sentence texts none in a thousand has so much in common
SURELY_TOLD = 20.5  # log-odds, some five words: "X has 58 seats" is said twice by two reporters at two times
OF_ARTICLES = 2.0  # of the figures left over in like sentences of two articles on one story three in five are of one fact
TELLING = 1.9  # sharpness of a figure that is seldom met by chance
REASON = "the sentences tell the same"


def weigh_twins(found: Sequence[Scored], meeting: Meeting) -> list[Scored]:
    """Return the scored pairs of two documents, those that stand for one another in like sentences with the more weight.

    In versions of one text pairs come back which a veto had kept out: equal figures in any case, different ones unless what
    is said of them contrasts.
    """
    paired = {(twin.a.first.id, twin.b.first.id): twin for twin in twins(meeting) if _may_be_one(twin, meeting)}
    if not paired:
        return list(found)
    weighed = []
    for pair in found:
        twin = paired.pop((pair.a.first.id, pair.b.first.id), None)
        weighed.append(pair if twin is None else _weighed(pair, twin, meeting))
    kept_out = [twin for twin in paired.values() if _is_kept_out_by_reading(twin, meeting)]
    return [*weighed, *(_weighed(_bare(twin, meeting), twin, meeting) for twin in kept_out if meeting.are_versions or _is_telling(twin))]


def _is_telling(twin: Twin) -> bool:
    """Return whether both give one figure that is seldom met by chance: in like sentences of two articles nearly all such are one fact."""
    return twin.relation.rung == "equal" and min(sharpness(twin.a.quantity), sharpness(twin.b.quantity)) >= TELLING


def _may_be_one(twin: Twin, meeting: Meeting) -> bool:
    """Return whether nobody is named in one sentence alone, or the figures are equal: "Renault sold 12" is no version of "BMW sold 13"."""
    return twin.relation.outcome is Outcome.SAME or not differ_in_names(twin.a, twin.b, meeting.kinship)


def _is_kept_out_by_reading(twin: Twin, meeting: Meeting) -> bool:
    """Return whether no contrast of words keeps the two apart: the dead of one headline are not the injured of its twin."""
    if twin.relation.outcome is Outcome.SAME:
        return True
    a, b, taxonomy = twin.a, twin.b, meeting.taxonomy
    try:
        evidence.weigh_attributes(a, b, taxonomy)
        evidence.weigh_counted(a, b, taxonomy)
        evidence.weigh_qualifiers(a, b, taxonomy, equal=False)
        evidence.forbid_contrasts(a, b, taxonomy)
        evidence.weigh_time(a, b)
        evidence.weigh_modality(a, b)
        evidence.weigh_measurers(a, b, meeting.kinship, taxonomy)
        if all(scope in meeting.kinship.entities or taxonomy.get(scope or "") for scope in (a.scope, b.scope)):
            evidence.weigh_scope(a, b, meeting.kinship, equal=False)
    except evidence.Veto:
        return False
    return True


def _weighed(pair: Scored, twin: Twin, meeting: Meeting) -> Scored:
    weight = OF_VERSIONS if meeting.are_versions else OF_ARTICLES
    return replace(
        pair,
        weights=((REASON, weight), *pair.weights),
        is_alike=True,
        has_reason=pair.has_reason or meeting.are_versions,
        is_one_telling=pair.is_one_telling or (meeting.are_versions and twin.common.told >= SURELY_TOLD),
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
