"""Units that a bare number takes from what it is of: "median age: 43.1", "6 billion in aid", "7,300 hectares, 1,200 of them in Norva".

A unit is lent only where the words leave no other: the number counts nothing, is plausible in that unit and stands right
with the word or figure that gives it. A wrong unit is worse than none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from claimcheck.bind.counted import choose_counted
from claimcheck.bind.head_units import unit_of_head
from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import BREAKS, CLOSED, COLONS, OPENING
from claimcheck.bind.lent import (
    Home,
    Loan,
    counted_in,
    is_bare,
    is_counting,
    is_of_counts,
    is_plausible,
    value_of,
    words_between,
)
from claimcheck.bind.lent_against import of_contrast
from claimcheck.bind.lent_beside import of_addition, of_change, of_list, of_parallel, of_whole
from claimcheck.bind.lent_cells import HEADS, counts, of_cell
from claimcheck.bind.lent_home import is_borrowed_money, per_rate
from claimcheck.bind.parts import whole_of
from claimcheck.bind.scene import Scene, number_end
from claimcheck.bind.words import Hit, has_unspaced
from claimcheck.model.mention import Unit
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import BlockKind
from claimcheck.units import money_unit, unit_of

OLDEST = 120  # years
LARGE = Decimal(10**6)
BILLION = Decimal(10**9)
COARSE = Decimal(100)  # amounts that are money where no currency is written: "6 billion", not "1,203,417"
NEAR = 3  # words between an attribute and its bare value: "the median age is 43"
FAR = 6  # the same for values whose look says more: millions, tenths
LABEL = 8  # words of a label: "Turnout in the second round: 61"
LABEL_ENDS = (*COLONS, "|", "│", "｜", "=")
ADULT = 16  # a number in brackets behind a name may be an age from here on


def lend_units(scene: Scene, home: Home) -> tuple[Quantity, ...]:
    """Return the quantities of a scene, bare ones in the unit that their words give; `home` is what the document is written in."""
    if not any(is_bare(quantity) or is_borrowed_money(quantity) or quantity.unit in home.rates for quantity in scene.quantities):
        return scene.quantities
    for number in range(len(scene.quantities)):
        quantity = scene.quantities[number]
        if is_borrowed_money(quantity) and _counts_by_label(scene, number):
            scene = _with(scene, number, replace(quantity.others[-1], others=()))
        elif quantity.unit in home.rates:
            scene = _with(scene, number, per_rate(quantity, *home.rates[quantity.unit]))
        elif is_bare(quantity):
            loan = next((loan for lender in LENDERS if (loan := lender(scene, number, home)) is not None), None)
            scene = _with(scene, number, counted_in(quantity, loan)) if loan is not None else scene
    return scene.quantities


def _with(scene: Scene, number: int, quantity: Quantity) -> Scene:
    return replace(scene, quantities=(*scene.quantities[:number], quantity, *scene.quantities[number + 1 :]))


def _counts_by_label(scene: Scene, number: int) -> bool:
    """Return whether the row's head or the label before the number names what is counted: "Customers | 2.1 million"."""
    if scene.sentence.kind is BlockKind.CELL:
        last = scene.headings[-1:]
        return any(counts(scene, heading) for heading in last)
    start = scene.layout.figures[number].start
    labels = [hit for hit in scene.concepts if hit.end <= start and scene.line.text[hit.end : start].strip() in LABEL_ENDS]
    return any(is_of_counts(scene, hit) for hit in labels)


def _is_large(scene: Scene, number: int) -> bool:
    return value_of(scene, number) >= LARGE and scene.quantities[number].step >= COARSE


def _is_in_tenths(scene: Scene, number: int) -> bool:
    return 0 < scene.quantities[number].step < 1


