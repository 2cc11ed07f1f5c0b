"""What things are called, per language."""
