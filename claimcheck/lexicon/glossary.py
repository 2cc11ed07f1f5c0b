"""What everyday words mean, as concepts that all languages share: data/words/<lang>.toml.

One line a concept, `police = "policía*, agente*"`: words separated by commas, `*` for any ending (or any beginning), several
words for a phrase. In scripts without spaces the longest words are sought. The line `proclitics` names what is written onto
the front of words, such as the Arabic "and".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from claimcheck import store
from claimcheck.tables import parse_tables
from claimcheck.values import dataclass

FOLDER: Final = Path(__file__).parent / "data" / "words"
SHELF: Final = "glossary"
PROCLITICS: Final = "proclitics"
ANY: Final = "*"
WORD: Final = re.compile(r"[^\s\d()\[\]{}\"“”„«»‘’'ʼ.,:;!?…–—/|·、。「」『』（）،؛؟।\u200c_+=<>%$€£-]+")
FIRST_UNSPACED: Final = "\u0e00"  # Thai; the scripts behind it are written without spaces, but for Georgian, Hangul and a few more
FIRST_MARKED: Final = "\u0591"  # Hebrew, then Arabic
LETTERS: Final = str.maketrans("أإآىیکەة", "اااييكهه")  # letters of Arabic script that writers exchange
SHORTEST: Final = 3  # letters that a word keeps when a proclitic is taken off

Concepts = frozenset[str]
NONE: Final[Concepts] = frozenset()


@dataclass(frozen=True, slots=True)
class Glossary:
    """The words of one language: whole ones, beginnings, endings, and phrases by their first word; `longest` letters at most.

    Concepts stand in one string each, with spaces between: sets take three times as long to load.
    """

    whole: dict[str, str]
    beginnings: dict[str, str]
    endings: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    proclitics: tuple[str, ...]
    longest: int

    def of_word(self, word: str) -> Concepts:
        """Return what a word means, with what is written onto its front or without."""
        found = self._of_bare(word)
        for proclitic in () if found else self.proclitics:
            if word.startswith(proclitic) and len(word) - len(proclitic) >= SHORTEST:
                found = self._of_bare(word[len(proclitic) :])
                if found:
                    break
        return found

    def phrases_from(self, word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Return how phrases go on that a word begins, with what is written onto its front or without."""
        found = self.phrases.get(word, ())
        for proclitic in () if found else self.proclitics:
            found = self.phrases.get(word[len(proclitic) :], ()) if word.startswith(proclitic) else ()
            if found:
                break
        return found

    def _of_bare(self, word: str) -> Concepts:
        found = self.whole.get(word, "")
        for end in range(len(word), 1, -1) if self.beginnings else ():
            stem = self.beginnings.get(word[:end])
            if stem:
                return frozenset((*found.split(), *stem.split()))
        for start in range(1, len(word) - SHORTEST) if self.endings and not found else ():
            tail = self.endings.get(word[start:])
            if tail:
                return frozenset(tail.split())
        return frozenset(found.split())

    def of_run(self, run: str) -> Iterator[tuple[str, Concepts]]:
        """Yield the words of a run without spaces, the longest first at each place, with what they mean.

        Katakana that mean nothing known stay together, being a name or a loan; of other signs unknown words are of two.
        """
        start = unknown = 0
        while start < len(run):
            ends = range(min(len(run), start + self.longest), start, -1)
            end = next((end for end in ends if run[start:end] in self.whole), None)
            if end is None:
                start += 1
                continue
            yield from _unknown(run[unknown:start])
            yield run[start:end], frozenset(self.whole[run[start:end]].split())
            start = unknown = end
        yield from _unknown(run[unknown:])


