"""Mentions to quantities: what the figures mean."""
