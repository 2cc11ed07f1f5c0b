"""Small number words that are figures though nothing counted follows: "five of its seven coaches", "rose to nine", "a crew of six"."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claimcheck.lexicon.language import Role, fold
from claimcheck.scan.amount import Number
from claimcheck.scan.moves import has_moved, moves_behind
from claimcheck.scan.scene import Scene, bits
from claimcheck.tables import load_tables

DATA = Path(__file__).parent / "data" / "small.toml"
_NUMBER = frozenset({Role.NUMBER})
_NUMBER_ROLE = bits(Role.NUMBER)
_LINK = frozenset({Role.LINK})
_CLOSES = frozenset(".,;:!?)،؛–—|")
_CELL = "|"
_FEWEST = 2


class _Words(NamedTuple):
    """What finds the words of a language, None where none are known; see the head of data/small.toml."""

    of: re.Pattern[str] | None
    cases: tuple[str, ...]
    goal: frozenset[str]
    group: tuple[str, ...]


@lru_cache(maxsize=128)
def _words_of(tag: str) -> _Words:
    lang = tag.partition("-")[0]
    table = load_tables(DATA).get("nb" if lang == "no" else lang, {})
    phrases = sorted((fold(phrase) for phrase in table.get("of", ())), key=len, reverse=True)
    of = re.compile(rf"\s*\b(?:{'|'.join(map(re.escape, phrases))})\s+") if phrases else None
    cases, goal, group = (tuple(map(fold, table.get(key, ()))) for key in ("cases", "goal", "group"))
    return _Words(of, cases, frozenset(goal), group)


def whole_behind(scene: Scene, end: int) -> int:
    """Return where the number of the whole begins that a number which ends at `end` is a part of, or -1."""
    if not scene.at(end).isspace():
        return -1
    found = _of(scene, end)
    if found < 0:
        place = scene.skip(end)
        cases = _words_of(scene.language.tag).cases
        found = place if cases and scene.folded[place : scene.word_ahead(place)].endswith(cases) else -1
    return found if found > end and _is_number(scene, found) else -1


def is_small_figure(scene: Scene, number: Number) -> bool:
    """Return whether a small number word is a figure by where it stands."""
    if number.end < scene.high and not scene.at(number.end).isspace() and scene.at(number.end) not in _CLOSES:
        return False
    if is_cell(scene, number):
        return True
    if number.low.value < _FEWEST:
        return False
    return whole_behind(scene, number.end) >= 0 or _is_goal(scene, number) or (_ends_clause(scene, number.end) and _is_told(scene, number))


def _is_told(scene: Scene, number: Number) -> bool:
    """Return whether a group or the whole at the head of the sentence says what the number that ends a clause counts."""
    return _is_of_group(scene, number) or (scene.low > scene.opening and whole_behind_opening(scene))


def whole_behind_opening(scene: Scene) -> bool:
    """Return whether the sentence opens with the whole: "Of the seven coaches, …", "Ze sedmi vagonů …"."""
    found = _of(scene, scene.opening, scene.opening)
    return found > scene.opening and (scene.folded[found].isdigit() or _spells_number(scene, found))


def _of(scene: Scene, place: int, low: int | None = None) -> int:
    """Return where the words for "of" behind `place` end, or -1."""
    pattern = _words_of(scene.language.tag).of
    found = pattern.match(scene.folded, place, scene.high) if pattern is not None else None
    return -1 if found is None or place < (scene.low if low is None else low) else found.end()


def _is_number(scene: Scene, place: int) -> bool:
    """Return whether a whole number of two or more begins at `place`."""
    if scene.at(place).isdigit():
        return True
    hit = scene.ahead(place, _NUMBER) if scene.roles_ahead(place) & _NUMBER_ROLE else None
    return hit is not None and hit.term.value >= _FEWEST


def _spells_number(scene: Scene, place: int) -> bool:
    """Return whether a word for a number begins at `place`, which is read already."""
    end = place
    while end < scene.high and (scene.folded[end].isalpha() or scene.folded[end] == "'"):
        end += 1
    return any(term.role is Role.NUMBER and term.value >= _FEWEST for term in scene.language.terms.get(scene.folded[place:end], ()))


def _ends_clause(scene: Scene, end: int) -> bool:
    place = scene.skip(end)
    return place >= scene.high or scene.at(place) in _CLOSES


def is_cell(scene: Scene, number: Number) -> bool:
    """Return whether the word is a cell of a row: "Dry wells | two | one"."""
    before, behind = scene.folded[scene.opening : number.start].rstrip(), scene.skip(number.end)
    return before.endswith(_CELL) and (behind >= scene.high or scene.at(behind) == _CELL)


def _is_goal(scene: Scene, number: Number) -> bool:
    """Return whether the number is what something rose or fell to: "stijgt naar drie", "ist auf acht gestiegen", "до семи зросла"."""
    goal = _words_of(scene.language.tag).goal
    place = scene.skip_back(number.start)
    begin = scene.word_behind(place)
    if not goal or scene.folded[begin:place] not in goal:
        return False
    if _ends_clause(scene, number.end) and has_moved(scene, begin):
        return True
    return moves_behind(scene, number.end)


def _is_of_group(scene: Scene, number: Number) -> bool:
    """Return whether a group stands before the number of its members: "a crew of six", "ein Team von fünf"."""
    group = _words_of(scene.language.tag).group
    place = scene.skip_back(number.start)
    link = scene.behind(place, _LINK) if group and place < number.start else None
    if link is None:
        return False
    noun = scene.skip_back(link.start)
    return scene.folded[scene.word_behind(noun) : noun].startswith(group)
