"""The language server, spoken to by a client over its pipes."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from editor import Editor, Message, pick
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from claimcheck.cli.entry import run

WIRE = "Calder Line will pay $1.24 billion for the ferries, the company said.\n"
AGENCY = "Calder Line has ordered seven ferries. Calder Line will pay $1.24 billion for the ferries.\n"
DRAFT = "# Ferries 🚀\n\n🚀 é Calder Line will pay $1.42 billion for the ferries.\n"
RIGHT = DRAFT.replace("1.42", "1.24")
SWAPPED = "core/swapped-digits"
VERSIONED = {"workspace": {"workspaceEdit": {"documentChanges": True, "snippetEditSupport": True, "changeAnnotationSupport": {}}}}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path.resolve() / "desk"
    for name, text in {"corpus/wire.txt": WIRE, "corpus/agency.txt": AGENCY}.items():
        put(folder, name, text)
    return folder


@pytest.fixture
def editor(root: Path) -> Iterator[Editor]:
    with Editor(root) as client:
        yield client


def put(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_an_article_is_held_against_the_corpus_while_it_is_typed(editor: Editor, root: Path) -> None:
    (diagnostic,) = editor.open("draft.md", DRAFT)
    assert diagnostic["code"] == SWAPPED
    assert diagnostic["source"] == "claimcheck"
    assert diagnostic["severity"] == 1
    assert len(diagnostic["data"]["fingerprint"]) == 16
    assert "$1.24 billion" in diagnostic["message"]
    related = {one["location"]["uri"]: one for one in diagnostic["relatedInformation"]}
    assert set(related) == {(root / "corpus" / name).as_uri() for name in ("wire.txt", "agency.txt")}
    wire = related[(root / "corpus/wire.txt").as_uri()]
    assert wire["location"]["range"]["start"] == {"line": 0, "character": 21}
    assert wire["message"].startswith("corpus/wire.txt: Calder Line will pay")
    assert editor.change("draft.md", RIGHT) == []
    assert [one["code"] for one in editor.change("draft.md", DRAFT)] == [SWAPPED]
    assert editor.change("draft.md", "") == []
    assert editor.shown() == []


@pytest.mark.parametrize(("encoding", "start"), [("utf-8", 29), ("utf-16", 26), ("utf-32", 25)])
def test_positions_are_counted_as_was_agreed(root: Path, encoding: str, start: int) -> None:
    with Editor(root, encodings=[encoding]) as editor:
        assert editor.initialized["capabilities"]["positionEncoding"] == encoding
        (diagnostic,) = editor.open("draft.md", DRAFT)
        assert diagnostic["range"]["start"] == {"line": 2, "character": start}
        assert diagnostic["range"]["end"] == {"line": 2, "character": start + len("$1.42 billion")}
        hover = editor.request("textDocument/hover", editor.at("draft.md", 2, start))
        assert hover["range"] == diagnostic["range"]
        assert editor.request("textDocument/hover", editor.at("draft.md", 2, start - 2)) is None


def test_lines_are_those_of_the_protocol(editor: Editor) -> None:
    text = "Ferries\u2028and\x0cships\r\n\rCalder Line will pay $1.42 billion for the ferries.\n"
    (diagnostic,) = editor.open("draft.txt", text, "plaintext")
    assert diagnostic["range"]["start"] == {"line": 2, "character": 21}


def test_the_client_s_first_choice_of_units_that_is_known_counts(root: Path) -> None:
    with Editor(root, encodings=["utf-7", "utf-32", "utf-8"]) as editor:
        assert editor.initialized["capabilities"]["positionEncoding"] == "utf-32"


def test_a_figure_shows_who_else_tells_it(editor: Editor, root: Path) -> None:
    editor.open("draft.md", DRAFT)
    hover = editor.request("textDocument/hover", editor.at("draft.md", 2, 28))
    assert hover["contents"]["kind"] == "markdown"
    rows = hover["contents"]["value"].splitlines()
    assert rows[2] == "| source | says | means | |"
    assert rows[4].startswith("| **this article** | $1.42 billion |")
    address = (root / "corpus/wire.txt").as_uri()
    assert any(row.startswith(f"| [corpus/wire.txt]({address}#L1) | $1.24 billion |") and "contradiction" in row for row in rows)
    assert any(SWAPPED in row for row in rows)
    assert editor.request("textDocument/hover", editor.at("draft.md", 0, 2)) is None


def test_a_line_shows_how_the_sources_of_its_facts_stand(editor: Editor) -> None:
    editor.open("draft.md", DRAFT)
    (lens,) = editor.request("textDocument/codeLens", {"textDocument": {"uri": editor.uri("draft.md")}})
    assert lens["range"]["start"]["line"] == 2
    assert lens["command"]["title"] == "$1.42 billion: 2 other sources say otherwise"
    editor.change("draft.md", RIGHT)
    (lens,) = editor.request("textDocument/codeLens", {"textDocument": {"uri": editor.uri("draft.md")}})
    assert lens["command"]["title"] == "$1.24 billion: 3 sources agree"


def test_some_agree_and_one_differs(editor: Editor, root: Path) -> None:
    put(root, "corpus/rival.txt", "Calder Line will pay $1.42 billion for the ferries, a rival said.\n")
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri("corpus/rival.txt"), "type": 1}]})
    editor.open("draft.md", RIGHT)
    (lens,) = editor.request("textDocument/codeLens", {"textDocument": {"uri": editor.uri("draft.md")}})
    assert lens["command"]["title"] == "$1.24 billion: 3 sources agree, 1 differs"


def test_no_answer_is_of_a_text_from_before(editor: Editor) -> None:
    editor.open("draft.md", DRAFT)
    editor.send_change("draft.md", "\n\n" + DRAFT)  # and at once, before anything was said of it:
    (lens,) = editor.request("textDocument/codeLens", {"textDocument": {"uri": editor.uri("draft.md")}})
    assert lens["range"]["start"]["line"] == 4


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("draft.md", DRAFT, "ferries. <!-- claimcheck: ignore[core/swapped-digits] -- why this may stay -->\n"),
        ("draft.mdx", DRAFT, "ferries. {/* claimcheck: ignore[core/swapped-digits] -- why this may stay */}\n"),
        ("list.md", "- One\n- Calder Line will pay $1.42 billion for the ferries.\n- Two\n", "ferries. <!-- claimcheck: ignore"),
        ("draft.html", f"<html><body><p>{DRAFT.splitlines()[2]}</p><p>More.</p></body></html>", "--></p><p>More."),
        (
            "draft.txt",
            "Ferries for all\n\nSome words before it.\n\nCalder Line will pay $1.42 billion for the ferries.\n\nMore.\n",
            "\n[claimcheck: ignore core/swapped-digits -- why this may stay]\nCalder Line",
        ),
        ("crlf.txt", "Ferries\r\n\r\nCalder Line will pay $1.42 billion for the ferries.\r\n", "why this may stay]\r\nCalder Line"),
    ],
)
def test_a_finding_is_suppressed_with_a_reason(editor: Editor, name: str, text: str, wanted: str) -> None:
    diagnostic = pick(editor.open(name, text), SWAPPED)
    action = next(one for one in editor.actions(name, diagnostic) if one["title"] == "Ignore core/swapped-digits here, with a reason")
    assert action["kind"] == "quickfix"
    assert action["diagnostics"] == [diagnostic]
    edited = applied(text, action["edit"]["changes"][editor.uri(name)])
    assert wanted in edited
    assert editor.change(name, edited) == []


def test_a_comment_that_suppresses_nothing_is_faded(editor: Editor) -> None:
    text = RIGHT.replace("ferries.", "ferries. <!-- claimcheck: ignore[core/disjoint] -- as filed -->")
    (notice,) = editor.open("draft.md", text)
    assert notice["code"] == "suppression/unused"
    assert notice["tags"] == [1]


def test_the_reason_is_there_to_be_written_over_where_the_client_can(root: Path) -> None:
    with Editor(root, capabilities=VERSIONED) as editor:
        (diagnostic,) = editor.open("draft.md", DRAFT)
        actions = editor.actions("draft.md", diagnostic)
        (change,) = next(one for one in actions if "Ignore" in one["title"])["edit"]["documentChanges"]
        assert change["textDocument"] == {"uri": editor.uri("draft.md"), "version": 1}
        assert "-- ${1:why this may stay} -->" in change["edits"][0]["snippet"]["value"]
        value = next(one for one in actions if one["title"].startswith("Write"))["edit"]
        (annotation,) = value["changeAnnotations"].values()
        assert annotation["needsConfirmation"] is True
        assert annotation["description"] == "manual"


def test_the_corpus_s_figure_is_offered_in_the_article_s_own_words(editor: Editor, root: Path) -> None:
    put(root, "corpus/wire.txt", WIRE.replace("ferries", "ferries of Gdansk"))
    text = "Calder Line pagará 1.420 millones de dólares por los ferris de Gdansk.\n"
    diagnostic = editor.open("borrador.md", f"---\nlang: es\n---\n{text}")[0]
    action = next(one for one in editor.actions("borrador.md", diagnostic) if one["title"].startswith("Write"))
    (edit,) = action["edit"]["changes"][editor.uri("borrador.md")]
    assert edit["newText"] == "1.240 millones de dólares"
    assert edit["range"] == diagnostic["range"]
    assert "isPreferred" not in action  # a figure is changed by a person, not by a key for all fixes


def test_the_other_source_is_opened_at_its_figure(editor: Editor) -> None:
    (diagnostic,) = editor.open("draft.md", DRAFT)
    titles = [one["title"] for one in editor.actions("draft.md", diagnostic)]
    assert {title for title in titles if title.startswith("Open")} == {
        "Open corpus/agency.txt: $1.24 billion",
        "Open corpus/wire.txt: $1.24 billion",
    }
    action = next(one for one in editor.actions("draft.md", diagnostic) if one["title"].startswith("Open corpus/wire"))
    editor.request("workspace/executeCommand", {"command": action["command"]["command"], "arguments": action["command"]["arguments"]})
    shown = editor.wait(lambda message: message.get("method") == "window/showDocument")["params"]
    assert shown["uri"] == editor.uri("corpus/wire.txt")
    assert shown["selection"]["start"] == {"line": 0, "character": 21}


def test_a_finding_is_accepted_in_the_baseline(editor: Editor, root: Path) -> None:
    (diagnostic,) = editor.open("draft.md", DRAFT)
    action = next(one for one in editor.actions("draft.md", diagnostic) if one["title"].endswith("as a false positive"))
    editor.request("workspace/executeCommand", {"command": action["command"]["command"], "arguments": action["command"]["arguments"]})
    assert editor.diagnostics("draft.md") == []
    (entry,) = json.loads((root / "claimcheck-baseline.json").read_text("utf-8"))["accepted"]
    assert (entry["fingerprint"], entry["as"]) == (diagnostic["data"]["fingerprint"], "false-positive")
    assert entry["reason"] == "accepted in the editor"
    assert entry["documents"] == ["corpus/agency.txt", "corpus/wire.txt", "draft.md"]
    assert any("claimcheck-baseline.json" in message for message in editor.shown())
    assert [one["code"] for one in editor.change("draft.md", DRAFT.replace("1.42", "1.21"))] != []  # another figure is another finding


def test_only_fixes_are_offered_where_only_those_are_asked_for(editor: Editor) -> None:
    (diagnostic,) = editor.open("draft.md", DRAFT)
    assert editor.actions("draft.md", diagnostic, only=["source.organizeImports"]) == []
    assert editor.actions("draft.md", diagnostic, only=["quickfix"]) != []


def test_what_is_closed_is_said_nothing_of_unless_the_workspace_is_asked_for(editor: Editor, root: Path) -> None:
    put(root, "draft.md", DRAFT)
    assert editor.open("draft.md") != []
    editor.close("draft.md")
    assert editor.diagnostics("draft.md") == []


def test_of_a_workspace_all_articles_are_reported(root: Path) -> None:
    put(root, "draft.md", DRAFT)
    with Editor(root, options={"diagnosticMode": "workspace"}) as editor:
        assert [one["code"] for one in editor.diagnostics("draft.md")] == [SWAPPED]
        assert editor.open("draft.md", RIGHT) == []
        editor.close("draft.md")  # what is on disk counts again
        assert [one["code"] for one in editor.diagnostics("draft.md")] == [SWAPPED]
        put(root, "draft.md", RIGHT)
        editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri("draft.md"), "type": 2}]})
        assert editor.diagnostics("draft.md") == []


def test_an_edit_of_the_corpus_changes_what_is_said_of_the_article(editor: Editor) -> None:
    assert editor.open("draft.md", RIGHT) == []
    editor.send_open("corpus/agency.txt", AGENCY.replace("1.24", "1.42"), "plaintext")
    found = editor.diagnostics("draft.md")
    found += editor.diagnostics("corpus/agency.txt")
    assert SWAPPED in [one["code"] for one in found]


def test_settings_that_are_wrong_are_told_with_their_place_and_nothing_else_is_said(root: Path) -> None:
    put(root, "claimcheck.toml", 'against = ["corpus"]\n')
    with Editor(root) as editor:
        assert editor.open("draft.md", DRAFT) != []
        put(root, "claimcheck.toml", 'against = ["corpus"]\nfail-on = "eror"\n')
        editor.save("claimcheck.toml")
        assert editor.diagnostics("draft.md") == []
        (problem,) = editor.diagnostics("claimcheck.toml")
        assert problem["range"]["start"] == {"line": 1, "character": 10}
        assert "eror" in problem["message"]
        editor.wait(lambda message: "claimcheck.toml:2:11: " in message.get("params", {}).get("message", ""))
        assert editor.change("draft.md", DRAFT + "\nMore.\n") == []
        assert sum("claimcheck.toml:2:11" in message for message in editor.shown()) == 1  # not with every key
        put(root, "claimcheck.toml", 'against = ["corpus"]\n')
        editor.save("claimcheck.toml")
        assert editor.diagnostics("draft.md") != []
        assert editor.diagnostics("claimcheck.toml") == []


def test_a_rule_that_is_wrong_is_told_with_its_place(root: Path) -> None:
    put(root, "claimcheck.toml", 'against = ["corpus"]\nrules = ["rules"]\n')
    put(root, "rules/desk.toml", 'id = "desk/one"\nkind = "no-such-kind"\n')
    with Editor(root) as editor:
        editor.wait(lambda message: "rules/desk.toml:2" in message.get("params", {}).get("message", ""))
        assert editor.diagnostics("rules/desk.toml") != []
        assert editor.open("draft.md", DRAFT) == []


def test_levels_and_switched_off_rules_of_the_settings_hold(root: Path) -> None:
    put(root, "claimcheck.toml", 'against = ["corpus"]\n[levels]\n"core/swapped-digits" = "warning"\n')
    with Editor(root) as editor:
        assert [one["severity"] for one in editor.open("draft.md", DRAFT)] == [2]
    with Editor(root, options={"config": ["ignore=core"]}) as editor:
        assert editor.open("draft.md", DRAFT) == []


def test_an_excluded_file_is_no_article(root: Path) -> None:
    put(root, "claimcheck.toml", 'against = ["corpus"]\nexclude = ["notes/**"]\n')
    with Editor(root) as editor:
        assert editor.open("notes/draft.md", DRAFT) == []
        assert editor.open("draft.py", DRAFT, "python") == []
        assert editor.open("draft.md", DRAFT) != []


def test_a_setting_of_the_client_that_is_unknown_is_told(root: Path) -> None:
    with Editor(root, options={"diagnosticmode": "workspace"}) as editor:
        editor.wait(lambda message: "did you mean 'diagnosticMode'?" in message.get("params", {}).get("message", ""))
        assert editor.open("draft.md", DRAFT) != []


def test_a_file_that_cannot_be_read_is_logged(root: Path) -> None:
    (root / "corpus" / "broken.txt").write_bytes(b"")
    with Editor(root) as editor:
        logged = editor.wait(lambda message: "broken.txt" in message.get("params", {}).get("message", ""))
        assert logged["method"] == "window/logMessage"
        assert "holds no text" in logged["params"]["message"]


def test_a_session_ends_in_good_order(root: Path) -> None:
    editor = Editor(root)
    editor.open("draft.md", DRAFT)
    assert editor.stop() == 0


def test_the_protocol_s_own_client_understands_every_answer(root: Path) -> None:
    asyncio.run(asyncio.wait_for(_talk(root), 60))


async def _talk(root: Path) -> None:
    client = LanguageClient("desk", "1")
    said: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(_into(said))
    client.feature(types.WINDOW_LOG_MESSAGE)(lambda _: None)
    await client.start_io(sys.executable, "-m", "claimcheck", "server")
    await client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=root.as_uri()))
    client.initialized(types.InitializedParams())
    uri = (root / "draft.md").as_uri()
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "markdown", 1, DRAFT)))
    found = await said.get()
    (diagnostic,) = found.diagnostics
    document = types.TextDocumentIdentifier(uri)
    hover = await client.text_document_hover_async(types.HoverParams(document, diagnostic.range.start))
    assert hover is not None
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(document))
    assert lenses
    context = types.CodeActionContext([diagnostic])
    actions = await client.text_document_code_action_async(types.CodeActionParams(document, diagnostic.range, context))
    assert actions
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]


def _into(queue: asyncio.Queue[types.PublishDiagnosticsParams]) -> Any:  # noqa: ANN401 - pygls looks at its parameters
    def take(params: types.PublishDiagnosticsParams) -> None:
        queue.put_nowait(params)

    return take


def test_without_the_extra_the_command_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in ("pygls", "lsprotocol") or name.startswith("claimcheck.lsp")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    assert run(["server"]) == 2
    error = capsys.readouterr().err
    assert "claimcheck server: needs " in error
    assert "pip install 'claimcheck-desk[lsp]'" in error


def test_other_commands_do_not_bring_what_the_server_needs() -> None:
    code = "import sys; from claimcheck.cli.entry import run; run(['check', sys.argv[1]]); run(['--help']); print('pygls' in sys.modules, 'asyncio' in sys.modules)"
    corpus = Path(__file__).parents[2] / "corpus"
    done = subprocess.run([sys.executable, "-c", code, str(corpus)], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout.splitlines()[-1] == "False False"


def applied(text: str, edits: list[Message]) -> str:
    """Return the text after edits of one line each, their columns in UTF-16."""
    lines = text.splitlines(keepends=True)
    for edit in edits:
        start, end = edit["range"]["start"], edit["range"]["end"]
        units = lines[start["line"]].encode("utf-16-le")
        made = units[: 2 * start["character"]] + edit["newText"].encode("utf-16-le") + units[2 * end["character"] :]
        lines[start["line"]] = made.decode("utf-16-le")
    return "".join(lines)
