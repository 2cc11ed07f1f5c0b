"""The figure left over: of two sentences that share their other figures, the one figure of its kind on each side.

"52 dead, 120 hurt, 3 missing" and "52 morts, 120 blessés, 13 disparus" say the same thing but for one figure, whatever the
words around it. It is how a slip in a translation or a copied table is told from a figure of something else.
"""

from __future__ import annotations

from claimcheck.align.around import common
from claimcheck.align.evidence import Kinship, Weight
from claimcheck.align.groups import Figure, Group, figure_of, sharpness
from claimcheck.align.names import shared
from claimcheck.align.words import shared_words

LEFT_OVER = 2.0
TELLING = 1.4  # the sharpness of a shared figure: "2" is in every other sentence
SHARP = 2.4  # of both figures together: in a long text "two parts" is no slip for "17"
ONE_TEXT = 0.17  # what two sentences have in common from which one is a version of the other (around.Common.sentences)
ENOUGH_TOLD = 8.5  # and in log-odds, some two words
BARE = 2.0  # sharpness below which a bare number is not held against a count of something
BONDS = 2  # names and words that two one-sentence texts must share where they share no figure


def weigh_leftover(a: Group, b: Group, kinship: Kinship, *, are_versions: bool, are_long: bool) -> list[Weight]:
    """Weigh that two different figures are all that their sentences differ in.

    `are_versions` tells of texts of a sentence or two, and of a text and its translation, which are `are_long`.
    """
    ours, theirs = {figure for figure, _ in a.company.figures}, {figure for figure, _ in b.company.figures}
    if (
        _has_rival(figure_of(a.quantity), ours - theirs)
        or _has_rival(figure_of(b.quantity), theirs - ours)
        or differ_in_names(a, b, kinship)
        or not may_be_slip(a, b, are_long=are_long)
    ):
        return []
    both = shared_figures(a, b)
    words = shared_words(a.company.words, b.company.words, one_language=a.language == b.language)
    bonds = max(len(shared(a.names, b.names)), words)  # a name is among the words, too
    if len(both) > 1 or (are_versions and (bonds >= BONDS or (both and bonds) or _tell_the_same(a, b))):
        return [("all else in both sentences agrees", LEFT_OVER)]
    return []


def _tell_the_same(a: Group, b: Group) -> bool:
    both = common(a.company.around, b.company.around)
    return both.sentences >= ONE_TEXT and both.told >= ENOUGH_TOLD


def may_be_slip(a: Group, b: Group, *, are_long: bool) -> bool:
    """Return whether two figures left over may be meant for one another: in a long text "two parts" is no slip for "17"."""
    if "degree" in (a.quantity.unit, b.quantity.unit):  # of which scale, nobody says
        return False
    sharp = sharpness(a.quantity), sharpness(b.quantity)
    if (a.counted is None) != (b.counted is None) and min(sharp) < BARE:  # "as young as 11" beside "five children"
        return False
    return not are_long or sum(sharp) >= SHARP


def shared_figures(a: Group, b: Group) -> set[Figure]:
    """Return the telling figures that stand beside both."""
    return {figure for figure, sharp in a.company.figures if sharp >= TELLING} & {figure for figure, _ in b.company.figures}


def differ_in_names(a: Group, b: Group, kinship: Kinship) -> bool:
    """Return whether each sentence names somebody whom the other does not: Forsa here, YouGov there.

    Across languages only known names tell: the others may be one, translated.
    """
    ours, theirs = set(a.names) - set(shared(a.names, b.names)), set(b.names) - set(shared(b.names, a.names))
    if a.language != b.language:
        ours, theirs = ours & kinship.entities.keys(), theirs & kinship.entities.keys()
    return bool(ours and theirs)


def _has_rival(own: Figure, others: set[Figure]) -> bool:
    """Return whether another figure of the kind is left over beside it."""
    return any(other[0] == own[0] for other in others)
