"""Words and signs that soften a number: about, at least, almost, up to, 以上, +."""

from __future__ import annotations

import re

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Hedge
from claimcheck.scan.compound import KANA
from claimcheck.scan.scene import HANGUL, Hit, Scene, bits

_HEDGE = frozenset({Role.HEDGE})
_HEDGE_ROLE = bits(Role.HEDGE)
_SMALL_WORDS = frozenset({Role.LINK, Role.ARTICLE})
_OPENING = "(（[«“„\"'‘"
_SIGNS = {"~": Hedge.ABOUT, "≈": Hedge.ABOUT, "≃": Hedge.ABOUT, "±": Hedge.ABOUT, "∼": Hedge.ABOUT, "～": Hedge.ABOUT,
          ">": Hedge.MORE_THAN, "<": Hedge.LESS_THAN, "≥": Hedge.AT_LEAST, "≤": Hedge.AT_MOST, "≧": Hedge.AT_LEAST, "≦": Hedge.AT_MOST}  # fmt: skip
_DETERMINER = 4  # letters; "los", "les", "the", "die" stand between "more than" and the number


def hedge_before(scene: Scene, start: int) -> tuple[Hedge, int, str] | None:
    """Return the hedge before a figure that begins at `start`: which, where it begins, and its words.

    The nearest one counts: "almost at least 5" is at least 5.
    """
    place = scene.skip_back(start)
    sign = scene.at(place - 1)
    if sign in _SIGNS and sign:
        return _SIGNS[sign], place - 1, sign
    hit = _hedge_behind(scene, place)
    if hit is None and sign and sign in _OPENING:
        return None
    if hit is None:
        begin = scene.word_behind(place, _DETERMINER + 1)
        if scene.at(begin - 1) == "'":
            begin = scene.word_behind(begin - 1)
        if 0 < place - begin <= _DETERMINER and scene.spaced_before(begin):
            hit = _hedge_behind(scene, scene.skip_back(begin))
            if hit is not None and hit.term.hedge in _COMPARED and _is_known(scene, begin, place):
                return None
    if hit is None:
        return None
    return hit.term.hedge, hit.start, scene.text[hit.start : hit.end]


def _is_known(scene: Scene, begin: int, end: int) -> bool:
    """Return whether "the" makes the number a value that something is compared with: "below the 9.1% it must hold", no "the 100 mark"."""
    if scene.folded[begin:end] != "the":
        return False
    return _LANDMARK.search(scene.folded, end, min(scene.high, end + _MARK_REACH)) is None


_COMPARED = frozenset({Hedge.MORE_THAN, Hedge.LESS_THAN})
_LANDMARK = re.compile(r"\b(?:mark|threshold|level|line|barrier|milestone)\b|-(?:mark|level)")
_MARK_REACH = 40


def _hedge_behind(scene: Scene, end: int) -> Hit | None:
    if not scene.roles_behind(end) & _HEDGE_ROLE:
        return None
    for hit in scene.hits_behind(end, _HEDGE):
        if hit.term.prefix and not _parts_two(scene, hit):
            return hit
    return None


def _parts_two(scene: Scene, hit: Hit) -> bool:
    """Return whether the hedge leads from the figure before to this one: "od 17 do 20 let", "from 5 up to 7"."""
    if hit.start <= scene.opening or scene.skip_back(hit.start) != scene.low or scene.low <= scene.opening:
        return False
    return any(term.role is Role.RANGE_MIDDLE for term in scene.language.terms.get(scene.folded[hit.start : hit.end], ()))


def hedge_behind(scene: Scene, end: int) -> tuple[Hedge, int, str] | None:
    """Return the hedge behind a figure that ends at `end`: which, where it ends, and its words."""
    if scene.at(end) == "+" and not scene.at(end + 1).isalnum():
        return Hedge.AT_LEAST, end + 1, "+"
    place = scene.skip(end)
    if scene.at(place) in ",-" and scene.at(place):
        place = scene.skip(place + 1)
    if not scene.roles_ahead(place) & _HEDGE_ROLE:
        return None
    for hit in scene.hits_ahead(place, _HEDGE):
        if scene.language.spaced and scene.at(hit.end) == " " and scene.at(hit.end + 1).isdecimal():
            continue  # "40 million plus 5 in bonuses"
        if not hit.term.suffix or _opens_next(scene, hit) or _leads_from(scene, hit):
            continue
        if not (hit.term.prefix and _starts_figure(scene, hit.end)) and not _begins_word(scene, hit, end):
            return hit.term.hedge, hit.end, scene.text[hit.start : hit.end]
    return None


def _opens_next(scene: Scene, hit: Hit) -> bool:
    """Return whether the last word of the hedge begins the one of the next figure: "16 missing and more than 300 hurt"."""
    begin = scene.word_behind(hit.end)
    return begin > hit.start and any(other.term.prefix and other.end > hit.end for other in scene.hits_ahead(begin, _HEDGE))


def _leads_from(scene: Scene, hit: Hit) -> bool:
    """Return whether a word for "from" tells the old value or the origin, and no bound: "1600万台から1850万台に", "83センチから採った"."""
    if not KANA[0] <= scene.at(hit.start) <= KANA[1] or not any(
        term.role is Role.SINCE for term in scene.language.terms.get(scene.folded[hit.start : hit.end], ())
    ):
        return False
    following = scene.at(hit.end)
    return following.isdecimal() or following >= _IDEOGRAPHS


_IDEOGRAPHS = "\u4e00"


def _begins_word(scene: Scene, hit: Hit, end: int) -> bool:
    """Return whether a Korean syllable apart from the figure is the head of another word: the 여 of 여성, the 선 of 선수."""
    if hit.start == end or hit.end - hit.start > 1 or not HANGUL[0] <= scene.at(hit.start) <= HANGUL[1]:
        return False
    after = scene.at(hit.end)
    return HANGUL[0] <= after <= HANGUL[1] and after not in _PARTICLES


_PARTICLES = frozenset("을를이가은는에의과와도로")


def _starts_figure(scene: Scene, end: int) -> bool:
    """Return whether a number follows, which the hedge then belongs to."""
    place = scene.skip(end)
    return scene.at(place).isdigit() or scene.ahead(place, _NUMBERS) is not None


_NUMBERS = frozenset({Role.NUMBER, Role.SCALE, Role.VAGUE, Role.DIGIT, Role.CURRENCY})
