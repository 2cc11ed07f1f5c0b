"""Units that a bare number takes from what it is of: "median age: 43.1", "6 billion in aid", "7,300 hectares, 1,200 of them in Norva".

A unit is lent only where the words leave no other: the number counts nothing, is plausible in that unit and stands right
with the word or figure that gives it. A wrong unit is worse than none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from claimcheck.bind.counted import COUNTS, choose_counted
from claimcheck.bind.head_units import unit_of_head
from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import BREAKS, CLOSED, COLONS, OPENING, TEMPORAL
from claimcheck.bind.material import Material
from claimcheck.bind.parts import is_part, whole_of
from claimcheck.bind.scene import Heading, Scene, number_end
from claimcheck.bind.words import Hit
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Unit
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import BlockKind
from claimcheck.model.taxonomy import EARLIER
from claimcheck.units import PERCENT, money_unit, unit_of

OLDEST = Decimal(120)  # years
WHOLE = Decimal(100)  # percent
LARGE, COARSE = Decimal(10**6), Decimal(100)  # amounts that are money where no currency is written: "6 billion", not "1,203,417"
NEAR = 3  # words between an attribute and its bare value: "the median age is 43"
FAR = 6  # the same for values whose look says more: millions, tenths
LABEL = 8  # words of a label: "Turnout in the second round: 61"
LABEL_ENDS = (*COLONS, "|", "│", "｜", "=")
PARTED = 5  # words between a whole and its part
TIMES = 20  # at most so many times another is what it was before
SHARE = 1000  # at least so small a part is told of a whole
YEARS = (1900, 2100)
ADULT = 16  # a number in brackets behind a name may be an age from here on
HEADS = 2  # headings of a table cell that are its own: its column's and its row's


class Loan(NamedTuple):
    """What a bare number turns out to be in, and why; `scale` multiplies it."""

    unit: Unit
    why: str
    scale: Decimal = Decimal(1)


def lend_units(scene: Scene, home: Unit | None) -> tuple[Quantity, ...]:
    """Return the quantities of a scene, bare ones in the unit that their words give; `home` is the currency of the document."""
    if not any(_is_bare(quantity) or _is_borrowed_money(quantity) for quantity in scene.quantities):
        return scene.quantities
    for number in range(len(scene.quantities)):
        quantity = scene.quantities[number]
        if _is_borrowed_money(quantity) and _counts_by_label(scene, number):
            scene = _with(scene, number, replace(quantity.others[-1], others=()))
        elif _is_bare(quantity):
            loan = next((loan for lender in LENDERS if (loan := lender(scene, number, home)) is not None), None)
            scene = _with(scene, number, counted_in(quantity, loan)) if loan is not None else scene
    return scene.quantities


def currency_of(material: Material) -> Unit | None:
    """Return the currency that most amounts of a document are in, those that only repeat another in a second one aside."""
    told = Counter(
        quantity.unit
        for mention, quantity in zip(material.mentions, material.quantities, strict=True)
        if quantity.kind == "money" and " " not in quantity.dimension and mention.converts < 0 and not _is_borrowed_money(quantity)
    )
    return money_unit(told.most_common(1)[0][0]) if told else None


def counted_in(quantity: Quantity, loan: Loan) -> Quantity:
    """Return a bare quantity in the unit lent to it; the bare one remains as a further reading.

    >>> from claimcheck.units import PERCENT
    >>> seven = Interval(Decimal(7), Decimal(7))
    >>> bare = Quantity(kind="number", dimension="number", unit="", stated=seven, interval=seven, base_unit="")
    >>> counted_in(bare, Loan(PERCENT, "")).unit
    'percent'
    """
    unit = loan.unit
    return replace(
        quantity,
        kind=unit.kind,
        dimension=unit.dimension,
        unit=unit.name,
        stated=_mapped(quantity, loan.scale, Decimal(0), is_meant=False),
        interval=_mapped(quantity, loan.scale * unit.factor, unit.offset, is_meant=True),
        base_unit=unit.base_name,
        factor=unit.factor,
        offset=unit.offset,
        step=quantity.step * loan.scale,
        others=(replace(quantity, others=()),),
        why=loan.why,
    )


def _mapped(quantity: Quantity, factor: Decimal, offset: Decimal, *, is_meant: bool) -> Interval[Decimal]:
    ends = quantity.interval if is_meant else quantity.stated
    low, high = (end * factor + offset if isinstance(end, Decimal) else None for end in (ends.low, ends.high))
    return Interval(low, high, ends.low_closed, ends.high_closed)


def _with(scene: Scene, number: int, quantity: Quantity) -> Scene:
    return replace(scene, quantities=(*scene.quantities[:number], quantity, *scene.quantities[number + 1 :]))


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind in COUNTS and not quantity.unit


def _is_borrowed_money(quantity: Quantity) -> bool:
    """Return whether an amount has its currency from its neighbours, and could be a count."""
    return quantity.kind == "money" and bool(quantity.others) and bool(quantity.why) and _is_bare(quantity.others[-1])


def _counts_by_label(scene: Scene, number: int) -> bool:
    """Return whether the row's head or the label before the number names what is counted: "Customers | 2.1 million"."""
    if scene.sentence.kind is BlockKind.CELL:
        last = scene.headings[-1:]
        return any(_counts(scene, heading) for heading in last)
    start = scene.layout.figures[number].start
    labels = [hit for hit in scene.concepts if hit.end <= start and scene.line.text[hit.end : start].strip() in LABEL_ENDS]
    return any(_is_of_counts(scene, hit) for hit in labels)


