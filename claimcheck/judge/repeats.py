"""One fact told twice in one article with two values: headline against body, lead against a later paragraph, caption, table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from claimcheck.judge.cues import cues_of
from claimcheck.judge.ladder import Bench, decide, have_swapped_digits, relation_of, scale_slip
from claimcheck.judge.reach import reach_of
from claimcheck.judge.telling import MARKUP
from claimcheck.lexicon.language import fold
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.mention import Hedge
from claimcheck.model.pair import Link, Pair
from claimcheck.model.source import BlockKind
from claimcheck.model.verdict import Verdict, VerdictKind
from claimcheck.relation import Outcome
from claimcheck.values import dataclass

APART = ("date", "time", "duration", "speed", "temperature", "ratio")  # kinds of which one sentence more or less says nothing
SKIPPED = (BlockKind.META, BlockKind.RELATED)
NEAR = 1.5  # how many times one figure may be the other in a headline and the text it stands over
VERY_NEAR = 1.1  # the same in two sentences of the text
SLIP_DIGITS = 2  # a slip of scale needs figures of so many digits that are not zero, or a scale word
FAR = Decimal("0.2")
ALIKE = 3  # words that two sentences of the text must share
WORD = re.compile(r"[^\W\d_]{4,}")  # shorter ones tell little
FIRST_IN_PAIRS = "\u3041"
MOST_FIGURES = 12  # of one attribute in one article: more are a list of many things
MOST_PAIRS = 400  # in one article, so that pages of tables cost little
MOST_TERMS = 3  # figures that may make up another one
LEAD, BESIDE = 60, 24  # characters before and behind a figure in which words speak of it
FREE = frozenset(["total", "forecast", "target"])  # qualifiers that change nothing between a headline and its text


@dataclass(frozen=True, slots=True)
class Tale:
    """The figures of one article that can be told twice, with what the judge needs."""

    claims: tuple[Claim, ...]
    bench: Bench

    def agrees(self, a: Claim, b: Claim) -> bool:
        """Return whether two figures may be one number."""
        if not _comparable(a, b) or _are_far(a, b):
            return False
        relation = relation_of(a, b, self.bench)
        return relation is not None and relation.outcome is not Outcome.APART


def repeats(claims: Sequence[Claim], bench: Bench) -> list[Verdict]:
    """Return a contradiction for every fact that one article tells twice with two values."""
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.evidence.block not in SKIPPED and claim.converts is None:
            by_document.setdefault(claim.document, []).append(claim)
    return [verdict for own in by_document.values() for verdict in _repeats(Tale(tuple(own), bench))]


def _repeats(tale: Tale) -> Iterator[Verdict]:
    figures = [claim for claim in tale.claims if _is_plain(claim)]
    pairs = [(a, b) for a, b in _candidates(figures) if _is_told_twice(a, b, tale)]
    for a, b in pairs:
        rivals = [claim for pair in pairs if a in pair or b in pair for claim in pair]
        if any(not tale.agrees(rival, a) and not tale.agrees(rival, b) for rival in rivals):
            continue  # a third value: nothing tells which of them is meant
        verdict = decide(Pair(a=a.id, b=b.id, link=Link.SAME, score=2.0, weights=_weights(a, b), alike=True), a, b, tale.bench)
        if verdict is not None and verdict.kind is VerdictKind.CONTRADICTION:
            yield verdict


def _is_told_twice(a: Claim, b: Claim, tale: Tale) -> bool:
    """Return whether two figures tell one fact and cannot both be right; what costs little is asked first."""
    if a.evidence.sentence == b.evidence.sentence or not _comparable(a, b) or not _is_near(a, b):
        return False
    return _are_one_fact(a, b, tale.bench) and not tale.agrees(a, b) and _stands_alone(a, b, tale)


def _candidates(figures: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs that share their attribute or all their digits, in order; crowds of one attribute tell nothing."""
    shelves: dict[tuple[str, str], list[int]] = {}
    crowd = Counter(claim.attribute for claim in figures)
    for place, claim in enumerate(figures):
        if claim.attribute and crowd[claim.attribute] > MOST_FIGURES:
            continue
        if claim.attribute:
            shelves.setdefault(("attribute", claim.attribute), []).append(place)
        shelves.setdefault(("digits", "".join(sorted(_significant(claim)))), []).append(place)
    pairs = {pair for shelf in shelves.values() if len(shelf) <= MOST_FIGURES for pair in combinations(shelf, 2)}
    near = [(figures[left], figures[right]) for left, right in sorted(pairs) if _is_near(figures[left], figures[right])]
    yield from near if len(near) <= MOST_PAIRS else ()


