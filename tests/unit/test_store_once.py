"""What is kept on disk is computed once, and anew where it is broken or of another type."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import store


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path))
    return tmp_path


def test_the_second_time_it_is_recalled() -> None:
    assert store.once("shelf", "key", tuple, lambda: (1, 2)) == (1, 2)
    assert store.once("shelf", "key", tuple, lambda: (3,)) == (1, 2)


def test_another_type_or_a_broken_entry_is_computed_anew(folder: Path) -> None:
    store.keep("shelf", "key", "text")
    assert store.once("shelf", "key", tuple, lambda: (1,)) == (1,)
    (folder / "shelf" / "key").write_bytes(b"broken")
    assert store.once("shelf", "key", tuple, lambda: (2,)) == (2,)


def test_nothing_but_the_entry_is_left_behind(folder: Path) -> None:
    store.keep("shelf", "key", (1,))
    assert [path.name for path in (folder / "shelf").iterdir()] == ["key"]


def test_a_folder_that_cannot_be_written_is_no_error(folder: Path) -> None:
    (folder / "shelf").write_text("a file, not a folder", encoding="utf-8")
    store.keep("shelf", "key", (1,))
    assert store.recall("shelf", "key") is None
