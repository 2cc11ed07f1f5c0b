"""Which new claim was which old one, and what of it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from claimcheck import units
from claimcheck.align.names import likeness
from claimcheck.diff.passages import Passage, pair_passages, passages_of, unmoved
from claimcheck.diff.version import End, Figure
from claimcheck.values import dataclass

MEANING: Final = ("value", "reading", "hedge", "modality", "attribute", "counted", "entities", "scope", "attribution", "period", "as_of")
_BINDING: Final = ("attribute", "counted", "scope", "attribution", "period", "as_of")
COUNTS: Final = {"count", "number"}
_ENOUGH_BESIDE: Final = 2.0  # within one sentence: of one dimension, and nothing against it
_ENOUGH_APART: Final = 4.5  # in sentences that have nothing else in common
_MOST_RIVALS: Final = 32  # old claims of one value, or of one attribute, that a new one is set against
_AROUND: Final = 24  # characters on each side that tell what a figure is of
_TELLING: Final = 3  # digits that hardly two figures share by chance


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Change:
    """What became of a claim: `op` is add, remove, replace, move or keep; `changes` names what differs.

    What changes the meaning is of `MEANING`, "reading" where equal words are now read as another value; besides, "unit", "precision", "wording" (of the figure), "sentence" (around it)
    and "place".
    """

    op: str
    was: Figure | None
    now: Figure | None
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Seat:
    """A figure with the passage it sits in and its place among all passages and in its own."""

    figure: Figure
    passage: Passage
    number: int
    rank: int


def compare_figures(old: Iterable[Figure], new: Iterable[Figure]) -> tuple[Change, ...]:
    """Return what became of the claims of a document, in the order of the new one; removed ones stand at the end."""
    before, after = passages_of(old), passages_of(new)
    sentences = pair_passages(before, after)
    pairs = list(_within(before, after, sentences))
    pairs += _across(_left(before, [was for was, _ in pairs]), _left(after, [now for _, now in pairs]))
    pairs.sort(key=lambda pair: (pair[0].number, pair[1].number))
    stayed = unmoved([now.number for _, now in pairs])
    changed = {now.figure.id: _change(was, now, moved=place not in stayed) for place, (was, now) in enumerate(pairs)}
    gone = {was.figure.id for was, _ in pairs}
    ordered = [changed.get(seat.figure.id) or Change(op="add", was=None, now=seat.figure) for seat in _seats(after)]
    lost = [Change(op="remove", was=seat.figure, now=None) for seat in _seats(before) if seat.figure.id not in gone]
    return (*ordered, *lost)


def _seats(passages: Sequence[Passage]) -> Iterator[_Seat]:
    for number, passage in enumerate(passages):
        for rank, figure in enumerate(passage.figures):
            yield _Seat(figure, passage, number, rank)


def _left(passages: Sequence[Passage], taken: Sequence[_Seat]) -> list[_Seat]:
    known = {seat.figure.id for seat in taken}
    return [seat for seat in _seats(passages) if seat.figure.id not in known]


def _within(old: Sequence[Passage], new: Sequence[Passage], sentences: Mapping[int, int]) -> Iterator[tuple[_Seat, _Seat]]:
    """Yield the pairs of claims in paired sentences."""
    for now, was in sorted(sentences.items()):
        theirs = [_Seat(figure, old[was], was, rank) for rank, figure in enumerate(old[was].figures)]
        ours = [_Seat(figure, new[now], now, rank) for rank, figure in enumerate(new[now].figures)]
        scored = [(score(a, b) - 0.2 * abs(a.rank - b.rank), a, b) for a in theirs for b in ours]
        yield from _best(scored, _ENOUGH_BESIDE)


def _across(old: Sequence[_Seat], new: Sequence[_Seat]) -> Iterator[tuple[_Seat, _Seat]]:
    """Yield the pairs among what is left: a sentence rewritten, taken apart, or put together with another."""
    shelves: dict[tuple[object, ...], list[_Seat]] = {}
    for seat in old:
        for shelf in _shelves(seat.figure):
            shelves.setdefault(shelf, []).append(seat)
    scored = []
    for seat in new:
        near = {id(one): one for shelf in _shelves(seat.figure) for one in shelves.get(shelf, ())[:_MOST_RIVALS]}
        scored += [(score(one, seat), one, seat) for one in near.values()]
    yield from _best(scored, _ENOUGH_APART)


def _shelves(figure: Figure) -> tuple[tuple[object, ...], ...]:
    """Return where a figure is looked for among others: by its value, and by what it is of."""
    bound = (figure.about.get("attribute"), figure.about.get("counted"))
    by_value: tuple[object, ...] = (_family(figure), _ends(figure))
    return (by_value, (_family(figure), *bound)) if any(bound) else (by_value,)


def _best(scored: Iterable[tuple[float, _Seat, _Seat]], least: float) -> Iterator[tuple[_Seat, _Seat]]:
    taken: set[str] = set()
    given: set[str] = set()
    for points, was, now in sorted(scored, key=lambda one: (-one[0], one[2].figure.offset, one[1].figure.offset)):
        if points < least:
            return
        if was.figure.id not in taken and now.figure.id not in given:
            taken.add(was.figure.id)
            given.add(now.figure.id)
            yield was, now


def score(was: _Seat, now: _Seat) -> float:
    """Return how much speaks for two claims being one: dimension, value, what they are bound to, and the words beside them."""
    a, b = was.figure, now.figure
    if _family(a) != _family(b):
        is_in_place = was.rank == now.rank and was.passage.masked == now.passage.masked
        return _ENOUGH_BESIDE if is_in_place else 0.0  # the same words around it: only its unit or noun is now read otherwise
    points = 2.0 if a.dimension == b.dimension else 1.5
    if has_same_value(a, b):
        points += 3.0 if _is_telling(a) else 2.0
    for name in ("attribute", "counted"):
        ours, theirs = a.about.get(name), b.about.get(name)
        points += (1.0 if ours == theirs else -1.0) if ours and theirs else 0.0
    points += 0.5 if set(a.entities) & set(b.entities) else 0.0
    points += 0.25 if a.qualifiers and a.qualifiers == b.qualifiers else 0.0
    return points + 1.5 * _beside(was, now)


def _beside(was: _Seat, now: _Seat) -> float:
    """Return how alike the words on both sides of two figures are, from 0 to 1."""
    (left, right), (before, after) = _sides(was), _sides(now)
    return (likeness(left, before) + likeness(right, after)) / 2 if (left or right) and (before or after) else 0.0


def _sides(seat: _Seat) -> tuple[str, str]:
    start = seat.passage.starts[seat.rank]
    end = start + len(seat.figure.text)
    text = seat.passage.text
    return text[max(0, start - _AROUND) : start].strip(), text[end : end + _AROUND].strip()


def _family(figure: Figure) -> str:
    """Return what a figure can have turned into without becoming another: amounts of any currency are one family."""
    return "count" if figure.kind in COUNTS else figure.kind


def _is_telling(figure: Figure) -> bool:
    end = figure.stated[0] if figure.stated[0] is not None else figure.stated[1]
    if not isinstance(end, Decimal):
        return figure.stated[0] == figure.stated[1]
    return figure.kind == "money" or len(end.normalize().as_tuple().digits) >= _TELLING


def _change(was: _Seat, now: _Seat, *, moved: bool) -> Change:
    changes = tuple(changes_between(was.figure, now.figure))
    beside = [] if was.passage.masked == now.passage.masked else ["sentence"]
    changes = (*changes, *beside, *(["place"] if moved else []))
    op = "replace" if any(change in MEANING for change in changes) else "move" if moved else "keep"
    return Change(op=op, was=was.figure, now=now.figure, changes=changes)


def changes_between(was: Figure, now: Figure) -> Iterator[str]:
    """Yield what differs between two readings of one claim; what one of them leaves unsaid is no difference."""
    same = has_same_value(was, now)
    if not same:
        yield "reading" if was.text == now.text else "value"
    if was.hedge != now.hedge:
        yield "hedge"
    if was.about.get("modality") != now.about.get("modality"):
        yield "modality"
    for name in _BINDING:
        ours, theirs = was.about.get(name), now.about.get(name)
        if ours and theirs and ours != theirs:
            yield name
    if was.entities and now.entities and not set(was.entities) & set(now.entities):
        yield "entities"
    if same and was.unit != now.unit:
        yield "unit"
    elif same and was.hedge == now.hedge and was.meant != now.meant:
        yield "precision"
    if was.text != now.text:
        yield "wording"


def has_same_value(a: Figure, b: Figure) -> bool:
    """Return whether two figures state the same numbers or days, whatever their units, words and hedges."""
    if _family(a) != _family(b) or (a.dimension != b.dimension and not {a.kind, b.kind} <= COUNTS):
        return False
    ours, theirs = _ends(a), _ends(b)
    if ours == theirs or (a.hedge != b.hedge and (ours <= theirs or theirs <= ours)):
        return True
    return a.unit != b.unit and (rounds_to(a, b) or rounds_to(b, a))


def _ends(figure: Figure) -> frozenset[Decimal | str]:
    """Return the stated ends that are closed, numbers in the base unit."""
    factor, offset = _way(figure.unit)
    return frozenset((end * factor + offset).normalize() if isinstance(end, Decimal) else end for end in figure.stated if end is not None)


def rounds_to(a: Figure, b: Figure) -> bool:
    """Return whether what `a` states rounds to `b`: "8 km" is "5 miles"."""
    low, high = b.meant
    values = [end for end in _ends(a) if isinstance(end, Decimal)]
    return len(values) == 1 and isinstance(low, Decimal) and isinstance(high, Decimal) and low <= values[0] <= high


def _way(unit: str) -> tuple[Decimal, Decimal]:
    """Return factor and offset to the base unit; of a unit that is none of ours, such as money per something, itself."""
    if unit not in units.NAMES:
        return Decimal(1), Decimal(0)
    known = units.unit_of(unit)
    return known.factor, known.offset


def end_text(end: End) -> str:
    """Return an end as a text without an exponent."""
    return format(end.normalize(), "f") if isinstance(end, Decimal) else end or ""
