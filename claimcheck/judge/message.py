"""The message of a rule with its fields filled in."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.rule import Rule
from claimcheck.wording.figures import number_in_words, unit_in_words

BOTH_ENDS = "{low} to {high}"
OUTSIDE = f"outside {BOTH_ENDS}"


def fill(rule: Rule, **fields: str) -> str:
    """Return the rule's message: its own bounds, unit and source, and `fields`; unknown fields stay as they are.

    Where a rule has one bound alone, "outside {low} to {high}" is said as "below" or "above" it, and "{low} to {high}" as
    "at least" or "at most"; where both are one figure, it is said once.
    """
    message = rule.message
    if rule.low is None or rule.high is None:
        message = message.replace(OUTSIDE, f"below {_say(rule.low)}" if rule.high is None else f"above {_say(rule.high)}")
    if rule.low is None or rule.high is None or rule.low == rule.high:
        message = message.replace(BOTH_ENDS, _one_end(rule))
    known = {
        "low": _say(rule.low),
        "high": _say(rule.high),
        "unit": unit_in_words(rule.unit),
        "source": rule.source,
        "dated": rule.dated,
        **fields,
    }
    for name, text in known.items():
        message = message.replace("{" + name + "}", text)
    return message


def _one_end(rule: Rule) -> str:
    if rule.low is not None:
        return _say(rule.low) if rule.high is not None else f"at least {_say(rule.low)}"
    return f"at most {_say(rule.high)}" if rule.high is not None else ""


def _say(end: Decimal | None) -> str:
    return "" if end is None else number_in_words(end)
