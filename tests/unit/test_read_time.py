"""Reading takes a time that grows with the text, whatever the text: no input makes a reader look back again and again."""

from __future__ import annotations

import time

import pytest

from claimcheck.model.source import Source
from claimcheck.read.text import document_of
from claimcheck.segment import segment

PARTS = [
    "[",
    "![",
    "`a",
    "<",
    "<a ",
    "<!--",
    "~~a",
    "[a](",
    "[[a]",
    "&a",
    "\\",
    "*",
    "|",
    "#a",
    ">",
    "a.",
    ".»",
    "{.",
    "<script>",
    "<p>",
    "<ul><li>",
    "a: b\n",
    "a > ",
    "[^",
    "a\n",
    "<del>",
    "·2 mins\na\n",
]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_repeated_openings_are_read_in_time(part: str, suffix: str) -> None:
    started = time.process_time()
    segment(document_of(Source(text=part * 5000, lang="en"), suffix=suffix))
    assert time.process_time() - started < 5
