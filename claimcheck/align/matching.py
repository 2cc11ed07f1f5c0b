"""Which groups of two documents speak of one fact: the best partners first, rivals kept apart.

A pair of documents is looked at by itself, so that what a third source says never changes what is said of these two.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from claimcheck.align.aliases import aliases_of
from claimcheck.align.candidates import candidates
from claimcheck.align.conversions import follow_conversions
from claimcheck.align.evidence import are_of_two_parties
from claimcheck.align.groups import comparable, sharpness
from claimcheck.align.remembered import Scorer
from claimcheck.align.rivalry import is_likely_rival
from claimcheck.align.score import ONE_STORY, Meeting, Scored, are_tied, score_above
from claimcheck.align.scorecard import look_again
from claimcheck.align.slips import ratio_of, slip_weight, swap_weight
from claimcheck.align.traits import traits_of
from claimcheck.align.twins import weigh_twins
from claimcheck.relation import Outcome, relate_at

EQUAL_ENOUGH = -0.6  # log-odds above which equal figures are one fact
EQUAL_IN_ONE_STORY = -2.2  # the same in documents that surely tell one story: chance is rare there
ROUNDED = {"rounding": 0.8, "coarse-rounding": 2.0, "converted": 0.0}  # the same where the numbers only round to one another
ROUGH = 1.2  # sharpness of a figure of one digit: 3 % is what 2.5, 2.8 and 3.4 % of other things round to
ROUNDED_ROUGHLY = 2.2
APART_ENOUGH = 1.6  # the same for figures that differ: precision of contradictions comes before recall
CHANGING_ENOUGH = 0.0  # the same for what is known to change or where one holds the other: neither harms anybody
LEAST = -5.0  # log-odds up to which different figures are no rivals of any: the scorecard makes nothing of them
LIKELY_EQUAL = 0.4  # log-odds by the scorecard (p = 0.6) from which equal figures are of one fact
DENIED_EQUAL = -1.0  # log-odds by the scorecard under which even clear evidence of equal figures is not believed
LIKELY = 1.5  # log-odds by the scorecard (p = 0.82) from which different figures are of one fact
LIKELY_CHANGED = -0.4  # the same for what is known to change (p = 0.4: an update harms nobody)
LIKELY_SLIP = -0.5  # the same for a figure and itself with digits swapped or the point moved: chance seldom makes such a pair
DENIED = -0.7  # log-odds by the scorecard under which even clear evidence of two figures is not believed
DENIED_HARMLESS = -1.5
SURE_SWAP = 2.0  # of three digits or more (slips.swap_weight)
SURE_SCALE = 0.8  # of two digits or more (slips.slip_weight)
TENFOLD = 9.5
THOUSANDFOLD = 1100  # a million for a billion
WITHOUT_REASON = 2.5  # where nothing says what both are figures of, everything else must be alike
DAY_APART_ENOUGH = 2.0  # days and hours of one kind of event are many
BY_CHANCE = ("converted", "coarse-rounding")
CLEARLY = 1.0  # how much better a different figure must fit than one that is equal by chance
TAKEN = 2.5  # how much better off a figure is with an equal partner


def match(meeting: Meeting, scorer: Scorer | None = None) -> tuple[Scored, ...]:
    """Return the pairs of groups held to be one fact: equal ones first, then best first, conversions last; `scorer` knows earlier scores."""
    found = _second_look(scored_pairs(meeting, scorer), meeting)
    scored = [pair for pair in found if pair.score > EQUAL_IN_ONE_STORY]
    scored.sort(key=lambda pair: (not pair.is_equal, -pair.score, pair.a.first.id, pair.b.first.id))
    partners: dict[str, list[Scored]] = {}
    accepted = []
    for pair in scored:
        ends = (pair.a.first.id, pair.b.first.id)
        rivals = [rival for end in ends for rival in partners.get(end, [])]
        if _is_equal_fact(pair, rivals) if pair.is_equal else _is_other_figure(pair, rivals, meeting):
            accepted.append(pair)
            for end in ends:
                partners.setdefault(end, []).append(pair)
    return (*accepted, *follow_conversions(accepted, meeting))


def scored_pairs(meeting: Meeting, scorer: Scorer | None = None) -> list[Scored]:
    """Return every pair of groups that no contrast forbids, with its evidence."""
    found = _candidates(meeting, scorer)
    aliases = aliases_of(found, meeting.kinship)
    if aliases:
        found = _candidates(replace(meeting, kinship=replace(meeting.kinship, aliases=aliases)), scorer)
    if scorer is not None:
        scorer.keep()
    return weigh_twins(found, meeting)


def _second_look(found: list[Scored], meeting: Meeting) -> list[Scored]:
    """Return the pairs with what their traits among all pairs tell; versions of one text, and exchange rates, need no more."""
    if meeting.are_versions:
        return found
    return [pair if pair.relation.rung == "converted" else look_again(pair, traits) for pair, traits in traits_of(found, meeting)]


def _is_equal_fact(pair: Scored, rivals: list[Scored]) -> bool:
    """Return whether equal figures are one fact: none has a much better equal partner."""
    is_likely = pair.first_score is not None and pair.score > LIKELY_EQUAL
    return (is_likely or _is_equal_by_itself(pair)) and all(pair.score > rival.score - TAKEN for rival in rivals)


def _is_equal_by_itself(pair: Scored) -> bool:
    """Return whether the evidence of both figures is enough, and what else the articles hold does not speak against them."""
    own = pair.score if pair.first_score is None else pair.first_score
    if pair.first_score is not None and pair.score < DENIED_EQUAL:
        return False
    enough = EQUAL_IN_ONE_STORY if pair.affinity >= ONE_STORY else EQUAL_ENOUGH
    enough = ROUNDED.get(pair.relation.rung, enough)
    if pair.relation.rung == "rounding" and min(sharpness(pair.a.quantity), sharpness(pair.b.quantity)) < ROUGH:
        enough = ROUNDED_ROUGHLY
    return own > enough


def _is_other_figure(pair: Scored, rivals: list[Scored], meeting: Meeting) -> bool:
    """Return whether different figures are one fact: there is a reason, and no better partner for either.

    A figure that has found its equal contradicts nobody else in that document. A figure without one contradicts its best
    partner, and those that agree with that partner.
    """
    if (
        _is_of_two_stories(pair, meeting)
        or _is_of_two_parties(pair, meeting)
        or not (_is_clear_by_itself(pair) or _is_clear_among_all(pair))
    ):
        return False
    if pair.relation.outcome is not Outcome.APART:
        return True
    if not (pair.changes or meeting.are_versions or is_likely_rival(pair.a, pair.b, meeting.taxonomy)):
        return False
    return not _reads_as_same(pair) and all(
        _outdoes(pair, rival) or _is_of_other_time(pair, rival, meeting) if rival.is_equal else _goes_along(pair, rival) for rival in rivals
    )


def _is_clear_by_itself(pair: Scored) -> bool:
    """Return whether the evidence of both figures is enough, and what else the articles hold does not speak against them."""
    own = pair.score if pair.first_score is None else pair.first_score
    is_harmless = pair.changes or pair.relation.outcome is not Outcome.APART
    if pair.first_score is not None and pair.score < (DENIED_HARMLESS if is_harmless else DENIED):
        return False
    return own > (_enough(pair) if pair.has_reason else WITHOUT_REASON)


def _is_clear_among_all(pair: Scored) -> bool:
    """Return whether the scorecard makes one fact of two figures likely enough for what would be said of them."""
    if pair.first_score is None or pair.relation.outcome is not Outcome.APART:
        return False
    if pair.changes:
        return pair.score > LIKELY_CHANGED
    is_slip = swap_weight(pair.a.quantity, pair.b.quantity) >= SURE_SWAP or _is_of_other_scale(pair)
    return pair.score > (LIKELY_SLIP if is_slip else LIKELY)


def _is_of_two_stories(pair: Scored, meeting: Meeting) -> bool:
    """Return whether nothing but the kind of figure ties the two: articles on other things also hold a contract of years."""
    return not (pair.affinity >= ONE_STORY or pair.changes or pair.is_alike or are_tied(pair.a, pair.b, meeting.kinship))


def _is_of_two_parties(pair: Scored, meeting: Meeting) -> bool:
    """Return whether what changes is told of two known parties: "Renault sold 12" and "BMW sold 13", else word for word alike."""
    return pair.changes and are_of_two_parties(pair.a, pair.b, meeting.kinship, meeting.common)


def _enough(pair: Scored) -> float:
    """Return the score from which different figures are held to be of one fact."""
    if pair.a.quantity.kind in ("date", "time"):
        return DAY_APART_ENOUGH
    return CHANGING_ENOUGH if pair.changes or pair.relation.outcome is not Outcome.APART else APART_ENOUGH


def _is_of_other_scale(pair: Scored) -> bool:
    """Return whether the figures are of the same digits, a tenfold to a thousandfold apart: 12 is no slip for 120,000."""
    ratio = ratio_of(pair.a, pair.b)
    return ratio is not None and TENFOLD <= ratio <= THOUSANDFOLD and slip_weight(pair.a.quantity, pair.b.quantity) >= SURE_SCALE


def _outdoes(pair: Scored, rival: Scored) -> bool:
    """Return whether a different figure is a better partner than an equal one elsewhere in the article.

    So it is where alike sentences tie the two, or where the other is equal only by rounding or an exchange rate.
    """
    if rival.relation.rung in BY_CHANCE and pair.score > rival.score + CLEARLY:
        return True
    return pair.is_alike and not rival.is_alike and pair.score > rival.score


def _is_of_other_time(pair: Scored, rival: Scored, meeting: Meeting) -> bool:
    """Return whether one document tells of two times of what moves: the equal figure is its earlier value, or the later."""
    ours, theirs = (pair.a, rival.a) if pair.b is rival.b else (pair.b, rival.b)
    if ours is theirs or not pair.changes:
        return False
    is_earlier = [meeting.taxonomy.is_earlier(group.qualifiers) for group in (ours, theirs)]
    are_dated_apart = bool(ours.as_of and theirs.as_of and not ours.as_of.meets(theirs.as_of))
    return is_earlier[0] != is_earlier[1] or are_dated_apart


def _reads_as_same(pair: Scored) -> bool:
    """Return whether another reading of either figure makes the two equal: then nothing certain can be said."""
    ours, theirs = pair.a.quantity, pair.b.quantity
    readings = [(one, other) for one in (ours, *ours.others) for other in (theirs, *theirs.others)][1:]
    found = (relate_at(one, other, None) for one, other in readings if comparable(one) == comparable(other))
    return any(relation is not None and relation.outcome is Outcome.SAME for relation in found)


def _goes_along(pair: Scored, rival: Scored) -> bool:
    """Return whether the two figures that both meet a third agree with each other: 100 million pounds, 117 million euros."""
    ours, theirs = (pair.a, rival.a) if pair.b is rival.b else (pair.b, rival.b)
    if ours is theirs:
        return True
    relation = relate_at(ours.quantity, theirs.quantity, None)
    return relation is not None and relation.outcome is Outcome.SAME


def _candidates(meeting: Meeting, scorer: Scorer | None) -> list[Scored]:
    """Return every pair of groups that could be compared, with its score."""
    look = partial(score_above, least=LEAST) if scorer is None else partial(scorer.score, least=LEAST)
    pairs = candidates(meeting.ours.groups, meeting.theirs.groups, meeting.taxonomy)
    return [pair for pair in (look(a, b, meeting) for a, b in pairs) if pair is not None]
