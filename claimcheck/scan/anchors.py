"""Places where a figure may begin, found in one pass over the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.lexicon.language import Language, Role
from claimcheck.scan.numerals import CLUMP, VULGAR, decimal_marks
from claimcheck.scan.words import find_words

_DIGIT = re.compile(r"\d[\d.,'٫٬·．，]*")
_NUMERALS = frozenset({Role.DIGIT})
_ENOUGH = 200  # clear separators; a longer text tells nothing new


@lru_cache(maxsize=256)
def _numeral_characters(tag: str, characters: str) -> re.Pattern[str] | None:  # noqa: ARG001 - the tag makes the key short to compare
    return re.compile(f"[{re.escape(characters)}]+") if characters else None


def find_anchors(folded: str, language: Language, start: int, end: int) -> list[int]:
    """Return in order where digits or words that can begin a figure stand between `start` and `end`."""
    digits = [found.span() for found in _DIGIT.finditer(folded, start, end)]
    places = [begin for begin, _ in digits]
    places.extend(find_words(folded, language, start, end, [stop for _, stop in digits if stop < end and folded[stop].isalnum()]))
    if not folded.isascii():
        for character in VULGAR:
            place = folded.find(character, start, end)
            while place >= 0:
                places.append(place)
                place = folded.find(character, place + 1, end)
    places.sort()
    return places


def decimal_marks_of(folded: str, start: int, end: int) -> str:
    """Return the character that parts off decimals where the digits of the text leave no doubt, or ""."""
    seen = {".": 0, ",": 0}
    for number, found in enumerate(CLUMP.finditer(folded, start, end)):
        if number > _ENOUGH:
            break
        written = found[0]
        if not written.isdigit() and len(written) < 30:
            mark = decimal_marks(written)
            if mark and not _CLOCK.fullmatch(written):
                seen[mark] += 1
    rare, common = sorted(seen, key=lambda mark: seen[mark])
    return common if seen[common] > _CLEAR * seen[rare] else ""


_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")  # 15.20 may be the time, and tells nothing of decimals
_CLEAR = 4  # times as often as the other one, then the text has a habit


def protected_spans(text: str) -> Sequence[tuple[int, int]]:
    """Return where addresses of pages and mail stand; nothing in them is a figure.

    >>> protected_spans("see https://example.org/a?b=30%25 for 5 reasons")
    [(4, 33)]
    """
    found = [match.span() for match in _PAGE.finditer(text)] if "://" in text or "www." in text else []
    if "@" in text:
        found.extend(_mail(text))
        found.sort()
    return found


# possessive quantifiers: a long row of letters is walked once
_PAGE = re.compile(r"(?:\b[A-Za-z][A-Za-z0-9+.\-]{1,20}+://|\bwww\.)[^\s<>\"]++")
_MAIL = re.compile(r"@[\w\-.]{1,190}")
_NAME = frozenset("+-._")
_LONGEST_NAME = 64  # RFC 5321 has no longer local part


def _mail(text: str) -> list[tuple[int, int]]:
    """Return where mail addresses stand."""
    found = []
    for match in _MAIL.finditer(text):
        start = match.start()
        least = max(0, start - _LONGEST_NAME)
        while start > least and (text[start - 1].isalnum() or text[start - 1] in _NAME):
            start -= 1
        if start < match.start():
            found.append((start, match.end()))
    return found
