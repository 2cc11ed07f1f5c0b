"""Set the weights of the cards in claimcheck/align/data from labelled stories, and say how well they tell facts apart.

    python -m bench.scorecard [STORIES …] [--held-out NAME,NAME] [--write]

Each pair of figures of two sources of a story that may be one fact is a case: labelled so, or not. Equal and different
figures have a card each. The weights are an additive logistic model, one step function a trait (generalised additive model; Hastie and Tibshirani 1986, fitted by cyclic boosting
as in Lou et al. 2012), so that every verdict can name what spoke for it. Figures are those of stories left out in turn.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import click

from claimcheck import pipeline
from claimcheck.align.evidence import Kinship
from claimcheck.align.grouping import group_claims
from claimcheck.align.groups import Group
from claimcheck.align.matching import scored_pairs
from claimcheck.align.profile import affinity, profile
from claimcheck.align.score import Meeting
from claimcheck.align.scorecard import DIFFERENT, EQUAL
from claimcheck.align.traits import Traits, traits_of
from claimcheck.model.claim import Claim
from claimcheck.model.days import days_of, last_day
from claimcheck.model.source import Source
from claimcheck.model.taxonomy import Taxonomy

STORIES = Path(__file__).parent.parent / "tests" / "acceptance" / "stories"
HELD_OUT = ("chipfab-hollenried", "transfer-okonde", "hurricane-ysabeau", "rates-dravenia", "phone-orvix-lumo", "mine-zarnica")
KINDS = {EQUAL: "equal", DIFFERENT: "different"}
BINS = 10
PASSES = 10  # more of them fit the stories at hand: left out, the log-likelihood falls from then on
RATE = 0.15
RIDGE = 8.0  # cases that a step must outweigh
FOLDS = 6
SHOWN = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)


@dataclass(frozen=True, slots=True)
class Case:
    """Two figures of two sources, and whether they are labelled as one fact."""

    story: str
    traits: Traits
    is_equal: bool
    is_one: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A bias and for each trait its bounds with one weight more than bounds."""

    bias: float
    steps: Mapping[str, tuple[tuple[float, ...], tuple[float, ...]]]

    def weigh(self, traits: Traits) -> float:
        """Return the log-odds of one fact."""
        return self.bias + sum(weights[bisect_right(bounds, traits[name])] for name, (bounds, weights) in self.steps.items())


