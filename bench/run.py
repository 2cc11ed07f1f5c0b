"""Measure cold starts, the speed of each stage and of the peers on news text, hostile inputs, rules of a user's own, and, with --scores, the shared scorers.

Cold starts are ratios to the environment's own `python -c pass`, measured in turns in one run, so that they mean the
same on any machine. `claimcheck corpus/` runs with its caches warm and one of the four files just changed.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import hostile
import speed

import rules

PROJECT = Path(__file__).resolve().parents[1]
SHARED = Path("/work/shared")
COMMAND = Path(sys.executable).with_name("claimcheck")
GOALS = {"claimcheck --version": 8.0, "claimcheck corpus/": 30.0}


def main() -> int:
    """Print every measurement; exit 1 where a goal is missed and --check is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9, help="runs of each cold start")
    parser.add_argument("--megabytes", type=float, default=5.0, help="news text for the stages and the peers")
    parser.add_argument("--peer-seconds", type=float, default=20.0, help="processor time given to each peer")
    parser.add_argument("--scores", action="store_true", help="also run the scorers in /work/shared/score")
    parser.add_argument("--check", action="store_true", help="exit 1 where a goal is missed")
    options = parser.parse_args()
    missed = cold_starts(options.runs)
    reached = speed.measure(options.megabytes, options.peer_seconds)
    is_linear = hostile.measure()
    is_cheap = rules.measure(40, 200, runs=2)
    if options.scores:
        scores()
    return 1 if options.check and (missed or not reached or not is_linear or not is_cheap) else 0


def cold_starts(runs: int) -> list[str]:
    """Print the medians of the cold starts as ratios and return those that miss their goal."""
    compileall.compile_dir(PROJECT / "claimcheck", quiet=1)  # an installed package comes compiled
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        corpus = Path(shutil.copytree(PROJECT / "corpus", home / "corpus"))
        environment = {**os.environ, "CLAIMCHECK_CACHE_DIR": str(home / "cache")}
        changed = min(corpus.glob("*.txt"))
        original = changed.read_text(encoding="utf-8")

        def timed(*arguments: str) -> float:
            started = time.perf_counter()
            subprocess.run(arguments, cwd=home, env=environment, stdout=subprocess.DEVNULL, check=True)
            return time.perf_counter() - started

        def check_changed() -> float:
            changed.write_text(f"{original}\nEl día {time.monotonic_ns()} no cambió nada.\n", encoding="utf-8")
            return timed(str(COMMAND), "corpus/")

        commands: dict[str, Callable[[], float]] = {
            "python -c pass": lambda: timed(sys.executable, "-c", "pass"),
            "claimcheck --version": lambda: timed(str(COMMAND), "--version"),
            "claimcheck corpus/": check_changed,
        }
        for run in commands.values():  # fills the caches and the compiled modules
            run()
        rounds = [{name: run() for name, run in commands.items()} for _ in range(runs)]
    medians = {name: statistics.median(round_[name] for round_ in rounds) for name in commands}
    base = medians["python -c pass"]
    print(f"cold starts, median of {runs} runs; python -c pass {base * 1000:.1f} ms")
    for name, goal in GOALS.items():
        print(f"  {name:22} {medians[name] * 1000:7.1f} ms  {medians[name] / base:5.1f} x   goal {goal:.0f} x")
    return [name for name, goal in GOALS.items() if medians[name] / base > goal]


def scores() -> None:
    """Run the shared scorers as they are."""
    for name, arguments in (
        ("score_stories.py", [str(SHARED / "stories"), "--claimcheck", str(COMMAND)]),
        ("score_extraction.py", []),
        ("score_translations.py", []),
        ("score_articles.py", []),
    ):
        script = SHARED / "score" / name
        if not script.exists():
            print(f"{name}: not on this machine")
            continue
        print(f"\n{name}", flush=True)
        subprocess.run([sys.executable, str(script), *arguments], cwd=PROJECT, check=False)


if __name__ == "__main__":
    raise SystemExit(main())
