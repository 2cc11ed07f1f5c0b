"""A repository of three commits - a corpus, an article with one wrong figure, its correction - and every tool run on it."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator
from ruamel.yaml import YAML

Record = dict[str, Any]
PROJECT = Path(__file__).parents[2]
SCHEMAS = Path(__file__).parent / "schemas"
COMMAND = (sys.executable, "-m", "claimcheck")
OURS = re.compile(r"^(CLAIMCHECK_|GITHUB_|CI$|NO_COLOR$|FORCE_COLOR$|COLUMNS$|GIT_)")
WAIT = 60.0

ARTICLES = {
    "articles/01-wire.txt": (
        "Norvane Rail orders night trains\n\nNorvane Rail will pay 2.4 billion euros for 31 night trains, the company said on Monday. "
        "The trains will be delivered by the end of 2029.\n"
    ),
    "articles/02-bahn.md": (
        "---\nlang: de\npublished: 2031-05-02\n---\n# Nachtzüge für Norvane Rail\n\n"
        "Norvane Rail zahlt **2,4 Milliarden Euro** für 31 Nachtzüge. Sie sollen bis Ende 2029 geliefert werden.\n"
    ),
    "articles/03-tren.html": (
        '<!doctype html><html lang="es"><head><title>Norvane Rail compra trenes nocturnos</title></head>\n<body><article>'
        "<h1>Norvane Rail compra trenes nocturnos</h1>\n<p>Norvane Rail pagar&aacute; 2.400&nbsp;millones de euros por 31 trenes "
        'nocturnos.</p></article>\n<nav><a href="/99">99 noticias m&aacute;s</a></nav></body></html>\n'
    ),
    "claimcheck.toml": 'paths = ["drafts/"]\nagainst = ["articles/"]\nexclude = ["articles/archive/"]\n',
}
DRAFT = "drafts/new.md"
TEXT = (
    "---\nlang: fr\npublished: 2031-05-03\n---\n# Norvane Rail commande des trains de nuit\n\n"
    "Norvane Rail versera {} milliards d’euros pour 31 trains de nuit, a annoncé la compagnie.\n"
)
WRONG, RIGHT = TEXT.format("4,2"), TEXT.format("2,4")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, and what runs commands in it."""

    root: Path

    def git(self, *arguments: str) -> str:
        return subprocess.run(
            [shutil.which("git") or "git", *arguments], cwd=self.root, check=True, capture_output=True, text=True, env=environment()
        ).stdout

    def put(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())

    def commit(self, message: str, files: Mapping[str, str]) -> None:
        self.put(files)
        self.git("add", "--all")
        self.git("-c", "user.name=Desk", "-c", "user.email=desk@example.invalid", "commit", "--quiet", "--message", message)

    def run(self, *arguments: str, **variables: str) -> Ran:
        """Run claimcheck as a person or a hook does."""
        return self.start([*COMMAND, *arguments], variables)

    def start(self, words: list[str], variables: Mapping[str, str]) -> Ran:
        done = subprocess.run(words, cwd=self.root, check=False, capture_output=True, env={**environment(), **variables})
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not OURS.match(name) or name == "CLAIMCHECK_CACHE_DIR"}
    return {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PYTHONPATH": str(PROJECT)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    if shutil.which("git") is None:
        pytest.skip("git is not on this machine")
    repository = Repository(tmp_path_factory.mktemp("desk"))
    repository.git("init", "--quiet", "--initial-branch", "main")
    repository.commit("The corpus", ARTICLES)
    repository.commit("A new article", {DRAFT: WRONG})
    repository.commit("The correction", {DRAFT: RIGHT})
    return repository


@pytest.fixture
def repository(made: Repository, tmp_path: Path) -> Repository:
    """Return a copy of the repository in which the wrong figure has just been committed."""
    copy = Repository(Path(shutil.copytree(made.root, tmp_path / "desk")))
    copy.git("checkout", "--quiet", "-B", "work", "HEAD~1")
    return copy


def entry_of_hook() -> list[str]:
    (hook,) = YAML(typ="safe").load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    words = shlex.split(hook["entry"])
    assert words[0] == "claimcheck"
    return [*COMMAND, *words[1:]]


# --- the hook


def test_the_hook_stops_the_wrong_figure_and_lets_the_correction_pass(repository: Repository) -> None:
    ran = repository.start(entry_of_hook(), {})
    assert ran.status == 1
    assert "“4,2 milliards d’euros”" in ran.out
    assert f"{DRAFT}:7:22" in ran.out
    repository.git("checkout", "--quiet", "main")
    assert repository.start(entry_of_hook(), {}).status == 0


def test_the_hook_is_as_pre_commit_wants_it() -> None:
    (hook,) = YAML(typ="safe").load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert hook["pass_filenames"] is False
    assert "--force-exclude" in hook["entry"].split()
    names = ("a.md", "b.mdx", "c.txt", "d.html", "e.htm", "f.markdown")
    assert all(re.search(hook["files"], name) for name in names)
    assert not re.search(hook["files"], "g.py")


def test_a_file_that_is_excluded_does_not_stop_a_commit(repository: Repository) -> None:
    repository.put({"articles/archive/old.md": WRONG, DRAFT: RIGHT})
    assert repository.start([*entry_of_hook(), "articles/archive/old.md"], {}).status == 0


# --- the gate and what it writes


def test_the_gate_with_sarif(repository: Repository) -> None:
    ran = repository.run(
        "check", "--output-format", "concise", "--also", "sarif=out/claimcheck.sarif", "--also", "json=out/claimcheck.json"
    )
    assert ran.status == 1
    assert ran.err.splitlines()[-1] == "claimcheck: exit status 1: 1 finding at or above level error"
    log = json.loads((repository.root / "out/claimcheck.sarif").read_text(encoding="utf-8"))
    Draft7Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))).validate(log)
    (result,) = [one for one in log["runs"][0]["results"] if one["level"] == "error"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": DRAFT, "uriBaseId": "%SRCROOT%"}
    assert (place["region"]["startLine"], place["region"]["startColumn"], place["region"]["endColumn"]) == (7, 22, 43)
    assert {one["physicalLocation"]["artifactLocation"]["uri"] for one in result["relatedLocations"]} <= set(ARTICLES)
    assert "](1)" in result["message"]["text"]
    assert log["runs"][0]["columnKind"] == "utf16CodeUnits"
    assert str(repository.root) not in json.dumps(log)


def test_github_gets_annotations_and_a_summary(repository: Repository) -> None:
    summary = repository.root / "summary.md"
    ran = repository.run("check", "--output-format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert ran.status == 1
    first = ran.out.splitlines()[0]
    assert re.match(r"::error file=drafts/new\.md,line=7,endLine=7,col=22,endColumn=43,title=core/[a-z-]+::", first)
    assert "1 contradiction" in summary.read_text(encoding="utf-8")


def test_gitlab_gets_a_code_quality_report(repository: Repository) -> None:
    ran = repository.run("check", "--output-format", "gitlab")
    (entry,) = [one for one in json.loads(ran.out) if one["severity"] == "major"]
    assert entry["location"]["path"] == DRAFT
    assert entry["location"]["positions"]["begin"] == {"line": 7, "column": 22}


def test_every_format_at_once_and_as_by_itself(repository: Repository) -> None:
    formats = {"full": "txt", "json": "json", "json-lines": "jsonl", "sarif": "sarif", "gitlab": "gl.json", "junit": "xml"}
    formats |= {"rdjson": "rd.json", "markdown": "md", "github": "gh.txt", "concise": "c.txt", "html": "html"}
    also = [word for name, suffix in formats.items() for word in ("--also", f"{name}=out/report.{suffix}")]
    assert repository.run("check", "--quiet", *also, "--also", "html=out/pages").status == 1
    for name, suffix in formats.items():
        repository.run("check", "--output-format", name, "-o", f"alone/report.{suffix}", "--quiet")
        together, alone = ((repository.root / folder / f"report.{suffix}").read_bytes() for folder in ("out", "alone"))
        assert together == alone, name
    assert (repository.root / "out/pages/index.html").is_file()
    assert (repository.root / "out/pages/style.css").is_file()


# --- the baseline


def test_what_is_accepted_stays_so_in_a_moved_file_and_a_changed_figure_is_new(repository: Repository) -> None:
    fingerprint = next(iter(json.loads(repository.run("check", "--output-format", "json").out)["findings"]))
    accepted = repository.run("baseline", "accept", fingerprint[:8], "--as", "expected", "--reason", "as the agency filed it")
    assert accepted.status == 0, accepted.err
    repository.put({"claimcheck.toml": ARTICLES["claimcheck.toml"] + 'baseline = "claimcheck-baseline.json"\n'})
    assert "as the agency filed it" in (repository.root / "claimcheck-baseline.json").read_text(encoding="utf-8")
    assert repository.run().status == 0
    repository.git("mv", DRAFT, "drafts/night-trains.md")
    repository.put({"drafts/night-trains.md": WRONG.replace("---\n#", "---\n\n\n\n#")})
    assert repository.run().status == 0
    repository.put({"drafts/night-trains.md": WRONG.replace("4,2", "4,7")})
    assert repository.run().status == 1


def test_what_was_there_at_a_revision_does_not_fail(repository: Repository) -> None:
    assert repository.run("--baseline-commit", "HEAD").status == 0
    assert repository.run("--baseline-commit", "HEAD~1").status == 1


# --- the difference between the commits


def test_the_difference_between_the_commits(repository: Repository) -> None:
    ran = repository.run("diff", f"main~1:{DRAFT}", f"main:{DRAFT}", "--against", "articles", "--output-format", "json")
    assert ran.status == 0, ran.err
    record = json.loads(ran.out)
    schema = json.loads(repository.run("schema", "diff").out)
    Draft202012Validator(schema).validate(record)
    (change,) = [one for one in record["ops"] if one["op"] == "replace" and "/claims/" in one["path"]]
    assert (change["was"]["text"], change["now"]["text"]) == ("4,2 milliards d’euros", "2,4 milliards d’euros")
    removed = [one for one in record["ops"] if one["op"] == "remove" and "/findings/" in one["path"]]
    assert len(removed) == 1
    assert repository.run("diff", "main~1", "main", "--exit-code").status == 1
    assert repository.run("diff", "main", "main", "--exit-code").status == 0


def test_the_wrong_figure_is_offered_in_the_articles_own_language(repository: Repository) -> None:
    ran = repository.run("diff", f"main:{DRAFT}", DRAFT, "--against", "articles", "--output-format", "json")
    texts = re.findall(r'"new_text": "([^"]*)"', ran.out)
    assert "2,4 milliards d’euros" in texts
    assert '"manual"' in ran.out


# --- the action and the template


def test_the_action_is_one_and_its_script_does_what_it_says(repository: Repository, tmp_path: Path) -> None:
    action = YAML(typ="safe").load((PROJECT / "action.yml").read_text(encoding="utf-8"))
    Draft7Validator(json.loads((SCHEMAS / "github-action.json").read_text(encoding="utf-8"))).validate(action)
    assert set(action["inputs"]) == {"args", "paths", "against", "baseline", "fail-on", "sarif-file", "version"}
    assert set(action["outputs"]) == {"findings", "contradictions", "sarif-file"}
    (step,) = [one for one in action["runs"]["steps"] if one.get("id") == "check"]
    assert "${{" not in step["run"]  # inputs reach a script as variables, never as code
    outputs = tmp_path / "outputs"
    variables = {
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(outputs),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "PATHS": "drafts/\n",
        "AGAINST": "articles/\n",
        "SARIF_FILE": "claimcheck.sarif",
        "BASELINE": "",
        "FAIL_ON": "error",
        "ARGS": "--strict --limit 5",
    }
    ran = in_bash(repository, tmp_path, step["run"], variables)
    assert ran.status == 1, ran.err
    assert ran.out.startswith("::error file=drafts/new.md,")
    said = dict(line.split("=", 1) for line in outputs.read_text(encoding="utf-8").splitlines())
    assert said == {"findings": "1", "contradictions": "1", "sarif-file": "claimcheck.sarif"}
    assert (repository.root / "claimcheck.sarif").is_file()
    ran = in_bash(
        repository, tmp_path, step["run"], {**variables, "PATHS": "", "AGAINST": "", "SARIF_FILE": "", "FAIL_ON": "never", "ARGS": ""}
    )
    assert ran.status == 0, ran.err
    assert in_bash(repository, tmp_path, step["run"], {**variables, "PATHS": "missing/"}).status == 2


def test_the_template_is_one_and_its_script_writes_its_reports(repository: Repository, tmp_path: Path) -> None:
    head, job = YAML(typ="safe").load_all((PROJECT / "templates/claimcheck.yml").read_text(encoding="utf-8"))
    inputs = head["spec"]["inputs"]
    whole = json.dumps(job)
    assert set(re.findall(r"\$\[\[ inputs\.([a-z-]+) \]\]", whole)) == set(inputs)
    for name, given in {**{name: one["default"] for name, one in inputs.items()}, "against": "--against articles/"}.items():
        whole = whole.replace(f"$[[ inputs.{name} ]]", given)
    job = json.loads(whole)["claimcheck"]
    ran = in_bash(repository, tmp_path, "\n".join(job["script"]), {"CLAIMCHECK_FAIL_ON": job["variables"]["CLAIMCHECK_FAIL_ON"]})
    assert ran.status == 1, ran.err
    for kind, name in job["artifacts"]["reports"].items():
        assert (repository.root / name).is_file(), kind
    assert (repository.root / job["artifacts"]["paths"][0] / "index.html").is_file()


def in_bash(repository: Repository, folder: Path, script: str, variables: Mapping[str, str]) -> Ran:
    """Run a script of a pipeline, with claimcheck and python on the path as an installation puts them there."""
    programs = folder / "bin"
    programs.mkdir(exist_ok=True)
    for name, words in (("claimcheck", COMMAND), ("python", COMMAND[:1])):
        (programs / name).write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return repository.start(["bash", "-e", "-o", "pipefail", "-c", script], {**variables, "PATH": path})


# --- completion


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_the_shell(shell: str, repository: Repository) -> None:
    ran = repository.run("completion", shell)
    assert ran.status == 0
    assert "_CLAIMCHECK_COMPLETE" in ran.out
    if shutil.which(shell):
        checked = subprocess.run([shell, "-n"], input=ran.out, text=True, check=False, capture_output=True)
        assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    ("words", "place", "wanted"),
    [
        ("claimcheck ch", 1, "plain,check"),
        ("claimcheck --fail", 1, "plain,--fail-on"),
        ("claimcheck check --output-format sa", 3, "plain,sarif"),
        ("claimcheck dra", 1, "file,dra"),
        ("claimcheck rules ex", 2, "plain,explain"),
    ],
)
def test_words_are_completed(words: str, place: int, wanted: str, repository: Repository) -> None:
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(place), "_CLAIMCHECK_COMPLETE": "bash_complete"}
    program = "from claimcheck.cli.entry import run; run()"
    ran = repository.start([sys.executable, "-c", program], asked)
    assert ran.out.splitlines()[0] == wanted, ran.err


