"""Units that a bare number takes because it is held against an amount before it: "148 km/h, allowed were only 60", "186 mm, the mean is 412"."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import BREAKS, TEMPORAL
from claimcheck.bind.lent import Home, Loan, is_plausible, is_year, unit_like, value_of
from claimcheck.bind.scene import Scene, number_end
from claimcheck.bind.words import Hit, has_unspaced
from claimcheck.lexicon.language import fold
from claimcheck.model.source import BlockKind
from claimcheck.tables import load_tables

DATA = Path(__file__).parent / "data" / "against.toml"
NORMS = frozenset(["normal_value", "average_of_year", "average", "maximum", "minimum"])
NEVER = frozenset(["percent", "ratio", "money", "data", *TEMPORAL])  # money and shares have lenders of their own
TIMES = 20  # at most so many times another is held against it
RIGHT_BEFORE = 2  # words between "only" or "add" and its number


class Against(NamedTuple):
    """Words by what they say; see the head of data/against.toml."""

    norm: tuple[str, ...]
    only: tuple[str, ...]
    while_: tuple[str, ...]
    more: tuple[str, ...]


class Clause(NamedTuple):
    """The stretch of the view in which a number stands alone."""

    start: int
    end: int


@lru_cache(maxsize=64)
def against_of(lang: str) -> Against:
    """Return the words of a language, none where it is not known."""
    base = lang.partition("-")[0]
    table = load_tables(DATA).get("nb" if base == "no" else base, {})
    norm, only, while_, more = (tuple(fold(word) for word in table.get(key, ())) for key in ("norm", "only", "while", "more"))
    return Against(norm, only, while_, more)


def of_contrast(scene: Scene, number: int, home: Home) -> Loan | None:
    """Return the unit of the one measure of the sentence where words say that the number is another value of it."""
    del home
    other = _measure_before(scene, number)
    if other < 0 or scene.sentence.kind is BlockKind.CELL or is_year(scene, number):
        return None
    quantity, size = scene.quantities[other], scene.quantities[other].stated.high or scene.quantities[other].stated.low
    if not isinstance(size, Decimal) or not size / TIMES <= value_of(scene, number) <= size * TIMES:
        return None
    clause = _clause(scene, number)
    if not _ends_clause(scene, number, clause) or _is_of_another(scene, number, clause, quantity.kind):
        return None
    if not is_plausible(scene, number, quantity.unit) or not _is_held_against(scene, number, clause, quantity.kind):
        return None
    return Loan(unit_like(quantity), f"{quantity.unit}, like the amount that it is held against", per=quantity.per)


def _measure_before(scene: Scene, number: int) -> int:
    """Return the number of the last amount with a unit before this one, or -1 where it is of no measure or the sentence holds two."""
    measured = [other for other, quantity in enumerate(scene.quantities) if quantity.unit and quantity.kind not in TEMPORAL]
    if not measured or measured[0] >= number or scene.quantities[measured[0]].kind in NEVER:
        return -1
    if len({scene.quantities[other].dimension for other in measured}) > 1:
        return -1
    return max(other for other in measured if other < number)


def _clause(scene: Scene, number: int) -> Clause:
    """Return the stretch between the stops and figures around a number."""
    figure, text = scene.layout.figures[number], scene.line.text
    start = max([scene.line.start, *(other.end for other in scene.layout.figures if other.end <= figure.start)])
    end = min([scene.line.end, *(other.start for other in scene.layout.figures if other.start >= figure.end)])
    start = max([start, *(index + 1 for index in range(start, figure.start) if text[index] in BREAKS)])
    ends = [index for index in range(number_end(scene.mentions[number]), end) if text[index] in BREAKS]
    return Clause(start, min([end, *ends]))


def _ends_clause(scene: Scene, number: int, clause: Clause) -> bool:
    """Return whether nothing that may be counted follows the number: the end, a verb, or a word for what is allowed."""
    line, end = scene.line, number_end(scene.mentions[number])
    if has_unspaced(line.text, line.start, line.end):
        return True
    after = line.words[line.count_before(end) : line.count_before(clause.end)]
    if not after:
        return True
    joints = joints_of(line.lang)
    return after[0] in joints.stop | joints.conjunctions | joints.locative or _matches(after[0], against_of(line.lang).norm)


def _is_of_another(scene: Scene, number: int, clause: Clause, kind: str) -> bool:
    """Return whether the clause names something counted that no other figure counts, or what has another measure."""
    held = [(mention.start, max(mention.end, mention.counted_to)) for mention in scene.mentions]
    for hit in scene.concepts:
        if not clause.start <= hit.start < clause.end:
            continue
        kinds = scene.vocabulary.concepts[hit.id].kinds
        if hit.role == "attribute" and kinds and kind not in kinds and "number" not in kinds:
            return True
        if hit.role == "counted" and not any(begin <= hit.start < end for index, (begin, end) in enumerate(held) if index != number):
            return True
    return False


def _is_held_against(scene: Scene, number: int, clause: Clause, kind: str) -> bool:
    """Return whether a word of the clause says that the number is another value of what was measured."""
    if any(_tells_measure(scene, hit, kind) for hit in scene.concepts if clause.start <= hit.start < clause.end):
        return True
    line, words, start = scene.line, against_of(scene.line.lang), scene.layout.figures[number].start
    if has_unspaced(line.text, line.start, line.end):
        folded = line.folded[clause.start : clause.end]
        return any(word in folded for word in words.norm) or any(folded.startswith(word) for word in words.while_)
    before = line.words[line.count_before(clause.start) : line.count_before(start)]
    own = line.words[line.count_before(clause.start) : line.count_before(clause.end)]
    near = before[-RIGHT_BEFORE:]
    return (
        any(_matches(word, words.norm) for word in own)
        or any(_matches(word, words.only) for word in near)
        or any(_matches(word, words.more) for word in near)
        or any(_matches(word, words.while_) for word in before[:1])
    )


def _tells_measure(scene: Scene, hit: Hit, kind: str) -> bool:
    """Return whether a concept is a measure of that kind, or says what is normal."""
    kinds = scene.vocabulary.concepts[hit.id].kinds
    return (hit.role == "attribute" and kind in kinds and "count" not in kinds) or (hit.role == "qualifier" and hit.id in NORMS)


def _matches(word: str, known: tuple[str, ...]) -> bool:
    return any(word == entry or (entry[-1] == "*" and word.startswith(entry[:-1])) for entry in known)
