"""What the editor is told, in the types of the protocol: the door to lsprotocol, with `server.py`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lsprotocol import types

from claimcheck.errors import Problem
from claimcheck.lsp.comments import Insertion
from claimcheck.lsp.notes import Note
from claimcheck.lsp.positions import Positions, units_of
from claimcheck.lsp.world import World
from claimcheck.model.level import Level
from claimcheck.model.span import Span

SOURCE: Final = "claimcheck"
SEVERITIES: Final = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.INFO: types.DiagnosticSeverity.Information,
}
MANUAL: Final = "manual"
SNIPPET_SYNTAX: Final = re.compile(r"[\\$}]")


def range_of(span: Span, positions: Positions) -> types.Range:
    """Return a stretch of a text as a range."""
    start, end = positions.place(span.start), positions.place(span.end)
    return types.Range(start=types.Position(*start), end=types.Position(*end))


def span_of(given: types.Range, positions: Positions) -> Span:
    """Return a range as a stretch of the text."""
    return Span(positions.offset((given.start.line, given.start.character)), positions.offset((given.end.line, given.end.character)))


def diagnostic_of(note: Note, world: World) -> types.Diagnostic:
    """Return a note as a diagnostic."""
    related = [
        types.DiagnosticRelatedInformation(
            location=types.Location(uri=uri, range=range_of(other.span, world.positions(other.document))), message=other.said
        )
        for other in note.related
        if (uri := world.uri(other.document))
    ]
    address = world.rule_address(note.rule)
    return types.Diagnostic(
        range=range_of(note.span, world.positions(note.document)),
        message=note.message,
        severity=SEVERITIES[note.level],
        code=note.rule,
        code_description=types.CodeDescription(href=address) if address else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if note.is_unused else None,
        related_information=related or None,
        data={"fingerprint": note.fingerprint},
    )


def problem_diagnostic(problem: Problem, encoding: str) -> types.Diagnostic:
    """Return what is wrong with a settings or rule file as a diagnostic of that file."""
    line, column = max(0, problem.line - 1), max(0, problem.column - 1)
    start = units_of(problem.excerpt[:column], encoding) if problem.excerpt else column
    width = units_of(problem.excerpt[column : column + problem.width], encoding) or 1
    return types.Diagnostic(
        range=types.Range(start=types.Position(line, start), end=types.Position(line, start + width)),
        message="\n".join(part for part in (problem.message, problem.hint) if part),
        severity=types.DiagnosticSeverity.Error,
        source=SOURCE,
    )


class Edits:
    """Edits of articles in the form that the client takes."""

    def __init__(self, capabilities: types.ClientCapabilities) -> None:
        workspace = capabilities.workspace
        can = workspace.workspace_edit if workspace is not None else None
        self._versioned = bool(can and can.document_changes)
        self._snippets = bool(can and can.snippet_edit_support and self._versioned)
        self._annotated = bool(can and can.change_annotation_support and self._versioned)

    def insertion(self, made: Insertion, uri: str, version: int, positions: Positions) -> types.WorkspaceEdit:
        """Return the edit that puts a comment in; where the client can, its reason is selected to be written over."""
        where = range_of(Span(made.offset, made.offset), positions)
        if not self._snippets:
            return self._edit(uri, version, [types.TextEdit(range=where, new_text=made.text)])
        before, reason = made.text[: made.reason.start], made.text[made.reason.start : made.reason.end]
        snippet = f"{_plain(before)}${{1:{_plain(reason)}}}{_plain(made.text[made.reason.end :])}"
        return types.WorkspaceEdit(
            document_changes=[
                types.TextDocumentEdit(
                    text_document=types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version),
                    edits=[types.SnippetTextEdit(range=where, snippet=types.StringValue(value=snippet))],
                )
            ]
        )

    def rewriting(
        self, parts: Sequence[tuple[Span, str]], uri: str, version: int, positions: Positions, *, title: str
    ) -> types.WorkspaceEdit:
        """Return the edit that writes figures anew, marked as one for a person to judge where the client has such marks."""
        edits = [types.TextEdit(range=range_of(span, positions), new_text=text) for span, text in parts]
        if not self._annotated:
            return self._edit(uri, version, edits)
        return types.WorkspaceEdit(
            document_changes=[
                types.TextDocumentEdit(
                    text_document=types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version),
                    edits=[types.AnnotatedTextEdit(annotation_id=MANUAL, range=edit.range, new_text=edit.new_text) for edit in edits],
                )
            ],
            change_annotations={MANUAL: types.ChangeAnnotation(label=title, needs_confirmation=True, description=MANUAL)},
        )

    def _edit(self, uri: str, version: int, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
        if not self._versioned:
            return types.WorkspaceEdit(changes={uri: edits})
        document = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(text_document=document, edits=[*edits])])


def _plain(text: str) -> str:
    """Return text with what means something in a snippet escaped."""
    return SNIPPET_SYNTAX.sub(r"\\\g<0>", text)
