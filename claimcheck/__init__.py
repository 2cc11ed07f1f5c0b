"""Whether the figures of several articles agree, across languages, with reasons."""
