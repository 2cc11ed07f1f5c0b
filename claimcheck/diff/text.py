"""A diff for editors: as plain text, or as Markdown for a comment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from claimcheck.diff.figures import Change, end_text
from claimcheck.diff.outcomes import Diff, FactChange, FindingChange, changed_meaning
from claimcheck.diff.record import fact_record
from claimcheck.diff.version import Figure, Origin, Version
from claimcheck.report.jsonable import Json
from claimcheck.report.quote import one_line
from claimcheck.values import dataclass

_WORDS: Final = {"add": "added", "remove": "removed", "replace": "changed", "move": "moved", "keep": "reworded"}
_FINDINGS: Final = {"add": "new", "remove": "gone", "replace": "changed", "keep": "still there"}
_REASONS: Final = {
    "claim-added": "a figure was added",
    "claim-removed": "a figure was removed",
    "claim-changed": "a figure was changed",
    "compared-otherwise": "",
}
_ASPECTS: Final = {
    "hedge": "how exact",
    "modality": "how sure",
    "counted": "what is counted",
    "as_of": "as of",
    "attribution": "who says so",
}
_WIDTH: Final = 9  # of the word that says what happened
_LONGEST: Final = 90  # characters of a sentence that a removed or added figure is shown in


@dataclass(frozen=True, slots=True)
class Style:
    """How lines are put: the arrow between old and new, and what stands around figures."""

    arrow: str = "→"
    code: Callable[[str], str] = "“{}”".format


def style_for(encoding: str) -> Style:
    """Return the style that an encoding can show."""
    try:
        "→“”".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return Style(arrow="->", code='"{}"'.format)
    return Style()


def diff_text(diff: Diff, style: Style) -> str:
    """Return the diff as lines: document by document what became of claims, then facts, findings and the counts."""
    rows = [f"{_origin(diff.old.origin)} {style.arrow} {_origin(diff.new.origin)}"]
    for title, lines in _sections(diff, style):
        rows += ["", title, *(f"  {line}" for line in lines)]
    rows += ["", _counted(diff)]
    return "".join(f"{row}\n" for row in rows)


def diff_markdown(diff: Diff) -> str:
    """Return the diff as Markdown: a heading and a list for each part."""
    style = Style(code=lambda text: f"`{text.replace('`', '´')}`")
    rows = [f"### claimcheck: {_counted(diff)}", "", f"{_origin(diff.old.origin)} {style.arrow} {_origin(diff.new.origin)}"]
    for title, lines in _sections(diff, style):
        rows += ["", f"**{title}**", ""]
        rows += [f"  {line.strip()}" if line.startswith("  ") else f"- {' '.join(line.split())}" for line in lines]
    return "".join(f"{row}\n" for row in rows)


def _origin(origin: Origin) -> str:
    return origin.name or {"worktree": "files", "revision": origin.commit}.get(origin.kind, origin.kind)


def _sections(diff: Diff, style: Style) -> Iterator[tuple[str, list[str]]]:
    """Yield each part that has something to say with its lines; lines that go with the one before begin with spaces."""
    renamed = {change.now: change.was for change in diff.documents if change.op == "move"}
    for document in (*diff.new.documents, *(id_ for id_ in diff.old.documents if id_ not in diff.new.documents)):
        if document in renamed.values() and document not in diff.new.documents:
            continue
        lines = [line for change in _of(document, renamed, diff) for line in _claim_lines(change, diff, style)]
        if lines:
            yield _title(document, renamed, diff, style), lines
    facts = [line for change in diff.facts if change.op != "keep" for line in _fact_lines(change, diff, style)]
    if facts:
        yield "Facts", facts
    findings = [line for change in diff.findings for line in _finding_lines(change, diff, style)]
    if findings:
        yield "Findings", findings


def _title(document: str, renamed: dict[str, str], diff: Diff, style: Style) -> str:
    is_said = diff.new.path(document) == diff.new.origin.name  # above all, where both are files
    if document in renamed and not is_said:
        return f"{diff.old.path(renamed[document])} {style.arrow} {diff.new.path(document)}"
    version = diff.new if document in diff.new.documents else diff.old
    is_whole = any(document in (change.was, change.now) and change.op in ("add", "remove") for change in diff.documents)
    return version.path(document) + ((" (new)" if version is diff.new else " (gone)") if is_whole else "")


def _of(document: str, renamed: dict[str, str], diff: Diff) -> Iterator[Change]:
    """Yield the changes of a document's claims; those that were removed from it go with it."""
    for change in diff.claims:
        if change.op == "keep" and not changed_words(change):
            continue
        home = change.now.document if change.now else change.was.document if change.was else ""
        if home == document or (change.now is None and home == renamed.get(document)):
            yield change


def changed_words(change: Change) -> bool:
    """Return whether a kept figure is itself put otherwise; a sentence that changes around it is not worth a line."""
    return any(name in ("wording", "unit", "precision") for name in change.changes)