def cases_of(folder: Path) -> Iterator[Case]:
    """Yield the cases of one story."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    labelled = {frozenset((one["a"], one["b"])): one for one in gold["relations"]}
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    sources = [
        Source(id=one["file"], text=_text(folder, one["file"]), lang=one["lang"] or "", published=one.get("date") or "")
        for one in meta["sources"]
    ]
    report = pipeline.check(sources, pipeline.Settings())
    figures: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for figure in gold["figures"]:
        figures[figure["source"]].append(figure)
    for meeting in _meetings(report.claims.values(), {source.id: source.published for source in sources}):
        for pair, traits in traits_of(scored_pairs(meeting), meeting):
            both = [_figures_under(group, figures[group.document]) for group in (pair.a, pair.b)]
            relations = [labelled.get(frozenset((one, other))) for one in both[0] for other in both[1]]
            if pair.relation.rung != "converted" and all(both) and not any(one and one.get("debatable") for one in relations):
                yield Case(folder.name, traits, pair.is_equal, any(relations))


def _text(folder: Path, file: str) -> str:
    """Return the text of a source; sources that several stories share lie beside the stories."""
    own = folder / "sources" / file
    return (own if own.exists() else folder.parents[1] / "seeds" / file).read_text(encoding="utf-8")


def _meetings(claims: Iterator[Claim] | Sequence[Claim], published: Mapping[str, str]) -> Iterator[Meeting]:
    rules = pipeline.rulebook(pipeline.Settings())
    taxonomy, kinship = Taxonomy(rules.concepts), Kinship(dict(rules.entities))
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        own[claim.document].append(claim)
    days = {name: days_of(published[name]) for name in own}
    profiles = {name: profile(name, group_claims(found, taxonomy, days[name])) for name, found in own.items()}
    for one, other in combinations(sorted(profiles), 2):
        ours, theirs = profiles[one], profiles[other]
        yield Meeting(ours, theirs, affinity(ours, theirs), taxonomy, kinship, last_day(days[one], days[other]))


def _figures_under(group: Group, figures: Sequence[Mapping[str, object]]) -> list[str]:
    """Return the ids of the labelled figures that the claims of a group cover."""
    return [
        str(figure["id"])
        for claim in group.claims
        for figure in figures
        if int(str(figure["start"])) < claim.span.end and claim.span.start < int(str(figure["end"]))
    ]


def fit(cases: Sequence[Case]) -> Card:
    """Return the weights under which the labels are likeliest, each step held back where few cases speak for it."""
    names = sorted(cases[0].traits)
    bounds = {name: _bounds([case.traits[name] for case in cases]) for name in names}
    places = {name: [bisect_right(bounds[name], case.traits[name]) for case in cases] for name in names}
    share = sum(case.is_one for case in cases) / len(cases)
    bias = math.log(share / (1 - share))
    odds = [bias] * len(cases)
    weights = {name: [0.0] * (len(bounds[name]) + 1) for name in names}
    labels = [float(case.is_one) for case in cases]
    for _ in range(PASSES):
        for name in names:
            slope, bend = [0.0] * len(weights[name]), [RIDGE] * len(weights[name])
            for place, label, odd in zip(places[name], labels, odds, strict=True):
                chance = 1 / (1 + math.exp(-odd))
                slope[place] += label - chance
                bend[place] += chance * (1 - chance)
            moves = [RATE * one / other for one, other in zip(slope, bend, strict=True)]
            weights[name] = [one + move for one, move in zip(weights[name], moves, strict=True)]
            odds = [odd + moves[place] for odd, place in zip(odds, places[name], strict=True)]
    return Card(bias, {name: (tuple(bounds[name]), tuple(weights[name])) for name in names})


def _bounds(values: Sequence[float]) -> list[float]:
    """Return where a trait is cut: between all its values where they are few, else so that each part holds as many cases as another."""
    few = sorted(set(values))
    if len(few) <= BINS:
        return few[1:]
    ordered = sorted(values)
    cuts = {ordered[len(ordered) * step // BINS] for step in range(1, BINS)} | {
        ordered[len(ordered) * step // 100] for step in (95, 98, 99)
    }
    return sorted(cut for cut in cuts if cut > ordered[0])


def show(cases: Sequence[Case], odds: Sequence[float]) -> Iterator[str]:
    """Yield how many pairs are said at each confidence, and how many of them are right, and of all."""
    facts = sum(case.is_one for case in cases)
    for least in SHOWN:
        said = [case.is_one for case, odd in zip(cases, odds, strict=True) if 1 / (1 + math.exp(-odd)) >= least]
        yield f"  {least:.1f} or more: {len(said):5} said, {sum(said) / max(1, len(said)):.2f} right, {sum(said) / facts:.2f} of all {facts}"


@click.command()
@click.argument("stories", type=click.Path(exists=True, path_type=Path), nargs=-1)
@click.option("--held-out", default=",".join(HELD_OUT), help="stories that are neither learned from nor read")
@click.option("--write", is_flag=True, help=f"write {EQUAL.name} and {DIFFERENT.name}")
def main(stories: tuple[Path, ...], held_out: str, *, write: bool) -> None:
    """Fit, evaluate on stories left out in turn, and write the scorecards."""
    found = [gold.parent for folder in stories or (STORIES,) for gold in sorted(folder.glob("*/gold.json"))]
    folders = [folder for folder in found if folder.name not in held_out.split(",")]
    every = [case for folder in folders for case in cases_of(folder)]
    for path in (EQUAL, DIFFERENT):
        cases = [case for case in every if case.is_equal == (path is EQUAL)]
        click.echo(f"{path.stem}: {len(folders)} stories, {len(cases)} pairs, {sum(case.is_one for case in cases)} of one fact")
        click.echo("stories left out in turn:")
        click.echo("\n".join(show(cases, left_out(cases))))
        if write:
            path.write_text(_toml(fit(cases), path, len(folders)), encoding="utf-8")


def left_out(cases: Sequence[Case]) -> list[float]:
    """Return the log-odds of each case by a card that was set without its story."""
    names = sorted({case.story for case in cases})
    odds = [0.0] * len(cases)
    for fold in range(FOLDS):
        out = set(names[fold::FOLDS])
        card = fit([case for case in cases if case.story not in out])
        for place, case in enumerate(cases):
            if case.story in out:
                odds[place] = card.weigh(case.traits)
    return odds


def _toml(card: Card, path: Path, stories: int) -> str:
    lines = [
        f"# What each trait of a pair of {KINDS[path]} figures weighs, in log-odds; made by `python -m bench.scorecard --write` from {stories} stories.",
        "# `bounds` cut a trait's values into steps, `weights` holds one more: the first is that of values below the first bound.",
        f"bias = {card.bias:.3f}",
    ]
    for name, (bounds, weights) in card.steps.items():
        lines += [
            "",
            f"[{name}]",
            f"bounds = [{', '.join(f'{one:.4g}' for one in bounds)}]",
            f"weights = [{', '.join(f'{one:.3f}' for one in weights)}]",
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
