"""What stands around a date: by, since, around, "on"; and whether it stands in a sentence with other figures."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.lexicon.language import Role, Term
from claimcheck.model.mention import Hedge
from claimcheck.scan.dates_words import Page, find, find_back, find_next, skip_case, skip_spaces
from claimcheck.values import dataclass

BOUNDS = frozenset({Role.UNTIL, Role.BEFORE, Role.SINCE, Role.AFTER})
PREPOSITIONS = BOUNDS | {Role.ON, Role.RANGE_OPEN, Role.RANGE_MIDDLE, Role.YEAR_WORD}
POINTING = frozenset({Role.NEXT, Role.LAST, Role.THIS})
BEFORE_DATES = PREPOSITIONS | POINTING | {Role.PART, Role.HEDGE, Role.LINK, Role.WEEKDAY, Role.DAY_WORD, Role.HOUR_WORD}
BEHIND_DATES = BOUNDS | {Role.HEDGE, Role.ON, Role.PART}
STEPS = 4
REACH = 240  # characters looked at for other figures
ENDINGS = ".!?。！？؟\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the words right before and behind a date say of it.

    `bound` is UNTIL, BEFORE, SINCE or AFTER, None without one; `placed` tells that a word for time stands there ("in",
    "since", "the year"), `clock` that one for clock times does ("at", "alle"), with its strength ("" or "weak").
    `start` is where the first of these words begins.
    """

    start: int
    hedge: Hedge = Hedge.EXACT
    bound: Role | None = None
    placed: bool = False
    towards: int = 0
    clock: str | None = None

    @property
    def is_deadline(self) -> bool:
        """True behind "by" and "before", and "at the latest"."""
        return self.bound in (Role.UNTIL, Role.BEFORE) or self.hedge is Hedge.AT_MOST


def look_around(page: Page, start: int, end: int) -> Around:
    """Return what the words before `start` and behind `end` say of the date between."""
    around, place = Around(start=start), start
    for _ in range(STEPS):
        found = find_back(page, place, BEFORE_DATES)
        if found is None:
            break
        place = found.start
        for term in page.language.terms[page.folded[found.start : found.end]]:
            if term.prefix and term.role in BEFORE_DATES:
                around = _said_by(term, around)
    hedge, bound, placed = _look_behind(page, end, (around.hedge, around.bound, around.placed))
    return replace(around, start=place, hedge=hedge, bound=bound, placed=placed)


def _said_by(term: Term, around: Around) -> Around:
    """Return `around` with what one word before the date adds; words nearer to it have said theirs already."""
    if term.role is Role.HEDGE:
        return replace(around, hedge=term.hedge) if around.hedge is Hedge.EXACT else around
    if term.role is Role.HOUR_WORD:
        return replace(around, clock=term.text if around.clock is None else around.clock)
    if term.role in POINTING:
        return replace(around, towards={Role.NEXT: 1, Role.LAST: -1}.get(term.role, 0), placed=True)
    if term.role in PREPOSITIONS or term.role is Role.PART:
        bound = around.bound or (term.role if term.role in BOUNDS else None)
        return replace(around, bound=bound, placed=True)
    return around


def _look_behind(page: Page, end: int, known: tuple[Hedge, Role | None, bool]) -> tuple[Hedge, Role | None, bool]:
    """Return hedge, bound and whether a word for time stands there, with what the words behind add ("までに", "kadar")."""
    hedge, bound, placed = known
    found = find_next(page, skip_case(page, end), BEHIND_DATES, side="only behind")
    if found is None:
        return known
    if found.term.role is Role.HEDGE:
        return found.term.hedge if hedge is Hedge.EXACT else hedge, bound, placed
    return hedge, bound or (found.term.role if found.term.role in BOUNDS else None), True


def is_about(hedge: Hedge) -> bool:
    """Return whether a hedge softens a date or clock time without opening it."""
    return hedge in (Hedge.ABOUT, Hedge.ALMOST, Hedge.VAGUE)


def stands_with_figures(folded: str, start: int, end: int) -> bool:
    """Return whether the sentence around `start` to `end` holds other digits.

    A month in such a sentence is the period of the figure ("32.9 % in October"); alone it is a date of its own.
    """
    place = start - 1
    while place >= max(0, start - REACH) and not _is_end(folded, place):
        if folded[place].isdecimal():
            return True
        place -= 1
    place = end
    while place < min(len(folded), end + REACH) and not _is_end(folded, place):
        if folded[place].isdecimal():
            return True
        place += 1
    return False


def _is_end(folded: str, place: int) -> bool:
    return folded[place] in ENDINGS and (folded[place] != "." or not folded[place + 1 : place + 2].isdecimal())


def is_followed_by(page: Page, end: int, roles: frozenset[Role]) -> bool:
    """Return whether a term of one of `roles` begins behind `end`."""
    return find(page, skip_spaces(page.folded, end), roles) is not None
