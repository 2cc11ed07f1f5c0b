"""Figures and rungs of the ladder in words a desk editor understands; what findings and reports both need."""
