"""Lets `python -m claimcheck` and the installed command start in one place."""

from __future__ import annotations

from claimcheck.cli import main

if __name__ == "__main__":
    main()
