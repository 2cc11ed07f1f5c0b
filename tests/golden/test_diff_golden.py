"""The diff as a person or a program sees it, byte by byte; the text is the one that docs/diff.md shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.cli.entry import run

Golden = Callable[[str, str], None]
OLD = """---
lang: es
---

# Nebulosa y Quartz Cloud, socias

Nebulosa invertirá 38.000 millones de dólares en un contrato con Quartz Cloud.

El acuerdo dura siete años. El centro tendrá 4,5 gigavatios y ocupará 300 hectáreas. Trabajan en él 210 técnicos.
"""
NEW = """---
lang: es
---

# Nebulosa y Quartz Cloud, socias

El acuerdo dura 7 años. El centro tendrá 4.500 megavatios y ocupará 300 hectáreas, con 12 edificios.

Nebulosa invertirá más de 43.000 millones de dólares en un contrato con Quartz Cloud.
"""
CORPUS = "Nebulosa will invest $38 billion in a contract with Quartz Cloud. The contract runs seven years.\n"


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return what prints the diff of the two versions."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    new = NEW.replace("más de ", "")
    for name, text in (("old.md", OLD), ("new.md", new), ("bound.md", NEW), ("corpus/wire.txt", CORPUS)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")

    def print_diff(*arguments: str) -> str:
        assert run(["diff", *arguments, "--against", "corpus", "--isolated"]) == 0
        return capsys.readouterr().out

    return print_diff


def test_the_diff_for_people(printed: Callable[..., str], golden: Golden) -> None:
    text = printed("old.md", "new.md")
    golden("diff.txt", text)
    docs = (Path(__file__).parents[2] / "docs" / "diff.md").read_text("utf-8")
    assert f"$ claimcheck diff old.md new.md --against corpus\n{text}```" in docs


def test_the_diff_where_no_edit_is_offered(printed: Callable[..., str], golden: Golden) -> None:
    golden("diff-bound.txt", printed("old.md", "bound.md"))


def test_the_diff_as_markdown(printed: Callable[..., str], golden: Golden) -> None:
    golden("diff.md", printed("old.md", "new.md", "--output-format", "markdown"))


def test_the_diff_as_json(printed: Callable[..., str], golden: Golden) -> None:
    golden("diff.json", printed("old.md", "new.md", "--output-format", "json"))
