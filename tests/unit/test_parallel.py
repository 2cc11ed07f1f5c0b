"""Several processes read documents, and nothing of the result shows it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck import pipeline
from claimcheck.parallel import in_processes
from claimcheck.pipeline import Settings, check_paths, extract_paths


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "cache"))
    names = []
    for number in range(20):
        name = f"wire/{number:02}.txt"
        Path("wire").mkdir(exist_ok=True)
        worth = "1.42" if number % 5 == 3 else "1.24"
        Path(name).write_text(
            f"Calder Line will pay ${worth} billion for the 14 ferries, dispatch {number} said on Monday.\n", encoding="utf-8"
        )
        names.append(name)
    return names


def test_the_order_of_the_results_is_that_of_the_tasks() -> None:
    tasks = list(range(100))
    assert list(in_processes(str, tasks, 3)) == [str(task) for task in tasks]


def test_processes_change_nothing(articles: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    alone = check_paths(articles, Settings(cache=False))
    asked: list[int] = []

    def counted(compute: object, tasks: list[object], jobs: int) -> Iterator[object]:
        asked.append(len(tasks))
        return in_processes(compute, tasks, jobs)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "in_processes", counted)
    assert alone.findings
    assert check_paths(articles, Settings(cache=False, jobs=3)) == alone
    assert check_paths(articles, Settings(jobs=2)) == alone  # cold
    assert check_paths(articles, Settings(jobs=2)) == alone  # warm: there is nothing left to compute
    Path(articles[0]).write_text("Calder Line will pay $1.3 billion.\n", encoding="utf-8")
    assert check_paths(articles, Settings(jobs=2)) == check_paths(articles, Settings(cache=False))
    assert asked == [20, 20]


def test_the_order_of_the_paths_changes_nothing(articles: list[str]) -> None:
    alone = check_paths(articles, Settings(cache=False))
    random.Random(7).shuffle(articles)  # noqa: S311 - any other order will do
    assert check_paths(articles, Settings(cache=False, jobs=2)) == alone


def test_claims_alone_and_few_documents(articles: list[str]) -> None:
    assert extract_paths(articles, Settings(cache=False, jobs=2)) == extract_paths(articles, Settings(cache=False))
    assert check_paths(articles[:3], Settings(cache=False, jobs=8)) == check_paths(articles[:3], Settings(cache=False))


def test_progress_comes_to_its_end(articles: list[str]) -> None:
    for jobs in (1, 2):
        seen: list[tuple[int, int]] = []
        check_paths(articles, Settings(cache=False, jobs=jobs), progress=lambda done, total, seen=seen: seen.append((done, total)))  # type: ignore[misc]
        assert seen == [(number, 20) for number in range(1, 21)]
