"""Which documents meet at all, so that work grows with what can be compared and not with all pairs of documents.

Whether two documents meet depends on these two alone: a third one never changes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from claimcheck.align.names import spell
from claimcheck.align.profile import Profile, affinity
from claimcheck.align.words import word_key
from claimcheck.memory import Memory

FEW = 4  # documents of fewer figures, a headline or a sentence, say too little to be told apart by what they share
NEAR = 0.5  # log-odds: more than one common topic, or a name


def meetings(profiles: Mapping[str, Profile], memory: Memory | None = None) -> Iterator[tuple[str, str, float]]:
    """Yield the pairs of documents that may speak of one fact, in order of their names, with their affinity."""
    memory = memory or Memory(is_lasting=False)
    short = {name for name, profile in profiles.items() if len(profile.groups) < FEW}
    for first, second in sorted({*_sharing(profiles, memory), *_with_short(sorted(profiles), short)}):
        ours, theirs = profiles[first], profiles[second]
        near = memory.recall(("affinity", first, second), (ours, theirs), partial(affinity, ours, theirs))
        if near >= NEAR or ours.figures & theirs.figures or first in short or second in short:
            yield first, second, near


def _with_short(names: Sequence[str], short: set[str]) -> Iterator[tuple[str, str]]:
    """Yield every pair with a short document."""
    return ((min(one, other), max(one, other)) for one in names if one in short for other in names if one != other)


def _sharing(profiles: Mapping[str, Profile], memory: Memory) -> Iterator[tuple[str, str]]:
    """Yield the pairs that share a name, a longer word, a topic or a telling figure."""
    holders: dict[object, list[str]] = defaultdict(list)
    for name in sorted(profiles):
        own = profiles[name]
        for key in memory.recall(("keys", name), (own,), partial(_keys, own)):
            holders[key].append(name)
    for names in holders.values():
        for place, name in enumerate(names):
            for other in names[place + 1 :]:
                yield name, other


def _keys(profile: Profile) -> set[object]:
    words = {part for name in profile.names for part in spell(name).split()}
    keys: set[object] = {*profile.figures, *profile.topics, *words, *(word_key(word) for word in profile.words)}
    return keys - {""}
