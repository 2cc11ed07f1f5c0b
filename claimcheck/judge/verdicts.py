"""Facts and rules to verdicts, derived figures and findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import partial

from claimcheck.judge.conflict import find_conflicts
from claimcheck.judge.derive import Computed, derive_ratios, derive_sums
from claimcheck.judge.findings import find_ratios, find_sums, find_verdicts
from claimcheck.judge.ladder import Bench, bench_of, decide
from claimcheck.judge.limits import find_limits
from claimcheck.judge.order import Days
from claimcheck.judge.sides import place_findings
from claimcheck.judge.statements import find_statuses
from claimcheck.judge.values import key_of
from claimcheck.judge.within import conflicts_within, once, verdicts_within
from claimcheck.memory import Memory
from claimcheck.model.claim import Claim
from claimcheck.model.pair import Pair
from claimcheck.model.rule import Rulebook
from claimcheck.model.verdict import Derived, Fact, Finding, Verdict, VerdictKind
from claimcheck.store import digest
from claimcheck.values import dataclass

GRAVITY = (
    VerdictKind.CONTRADICTION,
    VerdictKind.INCOMMENSURABLE,
    VerdictKind.UPDATE,
    VerdictKind.REFINEMENT,
    VerdictKind.AGREEMENT,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that the comparison yields, each in a stable order."""

    facts: Mapping[str, Fact]
    verdicts: tuple[Verdict, ...]
    derived: Mapping[str, Derived]
    findings: Mapping[str, Finding]


def judge(  # noqa: PLR0913 - all that the stages before it found
    claims: Sequence[Claim],
    pairs: Sequence[Pair],
    facts: Sequence[tuple[str, tuple[str, ...]]],
    days: Days,
    rulebook: Rulebook,
    *,
    oppositions: Sequence[tuple[Claim, Claim]] = (),
    review: Collection[str] = (),
    memory: Memory | None = None,
) -> Judgement:
    """Return verdicts on `pairs`, derived figures and findings; `facts` are labels with the ids of their claims.

    `oppositions` are statements, no figures, that cannot both be right. With `review`, ids of documents, only findings that touch one of them.
    What a `memory` knows of figures and articles that have not changed is not worked out again.
    """
    memory = memory or Memory(is_lasting=False)
    by_id = {claim.id: claim for claim in claims}
    bench = bench_of(days, rulebook)
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    documents = list(by_document.values())
    decided = [_decide(pair, by_id[pair.a], by_id[pair.b], bench, memory) for pair in pairs]
    verdicts = [verdict for verdict in decided if verdict is not None] + verdicts_within(documents, bench, memory)
    verdicts.sort(key=lambda verdict: (GRAVITY.index(verdict.kind), verdict.a, verdict.b))
    named = _name_facts(facts, verdicts, by_id, memory)
    home = {claim: fact.key for fact in named.values() for claim in fact.claims}
    ratios = derive_ratios(rulebook.of_kind("ratio"), documents, by_id, verdicts, bench.taxonomy, memory)
    sums = derive_sums(rulebook.of_kind("sum"), documents, bench.taxonomy, memory)
    conflicts = conflicts_within(documents, bench, memory)
    findings = find_verdicts(verdicts, by_id, home, bench.rules, review)
    findings += [finding for computed in ratios for finding in find_ratios(computed, by_id)]
    findings += find_sums(sums, by_id)
    findings += find_conflicts(conflicts)
    findings += [finding for own in documents for finding in once("limits", own, bench, memory, find_limits)]
    findings += find_statuses(oppositions, rulebook)
    sides = {**by_id, **{statement.id: statement for pair in oppositions for statement in pair}}
    every: list[Computed] = [*(one for computed in ratios for one in computed), *sums]
    return Judgement(
        facts=named,
        verdicts=tuple(verdicts),
        derived={derived.id: derived for derived in (*(one.derived for one in every), *(one.derived for one in conflicts))},
        findings=place_findings(findings, sides, days, review),
    )


def _decide(pair: Pair, a: Claim, b: Claim, bench: Bench, memory: Memory) -> Verdict | None:
    """Return the verdict on a pair; of nothing else than its two claims, their days and the rules it depends."""
    key = ("verdict", pair.a, pair.b, pair.link, pair.rule, bench.days.get(a.document), bench.days.get(b.document))
    return memory.recall(key, (pair, a, b, bench.rulebook), lambda: decide(pair, a, b, bench))


def _name_facts(
    facts: Sequence[tuple[str, tuple[str, ...]]], verdicts: Sequence[Verdict], claims: Mapping[str, Claim], memory: Memory
) -> dict[str, Fact]:
    """Return the facts, keyed by a digest of their values, each with the gravest verdict among its own claims.

    A fact without one takes the verdict that sets it apart from others.
    """
    home = {claim: number for number, (_, ids) in enumerate(facts) for claim in ids}
    within: dict[int, set[VerdictKind]] = {}
    across: dict[int, set[VerdictKind]] = {}
    for verdict in verdicts:
        ends = {home[verdict.a], home[verdict.b]}
        for number in ends:
            (within if len(ends) == 1 else across).setdefault(number, set()).add(verdict.kind)
    gravest = {number: min(kinds, key=GRAVITY.index) for number, kinds in {**across, **within}.items()}
    named: dict[str, Fact] = {}
    met: Counter[str] = Counter()
    for number, (label, ids) in enumerate(facts):
        members = tuple(claims[claim] for claim in ids)
        values = memory.recall(("fact", ids[0]), members, partial(_values_of, members))
        key = (digest(values, str(met[values])) if met[values] else values)[:16]
        met[values] += 1
        named[key] = Fact(key=key, label=label, claims=ids, verdict=gravest.get(number))
    return named


def _values_of(members: Sequence[Claim]) -> str:
    return digest(*sorted({key_of(claim) for claim in members}))
