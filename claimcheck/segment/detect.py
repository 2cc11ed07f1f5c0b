"""The language of a text: the door to pycld2.

The script speaks first; only where several languages share one are words looked at.
"""

from __future__ import annotations

import re

SAMPLE = 4096  # characters that are enough to tell
UNKNOWN = ""
# Scripts that one language of the news uses; kana before Han, for Japanese mixes them.
SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff\uff66-\uff9d]")),
    ("ko", re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("hy", re.compile("[\u0531-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff\u1c90-\u1cbf]")),
    ("th", re.compile("[\u0e01-\u0e5b]")),
    ("lo", re.compile("[\u0e81-\u0edf]")),
    ("km", re.compile("[\u1780-\u17f9]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("ta", re.compile("[\u0b82-\u0bfa]")),
    ("te", re.compile("[\u0c01-\u0c7f]")),
    ("kn", re.compile("[\u0c81-\u0cf2]")),
    ("ml", re.compile("[\u0d01-\u0d7f]")),
    ("gu", re.compile("[\u0a81-\u0af1]")),
    ("pa", re.compile("[\u0a01-\u0a75]")),
    ("or", re.compile("[\u0b01-\u0b77]")),
    ("si", re.compile("[\u0d82-\u0df4]")),
)
LETTERS = re.compile(r"[^\W\d_]")
# Where pycld2 gives no answer, the commonest language of the script.
FALLBACKS = (
    ("zh", re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
)
# Codes of pycld2 that BCP 47 spells otherwise.
TAGS = {"iw": "he", "no": "nb", "jw": "jv", "tl": "fil", "mo": "ro", "sr-ME": "sr-Latn", "sh": "hr", "un": UNKNOWN}
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def detect(text: str, *, only_sure: bool = False) -> tuple[str, ...]:
    """Return the language tags that fit `text`, likeliest first; empty where nothing can be told.

    With `only_sure`, a guess from words counts only where the detector calls it reliable.

    >>> detect("경기 침체가 이어졌다")
    ('ko',)
    """
    sample = text[:SAMPLE]
    if not sample.isascii():
        tag = _by_script(sample)
        if tag:
            return (tag,)
    tags = _by_words(sample, only_sure=only_sure)
    if tags or only_sure or sample.isascii():
        return tags
    return tuple(tag for tag, letters in FALLBACKS if letters.search(sample))[:1]


def _by_script(sample: str) -> str:
    letters = len(LETTERS.findall(sample)) or 1
    for tag, script in SCRIPTS:
        share = len(script.findall(sample)) / letters
        if share > (0.1 if tag == "ja" else 0.4):
            return tag
    return UNKNOWN


def _by_words(sample: str, *, only_sure: bool) -> tuple[str, ...]:
    import pycld2  # noqa: PLC0415 - needed only where no source says its language

    try:
        is_reliable, _, guesses = pycld2.detect(UNREADABLE.sub(" ", sample).encode(), bestEffort=True)
    except pycld2.error:
        return ()
    if only_sure and not is_reliable:
        return ()
    tags = (TAGS.get(code, code) for _, code, _, _ in guesses)
    return tuple(tag for tag in tags if tag)
