"""Both versions side by side: what became of documents, claims, facts and findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from claimcheck.diff.figures import MEANING, Change, compare_figures
from claimcheck.diff.version import Remark, Told, Version
from claimcheck.values import dataclass

_ALIKE: Final = 0.4  # share of sentences that a renamed article has in common with what it was


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DocumentChange:
    """What became of a document under review, by the ids of both versions; "" is not there."""

    op: str
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FactChange:
    """What became of a fact that several sources, or one against itself, tell in at least one of the versions."""

    op: str
    was: Told | None
    now: Told | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Edit:
    """A figure of the new version written anew: lines and characters as LSP counts them, from 0 and in UTF-16."""

    title: str
    document: str
    start: tuple[int, int]
    end: tuple[int, int]
    old_text: str
    new_text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FindingChange:
    """What became of a finding, and why it came or went; `no_edit` tells why no edit is offered where one might be."""

    op: str
    was: Remark | None
    now: Remark | None
    reason: str = ""
    edits: tuple[Edit, ...] = ()
    no_edit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Diff:
    """What changed from the old version to the new one."""

    old: Version
    new: Version
    documents: tuple[DocumentChange, ...]
    claims: tuple[Change, ...]
    facts: tuple[FactChange, ...]
    findings: tuple[FindingChange, ...]

    @property
    def has_changes(self) -> bool:
        """True where anything but words and names of files changed."""
        ops = [change.op for change in self.documents if change.op != "move"] + [change.op for change in self.claims]
        ops += [change.op for change in self.facts] + [change.op for change in self.findings]
        return any(op != "keep" for op in ops)


def compare(old: Version, new: Version) -> Diff:
    """Return what changed from one version to the other."""
    documents = tuple(_documents(old, new))
    pairs = {change.was: change.now for change in documents if change.was and change.now}
    pairs |= {id_: id_ for id_ in old.documents if id_ in new.corpus and id_ not in pairs}
    changes: list[Change] = []
    for now in new.documents:
        if now in new.corpus and now not in old.documents:
            continue
        was = next((was for was, known in pairs.items() if known == now), "")
        own = _same(old, new, was, now) or compare_figures(old.claims_of(was) if was else (), new.claims_of(now))
        changes += own if now not in new.corpus else (change for change in own if change.op != "keep" or change.changes)
    for was in old.documents:
        if was not in pairs and was not in old.corpus:
            changes += (Change(op="remove", was=figure, now=None) for figure in old.claims_of(was))
    known = _Known(old, new, changes, pairs)
    return Diff(
        old=old,
        new=new,
        documents=tuple(change for change in documents if change.op != "keep"),
        claims=tuple(changes),
        facts=tuple(_facts(known)),
        findings=tuple(_findings(known)),
    )


def _same(old: Version, new: Version, was: str, now: str) -> tuple[Change, ...]:
    """Return every claim as kept where both versions of a document are one."""
    if was != now or old.documents[was].get("sha256") != new.documents[now].get("sha256"):
        return ()
    ours, theirs = old.claims_of(was), new.claims_of(now)
    if [figure.record for figure in ours] != [figure.record for figure in theirs]:
        return ()
    return tuple(Change(op="keep", was=a, now=b) for a, b in zip(ours, theirs, strict=True))


def _documents(old: Version, new: Version) -> Iterator[DocumentChange]:
    """Yield the documents under review: by their ids, else by the sentences they share; two lone ones are one."""
    before = [id_ for id_ in old.documents if id_ not in old.corpus]
    after = [id_ for id_ in new.documents if id_ not in new.corpus]
    for id_ in after:
        if id_ in before:
            yield DocumentChange(op="keep", was=id_, now=id_)
    lost, fresh = [id_ for id_ in before if id_ not in after], [id_ for id_ in after if id_ not in before]
    if len(before) == len(after) == 1 and lost:
        yield DocumentChange(op="move", was=lost[0], now=fresh[0])
        return
    rivals = sorted((-_alike(old, new, was, now), was, now) for was in lost for now in fresh)
    for negative, was, now in rivals:
        if -negative >= _ALIKE and was in lost and now in fresh:
            lost.remove(was)
            fresh.remove(now)
            yield DocumentChange(op="move", was=was, now=now)
    yield from (DocumentChange(op="add", was="", now=id_) for id_ in fresh)
    yield from (DocumentChange(op="remove", was=id_, now="") for id_ in lost)


def _alike(old: Version, new: Version, was: str, now: str) -> float:
    ours, theirs = ({figure.sentence for figure in version.claims_of(id_)} for version, id_ in ((old, was), (new, now)))
    return len(ours & theirs) / max(1, len(ours), len(theirs))


class _Known:
    """Which old claim became which new one, and which of them changed their meaning."""

    __slots__ = ("changed", "documents", "heir", "new", "old")

    def __init__(self, old: Version, new: Version, changes: Iterable[Change], documents: Mapping[str, str]) -> None:
        self.old = old
        self.new = new
        self.documents = documents
        paired = [(change.was.id, change.now.id, change) for change in changes if change.was and change.now]
        untouched = {id_: id_ for id_, figure in old.figures.items() if figure.document in new.corpus and id_ in new.figures}
        self.heir = {**untouched, **{was: now for was, now, _ in paired}}
        self.changed = frozenset(now for _, now, change in paired if change.op == "replace")

    def is_ours(self, fact: Told, version: Version) -> bool:
        """Return whether a document under review tells a fact, now or then; what the corpus has for itself did not change."""
        ours = {id_ for id_ in (*self.old.documents, *self.new.documents) if id_ not in self.old.corpus | self.new.corpus}
        origin = {now: was for was, now in self.heir.items()} if version is self.new else self.heir
        partners = (origin.get(claim, "") for claim in fact.claims)
        other = self.old if version is self.new else self.new
        return any(version.figures[claim].document in ours for claim in fact.claims if claim in version.figures) or any(
            other.figures[claim].document in ours for claim in partners if claim in other.figures
        )


def _facts(known: _Known) -> Iterator[FactChange]:
    homes = {claim: fact.id for fact in known.old.facts.values() for claim in fact.claims}
    origin = {now: was for was, now in known.heir.items()}
    taken: set[str] = set()
    for fact in known.new.facts.values():
        shared = Counter(homes[origin[claim]] for claim in fact.claims if origin.get(claim) in homes)
        was = next((known.old.facts[id_] for id_, _ in shared.most_common() if id_ not in taken), None)
        taken.update([was.id] if was else [])
        if known.is_ours(fact, known.new) and (is_told(fact) or (was and is_told(was))):
            if was is None:
                yield FactChange(op="add", was=None, now=fact)
            else:
                yield FactChange(op="keep" if _as_before(was, fact, known) else "replace", was=was, now=fact)
    for fact in known.old.facts.values():
        if fact.id not in taken and is_told(fact) and known.is_ours(fact, known.old):
            yield FactChange(op="remove", was=fact, now=None)


def is_told(fact: Told) -> bool:
    """Return whether a fact was compared at all: told by one source alone it is but the claim."""
    return bool(fact.verdict)


def _as_before(was: Told, now: Told, known: _Known) -> bool:
    return was.verdict == now.verdict and {known.heir.get(claim, "") for claim in was.claims} == set(now.claims)


def _findings(known: _Known) -> Iterator[FindingChange]:
    taken: set[str] = set()
    for now in known.new.findings.values():
        was = next((one for one in known.old.findings.values() if one.id not in taken and _is_heir(one, now, known)), None)
        if was is None:
            yield FindingChange(op="add", was=None, now=now, reason=_reason(now, known.new, known, is_new=True))
            continue
        taken.add(was.id)
        same = (was.rule, was.level) == (now.rule, now.level) and not known.changed & set(_claims(now))
        yield FindingChange(op="keep" if same else "replace", was=was, now=now)
    for was in known.old.findings.values():
        if was.id not in taken:
            yield FindingChange(op="remove", was=was, now=None, reason=_reason(was, known.old, known, is_new=False))


def _claims(remark: Remark) -> tuple[str, ...]:
    return (remark.primary, *remark.related)


def _is_heir(was: Remark, now: Remark, known: _Known) -> bool:
    """Return whether two findings set the same claims against each other, with the same verdict."""
    if was.verdict != now.verdict or (not was.verdict and was.rule != now.rule):
        return False
    if was.fingerprint == now.fingerprint:
        return True
    if known.heir.get(was.primary) != now.primary:
        return False
    return bool({known.heir.get(claim) for claim in was.related} & set(now.related))


def _reason(remark: Remark, version: Version, known: _Known, *, is_new: bool) -> str:
    """Return why a finding came or went, by what became of its claims."""
    origin = {now: was for was, now in known.heir.items()}
    sides = [claim for claim in _claims(remark) if claim in version.figures]
    partners = [origin.get(claim) if is_new else known.heir.get(claim) for claim in sides]
    if None in partners:
        return "claim-added" if is_new else "claim-removed"
    changed = set(sides) & known.changed if is_new else {partner for partner in partners if partner} & known.changed
    return "claim-changed" if changed else "compared-otherwise"


def changed_meaning(change: Change) -> tuple[str, ...]:
    """Return those of the changes that are of the meaning."""
    return tuple(name for name in change.changes if name in MEANING)
