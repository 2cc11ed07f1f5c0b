"""What is counted: the noun at the number, or the one that the clause gives."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import BREAKS, TEMPORAL
from claimcheck.bind.parts import leads_to_whole, whole_of
from claimcheck.bind.reach import Reach, reach_of, weight_of
from claimcheck.bind.scene import Scene, number_end
from claimcheck.bind.speakers import speakers_of
from claimcheck.bind.words import Hit, has_unspaced
from claimcheck.model.mention import Mention
from claimcheck.model.source import BlockKind

COUNTS = frozenset(["count", "number"])
MOST_WORDS = 4
SHORT_WORD = 2
APOSTROPHES = frozenset("'’")
CAPITAL_NOUNS = ("de", "lb", "nl")  # nouns, or at least the people of a country, have capitals there, and adjectives few


class Noun(NamedTuple):
    """What is counted, and to where in the view the claim's span reaches because of it; `is_attached` to the number."""

    id: str | None
    start: int
    end: int
    is_attached: bool


def choose_counted(scene: Scene, number: int) -> Noun:
    """Return what the figure counts; of a quantity that is no count, nothing."""
    mention = scene.mentions[number]
    if scene.quantities[number].kind not in COUNTS:
        return Noun(None, mention.start, _bare_end(scene, mention), is_attached=False)
    attached = _attached_concept(scene, mention) or _attached_word(scene, mention)
    if attached is not None:
        return attached
    borrowed = _of_whole(scene, number) or _borrowed(scene, number) or _of_heads(scene)
    return Noun(borrowed.id if borrowed else None, mention.start, _bare_end(scene, mention), is_attached=False)


def _of_whole(scene: Scene, number: int) -> Hit | None:
    """Return the concept of the whole that the figure is said to be a part of: "38 of the country's 52 hospitals" are hospitals."""
    whole = whole_of(scene, number)
    if whole < 0 or scene.quantities[whole].kind not in COUNTS:
        return None
    noun = _attached_concept(scene, scene.mentions[whole])
    return next((hit for hit in scene.hits("counted") if noun is not None and hit.id == noun.id), None)


def _bare_end(scene: Scene, mention: Mention) -> int:
    """Return where a number ends that turned out to have no noun; its mention may cover the word behind it."""
    end = number_end(mention)
    if end == mention.end or has_unspaced(scene.line.text, end, mention.end):
        return mention.end
    line, joints = scene.line, joints_of(scene.line.lang)
    index = line.count_before(end) - 1
    while line.starts[index] > mention.start and (line.words[index] in joints.stop or (line.words[index],) in joints.particle):
        index -= 1
    return line.ends[index]


def _attached_concept(scene: Scene, mention: Mention) -> Noun | None:
    """Return the counted concept in the words at the number, or in the number's own."""
    begin, end = min(mention.start, mention.counted_from or mention.start), max(mention.end, mention.counted_to)
    near = [hit for hit in scene.hits("counted") if begin <= hit.start < end and _is_reachable(scene, mention, hit)]
    best = min(near, key=lambda hit: (_is_counter(scene, hit), hit.start), default=None)
    if best is None:
        return None
    return Noun(best.id, min(mention.start, best.start), max(number_end(mention), best.end), is_attached=True)


def _is_counter(scene: Scene, hit: Hit) -> bool:
    """Return whether a noun is a single character such as 台 or 基: a counter at a number, part of other words elsewhere."""
    return hit.end - hit.start == 1 and has_unspaced(scene.line.text, hit.start, hit.end)


def _is_reachable(scene: Scene, mention: Mention, hit: Hit) -> bool:
    """Return whether the words between number and noun are few and no clause begins among them."""
    line = scene.line
    end = number_end(mention)
    if _is_counter(scene, hit) and hit.start < end:
        return False
    begin, stop = (end, hit.start) if hit.start >= end else (hit.end, mention.start)
    if begin >= stop:
        return True
    between = line.words[line.count_before(begin) : line.count_before(stop)]
    stops = joints_of(line.lang).stop
    return (
        len(between) <= MOST_WORDS
        and not any(word in stops for word in between)
        and not any(letter in ",;:()" for letter in line.text[begin:stop])
        and not _is_owner(scene, hit)
        and not _is_behind_noun(scene, begin, stop)
    )


def _is_owner(scene: Scene, hit: Hit) -> bool:
    """Return whether a noun is but whose the counted thing is: "38 of the country's 52 hospitals"."""
    return _ends_as_owner(scene, hit.end)


