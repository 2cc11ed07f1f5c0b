"""Two claims that may speak of one fact."""

from __future__ import annotations

from enum import StrEnum

from claimcheck.values import dataclass


class Link(StrEnum):
    """Why two claims were put side by side."""

    SAME = "same"  # one fact, one dimension (currencies are one dimension)
    OTHER_DIMENSION = "other-dimension"  # one relation of the same parties, sized in another dimension
    OTHER_KIND = "other-kind"  # one provision, counted in other things


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims held to speak of one fact, with what spoke for and against it.

    `score` is in log-odds, the sum of `weights`. `alike` tells that the sentences share other figures or days, or nearly all
    their words: both report one bulletin, and nothing has changed between them. `later` is the claim whose document also
    tells the figure of the other, as one does that reports how things went on. `converted` tells that one only repeats, in another
    currency or unit, an amount that is equal to the other, so that they agree also where no rate is known. `rule` is the incommensurable rule behind a link that is not SAME.
    """

    a: str
    b: str
    link: Link
    score: float
    weights: tuple[tuple[str, float], ...]
    rule: str = ""
    alike: bool = False
    later: str = ""
    converted: bool = False
