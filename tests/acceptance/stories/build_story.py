"""Write the labels of a story from a draft in which every figure is marked where it stands, so that no offset is counted by hand.

    python build_story.py DRAFT STORIES/NAME

A draft is lines of its own that begin with `#`, and below each `#source` the text of that source with figures as `{quote|fact|value|extras}`.

    #title, #kind        of the story
    #fact KEY KIND UNIT about …       a unit may hold `_` for a blank
    #lure A B why …                   two facts of one kind that are not the same fact
    #same KEY OTHER                   figures of KEY belong with those of OTHER, as an earlier value restated, or another currency
    #rel A B VERDICT why …            a label by hand for the pairs of two tags or facts; goes before the one made; `VERDICT?` is debatable, `none` takes it away
    #source FILE LANG DATE            DATE `-` for none

A value is `8`, `~8` (about), `8..` (at least), `..8` (at most), `8..9` (range), `v8..9` (vague count). Extras, in any order: `@N` the N-th time the fact was counted,
`=N` the value in the unit of the others, `tag`. Without `#rel`, two figures of one fact agree where they are equal or round to each other, else the later
supersedes the earlier, else a bound or range that holds the other is refined by it, else they contradict. Whoever writes a draft reads the printed pairs.
"""

from __future__ import annotations

import json
import re
import sys
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

MARK = re.compile(r"\{([^{}|]+)\|([^{}]+)\}")
TEXT_STATUS = "invented: events, parties and figures; written and labelled for claimcheck"
COARSE = Decimal("0.05")  # the contract's limit for coarse rounding


class Figure(NamedTuple):
    labels: dict[str, Any]
    fact: str
    low: Decimal | None
    high: Decimal | None
    time: int
    tag: str


def value_of(text: str) -> tuple[Decimal | None, Decimal | None, str]:
    low, dots, high = text.lstrip("~v").partition("..")
    bounds = (Decimal(low) if low else None, Decimal(high if dots else low) if high or not dots else None)
    if text.startswith(("~", "v")):
        return *bounds, "approx" if text.startswith("~") else "order_of_magnitude"
    if None in bounds:
        return *bounds, "at_least" if bounds[0] is not None else "at_most"
    return *bounds, "range" if dots else "exact"


def plain(number: Decimal | None) -> float | int | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def rounds_to(fine: Decimal, coarse: Decimal, *, is_count: bool) -> bool:
    if fine == coarse:
        return True
    if is_count and min(fine, coarse) < 1000:
        return False
    step = Decimal(1).scaleb(Decimal(coarse.normalize().as_tuple().exponent))
    rounded = {(fine / step).quantize(Decimal(1), mode) * step for mode in (ROUND_HALF_UP, ROUND_HALF_DOWN)}
    return coarse in rounded and abs(fine - coarse) <= COARSE * abs(fine)


def agrees(one: Figure, other: Figure) -> bool:
    is_count = one.labels["kind"] == "count"
    if one.labels["kind"] == "date" or "range" in (one.labels["hedge"], other.labels["hedge"]):
        return {one.low, one.high} - {None} == {other.low, other.high} - {None}
    first, second = (figure.high if figure.low is None else figure.low for figure in (one, other))
    if "order_of_magnitude" in (one.labels["hedge"], other.labels["hedge"]) or first is None or second is None:
        return (one.low, one.high) == (other.low, other.high)
    return rounds_to(first, second, is_count=is_count) or rounds_to(second, first, is_count=is_count)


def holds(wide: Figure, narrow: Figure) -> bool:
    if (wide.low is None) == (narrow.low is None) and (wide.high is None) == (narrow.high is None) and None in (wide.low, wide.high):
        return False  # two bounds of one direction compare by their stated values
    above = wide.low is None or (narrow.low is not None and wide.low <= narrow.low)
    below = wide.high is None or (narrow.high is not None and narrow.high <= wide.high)
    return above and below


def judged(one: Figure, other: Figure) -> tuple[Figure, Figure, str, str]:
    quotes = one.labels["quote"], other.labels["quote"]
    if agrees(one, other):
        labels = [{figure.labels["low"], figure.labels["high"]} - {None} for figure in (one, other)]
        same = labels[0] == labels[1] and one.labels["unit"] == other.labels["unit"]
        return one, other, "agree", "same value" if same else f"{quotes[0]} and {quotes[1]} agree after rounding or conversion"
    if one.time != other.time:
        older, newer = sorted((one, other), key=lambda figure: figure.time)
        return older, newer, "superseded", f"{older.labels['quote']}, later {newer.labels['quote']}"
    for wide, narrow in ((one, other), (other, one)):
        if holds(wide, narrow):
            return wide, narrow, "refine", "the bound, range or vague count holds the other"
    return one, other, "contradict", f"{quotes[0]} against {quotes[1]}"


