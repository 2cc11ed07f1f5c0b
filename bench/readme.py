"""Write the report on corpus/, as a terminal of 80 columns shows it, into README.md."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
README = PROJECT / "README.md"
OPENING, CLOSING = "<!-- report -->\n", "<!-- /report -->"


def report() -> str:
    """Return what `claimcheck corpus/` prints into a pipe."""
    environment = {name: value for name, value in os.environ.items() if name not in {"FORCE_COLOR", "CLAIMCHECK_RULES"}} | {
        "COLUMNS": "80",
        "NO_COLOR": "1",
    }
    done = subprocess.run([sys.executable, "-m", "claimcheck", "corpus/"], cwd=PROJECT, env=environment, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def with_report(readme: str, text: str) -> str:
    """Return `readme` with `text` between its marks."""
    before, _, rest = readme.partition(OPENING)
    _, _, after = rest.partition(CLOSING)
    return f"{before}{OPENING}```\n{text.rstrip()}\n```\n{CLOSING}{after}"


if __name__ == "__main__":
    README.write_text(with_report(README.read_text(encoding="utf-8"), report()), encoding="utf-8")
