"""Claims to facts: which figures speak of one thing, and which sources repeat one text."""

from claimcheck.align.documents import Alignment, align
from claimcheck.align.echoes import find_echoes
from claimcheck.align.statements import oppose

__all__ = ["Alignment", "align", "find_echoes", "oppose"]
