"""Documents to sentences, each with its language."""

from __future__ import annotations

from claimcheck.model.source import Block, Document, Sentence
from claimcheck.segment.endings import endings_of
from claimcheck.segment.split import split

DEFAULT = "en"  # for Latin letters that tell nothing, such as "$38 billion"
ENOUGH = 200  # characters of a block that may speak for a language of its own


def segment(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of `document` in order; furniture is split like any other text."""
    text = document.view.text
    language = document.source.lang or document_language(document)
    sentences: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        lang = block.lang or document.source.lang or _block_language(text, block, language)
        endings = endings_of(lang)
        for start, end in split(text, block.start, block.end, endings):
            sentences.append(Sentence(start, end, block.kind, lang, number, block.headings))
    return tuple(sentences)


def document_language(document: Document) -> str:
    """Return the tag of the language of `document`: what it says itself, else what its text looks like; never ""."""
    if document.source.lang:
        return document.source.lang
    from claimcheck.segment.detect import detect  # noqa: PLC0415 - most sources say their language

    return next(iter(detect(document.view.text)), DEFAULT)


def _block_language(text: str, block: Block, language: str) -> str:
    """Return the language of a block of a document that says none: another than the document's only if long and clear."""
    if block.end - block.start < ENOUGH:
        return language
    from claimcheck.segment.detect import detect  # noqa: PLC0415 - as above

    tags = detect(text[block.start : block.end], only_sure=True)
    return language if not tags or language in tags else tags[0]