def _attributes(scene: Scene) -> Iterator[tuple[Hit, tuple[str, ...], str]]:
    """Yield the attributes named, each with its kinds and the unit of its bare numbers."""
    for hit in scene.hits("attribute"):
        concept = scene.vocabulary.concepts[hit.id]
        yield hit, concept.kinds, concept.unit or ("percent" if concept.kinds == ("percent",) else "")


def _is_beside(scene: Scene, number: int, hit: Hit, most: int) -> bool:
    """Return whether an attribute stands before a number with few words between, no other figure, and no stop but a colon."""
    start = scene.layout.figures[number].start
    if hit.end > start or any(hit.start < figure.end and figure.start < start for figure in scene.layout.figures):
        return False
    between = scene.line.text[hit.end : start]
    if not BREAKS.difference(COLONS).isdisjoint(between) or not OPENING.isdisjoint(between):
        return False
    counted = any(hit.end <= other.start < start for other in scene.hits("counted"))
    return not counted and len(words_between(scene, hit.end, start)) <= most


def _is_label(scene: Scene, number: int) -> bool:
    """Return whether the sentence is but a label and its number: "Turnout in the second round: 61"."""
    line, figure = scene.line, scene.layout.figures[number]
    is_led = _before(scene, number)[-1:] in LABEL_ENDS
    return is_led and not line.text[figure.end : line.end].strip(" .") and line.count_before(figure.start) <= LABEL


def _before(scene: Scene, number: int) -> str:
    return scene.line.text[scene.line.start : scene.layout.figures[number].start].rstrip()


def _of_money_noun(scene: Scene, number: int, home: Home) -> Loan | None:
    """Return the currency of an amount whose noun is money: "6 miliardi di liquidità", "debts of 2 billion"."""
    unit = _nearest_money(scene, number) or home.currency
    if unit is None or not _is_large(scene, number):
        return None
    end = number_end(scene.mentions[number])
    known = choose_counted(scene, number)
    is_thing = known.is_attached and any(hit.role == "counted" and hit.id == known.id for hit in scene.concepts)
    for hit, kinds, _ in _attributes(scene):
        if kinds != ("money",):
            continue
        is_behind = hit.start >= end and not is_thing and _is_its_noun(scene, end, hit)
        if is_behind or (not known.is_attached and _is_beside(scene, number, hit, FAR) and not _goes_on(scene, number)):
            return Loan(unit, f"money, as {scene.line.text[hit.start : hit.end]!r} is, in the currency of the text")
    if value_of(scene, number) >= BILLION and known.id is None and _is_closed(scene, number) and not _of_counts(scene):
        return Loan(unit, "billions of nothing are money, in the currency of the text")
    return None


def _is_closed(scene: Scene, number: int) -> bool:
    """Return whether nothing follows the number that may be counted or that it may be the subject of."""
    line, joints, end = scene.line, joints_of(scene.line.lang), number_end(scene.mentions[number])
    word = line.words[line.count_before(end) :][:1]
    if not word or line.text[end : line.end].lstrip()[:1] in BREAKS or has_unspaced(line.text, line.start, line.end):
        return True
    return word[0] in joints.locative | joints.locative_weak | joints.toward


def _of_counts(scene: Scene) -> bool:
    """Return whether the sentence or the heads of its cell speak of what is counted or of another measure."""
    concepts = [
        *scene.concepts,
        *(hit for heading in scene.headings[-HEADS:] for hit in heading.concepts if scene.sentence.kind is BlockKind.CELL),
    ]
    kinds = (scene.vocabulary.concepts[hit.id].kinds for hit in concepts if hit.role == "attribute")
    return any(hit.role == "counted" for hit in concepts) or any(own and "money" not in own and "date" not in own for own in kinds)


def _is_its_noun(scene: Scene, end: int, hit: Hit) -> bool:
    """Return whether an attribute stands behind a number as its noun: "of", "in" and an adjective may lead to it."""
    between = words_between(scene, end, hit.start)
    joints = joints_of(scene.line.lang)
    links = joints.locative | joints.genitive | joints.locative_weak
    is_apart = not BREAKS.isdisjoint(scene.line.text[end : hit.start])
    return not is_apart and len(between) <= NEAR - 1 and not any(word in joints.stop and word not in links for word in between)


