"""Where and when a report was written, before it begins: "TALSK, Nov 3 (Agency) - ", "Madrid, 3 nov (EFE).- ", "【東京】"."""

from __future__ import annotations

import re

from claimcheck.bind.words import Line

LONGEST = 70
DASHES = frozenset("-–—")
BRACKETED = re.compile(r"[【\[［][^】\]］]{1,30}[】\]］]\s*")
DATELINE = re.compile(
    r"""
    (?P<place> [^\W\d_] [^()\n–—:;!?]{1,40}? )   # a place, often with the day
    (?P<agency> \s* \( [^()\d]{1,40} \) )?         # who reports, in brackets
    \s* [.,]? (?: \s+-{1,2}\s+ | \s*[–—]\s+ | -{1,2}\s+ )
    """,
    re.VERBOSE,
)


def dateline_end(line: Line) -> int:
    """Return where the report itself begins; the line's own start where it has no dateline.

    The place stands in capitals, or the agency behind it in brackets.
    """
    head = line.text[line.start : min(line.end, line.start + LONGEST)]
    if not line.words or DASHES.isdisjoint(head):
        bracketed = BRACKETED.match(head)
        return line.start + bracketed.end() if bracketed else line.start
    first = line.surface(0)
    is_shouted = len(first) > 1 and first.isupper() and first != first.lower()
    if not is_shouted and ("(" not in head or not first[0].isupper()):
        return line.start
    found = DATELINE.match(head)
    return line.start + found.end() if found and (is_shouted or found["agency"]) else line.start
