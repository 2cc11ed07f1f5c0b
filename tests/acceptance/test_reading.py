"""Markdown, HTML and encodings as the command reads them: which figures, from which part, at exactly which bytes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Record = dict[str, Any]
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run each test in a folder of its own."""
    for name in [name for name in os.environ if name.startswith("CLAIMCHECK_") and name != "CLAIMCHECK_CACHE_DIR"]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def figures(claimcheck: Command, name: str, content: str | bytes, *arguments: str) -> list[tuple[str, str]]:
    """Return the figures of a file as written, each with the part it stands in; its bytes are those of the file."""
    written = content if isinstance(content, bytes) else content.encode()
    Path(name).write_bytes(written)
    status, out, _ = claimcheck("check", name, "--isolated", "--output-format", "json", *arguments)
    assert status in (0, 1)
    record = json.loads(out)
    (document,) = record["documents"].values()
    for claim in record["claims"].values():
        span = claim["span"]
        sliced = written[span["start"]["byte"] : span["end"]["byte"]]
        assert sliced.decode(document["encoding"]) == claim["text"]
        assert claim["text"] in claim["sentence"]
    return [(claim["text"], claim["block"]) for claim in record["claims"].values()]


def texts(claimcheck: Command, name: str, content: str | bytes, *arguments: str) -> list[str]:
    return [text for text, _ in figures(claimcheck, name, content, *arguments)]


# --- what is never read

UNREAD_IN_MARKDOWN = {
    "fenced code": "```python\nships = 99\nprint('98 ships')\n```\n",
    "tilde fence": "~~~\n97 ships\n~~~\n",
    "indented code": "    96 ships\n",
    "code in a line": "It says `95 ships` and ``94 ` ships``.\n",
    "an address": "See https://example.invalid/2031/93-ships or www.example.invalid/92-ships for more.\n",
    "an address in angles": "See <https://example.invalid/91-ships> and <90ships@example.invalid>.\n",
    "the target and title of a link": 'See [the yard](https://example.invalid/89-ships "88 ships").\n',
    "the target of a picture": 'See ![the yard](87-ships.png "86 ships") there.\n',
    "a definition": '[ref]: https://example.invalid/85-ships "84 ships"\n',
    "a script": "<script>\nvar a = '83 ships';\n</script>\n",
    "a style": "<style>.a { content: '82 ships' }</style>\n",
    "a comment": "<!-- 81 ships -->\n",
    "an attribute": "<div data-count='80 ships'>a yard</div>\n",
    "raw preformatted": "<pre>79 ships</pre>\n",
    "what is struck out": "It was <del>78 ships</del> then.\n",
}


@pytest.mark.parametrize("what", UNREAD_IN_MARKDOWN)
def test_never_read_in_markdown(what: str, claimcheck: Command) -> None:
    page = f"# A yard\n\nThey sold 5 ships.\n\n{UNREAD_IN_MARKDOWN[what]}\nThen they sold 6 ships.\n"
    assert texts(claimcheck, "a.md", page) == ["5 ships", "6 ships"]


def test_modules_and_expressions_of_mdx(claimcheck: Command) -> None:
    page = (
        "import Chart from './77-ships'\nimport './76.css'\n\nexport const ships = 75\n\n{/* 74 ships */}\n\n"
        '<Chart ships={73} label="72 ships" />\n\nImport duties fell on 5 ships.\n\nexport of 6 ships was allowed.\n'
    )
    assert texts(claimcheck, "a.mdx", page) == ["5 ships", "6 ships"]


UNREAD_IN_HTML = {
    "a script": "<script>var a = '99 ships'</script>",
    "data": '<script type="application/ld+json">{"ships": "98 ships"}</script>',
    "a style": "<style>.a::after { content: '97 ships' }</style>",
    "code": "<p>a <code>96 ships</code> b <kbd>95 ships</kbd> c <samp>94 ships</samp></p>",
    "preformatted": "<pre>93 ships</pre>",
    "an attribute": "<p title='92 ships' data-n='91 ships'>a yard</p>",
    "the target of a link": "<a href='/90-ships' title='89 ships'>a yard</a>",
    "a picture": "<img src='88-ships.png' alt='87 ships'>",
    "a comment": "<!-- 86 ships --><![CDATA[85 ships]]>",
    "a template": "<template><p>84 ships</p></template><noscript>83 ships</noscript>",
    "a drawing": "<svg><text>82 ships</text></svg>",
    "a form": "<select><option>81 ships</select><button>80 ships</button><textarea>79 ships</textarea>",
    "what is hidden": "<p hidden>78 ships</p><p style='display: none'>77 ships</p><p aria-hidden='true'>76 ships</p>",
    "what is struck out": "<p>It was <del>75 ships</del> <s>74 ships</s> then.</p>",
    "a note's mark": "<p>A yard<sup>73</sup> by the sea<sup><a href='#n72'>72</a></sup> sold<sup>[71]</sup> much.</p>",
    "an embedded page": "<iframe src='/70-ships'>69 ships</iframe><object data='68'>67 ships</object>",
}


