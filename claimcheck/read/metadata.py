"""What a source says about itself: language, date, outlet, address.

One place decides what a good value is; the manifest, front matter and HTML heads all ask here.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date, datetime

from claimcheck.model.source import Source
from claimcheck.values import dataclass

LANGUAGE_TAG = re.compile(
    r"""
    (?P<language>[A-Za-z]{2,3})
    (?:-(?P<script>[A-Za-z]{4}))?
    (?:-(?P<region>[A-Za-z]{2}|[0-9]{3}))?
    (?P<rest>(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}|[A-WY-Za-wy-z0-9](?:-[A-Za-z0-9]{2,8})+|[xX](?:-[A-Za-z0-9]{1,8})+))*)
    """,
    re.VERBOSE,
)
ROLES = ("own", "wire", "release", "correction")
PARTIAL_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about a source besides its text; "" is unknown. Names are those of `Source`."""

    id: str = ""
    lang: str = ""
    published: str = ""
    outlet: str = ""
    url: str = ""
    role: str = ""
    trust: str = ""

    def or_else(self, other: Metadata) -> Metadata:
        """Return these values, and those of `other` where there are none."""
        return Metadata(**{field.name: getattr(self, field.name) or getattr(other, field.name) for field in fields(self)})


def described(source: Source, metadata: Metadata) -> Source:
    """Return `source` with every known value of `metadata` in place."""
    known = {field.name: getattr(metadata, field.name) for field in fields(metadata) if getattr(metadata, field.name)}
    return replace(source, **known) if known else source


def language_tag(text: str) -> str:
    """Return `text` as a BCP 47 tag in its usual case, or "" where it is none (RFC 5646, section 2.1).

    >>> language_tag("zh-hant-tw"), language_tag("english")
    ('zh-Hant-TW', '')
    """
    found = LANGUAGE_TAG.fullmatch(text.strip())
    if not found:
        return ""
    script, region, rest = found["script"] or "", found["region"] or "", found["rest"].lstrip("-").lower()
    return "-".join(part for part in (found["language"].lower(), script.title(), region.upper(), rest) if part)


def publication(text: str) -> str:
    """Return `text` as the contract's `published`, or "" where it is none.

    A year, a month, a day, or a date-time with its offset.

    >>> publication("2025-11-03T08:00:00Z"), publication("3 November")
    ('2025-11-03T08:00:00+00:00', '')
    """
    text = text.strip()
    try:
        found = PARTIAL_DATE.fullmatch(text)
        if found:
            date(int(found["year"]), int(found["month"] or 1), 1)
            return text
        if len(text) == len("2025-11-03"):
            return date.fromisoformat(text).isoformat()
        moment = datetime.fromisoformat(text)
    except ValueError:
        return ""
    return moment.isoformat() if moment.tzinfo else ""