def _counts(scene: Scene, heading: Heading) -> bool:
    return any(_is_of_counts(scene, hit) for hit in heading.concepts)


def _is_of_counts(scene: Scene, hit: Hit) -> bool:
    """Return whether a concept is a thing that is counted, or an attribute of nothing but counts: dead, customers."""
    return hit.role == "counted" or (hit.role == "attribute" and scene.vocabulary.concepts[hit.id].kinds == ("count",))


def _value(scene: Scene, number: int) -> Decimal:
    """Return the larger end of a bare number."""
    stated = scene.quantities[number].stated
    ends = [end for end in (stated.low, stated.high) if isinstance(end, Decimal)]
    return max(ends, default=Decimal(0))


def _is_large(scene: Scene, number: int) -> bool:
    return _value(scene, number) >= LARGE and scene.quantities[number].step >= COARSE


def _is_in_tenths(scene: Scene, number: int) -> bool:
    return 0 < scene.quantities[number].step < 1


def _is_counting(scene: Scene, number: int) -> bool:
    """Return whether a noun stands at the number that it counts; words such as "before" are none."""
    noun = choose_counted(scene, number)
    if not noun.is_attached:
        return False
    end = number_end(scene.mentions[number])
    concepts = scene.vocabulary.concepts
    earlier = [hit for hit in scene.hits("qualifier") if hit.id == EARLIER or EARLIER in concepts[hit.id].is_a]
    return not any(end <= hit.start < noun.end for hit in earlier)


def _attributes(scene: Scene) -> Iterator[tuple[Hit, tuple[str, ...], str]]:
    """Yield the attributes named, each with its kinds and the unit of its bare numbers."""
    for hit in scene.hits("attribute"):
        concept = scene.vocabulary.concepts[hit.id]
        yield hit, concept.kinds, concept.unit or ("percent" if concept.kinds == ("percent",) else "")


def _words_between(scene: Scene, begin: int, end: int) -> tuple[str, ...]:
    return scene.line.words[scene.line.count_before(begin) : scene.line.count_before(end)]


def _is_beside(scene: Scene, number: int, hit: Hit, most: int) -> bool:
    """Return whether an attribute stands before a number with few words between, no other figure, and no stop but a colon."""
    start = scene.layout.figures[number].start
    if hit.end > start or any(hit.start < figure.end and figure.start < start for figure in scene.layout.figures):
        return False
    between = scene.line.text[hit.end : start]
    if not BREAKS.difference(COLONS).isdisjoint(between) or not OPENING.isdisjoint(between):
        return False
    counted = any(hit.end <= other.start < start for other in scene.hits("counted"))
    return not counted and len(_words_between(scene, hit.end, start)) <= most


def _is_label(scene: Scene, number: int) -> bool:
    """Return whether the sentence is but a label and its number: "Turnout in the second round: 61"."""
    line, figure = scene.line, scene.layout.figures[number]
    is_led = _before(scene, number)[-1:] in LABEL_ENDS
    return is_led and not line.text[figure.end : line.end].strip(" .") and line.count_before(figure.start) <= LABEL


def _before(scene: Scene, number: int) -> str:
    return scene.line.text[scene.line.start : scene.layout.figures[number].start].rstrip()


