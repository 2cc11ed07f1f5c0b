"""Facts and rules to verdicts, derived figures and findings."""