@pytest.mark.parametrize("what", UNREAD_IN_HTML)
def test_never_read_in_html(what: str, claimcheck: Command) -> None:
    page = f'<html lang="en"><body><article><p>They sold 5 ships.</p>{UNREAD_IN_HTML[what]}<p>Then they sold 6 ships.</p></article></body></html>'
    assert texts(claimcheck, "a.html", page) == ["5 ships", "6 ships"]


def test_a_note_right_behind_a_figure_is_not_part_of_it_and_a_power_is(claimcheck: Command) -> None:
    page = "<p>They sold 5 ships<sup>61</sup>.</p><p>The yard covers 40 km<sup>2</sup>.</p>"
    assert texts(claimcheck, "a.html", page) == ["5 ships", "40 km<sup>2"]


# --- parts of a page


def test_parts_of_a_markdown_page(claimcheck: Command) -> None:
    page = (
        "---\ntitle: A yard sells 3 ships\nlang: en\nprice: 99 ships\ntags: [98 ships]\n---\n\n"
        "They sold 4 ships[^1].\n\n> The yard spoke of 5 ships.\n\n- 6 ships in May\n\n| Yard | Sold |\n|---|---:|\n| Alba | 7 ships |\n\n"
        "![The harbour with 8 ships](harbour.png)\n\n[^1]: The owner spoke of 9 ships.\n\n## Related\n\n- [10 ships sink](b.md)\n"
    )
    assert figures(claimcheck, "a.md", page) == [
        ("3 ships", "title"),
        ("4 ships", "body"),
        ("5 ships", "body"),
        ("6 ships", "list"),
        ("7 ships", "cell"),
        ("8 ships", "caption"),
        ("9 ships", "body"),
        ("10 ships", "related"),
    ]


def test_parts_of_an_html_page(claimcheck: Command) -> None:
    page = (
        '<html lang="en"><head><title>A yard</title></head><body><nav>99 ships</nav><article><h1>A yard sells 3 ships</h1><p>They sold 4 ships.'
        "<ul><li>5 ships in May</ul><figure><img src=a.png><figcaption>6 ships at sea</figcaption></figure>"
        "<table><caption>7 ships in all</caption><tr><th>Yard<th>Sold<tr><td>Alba<td>8 ships</table>"
        "<div class='related-articles'><a href=b.html>98 ships sink</a></div></article><aside>97 ships</aside><footer>96 ships</footer></body></html>"
    )
    assert figures(claimcheck, "a.html", page) == [
        ("99 ships", "related"),
        ("3 ships", "title"),
        ("4 ships", "body"),
        ("5 ships", "list"),
        ("6 ships", "caption"),
        ("7 ships", "caption"),
        ("8 ships", "cell"),
        ("98 ships", "related"),
        ("97 ships", "related"),
        ("96 ships", "related"),
    ]


RELATED = {
    "en": ("Calder Line will pay $1.24 billion for the ferries.", "Read also", "Calder Line will pay $1.42 billion for the ferries"),
    "de": (
        "Calder Line zahlt 1,24 Milliarden Dollar für die Fähren.",
        "Lesen Sie auch",
        "Calder Line zahlt 1,42 Milliarden Dollar für die Fähren",
    ),
    "es": (
        "Calder Line pagará 1.240 millones de dólares por los ferris.",
        "Lea también",
        "Calder Line pagará 1.420 millones de dólares por los ferris",
    ),
    "fr": (
        "Calder Line paiera 1,24 milliard de dollars pour les ferries.",
        "À lire aussi",
        "Calder Line paiera 1,42 milliard de dollars pour les ferries",
    ),
    "it": (
        "Calder Line pagherà 1,24 miliardi di dollari per i traghetti.",
        "Leggi anche",
        "Calder Line pagherà 1,42 miliardi di dollari per i traghetti",
    ),
    "pt": (
        "A Calder Line pagará 1,24 bilhão de dólares pelas balsas.",
        "Leia também",
        "A Calder Line pagará 1,42 bilhão de dólares pelas balsas",
    ),
    "nl": (
        "Calder Line betaalt 1,24 miljard dollar voor de veerboten.",
        "Lees ook",
        "Calder Line betaalt 1,42 miljard dollar voor de veerboten",
    ),
}


