"""From paths or texts to a report: the only place that knows the order of the stages.

    read -> segment -> scan -> normalise -> bind -> align -> judge

Everything up to `bind` sees one source at a time and is kept in the cache by content; `align` and `judge` see all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from claimcheck import store
from claimcheck.align import align, find_echoes, oppose
from claimcheck.align.years import resolve_years
from claimcheck.bind import bind, bind_statements
from claimcheck.bind.vocabulary import Vocabulary, compile_vocabulary
from claimcheck.errors import InputError, Problem
from claimcheck.judge import judge
from claimcheck.lexicon.load import data_version
from claimcheck.memory import Memory
from claimcheck.model.claim import Claim
from claimcheck.model.days import days_of
from claimcheck.model.interval import Interval
from claimcheck.model.report import Report
from claimcheck.model.rule import Rulebook
from claimcheck.model.source import Document, Skipped, Source
from claimcheck.model.span import Position
from claimcheck.normalise import normalise
from claimcheck.parallel import in_processes
from claimcheck.read.choice import Choice
from claimcheck.read.paths import read_paths
from claimcheck.read.places import Places
from claimcheck.read.text import document_of, said_in
from claimcheck.rulebook.load import load_rules, read_rules
from claimcheck.scan import scan
from claimcheck.segment import segment
from claimcheck.values import dataclass
from claimcheck.version import VERSION

SHELF = "claims"
STATEMENTS = "statements"
WORTH_PROCESSES = 8  # documents that are yet to be read; fewer are read sooner than processes begin
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a run is done: rule files besides or instead of the bundled ones, cache, parallel workers.

    `all_pairs` keeps every verdict in the report beyond 2,000 documents too. `tolerant` goes on past rule files that cannot
    be understood, for those who test the others.
    """

    rules: tuple[Path, ...] = ()
    bundled: bool = True
    cache: bool = True
    jobs: int = 1
    all_pairs: bool = False
    tolerant: bool = False


def check_paths(  # noqa: PLR0913 - each is an option of its own
    paths: Sequence[Path | str],
    settings: Settings | None = None,
    *,
    against: Sequence[Path | str] = (),
    lang: str = "",
    encoding: str = "",
    choice: Choice | None = None,
    progress: Progress | None = None,
) -> Report:
    """Return the report on files and folders; with `against`, only findings that touch `paths`.

    `choice` says which files of folders are read. Raises InputError, ManifestError or RuleErrors.
    """
    documents, skipped = read_paths([Path(path) for path in paths], lang=lang, encoding=encoding, choice=choice)
    corpus, missed = read_paths([Path(path) for path in against], lang=lang, encoding=encoding, choice=choice) if against else ((), ())
    return check_documents(
        documents, settings or Settings(), corpus=corpus if against else None, skipped=_once(skipped + missed), progress=progress
    )


def check(sources: Sequence[Source], settings: Settings | None = None) -> Report:
    """Return the report on texts; ids default to their positions."""
    return check_documents(_documents(sources), settings or Settings(cache=False))


def extract_paths(
    paths: Sequence[Path | str],
    settings: Settings | None = None,
    *,
    lang: str = "",
    encoding: str = "",
    choice: Choice | None = None,
    progress: Progress | None = None,
) -> Report:
    """Return a report with claims alone."""
    settings = settings or Settings()
    documents, skipped = read_paths([Path(path) for path in paths], lang=lang, encoding=encoding, choice=choice)
    work = _read_ahead(documents, _Work(settings, Memory(is_lasting=False)), (SHELF,), progress)
    claims = _claims(documents, work, progress)
    return _report(documents, claims, skipped=skipped)


def extract(text: str, lang: str | None = None) -> tuple[Claim, ...]:
    """Return the claims of one text; without `lang` its language is detected."""
    document = document_of(Source(text=text, id="0", lang=lang or ""))
    return extract_document(document, vocabulary(Settings()))


