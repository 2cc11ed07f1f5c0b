"""Whether the figures of several articles agree, across languages, with reasons.

>>> import claimcheck
>>> [claim] = claimcheck.extract("The deal is worth $38 billion.", lang="en")
>>> claim.text, claim.quantity.unit
('$38 billion', 'USD')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError
from claimcheck.version import VERSION

if TYPE_CHECKING:
    from claimcheck.model.claim import Claim
    from claimcheck.model.interval import Interval
    from claimcheck.model.quantity import Quantity
    from claimcheck.model.report import Report
    from claimcheck.model.source import Source
    from claimcheck.model.span import Span
    from claimcheck.model.verdict import Finding, Verdict, VerdictKind
    from claimcheck.pipeline import Settings, check, extract

__version__ = VERSION

__all__ = [
    "Claim",
    "ClaimcheckError",
    "Finding",
    "Interval",
    "Quantity",
    "Report",
    "Settings",
    "Source",
    "Span",
    "Verdict",
    "VerdictKind",
    "__version__",
    "check",
    "extract",
]

_HOMES = {
    "Claim": "claimcheck.model.claim",
    "Finding": "claimcheck.model.verdict",
    "Interval": "claimcheck.model.interval",
    "Quantity": "claimcheck.model.quantity",
    "Report": "claimcheck.model.report",
    "Settings": "claimcheck.pipeline",
    "Source": "claimcheck.model.source",
    "Span": "claimcheck.model.span",
    "Verdict": "claimcheck.model.verdict",
    "VerdictKind": "claimcheck.model.verdict",
    "check": "claimcheck.pipeline",
    "extract": "claimcheck.pipeline",
}


def __getattr__(name: str) -> object:
    """Return a public name from its module, loaded when first asked for: `claimcheck --version` needs none of them."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - see above

    found: object = getattr(import_module(home), name)
    globals()[name] = found
    return found
