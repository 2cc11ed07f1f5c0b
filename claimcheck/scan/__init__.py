"""Sentences to mentions: figures as written."""
