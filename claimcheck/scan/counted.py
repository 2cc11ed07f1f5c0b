"""The words behind a number that name what is counted."""

from __future__ import annotations

from claimcheck.lexicon.language import Role
from claimcheck.scan.scene import CJK, Scene, bits, is_letter

_STOPS = bits(
    Role.JOINER, Role.HEDGE, Role.RANGE_OPEN, Role.RANGE_MIDDLE, Role.PER, Role.PER_RATIO, Role.IN_TIME, Role.AGO, Role.UNTIL, Role.BEFORE,
    Role.SINCE, Role.AFTER, Role.ON, Role.NUMBER, Role.CURRENCY, Role.UNIT,
)  # fmt: skip
_LINK_ROLE = bits(Role.LINK)
_HEDGE_ROLE = bits(Role.HEDGE)
_LINK = frozenset({Role.LINK})
_CLASSIFIER = frozenset({Role.CLASSIFIER})
_MOST_WORDS = 4
_SHORT = 2  # letters of an article
_MOST_CHARACTERS = 10  # of a noun in a script without spaces


def find_counted(scene: Scene, end: int) -> tuple[int, int, int]:
    """Return where the words that name what is counted begin and end, and where the first noun ends.

    They stop at punctuation and at words that the lexicon knows to stand between phrases; all three are `end` where
    there are none.
    """
    if not scene.language.spaced:
        return _counted_unspaced(scene, end)
    place = scene.skip(end)
    if place == end and scene.at(place) not in "-'":
        counter = scene.ahead(end, _CLASSIFIER)  # Korean counters are glued: 3명이
        return (counter.start, counter.end, counter.end) if counter is not None else (end, end, end)
    begin, first, last = place, end, end
    if scene.at(place) == "-":
        begin = place = place + 1
    for number in range(_MOST_WORDS):
        roles = scene.roles_ahead(place)
        link = scene.ahead(place, _LINK) if roles & _LINK_ROLE else None
        if link is not None and link.end < scene.high:
            place = scene.skip(link.end)
            roles = scene.roles_ahead(place)
            if number == 0:
                begin = place
        stop = _word_end(scene, place)
        if stop == place or (roles & _STOPS and (number or stop - place < 4)) or (roles & _HEDGE_ROLE and _softens_next(scene, place)):
            break
        if first <= end or first - begin <= _SHORT:
            first = stop  # an article is no noun: "64 le persone"
        last = stop
        place = scene.skip(stop)
        if place == stop:
            break
    return (begin, last, first) if last > end else (end, end, end)


def names_period(scene: Scene, place: int) -> bool:
    """Return whether a quarter, half-year or month is named at `place`, or pointed at: "4.2 million in Q3", "27 letztes Jahr"."""
    if not scene.roles_ahead(place) & _MAY_NAME:
        return False
    pointer = scene.ahead(place, _POINTERS)
    if pointer is not None and scene.ahead(scene.skip(pointer.end), _SPANS) is not None:
        return True
    link = scene.ahead(place, _LINK)
    place = place if link is None else scene.skip(link.end)
    article = scene.ahead(place, _DEFINITE)
    return scene.ahead(place if article is None else scene.skip(article.end), _PERIODS) is not None


def _softens_next(scene: Scene, place: int) -> bool:
    """Return whether the words at `place` soften the next figure: "15 pasaban de los 90 años"."""
    hit = scene.ahead(place, _HEDGE)
    if hit is None or not hit.term.prefix:
        return False
    after = scene.skip(hit.end)
    article = scene.word_ahead(after)
    return scene.at(after).isdigit() or (0 < article - after <= _ARTICLE and scene.at(scene.skip(article)).isdigit())


_HEDGE = frozenset({Role.HEDGE})
_MAY_NAME = bits(Role.LAST, Role.NEXT, Role.THIS, Role.LINK, Role.DEFINITE, Role.QUARTER, Role.HALF_YEAR, Role.MONTH)
_DEFINITE = frozenset({Role.DEFINITE})
_POINTERS = frozenset({Role.LAST, Role.NEXT, Role.THIS})
_SPANS = frozenset({Role.UNIT, Role.YEAR_WORD, Role.MONTH_WORD, Role.ON})
_PERIODS = frozenset({Role.QUARTER, Role.HALF_YEAR, Role.MONTH})
_ARTICLE = 3  # letters


def _word_end(scene: Scene, place: int) -> int:
    """Return the end of the word at `place`; hyphens and apostrophes inside belong to it."""
    end = scene.word_ahead(place)
    if end == place:
        return place
    folded, high = scene.folded, scene.high
    while end + 1 < high and folded[end] in "-'" and is_letter(folded[end + 1]):
        end = scene.word_ahead(end + 1)
    return end


def _counted_unspaced(scene: Scene, end: int) -> tuple[int, int, int]:
    place = scene.skip(end, 1)
    classifier = scene.ahead(place, _CLASSIFIER)
    if classifier is not None:
        place = classifier.end
    stop = place
    if scene.at(stop) == "の" or scene.at(stop) == "的":
        stop += 1
    while stop < min(scene.high, place + _MOST_CHARACTERS) and is_letter(scene.at(stop)) and not "\u3040" <= scene.at(stop) <= "\u309f":
        stop += 1
    if classifier is None:
        return (place, stop, stop if scene.at(place) < CJK else place) if stop > place else (end, end, end)
    return classifier.start, max(stop, classifier.end), classifier.end
