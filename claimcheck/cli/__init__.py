"""The command line: options, streams and exit statuses; no logic of its own.

Nothing that reads or compares figures is imported before a command needs it, so that `--version` answers at once.
"""

from __future__ import annotations

from claimcheck.cli.entry import main

__all__ = ["main"]
