"""The version of the program, where `--version` finds it without opening the package's metadata."""

VERSION = "0.1.0"