@pytest.mark.parametrize("lang", RELATED)
@pytest.mark.parametrize("suffix", ["md", "html"])
def test_headlines_of_other_articles_contradict_nothing(lang: str, suffix: str, claimcheck: Command) -> None:
    sentence, leads, headline = RELATED[lang]
    page = {
        "md": f"---\nlang: {lang}\n---\n# Calder Line\n\n{sentence}\n\n## {leads}\n\n- [{headline}](b.md)\n",
        "html": f'<html lang="{lang}"><body><article><h1>Calder Line</h1><p>{sentence}</p></article><aside><h3>{leads}</h3><a href="b">{headline}</a></aside>',
    }[suffix]
    Path(f"a.{suffix}").write_text(page, encoding="utf-8")
    Path("wire.txt").write_text("Calder Line will pay $1.24 billion for the ferries, the company said.\n", encoding="utf-8")
    status, out, _ = claimcheck("check", f"a.{suffix}", "wire.txt", "--isolated", "--output-format", "json")
    record = json.loads(out)
    assert status == 0, record["findings"]
    assert [claim["block"] for claim in record["claims"].values() if "42" in claim["text"]] == ["related"]
    assert record["summary"]["verdicts"]["agreement"] == 1


# --- entities, newlines, letters of every width


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&#36;1.42&nbsp;billion", "$1.42 billion"),
        ("14&#x2009;ships", "14 ships"),
        ("12&frac12;&nbsp;tons", "12½ tons"),
        ("5&percnt;", "5%"),
        ("10&ndash;12 ships", "10–12 ships"),
        ("&#x661;&#x664; ships", "١٤ ships"),
        ("14</b> <i>ships", "14 ships"),
    ],
)
def test_entities_and_marks_are_seen_through_with_their_bytes(written: str, read: str, claimcheck: Command) -> None:
    page = f"<p>\U0001f680 Caf&eacute;\r\nThey named {written} there.</p>".encode()
    found = texts(claimcheck, "a.html", page)
    assert found == [written]
    assert texts(claimcheck, "b.txt", f"They named {read} there.\n") == [read]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_of_every_kind(newline: str, claimcheck: Command) -> None:
    page = newline.join(["# A yard 🚢", "", "They **sold 5 ships**", "and 6 ships.", "", "> 7 ships", ""])
    assert texts(claimcheck, "a.md", page) == ["5 ships", "6 ships", "7 ships"]


# --- encodings


@pytest.mark.parametrize(
    ("name", "content", "encoding", "guessed", "figure"),
    [
        ("utf8.txt", "Ils ont vendu 14 navires à Nîmes.".encode(), "utf-8", False, "14 navires"),
        (
            "mark.html",
            b"\xef\xbb\xbf<meta charset='iso-8859-1'><p>Ils ont vendu 14 navires \xc3\xa0 N\xc3\xaemes.",
            "utf-8",
            False,
            "14 navires",
        ),
        ("utf16.txt", "\ufeffIls ont vendu 14 navires à Nîmes.".encode("utf-16-be"), "utf-16-be", False, "14 navires"),
        ("meta.html", "<meta charset=windows-1251><p>Верфь построит 14 паромов.".encode("cp1251"), "windows-1251", False, "14 паромов"),
        (
            "http.html",
            '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><p>造船所は14隻のフェリーを建造する。'.encode(
                "shift_jis"
            ),
            "shift_jis",
            False,
            "14隻",
        ),
        (
            "xml.html",
            "<?xml version='1.0' encoding='gb18030'?><html lang='zh'><p>船厂将建造14艘渡轮。".encode("gb18030"),
            "gb18030",
            False,
            "14艘",
        ),
        (
            "front.md",
            "---\nlang: pl\nencoding: iso-8859-2\n---\nStocznia zbuduje 14 promów.\n".encode("iso-8859-2"),
            "iso-8859-2",
            False,
            "14 promów",
        ),
        ("latin.html", b"<meta charset='iso-8859-1'><p>It costs \x805 million.", "cp1252", False, "\u20ac5 million"),
        (
            "lying.html",
            "<meta charset=utf-8><p lang=fr>Le chantier a livré à Nîmes les 14 navires commandés, a-t-il précisé.".encode("cp1252"),
            "cp1252",
            True,
            "14 navires",
        ),
    ],
)
def test_encodings_are_marked_declared_utf_8_or_guessed_and_a_guess_is_told(
    name: str,
    content: bytes,
    encoding: str,
    guessed: bool,  # noqa: FBT001
    figure: str,
    claimcheck: Command,
) -> None:
    found = texts(claimcheck, name, content)
    _, out, err = claimcheck("check", name, "--isolated", "--output-format", "json")
    (document,) = json.loads(out)["documents"].values()
    assert document["encoding_guessed"] is guessed
    assert guessed or document["encoding"] == encoding
    assert ("a guess" in err) is guessed
    assert any(figure in one for one in found), found


def test_an_encoding_can_be_named_where_none_is_declared(claimcheck: Command) -> None:
    content = "Верфь построит 14 паромов.".encode("koi8-r")
    assert texts(claimcheck, "a.txt", content, "--encoding", "koi8-r") == ["14 паромов"]
    _, out, _ = claimcheck("check", "a.txt", "--isolated", "--output-format", "json", "--encoding", "koi8-r")
    (document,) = json.loads(out)["documents"].values()
    assert (document["encoding"], document["encoding_guessed"]) == ("koi8-r", False)
