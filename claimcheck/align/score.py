"""The score of two groups: all evidence added up."""

from __future__ import annotations

from datetime import date

from claimcheck.align import evidence
from claimcheck.align.evidence import Kinship, Veto, Weight
from claimcheck.align.groups import Group, sharpness
from claimcheck.align.leftover import shared_figures, weigh_leftover
from claimcheck.align.names import shared
from claimcheck.align.profile import Profile
from claimcheck.align.slips import ratio_of
from claimcheck.align.words import shared_words
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.relation import Outcome, Relation, relate_at
from claimcheck.values import dataclass

PRIOR = -2.0
FORGIVING = 2.0  # sharpness of equal figures from which a contrast is doubted
CONTRAST = -2.5
SAID_OF_TWO = "said of different things"
STORY_OF_DIFFERENT = 0.5  # one story holds many figures that differ for good reasons
PARALLEL = 1.4  # what stands around two figures alike, in log-odds, from which their sentences are versions of one
ONE_STORY = 1.0  # affinity from which two documents surely tell one story
PARTY = 0.5  # what each party of both adds to that
CLASH = -2.0
TELLING = 0.6  # the sharpness from which a figure beside two others ties them to one time
VERSION_WORDS = 4
OTHER_SPAN = 100  # times that one duration is the other
FEW = 2  # sentences with figures that a short text has at most