# --- the editor


class Editor:
    """A client of the language server, over its standard input and output."""

    def __init__(self, server: subprocess.Popen[bytes]) -> None:
        assert server.stdin is not None
        assert server.stdout is not None
        self.server = server
        self.asked = 0
        self.said: Queue[Record] = Queue()
        Thread(target=self._listen, args=(server.stdout,), daemon=True).start()

    def _listen(self, stream: IO[bytes]) -> None:
        while head := stream.readline():
            length = int(head.split(b":")[1])
            while stream.readline().strip():
                continue
            self.said.put(json.loads(stream.read(length)))

    def tell(self, method: str, params: Record | None = None, **more: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params or {}, **more}).encode()
        assert self.server.stdin is not None
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()

    def ask(self, method: str, params: Record | None = None) -> Any:  # noqa: ANN401 - whatever the server answers
        self.asked += 1
        self.tell(method, params, id=self.asked)
        return next(message["result"] for message in self.messages() if message.get("id") == self.asked and "method" not in message)

    def diagnostics(self, uri: str) -> list[Record]:
        """Return what is next published for a file."""
        published = (message["params"] for message in self.messages() if message.get("method") == "textDocument/publishDiagnostics")
        return next(list(params["diagnostics"]) for params in published if params["uri"] == uri)

    def messages(self) -> Iterator[Record]:
        while True:
            try:
                message = self.said.get(timeout=WAIT)
            except Empty:
                pytest.fail("the server says nothing")
            if "id" in message and "method" in message:  # it asks something of us
                body = json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": None}).encode()
                assert self.server.stdin is not None
                self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
                self.server.stdin.flush()
            yield message


