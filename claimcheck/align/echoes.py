"""Sources that repeat one text, word for word or translated: they count as one voice.

In one language two texts are one where half of the shorter one's runs of eight words stand in the other (w-shingling,
Broder 1997). Across languages a translation keeps the figures in their order, which two reporters who write for
themselves never do over a whole article: of 180 articles and their translations three in four share at least 75 % of six
figures or more in one order, of 159 pairs of independent reports on one story none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from zlib import crc32

from claimcheck.align.facts import cluster
from claimcheck.align.groups import figure_of
from claimcheck.align.names import longest_common
from claimcheck.memory import Memory
from claimcheck.model.claim import Claim
from claimcheck.model.report import Echo

RUN = 8  # words: a quotation of one sentence gives few such runs, a copied paragraph many
LEAST_RUNS = 30  # a shorter text is too little to tell an echo from a quotation
LEAST_FIGURES = 6
ENOUGH_RUNS = 0.5
ENOUGH_FIGURES = 0.75
WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\w+")  # scripts without spaces: letter by letter

Marks = tuple[Hashable, ...]
Likeness = tuple[str, str, float]


def find_echoes(texts: Mapping[str, str], claims: Mapping[str, Sequence[Claim]], memory: Memory | None = None) -> tuple[Echo, ...]:
    """Return the groups of sources that repeat one text; `texts` holds by id what each says, furniture of its page aside.

    Sources and groups keep the order of `texts`; the share is that of the two sources least alike.
    """
    memory = memory or Memory(is_lasting=False)
    runs = {name: memory.recall(("runs", name), (text,), partial(runs_of, text)) for name, text in texts.items()}
    told = {name: memory.recall(("told", name), tuple(own := claims.get(name, ())), partial(figures_of, own)) for name in texts}
    alike = [*_pairs(runs, LEAST_RUNS, ENOUGH_RUNS, _common), *_pairs(told, LEAST_FIGURES, ENOUGH_FIGURES, longest_common)]
    groups = [group for group in cluster(tuple(texts), [(a, b) for a, b, _ in alike]) if len(group) > 1]
    return tuple(Echo(sources=group, share=min(share for a, _, share in alike if a in group)) for group in groups)


def runs_of(text: str) -> Marks:
    """Return a number for each run of eight words, each once; the same text gives the same numbers on any machine."""
    words = WORD.findall(text.casefold())
    return tuple(dict.fromkeys(crc32(" ".join(words[start : start + RUN]).encode()) for start in range(len(words) - RUN + 1)))


def figures_of(claims: Sequence[Claim]) -> Marks:
    """Return the figures of one text in its order, each once."""
    ordered = sorted(claims, key=lambda claim: claim.span.start)
    return tuple(dict.fromkeys(figure_of(claim.quantity) for claim in ordered))


def are_versions(ours: Marks, theirs: Marks) -> bool:
    """Return whether two texts tell the same figures in the same order: a text and its translation."""
    shorter = min(len(ours), len(theirs))
    return shorter >= LEAST_FIGURES and _common(ours, theirs) >= ENOUGH_FIGURES * shorter <= longest_common(ours, theirs)


def _pairs(marks: Mapping[str, Marks], least: int, enough: float, common: Callable[[Marks, Marks], int]) -> Iterable[Likeness]:
    """Yield the texts of at least `least` marks that share enough of the shorter one's, with the share."""
    marked = {name: own for name, own in marks.items() if len(own) >= least}
    for (a, b), met in _meetings(marked).items():
        shorter = min(len(marked[a]), len(marked[b]))
        if met >= enough * shorter and (share := common(marked[a], marked[b]) / shorter) >= enough:
            yield a, b, share


def _meetings(marks: Mapping[str, Marks]) -> Counter[tuple[str, str]]:
    """Return how many marks two texts share, each mark met only with the first text that has it.

    So a thousand copies of one text cost a thousand meetings, not half a million; copies of copies meet all the same,
    over the first.
    """
    holder: dict[Hashable, str] = {}
    met: Counter[tuple[str, str]] = Counter()
    for name, own in marks.items():
        for mark in own:
            first = holder.setdefault(mark, name)
            if first != name:
                met[first, name] += 1
    return met


def _common(ours: Marks, theirs: Marks) -> int:
    return len(set(ours) & set(theirs))
