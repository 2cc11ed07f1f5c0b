"""Percentages beside the numbers they are of: "120 of 480 (30 %)", "up 10 % from 200 to 230"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from claimcheck.judge.conflict import Conflict, conflict_of_change, conflict_of_points, conflict_of_share
from claimcheck.judge.reach import Reach, reach_at, reach_of
from claimcheck.judge.telling import Telling
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.mention import Hedge
from claimcheck.model.verdict import Level
from claimcheck.values import dataclass

SIZES = ("count", "number", "money", "area", "mass", "volume", "energy", "power", "length")
DIRECTIONS = ("rise", "fall", "more", "less")
HUNDRED = Decimal(100)
WORDS = r"(?:[^\W\d][\w'’-]*[^\S\n]*)"  # one word and the space behind it
IN_BRACKETS = re.compile(rf"['’]?\s*{WORDS}{{0,3}}[(（]\s*(?:\w+\s+)?$")
AS_PRINTED = Decimal(4)  # points off the change as printed from which it is told although rounding could explain it


@dataclass(frozen=True, slots=True)
class Change:
    """An old and a new value, with the figures that give them: two, or one range ("from 200 to 230")."""

    old: Reach
    new: Reach
    sides: tuple[Claim, ...]
    first: int  # places of the figures in their sentence
    last: int
    is_percent: bool


def told_percents(telling: Telling) -> Iterator[Conflict]:
    """Yield the percentages of a sentence that are not those of the numbers beside them."""
    changes = list(_changes(telling))
    for place, claim in enumerate(telling.claims):
        if claim.quantity.kind != "percent" or claim.modality is Modality.DENIED or reach_of(claim) is None:
            continue
        found = _told_share(telling, place)
        found = found or next((one for change in changes if (one := _told_change(telling, place, change)) is not None), None)
        if found is not None:
            yield found


def _told_share(telling: Telling, place: int) -> Conflict | None:
    """Return the conflict of a share with the part and the whole told right beside it."""
    share = telling.claims[place]
    if share.quantity.dimension != "percent" or share.quantity.signed:
        return None
    near = [other for other in (place - 2, place - 1, place + 1, place + 2) if 0 <= other < len(telling.claims)]
    for part, whole in permutations(near, 2):
        ours, theirs = _size(telling.claims[part]), _size(telling.claims[whole])
        if ours is None or theirs is None or not _comparable(telling.claims[part], telling.claims[whole]):
            continue
        if 0 < ours.number < theirs.number and _is_share(telling, place, part, whole):
            return _misfit(share, telling.claims[part], telling.claims[whole])
    return None


def _is_share(telling: Telling, place: int, part: int, whole: int) -> bool:
    """Return whether the words make `place` the share that `part` is of `whole`."""
    cues = telling.cues
    if sorted((place, part, whole)) != list(range(min(place, part, whole), max(place, part, whole) + 1)):
        return False
    if part < whole < place:  # 120 of 480 (30 %)
        return _links(telling, part, whole) and _is_apposed(telling, whole, place)
    if whole < part < place:  # of the 480 workers, 120 (30 %)
        is_front = cues.ends("of", telling.before(whole), within=1) or telling.is_followed(whole, "of_after")
        return is_front and len(telling.between(whole, part)) <= 40 and _is_apposed(telling, part, place)
    if part < place < whole:  # 120 (30 %) of the 480 workers
        behind = telling.between(place, whole)
        return _is_apposed(telling, part, place) and re.match(r"\s*[)）]", behind) is not None and cues.ends("of", behind, within=1)
    if whole < place < part:  # of the 40,000 jobs 3 %, or 1,200
        is_front = cues.ends("of", telling.before(whole), within=1) or telling.is_followed(whole, "of_after")
        return is_front and len(telling.between(whole, place)) <= 40 and _is_apposed(telling, place, part)
    if place < whole < part:  # 3 % of the 40,000 jobs, i.e. 1,200
        return _links(telling, place, whole) and _is_apposed(telling, whole, part)
    return False


def _links(telling: Telling, left: int, right: int) -> bool:
    """Return whether "of" alone stands between two figures."""
    gap = telling.between(left, right)
    return len(gap) <= 30 and not re.search(r"[,.;:()]", gap) and telling.cues.ends("of", gap, within=1)


def _is_apposed(telling: Telling, left: int, right: int) -> bool:
    """Return whether the right figure says the left one again: alone in brackets, or behind "that is"."""
    gap = telling.text[telling.end(left) : telling.start(right)]
    if IN_BRACKETS.match(gap):
        return re.match(r"\s*(?:\w+\s*)?[)）]", telling.after(right)) is not None
    said = re.match(rf"\s*{WORDS}{{0,3}}[,–—，、]\s*(.*)$", gap)
    return said is not None and re.fullmatch(rf"(?:{telling.cues.words['that_is']})\W*", said[1].rstrip()) is not None


def _misfit(share: Claim, part: Claim, whole: Claim) -> Conflict | None:
    told, ours, theirs = reach_of(share), _size(part), _size(whole)
    if told is None or ours is None or theirs is None or not theirs.low > 0:
        return None
    low, high = _share_span(ours, theirs)
    fits = any(one <= told.high and told.low <= other for one, other in ((low, high), (HUNDRED - high, HUNDRED - low)))
    return None if fits else conflict_of_share(share, part, whole, ours.number / theirs.number * HUNDRED)


def _share_span(part: Reach, whole: Reach) -> tuple[Decimal, Decimal]:
    """Return the least and the most percent; that both were rounded coarsely, and against each other, is not assumed."""
    least = min(part.low / whole.closest, part.least / whole.high)
    return least * HUNDRED, max(part.high / whole.least, part.closest / whole.low) * HUNDRED


def _changes(telling: Telling) -> Iterator[Change]:
    """Yield the pairs of figures that are told as the old and the new value of one thing."""
    if not _has_direction(telling, telling.text):
        return
    for place, claim in enumerate(telling.claims):
        ends = claim.quantity.stated
        is_range = claim.quantity.hedge is Hedge.RANGE and _is_sized(claim)
        if is_range and isinstance(ends.low, Decimal) and isinstance(ends.high, Decimal) and _is_from_to(telling, place):
            old, new = reach_at(claim.quantity, ends.low), reach_at(claim.quantity, ends.high)
            yield Change(old, new, (claim,), place, place, claim.quantity.kind == "percent")
        if place + 1 < len(telling.claims):
            change = _change_of_two(telling, place, place + 1) or _change_of_two(telling, place + 1, place)
            if change is not None:
                yield change


def _is_from_to(telling: Telling, place: int) -> bool:
    """Return whether a range is told as a change: "from 200 to 230", "400'den 500'e"."""
    own, cues = telling.text[telling.start(place) : telling.end(place)], telling.cues
    is_led = cues.has("to", own) and cues.ends("from", _lead(telling, place))
    return is_led or (cues.has("from_after", own) and telling.is_followed(place, "to_after"))


def _lead(telling: Telling, place: int) -> str:
    """Return the words before the digits of a figure, with what the figure before it swallowed."""
    return telling.text[max(0, telling.start(place) - 12) : telling.digits(place)]


def _change_of_two(telling: Telling, old: int, new: int) -> Change | None:
    """Return the change from the one figure to the other, where the words say so."""
    before, after = telling.claims[old], telling.claims[new]
    ours, theirs = _end_of(before), _end_of(after)
    if ours is None or theirs is None or not (_is_sized(before) and _is_sized(after) and _comparable(before, after)):
        return None
    cues = telling.cues
    between = telling.text[telling.end(min(old, new)) : telling.digits(max(old, new))]
    if len(between) > 40 or re.search(r"[;:.(（]", between):
        return None
    is_old = cues.ends("from", _lead(telling, old), within=1) or telling.is_followed(old, "from_after")
    is_new = cues.ends("to", _lead(telling, new), within=1) or telling.is_followed(new, "to_after")
    if not is_old or not is_new:
        return None
    return Change(ours, theirs, (before, after), min(old, new), max(old, new), after.quantity.kind == "percent")


def _end_of(claim: Claim) -> Reach | None:
    """Return the reach of the one end that is told: words for "from" and "up to" also open bounds."""
    ends = {end for end in (claim.quantity.stated.low, claim.quantity.stated.high) if isinstance(end, Decimal)}
    is_told = claim.quantity.hedge in (Hedge.EXACT, Hedge.ABOUT, Hedge.AT_LEAST, Hedge.AT_MOST)
    return reach_at(claim.quantity, ends.pop()) if is_told and len(ends) == 1 else None


def _told_change(telling: Telling, place: int, change: Change) -> Conflict | None:
    """Return the conflict of a percentage with the change it is told beside."""
    if change.first <= place <= change.last or change.old.low <= 0 or telling.cues.has("adjusted", _around(telling, place, change)):
        return None
    if not (_is_before(telling, place, change) or _is_behind(telling, place, change)):
        return None
    told = reach_of(telling.claims[place])
    if told is None:
        return None
    return _misfit_of_change(telling.claims[place], told, change)


def _around(telling: Telling, place: int, change: Change) -> str:
    """Return the words from the percentage to the change and some beyond, without those of the figures themselves."""
    low, high = min(place, change.first), max(place, change.last)
    gaps = [telling.text[telling.end(left) : telling.start(left + 1)] for left in range(low, high)]
    return " ".join((telling.before(low), *gaps, telling.after(high)))


def _is_before(telling: Telling, place: int, change: Change) -> bool:
    """Return whether the percentage stands right before the change, behind a word for rise or fall."""
    if place != change.first - 1:
        return False
    gap = telling.text[telling.end(place) : telling.digits(change.first)]
    said = telling.before(place) + gap
    return not re.search(r"[.;:()（）]", gap) and _is_filled(telling, gap) and _has_direction(telling, said)


def _is_behind(telling: Telling, place: int, change: Change) -> bool:
    """Return whether the percentage stands right behind the change and is told as one: "a rise of 15 %"."""
    if place != change.last + 1:
        return False
    gap = telling.text[telling.end(change.last) : telling.start(place)]
    if len(gap) > 60 or re.search(r"[.;:]", gap) or not _is_filled(telling, gap):
        return False
    return telling.claims[place].quantity.signed or _has_direction(telling, gap) or _has_direction(telling, telling.after(place, 15))


def _is_filled(telling: Telling, gap: str) -> bool:
    """Return whether a gap holds nothing but small words and words of change: no other thing that the percentage could be of."""
    words = telling.cues.words
    kept = re.sub(rf"(?:{'|'.join(words[key] for key in (*DIRECTIONS, 'that_is', 'filler', 'from', 'from_after', 'to_after'))})", " ", gap)
    return not re.search(r"\w", kept)


def _has_direction(telling: Telling, words: str) -> bool:
    return any(telling.cues.has(key, words) for key in DIRECTIONS)


def _misfit_of_change(claim: Claim, told: Reach, change: Change) -> Conflict | None:
    """Return what is wrong with a change of `told`; a fall is told without a sign, so signs do not count."""
    low, high = sorted((abs(told.low), abs(told.high)))
    if claim.quantity.dimension == "percentage_point":
        return _misfit_of_points(claim, (low, high), change)
    least, most = _span((change.new.low / change.old.high - 1) * HUNDRED, (change.new.high / change.old.low - 1) * HUNDRED)
    value = abs(change.new.number / change.old.number - 1) * HUNDRED
    points = abs(change.new.number - change.old.number)
    if change.is_percent and low <= points <= high and not (low <= value <= high):
        return None if least <= high and low <= most else conflict_of_points(claim, change.sides, points, value)
    if not (least <= high and low <= most):
        return conflict_of_change(claim, change.sides, value, unit="percent", level=Level.WARNING)
    off = max(low - value, value - high)
    is_off = off >= AS_PRINTED and claim.quantity.hedge is Hedge.EXACT
    return conflict_of_change(claim, change.sides, value, unit="percent", level=Level.INFO) if is_off else None


def _misfit_of_points(claim: Claim, told: tuple[Decimal, Decimal], change: Change) -> Conflict | None:
    if not change.is_percent:
        return None
    least, most = _span(change.new.low - change.old.high, change.new.high - change.old.low)
    if told[0] <= most and least <= told[1]:
        return None
    value = abs(change.new.number - change.old.number)
    return conflict_of_change(claim, change.sides, value, unit="percentage_point", level=Level.WARNING)


def _span(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """Return the least and the most of a change, signs aside."""
    least, most = sorted((abs(low), abs(high)))
    return (Decimal(0), most) if low <= 0 <= high else (least, most)


def _size(claim: Claim) -> Reach | None:
    """Return the reach of a figure that may be a part or a whole."""
    return reach_of(claim) if claim.quantity.kind in SIZES and claim.modality is not Modality.DENIED else None


def _is_sized(claim: Claim) -> bool:
    return claim.quantity.kind in (*SIZES, "percent") and claim.quantity.dimension != "percentage_point"


def _comparable(a: Claim, b: Claim) -> bool:
    counts = ("count", "number")
    return a.quantity.dimension == b.quantity.dimension or (a.quantity.kind in counts and b.quantity.kind in counts)