@dataclass(frozen=True, slots=True)
class Scored:
    """Two groups, how their numbers relate, and what speaks for one fact.

    `is_one_telling` tells that two short texts say the same but for this figure: a later bulletin would not be one.
    `first_score` is what the score was before all pairs were looked at together (scorecard.py), None where they were not.
    """

    a: Group
    b: Group
    relation: Relation
    weights: tuple[Weight, ...]
    has_reason: bool
    is_alike: bool
    affinity: float
    changes: bool
    is_one_telling: bool = False
    first_score: float | None = None

    @property
    def score(self) -> float:
        """The sum of the weights, in log-odds."""
        return sum(weight for _, weight in self.weights)

    @property
    def is_equal(self) -> bool:
        """True where the numbers agree."""
        return self.relation.outcome is Outcome.SAME


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two documents side by side; `day` is the later date of publication, if any is known; `is_echo` tells of a text and its copy."""

    ours: Profile
    theirs: Profile
    affinity: float
    taxonomy: Taxonomy
    kinship: Kinship
    day: date | None = None
    is_echo: bool = False

    @property
    def are_versions(self) -> bool:
        """True for two headlines or single sentences, and for a text and its translation: what differs there is a slip."""
        return self.is_echo or all(
            len({place for group in own.groups for place in group.places}) <= FEW for own in (self.ours, self.theirs)
        )

    @property
    def common(self) -> frozenset[str]:
        """The names that run through both documents, and so tell little about a single figure."""
        return self.ours.protagonists & self.theirs.protagonists


def score(a: Group, b: Group, meeting: Meeting) -> Scored | None:
    """Return the score of two groups of one dimension, or None where a contrast forbids it."""
    if _is_other_conversion(a, b) or _is_other_scale(a, b):
        return None
    tenths = meeting.taxonomy.is_in_tenths(a.attribute, b.attribute)
    try:
        subject = evidence.weigh_attributes(a, b, meeting.taxonomy)
        relation = relate_at(a.quantity, b.quantity, meeting.day, tenths=tenths)
        if relation is None:
            return None
        equal = relation.outcome is Outcome.SAME
        if relation.outcome is Outcome.APART and (_is_of_another(a, b, meeting) or _is_other_span(a, b)):
            return None
        contrasts = _weigh_contrasts(a, b, relation, meeting)
        subject = [*subject, *_weigh_counted(a, b, relation, meeting)]
        around = _weigh_around(a, b, meeting, equal=equal)
    except Veto:
        return None
    company = evidence.weigh_company(a, b, meeting.kinship, are_versions=equal or meeting.are_versions)
    may_be_left = relation.outcome is Outcome.APART and not any(weight < 0 for _, weight in subject)
    left_over = weigh_leftover(a, b, meeting.kinship, are_versions=meeting.are_versions, are_long=meeting.is_echo) if may_be_left else []
    is_alike = bool(left_over) or _is_alike(a, b, company)
    weights = [
        ("before looking", PRIOR),
        ("the documents tell one story", meeting.affinity if equal else meeting.affinity * STORY_OF_DIFFERENT),
        *_once(subject),
        *([] if equal else evidence.weigh_kinds(a, b, meeting.taxonomy)),
        *([] if equal else evidence.weigh_lone_measurer(a, b, meeting.kinship)),
        *contrasts,
        *around,
        *company,
        *left_over,
        *(evidence.weigh_loneliness(a, b) if is_alike and not equal else []),
        *evidence.weigh_numbers(a, b, relation, alike=is_alike, sure=bool(left_over)),
    ]
    reason = _has_reason(a, b, subject, meeting.taxonomy, is_alike=is_alike, is_left=bool(left_over))
    changes = meeting.taxonomy.moves(a.attribute, a.counted, b.attribute, b.counted)
    changes = changes or meeting.taxonomy.stage(a.qualifiers) != meeting.taxonomy.stage(b.qualifiers)
    ranked = tuple(sorted(weights, key=lambda entry: -abs(entry[1])))
    return Scored(
        a,
        b,
        relation,
        ranked,
        reason,
        is_alike,
        meeting.affinity,
        changes,
        bool(left_over and meeting.are_versions and shared_figures(a, b)),
    )


def score_above(a: Group, b: Group, meeting: Meeting, least: float) -> Scored | None:
    """Return what `score` returns; None for different figures that score no more than `least`, which are most."""
    pair = score(a, b, meeting)
    return pair if pair is not None and (pair.is_equal or pair.score > least) else None


def _is_other_conversion(a: Group, b: Group) -> bool:
    """Return whether one amount only repeats another in a currency that the other document does not use for it."""
    return a.quantity.dimension != b.quantity.dimension and bool(a.first.converts or b.first.converts)


def _is_other_scale(a: Group, b: Group) -> bool:
    """Return whether bare degrees differ: 80 degrees in one country are 27 in another."""
    return a.quantity.unit == b.quantity.unit == "degree" and a.quantity.stated != b.quantity.stated


def _is_other_span(a: Group, b: Group) -> bool:
    """Return whether durations are of other units and orders of size: 27 years are no rival of 24 hours."""
    if a.quantity.kind != "duration" or a.quantity.unit == b.quantity.unit:
        return False
    return (ratio_of(a, b) or 0) > OTHER_SPAN


def _is_alike(a: Group, b: Group, company: list[Weight]) -> bool:
    """Return whether the sentences share so much that one must be a version of the other."""
    alone = not a.company.rivals and not b.company.rivals
    parties = PARTY * len(shared(a.parties, b.parties))
    return sum(weight for _, weight in company) + parties >= (PARALLEL if alone else PARALLEL + 0.5)


def are_tied(a: Group, b: Group, kinship: Kinship) -> bool:
    """Return whether any name stands around both figures."""
    ours, theirs = a.parties + a.names, b.parties + b.names
    return bool(kinship.overlap(ours, theirs) or shared(ours, theirs))


def are_one_bulletin(a: Group, b: Group, *, are_versions: bool) -> bool:
    """Return whether both sentences share other counts that move with time, or a day; or, in versions of one text, nearly all their words.

    Then both speak of one time. A figure that stands still, such as the seats of a parliament, shows no time.
    """
    beside = {figure for figure, sharp in a.company.figures if sharp >= TELLING} & {figure for figure, _ in b.company.figures}
    series = a.company.series & b.company.series
    if any(figure in series or isinstance(figure[2], date) for figure in beside):
        return True
    return are_versions and shared_words(a.company.words, b.company.words, one_language=a.language == b.language) >= VERSION_WORDS


def _is_of_another(a: Group, b: Group, meeting: Meeting) -> bool:
    """Return whether two figures of one person or thing each, an age or a prison term, are not surely of the same one.

    Days are of an event as ages are of a person: another day of another event is no rival.
    """
    concepts = [concept for concept in map(meeting.taxonomy.get, (a.attribute, b.attribute)) if concept]
    if any(concept.personal for concept in concepts):
        return not meeting.kinship.overlap(a.parties[:1], b.parties[:1]) and not shared(a.parties[:1], b.parties[:1])
    return a.quantity.kind == "date" and a.attribute != b.attribute


def _has_reason(a: Group, b: Group, subject: list[Weight], taxonomy: Taxonomy, *, is_alike: bool, is_left: bool) -> bool:
    """Return whether something says what both are figures of: without it, different figures are just different figures.

    That is a common attribute or counted noun, or sentences so alike that one must be a version of the other.
    """
    if is_alike:
        is_said = is_left or any(weight > 0 for _, weight in subject) or bool(evidence.shared_qualifiers(a, b, taxonomy))
        return (is_said or a.quantity.kind != "percent") and not any(weight <= CLASH for _, weight in subject)
    if any(weight < 0 for _, weight in subject):
        return False
    if evidence.shared_qualifiers(a, b, taxonomy):
        return True
    if (a.attribute is None) != (b.attribute is None):
        return False
    if a.quantity.kind == "count" and a.attribute is None and (a.counted is None or b.counted is None):
        return False
    return any(weight > 1 for _, weight in subject)


def _is_telling(a: Group, b: Group, relation: Relation) -> bool:
    """Return whether both say the same figure, one that is seldom met by chance."""
    return relation.rung == "equal" and min(sharpness(a.quantity), sharpness(b.quantity)) >= FORGIVING


def _is_looked_at_again(relation: Relation, meeting: Meeting) -> bool:
    """Return whether a scorecard will weigh equal figures; an exchange rate makes too many amounts equal."""
    return relation.outcome is Outcome.SAME and relation.rung != "converted" and not meeting.are_versions


def _weigh_counted(a: Group, b: Group, relation: Relation, meeting: Meeting) -> list[Weight]:
    """Return what weighs that both count one thing; equal figures of two things are one fact in one of two labelled cases.

    A word of one language often stands for several: a German "Wagen" is a car or a coach.
    """
    try:
        return evidence.weigh_counted(a, b, meeting.taxonomy)
    except Veto:
        if not _is_looked_at_again(relation, meeting):
            raise
        return [(f"{a.counted} against {b.counted}", CONTRAST)]


def _weigh_contrasts(a: Group, b: Group, relation: Relation, meeting: Meeting) -> list[Weight]:
    """Return what may forbid the pair; raises `Veto` at a contrast.

    Where both say the same telling figure, a contrast of qualifiers, periods or parts of the page is more often our
    misreading than chance: of such pairs in labelled stories four in five were one fact. There it only weighs; of periods, with
    nine in ten, wherever equal figures are looked at again.
    """
    weights: list[Weight] = []
    is_telling = _is_telling(a, b, relation)
    try:
        evidence.forbid_contrasts(a, b, meeting.taxonomy)
    except Veto:
        if not is_telling:
            raise
        weights.append((SAID_OF_TWO, CONTRAST))
    try:
        weights += [*evidence.weigh_blocks(a, b), *evidence.weigh_time(a, b)]
    except Veto:
        if not (is_telling or _is_looked_at_again(relation, meeting)):
            raise
        weights.append((SAID_OF_TWO, CONTRAST))
    return [*weights, *evidence.weigh_modality(a, b), *evidence.weigh_measurers(a, b, meeting.kinship, meeting.taxonomy)]


def _weigh_around(a: Group, b: Group, meeting: Meeting, *, equal: bool) -> list[Weight]:
    """Return what the places, names and figures around both weigh."""
    return [
        *evidence.weigh_qualifiers(a, b, meeting.taxonomy, equal=equal),
        *evidence.weigh_scope(a, b, meeting.kinship, equal=equal),
        *evidence.weigh_parties(a, b, meeting.kinship, meeting.common, equal=equal),
        *evidence.weigh_discord(a, b),
        *([] if equal else evidence.weigh_crowd(a, b)),
    ]


def _once(subject: list[Weight]) -> list[Weight]:
    """Return attribute and counted noun as one piece of evidence where both say the same: the dead are the death toll."""
    positive = sorted((entry for entry in subject if entry[1] > 0), key=lambda entry: -entry[1])
    return [*positive[:1], *((name, 0.5) for name, _ in positive[1:]), *(entry for entry in subject if entry[1] <= 0)]
