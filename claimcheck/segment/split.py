"""A block to sentences, by punctuation alone.

Two sentences taken for one do little harm, one torn apart may lose a figure its unit; in doubt nothing is split.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.segment.endings import Endings

OPENERS = "\"'“”„‚‘«‹»([{¿¡—–-*•「『（《〈"
CANDIDATE = re.compile(
    r"""
      [.!?…]+ ["'”’»›)\]}]* (?: [ \u00a0\u202f] [»›] )? (?= \s | \Z )   # a space or the end must follow; French sets quotes off
    | [.!?] ["'”’»)\]]? (?= [^\W\d_] )              # …unless the space is missing ("currency.For years")
    | [。！？؟।॥۔።។։．]+ ["'”’»)\]」』）】》〉]*      # scripts that need no space
    | \n
    """,
    re.VERBOSE,
)
WORD = re.compile(r"\w+")
SPACE = re.compile(r"\s*")
HIRAGANA = re.compile("[\u3041-\u309f]")
SHORT = 24  # no abbreviation is longer


def split(text: str, start: int, end: int, endings: Endings) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences in `text[start:end]`, without the white space around them.

    >>> from claimcheck.segment.endings import endings_of
    >>> text = "It cost 3.5 million. Dr. Who paid."
    >>> [text[a:b] for a, b in split(text, 0, len(text), endings_of("en"))]
    ['It cost 3.5 million.', 'Dr. Who paid.']
    """
    begin = _skip_space(text, start, end)
    for found in CANDIDATE.finditer(text, start, end):
        if found.end() <= begin:
            continue
        mark = text[found.start()]
        if mark == "\n":
            if text[begin : found.start()].rstrip():
                yield begin, begin + len(text[begin : found.start()].rstrip())
            begin = _skip_space(text, found.end(), end)
        elif _ends_sentence(text, begin, found, end, endings):
            yield begin, found.end()
            begin = _skip_space(text, found.end(), end)
    rest = text[begin:end].rstrip()
    if rest:
        yield begin, begin + len(rest)


def _skip_space(text: str, place: int, end: int) -> int:
    found = SPACE.match(text, place, end)
    return found.end() if found else place


def _ends_sentence(text: str, begin: int, found: re.Match[str], end: int, endings: Endings) -> bool:
    place, after = found.span()
    mark = text[place]
    if mark not in ".!?…":
        is_closed = after - place > 1 and text[after - 1] in "」』）】》〉)”’\"'»"
        if mark == "．":
            return not text[after : after + 1].isdigit()
        return not (is_closed and HIRAGANA.match(text, after))
    following = _skip_space(text, after, end)
    if following == after and after < end:
        return _lacks_space(text, place, after)
    while following < end and text[following] in OPENERS:
        following += 1
    if following >= end:
        return True
    if text[following].islower():
        return False
    return mark != "." or (after - place > 1 and text[place + 1] == ".") or _stops(text, begin, place, following, endings)


def _lacks_space(text: str, place: int, after: int) -> bool:
    """Return whether words run together around a full stop: three small letters before, a capital and a small one behind."""
    before, behind = text[max(0, place - 3) : place], text[after : after + 2]
    return len(before) == len("abc") and before.isalpha() and before.islower() and behind[:1].isupper() and behind[1:].islower()


def _stops(text: str, begin: int, place: int, following: int, endings: Endings) -> bool:
    """Return whether the full stop at `place` ends a sentence, given the word before it and the one behind."""
    edge = max(begin, place - SHORT)
    word = text[max(text.rfind(" ", edge, place), text.rfind("(", edge, place), text.rfind("\u00a0", edge, place), edge - 1) + 1 : place]
    folded = word.lower().lstrip(OPENERS)
    if folded.isdigit() and len(folded) <= 2:
        return place - len(word) > begin and (not endings.ordinal_dot or _starts(text, following, endings))
    if folded in endings.closing:
        return _starts(text, following, endings)
    if folded in endings.abbreviations:
        return False
    if len(folded) == 1 and folded.isalpha():  # an initial or half of "z. B.", unless it is a unit: "40 m."
        return word.islower() and text[place - 3 : place - 2].isdigit()
    if "." in folded and all(len(part) <= 2 and part.isalpha() for part in folded.split(".")):
        return _starts(text, following, endings)
    return True


def _starts(text: str, following: int, endings: Endings) -> bool:
    word = WORD.match(text, following)
    return word is not None and text[following].isupper() and word.group().lower() in endings.starters
