"""Whether two numbers tell that something went from the one to the other, and so are no range."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from claimcheck.lexicon.language import Language
from claimcheck.model.mention import Numeral
from claimcheck.scan.amount import Amount
from claimcheck.scan.scene import Scene
from claimcheck.tables import load_tables

DATA = Path(__file__).parent / "data" / "moves.toml"
REACH = 70  # characters before the old value in which its verb may stand
BREAKS = ",;:()，；："
FAR = 4  # times as large as what something rose by is what it rose to, not the other end of a range


def tells_move(scene: Scene, start: int, end: int, *, opened: bool) -> bool:
    """Return whether a verb before the numbers from `start` to `end`, or what stands behind them, says that something moved.

    "La inflación subió del 2,8 al 3,1 %" moved; "entre 2,8 y 3,1 %" and "de 12 a 31 grados" did not. Without a word such as "de"
    before the first number, which `opened` tells, a verb says nothing: "subió a 12 o 13".
    """
    before, behind = _moves_of(scene.language.tag.partition("-")[0])
    if behind and scene.folded.startswith(behind, end):
        return True
    if not before or not opened:
        return False
    return has_moved(scene, start, before)


def leads_to_goal(scene: Scene, start: int) -> bool:
    """Return whether the word before the number at `start` makes it a new value and never the end of a range: "von 12 auf 31"."""
    place = scene.skip_back(start)
    goal = _table_of(scene.language.tag).get("goal", ())
    return bool(goal) and scene.folded[scene.word_behind(place) : place] in goal


def tells_rise(scene: Scene, amount: Amount, high: Numeral, *, own: bool) -> bool:
    """Return whether the first of two numbers tells a rise or fall and the second where it led: "fell by 300,000 to 2.4 million".

    "Rose by 3 to 5 percent" is a range; its ends lie near one another and share one unit. Where the first has its `own`,
    a verb is enough: "sank um 3 Prozent auf 9 Prozent", "rose 2 % to 12 %".
    """
    by, verbs = _rises_of(scene.language.tag.partition("-")[0])
    place = scene.skip_back(amount.start)
    is_by = scene.folded[scene.word_behind(place) : place] in by
    if own and (is_by or has_moved(scene, amount.start, verbs)):
        return True
    return is_by and amount.low is not None and high.value >= FAR * amount.low.value


def has_moved(scene: Scene, start: int, verbs: tuple[str, ...] = ()) -> bool:
    """Return whether a verb of rising or falling stands in the clause before `start`; `verbs` are how they begin, if known."""
    verbs = verbs or _rises_of(scene.language.tag.partition("-")[0])[1]
    return bool(verbs) and any(word.startswith(verbs) for word in _clause(scene, start))


def moves_to(scene: Scene, word: str, start: int) -> bool:
    """Return whether a verb of rising or falling stands right before the "to" at `start`: "ускорилась до", "podnosi stopy do"."""
    lang = scene.language.tag.partition("-")[0]
    if word not in _table_of(scene.language.tag).get("to", ()):
        return False
    verbs = _rises_of(lang)[1]
    return bool(verbs) and any(word.startswith(verbs) for word in _clause(scene, start)[-_NEAR_WORDS:])


def goes_to(scene: Scene, word: str, start: int) -> bool:
    """Return whether "up to" at `start` stands behind a verb that makes it lead to a new value: "the pension goes up to 950 euros"."""
    table = _table_of(scene.language.tag)
    return word in table.get("up_to", ()) and scene.folded[scene.word_behind(scene.skip_back(start)) : start].strip() in table["goes"]


@lru_cache(maxsize=64)
def _table_of(tag: str) -> dict[str, list[str]]:
    return dict(load_tables(DATA).get(tag.partition("-")[0], {}))


def verbs_of(language: Language) -> tuple[str, ...]:
    """Return how the verbs of rising and falling of a language begin."""
    return _rises_of(language.tag.partition("-")[0])[1] or ("\0",)


def moves_behind(scene: Scene, end: int) -> bool:
    """Return whether a verb of rising or falling stands right behind a number: "auf acht gestiegen", "do siedmiu wzrosła"."""
    place = scene.skip(end)
    verbs = _rises_of(scene.language.tag.partition("-")[0])[1]
    return place > end and bool(verbs) and scene.folded[place : scene.word_ahead(place)].startswith(verbs)


_NEAR_WORDS = 2


def _clause(scene: Scene, start: int) -> list[str]:
    """Return the words of the clause before `start`, as far as a verb is looked for."""
    clause = scene.folded[max(scene.opening, start - REACH) : start]
    for mark in BREAKS:
        clause = clause.rpartition(mark)[2]
    return clause.replace("'", " ").split()


def is_pure_range(scene: Scene, opening: str, start: int) -> bool:
    """Return whether the word before the numbers opens a range where nothing moved, though it also means since: "od 5 do 10 cm"."""
    table = _table_of(scene.language.tag)
    return opening in table.get("spans", ()) or (opening in table.get("spans_at_rest", ()) and not has_moved(scene, start))


def is_aged(scene: Scene, end: int) -> bool:
    """Return whether the word that ends before `end` begins a range of ages: "aged from 18 to 29"."""
    place = scene.skip_back(end)
    return scene.folded[scene.word_behind(place) : place] in _table_of(scene.language.tag).get("aged", ())


@lru_cache(maxsize=256)
def _rises_of(lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words before what something rose or fell by, and how verbs of rising and falling begin."""
    table = load_tables(DATA).get(lang, {})
    return tuple(table.get("by", ())), (*table.get("before", ()), *table.get("verbs", ()))


@lru_cache(maxsize=256)
def _moves_of(lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = load_tables(DATA).get(lang, {})
    return tuple(table.get("before", ())), tuple(table.get("behind", ()))
