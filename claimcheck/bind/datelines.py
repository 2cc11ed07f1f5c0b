"""Where and when a report was written, before it begins: "TALSK, Nov 3 (Agency) - ", "Madrid, 3 nov (EFE).- ", "【東京】"."""

from __future__ import annotations

import re

from claimcheck.bind.words import Line

LONGEST = 70
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
    bracketed = BRACKETED.match(head)
    if bracketed:
        return line.start + bracketed.end()
    found = DATELINE.match(head)
    if found is None:
        return line.start
    first = found["place"].split()[0].strip(",.")
    is_shouted = len(first) > 1 and first.isupper() and first != first.lower()
    return line.start + found.end() if is_shouted or (found["agency"] and first[0].isupper()) else line.start
