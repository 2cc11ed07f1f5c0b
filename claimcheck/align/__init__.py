"""Claims to facts: which figures speak of one thing."""

from claimcheck.align.documents import Alignment, align

__all__ = ["Alignment", "align"]
