"""Facts and rules to verdicts, derived figures and findings."""

from claimcheck.judge.verdicts import judge

__all__ = ["judge"]