def _claim_lines(change: Change, diff: Diff, style: Style) -> Iterator[str]:
    word = _WORDS[change.op].ljust(_WIDTH)
    match change:
        case Change(was=None, now=Figure() as now):
            yield f"{_at(now)} {word} {_named(now, diff.new)}{style.code(one_line(now.text))}"
            yield f"      in: {_shortened(now)}"
        case Change(was=Figure() as was, now=None):
            yield f"{_at(was)} {word} {_named(was, diff.old)}{style.code(one_line(was.text))}"
            yield f"      was in: {_shortened(was)}"
        case Change(was=Figure() as was, now=Figure() as now):
            yield f"{_at(now)} {word} {_named(now, diff.new)}{_both(was, now, style)}{_also(change, style)}"
        case _:
            return


def _both(was: Figure, now: Figure, style: Style) -> str:
    ours, theirs = one_line(was.text), one_line(now.text)
    return style.code(ours) if ours == theirs else f"{style.code(ours)} {style.arrow} {style.code(theirs)}"


def _also(change: Change, style: Style) -> str:
    """Return what else changed: how sure it is said, of whom, where it stood."""
    was, now = change.was, change.now
    if was is None or now is None:
        return ""
    said = [
        f"{_ASPECTS.get(name, name)}: {_aspect(was, name)} {style.arrow} {_aspect(now, name)}"
        for name in changed_meaning(change)
        if name != "value"
    ]
    if "value" not in change.changes and changed_words(change):
        said.append("same value")
    if "place" in change.changes:
        said.append(f"was at {was.line}:{was.column}")
    return f" ({'; '.join(said)})" if said else ""


def _aspect(figure: Figure, name: str) -> str:
    if name == "hedge":
        return figure.hedge.replace("_", " ")
    if name == "reading":
        return f"{end_text(figure.stated[0] or figure.stated[1])} {figure.unit or figure.kind}"
    if name == "entities":
        return ", ".join(figure.entities)
    return figure.about.get(name, "").replace("_", " ")


def _at(figure: Figure) -> str:
    return f"{figure.line}:{figure.column}".ljust(7)


def _named(figure: Figure, version: Version) -> str:
    label = version.labels.get(figure.id, "")
    return f"{one_line(label)}: " if label else ""


def _shortened(figure: Figure) -> str:
    sentence = " ".join(one_line(figure.sentence).split())
    return sentence if len(sentence) <= _LONGEST else sentence[:_LONGEST].rstrip() + " …"


def _fact_lines(change: FactChange, diff: Diff, style: Style) -> Iterator[str]:
    was = fact_record(change.was, diff.old) if change.was else {}
    now = fact_record(change.now, diff.new) if change.now else {}
    label = one_line(str((now or was)["label"]))
    before, after = (_standing(one) if one else "" for one in (was, now))
    if was and now:
        yield f"{label}: {before} {style.arrow} {after}" if before != after else f"{label}: told by other figures ({after})"
    else:
        yield f"{label}: {'no longer compared' if was else 'now compared'} ({before or after})"


def _standing(fact: dict[str, Json]) -> str:
    """Return what is said of a fact, and by how many."""
    return "one source alone" if fact["sources"] == 1 else f"{fact['verdict'] or 'no verdict'}, {fact['sources']} sources"


def _finding_lines(change: FindingChange, diff: Diff, style: Style) -> Iterator[str]:
    remark, version = (change.now, diff.new) if change.now else (change.was, diff.old)
    if remark is None:
        return
    figure = version.figures.get(remark.primary)
    place = f"{version.path(figure.document)}:{figure.line}:{figure.column}: " if figure else ""
    because = _REASONS.get(change.reason, "")
    tail = f" [{because}]" if because else ""
    yield f"{_FINDINGS[change.op].ljust(_WIDTH + 2)} {place}{remark.level} {remark.rule} {one_line(remark.message)}{tail}"
    for edit in change.edits:
        place = f"{edit.start[0] + 1}:{edit.start[1] + 1}"
        yield f"      to judge: {one_line(edit.title)}, at {place}: {_instead(edit.old_text, edit.new_text, style)}"
    if change.no_edit:
        yield f"      no edit offered: {one_line(change.no_edit)}"


def _instead(old: str, new: str, style: Style) -> str:
    return f"{style.code(one_line(old))} {style.arrow} {style.code(one_line(new))}"


def _counted(diff: Diff) -> str:
    claims = {op: sum(1 for change in diff.claims if change.op == op) for op in _WORDS}
    reworded = sum(1 for change in diff.claims if change.op == "keep" and changed_words(change))
    parts = [f"{claims[op]} {_WORDS[op]}" for op in ("replace", "add", "remove", "move") if claims[op]]
    parts += [f"{reworded} reworded"] if reworded else []
    parts.append(f"{claims['keep'] - reworded} as before")
    findings = {op: sum(1 for change in diff.findings if change.op == op) for op in _FINDINGS}
    said = [f"{findings[op]} {_FINDINGS[op]}" for op in ("add", "remove", "replace", "keep") if findings[op]]
    return f"claims: {_listed(parts)}; findings: {_listed(said) or 'none'}"


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts)
