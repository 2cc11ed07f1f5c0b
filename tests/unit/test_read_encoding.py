from __future__ import annotations

import codecs

import pytest

from claimcheck.errors import DecodeError
from claimcheck.read.encoding import decode

TEXT = "El túnel costó 4.500 millones de euros.\r\nSon 3 más.\r"


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_byte_order_mark_decides_and_stays_outside(mark: bytes, name: str) -> None:
    decoded = decode(mark + TEXT.encode(name))
    assert (decoded.text, decoded.encoding, decoded.bom_bytes, decoded.guessed) == (TEXT, name, len(mark), False)


def test_newlines_are_never_translated() -> None:
    assert decode(TEXT.encode()).text == TEXT


@pytest.mark.parametrize(
    "head",
    [
        '<html><head><meta charset="iso-8859-1"></head>',
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
        '<?xml version="1.0" encoding="windows-1252"?>',
        "---\nlang: es\nencoding: cp1252\n---\n",
    ],
)
def test_declared_encoding_is_believed(head: str) -> None:
    decoded = decode((head + "más de 5 €").encode("cp1252"))
    assert decoded.text == head + "más de 5 €"
    assert not decoded.guessed


def test_wrong_declaration_yields_to_the_bytes() -> None:
    page = '<meta charset="no-such-charset">más de 5 €'
    assert decode(page.encode()).text == page


@pytest.mark.parametrize("name", ["utf-16", "utf-16-le", "utf-32", "cp1252", "gb18030"])
def test_utf8_is_never_read_as_something_else_without_a_word(name: str) -> None:
    content = "Más de 5 €: ñandú, año.\n".encode()
    with pytest.raises(DecodeError, match=f"its bytes are UTF-8, and make no sense as {name}"):
        decode(content, encoding=name)
    assert decode(b'<meta charset="utf-16">' + content).encoding == "utf-8"


def test_an_encoding_that_is_named_is_believed_where_the_bytes_allow_it() -> None:
    assert decode("año 5 €".encode("cp1252"), encoding="cp1252").text == "año 5 €"
    assert decode(TEXT.encode("utf-16-le"), encoding="utf-16-le").text == TEXT
    assert decode("\u8054\u901a".encode("gbk"), encoding="gbk").text == "\u8054\u901a"  # which is well-formed UTF-8 by chance
    assert decode(b"plain 5", encoding="cp1252").text == "plain 5"


def test_utf16_without_mark_is_found() -> None:
    assert decode(TEXT.encode("utf-16-le")).text == TEXT


def test_guess_is_marked_as_one() -> None:
    text = (
        "Der Bürgermeister schätzt die Kosten für die Brücke auf über 30 Millionen Euro; früher hieß es, höchstens 20 müssten genügen. " * 4
    )
    decoded = decode(text.encode("cp1252"))
    assert decoded.text == text
    assert decoded.guessed


def test_named_encoding_is_for_what_declares_none() -> None:
    assert decode('<meta charset="utf-8">żółty'.encode(), encoding="iso-8859-2").text.endswith("żółty")
    assert decode("5 żółtych".encode("iso-8859-2"), encoding="iso-8859-2").text == "5 żółtych"
    with pytest.raises(DecodeError, match="cannot be read as ascii"):
        decode(TEXT.encode(), encoding="ascii")


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 text", b"PK\x03\x04word/document.xml", b"\x89PNG\r\n\x1a\n", b"a\x00b\x00\x00\x00c" * 9, bytes(range(1, 32)) * 8]
)
def test_binary_is_refused_with_its_kind(content: bytes) -> None:
    with pytest.raises(DecodeError, match="not a text"):
        decode(content, path="x.txt")


def test_broken_bytes_behind_a_mark_are_refused() -> None:
    with pytest.raises(DecodeError, match="byte order mark"):
        decode(codecs.BOM_UTF8 + b"5 \xff\xfe")
