"""The parts of the language server without its wire: positions, options, facts, comments, the library and the session."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.lsp.comments import comment_at
from claimcheck.lsp.facts import Facts, claim_at, hover_text, lens_title
from claimcheck.lsp.library import Library
from claimcheck.lsp.notes import notes_of
from claimcheck.lsp.options import OPEN_FILES, WORKSPACE, Options, options_of
from claimcheck.lsp.positions import Positions, units_of
from claimcheck.lsp.session import Buffer, Session
from claimcheck.lsp.setup import Setup
from claimcheck.model.report import Report
from claimcheck.model.source import Source
from claimcheck.pipeline import Settings, check, check_documents
from claimcheck.read.choice import Choice
from claimcheck.read.text import document_of
from claimcheck.settings.values import Layer, configuration_of

UNCACHED = Settings(cache=False)
ENCODINGS = ("utf-8", "utf-16", "utf-32")
SAID = "Calder Line will pay {} for the ferries."


def setup(**values: object) -> Setup:
    layer = Layer(values=configuration_of(values), origins=dict.fromkeys(values, "test"))
    return Setup(layer=layer, settings=UNCACHED, choice=Choice())


def session(**values: object) -> Session:
    own = Session(lambda _: setup(**values))
    own.reload()
    return own


def buffer(name: str, text: str, version: int = 1, language: str = "markdown") -> Buffer:
    path = Path.cwd() / name
    return Buffer(uri=path.as_uri(), path=path, text=text, version=version, language=language)


def told(*figures: str) -> Report:
    return check([Source(id=chr(ord("a") + place), text=SAID.format(figure), lang="en") for place, figure in enumerate(figures)], UNCACHED)


@given(st.text(alphabet="aé😀ä\n\r \u2028\x0c1", max_size=40), st.sampled_from(ENCODINGS))
def test_every_place_leads_back_to_its_character(text: str, encoding: str) -> None:
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":  # between the two there is no place
            there = positions.offset(positions.place(offset))
            assert there == offset or set(text[there:offset]) <= {"\r", "\n"}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_place_within_a_character_is_taken_for_the_next_one(encoding: str) -> None:
    positions = Positions("😀5", encoding)
    assert positions.offset((0, 1)) == 1
    assert positions.offset((0, 99)) == 2
    assert positions.offset((7, 0)) == 2


def test_units_are_those_of_the_encoding() -> None:
    assert [units_of("aé語😀", encoding) for encoding in ENCODINGS] == [10, 5, 4]


def test_options_are_read_bare_or_under_the_name_of_the_program() -> None:
    wanted = Options(mode=WORKSPACE, lens=False, config=("fail-on=warning",))
    given_ = {"diagnosticMode": "workspace", "codeLens": False, "config": "fail-on=warning"}
    assert options_of(given_) == options_of({"claimcheck": given_}) == wanted


@pytest.mark.parametrize("nothing", [None, [], "workspace", {}])
def test_no_options_are_the_default_ones(nothing: object) -> None:
    assert options_of(nothing) == Options(mode=OPEN_FILES)


@pytest.mark.parametrize(
    "wrong", [{"diagnosticMode": "all"}, {"codeLens": "yes"}, {"config": 3}, {"config": [3]}, {"codelens": True}, {"files": []}]
)
def test_what_is_wrong_with_options_is_told_and_the_rest_holds(wrong: dict[str, object]) -> None:
    options = options_of({**wrong})
    assert len(options.faults) == 1
    assert (options.mode, options.lens, options.config) == (OPEN_FILES, True, ())


def test_a_lens_tells_how_the_others_stand() -> None:
    report = told("$1.24 billion", "$1.24 billion", "$1.42 billion")
    titles = [lens_title(Facts(report).company(claim), report) for claim in report.claims.values()]
    assert titles == ["2 sources agree, 1 differs", "2 sources agree, 1 differs", "2 other sources say otherwise"]


def test_a_figure_that_nobody_else_tells_has_no_lens_and_a_hover_with_its_meaning() -> None:
    report = told("$1.24 billion")
    (claim,) = report.claims.values()
    company = Facts(report).company(claim)
    assert lens_title(company, report) == ""
    assert "1.235 to 1.245 billion USD. No other source tells it." in hover_text(company, report, lambda _: "")


def test_sources_that_bound_or_size_otherwise_are_named_as_such() -> None:
    report = told("$1.24 billion", "more than $1.1 billion")
    assert lens_title(Facts(report).company(report.claims["a#1"]), report) == "1 more or less exact"


def test_a_hover_is_a_table_that_no_text_can_break() -> None:
    sources = [
        Source(id="a|b.txt", text=SAID.format("$1.24 billion"), lang="en", outlet="The [Desk]"),
        Source(id="b", text=SAID.format("$1.42 billion"), lang="en"),
    ]
    report = check(sources, UNCACHED)
    claim = next(claim for claim in report.claims.values() if claim.document == "b")
    rows = hover_text(Facts(report).company(claim), report, lambda _: "file:///a#L1").splitlines()
    assert rows[2:4] == ["| source | says | means | |", "|---|---|---|---|"]
    assert rows[4].startswith("| **this article** | $1.42 billion |")
    assert rows[5].startswith("| [a\\|b.txt](file:///a#L1) (The \\[Desk\\]) | $1.24 billion |")
    assert "✗ contradiction" in rows[5]


def test_the_figure_at_a_place_is_the_one_around_it() -> None:
    report = told("$1.24 billion")
    (claim,) = report.claims.values()
    assert claim_at(report, "a", claim.span.start) is claim
    assert claim_at(report, "a", claim.span.end) is claim
    assert claim_at(report, "a", claim.span.start - 1) is None
    assert claim_at(report, "b", claim.span.start) is None


def test_no_comment_goes_where_none_can_stand() -> None:
    page = f"<html><head><title>{SAID.format('$1.42 billion')}</title></head><body><p>{SAID.format('$1.40 billion')}</p></body></html>"
    document = document_of(Source(text=page, id="a.html", path="a.html", lang="en"), suffix=".html")
    claims = list(check_documents([document], UNCACHED).claims.values())
    in_head = [claim for claim in claims if claim.span.start < page.index("</title>")]
    in_body = [claim for claim in claims if claim.span.start > page.index("<body>")]
    assert all(comment_at(claim, document, rule="core/disjoint", suffix=".html") is None for claim in in_head)
    made = comment_at(in_body[0], document, rule="core/disjoint", suffix=".html")
    assert made is not None
    assert page[made.offset :].startswith("</p>")
    assert comment_at(in_body[0], document, rule="core/disjoint", suffix=".html", partner="my file.txt") is None


def test_notes_are_of_open_findings_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wire.txt").write_text(SAID.format("$1.24 billion"), "utf-8")
    own = session()
    own.put(buffer("draft.md", SAID.format("$1.42 billion")))
    report = own.review()
    assert report is not None
    assert [note.rule for note in notes_of(report)["draft.md"]] == ["core/swapped-digits"]
    own.edit(buffer("draft.md", "").uri, SAID.format("$1.42 billion [sic]"), 2)
    report = own.review()
    assert report is not None
    assert notes_of(report) == {}


def test_the_library_reads_a_file_again_when_it_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("One million.", "utf-8")
    Path("b.txt").write_text("Two million.", "utf-8")
    library = Library()
    library.refresh(setup())
    first, second = library.documents["a.txt"], library.documents["b.txt"]
    Path("b.txt").write_text("Three million people.", "utf-8")
    Path("c.txt").write_text(" ", "utf-8")
    library.refresh(setup())
    assert library.documents["a.txt"] is first
    assert library.documents["b.txt"] is not second
    assert [skipped.path for skipped in library.skipped] == ["c.txt"]
    Path("a.txt").unlink()
    library.refresh(setup())
    assert list(library.documents) == ["b.txt"]


def test_an_empty_folder_is_where_an_article_is_begun_but_a_named_one_must_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    library = Library()
    library.refresh(setup())
    assert library.documents == {}
    with pytest.raises(InputError):
        library.refresh(setup(against=(Path("corpus"),)))


def test_a_corpus_that_is_not_there_is_a_problem_and_goes_when_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    own = session(against=(Path("corpus"),))
    assert [problem.message for problem in own.problems] == ["no such file or folder"]
    own.put(buffer("draft.md", SAID.format("$1.42 billion")))
    assert own.review() is None
    Path("corpus").mkdir()
    Path("corpus/wire.txt").write_text(SAID.format("$1.24 billion"), "utf-8")
    own.refresh()
    report = own.review()
    assert report is not None
    assert len(report.findings) == 1


@pytest.mark.parametrize(
    ("name", "language", "suffix"),
    [("a.md", "", ".md"), ("a.HTML", "", ".html"), ("a", "markdown", ".md"), ("a", "python", ""), ("a.py", "plaintext", "")],
)
def test_articles_are_told_by_their_names_else_by_the_editor(name: str, language: str, suffix: str) -> None:
    assert buffer(name, "", language=language).suffix == suffix


def test_what_is_no_file_yet_is_compared_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wire.txt").write_text(SAID.format("$1.24 billion"), "utf-8")
    own = session()
    own.put(Buffer(uri="untitled:Untitled-1", path=None, text=SAID.format("$1.42 billion"), version=1, language="markdown"))
    report = own.review()
    assert report is not None
    assert [report.sides[finding.primary].document for finding in report.findings.values()] == ["Untitled-1"]


def test_an_edit_says_what_a_check_of_the_saved_file_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wire.txt").write_text(SAID.format("$1.24 billion"), "utf-8")
    own = session()
    own.put(buffer("draft.md", SAID.format("$1.24 billion")))
    for figure in ("$1.42 billion", "more than $1.1 billion", "$3 billion", "$1.24 billion"):
        own.edit(buffer("draft.md", "").uri, f"# 😀\n\n{SAID.format(figure)}\n", 2)
        edited = own.review()
        Path("draft.md").write_text(f"# 😀\n\n{SAID.format(figure)}\n", "utf-8")
        library = Library()
        library.refresh(setup())
        draft = library.documents.pop("draft.md")
        saved = check_documents([draft], UNCACHED, corpus=tuple(library.documents.values()))
        Path("draft.md").unlink()
        assert edited is not None
        assert dict(edited.findings) == dict(saved.findings)
        assert edited.verdicts == saved.verdicts
