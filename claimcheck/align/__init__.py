"""Claims to facts: which figures speak of one thing."""
