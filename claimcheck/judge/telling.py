"""A sentence as its figures tell it: which stand beside which, and the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from claimcheck.judge.cues import Cues, cues_of
from claimcheck.lexicon.language import fold
from claimcheck.model.claim import Claim
from claimcheck.model.source import BlockKind

MARKUP = re.compile(r"<[^<>]*>|[*_`]")
SKIPPED = (BlockKind.META, BlockKind.RELATED, BlockKind.CELL)
TEMPORAL = ("date", "time")
LONGEST = 600  # characters; what is longer is no sentence, but a page run together


@dataclass(frozen=True)
class Telling:
    """One sentence: its folded text and its figures without dates and conversions, in order."""

    quote: str
    claims: tuple[Claim, ...]
    cues: Cues

    @cached_property
    def text(self) -> str:
        """The sentence folded, markup blanked so that offsets stay."""
        return fold(MARKUP.sub(lambda found: " " * len(found[0]), self.quote))

    def start(self, place: int) -> int:
        """Return where a figure begins in the text."""
        claim = self.claims[place]
        return claim.span.start - claim.evidence.sentence.start

    def end(self, place: int) -> int:
        """Return where a figure ends in the text, its noun or unit included."""
        claim = self.claims[place]
        return claim.span.end - claim.evidence.sentence.start

    def between(self, left: int, right: int) -> str:
        """Return the words between two figures, hedges and swallowed words of the second included."""
        return self.text[self.end(left) : self.digits(right)]

    def before(self, place: int, width: int = 40) -> str:
        """Return the words right before the digits of a figure, back to the figure before it."""
        return self.text[max(self.start(place) - width, 0, self.end(place - 1) if place else 0) : self.digits(place)]

    def after(self, place: int, width: int = 40) -> str:
        """Return the words right behind a figure, up to the next one."""
        stop = self.start(place + 1) if place + 1 < len(self.claims) else len(self.text)
        return self.text[self.end(place) : min(self.end(place) + width, stop)]

    def is_followed(self, place: int, key: str) -> bool:
        """Return whether a word of `key` follows a figure, or is the end of its noun as in Korean ("400명에서")."""
        return self.cues.begins(key, self.after(place)) or self.cues.ends(key, self.text[self.digits(place) : self.end(place)])

    def digits(self, place: int) -> int:
        """Return where the digits of a figure begin, behind words such as "from" that its span covers; else its start."""
        found = re.compile(r"\d").search(self.text, self.start(place), self.end(place))
        return found.start() if found else self.start(place)


def tellings(claims: Sequence[Claim]) -> Iterator[Telling]:
    """Yield the sentences of running text that hold two figures or more, for each document by itself."""
    running = [claim for claim in claims if claim.evidence.block not in SKIPPED]
    for _, group in groupby(running, key=lambda claim: (claim.document, claim.evidence.place)):
        told = tuple(claim for claim in group if claim.quantity.kind not in TEMPORAL and claim.converts is None)
        if len(told) > 1 and len(told[0].evidence.quote) <= LONGEST:
            yield Telling(told[0].evidence.quote, tuple(sorted(told, key=lambda claim: claim.span.start)), cues_of(told[0].evidence.lang))
