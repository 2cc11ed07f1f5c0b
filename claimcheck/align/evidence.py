"""What speaks for and against two groups being one fact; each function looks at one kind of evidence.

Weights are log-odds. A `Veto` names the rung of the ladder that makes the two unrelated: a contrast is no weak evidence
that other evidence could outweigh.
"""

from __future__ import annotations

from claimcheck.align.groups import Figure, Group, sharpness
from claimcheck.align.names import are_akin, are_same, shared
from claimcheck.align.own_days import are_no_rivals
from claimcheck.align.slips import ratio_of, slip_weight, swap_weight
from claimcheck.align.words import shared_words
from claimcheck.model.claim import Modality
from claimcheck.model.days import is_yearless
from claimcheck.model.rule import Entity
from claimcheck.model.source import BlockKind
from claimcheck.model.taxonomy import Taxonomy
from claimcheck.relation import Outcome, Relation
from claimcheck.values import dataclass

Weight = tuple[str, float]
MOST_CROWD = 6
INHERITED = 1.2  # an attribute taken from the heading
SAYERS = ("measurer", "media")
EQUALITY = {"equal": 1.0, "converted": 0.4}  # an exchange rate makes many amounts equal
ROUNDED = 0.7
NEAR_NUMBERS = 1.25
RATIOS = ((NEAR_NUMBERS, 1.5), (2.0, 0.6), (5.0, -0.6), (20.0, -1.6))  # how many times one figure is the other, and what it weighs
FAR = -2.3
KIND_OF_SPEAKER = 0.3  # two articles that quote "the company" need not quote one company
LONG_PAST = -1.5
OTHER_UNIT = -3.0  # days and years are told of different things
PARTY_CLASHES = {(True, True): -2.5, (True, False): -4.0, (False, True): -1.0, (False, False): -2.5}  # both known, equal figures
NAMED_BESIDE = {True: 2.0, False: 0.5}  # equal figures: whose party stands in the sentence of the other, or its heading
FOREIGN_CLASH = -1.0  # two unknown names in two languages: the one may translate the other
COUNTRY_CODE = 2
TELLING = 2.0  # sharpness of equal figures from which a noun that differs is doubted
DOUBTFUL_THING = -1.0
OTHER_THING = -2.5
OTHER_PLACE = -1.0
SMALL = 0.6  # sharpness of a figure such as 2 or 7
WORDS = (0.0, 0.5, 1.3, 1.9, 2.4)  # by the number of words that two sentences share


class Veto(Exception):
    """Two groups speak of different facts; `rung` says why."""

    def __init__(self, rung: str) -> None:
        super().__init__(rung)
        self.rung = rung


