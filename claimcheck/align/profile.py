"""What a document is about, in the terms by which two documents are held to tell one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.align.groups import Figure, Group, figure_of, sharpness
from claimcheck.align.names import shared
from claimcheck.align.words import shared_words
from claimcheck.values import dataclass

NAME_WEIGHT = 0.6
FIGURE_WEIGHT = 0.35
TOPIC_WEIGHT = 0.3
WORD_WEIGHT = 0.25
MOST = 2.0
TELLING = 1.9  # figures as sharp as this speak for one story when both documents have them


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The names, telling figures and topics of one document, and the name that runs through it; `told` are all figures in order."""

    document: str
    groups: tuple[Group, ...]
    names: tuple[str, ...]
    figures: frozenset[Figure]
    told: tuple[Figure, ...]
    topics: frozenset[str]
    protagonists: frozenset[str]
    words: frozenset[str]
    language: str


def profile(document: str, groups: Sequence[Group]) -> Profile:
    """Return what the groups of one document are about."""
    counts = Counter(name for group in groups for name in set(group.parties))
    most = max(counts.values(), default=0)
    return Profile(
        document=document,
        groups=tuple(groups),
        names=tuple(dict.fromkeys(name for group in groups for name in (*group.parties, *group.names, *group.nearby))),
        told=tuple(dict.fromkeys(figure_of(group.quantity) for group in groups)),
        figures=frozenset(figure_of(group.quantity) for group in groups if sharpness(group.quantity) >= TELLING),
        topics=frozenset(topic for group in groups for topic in (group.attribute, group.counted, *group.qualifiers) if topic),
        words=frozenset(word for group in groups for word in group.company.words),
        language=groups[0].language if groups else "",
        protagonists=frozenset(name for name, count in counts.items() if count > 1 and count >= most / 2),
    )


def affinity(ours: Profile, theirs: Profile) -> float:
    """Return, in log-odds from 0 to `MOST`, how much speaks for one story behind two documents."""
    names = len(shared(ours.names, theirs.names))
    words = shared_words(ours.words, theirs.words, one_language=ours.language == theirs.language)
    figures = len(ours.figures & theirs.figures)
    topics = len(ours.topics & theirs.topics)
    return min(MOST, NAME_WEIGHT * names + FIGURE_WEIGHT * sharp_bonus(figures) + TOPIC_WEIGHT * topics + WORD_WEIGHT * words)


def sharp_bonus(figures: int) -> float:
    """Return what shared telling figures weigh; one alone may be chance or the very pair in question."""
    return 0.0 if figures < 2 else float(figures)
