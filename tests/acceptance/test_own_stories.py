"""The form of the project's own labelled stories; how well claimcheck does on them is measured apart (stories/README.md)."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

STORIES = Path(__file__).parent / "stories"
NAMES = sorted(path.parent.name for path in STORIES.glob("*/gold.json"))
THIRD_SET = {"bankrun-almenara", "census-carpovia", "chemfire-halmen", "dataleak-varkorgen", "portstrike-kalinar", "volcano-renjana"}
HEDGES = {"exact", "approx", "at_least", "at_most", "range", "order_of_magnitude"}
FIGURE_FIELDS = {"id", "source", "quote", "start", "end", "kind", "low", "high", "unit", "about", "hedge", "fact"}
VERDICTS = {"agree", "contradict", "refine", "superseded", "incommensurable"}

Labels = dict[str, Any]

pytestmark = pytest.mark.parametrize(
    "story", [pytest.param(name, id=f"third set: {name}" if name in THIRD_SET else name) for name in NAMES]
)


def read(story: str, name: str) -> Labels:
    labels: Labels = json.loads((STORIES / story / name).read_text(encoding="utf-8"))
    return labels


def figures(story: str) -> dict[str, Labels]:
    return {figure["id"]: figure for figure in read(story, "gold.json")["figures"]}


def test_story_is_large_enough(story: str) -> None:
    sources = read(story, "meta.json")["sources"]
    relations = read(story, "gold.json")["relations"]
    assert len(sources) >= 4
    assert len({source["lang"] for source in sources}) >= 3
    assert len(figures(story)) >= 30
    assert sum(relation["verdict"] in {"contradict", "superseded"} for relation in relations) >= 3
    assert len(read(story, "meta.json")["lures"]) >= 3


def test_third_set_has_every_kind_of_relation(story: str) -> None:
    if story in THIRD_SET:
        verdicts = [relation["verdict"] for relation in read(story, "gold.json")["relations"]]
        assert all(verdicts.count(verdict) >= 3 for verdict in ("agree", "contradict", "superseded"))
        assert len(read(story, "meta.json")["sources"]) >= 5


def test_manifest_and_sources_name_each_other(story: str) -> None:
    named = {source["file"] for source in read(story, "meta.json")["sources"]}
    assert named == {path.name for path in (STORIES / story / "sources").iterdir()}
    assert {figure["source"] for figure in figures(story).values()} <= named


def test_quotes_stand_where_the_labels_say(story: str) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in (STORIES / story / "sources").iterdir()}
    for figure in figures(story).values():
        assert texts[figure["source"]][figure["start"] : figure["end"]] == figure["quote"], figure["id"]


def test_figures_do_not_overlap(story: str) -> None:
    places = sorted((figure["source"], figure["start"], figure["end"]) for figure in figures(story).values())
    for (source, _, end), (following, start, _) in pairwise(places):
        assert source != following or end <= start


def test_figures_are_whole(story: str) -> None:
    assert len(figures(story)) == len(read(story, "gold.json")["figures"])
    for figure in figures(story).values():
        assert set(figure) - {"repeat_of"} == FIGURE_FIELDS
        assert figure["hedge"] in HEDGES
        assert (figure["low"] is None) == (figure["hedge"] == "at_most")
        assert (figure["high"] is None) == (figure["hedge"] == "at_least")


def test_relations_join_figures_of_two_sources_once(story: str) -> None:
    known = figures(story)
    pairs = []
    for relation in read(story, "gold.json")["relations"]:
        assert relation["verdict"] in VERDICTS
        assert relation["why"]
        assert known[relation["a"]]["source"] != known[relation["b"]]["source"]
        pairs.append(frozenset((relation["a"], relation["b"])))
    assert len(pairs) == len(set(pairs))


def test_every_pair_of_one_fact_is_labelled(story: str) -> None:
    listed = list(figures(story).values())
    pairs = {frozenset((relation["a"], relation["b"])) for relation in read(story, "gold.json")["relations"]}
    for position, first in enumerate(listed):
        for second in listed[position + 1 :]:
            if first["fact"] == second["fact"] and first["source"] != second["source"]:
                assert frozenset((first["id"], second["id"])) in pairs, (first["quote"], second["quote"])


def test_lures_are_unrelated_facts_of_the_story(story: str) -> None:
    known = figures(story)
    related = {frozenset(known[relation[side]]["fact"] for side in "ab") for relation in read(story, "gold.json")["relations"]}
    facts = {figure["fact"] for figure in known.values()}
    for lure in read(story, "meta.json")["lures"]:
        assert {lure["a"], lure["b"]} <= facts
        assert frozenset((lure["a"], lure["b"])) not in related
