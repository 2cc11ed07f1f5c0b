"""Claims that are no figures: how a relation stands, how a vote or a trial ended, where a sentence says so in so many words.

Only plain statements count: a sentence with both opposites, a question, a plan or a threat says nothing certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.bind.unknown import DOUBTFUL, find_unknown
from claimcheck.bind.vocabulary import Vocabulary
from claimcheck.bind.words import Hit, Line, read_line
from claimcheck.lexicon.language import fold
from claimcheck.model.claim import Claim, Cue, Evidence, Modality
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import BlockKind, Document, Sentence
from claimcheck.model.span import Span
from claimcheck.model.taxonomy import Taxonomy

STATEMENT = Quantity(kind="other", dimension="statement", unit="", stated=Interval(None, None), interval=Interval(None, None), base_unit="")
OVER, HOLDS, NEGATED, OPEN = "is_over", "still_holds", "negated", "open_question"
CLAUSE = re.compile("[,;:–—，、；：،]")
NEAR = 8  # words between a status and what is said of it
CLOSE = 3  # words between a status and its "not"
LONGEST = 60  # words: beyond, a sentence is a list or a table
UNREAD = frozenset([BlockKind.RELATED, BlockKind.META, BlockKind.CELL])


def bind_statements(document: Document, sentences: Sequence[Sentence], vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Return the statements of a document, in order; `attribute` is the status, `modality` denied where it is negated.

    `qualifiers` tell whether it still holds or is over. Each names a party at least; its quantity is empty.
    """
    if not any(concept.role == "status" for concept in vocabulary.concepts.values()):
        return ()
    folded = fold(document.view.text)
    statements: list[Claim] = []
    taxonomy = Taxonomy(vocabulary.concepts)
    for place, sentence in enumerate(sentences):
        if sentence.kind in UNREAD:
            continue
        line = read_line(document.view.text, folded, sentence.start, sentence.end, sentence.lang)
        hits = vocabulary.find_statuses(line)
        for status in _plain(hits, line, taxonomy):
            names = _names(line, vocabulary, status)
            if names:
                number = len(statements) + 1
                statements.append(_statement(f"{document.source.id}#s{number}", document, (place, sentence), status, (hits, names, line)))
    return tuple(statements)


def _plain(hits: Sequence[Hit], line: Line, taxonomy: Taxonomy) -> Iterator[Hit]:
    """Yield the statuses that the sentence states as facts."""
    statuses = [hit for hit in hits if hit.role == "status"]
    if not statuses or len(line.words) > LONGEST or line.text[line.start : line.end].rstrip().endswith(("?", "？", "؟")):
        return
    if any(taxonomy.contrast(one.id, other.id) for one in statuses for other in statuses):
        return
    told: set[str] = set()
    for status in statuses:
        if status.id not in told and not any(hit.id == OPEN and _is_beside(line, hit, status) for hit in hits):
            told.add(status.id)
            yield status


def _is_beside(line: Line, one: Hit, other: Hit) -> bool:
    """Return whether two hits stand near each other in one clause."""
    first, second = sorted((one, other), key=lambda hit: hit.start)
    return _apart(line, one, other) <= NEAR and CLAUSE.search(line.text, first.end, second.start) is None


def _apart(line: Line, one: Hit, other: Hit) -> int:
    """Return how many words stand between two hits."""
    first, second = sorted((one, other), key=lambda hit: hit.start)
    return max(0, line.count_before(second.start) - line.count_before(first.end))


def _names(line: Line, vocabulary: Vocabulary, status: Hit) -> tuple[str, ...]:
    """Return who the sentence names, known or not, nearest to the status first."""
    known = vocabulary.find_names(line)
    covered = [(status.start, status.end), *((hit.start, hit.end) for hit in known)]
    unknown = [hit for hit in find_unknown(line, covered, frozenset(), frozenset()) if hit.rank < DOUBTFUL]
    near = sorted([*known, *unknown], key=lambda hit: _apart(line, hit, status))
    return tuple(dict.fromkeys(hit.id for hit in near))


def _statement(
    id_: str, document: Document, at: tuple[int, Sentence], status: Hit, found: tuple[Sequence[Hit], tuple[str, ...], Line]
) -> Claim:
    (place, sentence), (hits, names, line), view, text = at, found, document.view, document.source.text
    beside = [hit for hit in hits if hit.role == "standing" and _apart(line, hit, status) <= NEAR]
    span, whole = view.locate(status.start, status.end), view.locate(sentence.start, sentence.end)
    is_denied = any(hit.id == NEGATED and _apart(line, hit, status) <= CLOSE for hit in beside)
    cues = tuple(_cue(hit, view.locate(hit.start, hit.end), text, _apart(line, hit, status)) for hit in (status, *beside))
    return Claim(
        id=id_,
        document=document.source.id,
        span=span,
        text=text[span.start : span.end],
        quantity=STATEMENT,
        entities=names,
        attribute=status.id,
        qualifiers=tuple(dict.fromkeys(hit.id for hit in beside if hit.id in (OVER, HOLDS))),
        modality=Modality.DENIED if is_denied else Modality.ACTUAL,
        evidence=Evidence(
            sentence=whole,
            quote=text[whole.start : whole.end],
            place=place,
            block=sentence.kind,
            lang=sentence.lang,
            cues=cues,
            names=names,
        ),
    )


def _cue(hit: Hit, span: Span, text: str, distance: int) -> Cue:
    return Cue(role=hit.role, id=hit.id, surface=text[span.start : span.end], span=span, distance=distance)