def _is_plain(claim: Claim) -> bool:
    """Return whether a claim states one figure of something that an article tells but one of."""
    is_point = reach_of(claim) is not None and claim.quantity.hedge is Hedge.EXACT
    is_kind = claim.quantity.kind not in APART and claim.modality is not Modality.DENIED
    return is_point and is_kind and "part" not in claim.qualifiers and not claim.quantity.signed


def _are_one_fact(a: Claim, b: Claim, bench: Bench) -> bool:
    """Return whether nothing sets the two apart, and what both are figures of is one thing."""
    return _are_of_one_thing(a, b, bench) and _are_of_one_time(a, b) and _are_of_one_party(a, b) and _are_of_one_telling(a, b)


def _are_of_one_thing(a: Claim, b: Claim, bench: Bench) -> bool:
    taxonomy = bench.taxonomy
    if (set(a.qualifiers) ^ set(b.qualifiers)) - FREE:
        return False
    known = [name for name in (a.counted, b.counted) if name is not None and taxonomy.get(name) is not None]
    if len(known) == 2 and not taxonomy.are_kin(known[0], known[1]):
        return False
    if a.attribute and b.attribute:
        inherited = a.evidence.inherited or b.evidence.inherited
        return a.attribute == b.attribute and not inherited
    if not _is_slip(a, b):
        return False
    if a.counted or b.counted:
        return a.counted == b.counted
    return bool(a.attribute or b.attribute) or (BlockKind.TITLE in (a.evidence.block, b.evidence.block) and _is_sure_slip(a, b))


def _are_of_one_time(a: Claim, b: Claim) -> bool:
    """Return whether both are of one period, and no word tells of an earlier, later or further count."""
    if _is_slip(a, b):
        is_one = all(one is None or other is None or one.meets(other) for one, other in ((a.period, b.period), (a.as_of, b.as_of)))
    else:
        is_one = (a.period == b.period or _leaves_out_when(a, b) or _leaves_out_when(b, a)) and a.as_of == b.as_of
    return is_one and not any(_is_of_a_series(one) for one in (a, b))


def _leaves_out_when(headline: Claim, plan: Claim) -> bool:
    """Return whether a headline counts what the text says is planned, and only does not say for when."""
    is_headline = headline.evidence.block is BlockKind.TITLE and headline.period is None and headline.counted is not None
    return is_headline and plan.modality is Modality.PLANNED and plan.counted == headline.counted


def _is_of_a_series(claim: Claim) -> bool:
    """Return whether words show that there is another count beside this one."""
    cues = cues_of(claim.evidence.lang)
    start, end = (edge - claim.evidence.sentence.start for edge in (claim.span.start, claim.span.end))
    words = fold(claim.evidence.quote)
    beside = f"{words[max(0, start - BESIDE) : start]} … {words[end : end + BESIDE]}"
    near = f"{words[max(0, start - LEAD) : start]} … {words[end : end + BESIDE]}"
    moves = cues.has("rise", near) or (cues.has("fall", near) and cues.ends("to", words[:start], within=1))
    return moves or cues.has("earlier", words) or cues.has("again", beside)


def _are_of_one_party(a: Claim, b: Claim) -> bool:
    """Return whether both are of one place, one party and one measurer."""
    if a.attribution != b.attribution and a.attribution and b.attribution:
        return False
    if a.scope and b.scope and a.scope != b.scope:
        return False
    if not _is_slip(a, b) and not (_mentions(a, b.scope) and _mentions(b, a.scope)):
        return False  # a town's figure beside one without a place is a part beside the whole
    ours, theirs = set(a.entities), set(b.entities)
    return not ours or not theirs or bool(ours & theirs)


def _mentions(claim: Claim, scope: str | None) -> bool:
    return scope is None or scope == claim.scope or scope in claim.entities or scope in claim.evidence.names


def _are_of_one_telling(a: Claim, b: Claim) -> bool:
    """Return whether the places of the two show that both tell one fact: a headline and its text, or alike sentences."""
    first, _ = sorted((a, b), key=lambda claim: claim.span.start)
    if first.evidence.block in (BlockKind.TITLE, BlockKind.CAPTION) or b.evidence.block is BlockKind.CAPTION:
        return True
    if BlockKind.CELL in (a.evidence.block, b.evidence.block):
        return bool(a.attribute and a.attribute == b.attribute and a.entities and a.entities[:1] == b.entities[:1] and _is_slip(a, b))
    return len(_told(a.evidence.quote) & _told(b.evidence.quote)) >= ALIKE


