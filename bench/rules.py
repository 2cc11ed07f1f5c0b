"""What rules of a user's own cost: a check of many articles with and without them, and a cold start with them.

    python bench/rules.py                      # 200 articles, 200 rules
    python bench/rules.py --full               # 1,000 articles, 1,000 rules

The articles are checked in stories of forty: all of them speak of the same names, so that a thousand at once would be
compared half a million times, and what the rules cost would vanish beside it.

Every rule is made from a figure of the articles, so that it applies to at least one: tolerances, deadlines, bounds, facts,
ratios, sums, pairs that do not convert, names and words, as many of each. Times are processor time of one core, the
rulebooks loaded and nothing cached; cold starts are ratios to a start without the rules, the rules compiled before.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import newstext

PROJECT = Path(__file__).resolve().parents[1]
COMMAND = Path(sys.executable).with_name("claimcheck")
GOAL = 0.20
START_GOAL = 30.0
ARTICLE_KB = 5.6
STORY = 40
SEED = 11
CASES = """
[[flag]]
name = "one"
sources = [{ lang = "en", text = "One." }]

[[ok]]
name = "two"
sources = [{ lang = "en", text = "Two." }]
"""


def measure(articles: int, rules: int, *, runs: int = 3) -> bool:
    """Print what the rules cost and return whether it is less than the goal."""
    from claimcheck.model.source import Source  # noqa: PLC0415 - cold starts are measured before anything is imported
    from claimcheck.pipeline import Settings, check_documents, extract_document, rulebook, vocabulary  # noqa: PLC0415
    from claimcheck.read.text import document_of  # noqa: PLC0415

    texts = newstext.articles(articles * ARTICLE_KB / 1000)[:articles]
    documents = [document_of(Source(text=text, id=f"{number:04}", lang=lang)) for number, (lang, text) in enumerate(texts)]
    plain = Settings(cache=False)
    claims = [claim for document in documents for claim in extract_document(document, vocabulary(plain))]
    with tempfile.TemporaryDirectory() as folder:
        made = write_rules(Path(folder) / "rules", claims, rulebook(plain), rules)
        own = Settings(cache=False, rules=(Path(folder) / "rules",))
        vocabulary(own)
        seconds: dict[Settings, list[float]] = {plain: [], own: []}
        fired = 0
        for _ in range(runs):
            for settings, spent in seconds.items():
                started = time.process_time()
                reports = [check_documents(documents[place : place + STORY], settings) for place in range(0, len(documents), STORY)]
                spent.append(time.process_time() - started)
                fired = sum(1 for report in reports for finding in report.findings.values() if finding.rule.startswith("bench/"))
        reached = cold_start(Path(folder), runs * 3)
    before, after = (min(spent) for spent in seconds.values())
    cost = after / before - 1
    kinds = ", ".join(f"{number} {kind}" for kind, number in made.items())
    print(f"{len(documents)} articles, {len(claims)} figures, {sum(made.values())} rules ({kinds}), {fired} findings of theirs")
    print(f"  without {before:.2f} s, with {after:.2f} s: {cost:+.1%}; goal below {GOAL:.0%}")
    return cost < GOAL and reached


def cold_start(home: Path, runs: int) -> bool:
    """Print what a run on the four briefs takes with the rules and without, and return whether it stays within its budget."""
    environment = {**os.environ, "CLAIMCHECK_CACHE_DIR": str(home / "cache")}
    corpus = str(PROJECT / "corpus")

    def timed(*arguments: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(arguments, cwd=home, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    commands: dict[str, Callable[[], float]] = {
        "python -c pass": lambda: timed(sys.executable, "-c", "pass"),
        "without": lambda: timed(str(COMMAND), corpus),
        "with": lambda: timed(str(COMMAND), corpus, "--rules", str(home / "rules")),
    }
    first = {name: run() for name, run in commands.items()}
    time.sleep(2.1)  # a file changed this lately is read again, in case it changes within a tick of the clock
    rounds = [{name: run() for name, run in commands.items()} for _ in range(runs)]
    base, plain, own = (statistics.median(round_[name] for round_ in rounds) for name in commands)
    print(
        f"  first start with the rules {first['with']:.2f} s, later ones {own * 1000:.0f} ms, without them {plain * 1000:.0f} ms;", end=" "
    )
    print(f"{own / base:.1f} x python -c pass, goal {START_GOAL:.0f} x")
    return own / base <= START_GOAL


def write_rules(folder: Path, claims: Sequence[object], book: object, wanted: int) -> dict[str, int]:
    """Write rule files made from figures, as many of each kind as there are, and return how many of which."""
    folder.mkdir()
    chance = random.Random(SEED)  # noqa: S311 - repeatable, not secret
    makers = {kind: maker(claims, book, chance) for kind, maker in MAKERS.items()}
    made = dict.fromkeys(makers, 0)
    seen: set[str] = set()
    while sum(made.values()) < wanted and makers:
        for kind in list(makers):
            body = next((body for body in makers[kind] if f"{kind}{body}" not in seen), None)
            if body is None:
                del makers[kind]
            elif sum(made.values()) < wanted:
                seen.add(f"{kind}{body}")
                made[kind] += 1
                head = f'id = "bench/{kind}-{made[kind]}"\nkind = "{kind}"\nwhy = "It is measured."\n'
                (folder / f"{kind}-{made[kind]}.toml").write_text(f"{head}{body}{CASES}", encoding="utf-8")
    return made


def applies(table: str, claim: object, book: object, chance: random.Random) -> str:
    """Return a table that the claim fits: its kind and what is known of it, now more of that, now less."""
    quantity = claim.quantity
    fields = [f'kinds = ["{quantity.kind}"]']
    known = [name for name in claim.entities if name in book.entities]
    if claim.attribute in book.concepts:
        fields.append(f'attributes = ["{claim.attribute}"]')
    if claim.counted in book.concepts:
        fields.append(f'counted = ["{claim.counted}"]')
    if known and chance.random() < 0.7:
        fields.append(f'entities = ["{known[0]}"]')
    if chance.random() < 0.3:
        fields.append(f'languages = ["{claim.evidence.lang.partition("-")[0]}"]')
    return "\n".join([f"[{table}]", *fields, ""])


def is_number(claim: object) -> bool:
    """Return whether a claim states one number."""
    low, high = claim.quantity.stated.low, claim.quantity.stated.high
    return low is not None and low == high and claim.quantity.kind not in ("date", "time")


def tolerances(claims: Sequence[object], book: object, chance: random.Random) -> Iterator[str]:
    for claim in chance.sample(claims, len(claims)):
        if is_number(claim) and (claim.attribute or claim.counted):
            yield f'relative = "0.03"\n{applies("applies", claim, book, chance)}'


def deadlines(claims: Sequence[object], book: object, chance: random.Random) -> Iterator[str]:
    for claim in chance.sample(claims, len(claims)):
        if claim.quantity.kind == "date":
            yield f"days = 3\n{applies('applies', claim, book, chance)}"


def bounds(claims: Sequence[object], book: object, chance: random.Random) -> Iterator[str]:
    for claim in chance.sample(claims, len(claims)):
        if is_number(claim) and claim.attribute:
            unit = f'unit = "{claim.quantity.unit}"\n' if claim.quantity.unit and claim.quantity.kind != "count" else ""
            yield f'high = "{abs(claim.quantity.stated.low) * 1000:f}"\n{unit}{applies("applies", claim, book, chance)}'


def facts(claims: Sequence[object], book: object, chance: random.Random) -> Iterator[str]:
    for claim in chance.sample(claims, len(claims)):
        table = applies("applies", claim, book, chance)
        if is_number(claim) and claim.attribute and "entities" in table:
            unit = f'unit = "{claim.quantity.unit}"\n' if claim.quantity.unit and claim.quantity.kind != "count" else ""
            yield f'value = "{claim.quantity.stated.low:f}"\n{unit}source = "x"\ndated = "2025-01-01"\n{table}'


def _neighbours(claims: Sequence[object], chance: random.Random) -> Iterator[tuple[object, object]]:
    order = chance.sample(range(len(claims) - 1), len(claims) - 1)
    for one, other in ((claims[place], claims[place + 1]) for place in order):
        together = one.document == other.document and one.evidence.place == other.evidence.place
        if together and is_number(one) and is_number(other):
            yield one, other


def ratios(claims: Sequence[object], book: object, chance: random.Random) -> Iterator[str]:
    for one, other in _neighbours(claims, chance):
        if one.quantity.kind != other.quantity.kind:
            yield f'relative = "0.5"\n{applies("a", one, book, chance)}{applies("b", other, book, chance)}'


def sums(claims: Sequence[object], book: object, chance: random.Random) -> Iterator[str]:
    for one, other in _neighbours(claims, chance):
        if one.quantity.dimension == other.quantity.dimension:
            yield f'relative = "0.02"\n{applies("a", one, book, chance)}{applies("b", other, book, chance)}'


def unlike(claims: Sequence[object], book: object, chance: random.Random) -> Iterator[str]:
    for one, other in _neighbours(claims, chance):
        if one.quantity.dimension != other.quantity.dimension:
            yield f"{applies('a', one, book, chance)}{applies('b', other, book, chance)}"


def entities(claims: Sequence[object], book: object, chance: random.Random) -> Iterator[str]:
    names = sorted({name for claim in claims for name in claim.entities if name not in book.entities and '"' not in name})
    for number, name in enumerate(chance.sample(names, len(names))):
        yield f'[[entity]]\nid = "bench_{number}"\nkind = "party"\nnames = ["{name.title()}"]\n'


def vocabularies(claims: Sequence[object], book: object, chance: random.Random) -> Iterator[str]:
    nouns = sorted({(claim.counted, claim.evidence.lang[:2]) for claim in claims if claim.counted and claim.counted not in book.concepts})
    for number, (noun, lang) in enumerate(chance.sample(nouns, len(nouns))):
        if noun.isalpha():
            yield f'[[concept]]\nid = "bench_{number}"\nrole = "counted"\nlabel = "x"\nwords = {{ {lang} = ["{noun}"] }}\n'


MAKERS: dict[str, Callable[[Sequence[object], object, random.Random], Iterator[str]]] = {
    "tolerance": tolerances,
    "deadline": deadlines,
    "bound": bounds,
    "fact": facts,
    "ratio": ratios,
    "sum": sums,
    "incommensurable": unlike,
    "entities": entities,
    "vocabulary": vocabularies,
}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rules", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--full", action="store_true", help="1,000 articles and 1,000 rules")
    options = parser.parse_args()
    size = (1000, 1000) if options.full else (options.articles, options.rules)
    raise SystemExit(0 if measure(*size, runs=options.runs) else 1)
