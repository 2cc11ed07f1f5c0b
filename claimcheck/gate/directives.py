"""What a text says to claimcheck: comments that suppress findings, with their reasons and the stretch they hold for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from claimcheck.model.source import BlockKind, Source
from claimcheck.model.span import Span
from claimcheck.read.front_matter import FENCED
from claimcheck.read.text import HTML, MARKDOWN, document_of
from claimcheck.values import dataclass

MARK = "claimcheck"
COMMENT = re.compile(
    r"""
    <!--\s*claimcheck\s*:(?P<html>.*?)-->        # HTML and Markdown
    | \{/\*\s*claimcheck\s*:(?P<mdx>.*?)\*/\}    # MDX
    """,
    re.VERBOSE | re.DOTALL,
)
ATTRIBUTE = re.compile(r"""<(?P<tag>[A-Za-z][\w-]*)\b[^<>]*?\sdata-claimcheck\s*=\s*(?P<quote>["'])(?P<body>.*?)(?P=quote)""", re.DOTALL)
OWN_LINE = re.compile(r"^[ \t]*\[claimcheck\s*:(?P<body>[^\r\n]*)\][ \t]*(?=\r?$)", re.MULTILINE)
FRONT = re.compile(r"^claimcheck\s*[:=]\s*(?P<body>\{[^\r\n]*\})", re.MULTILINE)
FRONT_IGNORE = re.compile(r"\bignore\s*[:=]\s*(?:\[(?P<many>[^\]]*)\]|(?P<one>[\w./-]+))")
FRONT_REASON = re.compile(r"""\breason\s*[:=]\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^,}]*))""")
BODY = re.compile(
    r"\s*(?P<verb>[\w-]+)\s*(?:\[(?P<listed>[^\]]*)\]|(?P<bare>[^\[\]]*?))\s*(?:(?<!\S)--\s+(?P<reason>.*?)|--)?\s*\Z", re.DOTALL
)
NOWHERE = Span(0, 0)
VERBS = ("ignore", "disable", "enable", "disable-file")
UNREAD = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\r\n]*$.*?(?:^ {0,3}(?P=fence)|\Z)|(?P<tick>`+)(?!`)[^`\r\n]*(?P=tick)|<(?P<tag>script|style|textarea)\b.*?</(?P=tag)\s*>",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
SELF_CLOSING = ("p", "td", "th", "tr", "dt", "dd")  # the next of them ends one that has no end
BLOCK_TAG = re.compile(
    r"</?(?:p|div|li|ul|ol|dl|dd|dt|t[rdh]|table|caption|h[1-6]|section|article|main|body|header|footer|aside|blockquote|fig\w*|pre|br)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One comment: what it asks for, of which rules, why, where it stands and what it holds for.

    `verb` is one of VERBS, or "" where `fault` says why it was not understood. `partner` narrows it to findings whose other
    side is this file. `target` is in the source; an empty one holds for nothing.
    """

    document: str
    verb: str
    rules: tuple[str, ...] = ()
    partner: str = ""
    reason: str = ""
    span: Span
    target: Span = NOWHERE
    fault: str = ""


def read_directives(source: Source) -> tuple[Directive, ...]:
    """Return the comments of a source that speak to claimcheck, in order; each with the stretch it holds for."""
    if MARK not in source.text:
        return ()
    suffix = PurePosixPath(source.path or source.id).suffix.lower()
    found = sorted(_found(source, suffix), key=lambda one: one.span.start)
    return tuple(_closed(_aimed(found, source, suffix), len(source.text))) if found else ()


def _found(source: Source, suffix: str) -> Iterator[Directive]:
    text = source.text
    if suffix in MARKDOWN | HTML:
        unread = [match.span() for match in UNREAD.finditer(text) if suffix in MARKDOWN or match["tag"]]
        for match in COMMENT.finditer(text):
            if not any(start <= match.start() < end for start, end in unread):
                yield _parsed(source, match["html"] or match["mdx"] or "", Span(*match.span()))
    if suffix in HTML:
        for match in ATTRIBUTE.finditer(text):
            one = _parsed(source, match["body"], Span(match.start(), match.end("body") + 1))
            yield replace(one, target=Span(match.start(), _end_of_element(text, match["tag"], match.end())))
    if suffix not in MARKDOWN | HTML:
        yield from (_parsed(source, match["body"], Span(*match.span())) for match in OWN_LINE.finditer(text))
    yield from _in_front_matter(source)


def _in_front_matter(source: Source) -> Iterator[Directive]:
    head = FENCED.match(source.text)
    match = FRONT.search(source.text, head.start("body"), head.end("body")) if head else None
    ignored = FRONT_IGNORE.search(match["body"]) if match else None
    if match and ignored:
        reason = FRONT_REASON.search(match["body"])
        why = (reason["a"] or reason["b"] or reason["c"] or "").strip() if reason else ""
        rules = _names(ignored["many"] or ignored["one"] or "")
        yield Directive(document=source.id, verb="disable-file", rules=rules, reason=why, span=Span(*match.span()))


def _parsed(source: Source, body: str, span: Span) -> Directive:
    """Return a comment's directive; what is wrong with it is its fault."""
    match = BODY.match(body)
    verb = match["verb"].lower() if match else ""
    if match is None or verb not in VERBS:
        known = ", ".join(VERBS)
        return Directive(
            document=source.id, verb="", span=span, fault=f"'{' '.join(body.split())}' is none of {known}, with rules in brackets"
        )
    words = _names(match["listed"] if match["listed"] is not None else match["bare"] or "")
    partner = next((word.partition("=")[2] for word in words if word.startswith("with=")), "")
    rules = tuple(word for word in words if not word.startswith("with="))
    fault = "" if rules else f"'{verb}' names no rule"
    if verb != "disable-file" and "all" in (rule.casefold() for rule in rules):
        fault = f"'{verb}' cannot be for all rules; disable-file[ALL] can"
    reason = " ".join((match["reason"] or "").split())
    return Directive(document=source.id, verb="" if fault else verb, rules=rules, partner=partner, reason=reason, span=span, fault=fault)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(word.strip("\"'") for word in re.split(r"[,\s]+", listed) if word.strip("\"'"))


def _end_of_element(text: str, tag: str, start: int) -> int:
    """Return where the element that begins before `start` ends, counting those of its own name inside; some close themselves."""
    depth = 1
    for match in re.compile(rf"<(?P<close>/?){tag}\b", re.IGNORECASE).finditer(text, start):
        depth += -1 if match["close"] else 1
        if depth == 0 or tag.lower() in SELF_CLOSING:
            return match.start()
    return len(text)


def _aimed(found: Sequence[Directive], source: Source, suffix: str) -> Iterator[Directive]:
    """Yield the directives with their targets: whole files, and blocks for those that stand in or before one."""
    blocks: list[tuple[Span, BlockKind]] | None = None
    for one in found:
        if one.verb == "disable-file":
            yield replace(one, target=Span(0, len(source.text)))
        elif one.verb == "ignore" and one.target == NOWHERE:
            if blocks is None:
                document = document_of(source, suffix=suffix)
                blocks = [(document.view.locate(block.start, block.end), block.kind) for block in document.blocks]
            yield replace(one, target=_block_of(one.span, blocks, source.text, is_html=suffix in HTML))
        else:
            yield one


def _block_of(span: Span, blocks: Sequence[tuple[Span, BlockKind]], text: str, *, is_html: bool) -> Span:
    """Return the block a comment stands in, else the next one; a table, where that begins with a cell."""
    before: Span | None = None
    for place, (block, kind) in enumerate(blocks):
        if block.start <= span.start < block.end:
            return block
        if block.start >= span.end:
            if before is not None and _is_beside(text[before.end : span.start], is_html=is_html):
                return before
            last = place
            while kind is BlockKind.CELL and last + 1 < len(blocks) and blocks[last + 1][1] is BlockKind.CELL:
                last += 1
            own_line = not text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
            return Span(block.start, blocks[last][0].end if own_line else block.end)
        before = block
    if before is not None and _is_beside(text[before.end : span.start], is_html=is_html):
        return before
    return NOWHERE


def _is_beside(between: str, *, is_html: bool) -> bool:
    """Return whether nothing but markup within the block stands between its last word and the comment."""
    return not BLOCK_TAG.search(between) if is_html else "\n" not in between and "\r" not in between


def _closed(directives: Iterator[Directive], end: int) -> Iterator[Directive]:
    """Yield the directives, each `disable` reaching to its `enable` or the end of the file; an `enable` holds for what it ends."""
    every = list(directives)
    for place, one in enumerate(every):
        if one.verb == "disable":
            closing = next((other for other in every[place + 1 :] if other.verb == "enable" and _shares(one, other)), None)
            yield replace(one, target=Span(one.span.end, closing.span.start if closing else end))
        elif one.verb == "enable":
            opened = any(other.verb == "disable" and _shares(one, other) for other in every[:place])
            yield replace(one, fault="" if opened else "nothing is disabled here that it could enable")
        else:
            yield one


def _shares(one: Directive, other: Directive) -> bool:
    return bool({rule.casefold() for rule in one.rules} & {rule.casefold() for rule in other.rules})