def _is_near(a: Claim, b: Claim) -> bool:
    ours, theirs = reach_of(a), reach_of(b)
    if ours is None or theirs is None or ours.number <= 0 or theirs.number <= 0:
        return False
    ratio = float(max(ours.number, theirs.number) / min(ours.number, theirs.number))
    is_headed = BlockKind.TITLE in (a.evidence.block, b.evidence.block) or BlockKind.CAPTION in (a.evidence.block, b.evidence.block)
    return ratio <= (NEAR if is_headed else VERY_NEAR) or _is_slip(a, b)


def _is_slip(a: Claim, b: Claim) -> bool:
    """Return whether two digits changed places, or the scale slipped in a figure that is not met by chance."""
    if have_swapped_digits(a.quantity, b.quantity):
        return True
    factor = scale_slip(a.quantity, b.quantity)
    digits = min(_digits(a), _digits(b))
    return factor is not None and digits >= (SLIP_DIGITS if factor >= 1000 else SLIP_DIGITS + 1)


def _is_sure_slip(a: Claim, b: Claim) -> bool:
    """Return whether three digits or more are the same, and a scale word or more lies between."""
    factor = scale_slip(a.quantity, b.quantity)
    return factor is not None and factor >= 1000 and _significant(a) == _significant(b) and _digits(a) > SLIP_DIGITS


def _digits(claim: Claim) -> int:
    return len(_significant(claim))


def _significant(claim: Claim) -> str:
    """Return the digits of a figure without the zeros around them."""
    reach = reach_of(claim)
    return "" if reach is None else "".join(map(str, reach.number.normalize().as_tuple().digits))


def _stands_alone(a: Claim, b: Claim, tale: Tale) -> bool:
    """Return whether one of the two is an outlier: told once, beside no rival, and made up of no other figures."""
    lonely = [one for one, other in ((a, b), (b, a)) if not _is_told_again(one, tale)]
    if not lonely or any(_has_rival(one, tale) for one in (a, b)):
        return False
    return not any(_is_made_up(one, tale) for one in (a, b))


def _is_told_again(claim: Claim, tale: Tale) -> bool:
    return any(
        other is not claim and other.evidence.sentence != claim.evidence.sentence and tale.agrees(claim, other) for other in tale.claims
    )


def _has_rival(claim: Claim, tale: Tale) -> bool:
    """Return whether its sentence holds another figure of the same attribute or noun."""
    return any(
        other is not claim
        and other.evidence.sentence == claim.evidence.sentence
        and _comparable(claim, other)
        and (other.attribute is None or claim.attribute is None or other.attribute == claim.attribute)
        for other in tale.claims
    )


def _is_made_up(claim: Claim, tale: Tale) -> bool:
    """Return whether a figure is the sum of others of the article, the one it is held against among them or not."""
    reach = reach_of(claim)
    summands = [
        found.number
        for one in tale.claims
        if one is not claim
        and _comparable(one, claim)
        and (found := reach_of(one)) is not None
        and reach
        and 0 < found.number < reach.number
    ]
    if reach is None or len(summands) > 40:
        return reach is None
    low, high, unique = float(reach.low), float(reach.high), sorted({float(number) for number in summands})
    return any(low <= sum(terms) <= high for size in range(2, MOST_TERMS + 1) for terms in combinations(unique, size))


def _are_far(a: Claim, b: Claim) -> bool:
    """Return whether two single figures lie so far apart that no rounding makes them one; asked first, as it costs little."""
    ours, theirs = reach_of(a), reach_of(b)
    return ours is not None and theirs is not None and abs(ours.number - theirs.number) > FAR * max(abs(ours.number), abs(theirs.number))


def _comparable(a: Claim, b: Claim) -> bool:
    counts = ("count", "number")
    return a.quantity.dimension == b.quantity.dimension or (a.quantity.kind in counts and b.quantity.kind in counts)


@lru_cache(maxsize=512)
def _told(quote: str) -> frozenset[str]:
    """Return the words of a sentence that tell something, in scripts without spaces pairs of letters."""
    text = fold(MARKUP.sub(" ", quote))
    letters = _letters_in_pairs() if max(text, default="") >= FIRST_IN_PAIRS else None
    if letters is not None and letters.search(text):
        return frozenset(text[place : place + 2] for place in range(len(text) - 1) if letters.fullmatch(text[place + 1]))
    return frozenset(word[:6] for word in WORD.findall(text))


def _weights(a: Claim, b: Claim) -> tuple[tuple[str, float], ...]:
    where = sorted({a.evidence.block.value, b.evidence.block.value})
    return ((f"told twice in one article ({' and '.join(where)})", 2.0),)


@lru_cache(maxsize=1)
def _letters_in_pairs() -> re.Pattern[str]:
    """Return what finds signs of which two make a word; it takes 2 ms to compile."""
    return re.compile("[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
