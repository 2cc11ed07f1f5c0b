"""Units that another figure of the sentence lends to a bare number: a whole, a new value, what stands in the same place."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.bind.changes import is_change
from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import BREAKS, COMMAS, TEMPORAL
from claimcheck.bind.lent import Home, Loan, is_bare, is_counting, is_of_counts, is_plausible, is_year, unit_like, value_of, words_between
from claimcheck.bind.parts import is_part
from claimcheck.bind.scene import Scene, number_end
from claimcheck.lexicon.language import Role, fold
from claimcheck.lexicon.load import load_language

NEAR = 3  # words between a new value and the old one: "900 Euro nach zuvor 750"
DIGITS = re.compile(r"\d(?:[\d.,'’\u00a0\u202f ]*\d)?")
THOUSAND = Decimal(1000)
MILLION = Decimal(10**6)
PARTED = 5  # words between a whole and its part
TIMES = 20  # at most so many times another is what it was before
SHARE = 1000  # at least so small a part is told of a whole


def of_list(scene: Scene, number: int, home: Home) -> Loan | None:
    """Return the unit of the member of a list before this one: "aged 23 and 19", "inflation 3.1 (May: 2.8)"."""
    del home
    if not number or is_counting(scene, number) or is_part(scene, number):
        return None
    before = scene.quantities[number - 1]
    is_lent = bool(before.others and before.why) and before.unit in ("year", "percent") and is_bare(before.others[-1])
    if not is_lent or not is_plausible(scene, number, before.unit):
        return None
    is_next = _is_next_member(scene, number)
    if is_next or (before.unit == "percent" and before.step < 1 and 0 < scene.quantities[number].step < 1):
        return Loan(unit_like(before), f"{before.unit}, as the one before it in a list")
    return None


def _is_next_member(scene: Scene, number: int) -> bool:
    """Return whether nothing but a comma or "and" parts a number from the figure before it, and nothing of its own follows."""
    line, figure, conjunctions = scene.line, scene.layout.figures[number], joints_of(scene.line.lang).conjunctions
    begin = number_end(scene.mentions[number - 1])
    words = words_between(scene, begin, figure.start)
    behind = line.text[number_end(scene.mentions[number]) : line.end].strip()
    after = line.words[line.count_before(number_end(scene.mentions[number])) :][:1]
    is_end = not behind or behind[0] in BREAKS or (bool(after) and after[0] in conjunctions)
    return is_end and all(word in conjunctions for word in words) and bool(words or "," in line.text[begin : figure.start])


def of_whole(scene: Scene, number: int, home: Home) -> Loan | None:
    """Return the unit of the whole that the number is a part of: "7,300 hectares, 1,200 of them in Norva"."""
    del home
    whole = _amount_before(scene, number)
    if whole < 0 or not is_part(scene, number) or is_counting(scene, number):
        return None
    quantity, size = scene.quantities[whole], scene.quantities[whole].stated.high
    begin, figure = scene.layout.figures[whole].end, scene.layout.figures[number]
    if quantity.kind in ("percent", "temperature", "ratio", "speed") or not isinstance(size, Decimal):
        return None
    if not value_of(scene, number) <= size <= value_of(scene, number) * SHARE or len(words_between(scene, begin, figure.start)) > PARTED:
        return None
    if sum(mark in BREAKS for mark in scene.line.text[begin : figure.start]) > 1:
        return None  # something else is told between them: "…, injuring villagers, 12 of them badly"
    counted = [hit for hit in scene.hits("counted") if hit.start >= begin]
    if any(hit.start < figure.start or len(words_between(scene, figure.end, hit.start)) <= PARTED for hit in counted):
        return None
    return Loan(unit_like(quantity), f"{quantity.unit}, like what it is a part of")


def _amount_before(scene: Scene, number: int) -> int:
    """Return the number of the amount right before this one, if it has a unit, or -1."""
    for other in range(number - 1, -1, -1):
        quantity = scene.quantities[other]
        if quantity.kind not in TEMPORAL and scene.mentions[other].converts < 0 and scene.layout.figures[other].host < 0:
            return other if quantity.unit else -1
    return -1


def of_addition(scene: Scene, number: int, home: Home) -> Loan | None:
    """Return currency and scale of the amount that the number is added to: "40 million plus 5 in bonuses"."""
    del home
    other = _amount_before(scene, number)
    if other < 0 or _counts_things(scene, number) or value_of(scene, number) >= THOUSAND:
        return None
    quantity, size = scene.quantities[other], scene.quantities[other].stated.high or scene.quantities[other].stated.low
    words = words_between(scene, number_end(scene.mentions[other]), scene.layout.figures[number].start)
    scale = _scale_of(scene, other)
    if quantity.kind != "money" or not isinstance(size, Decimal) or scale < MILLION or not 0 < len(words) <= NEAR - 1:
        return None
    if words[-1] not in joints_of(scene.line.lang).plus or value_of(scene, number) * scale > size:
        return None
    return Loan(unit_like(quantity), f"{quantity.unit} and millions, like what it is added to", scale)


def _counts_things(scene: Scene, number: int) -> bool:
    """Return whether a word that may be counted stands right behind the number, or a known thing shortly after."""
    end, joints = number_end(scene.mentions[number]), joints_of(scene.line.lang)
    if any(hit.start >= end and len(words_between(scene, end, hit.start)) < NEAR for hit in scene.hits("counted")):
        return True
    found = DIGITS.match(scene.line.text, scene.layout.figures[number].start, scene.line.end)
    place = found.end() if found else end
    word = scene.line.words[scene.line.count_before(place) :][:1]
    is_apart = scene.line.text[place : scene.line.end].lstrip()[:1] in BREAKS
    links = joints.locative | joints.locative_weak | joints.genitive | joints.toward | joints.stop
    return bool(word) and not is_apart and word[0] not in links and (word[0],) not in joints.particle


def _scale_of(scene: Scene, number: int) -> Decimal:
    """Return the product of the scale words of an amount: a million, "mil millones"."""
    line, mention, scale = scene.line, scene.mentions[number], Decimal(1)
    terms = load_language(line.lang).terms
    for word in line.folded[mention.start : mention.end].split():
        scale *= next((term.value for term in terms.get(word, ()) if term.role is Role.SCALE and term.value >= THOUSAND), Decimal(1))
    return scale


def of_change(scene: Scene, number: int, home: Home) -> Loan | None:
    """Return the unit of the new value before the old one: "raised to 1,000 euros from 500", "auf 900 Euro nach zuvor 750"."""
    del home
    new = _amount_before(scene, number)
    if new < 0 or is_year(scene, number) or is_counting(scene, number) or _leads_to_next(scene, number):
        return None
    quantity, size = scene.quantities[new], scene.quantities[new].stated.high
    if not isinstance(size, Decimal) or " " in quantity.dimension:
        return None
    is_near = size / TIMES <= value_of(scene, number) <= size * TIMES and is_plausible(scene, number, quantity.unit)
    if not is_near or not _is_held_against(scene, new, number):
        return None
    return Loan(unit_like(quantity), f"{quantity.unit}, like what it changed to")


def _leads_to_next(scene: Scene, number: int) -> bool:
    """Return whether the number goes with the figure behind it: "fell by 30 %, from 500 to 400"."""
    if number + 1 >= len(scene.quantities):
        return False
    begin, start = number_end(scene.mentions[number]), scene.layout.figures[number + 1].start
    return len(words_between(scene, begin, start)) < NEAR and BREAKS.isdisjoint(scene.line.text[begin:start])


def _is_held_against(scene: Scene, new: int, number: int) -> bool:
    """Return whether nothing but "from", "after" or the like, and one small word more, stands between two figures."""
    joints = joints_of(scene.line.lang)
    begin, start = scene.layout.figures[new].end, scene.layout.figures[number].start
    words = words_between(scene, begin, start)
    if not 0 < len(words) <= NEAR or not BREAKS.difference(",").isdisjoint(scene.line.text[begin:start]):
        return False
    return words[0] in joints.before_old or any(words[: len(phrase)] == phrase for phrase in joints.versus)


def of_parallel(scene: Scene, number: int, home: Home) -> Loan | None:
    """Return the unit of the amount before where the number stands like it: "41 degrees in Norva and 43 in Tarn", "36 percent, Roe 24"."""
    del home
    other = _amount_before(scene, number)
    if other < 0 or is_year(scene, number) or is_counting(scene, number):
        return None
    quantity, size = scene.quantities[other], scene.quantities[other].stated.high
    if not isinstance(size, Decimal) or not is_plausible(scene, number, quantity.unit):
        return None
    if not size / TIMES <= value_of(scene, number) <= size * TIMES:
        return None
    if _is_so_much_more(scene, number, other) or _stands_like(scene, number, other):
        return Loan(unit_like(quantity), f"{quantity.unit}, like the amount beside it")
    return None


def _is_so_much_more(scene: Scene, number: int, other: int) -> bool:
    """Return whether the number tells by how much an amount differs from another: "40 euros, 12 more than now"."""
    begin, start = scene.layout.figures[other].end, scene.layout.figures[number].start
    return len(words_between(scene, begin, start)) <= 1 and is_change(scene, number)


def _stands_like(scene: Scene, number: int, other: int) -> bool:
    """Return whether the same small word follows both amounts, or the number ends a member that a name begins."""
    line, joints = scene.line, joints_of(scene.line.lang)
    begin, figure = scene.layout.figures[other].end, scene.layout.figures[number]
    between = line.text[begin : figure.start]
    counts = (hit for hit in scene.concepts if hit.start >= figure.start and is_of_counts(scene, hit) and hit.role == "attribute")
    if not BREAKS.difference(",;،、").isdisjoint(between) or next(counts, None) is not None:
        return False
    words, digits = words_between(scene, begin, figure.start), DIGITS.match(line.text, figure.start, line.end)
    after = line.words[line.count_before(digits.end() if digits else figure.end) :][:1]
    is_joined = bool(words) and (words[-1] in joints.conjunctions or between.rstrip()[-1:] in COMMAS)
    if is_joined and after and after == words[:1] and after[0] in joints.locative | joints.locative_weak | joints.toward:
        return True
    return _ends_member(scene, begin, number)


def _ends_member(scene: Scene, begin: int, number: int) -> bool:
    """Return whether nothing but a comma or "and" and a name stands between `begin` and the number, and nothing of its own behind it."""
    line, figure, conjunctions = scene.line, scene.layout.figures[number], joints_of(scene.line.lang).conjunctions
    name = next((hit for hit in scene.names if hit.start > begin and line.text[hit.end : figure.start].isspace()), None)
    if name is None:
        return False
    lead, behind = line.text[begin : name.start].strip(), line.text[figure.end : line.end].strip()
    after = line.words[line.count_before(figure.end) :][:1]
    is_end = not behind or behind[0] in BREAKS or (bool(after) and after[0] in conjunctions)
    return is_end and bool(lead) and (lead in COMMAS or fold(lead.lstrip(",; ")) in conjunctions)
