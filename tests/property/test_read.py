from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.source import Source
from claimcheck.read.encoding import decode
from claimcheck.read.places import Places
from claimcheck.read.text import document_of
from claimcheck.segment import segment

CHARACTERS = st.characters(exclude_categories=["Cs"])
FRAGMENTS = [
    "# ", "- ", "> ", "```", "|", "|--|--|", "\n", "\r\n", "\n\n", "**", "_", "`", "[", "](http://a/1)", "&nbsp;", "&eacute", "&#233;", "e\u0301", "가", "\u1100\u1161",
    "<p>", "</p>", "<b>", "<table>", "<tr>", "<td>", "<!--", "-->", "<script>", "</script>", "<![", "<!x", "<?", "\\", "~~", "38 million", "5.5", ". ", "。", "»", " ", "Related", "·2 mins",
]  # fmt: skip
MARKED_UP = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(CHARACTERS, max_size=8)), max_size=40).map("".join)
SUFFIXES = st.sampled_from([".txt", ".md", ".html"])


@given(MARKED_UP, SUFFIXES)
def test_every_character_of_the_view_has_a_place_in_order(text: str, suffix: str) -> None:
    document = document_of(Source(text=text), suffix=suffix)
    view = document.view
    assert unicodedata.is_normalized("NFC", view.text) or view.starts is not None
    if view.starts is None or view.ends is None:
        assert view.text == text
        return
    assert len(view.starts) == len(view.ends) == len(view.text)
    assert all(0 <= start <= end <= len(text) for start, end in zip(view.starts, view.ends, strict=True))
    assert list(view.starts) == sorted(view.starts)


@given(MARKED_UP, SUFFIXES)
def test_letters_of_the_view_are_letters_of_the_file(text: str, suffix: str) -> None:
    view = document_of(Source(text=text), suffix=suffix).view
    for place, letter in enumerate(view.text):
        span = view.locate(place, place + 1)
        if letter.isalnum() and span.end - span.start == 1:
            assert letter in unicodedata.normalize("NFC", text[span.start])


@given(MARKED_UP, SUFFIXES)
def test_blocks_and_sentences_stand_in_order_and_apart(text: str, suffix: str) -> None:
    document = document_of(Source(text=text, lang="en"), suffix=suffix)
    ends = 0
    for block in document.blocks:
        assert ends <= block.start < block.end <= len(document.view.text)
        assert document.view.text[block.start : block.end].strip() == document.view.text[block.start : block.end]
        ends = block.end
    ends = 0
    for sentence in segment(document):
        block = document.blocks[sentence.paragraph]
        assert max(ends, block.start) <= sentence.start < sentence.end <= block.end
        ends = sentence.end


@given(st.text(CHARACTERS), st.sampled_from(["en", "de", "ja"]))
def test_nothing_but_space_stands_between_the_sentences_of_a_block(text: str, lang: str) -> None:
    document = document_of(Source(text=text, lang=lang))
    read = "".join(document.view.text[sentence.start : sentence.end] for sentence in segment(document))
    whole = "".join(document.view.text[block.start : block.end] for block in document.blocks)
    assert "".join(read.split()) == "".join(whole.split())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-32-le"])
@given(text=st.text(CHARACTERS, max_size=60))
def test_bytes_of_any_place(encoding: str, text: str) -> None:
    places = Places(Source(text=text, encoding=encoding))
    for offset in range(len(text) + 1):
        place = places.position(offset)
        assert place.byte == len(text[:offset].encode(encoding))
        assert place.offset_utf16 == len(text[:offset].encode("utf-16-le")) // 2


@given(st.text(CHARACTERS.filter(lambda letter: letter > "\x1f"), min_size=1))
def test_utf8_is_read_back(text: str) -> None:
    decoded = decode(b"\xef\xbb\xbf" + text.encode())
    assert decoded.text == text
    assert decoded.text.encode(decoded.encoding) == text.encode()
