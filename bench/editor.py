"""What a key costs in an editor: from the change of one article to its findings, against an indexed corpus of thirty.

The articles are those of tests/acceptance/stories; each is opened in turn and edited as people do: digits of a figure
changed, words added to a sentence. Times on the wall clock include the pipes and the wait for a further key (8 ms), and all else
that the machine does meanwhile; processor time is the server's alone.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
STORIES = PROJECT / "tests" / "acceptance" / "stories"
ARTICLES = 30
EDITS = 3
sys.path.insert(0, str(PROJECT / "tests" / "acceptance"))

from editor import Editor  # noqa: E402 - it stands beside the tests


def edits(text: str) -> Iterator[tuple[str, str]]:
    """Yield the kind of an edit and the text after it: a digit changed, then a letter typed behind a figure's sentence."""
    digits = [place for place, letter in enumerate(text) if letter.isascii() and letter.isdigit()]
    for number in range(EDITS):
        place = digits[(7 * number + 3) % len(digits)]
        text = text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1 :]
        yield "a digit", text
    end = text.find(".", digits[-1]) if text.find(".", digits[-1]) > 0 else len(text.rstrip())
    for letter in "abc":
        text = text[:end] + letter + text[end:]
        end += 1
        yield "a letter", text


def processor_seconds(process: int) -> float:
    """Return the processor time that a process has used; 0 where /proc does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    times: dict[str, list[float]] = {"opened": [], "a digit": [], "a letter": []}
    used = dict.fromkeys(times, 0.0)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        chosen = sorted(STORIES.glob("*/sources/*.txt"))[:ARTICLES]
        for path in chosen:
            target = root / path.relative_to(STORIES)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
        environment = {**os.environ, "CLAIMCHECK_CACHE_DIR": str(root / ".cache")}
        began = time.perf_counter()
        with Editor(root, environment=environment) as editor:
            editor.wait(lambda message: message.get("method") == "window/logMessage")
            started = time.perf_counter() - began
            for path in chosen:
                name = path.relative_to(STORIES).as_posix()
                text = path.read_text("utf-8")
                began = time.perf_counter()
                editor.open(name, language="plaintext")
                times["opened"].append(time.perf_counter() - began)
                for kind, changed in edits(text):
                    before = processor_seconds(editor.process.pid)
                    began = time.perf_counter()
                    editor.change(name, changed)
                    times[kind].append(time.perf_counter() - began)
                    used[kind] += processor_seconds(editor.process.pid) - before
                editor.close(name)
    print(f"{len(chosen)} articles indexed {started:.2f} s after the start, nothing cached")
    for kind, seconds in times.items():
        ranked = sorted(seconds)
        print(
            f"{kind:10} median {1000 * statistics.median(ranked):5.0f} ms   nine in ten {1000 * ranked[len(ranked) * 9 // 10]:5.0f} ms"
            f"   slowest {1000 * ranked[-1]:5.0f} ms   of {len(ranked)}"
            + (f"   processor, mean {1000 * used[kind] / len(ranked):4.0f} ms" if used[kind] else "")
        )


if __name__ == "__main__":
    main()