def _of_cell(scene: Scene, number: int, home: Unit | None) -> Loan | None:
    """Return the unit that the heads of a table cell give, the row's before the column's; a caption's only where these name none."""
    if scene.sentence.kind is not BlockKind.CELL or _is_counting(scene, number) or _is_year(scene, number):
        return None
    own = scene.headings[-HEADS:]
    for heading in reversed(scene.headings[-HEADS - 1 :]):
        given = unit_of_head(heading.line.text, scene.line.lang)
        if given is None or (given.is_letter and not _fits_kind(scene, heading, given.unit)):
            continue
        if heading not in own and any(_contradicts(scene, other, given.unit) for other in own):
            continue
        unit = given.unit or (home if _is_money(scene, heading) else None)
        if unit is not None:
            return Loan(unit, f"unit of the head {heading.line.text!r}", given.scale)
    if (
        _value(scene, number) <= WHOLE
        and any(_is_percent(scene, heading) for heading in own)
        and not any(_counts(scene, heading) for heading in own)
    ):
        return Loan(PERCENT, f"percent like what {own[-1].line.text!r} heads")
    return _of_aged_cell(scene, number, own)


def _of_aged_cell(scene: Scene, number: int, own: tuple[Heading, ...]) -> Loan | None:
    for heading in reversed(own):
        for hit in heading.concepts:
            unit = scene.vocabulary.concepts[hit.id].unit if hit.role == "attribute" else ""
            if unit and _is_plausible(scene, number, unit) and not any(_counts(scene, heading) for heading in own):
                return Loan(unit_of(unit), f"in the unit of {heading.line.text!r}")
    return None


def _fits_kind(scene: Scene, heading: Heading, unit: Unit | None) -> bool:
    return unit is not None and any(unit.kind in scene.vocabulary.concepts[hit.id].kinds for hit in heading.concepts)


def _is_money(scene: Scene, heading: Heading) -> bool:
    return any(scene.vocabulary.concepts[hit.id].kinds == ("money",) for hit in heading.concepts if hit.role == "attribute")


def _is_percent(scene: Scene, heading: Heading) -> bool:
    return any(scene.vocabulary.concepts[hit.id].kinds == ("percent",) for hit in heading.concepts if hit.role == "attribute")


def _contradicts(scene: Scene, heading: Heading, unit: Unit | None) -> bool:
    """Return whether a head names what is never in the unit of the caption: people under "in million euros"."""
    kind = unit.kind if unit is not None else ""
    kinds = [scene.vocabulary.concepts[hit.id].kinds for hit in heading.concepts if hit.role == "attribute"]
    return _counts(scene, heading) or any(own and kind not in own for own in kinds)


def _is_year(scene: Scene, number: int) -> bool:
    """Return whether a bare number may be a year: four digits as they stand."""
    low, high = YEARS
    mention = scene.mentions[number]
    digits = scene.line.text[mention.start : number_end(mention)].strip()
    return digits.isdigit() and low <= _value(scene, number) < high


def _of_money_noun(scene: Scene, number: int, home: Unit | None) -> Loan | None:
    """Return the currency of an amount whose noun is money: "6 miliardi di liquidità", "debts of 2 billion"."""
    unit = _nearest_money(scene, number) or home
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
    return None


def _is_its_noun(scene: Scene, end: int, hit: Hit) -> bool:
    """Return whether an attribute stands behind a number as its noun: "of", "in" and an adjective may lead to it."""
    between = _words_between(scene, end, hit.start)
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
        (abs(other - number), quantity)
        for other, quantity in enumerate(scene.quantities)
        if quantity.kind == "money" and " " not in quantity.dimension and scene.mentions[other].converts < 0
    ]
    return _unit(min(amounts, key=lambda amount: amount[0])[1]) if amounts else None


def _unit(quantity: Quantity) -> Unit:
    return Unit(quantity.kind, quantity.unit, quantity.dimension, quantity.base_unit, quantity.factor, quantity.offset)


def _is_plausible(scene: Scene, number: int, unit: str) -> bool:
    value = _value(scene, number)
    return value <= (WHOLE if unit == "percent" else OLDEST) if unit in ("percent", "year") else True


def _of_attribute(scene: Scene, number: int, home: Unit | None) -> Loan | None:
    """Return the unit that an attribute always has: an age years, turnout percent."""
    del home
    if _is_counting(scene, number) or whole_of(scene, number) >= 0:
        return None
    is_label = _is_label(scene, number)
    given = unit_of_head(_before(scene, number), scene.line.lang) if is_label else None
    if given is not None and given.unit is not None and not given.is_letter:
        return Loan(given.unit, "unit of its label", given.scale)
    for hit, _, unit in _attributes(scene):
        if not unit or not _is_plausible(scene, number, unit):
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


