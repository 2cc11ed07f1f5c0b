"""Starts the data file of a language: ``python -m claimcheck.lexicon.start xx``.

The skeleton has every table with what CLDR already knows in comments, so that one types only what is missing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from claimcheck.errors import ClaimcheckError
from claimcheck.lexicon.language import Language, Role
from claimcheck.lexicon.load import UNDETERMINED, known_languages, load_language
from claimcheck.lexicon.typed import path_of

_SHOWN: Final = 12  # known words that a comment lists
_HEDGES: Final = ("about", "almost", "more_than", "less_than", "at_least", "at_most", "exact")
_WORDS: Final = ("joiner", "negative", "article", "per", "link", "points", "per_ratio", "range_open", "range_middle", "range_close")
_REFUSALS: Final = ("refuse", "refuse_after", "idiom")
_TABLES: Final = (
    ("number", '"12" = ["dozen"]', Role.NUMBER),
    ("scale", '"1e9" = ["bn"]', Role.SCALE),
    ("scale_money", '"1e9" = ["b"]', Role.SCALE),
    ("vague", '"100000..1000000" = ["hundreds of thousands"]', Role.VAGUE),
    ("fraction", '"1/2" = ["half"]', Role.FRACTION),
    ("and_fraction", '"1/2" = ["and a half"]', Role.AND_FRACTION),
    ("multiple", '"2" = ["doubled"]', Role.AMOUNT),
    ("unit", 'kilometer = ["kms"]', Role.UNIT),
    ("attached", 'year = ["-year"]', Role.ATTACHED),
    ("long_duration", '"2 year" = ["multi-year"]', Role.LONG_DURATION),
    ("currency", 'USD = ["dollars"]', Role.CURRENCY),
    ("subunit", 'USD = ["cents"]', Role.SUBUNIT),
    ("drop", 'unit = ["in"]', Role.UNIT),
)


def skeleton(tag: str) -> str:
    """Return the text of an empty data file for `tag`, with what is known already in comments."""
    language = load_language(tag)
    rows = [f"# Words of {tag} that CLDR lacks; the format is described in en.toml.", "", "[hedge]"]
    rows.extend(f"# {hedge} = {{ before = [], after = [] }}" for hedge in _HEDGES)
    rows.extend(["", "[words]", *(f"# {role} = []" for role in (*_WORDS, *_REFUSALS))])
    for table, example, role in _TABLES:
        known = ", ".join(_known(language, role))
        rows.extend(["", f"[{table}]", f"# {example}", *([f"# known: {known}"] if known else [])])
    return "\n".join(rows) + "\n"


def _known(language: Language, role: Role) -> Iterator[str]:
    """Yield some words that have the role already, letters only."""
    shown = 0
    for word, readings in language.terms.items():
        if shown < _SHOWN and word.isalpha() and len(word) > 1 and any(term.role is role and not term.written for term in readings):
            shown += 1
            yield word


def start(tag: str) -> Path:
    """Write the skeleton of a language's data file and return its path.

    Raises:
        ClaimcheckError: where CLDR does not know the language, or the file is there already.
    """
    path = path_of(tag)
    if path.exists():
        raise ClaimcheckError(f"{path}: is there already; add to it")
    if tag == UNDETERMINED or tag not in known_languages():
        raise ClaimcheckError(f"unknown language '{tag}'; known are {', '.join(known_languages())}")
    path.write_text(skeleton(tag), encoding="utf-8")
    return path


def main(arguments: Sequence[str]) -> int:
    """Run the command; 0 where the file was written, 2 where it could not be."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m claimcheck.lexicon.start LANG\n")
        return 2
    try:
        path = start(arguments[0])
    except ClaimcheckError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
