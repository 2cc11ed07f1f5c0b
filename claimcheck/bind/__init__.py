"""Quantities to claims: who, what, when and how said."""
