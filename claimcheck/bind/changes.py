"""Figures that tell by how much something rose or fell: "fell by 300,000 to 2.4 million"; only the second is what it is now."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from claimcheck.bind.scene import Scene, number_end
from claimcheck.bind.words import Line
from claimcheck.lexicon.language import fold
from claimcheck.tables import load_tables
from claimcheck.values import dataclass

DATA = Path(__file__).parent / "data" / "changes.toml"
CHANGE = "change"  # the vocabulary's concept for it
REACH = 5  # words before "by" in which the verb stands
FEW_WORDS = 2  # between "by" and the figure: "by some", "by more than"
VERB_LAST = frozenset(["nl"])
BEHIND = 24  # letters behind the figure that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """The words of a language for rising and falling; see the head of data/changes.toml."""

    by: frozenset[str]
    verbs: frozenset[str]
    of_shares: frozenset[str]
    led: frozenset[str]
    moved: tuple[str, ...]
    behind: tuple[str, ...]
    run_before: tuple[str, ...]
    run_behind: tuple[str, ...]
    goal: frozenset[str]
    goal_endings: tuple[str, ...]


@lru_cache(maxsize=256)
def moves_of(lang: str) -> Moves:
    """Return the words of a language for rising and falling, none where it is not known."""
    base = lang.partition("-")[0]
    table = load_tables(DATA).get("nb" if base == "no" else base, {})

    def words(key: str) -> tuple[str, ...]:
        return tuple(fold(word) for word in table.get(key, ()))

    return Moves(
        by=frozenset(words("by")),
        verbs=frozenset(words("verbs")),
        of_shares=frozenset(words("of_shares")),
        led=frozenset(words("led")),
        moved=words("moved"),
        behind=words("behind"),
        run_before=words("run_before"),
        run_behind=words("run_behind"),
        goal=frozenset(words("goal")),
        goal_endings=words("goal_endings"),
    )


def is_change(scene: Scene, number: int) -> bool:
    """Return whether the figure tells a rise or fall, and not where it led."""
    line, mention = scene.line, scene.mentions[number]
    moves = moves_of(line.lang)
    if moves.run_before and line.folded[: mention.start].endswith(moves.run_before):
        return True
    for end in {number_end(mention), mention.end, mention.counted_to}:
        behind = line.folded[end : min(line.end, end + BEHIND)]
        is_apart = behind[:1] in ("", " ", "-") or line.folded[end - 1] == " "
        is_moved = behind.startswith(moves.run_behind) or (is_apart and behind.lstrip(" -").startswith(moves.behind))
        if is_moved and not _is_goal(scene, mention.start, end, moves):
            return True
    right_before = moves.verbs | moves.of_shares if scene.quantities[number].kind == "percent" else moves.verbs
    return _is_led(scene, mention.start, moves, right_before)


def _near(line: Line, place: int) -> tuple[str, ...]:
    """Return the words shortly before the one at `place`, and those behind its figure where verbs may stand last."""
    behind = line.words[place + 1 : place + 1 + REACH] if line.lang.partition("-")[0] in VERB_LAST else ()
    return (*line.words[max(0, place - REACH) : place], *behind)


def _is_goal(scene: Scene, start: int, end: int, moves: Moves) -> bool:
    """Return whether a word or ending makes a figure what something rose or fell to: "auf fünf gestiegen", "3100 főre csökkent"."""
    line = scene.line
    index = line.count_before(start)
    before = line.words[max(0, index - FEW_WORDS) : index]
    word = line.folded[start:end].rstrip().rpartition(" ")[2]
    return not moves.goal.isdisjoint(before) or (bool(moves.goal_endings) and word.endswith(moves.goal_endings) and not word.isdecimal())


def _is_led(scene: Scene, start: int, moves: Moves, right_before: frozenset[str]) -> bool:
    """Return whether a word such as "by" leads to the figure at `start`, or a verb of rising stands right before it."""
    line = scene.line
    index = line.count_before(start)
    for gap in range(min(FEW_WORDS + 1, index)):
        place = index - 1 - gap
        if any(line.starts[place] <= mention.start < start for mention in scene.mentions):
            return False
        if any(mark in line.text[line.ends[place] : start] for mark in ",;:("):
            return False
        word = line.words[place]
        if word in moves.by or (gap == 0 and word in right_before):
            return True
        if word in moves.led and any(other.startswith(moves.moved) for other in _near(line, place)):
            return True
    return False
