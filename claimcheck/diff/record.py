"""A diff as the JSON that `claimcheck schema diff` describes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from claimcheck.diff.figures import Change
from claimcheck.diff.outcomes import Diff, DocumentChange, Edit, FactChange, FindingChange
from claimcheck.diff.patch import pointer
from claimcheck.diff.version import Figure, Remark, Told, Version
from claimcheck.report.jsonable import Json
from claimcheck.report.record import POSITION_UNITS
from claimcheck.version import VERSION

SCHEMA: Final = "https://claimcheck.invalid/schema/diff-1.json"
SCHEMA_VERSION: Final = "1.0"
OPS: Final = ("add", "remove", "replace", "move", "keep")

Operation = dict[str, Json]


def diff_record(diff: Diff) -> dict[str, Json]:
    """Return the record: operations on documents, claims, facts and findings in this order, and how many there are of each."""
    operations: list[Json] = [*operations_of(diff)]
    return {
        "$schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "claimcheck", "version": VERSION},
        "position_units": dict(POSITION_UNITS),
        "from": _version_record(diff.old),
        "to": _version_record(diff.new),
        "ops": operations,
        "summary": summary_record(diff),
    }


def operations_of(diff: Diff) -> Iterator[Operation]:
    """Yield every operation; a path leads into the new report, that of a removal into the old one, as `from` does."""
    for document in diff.documents:
        yield _document(document)
    for change in diff.claims:
        yield _claim(change)
    for fact in diff.facts:
        yield _fact(fact, diff)
    for finding in diff.findings:
        yield _finding(finding, diff)


def summary_record(diff: Diff) -> dict[str, Json]:
    """Return how many operations of each kind there are; kept claims whose words changed count as reworded, too."""
    reworded = sum(1 for change in diff.claims if change.op == "keep" and change.changes)
    return {
        "documents": _counts([change.op for change in diff.documents], ("add", "remove", "move")),
        "claims": {**_counts([change.op for change in diff.claims], OPS), "reworded": reworded},
        "facts": _counts([change.op for change in diff.facts], ("add", "remove", "replace", "keep")),
        "findings": _counts([change.op for change in diff.findings], ("add", "remove", "replace", "keep")),
        "edits": sum(len(change.edits) for change in diff.findings),
        "skipped": [*diff.old.skipped, *(one for one in diff.new.skipped if one not in diff.old.skipped)],
    }


def _counts(found: Sequence[str], ops: Sequence[str]) -> dict[str, Json]:
    counted = Counter(found)
    return {op: counted[op] for op in ops}


def _version_record(version: Version) -> dict[str, Json]:
    origin = version.origin
    named: dict[str, Json] = {name: said for name, said in (("name", origin.name), ("commit", origin.commit)) if said}
    documents: dict[str, Json] = {
        id_: {name: document.get(name) for name in ("path", "sha256", "encoding", "lang")}
        for id_, document in version.documents.items()
        if id_ not in version.corpus
    }
    return {"kind": origin.kind, **named, "documents": documents, "corpus": [*sorted(version.corpus)]}


def _document(change: DocumentChange) -> Operation:
    moved: Operation = {"from": pointer("documents", change.was)} if change.op == "move" else {}
    return {"op": change.op, "path": pointer("documents", change.now or change.was), **moved}


def _claim(change: Change) -> Operation:
    here = change.now or change.was
    assert here is not None  # noqa: S101 - a change is of something
    operation: Operation = {"op": change.op, "path": pointer("claims", here.id)}
    if change.was and change.now and change.was.id != change.now.id:
        operation["from"] = pointer("claims", change.was.id)
    if change.changes:
        operation["changes"] = list(change.changes)
    if change.op != "keep" or change.changes:
        operation |= {name: _figure(side, change) for name, side in (("was", change.was), ("now", change.now)) if side}
    return operation


def _figure(figure: Figure, change: Change) -> dict[str, Json]:
    record = figure.record
    named = {name: record.get(name) for name in (*change.changes, "modality") if name in record}
    shown = {name: record.get(name) for name in ("document", "text", "span", "quantity", "sentence")}
    return {"claim": figure.id, **shown, **named}


def _fact(change: FactChange, diff: Diff) -> Operation:
    here = change.now or change.was
    assert here is not None  # noqa: S101 - as above
    operation: Operation = {"op": change.op, "path": pointer("facts", here.id)}
    if change.was and change.now and change.was.id != change.now.id:
        operation["from"] = pointer("facts", change.was.id)
    if change.was and change.op != "keep":
        operation["was"] = fact_record(change.was, diff.old)
    if change.now:
        operation["now"] = fact_record(change.now, diff.new)
    return operation


def fact_record(fact: Told, version: Version) -> dict[str, Json]:
    """Return a fact with the number of sources that tell it."""
    sources = {version.figures[claim].document for claim in fact.claims if claim in version.figures}
    return {"label": fact.label, "verdict": fact.verdict or None, "sources": len(sources), "claims": [*fact.claims]}


def _finding(change: FindingChange, diff: Diff) -> Operation:
    here = change.now or change.was
    assert here is not None  # noqa: S101 - as above
    operation: Operation = {"op": change.op, "path": pointer("findings", here.id)}
    if change.was and change.now and change.was.id != change.now.id:
        operation["from"] = pointer("findings", change.was.id)
    if change.reason:
        operation["reason"] = change.reason
    if change.was and change.op != "keep":
        operation["was"] = _remark(change.was, diff.old)
    if change.now:
        operation["now"] = _remark(change.now, diff.new)
    if change.edits:
        operation["edits"] = [_edit(edit, diff.new) for edit in change.edits]
    if change.no_edit:
        operation["no_edit"] = change.no_edit
    return operation


def _remark(remark: Remark, version: Version) -> dict[str, Json]:
    sides: list[Json] = [_side(version.figures[id_]) for id_ in (remark.primary, *remark.related) if id_ in version.figures]
    return {
        "rule": remark.rule,
        "verdict": remark.verdict or None,
        "level": remark.level,
        "message": remark.message,
        "fingerprint": remark.fingerprint,
        "sides": sides,
    }


def _side(figure: Figure) -> dict[str, Json]:
    return {"claim": figure.id, "document": figure.document, "text": figure.text, "span": figure.record.get("span")}


def _edit(edit: Edit, version: Version) -> dict[str, Json]:
    return {
        "title": edit.title,
        "applicability": "manual",
        "document": edit.document,
        "path": version.documents[edit.document].get("path"),
        "range": {"start": _place(edit.start), "end": _place(edit.end)},
        "old_text": edit.old_text,
        "new_text": edit.new_text,
    }


def _place(place: tuple[int, int]) -> dict[str, Json]:
    return {"line": place[0], "character": place[1]}
