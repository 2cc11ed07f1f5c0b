from __future__ import annotations

import pytest

from claimcheck.model.source import Source
from claimcheck.read.places import Places


def test_every_line_break_counts_once() -> None:
    places = Places(Source(text="a\nb\r\nc\rd\u2028e"))
    assert [places.position(offset).line for offset in (0, 2, 5, 7, 9)] == [1, 2, 3, 4, 4]
    assert places.line_text(2) == "b"
    assert places.line_text(4) == "d\u2028e"


def test_all_units_of_one_place() -> None:
    place = Places(Source(text="é😀 x\n😀😀 7", bom_bytes=3)).position(7)
    assert (place.line, place.column, place.character, place.offset, place.offset_utf16, place.byte) == (
        2,
        3,
        4,
        7,
        10,
        3 + 2 + 4 + 1 + 1 + 1 + 8,
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-32-be", "cp1252", "shift_jis"])
def test_bytes_follow_the_encoding(encoding: str) -> None:
    text = {"cp1252": "más caro", "shift_jis": "価格は5円"}.get(encoding, "é😀価")
    text = text * 2000
    places = Places(Source(text=text, encoding=encoding, bom_bytes=2))
    for offset in (0, 1, 4095, 4096, 4097, len(text)):
        assert places.position(offset).byte == 2 + len(text[:offset].encode(encoding))


def test_end_of_text_is_a_place() -> None:
    place = Places(Source(text="ab\n")).position(3)
    assert (place.line, place.column) == (2, 1)