def _goes_on(scene: Scene, number: int) -> bool:
    """Return whether a verb may follow the number, whose subject it then is: "2 million were sold"."""
    joints = joints_of(scene.line.lang)
    index = scene.line.count_before(number_end(scene.mentions[number]))
    word = scene.line.words[index] if index < len(scene.line.words) else ""
    return word in joints.stop and word not in joints.locative and word not in joints.locative_weak and word not in joints.before_old


def _nearest_money(scene: Scene, number: int) -> Unit | None:
    """Return the currency of the nearest amount of the sentence, no conversion of another."""
    amounts = [
        (abs(other - number), quantity.unit)
        for other, quantity in enumerate(scene.quantities)
        if quantity.kind == "money" and " " not in quantity.dimension and scene.mentions[other].converts < 0
    ]
    return money_unit(min(amounts)[1]) if amounts else None


def _of_attribute(scene: Scene, number: int, home: Home) -> Loan | None:
    """Return the unit that an attribute always has: an age years, turnout percent."""
    del home
    if is_counting(scene, number) or whole_of(scene, number) >= 0:
        return None
    is_label = _is_label(scene, number)
    given = unit_of_head(_before(scene, number), scene.line.lang) if is_label else None
    if given is not None and given.unit is not None and not given.is_letter and not given.is_all:
        return Loan(given.unit, "unit of its label", given.scale, given.per)
    for hit, _, unit in _attributes(scene):
        if not unit or not is_plausible(scene, number, unit):
            continue
        is_percent = unit == "percent"
        if is_percent and not is_label and not _is_in_tenths(scene, number):
            continue
        is_behind = not is_percent and _closes(scene, number, hit)
        if is_behind or _is_beside(scene, number, hit, LABEL if is_label else FAR if is_percent else NEAR):
            return Loan(unit_of(unit), f"{unit}, as it is {scene.line.text[hit.start : hit.end]!r}")
    return None


def _closes(scene: Scene, number: int, hit: Hit) -> bool:
    """Return whether words such as "or older" stand right behind the number."""
    line = scene.line
    end = number_end(scene.mentions[number])
    opens = line.words[line.count_before(hit.start)] in joints_of(line.lang).conjunctions
    return opens and hit.start >= end - 1 and not line.text[end : hit.start].strip()


def _in_brackets(scene: Scene, number: int, home: Home) -> Loan | None:
    """Return years for a number alone in brackets behind a name of several words: "Ida Rohn (52) said"."""
    del home
    if "age" not in scene.vocabulary.concepts or scene.quantities[number].step != 1 or not ADULT <= value_of(scene, number) <= OLDEST:
        return None
    line, figure = scene.line, scene.layout.figures[number]
    before, behind = line.text[line.start : figure.start], line.text[figure.end : line.end]
    if before[-1:] not in OPENING or behind[:1] not in CLOSED or sum(mark in OPENING for mark in line.text[line.start : line.end]) != 1:
        return None
    after = behind[1:].lstrip()
    end = line.start + len(before[:-1].rstrip())
    is_name = any(hit.end == end and " " in line.text[hit.start : hit.end] and _is_person(scene, hit) for hit in scene.names)
    return Loan(unit_of("year"), "an age, in brackets behind a name") if is_name and after[:1].islower() else None


def _is_person(scene: Scene, hit: Hit) -> bool:
    known = scene.vocabulary.entities.get(hit.id)
    return known is None or known.kind == "person"


LENDERS: tuple[Callable[[Scene, int, Home], Loan | None], ...] = (
    of_cell,
    _of_money_noun,
    _of_attribute,
    of_addition,
    of_list,
    of_whole,
    of_change,
    of_parallel,
    of_contrast,
    _in_brackets,
)
