from __future__ import annotations

import unicodedata

from claimcheck.model.source import BlockKind, Source
from claimcheck.read.text import document_of

PROSE = "The harbour authority spent more on dredging last year than in the whole decade before, and nobody has said why it had to."


def kinds(text: str) -> list[tuple[str, str]]:
    document = document_of(Source(text=text))
    return [(block.kind.value, document.view.text[block.start : block.end]) for block in document.blocks]


def test_title_body_and_section() -> None:
    document = document_of(Source(text=f"Harbour costs double\n\n{PROSE}\n\nWhat comes next\n\n{PROSE}"))
    assert [block.kind for block in document.blocks] == [BlockKind.TITLE, BlockKind.BODY, BlockKind.TITLE, BlockKind.BODY]
    assert document.blocks[3].headings == ("Harbour costs double", "What comes next")


def test_a_lone_line_is_body() -> None:
    assert kinds("Harbour costs double") == [("body", "Harbour costs double")]


def test_first_paragraph_is_no_title() -> None:
    assert [kind for kind, _ in kinds(f"{PROSE}\n{PROSE}")] == ["body", "body"]


def test_title_with_a_full_stop_above_one_long_paragraph() -> None:
    assert [kind for kind, _ in kinds(f"Ports & shipsPorts Money\nHarbour board doubles its budget.\n{PROSE * 3}")] == [
        "meta",
        "title",
        "body",
    ]


def test_bullets_leave_their_marks_out() -> None:
    text = f"Costs\n{PROSE}\n- dredging: 40 million\n* quays: 12 million\n1. cranes: 9 million"
    assert kinds(text)[2:] == [("list", "dredging: 40 million"), ("list", "quays: 12 million"), ("list", "cranes: 9 million")]


def test_related_box_goes_to_the_end() -> None:
    for heading in ("Related", "Relacionado", "Mehr zum Thema", "À lire aussi :", "関連記事"):
        sorted_ = kinds(f"Harbour costs double\n\n{PROSE}\n\n{heading}\n\nFerry fares up 12 percent\n3 min read\nCrane falls, 2 hurt")
        assert [kind for kind, _ in sorted_[2:]] == ["related"] * 4, heading


def test_prose_ends_a_related_box() -> None:
    assert [kind for kind, _ in kinds(f"Harbour costs double\n{PROSE}\nRead more\nFerry fares up 12 percent\n{PROSE}")][-1] == "body"


def test_inline_pointers_to_other_articles() -> None:
    assert kinds(f"Titel der Meldung\n{PROSE}\nMehr zum Thema: Fähren teurer | Kran kippt um")[-1][0] == "related"


def test_a_sentence_that_begins_like_a_pointer_stays() -> None:
    assert kinds(f"{PROSE}\nRelated costs rose by 40 million as well, the board told its members in a letter.")[-1][0] == "body"


def test_teasers_are_known_by_the_reading_time_below() -> None:
    assert [
        kind for kind, _ in kinds(f"Harbour costs double\n·310 words·2 mins·\n{PROSE}\nFerry fares up 12 percent\n·220 words·1 min")
    ] == [
        "title",
        "meta",
        "body",
        "related",
        "related",
    ]


def test_page_furniture_is_meta() -> None:
    for line in (
        "Home > Business > Ports",
        "Wirtschaft | Häfen",
        "By Jane Doe",
        "Fuente: Agencia Ejemplo",
        "#ports #money",
        "(dpa)",
        "Skip to content",
    ):
        assert kinds(f"{line}\nHarbour costs double\n{PROSE}")[0][0] == "meta", line


def test_prose_that_begins_like_a_byline_is_body() -> None:
    line = "By 6am the port had moved 40 ships and the board called it a record for the month."
    assert kinds(f"Harbour costs double\n{PROSE}\n{line}")[-1] == ("body", line)


def test_captions() -> None:
    assert kinds(f"Titre\n{PROSE}\nPhoto : le port compte 12 grues depuis mai")[-1][0] == "caption"


def test_lines_wrapped_at_a_fixed_width_become_paragraphs() -> None:
    wrapped = (
        "The harbour authority of the northern islands has so far spent 38\nmillion euros on dredging the outer basin, which is more than the\n"
        "board had set aside for the whole year and more than any of its\nmembers knew.\n\nA second basin will follow in spring when the dredger has been put\n"
        "right and the tide tables allow it to come in, which may not be\nbefore the month of May in the view of the pilots who know it.\n"
    )
    document = document_of(Source(text=wrapped))
    texts = [document.view.text[block.start : block.end] for block in document.blocks]
    assert len(texts) == 2
    assert texts[0].startswith("The harbour authority of the northern islands has so far spent 38 million euros on")
    place = document.view.text.index("38 million")
    span = document.view.locate(place, place + len("38 million"))
    assert wrapped[span.start : span.end] == "38\nmillion"


def test_the_view_of_plain_text_is_the_text() -> None:
    document = document_of(Source(text=f"Titre\r\n\r\n{PROSE}"))
    assert document.view.text == document.source.text
    assert document.view.starts is None


def test_decomposed_text_is_composed_with_its_places() -> None:
    text = unicodedata.normalize(
        "NFD", "Coûts doublés\nIl a dépensé 5 millions à Orléans, d’après le conseil régional réuni vendredi dernier à huis clos."
    )
    document = document_of(Source(text=text))
    place = document.view.text.index("dépensé 5 millions à")
    span = document.view.locate(place, place + len("dépensé 5 millions à"))
    assert text[span.start : span.end] == unicodedata.normalize("NFD", "dépensé 5 millions à")


def test_front_matter_of_plain_text() -> None:
    document = document_of(
        Source(text=f"---\nlang: es_mx\npublished: 2025-03\noutlet: 'El Ejemplo'\nother: [1, 2]\n---\nTítulo\n{PROSE}", lang="en")
    )
    assert (document.source.lang, document.source.published, document.source.outlet) == ("es-MX", "2025-03", "El Ejemplo")
    assert document.blocks[0].kind is BlockKind.TITLE
