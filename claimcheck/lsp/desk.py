"""What one editor is shown: the session's report, turned into answers; everything but the wire itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lsprotocol import types

from claimcheck import pipeline
from claimcheck.lsp.comments import comment_at
from claimcheck.lsp.facts import Facts, claim_at, hover_text, lens_title
from claimcheck.lsp.library import absolute_of
from claimcheck.lsp.messages import Edits, diagnostic_of, problem_diagnostic, range_of, span_of
from claimcheck.lsp.notes import findings_at, notes_of
from claimcheck.lsp.options import WORKSPACE, Options
from claimcheck.lsp.session import Buffer, Session
from claimcheck.lsp.values import rewritings_of
from claimcheck.lsp.world import World
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.source import Document, Source
from claimcheck.model.verdict import Finding
from claimcheck.read.text import document_of

ACCEPT = "claimcheck.acceptInBaseline"
OPEN = "claimcheck.openSource"
ACCEPTED_AS = {"expected": "expected", "false-positive": "a false positive", "superseded": "superseded"}
MOST_SOURCES = 5
REASON = "accepted in the editor"  # a client may put another one in its place

Diagnostics = Mapping[str, tuple[types.Diagnostic, ...]]


class Desk:
    """The answers to one editor; `report` is that of the texts as they are now."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.options = Options()
        self.encoding = "utf-16"
        self.report: Report | None = None
        self._background: dict[str, tuple[types.Diagnostic, ...]] = {}
        self._world: World | None = None
        self._facts: Facts | None = None

    def check(self) -> None:
        """Compare the open articles with the corpus, as they are now."""
        self.report = self.session.review()
        self._world = self._world_of(self.report) if self.report is not None else None
        self._facts = None

    def look_around(self) -> None:
        """Look at the articles that are not open, too, and keep what is to be said of them where the client wants it."""
        self._background = {}
        report = self.session.whole() if self.options.mode == WORKSPACE else None
        if report is None:
            return
        world = self._world_of(report)
        opened = {document.source.id for document in self.session.open_documents().values()}
        told = {id_: finding for id_, finding in report.findings.items() if opened.isdisjoint(_documents(finding, report))}
        for document, notes in notes_of(replace(report, findings=told)).items():
            if document not in opened and (uri := world.uri(document)):
                self._background[uri] = tuple(diagnostic_of(note, world) for note in notes)

    def diagnostics(self) -> Diagnostics:
        """Return what is to be shown at each address; open articles are always among them."""
        shown: dict[str, tuple[types.Diagnostic, ...]] = {}
        if not self.session.problems:
            shown |= self._background
            notes = notes_of(self.report) if self.report is not None else {}
            documents = self.session.open_documents()
            for uri in self.session.buffers:
                document = documents.get(uri)
                own = notes.get(document.source.id, ()) if document is not None else ()
                shown[uri] = tuple(diagnostic_of(note, self._world) for note in own) if self._world is not None else ()
        for problem in self.session.problems:
            uri = self._address(problem.path)
            if uri:
                shown[uri] = (*shown.get(uri, ()), problem_diagnostic(problem, self.encoding))
        return {**dict.fromkeys(self.session.buffers, ()), **shown}

    def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        """Return the table of sources of the figure at a position."""
        found = self._at(uri)
        if found is None:
            return None
        report, world, document = found
        positions = world.positions(document.source.id)
        claim = claim_at(report, document.source.id, positions.offset((position.line, position.character)))
        if claim is None:
            return None
        text = hover_text(self._facts_of(report).company(claim), report, world.link)
        return types.Hover(contents=types.MarkupContent(kind=types.MarkupKind.Markdown, value=text), range=range_of(claim.span, positions))

    def lenses(self, uri: str) -> list[types.CodeLens]:
        """Return above each line of an article how the sources of its facts stand, each fact once a line."""
        found = self._at(uri)
        if found is None or not self.options.lens:
            return []
        report, world, document = found
        positions = world.positions(document.source.id)
        lenses: dict[tuple[int, str, str], types.CodeLens] = {}
        for claim in report.claims.values():
            if claim.document != document.source.id:
                continue
            company = self._facts_of(report).company(claim)
            title = lens_title(company, report)
            if title:
                where = range_of(claim.span, positions)
                command = _open_command(f"{' '.join(claim.text.split())}: {title}", company.standings[0].claims[0], world)
                lenses.setdefault((where.start.line, company.label, title), types.CodeLens(range=where, command=command))
        return list(lenses.values())

    def actions(self, params: types.CodeActionParams, edits: Edits) -> list[types.CodeAction]:
        """Return what can be done about the findings in a range."""
        found = self._at(params.text_document.uri)
        if found is None or not _wants_fixes(params.context.only):
            return []
        report, world, document = found
        span = span_of(params.range, world.positions(document.source.id))
        actions: list[types.CodeAction] = []
        for finding in findings_at(report, document.source.id, span):
            about = [one for one in params.context.diagnostics if _fingerprint(one) == finding.fingerprint]
            for action in self._of_finding(finding, document, report, edits):
                action.diagnostics = about or None
                actions.append(action)
        return actions

    def _of_finding(self, finding: Finding, document: Document, report: Report, edits: Edits) -> Iterator[types.CodeAction]:
        yield from self._rewritings(finding, document, report, edits)
        yield from self._openings(finding, report)
        yield from self._suppressions(finding, document, report, edits)
        for accepted_as, words in ACCEPTED_AS.items():
            title = f"Accept {finding.rule} in the baseline as {words}"
            uri = self._uri(document)
            yield _action(
                title, command=types.Command(title=title, command=ACCEPT, arguments=[uri, finding.fingerprint, accepted_as, REASON])
            )

    def _rewritings(self, finding: Finding, document: Document, report: Report, edits: Edits) -> Iterator[types.CodeAction]:
        setup = self.session.setup
        if setup is None or finding.verdict is None or finding.verdict.value != "contradiction":
            return
        words = pipeline.vocabulary(setup.settings)

        def read(text: str, lang: str) -> Sequence[Claim]:
            return pipeline.extract_document(document_of(Source(text=text, id="0", lang=lang)), words)

        places = {id_: pipeline.places(source) for id_, source in report.sources.items()}
        made = [one for one in rewritings_of(finding, report, places, read) if one.document == document.source.id]
        buffer = self._buffer(document)
        if made and buffer is not None and self._world is not None:
            parts = [(one.span, one.text) for one in made]
            title = f"{made[0].title}: {made[0].text}"
            edit = edits.rewriting(parts, buffer.uri, buffer.version, self._world.positions(document.source.id), title=title)
            yield _action(title, edit=edit)

    def _openings(self, finding: Finding, report: Report) -> Iterator[types.CodeAction]:
        home = report.sides[finding.primary].document
        shown: set[str] = set()
        for id_ in finding.related:
            claim = report.sides[id_]
            if self._world is None or claim.document == home or claim.document in shown or len(shown) == MOST_SOURCES:
                continue
            shown.add(claim.document)
            title = f"Open {report.sources[claim.document].path or claim.document}: {' '.join(claim.text.split())}"
            command = _open_command(title, claim, self._world)
            if command is not None:
                yield _action(title, command=command)

    def _suppressions(self, finding: Finding, document: Document, report: Report, edits: Edits) -> Iterator[types.CodeAction]:
        buffer = self._buffer(document)
        if buffer is None or self._world is None:
            return
        primary = report.sides[finding.primary]
        others = {report.sides[id_].document for id_ in finding.related} - {primary.document}
        partners = ["", *(report.sources[other].path for other in sorted(others) if len(others) == 1)]
        for partner in dict.fromkeys(partners):
            made = comment_at(primary, document, rule=finding.rule, suffix=buffer.suffix, partner=partner)
            if made is not None:
                title = f"Ignore {finding.rule} here" + (f" against {partner}" if partner else "") + ", with a reason"
                edit = edits.insertion(made, buffer.uri, buffer.version, self._world.positions(document.source.id))
                yield _action(title, edit=edit)

    def _at(self, uri: str) -> tuple[Report, World, Document] | None:
        document = self.session.open_documents().get(uri)
        if self.report is None or self._world is None or document is None or document.source.id not in self.report.sources:
            return None
        return self.report, self._world, document

    def _facts_of(self, report: Report) -> Facts:
        if self._facts is None:
            self._facts = Facts(report)
        return self._facts

    def _world_of(self, report: Report) -> World:
        return World(report, {buffer.shown: buffer.uri for buffer in self.session.buffers.values()}, self.encoding)

    def _buffer(self, document: Document) -> Buffer | None:
        return next((buffer for buffer in self.session.buffers.values() if buffer.shown == document.source.path), None)

    def _uri(self, document: Document) -> str:
        buffer = self._buffer(document)
        return buffer.uri if buffer is not None else ""

    def _address(self, path: str) -> str:
        """Return the address of a file that is wrong, or "" where the words name no file."""
        file = absolute_of(path)
        opened = (buffer.uri for buffer in self.session.buffers.values() if buffer.shown == path)
        return next(opened, file.as_uri() if file.is_file() else "")


def _documents(finding: Finding, report: Report) -> set[str]:
    return {report.sides[id_].document for id_ in (finding.primary, *finding.related)}


def _wants_fixes(only: Sequence[types.CodeActionKind | str] | None) -> bool:
    return only is None or any(kind in ("", "quickfix") for kind in only)


def _fingerprint(diagnostic: types.Diagnostic) -> str:
    data = diagnostic.data
    if isinstance(data, Mapping):
        return str(data.get("fingerprint", ""))
    return str(getattr(data, "fingerprint", ""))


def _action(title: str, *, edit: types.WorkspaceEdit | None = None, command: types.Command | None = None) -> types.CodeAction:
    return types.CodeAction(title=title, kind=types.CodeActionKind.QuickFix, edit=edit, command=command)


def _open_command(title: str, claim: Claim, world: World) -> types.Command | None:
    """Return the command that opens the place of a figure."""
    uri = world.uri(claim.document)
    if not uri:
        return None
    where = range_of(claim.span, world.positions(claim.document))
    ends = [where.start.line, where.start.character, where.end.line, where.end.character]
    return types.Command(title=title, command=OPEN, arguments=[uri, *ends])
