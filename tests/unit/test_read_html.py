from __future__ import annotations

import pytest

from claimcheck.model.source import Document, Source
from claimcheck.read.text import document_of


def page(body: str, head: str = "") -> Document:
    return document_of(Source(text=f"<!DOCTYPE html><html lang='es'><head>{head}</head><body>{body}</body></html>"), suffix=".html")


def blocks(body: str) -> list[tuple[str, str]]:
    document = page(body)
    return [(block.kind.value, document.view.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<p>It cost <b>38</b>\n  million</p>", "It cost 38 million"),
        ("<p>&euro;5&nbsp;million &#38; 3 &lt; 4 &copy 2</p>", "€5\u00a0million & 3 < 4 © 2"),
        ("<p>area of 30 m<sup>2</sup>, noted<sup><a href='#n'>12</a></sup></p>", "area of 30 m², noted"),
        ("<p>See <a href='/99'>12 cranes</a></p>", "See 12 cranes"),
        ("<p>not <del>40</del><span hidden>41</span><span style='display: none'>42</span> but 50</p>", "not but 50"),
        ("<p>unknown &nosuch; entity</p>", "unknown &nosuch; entity"),
    ],
)
def test_what_a_reader_sees(written: str, read: str) -> None:
    assert blocks(written) == [("body", read)]


@pytest.mark.parametrize(
    "unread",
    [
        "<script>77</script>",
        "<style>77</style>",
        "<code>77</code>",
        "<pre>77</pre>",
        "<!-- 77 -->",
        "<noscript><p>77</p></noscript>",
        "<svg><text>77</text></svg>",
    ],
)
def test_what_nobody_reads(unread: str) -> None:
    assert blocks(f"<p>Before</p>{unread}<p>After</p>") == [("body", "Before"), ("body", "After")]


def test_unclosed_paragraphs_entries_and_cells() -> None:
    assert blocks("<p>One<p>Two<ul><li>three<li>four</ul><table><tr><td>a<td>5<tr><td>b<td>6</table>") == [
        ("body", "One"),
        ("body", "Two"),
        ("list", "three"),
        ("list", "four"),
        ("cell", "a"),
        ("cell", "5"),
        ("cell", "b"),
        ("cell", "6"),
    ]


@pytest.mark.parametrize(
    "box",
    [
        "<nav>{}</nav>",
        "<aside>{}</aside>",
        "<footer>{}</footer>",
        "<div role='navigation'>{}</div>",
        "<div class='c-related-articles'>{}</div>",
        "<section id='most-read'>{}</section>",
        "<ul class='breadcrumb'><li>{}</ul>",
    ],
)
def test_boxes_beside_the_article(box: str) -> None:
    assert blocks("<article><p>Text</p>" + box.format("<p>Ferry up 12 percent</p>") + "<p>Goes on</p></article>") == [
        ("body", "Text"),
        ("related", "Ferry up 12 percent"),
        ("body", "Goes on"),
    ]


def test_class_names_that_only_sound_alike_change_nothing() -> None:
    assert blocks("<div class='unrelated-shareholders adsorption'><p>Text</p></div>") == [("body", "Text")]


def test_bylines_and_captions() -> None:
    assert blocks(
        "<article><p class='byline'>Ana Pérez</p><figure><img alt='x'><figcaption>Quay, 40 m</figcaption></figure></article>"
    ) == [
        ("meta", "Ana Pérez"),
        ("caption", "Quay, 40 m"),
    ]


def test_headings_and_cells_with_their_heads() -> None:
    document = page(
        "<h1>Toll</h1><h2>By town</h2><table><thead><tr><th>Town<th>Dead</thead><tr><td>Paz<td>95</table><h2>Next</h2><p>Text</p>",
        "<title>Toll - Paper</title>",
    )
    assert [(block.kind.value, block.headings) for block in document.blocks] == [
        ("title", ()),
        ("title", ("Toll",)),
        ("cell", ("Toll", "By town")),
        ("cell", ("Toll", "By town")),
        ("cell", ("Toll", "By town", "Town")),
        ("cell", ("Toll", "By town", "Dead", "Paz")),
        ("title", ("Toll",)),
        ("body", ("Toll", "Next")),
    ]


def test_the_title_of_the_head_stands_in_for_a_missing_heading() -> None:
    document = page("<p>Text</p>", "<title>Port costs 5 million</title>")
    assert document.blocks[0].kind.value == "title"
    assert document.source.text[slice(*_bounds(document, 0))] == "Port costs 5 million"


def _bounds(document: Document, number: int) -> tuple[int, int]:
    block = document.blocks[number]
    span = document.view.locate(block.start, block.end)
    return span.start, span.end


def test_what_the_head_says() -> None:
    head = "<meta property='article:published_time' content='2025-11-03T08:00:00+01:00'><meta property='og:site_name' content='El Ejemplo'>"
    source = page("<p lang='en'>Text</p>", head + "<link rel='canonical' href='https://example.org/a'>").source
    assert (source.lang, source.published, source.outlet, source.url) == (
        "es",
        "2025-11-03T08:00:00+01:00",
        "El Ejemplo",
        "https://example.org/a",
    )


def test_languages_of_parts() -> None:
    document = page("<p>Texto</p><blockquote lang='en-GB'><p>Text</p></blockquote>")
    assert [block.lang for block in document.blocks] == ["", "en-GB"]


def test_places_lead_back_through_tags_and_entities() -> None:
    document = page("<p>vale <b>38.000</b>&nbsp;mi<i>llones</i> de d&oacute;lares</p>")
    place = document.view.text.index("38.000")
    span = document.view.locate(place, len(document.view.text))
    assert document.source.text[span.start : span.end] == "38.000</b>&nbsp;mi<i>llones</i> de d&oacute;lares"
