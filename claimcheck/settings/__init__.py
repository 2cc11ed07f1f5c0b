"""Configuration: the file that holds for a run, what the environment and the command line say, and where each value is from."""