class Draft:
    def __init__(self, text: str) -> None:
        self.meta: dict[str, Any] = {"title": "", "kind": "", "text_status": TEXT_STATUS, "sources": [], "lures": []}
        self.facts: dict[str, tuple[str, str, str]] = {}
        self.family: dict[str, str] = {}
        self.by_hand: list[list[str]] = []
        self.texts: dict[str, str] = {}
        self.figures: list[Figure] = []
        for block in re.split(r"^(?=#source )", text, flags=re.MULTILINE):
            self.read_source(block) if block.startswith("#source") else self.read_head(block)

    def read_head(self, block: str) -> None:
        for line in filter(None, block.splitlines()):
            word, rest = line[1:].split(" ", 1)
            if word == "fact":
                key, kind, unit, about = rest.split(" ", 3)
                self.facts[key] = (kind, unit.replace("_", " ") if kind == "count" else unit.replace("_/_", " / "), about)
            elif word == "lure":
                self.meta["lures"].append(dict(zip(("a", "b", "why"), rest.split(" ", 2), strict=True)))
            elif word == "same":
                key, other = rest.split()
                self.family[key] = other
            elif word == "rel":
                self.by_hand.append(rest.split(" ", 3))
            else:
                self.meta[word] = rest

    def read_source(self, block: str) -> None:
        head, body = block.split("\n", 1)
        name, lang, date = head.split()[1:]
        self.meta["sources"].append({"file": name, "lang": lang, "url": None, "date": None if date == "-" else date, "text": "invented"})
        text, seen = "", 0
        for mark in MARK.finditer(body.strip() + "\n"):
            text += mark.string[seen : mark.start()]
            self.figures.append(self.figure(name, mark[1], len(text), mark[2].split("|")))
            text, seen = text + mark[1], mark.end()
        self.texts[name] = text + (body.strip() + "\n")[seen:]

    def figure(self, source: str, quote: str, start: int, fields: list[str]) -> Figure:
        fact, value, *extras = fields
        kind, unit, about = self.facts[fact]
        low, high, hedge = value_of(value)
        labels: dict[str, Any] = {
            "id": f"f{len(self.figures) + 1}",
            "source": source,
            "quote": quote,
            "start": start,
            "end": start + len(quote),
        }
        labels |= {"kind": kind, "low": plain(low), "high": plain(high), "unit": unit, "about": about, "hedge": hedge, "fact": fact}
        first = next(
            (f.labels for f in self.figures if all(f.labels[key] == labels[key] for key in ("source", "fact", "low", "high"))), None
        )
        if first is not None:
            labels["repeat_of"] = first["id"]
        same = next((Decimal(extra[1:]) for extra in extras if extra.startswith("=")), None)
        time = next((int(extra[1:]) for extra in extras if extra.startswith("@")), 0)
        tag = next((extra for extra in extras if extra[0] not in "@="), "")
        if same is not None:
            low, high = low and same, high and same
        return Figure(labels, fact, low, high, time, tag)

    def relations(self) -> list[dict[str, Any]]:
        made: dict[frozenset[str], dict[str, Any]] = {}
        for one, other in combinations(self.figures, 2):
            if len({self.family.get(f.fact, f.fact) for f in (one, other)}) == 1 and one.labels["source"] != other.labels["source"]:
                first, second, verdict, why = judged(one, other)
                made[key_of(one, other)] = {"a": first.labels["id"], "b": second.labels["id"], "verdict": verdict, "why": why}
        for left, right, verdict, why in self.by_hand:
            for one, other in self.named(left, right):
                made[key_of(one, other)] = {"a": one.labels["id"], "b": other.labels["id"], "verdict": verdict.rstrip("?"), "why": why}
                if verdict.endswith("?"):
                    made[key_of(one, other)]["debatable"] = True
        return [relation for relation in made.values() if relation["verdict"] != "none"]

    def named(self, left: str, right: str) -> list[tuple[Figure, Figure]]:
        sides = [[f for f in self.figures if name in (f.tag, f.fact)] for name in (left, right)]
        pairs = [(one, other) for one in sides[0] for other in sides[1] if one.labels["source"] != other.labels["source"]]
        if not pairs:
            raise SystemExit(f"no pair for #rel {left} {right}")
        return pairs


def key_of(one: Figure, other: Figure) -> frozenset[str]:
    return frozenset((one.labels["id"], other.labels["id"]))


def main() -> None:
    draft, folder = Draft(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2])
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    for name, text in draft.texts.items():
        (folder / "sources" / name).write_text(text, encoding="utf-8")
    gold = {"figures": [figure.labels for figure in draft.figures], "relations": draft.relations()}
    for name, labels in (("gold.json", gold), ("meta.json", draft.meta)):
        (folder / name).write_text(json.dumps(labels, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    quotes = {figure.labels["id"]: figure.labels["quote"] for figure in draft.figures}
    shown: dict[str, None] = {}
    for relation in gold["relations"]:
        if relation["why"] != "same value":
            pair = f"{quotes[relation['a']]} / {quotes[relation['b']]}"
            shown[f"{relation['verdict']}{'?' * ('debatable' in relation)} {pair} | {relation['why']}\n"] = None
    sys.stdout.writelines(shown)


if __name__ == "__main__":
    main()