def _of_list(scene: Scene, number: int, home: Unit | None) -> Loan | None:
    """Return the unit of the member of a list before this one: "aged 23 and 19"."""
    del home
    if not number or _is_counting(scene, number):
        return None
    before = scene.quantities[number - 1]
    if not (before.others and before.why and _is_bare(before.others[-1]) and before.unit in ("year", "percent")):
        return None
    between = scene.line.text[scene.layout.figures[number - 1].end : scene.layout.figures[number].start]
    words = _words_between(scene, number_end(scene.mentions[number - 1]), scene.layout.figures[number].start)
    joined = all(word in joints_of(scene.line.lang).conjunctions for word in words) and (words or "," in between)
    if not joined or not _is_plausible(scene, number, before.unit):
        return None
    return Loan(_unit(before), f"{before.unit}, as the one before it in a list")


def _of_whole(scene: Scene, number: int, home: Unit | None) -> Loan | None:
    """Return the unit of the whole that the number is a part of: "7,300 hectares, 1,200 of them in Norva"."""
    del home
    whole = _amount_before(scene, number)
    if whole < 0 or not is_part(scene, number) or _is_counting(scene, number):
        return None
    quantity, size = scene.quantities[whole], scene.quantities[whole].stated.high
    begin, figure = scene.layout.figures[whole].end, scene.layout.figures[number]
    if quantity.kind in ("percent", "temperature", "ratio", "speed") or not isinstance(size, Decimal):
        return None
    if not _value(scene, number) <= size <= _value(scene, number) * SHARE or len(_words_between(scene, begin, figure.start)) > PARTED:
        return None
    counted = [hit for hit in scene.hits("counted") if hit.start >= begin]
    if any(hit.start < figure.start or len(_words_between(scene, figure.end, hit.start)) <= PARTED for hit in counted):
        return None
    return Loan(_unit(quantity), f"{quantity.unit}, like what it is a part of")


def _amount_before(scene: Scene, number: int) -> int:
    """Return the number of the amount right before this one, if it has a unit, or -1."""
    others = [
        other
        for other in range(number)
        if scene.quantities[other].kind not in TEMPORAL and scene.mentions[other].converts < 0 and scene.layout.figures[other].host < 0
    ]
    return others[-1] if others and scene.quantities[others[-1]].unit else -1


def _of_change(scene: Scene, number: int, home: Unit | None) -> Loan | None:
    """Return the unit of the new value before the old one: "raised to 1,000 euros from 500", "auf 900 Euro nach zuvor 750"."""
    del home
    new = _amount_before(scene, number)
    if new < 0 or _is_year(scene, number) or _is_counting(scene, number):
        return None
    quantity, size = scene.quantities[new], scene.quantities[new].stated.high
    if not isinstance(size, Decimal) or " " in quantity.dimension:
        return None
    if not size / TIMES <= _value(scene, number) <= size * TIMES or not _is_held_against(scene, new, number):
        return None
    return Loan(_unit(quantity), f"{quantity.unit}, like what it changed to")


def _is_held_against(scene: Scene, new: int, number: int) -> bool:
    """Return whether nothing but "from", "after" or the like, and one small word more, stands between two figures."""
    joints = joints_of(scene.line.lang)
    begin, start = scene.layout.figures[new].end, scene.layout.figures[number].start
    words = _words_between(scene, begin, start)
    if not 0 < len(words) <= NEAR or not BREAKS.difference(",").isdisjoint(scene.line.text[begin:start]):
        return False
    return words[0] in joints.before_old or any(words[: len(phrase)] == phrase for phrase in joints.versus)


def _in_brackets(scene: Scene, number: int, home: Unit | None) -> Loan | None:
    """Return years for a number alone in brackets behind a name of several words: "Ida Rohn (52) said"."""
    del home
    if "age" not in scene.vocabulary.concepts or scene.quantities[number].step != 1 or not ADULT <= _value(scene, number) <= OLDEST:
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


LENDERS: tuple[Callable[[Scene, int, Unit | None], Loan | None], ...] = (
    _of_cell,
    _of_money_noun,
    _of_attribute,
    _of_list,
    _of_whole,
    _of_change,
    _in_brackets,
)
