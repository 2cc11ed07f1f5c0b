"""Reports to output: terminal, record, annotations."""
