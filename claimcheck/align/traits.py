"""How two figures stand to one another among all that two articles hold: what the scorecard weighs of different figures.

A pair is looked at a second time when all pairs are known: whether another figure fits either of them better, whether one
of them has met its equal, and how many of the kind there are.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.align.around import Common, common
from claimcheck.align.evidence import ratio_of, shared_qualifiers, slip_weight, swap_weight
from claimcheck.align.groups import Group
from claimcheck.align.score import Meeting, Scored, are_tied
from claimcheck.relation import Outcome

Traits = Mapping[str, float]
NO_RIVAL = -9.0
WORTH_A_LOOK = -3.0  # log-odds by their own evidence up to which different figures are never of one fact
LEAD = 2  # sentences that open an article
KINDS = ("percent", "money", "count", "duration", "date", "time")


@dataclass(frozen=True, slots=True)
class _Rival:
    other: str
    score: float
    words: float
    is_equal: bool


def traits_of(found: Sequence[Scored], meeting: Meeting) -> Iterator[tuple[Scored, Traits]]:
    """Yield the pairs of different figures that may be of one fact with their traits, in the order of `found`."""
    words = {_ends(pair): common(pair.a.company.around, pair.b.company.around) for pair in found}
    rivals: dict[str, list[_Rival]] = defaultdict(list)
    for pair in found:
        ours, theirs = _ends(pair)
        shared = words[ours, theirs].words
        rivals[f"a{ours}"].append(_Rival(theirs, pair.score, shared, pair.is_equal))
        rivals[f"b{theirs}"].append(_Rival(ours, pair.score, shared, pair.is_equal))
    for pair in found:
        if not pair.is_equal and pair.score > WORTH_A_LOOK:
            ours, theirs = _ends(pair)
            beside = [one for one in rivals[f"a{ours}"] if one.other != theirs], [one for one in rivals[f"b{theirs}"] if one.other != ours]
            yield (
                pair,
                {**_among(pair, beside, words[ours, theirs].words), **_of_words(words[ours, theirs]), **_of_figures(pair, meeting)},
            )


def _ends(pair: Scored) -> tuple[str, str]:
    return pair.a.first.id, pair.b.first.id


def _among(pair: Scored, beside: tuple[list[_Rival], list[_Rival]], words: float) -> dict[str, float]:
    both = [*beside[0], *beside[1]]
    return {
        "score": pair.score,
        "score_above_rivals": pair.score - max((one.score for one in both), default=NO_RIVAL),
        "words_above_rivals": words - max((one.words for one in both), default=0.0),
        "equal_elsewhere": float(any(one.is_equal for one in beside[0])) + float(any(one.is_equal for one in beside[1])),
        "rivals_fewest": float(min(map(len, beside))),
        "rivals_most": float(max(map(len, beside))),
    }


def _of_words(words: Common) -> dict[str, float]:
    return {
        "words": words.words,
        "words_share": words.words_share,
        "near_words": words.near,
        "near_words_share": words.near_share,
        "sentences_share": words.sentences,
    }


def _of_figures(pair: Scored, meeting: Meeting) -> dict[str, float]:
    a, b = pair.a, pair.b
    ratio = ratio_of(a, b)
    crowds = sorted((a.company.crowd, b.company.crowd))
    return {
        "log_ratio": math.log(ratio) if ratio else 0.0,
        "slip": slip_weight(a.quantity, b.quantity),
        "swap": swap_weight(a.quantity, b.quantity),
        "affinity": pair.affinity,
        "changes": float(pair.changes),
        "one_language": float(a.language == b.language),
        "crowd_least": float(crowds[0]),
        "crowd_most": float(crowds[1]),
        "sentence_rivals": float(a.company.rivals + b.company.rivals),
        "shared_qualifiers": float(bool(shared_qualifiers(a, b, meeting.taxonomy))),
        "unlike_qualifiers": float(len(a.qualifiers ^ b.qualifiers)),
        "attribute": _attribute(a, b),
        "lead": float((min(a.places) <= LEAD) + (min(b.places) <= LEAD)),
        "only_ones": float(a.company.is_only and b.company.is_only),
        "tied": float(are_tied(a, b, meeting.kinship)),
        "alike": float(pair.is_alike),
        "apart": float(pair.relation.outcome is Outcome.APART),
        **{f"is_{kind}": float(kind in (a.quantity.kind, b.quantity.kind)) for kind in KINDS},
    }


def _attribute(a: Group, b: Group) -> float:
    """Return 3 for one attribute named in both sentences, 2 for one from a heading, 1 where neither, 0 where one has any, -1 for two."""
    if a.attribute is None or b.attribute is None:
        return float(a.attribute is None and b.attribute is None)
    if a.attribute != b.attribute:
        return -1.0
    return 3.0 if a.is_named and b.is_named else 2.0
