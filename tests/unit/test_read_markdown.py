from __future__ import annotations

import pytest

from claimcheck.model.source import Source
from claimcheck.read.text import document_of

Row = tuple[str, tuple[str, ...], str]


def blocks(text: str) -> list[Row]:
    document = document_of(Source(text=text), suffix=".md")
    return [(block.kind.value, block.headings, document.view.text[block.start : block.end]) for block in document.blocks]


def test_headings_lead_from_the_title_down() -> None:
    assert blocks("# Port\n\n## Costs ##\n\nText 5.\n\nNext\n----\n\nMore 6.") == [
        ("title", (), "Port"),
        ("title", ("Port",), "Costs"),
        ("body", ("Port", "Costs"), "Text 5."),
        ("title", ("Port",), "Next"),
        ("body", ("Port", "Next"), "More 6."),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("It cost **38** *million*.", "It cost 38 million."),
        ("See [the 12 cranes](https://example.org/99 'page 7').", "See the 12 cranes."),
        ("See [it][1] and ![a ship of 40 metres](a_33.png).", "See it and a ship of 40 metres."),
        ("A &euro;5&nbsp;million ship &#38; 3 &lt; 4", "A €5\u00a0million ship & 3 < 4"),
        (r"5 \* 3 = 15 and 5 * 3", "5 * 3 = 15 and 5 * 3"),
        ("file_name_2 stays", "file_name_2 stays"),
        ("Not ~~40~~ but 50", "Not but 50"),
        ("Text[^1] goes on", "Text goes on"),
        ("One <b>bold 7</b> word<!-- 99 --> here", "One bold 7 word here"),
        ("Wrapped at 38\nmillion", "Wrapped at 38 million"),
        ("> Quoted 5\n> million", "Quoted 5 million"),
    ],
)
def test_what_a_reader_sees(written: str, read: str) -> None:
    assert [words for _, _, words in blocks(written)] == [read]


@pytest.mark.parametrize(
    "unread",
    [
        "```\ncode 77\n```",
        "~~~~ py\n77\n~~~\n~~~~",
        "    indented 77",
        "<script>\nvar x = 77\n</script>",
        "<!-- 77\n\n77 -->",
        "[1]: https://example.org/77",
        "***",
        "`77`",
    ],
)
def test_what_nobody_reads(unread: str) -> None:
    assert "77" not in "".join(words for _, _, words in blocks(f"Before.\n\n{unread}\n\nAfter."))
    assert [words for _, _, words in blocks(f"Before.\n\n{unread}\n\nAfter.")][-1] == "After."


def test_lists_and_their_continuations() -> None:
    assert blocks("- one: 1.000\n- two\n  goes on 3\n1. three") == [
        ("list", (), "one: 1.000"),
        ("list", (), "two goes on 3"),
        ("list", (), "three"),
    ]


def test_cells_know_their_column_and_row() -> None:
    assert blocks("# Toll\n\n| Town | Dead |\n|:--|--:|\n| Paz | 95 |\n| Río | \\|64 |")[1:] == [
        ("cell", ("Toll",), "Town"),
        ("cell", ("Toll",), "Dead"),
        ("cell", ("Toll", "Town"), "Paz"),
        ("cell", ("Toll", "Dead", "Paz"), "95"),
        ("cell", ("Toll", "Town"), "Río"),
        ("cell", ("Toll", "Dead", "Río"), "|64"),
    ]


def test_related_section_lasts_until_the_next_heading() -> None:
    assert [kind for kind, _, _ in blocks("# Port\n\n## Related\n\n- Ferry up 12 percent\n\n## Costs\n\nText.")] == [
        "title",
        "related",
        "related",
        "title",
        "body",
    ]


def test_front_matter_title_heads_the_page() -> None:
    assert blocks('---\ntitle: "Port costs 5 million"\n---\nText.') == [
        ("title", (), "Port costs 5 million"),
        ("body", ("Port costs 5 million",), "Text."),
    ]


def test_toml_front_matter() -> None:
    document = document_of(Source(text='+++\nlanguage = "pt_br"\ndate = 2025-03-02T08:00:00Z\n+++\nTexto.'), suffix=".markdown")
    assert (document.source.lang, document.source.published) == ("pt-BR", "2025-03-02T08:00:00+00:00")


def test_picture_alone_is_a_caption() -> None:
    assert blocks("![The quay, 40 metres long](quay.jpg)") == [("caption", (), "The quay, 40 metres long")]


def test_places_lead_back_through_marks_and_entities() -> None:
    text = "It cost **38**\n> &euro;5&nbsp;million"
    document = document_of(Source(text=text), suffix=".md")
    place = document.view.text.index("€5\u00a0million")
    span = document.view.locate(place, place + len("€5\u00a0million"))
    assert text[span.start : span.end] == "&euro;5&nbsp;million"
