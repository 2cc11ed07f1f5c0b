"""Bytes to text: the door to charset-normalizer.

The order is fixed: a byte order mark, what the document declares, an encoding the caller names, strict UTF-8, and only
then a guess, which is marked as one. Newlines are never translated.
"""

from __future__ import annotations

import codecs
import re

from claimcheck.errors import DecodeError, InputError, Problem
from claimcheck.values import dataclass

# UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# File signatures of what people put beside articles by mistake.
SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
)
# The WHATWG encoding standard reads these labels as Windows code pages, and so does every browser. A declaration that can be
# read byte by byte is in no wide encoding, whatever it says.
LABELS = {
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "utf-16-le", "utf-16-be", "utf-32"), "utf-8"),
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
}
DECLARATION = re.compile(
    rb"""
    <meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)     # both forms of the meta element
    | <\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)     # the XML declaration
    | \A---\r?\n(?:.*\n)*?(?:encoding|charset):[ \t]*["']?([\w.:-]+)   # front matter
    """,
    re.VERBOSE | re.IGNORECASE,
)
DECLARATION_BYTES = 4096
WIDE = ("utf-16", "utf16", "utf-32", "utf32", "u16", "u32")
CHANCE = 4  # so many letters that are well-formed UTF-8 were written as such
CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text with the way back to its bytes; `guessed` where nothing but its bytes spoke for the encoding."""

    text: str
    encoding: str
    bom_bytes: int = 0
    guessed: bool = False


def require_encoding(name: str) -> None:
    """Raise InputError where Python knows no encoding of this name; an empty name leaves it to the source."""
    try:
        codecs.lookup(name or "utf-8")
    except LookupError as error:
        hint = "use a name such as utf-8, cp1252 or shift_jis"
        raise InputError(Problem(path="--encoding", message=f"unknown encoding '{name}'", hint=hint)) from error


def decode(content: bytes, *, path: str = "", encoding: str = "") -> Decoded:
    r"""Return the text of `content`; raise DecodeError where it is no text or in no encoding we know.

    >>> decode(b"\xef\xbb\xbf5 \xe2\x82\xac\r\n")
    Decoded(text='5 €\r\n', encoding='utf-8', bom_bytes=3, guessed=False)
    """
    for mark, name in MARKS:
        if content.startswith(mark):
            return _decode_marked(content, mark, name, path)
    kind = _binary_kind(content)
    if kind:
        raise DecodeError(Problem(path=path, message=f"{kind}, not a text", hint="give the text itself: .txt, .md or .html"))
    declared = _declared(content)
    for name in (declared, encoding, "utf-8", _wide_guess(content)):
        if name and name == encoding and name != declared and _is_rather_utf8(content, name):
            message = f"its bytes are UTF-8, and make no sense as {encoding}"
            raise DecodeError(Problem(path=path, message=message, hint="leave --encoding out to let it be found"))
        text = _try(content, name) if name else None
        if text is not None:
            return Decoded(text=text, encoding=name)
        if name and name == encoding:
            raise DecodeError(Problem(path=path, message=f"cannot be read as {encoding}", hint="leave --encoding out to let it be found"))
    return _guess(content, path)


def _decode_marked(content: bytes, mark: bytes, name: str, path: str) -> Decoded:
    text = _try(content[len(mark) :], name)
    if text is None:
        raise DecodeError(
            Problem(path=path, message=f"its byte order mark says {name}, but its bytes are not", hint="save it again as UTF-8")
        )
    return Decoded(text=text, encoding=name, bom_bytes=len(mark))


def _is_rather_utf8(content: bytes, name: str) -> bool:
    """Return whether an encoding that the caller names would read UTF-8 as something else without failing.

    A wide encoding writes every space and digit with a zero byte. In any other, a handful of letters that happen to be
    well-formed UTF-8 is beyond chance.
    """
    if codecs.lookup(name).name in ("utf-8", "utf-8-sig"):
        return False
    text = _try(content, "utf-8")
    if text is None:
        return False
    if name.lower().replace("_", "-").startswith(WIDE):
        return b"\0" not in content and bool(content.strip())
    return sum(1 for letter in text if not letter.isascii()) >= CHANCE


def _try(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(content: bytes) -> str:
    found = DECLARATION.search(content[:DECLARATION_BYTES])
    if not found:
        return ""
    label = next(group for group in found.groups() if group).decode("ascii", "replace").lower()
    return LABELS.get(label, label)


def _wide_guess(content: bytes) -> str:
    """Return the UTF-16 form that zero bytes on one side of every pair speak for, or ""."""
    if b"\0" not in content:
        return ""
    head = content[:DECLARATION_BYTES]
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _binary_kind(content: bytes) -> str:
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            return kind
    head = content[: 4 * DECLARATION_BYTES]
    zeros = head[::2].count(0), head[1::2].count(0)
    is_wide = len(head) % 2 == 0 and max(zeros) > max(2, len(head) // 5) and min(zeros) <= len(head) // 50
    if sum(zeros) and not is_wide:
        return "a binary file"
    return "a binary file" if not is_wide and 50 * len(CONTROL.findall(head)) > len(head) else ""


def _guess(content: bytes, path: str) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 40 ms that only odd encodings should cost

    best = from_bytes(content).best()
    text = _try(content, best.encoding) if best else None
    if best is None or text is None:
        raise DecodeError(
            Problem(path=path, message="no text in any encoding known", hint="save it as UTF-8 or name its encoding with --encoding")
        )
    return Decoded(text=text, encoding=best.encoding, guessed=True)