def check_documents(
    documents: Sequence[Document],
    settings: Settings,
    *,
    corpus: Sequence[Document] | None = None,
    skipped: tuple[Skipped, ...] = (),
    progress: Progress | None = None,
    memory: Memory | None = None,
) -> Report:
    """Return the report on documents already read; with a `corpus` to compare them with, only findings that touch them.

    A process that asks again and again gives a `memory`: then documents that have not changed since are neither read nor
    compared with one another again, and the report is the same. What is under review is then not kept on disk: it
    changes with every key.
    """
    if not documents:
        return _report((), {}, skipped=skipped)
    review = () if corpus is None else tuple(document.source.id for document in documents)
    unsaved = frozenset(review) if memory is not None else frozenset()
    memory = memory or Memory(is_lasting=False)
    memory.turn()
    documents = _unique((*documents, *(corpus or ())))
    work = _read_ahead(documents, _Work(settings, memory, unsaved), (SHELF, STATEMENTS), progress)
    rules = rulebook(settings)
    days = {document.source.id: days_of(document.source.published) for document in documents}
    claims = {key: work.in_years(key, own, days) for key, own in _claims(documents, work, progress).items()}
    alignment = align(claims, days, rules, memory)
    every = [claim for own in claims.values() for claim in own]
    stated = {document.source.id: work.kept(STATEMENTS, document, statements_of_document) for document in documents}
    oppositions = oppose(stated, days, rules)
    judgement = judge(every, alignment.pairs, alignment.facts, days, rules, oppositions=oppositions, review=review, memory=memory)
    report = _report(documents, claims, skipped=skipped)
    return replace(
        report,
        echoes=find_echoes({document.source.id: work.said(document) for document in documents}, claims, memory),
        statements={statement.id: statement for pair in oppositions for statement in pair},
        facts=judgement.facts,
        verdicts=judgement.verdicts,
        derived=judgement.derived,
        findings=judgement.findings,
        labels=labels_of(rules),
        rule_files=rules.files,
        rules_digest=rules.digest,
        review=review,
    )


def extract_document(document: Document, words: Vocabulary) -> tuple[Claim, ...]:
    """Return the claims of one document: segment, scan, normalise, bind."""
    sentences = segment(document)
    mentions = scan(document, sentences)
    quantities = normalise(document, sentences, mentions)
    return bind(document, sentences, mentions, quantities, words)


def statements_of_document(document: Document, words: Vocabulary) -> tuple[Claim, ...]:
    """Return the claims of one document that are no figures."""
    return bind_statements(document, segment(document), words)


@lru_cache(maxsize=8)
def rulebook(settings: Settings) -> Rulebook:
    """Return the rules that `settings` name."""
    if settings.tolerant:
        return read_rules(settings.rules, bundled=settings.bundled)[0]
    return load_rules(settings.rules, bundled=settings.bundled)


def labels_of(rules: Rulebook) -> dict[str, str]:
    """Return what people call concepts and entities, by id."""
    named = {id_: entity.names[0].rstrip("*") for id_, entity in rules.entities.items() if entity.names}
    return {**named, **{id_: concept.label for id_, concept in rules.concepts.items() if concept.label}}


@lru_cache(maxsize=8)
def vocabulary(settings: Settings) -> Vocabulary:
    """Return the vocabulary that `settings` name, compiled for binding."""
    return compile_vocabulary(rulebook(settings))


COMPUTED: Mapping[str, Callable[[Document, Vocabulary], tuple[Claim, ...]]] = {SHELF: extract_document, STATEMENTS: statements_of_document}


def places(source: Source) -> Callable[[int], Position]:
    """Return what turns an offset of `source` into line, column and bytes."""
    return Places(source).position


def _documents(sources: Sequence[Source]) -> tuple[Document, ...]:
    named = [source if source.id else replace(source, id=str(place)) for place, source in enumerate(sources)]
    twice = {source.id for place, source in enumerate(named) if any(other.id == source.id for other in named[:place])}
    if twice:
        raise InputError(Problem(path=min(twice), message="two sources have this id", hint="give every source an id of its own"))
    return tuple(document_of(source, suffix=Path(source.path).suffix) for source in named)


