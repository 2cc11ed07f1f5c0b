"""What the findings on comments in texts mean, in words a desk editor understands."""

from __future__ import annotations

from collections.abc import Mapping

MEANINGS: Mapping[str, str] = {
    "suppression/unused": "a comment suppresses something that is not reported there (any more); left standing, it would hide the next error",
    "suppression/unknown-rule": "a comment names a rule, topic or verdict that does not exist, so it suppresses nothing",
    "suppression/malformed": "a comment speaks to claimcheck in words it does not understand, so it suppresses nothing",
    "suppression/no-reason": "a comment gives no reason where the settings require one, so it suppresses nothing",
}


def suppression_page(id_: str) -> str:
    """Return what a rule on comments says, or "" where there is none of this id."""
    return f"{id_}  (belongs to claimcheck itself)\n\n{_sentence(MEANINGS[id_])}\n" if id_ in MEANINGS else ""


def suppression_meaning(id_: str) -> str:
    """Return the meaning as a sentence, or ""."""
    return _sentence(MEANINGS[id_]) if id_ in MEANINGS else ""


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
