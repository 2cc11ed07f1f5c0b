"""Which findings count: rules switched on and off, levels, suppressions in the text, the baseline."""