def _ends_as_owner(scene: Scene, end: int) -> bool:
    after = scene.line.text[end : end + 3]
    return after[:1] in APOSTROPHES and after[1:2] == "s" and not after[2:].isalnum()


def _is_behind_noun(scene: Scene, begin: int, stop: int) -> bool:
    """Return whether an unknown noun and a verb stand before a known one: "1,200 Anrainer mussten ihre Häuser verlassen"."""
    line = scene.line
    if not line.lang.startswith(CAPITAL_NOUNS):
        return False
    capitals = [line.text[line.starts[index]].isupper() for index in range(line.count_before(begin), line.count_before(stop))]
    return True in capitals and False in capitals[capitals.index(True) :]


def _attached_word(scene: Scene, mention: Mention) -> Noun | None:
    """Return the noun behind the number where no concept knows it: a word before the next small one."""
    line, joints = scene.line, joints_of(scene.line.lang)
    end = number_end(mention)
    if mention.counted_to <= end or has_unspaced(line.text, mention.start, mention.counted_to) or _leads_elsewhere(scene, mention):
        return None
    found: list[int] = []
    for index in range(line.count_before(end), line.count_before(mention.counted_to)):
        word = line.words[index]
        if line.text[end : line.starts[index]].strip(" -\u00a0\u202f"):
            break
        end = line.ends[index]
        if ((word,) in joints.particle and not found) or word in joints.opening:
            continue
        if word in joints.stop or word in joints.conjunctions or (word,) in joints.particle or _ends_as_owner(scene, end):
            break
        if len(word) > SHORT_WORD and word[0].isalpha():
            found.append(index)
    if not found:
        return None
    head = _head(scene, found)
    if head < 0:
        return None
    return Noun(line.words[head], mention.start, line.ends[head], is_attached=True)


def _leads_elsewhere(scene: Scene, mention: Mention) -> bool:
    """Return whether what follows the number is a place or a pronoun: "3 in Tarn", "12 of them"."""
    line, joints = scene.line, joints_of(scene.line.lang)
    behind = line.count_before(number_end(mention))
    last = behind - 1
    if line.starts[last] > mention.start and (line.words[last] in joints.locative or line.words[last] in joints.locative_weak):
        return True
    return leads_to_whole(scene, last) or leads_to_whole(scene, behind)


def _head(scene: Scene, found: list[int]) -> int:
    """Return which of the words behind a number is the noun, or -1: German has a capital, English is plural, most others come first."""
    line = scene.line
    base = line.lang.partition("-")[0]
    if base == "de":
        return next((index for index in found if line.text[line.starts[index]].isupper()), -1)
    if base == "en":
        return next((index for index in found if line.words[index].endswith("s")), found[0])
    return found[0]


def _borrowed(scene: Scene, number: int) -> Hit | None:
    """Return the counted concept of the clause for a bare number ("96 flights in one country and 45 in the other")."""
    candidates = [hit for hit in scene.hits("counted") if _may_lend(scene, number, hit)]
    return min(candidates, key=lambda hit: weight_of(scene, number, hit), default=None)


def _of_heads(scene: Scene) -> Hit | None:
    """Return the counted concept that the head of a cell's row or column names, the row's first."""
    if scene.sentence.kind is not BlockKind.CELL:
        return None
    return next((hit for heading in reversed(scene.headings) for hit in heading.concepts if hit.role == "counted"), None)


def _may_lend(scene: Scene, number: int, hit: Hit) -> bool:
    """Return whether a noun may be what a bare number counts: one that another number has taken lends itself to short members of its list alone.

    Who speaks is not counted ("by the count of the police 1,200").
    """
    if _is_counter(scene, hit) or any(hit.start < other.end and other.start < hit.end for other in (*speakers_of(scene), *scene.names)):
        return False
    for other, mention in enumerate(scene.mentions):
        if other == number or scene.quantities[other].kind in TEMPORAL:
            continue
        if mention.start <= hit.start < max(mention.end, mention.counted_to):
            return scene.layout.segments[number].is_elliptic
    if scene.layout.segments[number].is_elliptic:
        return True
    return reach_of(scene, number, hit) is not Reach.ELSEWHERE and not _is_parted(scene, number, hit)


def _is_parted(scene: Scene, number: int, hit: Hit) -> bool:
    """Return whether punctuation stands between a noun and a number, which then count different things ("children - some as young as 11")."""
    figure = scene.layout.figures[number]
    between = scene.line.text[hit.end : figure.start] if hit.end <= figure.start else scene.line.text[figure.end : hit.start]
    return not BREAKS.isdisjoint(between) or " - " in between or "(" in between