@pytest.fixture
def editor(repository: Repository) -> Iterator[Editor]:
    pytest.importorskip("pygls", reason="the extra [lsp] is not installed")
    words = [*COMMAND, "server"]
    with subprocess.Popen(
        words, cwd=repository.root, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        yield Editor(server)
        server.kill()


def test_a_session_in_an_editor(editor: Editor, repository: Repository) -> None:
    root, uri = repository.root.as_uri(), (repository.root / DRAFT).as_uri()
    started = editor.ask(
        "initialize", {"processId": None, "rootUri": root, "workspaceFolders": [{"uri": root, "name": "desk"}], "capabilities": {}}
    )
    assert started["capabilities"]
    editor.tell("initialized")
    editor.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": WRONG}})
    (shown,) = [one for one in editor.diagnostics(uri) if one["severity"] == 1]
    assert shown["range"] == {"start": {"line": 6, "character": 21}, "end": {"line": 6, "character": 42}}
    assert {Path(one["location"]["uri"]).name for one in shown["relatedInformation"]} <= {"01-wire.txt", "02-bahn.md", "03-tren.html"}
    hover = editor.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 6, "character": 25}})
    assert "2.4 billion euros" in json.dumps(hover, ensure_ascii=False)
    actions = editor.ask(
        "textDocument/codeAction", {"textDocument": {"uri": uri}, "range": shown["range"], "context": {"diagnostics": [shown]}}
    )
    assert "2,4 milliards d’euros" in json.dumps(actions, ensure_ascii=False)
    editor.tell("textDocument/didChange", {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": RIGHT}]})
    assert not [one for one in editor.diagnostics(uri) if one["severity"] == 1]
    editor.ask("shutdown")
    editor.tell("exit")
    assert editor.server.wait(timeout=WAIT) == 0