@dataclass(frozen=True, slots=True)
class _Work:
    """How documents are read in this run; the claims of those in `unsaved` are not kept on disk.

    `ahead` is what other processes have computed already, by shelf and document.
    """

    settings: Settings
    memory: Memory
    unsaved: frozenset[str] = frozenset()
    ahead: Mapping[tuple[str, str], tuple[Claim, ...]] = field(default_factory=dict)

    def kept(self, shelf: str, document: Document, compute: Callable[[Document, Vocabulary], tuple[Claim, ...]]) -> tuple[Claim, ...]:
        """Return what is computed of a document, from memory or the cache where all that it depends on is unchanged."""
        settings, id_ = self.settings, document.source.id
        if (shelf, id_) in self.ahead:
            return self.ahead[shelf, id_]
        on_disk = settings.cache and id_ not in self.unsaved
        return self.memory.recall(
            (shelf, id_), (document, rulebook(settings)), lambda: _kept(shelf, document, settings, compute, on_disk=on_disk)
        )

    def in_years(self, id_: str, own: tuple[Claim, ...], days: Mapping[str, Interval[date] | None]) -> tuple[Claim, ...]:
        """Return the claims with years for yearless dates."""
        return self.memory.recall(("years", id_, frozenset(days.values())), (own,), lambda: resolve_years(own, days))

    def said(self, document: Document) -> str:
        """Return what an article itself says."""
        return self.memory.recall(("said", document.source.id), (document,), lambda: said_in(document))


def _read_ahead(documents: Sequence[Document], work: _Work, shelves: tuple[str, ...], progress: Progress | None) -> _Work:
    """Return the work with what several processes computed of documents, where several are asked for and there is enough to do.

    A process that keeps a memory has little to do at a time, and does it itself.
    """
    settings = work.settings
    if settings.jobs < 2 or len(documents) < WORTH_PROCESSES or work.memory.is_lasting:
        return work
    ahead: dict[tuple[str, str], tuple[Claim, ...]] = {}
    for document in documents if settings.cache else ():
        for shelf in shelves:
            kept = store.recall(shelf, _key(document, settings))
            if isinstance(kept, tuple):
                ahead[shelf, document.source.id] = kept
    missing = [document for document in documents if any((shelf, document.source.id) not in ahead for shelf in shelves)]
    if len(missing) < WORTH_PROCESSES:
        return replace(work, ahead=ahead)
    vocabulary(settings)  # once, before the processes begin as copies of this one
    computed = in_processes(partial(_computed, settings=settings, shelves=shelves), missing, settings.jobs)
    for place, (document, results) in enumerate(zip(missing, computed, strict=True), len(documents) - len(missing) + 1):
        ahead.update({(shelf, document.source.id): claims for shelf, claims in zip(shelves, results, strict=True)})
        if progress is not None:
            progress(place, len(documents))
    return replace(work, ahead=ahead)


def _computed(document: Document, settings: Settings, shelves: tuple[str, ...]) -> tuple[tuple[Claim, ...], ...]:
    """Return what is computed of a document for each shelf, and keep it: what another process runs."""
    return tuple(_kept(shelf, document, settings, COMPUTED[shelf], on_disk=settings.cache) for shelf in shelves)


def _claims(documents: Sequence[Document], work: _Work, progress: Progress | None) -> dict[str, tuple[Claim, ...]]:
    claims = {}
    for place, document in enumerate(documents, 1):
        claims[document.source.id] = work.kept(SHELF, document, extract_document)
        if progress is not None and not work.ahead:
            progress(place, len(documents))
    return claims


def _kept(
    shelf: str, document: Document, settings: Settings, compute: Callable[[Document, Vocabulary], tuple[Claim, ...]], *, on_disk: bool
) -> tuple[Claim, ...]:
    """Return what is computed of a document, from the cache where its text and all that it depends on are unchanged."""
    if not on_disk:
        return compute(document, vocabulary(settings))
    return store.once(shelf, _key(document, settings), tuple, lambda: compute(document, vocabulary(settings)))


def _key(document: Document, settings: Settings) -> str:
    """Return a digest of all that the claims of a document depend on."""
    source = document.source
    return store.digest(
        VERSION,
        store.state_of_code(),
        data_version(),
        rulebook(settings).digest,
        source.id,
        source.path,
        source.lang,
        source.published,
        source.role,
        source.text,
    )


def _report(documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]], *, skipped: tuple[Skipped, ...]) -> Report:
    return Report(
        sources={document.source.id: document.source for document in documents},
        claims={claim.id: claim for own in claims.values() for claim in own},
        facts={},
        verdicts=(),
        derived={},
        findings={},
        skipped=skipped,
        cldr=data_version(),
    )


def _unique(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return each document once, in the order given; the first of an id wins."""
    by_id: dict[str, Document] = {}
    for document in documents:
        by_id.setdefault(document.source.id, document)
    return tuple(by_id.values())


def _once(skipped: tuple[Skipped, ...]) -> tuple[Skipped, ...]:
    return tuple(dict.fromkeys(skipped))
