"""Words by language in a form that loads fast: a rulebook holds the words of thirty languages, a run reads two or three."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from claimcheck.model.rule import Rulebook

SEPARATOR: Final = "\n"

Lines = dict[str, dict[str, str]]  # by concept and language, the words one string


class Sealed:
    """The words of all concepts, pickled: most runs find the tables that are made of them in the cache, and open none."""

    __slots__ = ("_lines", "_pickled")

    def __init__(self, pickled: bytes) -> None:
        self._pickled = pickled
        self._lines: Lines | None = None

    def open(self) -> Lines:
        """Return the words."""
        if self._lines is None:
            lines: Lines = pickle.loads(self._pickled)  # noqa: S301 - written below, and kept in our own folder
            self._lines = lines
        return self._lines

    def __reduce__(self) -> tuple[type[Sealed], tuple[bytes]]:
        """Return what rebuilds this value."""
        return Sealed, (self._pickled,)


class PackedWords(Mapping[str, tuple[str, ...]]):
    """The words of one concept, one string a language, cut where they are asked for."""

    __slots__ = ("_concept", "_sealed")

    def __init__(self, sealed: Sealed, concept: str) -> None:
        self._sealed = sealed
        self._concept = concept

    def __getitem__(self, lang: str) -> tuple[str, ...]:
        """Return the words of a language."""
        return tuple(self._lines[lang].split(SEPARATOR))

    def __iter__(self) -> Iterator[str]:
        """Return the languages."""
        return iter(self._lines)

    def __len__(self) -> int:
        """Return how many languages there are."""
        return len(self._lines)

    def __reduce__(self) -> tuple[type[PackedWords], tuple[Sealed, str]]:
        """Return what rebuilds this value."""
        return PackedWords, (self._sealed, self._concept)

    def __repr__(self) -> str:
        """Return the words as a dictionary shows them."""
        return f"PackedWords({dict(self)!r})"

    @property
    def _lines(self) -> dict[str, str]:
        return self._sealed.open()[self._concept]


def pack_words(rulebook: Rulebook) -> Rulebook:
    """Return the rulebook with the words of its concepts packed; equal to what it was."""
    lines = {
        name: {lang: SEPARATOR.join(words) for lang, words in concept.words.items() if words} for name, concept in rulebook.concepts.items()
    }
    sealed = Sealed(pickle.dumps(lines, protocol=pickle.HIGHEST_PROTOCOL))
    concepts = {name: replace(concept, words=PackedWords(sealed, name)) for name, concept in rulebook.concepts.items()}
    return replace(rulebook, concepts=concepts)