@dataclass(frozen=True, slots=True)
class Kinship:
    """Entities and what they are parts of; `aliases` are names that two documents use for one party, in the order of their letters."""

    entities: dict[str, Entity]
    aliases: frozenset[tuple[str, str]] = frozenset()

    def are_one(self, a: str, b: str) -> bool:
        """Return whether two names stand for one party, or one for a part of the other."""
        if a == b or self.whole(a) == self.whole(b):
            return True
        if a in self.entities or b in self.entities:
            return False
        return are_same(a, b) or ((a, b) if a < b else (b, a)) in self.aliases

    def whole(self, name: str) -> str:
        """Return the party that `name` belongs to in the end."""
        for _ in range(len(self.entities)):
            entity = self.entities.get(name)
            if entity is None or not entity.part_of:
                break
            name = entity.part_of
        return name

    def overlap(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `ours` that are one with any of `theirs`."""
        return tuple(name for name in ours if any(self.are_one(name, other) for other in theirs))


def weigh_attributes(a: Group, b: Group, taxonomy: Taxonomy) -> list[Weight]:
    """Weigh what the figures are said to be figures of; what only the heading says weighs less and forbids nothing."""
    if a.attribute is None or b.attribute is None:
        return []
    sure = a.is_named and b.is_named
    if a.attribute == b.attribute:
        return [(f"both give {a.attribute}", 2.5 if sure else INHERITED)]
    if taxonomy.contrast(a.attribute, b.attribute):
        if sure:
            raise Veto("other-attribute")
        return [(f"{a.attribute} against {b.attribute}", -2.0)]
    if taxonomy.are_kin(a.attribute, b.attribute):
        return [(f"{a.attribute} beside {b.attribute}", 1.5 if sure else 1.0)]
    return [(f"{a.attribute} against {b.attribute}", -1.5 if sure else -0.5)]


def weigh_counted(a: Group, b: Group, taxonomy: Taxonomy) -> list[Weight]:
    """Weigh what is counted."""
    if a.counted is None or b.counted is None:
        return []
    if a.counted == b.counted:
        return [(f"both count {a.counted}", 2.2)]
    if taxonomy.get(a.counted) is not None and taxonomy.get(b.counted) is not None:
        return _weigh_known_things(a, b, taxonomy)
    if a.language != b.language:
        return []
    if are_same(a.counted, b.counted):
        return [(f"both count {a.counted}", 2.0)]
    return [(f"{a.counted} against {b.counted}", -2.5)]


def _weigh_known_things(a: Group, b: Group, taxonomy: Taxonomy) -> list[Weight]:
    """Weigh two known things that are counted; a noun that only stands in the sentence, and an equal telling figure, leave a doubt."""
    ours, theirs = str(a.counted), str(b.counted)
    if taxonomy.are_kin(ours, theirs):
        return [(f"{ours} beside {theirs}", 1.6)]
    if not are_tellingly_equal(a, b):
        raise Veto("other-thing")
    if not (a.counts_beside and b.counts_beside):
        return [(f"{ours} against {theirs}, one of them not at the figure", DOUBTFUL_THING)]
    return [(f"{ours} against {theirs}", DOUBTFUL_THING if taxonomy.are_siblings(ours, theirs) else OTHER_THING)]


def are_tellingly_equal(a: Group, b: Group) -> bool:
    """Return whether both state one number that chance seldom makes equal."""
    return a.quantity.stated == b.quantity.stated and a.quantity.unit == b.quantity.unit and sharpness(a.quantity) >= TELLING


def weigh_parties(a: Group, b: Group, kinship: Kinship, common: frozenset[str], *, equal: bool) -> list[Weight]:
    """Weigh whom the figures are about; `common` are the names that run through both documents.

    Equal figures forgive a name that only our reading made one; different figures of different parties are no conflict.
    """
    ours, theirs = _parties(a, kinship), _parties(b, kinship)
    both = kinship.overlap(ours, theirs)
    own = tuple(name for name in ours[:3] if not kinship.overlap((name,), tuple(common)))
    other = tuple(name for name in theirs[:3] if not kinship.overlap((name,), tuple(common)))
    if own and other and is_country(own[0]) != is_country(other[0]):  # a place of one beside a party of the other is no rival
        own = tuple(name for name in own if not is_country(name))
        other = tuple(name for name in other if not is_country(name))
    if own and other:
        met = kinship.overlap(own, b.parties) or kinship.overlap(other, a.parties)
        if met:
            return [(f"both about {met[0]}", 2.0)]
        near = kinship.overlap(own, b.names) or kinship.overlap(other, a.names)
        if near:
            return [(f"{near[0]} beside the other, too", NAMED_BESIDE[equal])]
        known = own[0] in kinship.entities and other[0] in kinship.entities
        weight = PARTY_CLASHES[known, equal] if known or a.language == b.language else FOREIGN_CLASH
        return [(f"{own[0]} against {other[0]}", weight)]
    if kinship.overlap(own, tuple(name for name in (b.attribution,) if name)) or kinship.overlap(
        other, tuple(name for name in (a.attribution,) if name)
    ):
        return [(f"both speak of {(own or other)[0]}", 0.5)]  # as a party here, as the one who says it there
    if own or other:
        return [(f"only one side names {(own or other)[0]}", (-0.3 if equal else -0.8) if not both else 0.0)]
    return [(f"both about {both[0]}", 1.2)] if both else []


def are_of_two_parties(a: Group, b: Group, kinship: Kinship, common: frozenset[str]) -> bool:
    """Return whether figures that differ are of two parties, one each, and neither is named beside the other's; in one language none need be known."""
    return any(weight <= PARTY_CLASHES[False, False] for _, weight in weigh_parties(a, b, kinship, common, equal=False))


def is_country(name: str) -> bool:
    """Return whether a name is the ISO code of a country."""
    return len(name) == COUNTRY_CODE and name.isupper()


def _parties(group: Group, kinship: Kinship) -> tuple[str, ...]:
    """Return the parties of a group without those who only say or measure it."""
    others = (name for name in group.parties if name != group.attribution)
    return tuple(name for name in others if name not in kinship.entities or kinship.entities[name].kind not in SAYERS)


def weigh_company(a: Group, b: Group, kinship: Kinship, *, are_versions: bool = True) -> list[Weight]:
    """Weigh what stands around both figures: names, figures and concepts of their sentences and the sentences beside.

    A sentence and its translation share nearly all; two sentences of different articles next to nothing. Unless the texts may
    be versions of one (`are_versions`), common words only show a common topic.
    """
    names = _names_beside(a, b, kinship)
    weights = [(f"{name} in both sentences", 0.5) for name in names[:3]]
    figures = _shared_figures(a.company.figures, b.company.figures)
    weights += [("the same figures beside both", min(2.0, 0.6 * figures))] if figures else []
    near = _shared_figures(a.company.near, b.company.near)
    weights += [("the same figures in the sentences around", min(1.2, 0.3 * near))] if near else []
    words = shared_words(a.company.words, b.company.words, one_language=a.language == b.language)
    weights += [(f"{words} words of both sentences are alike", WORDS[min(words, len(WORDS) - 1 if are_versions else 1)])] if words else []
    concepts = sorted(a.company.concepts & b.company.concepts)
    weights += [(f"both sentences speak of {', '.join(concepts[:3])}", min(1.5, 0.5 * len(concepts)))] if concepts else []
    return weights


def _names_beside(a: Group, b: Group, kinship: Kinship) -> list[str]:
    """Return the names in both sentences that are not the parties of both, those of the side that has fewer: the same from either side."""
    ours, theirs = (
        [name for name in shared(one.names, other.names) if not all(kinship.overlap((name,), own.parties) for own in (a, b))]
        for one, other in ((a, b), (b, a))
    )
    return min(ours, theirs, key=len)


def _shared_figures(ours: tuple[tuple[Figure, float], ...], theirs: tuple[tuple[Figure, float], ...]) -> float:
    known = {figure for figure, _ in theirs}
    return sum(sharp for figure, sharp in ours if figure in known)


def weigh_kinds(a: Group, b: Group, taxonomy: Taxonomy) -> list[Weight]:
    """Weigh the kinds of figures of which a text holds many that differ: shares, and counts of kinds of people."""
    weights = [("shares differ for many reasons", -0.7)] if a.quantity.kind == "percent" else []
    if a.quantity.kind == "duration" and a.quantity.unit != b.quantity.unit:
        weights.append((f"one in {a.quantity.unit}s, one in {b.quantity.unit}s", OTHER_UNIT))
    if a.counted and b.counted and (taxonomy.get(a.counted) is None) != (taxonomy.get(b.counted) is None):
        weights.append((f"{a.counted} against {b.counted}", -0.8))  # a known noun is seldom meant by an unknown one
    other = a.counted and b.counted and a.counted != b.counted and taxonomy.are_kin(a.counted, b.counted)
    return [*weights, ("one counts a part of what the other counts", -2.0)] if other else weights


def weigh_loneliness(a: Group, b: Group) -> list[Weight]:
    """Weigh that each document holds but one figure of the kind, so that each can only be met by the other."""
    return [("the only figures of their kind", 0.8)] if a.company.is_only and b.company.is_only else []


def weigh_crowd(a: Group, b: Group) -> list[Weight]:
    """Weigh how many figures of one attribute a document holds: in a table of prices, most differ for good reasons."""
    crowd = min(MOST_CROWD, max(0, a.company.crowd - 1) + max(0, b.company.crowd - 1))
    return [("many figures of this kind in these documents", -0.3 * crowd)] if crowd else []


def weigh_discord(a: Group, b: Group) -> list[Weight]:
    """Weigh figures beside both that are of one attribute and differ: half restored at eleven, nearly all at six."""
    discord = any(
        ours[0] == theirs[0] and ours[1][0] == theirs[1][0] and ours[1] != theirs[1]
        for ours in a.company.beside
        for theirs in b.company.beside
    )
    return [("figures beside them differ", -1.5)] if discord else []


def weigh_qualifiers(a: Group, b: Group, taxonomy: Taxonomy, *, equal: bool) -> list[Weight]:
    """Weigh what narrows the figures: monthly or yearly, fixed or bonus; what was sought alone is another figure than what was granted."""
    if not equal and taxonomy.sets_apart(a.qualifiers, b.qualifiers):
        raise Veto("other-attribute")
    same = shared_qualifiers(a, b, taxonomy)
    unlike = {name for name in a.qualifiers ^ b.qualifiers if not any(taxonomy.are_kin(name, other) for other in same)}
    apart = sum(1 for name in unlike if not (taxonomy.stage((name,)) or taxonomy.is_earlier((name,))))  # one figure at two times
    weights = [(f"both {name}", 1.2) for name in sorted(same)[:2]]
    return [*weights, ("one side alone is qualified", -0.4 * min(apart, 2) if equal else -1.0 * min(apart, 3))] if apart > 0 else weights


def forbid_contrasts(a: Group, b: Group, taxonomy: Taxonomy) -> None:
    """Raise `Veto` where the qualifiers contrast: fixed against bonus, monthly against yearly."""
    if any(taxonomy.contrast(one, other) for one in a.qualifiers for other in b.qualifiers):
        raise Veto("other-attribute")


def shared_qualifiers(a: Group, b: Group, taxonomy: Taxonomy) -> frozenset[str]:
    """Return the qualifiers that narrow both figures: an initial payment is a fixed one."""
    return frozenset(one for one in a.qualifiers if any(taxonomy.are_kin(one, other) for other in b.qualifiers))


def weigh_scope(a: Group, b: Group, kinship: Kinship, *, equal: bool) -> list[Weight]:
    """Weigh where the figures hold; a town's figure beside one without a place is a part beside the whole."""
    if a.scope and b.scope:
        if kinship.are_one(a.scope, b.scope):
            return [(f"both in {a.scope}", 0.8)]
        if are_akin(a.scope, b.scope):
            return []
        if equal and _may_be_one_place(a, b, kinship):
            return [(f"{a.scope} beside {b.scope}", OTHER_PLACE)]
        raise Veto("other-scope")
    scope = a.scope or b.scope
    if scope is None:
        return []
    other = b if a.scope else a
    if scope.isupper() or kinship.overlap((scope,), other.parties):  # a country, which the other may take for granted
        return [(f"only one side speaks of {scope}", -0.3)]
    return [(f"only one side speaks of {scope}", -0.6 if equal else -2.0)]


def _may_be_one_place(a: Group, b: Group, kinship: Kinship) -> bool:
    """Return whether two places may be one: a country and a place that nobody listed, or names of two languages."""
    ours, theirs = str(a.scope), str(b.scope)
    are_listed = ours in kinship.entities, theirs in kinship.entities
    if all(are_listed):
        return False
    is_of_country = is_country(ours) != is_country(theirs)
    return is_of_country or (a.language != b.language and not any(are_listed))


def weigh_time(a: Group, b: Group) -> list[Weight]:
    """Weigh the periods the figures are about; one long past is not the time of a figure that names none."""
    if are_no_rivals(a, b):
        raise Veto("other-time")
    if a.period is None or b.period is None:
        if a.is_past or b.is_past:
            return [("one is of a time long past", LONG_PAST)]
        return [("only one side names a period", -0.2)] if (a.period is None) != (b.period is None) else []
    if is_yearless(a.period) != is_yearless(b.period):
        return []
    if not a.period.meets(b.period):
        raise Veto("other-time")
    if a.period == b.period:
        return [("the same period", 1.0)]
    return [("periods that overlap", 0.4)]


def weigh_measurers(a: Group, b: Group, kinship: Kinship, taxonomy: Taxonomy) -> list[Weight]:
    """Weigh who measured or said so; the organisers' count of a crowd is not that of the police."""
    if a.attribution is None or b.attribution is None:
        return []
    if taxonomy.contrast(a.attribution, b.attribution):
        raise Veto("other-measurer")
    if kinship.are_one(a.attribution, b.attribution):
        return [(f"both by {a.attribution}", KIND_OF_SPEAKER if taxonomy.get(a.attribution) else 1.0)]
    measurers = [kinship.entities.get(name) for name in (a.attribution, b.attribution)]
    if all(entity is not None and entity.kind == "measurer" for entity in measurers):
        raise Veto("other-measurer")
    return []


def weigh_lone_measurer(a: Group, b: Group, kinship: Kinship) -> list[Weight]:
    """Weigh that one side alone names a measurer: another figure may be another's."""
    known = kinship.entities.get(a.attribution or b.attribution or "")
    is_lone = (a.attribution is None) != (b.attribution is None) and known is not None and known.kind == "measurer"
    return [("only one side names who measured", -0.6)] if is_lone else []


def weigh_modality(a: Group, b: Group) -> list[Weight]:
    """Weigh how the figures are put."""
    if a.modality is b.modality:
        return []
    if Modality.DENIED in (a.modality, b.modality):
        raise Veto("other-attribute")
    return [("one planned, one not", -0.6)] if Modality.PLANNED in (a.modality, b.modality) else []


def weigh_blocks(a: Group, b: Group) -> list[Weight]:
    """Weigh the parts of the page: a reading time is about the page itself."""
    if (a.blocks == {BlockKind.META}) != (b.blocks == {BlockKind.META}):
        raise Veto("other-attribute")
    return []


def weigh_numbers(a: Group, b: Group, relation: Relation, *, alike: bool, sure: bool = False) -> list[Weight]:
    """Weigh how near the numbers are: equal sharp figures are seldom chance, far ones seldom one fact.

    Where all else in both sentences agrees (`sure`), a figure may be far off: that is what slips are.
    """
    if relation.outcome is Outcome.SAME:
        sharp = min(sharpness(a.quantity), sharpness(b.quantity))
        return [("the same number", sharp * EQUALITY.get(relation.rung, ROUNDED))]
    ratio = ratio_of(a, b)
    if relation.outcome is not Outcome.APART:
        return [("one holds the other", 0.4 if ratio is None or ratio <= 2 else 0.0 if ratio <= 5 else -1.5 if ratio <= 20 else -3.0)]
    if ratio is None:
        return [("different numbers", -0.5)]
    weight = next((weight for bound, weight in RATIOS if ratio <= bound), FAR)
    if sure:
        weight = max(weight, 0.0)
    slip = slip_weight(a.quantity, b.quantity) if alike else swap_weight(a.quantity, b.quantity)
    if slip > max(weight, 0.0):
        return [("a slip of one digit or scale", slip)]
    return [("near numbers" if weight > 0 else "different numbers", weight)]