def is_unspaced(word: str) -> bool:
    """Return whether a word holds signs of a script without spaces."""
    return max(word, default="") >= FIRST_UNSPACED and _patterns()[0].search(word) is not None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what finds signs of scripts without spaces, runs of them, and vowel marks; each takes 5 ms to compile."""
    return (
        re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"),
        re.compile("(?P<loan>[\u30a0-\u30ff]{2,})|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3400-\u9fff]{2,}"),
        re.compile("[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]"),  # vowels that Hebrew and Arabic seldom write
    )


def _unknown(run: str) -> Iterator[tuple[str, Concepts]]:
    for match in _patterns()[1].finditer(run):
        signs = match[0]
        if match.lastgroup == "loan":
            yield signs, NONE
        else:
            yield from ((signs[start : start + 2], NONE) for start in range(len(signs) - 1))


def meanings(text: str, lang: str) -> tuple[tuple[str, Concepts], ...]:
    """Return the words of a text in their order, as written, each with the concepts it may stand for (none: unknown).

    >>> [("police" in concepts) for _, concepts in meanings("la policía", "es")]
    [False, True]
    """
    glossary = load_glossary(lang.partition("-")[0])
    found: list[tuple[str, Concepts]] = []
    for match in WORD.finditer(text):
        word = plain(match[0])
        if is_unspaced(word):
            found += glossary.of_run(word)
        else:
            found.append((match[0], _of_word(lang.partition("-")[0], word)))
    return tuple(found if not glossary.phrases else _with_phrases(found, glossary))


@lru_cache(maxsize=1 << 16)
def _of_word(base: str, word: str) -> Concepts:
    return load_glossary(base).of_word(word)


def _with_phrases(found: list[tuple[str, Concepts]], glossary: Glossary) -> Iterator[tuple[str, Concepts]]:
    words = [plain(word) for word, _ in found]
    for place, (written, concepts) in enumerate(found):
        told = {concept for phrase, concept in glossary.phrases_from(words[place]) if _begins(words[place + 1 :][: len(phrase)], phrase)}
        yield written, concepts | told if told else concepts


def _begins(words: list[str], phrase: tuple[str, ...]) -> bool:
    return len(words) == len(phrase) and all(
        word.startswith(part[:-1]) if part.endswith(ANY) else word == part for word, part in zip(words, phrase, strict=True)
    )


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """Return a word in small letters, without vowel marks that are seldom written, letters that writers exchange made one."""
    word = unicodedata.normalize("NFC", word.replace("İ", "i").lower())
    return word if max(word, default="") < FIRST_MARKED else _patterns()[2].sub("", word).translate(LETTERS)


@lru_cache(maxsize=1)
def usual_concepts() -> Concepts:
    """Return the concepts that stand in so many sentences that they tell little of any: data/words/usual.txt."""
    return frozenset((FOLDER / "usual.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=64)
def load_glossary(base: str) -> Glossary:
    """Return the glossary of a language; one without a file knows no word."""
    path = FOLDER / f"{base}.toml"
    if not path.exists():
        return Glossary({}, {}, {}, {}, (), 0)
    return store.once(SHELF, store.digest(base, store.state_of_code()), Glossary, lambda: read_glossary(parse_tables(path)))


def read_glossary(lines: Mapping[str, str]) -> Glossary:
    """Return the glossary that the lines of a file of words describe."""
    proclitics = lines.get(PROCLITICS, "")
    tables: tuple[dict[str, set[str]], ...] = ({}, {}, {})
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for concept, words in lines.items():
        if concept == PROCLITICS:
            continue
        for word in filter(None, map(str.strip, words.split(","))):
            first, *rest = WORD.findall(plain(word)) or [""]
            if rest:
                phrases.setdefault(first, []).append((tuple(rest), concept))
            elif first:
                table = tables[1] if first.endswith(ANY) else tables[2] if first.startswith(ANY) else tables[0]
                table.setdefault(first.strip(ANY), set()).add(concept)
    whole, beginnings, endings = ({word: " ".join(sorted(of)) for word, of in table.items()} for table in tables)
    return Glossary(
        whole,
        beginnings,
        endings,
        {first: tuple(told) for first, told in phrases.items()},
        tuple(sorted(map(plain, filter(None, map(str.strip, proclitics.split(",")))), key=len, reverse=True)),
        max(map(len, whole), default=0),
    )
