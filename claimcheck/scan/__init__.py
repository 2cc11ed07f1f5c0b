"""Finds every figure of a document as it is written: numbers with unit and hedge, dates, clock times, durations."""

from __future__ import annotations

from claimcheck.scan.scanner import scan

__all__ = ["scan"]
