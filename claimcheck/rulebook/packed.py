"""Words by language in a form that loads fast: a rulebook holds the words of thirty languages, a run reads two or three."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from claimcheck.model.rule import Rulebook

SEPARATOR: Final = "\n"


class PackedWords(Mapping[str, tuple[str, ...]]):
    """The words of one concept, one string a language, cut where they are asked for."""

    __slots__ = ("_lines",)

    def __init__(self, lines: dict[str, str]) -> None:
        self._lines = lines

    def __getitem__(self, lang: str) -> tuple[str, ...]:
        """Return the words of a language."""
        return tuple(self._lines[lang].split(SEPARATOR))

    def __iter__(self) -> Iterator[str]:
        """Return the languages."""
        return iter(self._lines)

    def __len__(self) -> int:
        """Return how many languages there are."""
        return len(self._lines)

    def __reduce__(self) -> tuple[type[PackedWords], tuple[dict[str, str]]]:
        """Return what rebuilds this value."""
        return PackedWords, (self._lines,)

    def __repr__(self) -> str:
        """Return the words as a dictionary shows them."""
        return f"PackedWords({dict(self)!r})"


def pack_words(rulebook: Rulebook) -> Rulebook:
    """Return the rulebook with the words of its concepts packed; equal to what it was."""
    concepts = {
        name: replace(concept, words=PackedWords({lang: SEPARATOR.join(words) for lang, words in concept.words.items() if words}))
        for name, concept in rulebook.concepts.items()
    }
    return replace(rulebook, concepts=concepts)
