"""The same four briefs about parties and products nobody has heard of.

Given one entity file and one vocabulary file, the verdicts are those of the real story; with neither, those on money,
power, durations and deadlines still hold. So the engine and its bundled rules live on no word of the story.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from shared import PROJECT, copy_of

from claimcheck import pipeline
from claimcheck.model.report import Report
from claimcheck.pipeline import Settings

# Longest first, so that "Amazon Web Services" is not taken for "Amazon".
INVENTED = {
    "AmazonWebServices": "HaldiveStrataWorks",
    "Amazon Web Services": "Haldive Strata Works",
    "Nvidia graphics processors": "Quorbex Vortines",
    "Nvidia processors": "Quorbex makers",
    "graphics processors": "Vortines",
    "UltraServers": "MegaFrames",
    "Microsoft": "Brenholt",
    "Broadcom": "Craydon",
    "Foxconn": "Vintrel",
    "Mistral": "Sorrane",
    "ChatGPT": "ZelvoTalk",
    "Sam Altman": "Ines Torvald",
    "Matt Garman": "Rolf Ekberg",
    "Altman": "Torvald",
    "OpenAI": "Zelvora",
    "Amazon": "Haldive",
    "Google": "Pelagon",
    "NVIDIA": "QUORBEX",
    "Nvidia": "Quorbex",
    "Oracle": "Ombrella",
    "Azure": "Briscan",
    "GB200": "QX200",
    "GB300": "QX300",
    "GPT-4": "ZLT-4",
    "chips": "flints",
    "chip": "flint",
    "puces": "flintes",
    "GPUs": "Vortines",
    "CPUs": "Quabbins",
    "CPU": "Quabbins",
    "GPU": "Vortine",
    "AWS": "HSW",
    "AMD": "ZQD",
    "EC2": "TK2",
}
ENTITIES = """
id = "house/entities"
kind = "entities"
why = "the parties of an invented story"
"""
CASES = """
[[flag]]
name = "two values of one deal"
expect = "contradiction"
sources = [
    { lang = "en", text = "Zelvora signed a deal with Ombrella worth $38 billion." },
    { lang = "fr", text = "Le contrat entre Zelvora et Ombrella vaut 35 milliards de dollars." },
]

[[ok]]
name = "deals of two parties"
sources = [
    { lang = "en", text = "Zelvora signed a deal with Ombrella worth $38 billion." },
    { lang = "fr", text = "Le contrat entre Zelvora et Craydon vaut 35 milliards de dollars." },
]
"""
PARTIES = {
    "zelvora": ["Zelvora"],
    "haldive": ["Haldive"],
    "brenholt": ["Brenholt"],
    "craydon": ["Craydon"],
    "vintrel": ["Vintrel"],
    "sorrane": ["Sorrane"],
    "pelagon": ["Pelagon"],
    "quorbex": ["Quorbex"],
    "ombrella": ["Ombrella"],
    "zqd": ["ZQD"],
}
PARTS = {"haldive_strata_works": (["Haldive Strata Works", "HSW"], "haldive"), "briscan": (["Briscan"], "brenholt")}
VOCABULARY = """
id = "house/vocabulary"
kind = "vocabulary"
why = "what an invented story counts"

[[concept]]
id = "flint"
role = "counted"
kinds = ["count"]
contrast = ["quabbin"]
label = "flint"
[concept.words]
en = ["flint", "flints"]
es = ["flints"]
fr = ["flintes"]

[[concept]]
id = "vortine"
role = "counted"
kinds = ["count"]
is_a = ["flint"]
contrast = ["quabbin"]
label = "vortine"
[concept.words]
en = ["vortine", "vortines"]
es = ["vortines"]
fr = ["vortines"]

[[concept]]
id = "quabbin"
role = "counted"
kinds = ["count"]
contrast = ["flint", "vortine"]
label = "quabbin"
[concept.words]
en = ["quabbins"]
es = ["quabbins"]
fr = ["quabbins"]
"""
NAMES = re.compile("|".join(map(re.escape, INVENTED)))
Verdicts = set[tuple[str, frozenset[str]]]


def renamed(folder: Path) -> Path:
    """Write the briefs with invented names into `folder`."""
    copy_of(PROJECT / "corpus", folder)
    for path in folder.glob("*.txt"):
        path.write_text(NAMES.sub(lambda found: INVENTED[found.group()], path.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def house_rules(folder: Path) -> tuple[Path, Path]:
    """Write the two files that a newsroom would write for this story."""
    folder.mkdir()
    entities = [ENTITIES]
    for key, names in PARTIES.items():
        entities.append(f'[[entity]]\nid = "{key}"\nkind = "party"\nnames = {names!r}\n'.replace("'", '"'))
    for key, (names, whole) in PARTS.items():
        entities.append(f'[[entity]]\nid = "{key}"\nkind = "party"\nnames = {names!r}\npart_of = "{whole}"\n'.replace("'", '"'))
    (folder / "entities.toml").write_text("\n".join([*entities, CASES]), encoding="utf-8")
    (folder / "vocabulary.toml").write_text(VOCABULARY + CASES, encoding="utf-8")
    return folder / "entities.toml", folder / "vocabulary.toml"


def verdicts(report: Report) -> Verdicts:
    """Return the verdicts between briefs, each claim named by its brief and number."""
    return {
        (verdict.kind.value, frozenset((Path(verdict.a).name, Path(verdict.b).name)))
        for verdict in report.verdicts
        if report.claims[verdict.a].document != report.claims[verdict.b].document
    }


def of_kinds(report: Report, kinds: set[str]) -> Verdicts:
    """Return the verdicts between briefs on figures of the given kinds."""
    ids = {Path(claim.id).name for claim in report.claims.values() if claim.quantity.kind in kinds}
    return {(kind, pair) for kind, pair in verdicts(report) if pair <= ids}


def texts(report: Report, pairs: Verdicts) -> list[str]:
    by_name = {Path(claim.id).name: claim for claim in report.claims.values()}
    return sorted(f"{kind}: {' / '.join(by_name[id_].text for id_ in sorted(pair))}" for kind, pair in pairs)


@pytest.fixture(scope="module")
def real() -> Report:
    return pipeline.check_paths([PROJECT / "corpus"])


def test_no_name_of_the_story_is_left(tmp_path: Path) -> None:
    left = "".join(path.read_text(encoding="utf-8") for path in renamed(tmp_path / "corpus").glob("*.txt"))
    assert not re.findall(r"\b(?:OpenAI|Amazon|AWS|GPUs?|CPUs?|chips?|puces|Oracle|AMD|Altman)\b", left, re.IGNORECASE)


def test_an_entity_and_a_vocabulary_file_bring_all_verdicts_back(real: Report, tmp_path: Path) -> None:
    rules = house_rules(tmp_path / "house")
    report = pipeline.check_paths([renamed(tmp_path / "corpus")], Settings(rules=rules))
    assert len(report.claims) == len(real.claims)
    assert texts(report, verdicts(report) - verdicts(real)) == []
    assert texts(real, verdicts(real) - verdicts(report)) == []


def test_money_power_durations_and_deadlines_need_no_such_files(real: Report, tmp_path: Path) -> None:
    report = pipeline.check_paths([renamed(tmp_path / "corpus")])
    kinds = {"money", "power", "duration", "date"}
    assert texts(report, of_kinds(report, kinds) - of_kinds(real, kinds)) == []
    assert texts(real, of_kinds(real, kinds) - of_kinds(report, kinds)) == []
    assert not [verdict for verdict in report.verdicts if verdict.kind.value == "contradiction"]
