"""How two figures stand to one another among all that two articles hold: what the scorecards weigh.

A pair is looked at a second time when all pairs are known: whether another figure fits either of them better, whether one
of them has met its equal, and how many of the kind there are.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.align.around import Common, common
from claimcheck.align.evidence import shared_qualifiers
from claimcheck.align.groups import Group, sharpness, step_of
from claimcheck.align.score import SAID_OF_TWO, Meeting, Scored, are_tied
from claimcheck.align.slips import ratio_of, slip_weight, swap_weight
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.relation import Outcome
from claimcheck.values import dataclass

Traits = Mapping[str, float]
NO_RIVAL = -9.0
WORTH_A_LOOK = -3.0  # log-odds by their own evidence up to which different figures are never of one fact
ROUNDED = ("rounding", "coarse-rounding")
LEAD = 2  # sentences that open an article
KINDS = ("percent", "money", "count", "duration", "date", "time")


@dataclass(frozen=True, slots=True)
class _Rival:
    other: str
    score: float
    words: float
    is_equal: bool


def traits_of(found: Sequence[Scored], meeting: Meeting) -> Iterator[tuple[Scored, Traits]]:
    """Yield the pairs that may be of one fact with their traits, in the order of `found`."""
    words = {_ends(pair): common(pair.a.company.around, pair.b.company.around) for pair in found}
    rivals: dict[str, list[_Rival]] = defaultdict(list)
    for pair in found:
        ours, theirs = _ends(pair)
        shared = words[ours, theirs].words
        rivals[f"a{ours}"].append(_Rival(theirs, pair.score, shared, pair.is_equal))
        rivals[f"b{theirs}"].append(_Rival(ours, pair.score, shared, pair.is_equal))
    for pair in found:
        if pair.is_equal or pair.score > WORTH_A_LOOK:
            ours, theirs = _ends(pair)
            beside = [one for one in rivals[f"a{ours}"] if one.other != theirs], [one for one in rivals[f"b{theirs}"] if one.other != ours]
            yield (
                pair,
                {
                    **_among(pair, beside, words[ours, theirs].words),
                    **_of_words(words[ours, theirs]),
                    **_of_figures(pair, meeting),
                    **_of_numbers(pair),
                },
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
        "counted": _counted(a, b, meeting.taxonomy),
        "lead": float((min(a.places) <= LEAD) + (min(b.places) <= LEAD)),
        "only_ones": float(a.company.is_only and b.company.is_only),
        "tied": float(are_tied(a, b, meeting.kinship)),
        "alike": float(pair.is_alike),
        **{f"is_{kind}": float(kind in (a.quantity.kind, b.quantity.kind)) for kind in KINDS},
    }


def _of_numbers(pair: Scored) -> dict[str, float]:
    sharp = sorted((sharpness(pair.a.quantity), sharpness(pair.b.quantity)))
    return {
        "apart": float(pair.relation.outcome is Outcome.APART),
        "roundness": _roundness(pair),
        "sharp_least": sharp[0],
        "sharp_most": sharp[1],
        "said_of_two": float(any(name == SAID_OF_TWO for name, _ in pair.weights)),
    }


def _roundness(pair: Scored) -> float:
    """Return how far two figures agree by rounding alone: 0 where they need none, 1 by digits, 2 by words such as "some 40,000".

    Rates are given to the digit: 3 for those, 4 where the rounder stands beside finer ones, as 4 does in "from 4 % to 3.75 %".
    """
    if pair.relation.rung not in ROUNDED:
        return 0.0
    if pair.a.quantity.kind != "percent":
        return 1.0 + (pair.relation.rung == "coarse-rounding")
    coarser = max(pair.a, pair.b, key=lambda group: step_of(group.quantity))
    return 3.0 + (coarser.company.finest is not None and coarser.company.finest < step_of(coarser.quantity))


def _attribute(a: Group, b: Group) -> float:
    """Return 3 for one attribute named in both sentences, 2 for one from a heading, 1 where neither, 0 where one has any, -1 for two."""
    if a.attribute is None or b.attribute is None:
        return float(a.attribute is None and b.attribute is None)
    if a.attribute != b.attribute:
        return -1.0
    return 3.0 if a.is_named and b.is_named else 2.0


def _counted(a: Group, b: Group, taxonomy: Taxonomy) -> float:
    """Return 2 where both count one thing, 1 for a kind of it, -1 for two, -2 for two known ones, 0 where either counts nothing."""
    if a.counted is None or b.counted is None:
        return 0.0
    if a.counted == b.counted:
        return 2.0
    if not (taxonomy.get(a.counted) and taxonomy.get(b.counted)):
        return -1.0
    return 1.0 if taxonomy.are_kin(a.counted, b.counted) else -2.0
