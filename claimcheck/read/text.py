"""One source to its document."""

from __future__ import annotations

from claimcheck.model.source import BlockKind, Document, Source
from claimcheck.read.front_matter import read_front_matter
from claimcheck.read.metadata import Metadata, described
from claimcheck.read.plain import read_plain

PLAIN = frozenset({".txt"})
MARKDOWN = frozenset({".md", ".markdown", ".mdx"})
HTML = frozenset({".html", ".htm"})
FURNITURE = frozenset({BlockKind.RELATED, BlockKind.META})
SUFFIXES = PLAIN | MARKDOWN | HTML


def document_of(source: Source, *, suffix: str = ".txt", known: Metadata | None = None) -> Document:
    """Return the document of `source`, read as what `suffix` says; unknown suffixes are plain text.

    `known` is what is known from outside: it wins over an HTML head and yields to front matter.

    >>> document = document_of(Source(text="38 billion people"))
    >>> [block.kind.value for block in document.blocks]
    ['body']
    """
    known = known or Metadata(lang=source.lang, published=source.published, outlet=source.outlet, url=source.url)
    if suffix.lower() in HTML:
        from claimcheck.read.html import read_html  # noqa: PLC0415 - html.parser is needed for HTML alone

        view, blocks, head = read_html(source.text)
        return Document(described(source, known.or_else(head)), view, blocks)
    front = read_front_matter(source.text)
    source = described(source, front.metadata.or_else(known))
    if suffix.lower() in MARKDOWN:
        from claimcheck.read.markdown import read_markdown  # noqa: PLC0415 - as above

        return Document(source, *read_markdown(source.text, front.end, front.title))
    return Document(source, *read_plain(source.text, front.end))


def said_in(document: Document) -> str:
    """Return what an article itself says, a block a line: without bylines, navigation and headlines of other articles."""
    return "\n".join(document.view.text[block.start : block.end] for block in document.blocks if block.kind not in FURNITURE)
