"""Sums that a sentence tells: "12 people were killed: 7 men and 4 women"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.judge.conflict import Conflict, conflict_of_sum
from claimcheck.judge.reach import Reach, reach_of
from claimcheck.judge.telling import Telling
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.mention import Hedge
from claimcheck.model.taxonomy import Taxonomy

ADDING = ("count", "number", "money", "area", "mass", "volume", "energy", "power", "length", "duration")
MOST_PARTS = 12
OPENER = re.compile(r"^(?P<lead>[^.;!?(（:：–—]*)(?P<mark>[:：(（–—,，])(?P<label>[^\d,;、，.:()（）]{0,24})$")
COMMAS = ",，"
KINDS = (frozenset(["man", "woman"]), frozenset(["boy", "girl"]), frozenset(["adult", "child"]))  # who is not the one is the other
CLOSERS = {"(": ")", "（": "）"}
FAREST = Decimal("0.5")  # a list that comes to half as much again is a list of something else
NEAR = Decimal("0.25")  # the same where nothing says that the parts are of the total's kind
SMALL = 10  # totals below may count groups: "two teams: 5 girls and 6 boys"
LONGEST_PART = 60  # characters between two parts
LONGEST_TAIL = 40


def told_sums(telling: Telling, taxonomy: Taxonomy) -> Iterator[Conflict]:
    """Yield what does not add up in a sentence: parts behind their total, or a total behind its parts."""
    for total in range(len(telling.claims)):
        if _reach(telling.claims[total]) is None:
            continue
        parts = _parts_behind(telling, total) or _parts_before(telling, total)
        if parts and _are_parts(telling.claims[total], [telling.claims[place] for place in parts], taxonomy):
            found = _misfit(telling.claims[total], [telling.claims[place] for place in parts])
            if found is not None:
                yield found


def _parts_behind(telling: Telling, total: int) -> Sequence[int]:
    """Return the figures behind a colon, dash or bracket that opens the list of what makes up the figure before it."""
    if total or total + 2 >= len(telling.claims):
        return ()
    opener = OPENER.match(telling.between(total, total + 1))
    if opener is None or len(opener["label"].split()) > 3 or telling.cues.count_joints(opener["lead"]) > 1:
        return ()
    if opener["mark"] in COMMAS and not _is_apposition(telling, total):
        return ()
    close = CLOSERS.get(opener["mark"])
    end = telling.text.find(close, telling.end(total + 1)) if close else len(telling.text)
    if end < 0:
        return ()
    if opener["mark"] in COMMAS:
        ends = re.compile("[,，.]").search(telling.text, telling.end(len(telling.claims) - 1))
        end = ends.start() if ends else end
    parts = [place for place in range(total + 1, len(telling.claims)) if telling.start(place) < end]
    if not close and parts[-1] != len(telling.claims) - 1:
        return ()
    tail = telling.text[telling.end(parts[-1]) : end]
    opening = telling.text[telling.end(total) : telling.end(total + 1)]
    needs_and = not close and not re.search("[\u3001\uff0c]", telling.text)
    return parts if _is_closed_list(telling, parts, opening, tail, needs_and=needs_and) else ()


def _is_apposition(telling: Telling, total: int) -> bool:
    """Return whether a list behind a mere comma is of all: the total is called one, or the parts are men and women."""
    counted = frozenset(claim.counted for claim in telling.claims[total + 1 :])
    return telling.cues.ends("total", telling.before(total)) or counted in KINDS


def _parts_before(telling: Telling, total: int) -> Sequence[int]:
    """Return the figures before one that is said to be their total ("seven men and four women, twelve in all")."""
    if total < 2 or total != len(telling.claims) - 1:
        return ()
    gap = telling.between(total - 1, total)
    behind = telling.after(total, 24)
    is_total = telling.cues.ends("total", gap, within=1) or telling.cues.begins("total", behind)
    if not is_total or not re.search(r"[,:;(（—–、，]|=", gap) or len(gap) > LONGEST_PART or telling.cues.count_joints(gap) > 1:
        return ()
    parts = list(range(total))
    return parts if _is_closed_list(telling, parts, "", "", needs_and=True) else ()


def _is_closed_list(telling: Telling, parts: Sequence[int], opening: str, tail: str, *, needs_and: bool) -> bool:
    """Return whether the parts stand in one list, with nothing between or behind them that has no figure."""
    cues = telling.cues
    if not 1 < len(parts) <= MOST_PARTS or cues.count_joints(tail) or len(tail) > LONGEST_TAIL or re.search(r"\d", tail):
        return False
    gaps = [telling.text[telling.end(left) : telling.start(right)] for left, right in pairwise(parts)]
    if any(cues.count_joints(gap) != 1 or len(gap) > LONGEST_PART or re.search(r"[.!?:：()（）\d]", gap) for gap in gaps):
        return False
    if needs_and and not cues.has("and", gaps[-1]):
        return False
    return not any(cues.has(key, words) for words in (opening, *gaps, tail) for key in ("open", "whom"))


def _are_parts(total: Claim, parts: Sequence[Claim], taxonomy: Taxonomy) -> bool:
    """Return whether the parts may be parts of the total: of its kind, counted in its noun or a narrower one."""
    if any(_family(part) != _family(total) or _reach(part) is None for part in parts):
        return False
    whole, made = _reach(total), sum((abs(reach.number) for part in parts if (reach := _reach(part))), Decimal(0))
    if whole is None or abs(made - whole.number) > FAREST * abs(whole.number):
        return False
    if total.quantity.kind not in ("count", "number") or all(_is_of_noun(part, total, taxonomy) for part in parts):
        return True
    return abs(made - whole.number) <= NEAR * whole.number and whole.number >= SMALL


def _is_of_noun(part: Claim, total: Claim, taxonomy: Taxonomy) -> bool:
    if part.counted is None or part.counted == total.counted:
        return True
    return total.counted is not None and taxonomy.includes(total.counted, part.counted)


def _misfit(total: Claim, parts: Sequence[Claim]) -> Conflict | None:
    """Return the conflict of a total with the sum of its parts; None where rounding may make them equal."""
    whole, reaches = _reach(total), [reach for part in parts if (reach := _reach(part)) is not None]
    if whole is None:
        return None
    made, slack = sum((reach.number for reach in reaches), Decimal(0)), sum((reach.slack for reach in reaches), Decimal(0))
    return None if abs(made - whole.number) <= slack + whole.slack else conflict_of_sum(total, tuple(parts))


def _family(claim: Claim) -> str:
    return "count" if claim.quantity.kind in ("count", "number") else claim.quantity.dimension


def _reach(claim: Claim) -> Reach | None:
    """Return the reach of a figure that can be added up."""
    is_summand = claim.quantity.kind in ADDING and claim.modality is not Modality.DENIED and claim.quantity.hedge is Hedge.EXACT
    return reach_of(claim) if is_summand else None
