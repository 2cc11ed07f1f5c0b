"""Which files of a folder are read, and what the settings say of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.read.choice import Choice
from claimcheck.read.metadata import Metadata
from claimcheck.read.paths import find_files, read_paths, shown_path


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "old/b.md", "old/kept.md", "desk/wire/c.txt", "desk/d.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", "utf-8")


def files(*paths: str, choice: Choice) -> list[str]:
    return [shown_path(found.path) for found in find_files([Path(path) for path in paths], choice)]


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        (("old/",), ["a.md", "desk/d.html", "desk/wire/c.txt"]),
        (("*.md",), ["desk/d.html", "desk/wire/c.txt"]),
        (("/*.md",), ["desk/d.html", "desk/wire/c.txt", "old/b.md", "old/kept.md"]),
        (("old/*", "!old/kept.md"), ["a.md", "desk/d.html", "desk/wire/c.txt", "old/kept.md"]),
        (("**/wire",), ["a.md", "desk/d.html", "old/b.md", "old/kept.md"]),
    ],
)
def test_patterns_are_those_of_gitignore(patterns: tuple[str, ...], left: list[str]) -> None:
    assert files(".", choice=Choice(root=Path(), exclude=patterns)) == left


def test_patterns_are_relative_to_the_file_they_stand_in() -> None:
    assert "desk/wire/c.txt" in files(".", choice=Choice(exclude=("/wire/",)))
    assert "desk/wire/c.txt" not in files(".", choice=Choice(root=Path("desk"), exclude=("/wire/",)))


def test_named_files_are_excluded_only_where_that_is_forced() -> None:
    assert files("old/b.md", choice=Choice(exclude=("old/",))) == ["old/b.md"]
    assert files("old/b.md", choice=Choice(exclude=("old/",), forced=True)) == []
    assert read_paths([Path("old/b.md")], choice=Choice(exclude=("old/",), forced=True)) == ((), ())


def test_the_nearest_ignore_file_that_speaks_of_a_file_decides() -> None:
    Path(".claimcheckignore").write_text("# not ours\nold/\n*.html\n", "utf-8")
    Path("desk/.claimcheckignore").write_text("!d.html\n", "utf-8")
    assert files(".", choice=Choice()) == ["a.md", "desk/d.html", "desk/wire/c.txt"]
    assert "old/b.md" in files(".", choice=Choice(ignore_files=False))


def test_gitignore_counts_within_a_repository() -> None:
    Path(".gitignore").write_text("desk/\n", "utf-8")
    Path(".git").mkdir()
    assert files(".", choice=Choice()) == ["a.md", "old/b.md", "old/kept.md"]
    assert "desk/d.html" in files(".", choice=Choice(ignore_files=False))


def test_a_folder_of_which_everything_is_excluded_says_so() -> None:
    with pytest.raises(InputError, match="2 excluded by a pattern"):
        find_files([Path("old")], Choice(exclude=("*.md",)))


def test_what_the_settings_say_yields_to_the_manifest_and_the_later_pattern_wins() -> None:
    Path("desk/sources.toml").write_text('[[source]]\nfile = "d.html"\noutlet = "Manifest"\n', "utf-8")
    choice = Choice(
        sources=(("desk/**", Metadata(outlet="Desk", role="own")), ("**/wire/**", Metadata(outlet="Wire", role="wire", trust="low")))
    )
    documents, _ = read_paths([Path("desk")], choice=choice)
    known = {document.source.id: document.source for document in documents}
    assert (known["desk/wire/c.txt"].outlet, known["desk/wire/c.txt"].role, known["desk/wire/c.txt"].trust) == ("Wire", "wire", "low")
    assert (known["desk/d.html"].outlet, known["desk/d.html"].role) == ("Manifest", "own")
