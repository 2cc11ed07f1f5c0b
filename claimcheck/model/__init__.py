"""Frozen value types that the stages hand to one another; no behaviour beyond their own laws."""
