"""The language server on standard input and output: the door to pygls."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from claimcheck.errors import ClaimcheckError
from claimcheck.lsp.desk import ACCEPT, OPEN, Desk
from claimcheck.lsp.messages import Edits
from claimcheck.lsp.options import WORKSPACE, options_of
from claimcheck.lsp.session import Buffer, Session
from claimcheck.lsp.setup import Configure
from claimcheck.version import VERSION

SETTLE: Final = 0.008  # seconds after the last key in which another one may come; one check is done for all of them
LOOK_AROUND: Final = 0.6  # the same before articles that are not open are looked at
WATCHED: Final = ("**/*.{txt,md,markdown,mdx,html,htm}", "**/*.toml", "**/claimcheck-baseline.json", "**/.claimcheckignore")


class Service:
    """One client's requests, in the order they come; checks are put off until the keys have settled."""

    def __init__(self, configure: Configure) -> None:
        # Whole texts, not ranges: an article is small, and pygls counts U+2028 and form feeds as line breaks.
        self.server = LanguageServer("claimcheck", VERSION, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.desk = Desk(Session(configure))
        self._is_ready = False
        self._is_dirty = False
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._published: dict[str, tuple[types.Diagnostic, ...]] = {}
        self._said: set[str] = set()

    # the life of a session

    def initialize(self, params: types.InitializeParams) -> None:
        """Go to the workspace's folder: settings, paths in reports and keys in baselines are relative to it."""
        folders = params.workspace_folders or []
        root = folders[0].uri if folders else params.root_uri
        folder = to_fs_path(root) if root else params.root_path
        if folder and Path(folder).is_dir():
            os.chdir(folder)
        self.configure(params.initialization_options)

    def begin(self) -> None:
        """Read settings, rules and corpus, and compare what there is, so that the first edit finds it done."""
        self.desk.encoding = str(getattr(self.server.workspace.position_encoding, "value", self.server.workspace.position_encoding))
        self._watch()
        began = perf_counter()
        self._is_ready = True
        self._guarded(self.desk.session.reload)
        self._guarded(self.desk.session.whole)
        self._guarded(self.desk.look_around)
        gc.collect()
        gc.freeze()  # what was read lives as long as the server: no collection need look at it again
        self._guarded(self.check)
        articles, seconds = len(self.desk.session.library.documents), perf_counter() - began
        self._log(f"{articles} {'article' if articles == 1 else 'articles'} indexed in {seconds:.1f} s", types.MessageType.Info)

    def configure(self, given: object) -> None:
        """Take the client's own settings."""
        self.desk.options = options_of(given)
        self.desk.session.overrides = self.desk.options.config
        for fault in self.desk.options.faults:
            self._show(f"claimcheck: {fault}", types.MessageType.Warning)

    def reconfigure(self, given: object) -> None:
        """Take the client's settings where it sends any, and read everything again: its files may have changed with them."""
        if given is not None:
            self.configure(given)
        self.reload()

    def reload(self) -> None:
        """Read everything again, and say what has changed by it."""
        self.desk.session.reload()
        self.look_around()
        self._refresh_lenses()

    # texts

    def put(self, item: types.TextDocumentItem) -> None:
        """Take an article that was opened."""
        path = to_fs_path(item.uri) if item.uri.startswith("file:") else None
        self.desk.session.put(
            Buffer(uri=item.uri, path=Path(path) if path else None, text=item.text, version=item.version, language=str(item.language_id))
        )
        self.soon()

    def edit(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take a text after a change."""
        text = self.server.workspace.get_text_document(params.text_document.uri).source
        self.desk.session.edit(params.text_document.uri, text, params.text_document.version)
        self.soon()

    def close(self, uri: str) -> None:
        """Let go of an article."""
        self.desk.session.close(uri)
        self.desk.session.refresh()
        self.look_around()

    def saved(self, uri: str) -> None:
        """Look at the corpus on disk again; settings and rules are read again where one of them was saved."""
        if uri.endswith(".toml"):
            self.reload()
            return
        self.desk.session.refresh()
        self.soon()

    def changed(self, uris: list[str]) -> None:
        """Look again at what has changed on disk."""
        if any(uri.endswith((".toml", ".claimcheckignore")) for uri in uris):
            self.reload()
            return
        self.desk.session.refresh()
        self.soon()

    # checks

    def soon(self) -> None:
        """Check when no further key comes for a moment."""
        self._is_dirty = True
        self._later("check", SETTLE, self.check)
        if self.desk.options.mode == WORKSPACE:
            self._later("around", LOOK_AROUND, self.look_around)

    def settle(self) -> None:
        """Check now what is still to be checked: no answer is of a text from before."""
        if self._is_dirty:
            self.check()

    def check(self) -> None:
        """Check the open articles and publish what there is to say."""
        if not self._is_ready:
            return
        self._is_dirty = False
        self.desk.check()
        self.publish()

    def look_around(self) -> None:
        """Check everything, articles that are not open included where the client wants that."""
        if self._is_ready:
            self.desk.look_around()
            self.check()

    def publish(self) -> None:
        """Send what has changed at any address; where nothing is to be said any more, that is sent, too."""
        session = self.desk.session
        wanted = self.desk.diagnostics()
        for uri in [*wanted, *(uri for uri in self._published if uri not in wanted)]:
            own = wanted.get(uri, ())
            buffer = session.buffers.get(uri)
            if buffer is None and self._published.get(uri, ()) == own:
                continue
            version = buffer.version if buffer is not None else None
            self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=list(own), version=version))
        self._published = {uri: own for uri, own in wanted.items() if own}
        for problem in session.problems:
            self._once(str(problem), types.MessageType.Error)
        for skipped in session.library.skipped:
            self._log_once(f"{skipped.path}: not read: {skipped.reason}")
        if not session.problems:
            self._said = {said for said in self._said if said.startswith("log ")}

    # requests

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Answer with the fact's table of sources."""
        self.settle()
        return self.desk.hover(params.text_document.uri, params.position)

    def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Answer with what can be done about the findings in a range."""
        self.settle()
        return self.desk.actions(params, Edits(self.server.client_capabilities))

    def lenses(self, params: types.CodeLensParams) -> list[types.CodeLens]:
        """Answer with how the sources of each line's facts stand."""
        self.settle()
        return self.desk.lenses(params.text_document.uri)

    def accept(self, uri: str, fingerprint: str, accepted_as: str, reason: str) -> None:
        """Write a finding to the baseline."""
        self.settle()
        session, report = self.desk.session, self.desk.report
        today = datetime.now().astimezone().date().isoformat()
        try:
            file = None if report is None else session.accept(fingerprint, report, accepted_as=accepted_as, reason=reason, on=today)
        except (ClaimcheckError, OSError) as error:
            self._show(str(error), types.MessageType.Error)
            return
        if file is None:
            self._show(f"claimcheck: {fingerprint} is no finding of {uri} any more", types.MessageType.Warning)
            return
        self.look_around()
        self._refresh_lenses()
        told = (
            ""
            if session.setup is not None and session.setup.layer.values.baseline
            else f'; set baseline = "{file.as_posix()}" for the gate'
        )
        self._show(f"claimcheck: accepted as {accepted_as} in {file.as_posix()}{told}", types.MessageType.Info)

    async def show(self, uri: str, where: types.Range) -> None:
        """Show the place of another source."""
        await self.server.window_show_document_async(types.ShowDocumentParams(uri=uri, take_focus=True, selection=where))

    # the wire

    def _later(self, name: str, seconds: float, call: Callable[[], None]) -> None:
        if name in self._timers:
            self._timers[name].cancel()
        self._timers[name] = asyncio.get_running_loop().call_later(seconds, self._guarded, call)

    def _guarded(self, call: Callable[[], object]) -> None:
        """Do what was put off; what goes wrong is told to the client, and the server goes on."""
        try:
            call()
        except Exception as error:  # noqa: BLE001 - an editor must not lose its server over one text
            self._once(f"claimcheck: internal error: {type(error).__name__}: {error}; please report it", types.MessageType.Error)

    def _watch(self) -> None:
        """Ask to be told when articles, settings, rules or the baseline change on disk."""
        workspace = self.server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace is not None else None
        if watching is None or not watching.dynamic_registration:
            return
        options = types.DidChangeWatchedFilesRegistrationOptions(
            watchers=[types.FileSystemWatcher(glob_pattern=pattern) for pattern in WATCHED]
        )
        registration = types.Registration(id="claimcheck-files", method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES, register_options=options)
        self.server.client_register_capability(types.RegistrationParams(registrations=[registration]))

    def _refresh_lenses(self) -> None:
        workspace = self.server.client_capabilities.workspace
        if workspace is not None and workspace.code_lens is not None and workspace.code_lens.refresh_support:
            self.server.workspace_code_lens_refresh(None)

    def _once(self, message: str, kind: types.MessageType) -> None:
        """Show a message unless it was shown since all was well."""
        if message not in self._said:
            self._said.add(message)
            self._show(message, kind)

    def _log_once(self, message: str) -> None:
        if f"log {message}" not in self._said:
            self._said.add(f"log {message}")
            self._log(message, types.MessageType.Warning)

    def _show(self, message: str, kind: types.MessageType) -> None:
        self.server.window_show_message(types.ShowMessageParams(type=kind, message=message))

    def _log(self, message: str, kind: types.MessageType) -> None:
        self.server.window_log_message(types.LogMessageParams(type=kind, message=f"claimcheck: {message}"))


def serve(configure: Configure) -> None:
    """Serve one client on standard input and output until it says exit.

    The wire is a copy of standard output, which pygls closes in the end; what anything else prints goes to standard error.
    """
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as wire, redirect_stdout(sys.stderr):
        build(configure).start_io(stdout=wire)


def build(configure: Configure) -> LanguageServer:
    """Return the server with everything that it answers to."""
    service = Service(configure)
    server = service.server
    options: Mapping[str, object] = {
        types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
        types.TEXT_DOCUMENT_CODE_LENS: types.CodeLensOptions(),
        types.TEXT_DOCUMENT_DID_SAVE: types.SaveOptions(include_text=False),
    }
    features: Mapping[str, Callable[..., object]] = {
        types.INITIALIZE: service.initialize,
        types.INITIALIZED: lambda _: service.begin(),
        types.WORKSPACE_DID_CHANGE_CONFIGURATION: lambda params: service.reconfigure(params.settings),
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES: lambda params: service.changed([change.uri for change in params.changes]),
        types.TEXT_DOCUMENT_DID_OPEN: lambda params: service.put(params.text_document),
        types.TEXT_DOCUMENT_DID_CHANGE: service.edit,
        types.TEXT_DOCUMENT_DID_SAVE: lambda params: service.saved(params.text_document.uri),
        types.TEXT_DOCUMENT_DID_CLOSE: lambda params: service.close(params.text_document.uri),
        types.TEXT_DOCUMENT_HOVER: service.hover,
        types.TEXT_DOCUMENT_CODE_ACTION: service.actions,
        types.TEXT_DOCUMENT_CODE_LENS: service.lenses,
    }
    for name, answer in features.items():
        given = [options[name]] if name in options else []
        server.feature(name, *given)(_as_function(answer))

    @server.command(ACCEPT)
    def accept(uri: str, fingerprint: str, accepted_as: str, reason: str) -> None:
        service.accept(uri, fingerprint, accepted_as, reason)

    @server.command(OPEN)
    async def show(uri: str, line: int, character: int, end_line: int, end_character: int) -> None:
        start, end = types.Position(line, character), types.Position(end_line, end_character)
        await service.show(uri, types.Range(start=start, end=end))

    return server


def _as_function(answer: Callable[..., object]) -> Callable[[LanguageServer, object], object]:
    """Return a function that pygls may hang its marks on, which methods do not let it; it passes itself first."""

    def handle(ls: LanguageServer, params: object) -> object:
        del ls
        return answer(params)

    return handle
