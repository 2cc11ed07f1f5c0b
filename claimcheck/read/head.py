"""What the head of an HTML page says of the article."""

from __future__ import annotations

from claimcheck.read.metadata import Metadata, language_tag, publication

PUBLISHED = frozenset(
    [
        "article:published_time",
        "og:article:published_time",
        "article:published",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.issued",
        "pubdate",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
    ]
)
OUTLET = frozenset(["og:site_name", "application-name", "publisher"])
ADDRESS = frozenset(["og:url"])


class HtmlHead:
    """Gathers language, date, outlet and address from the elements it is shown; the first of each counts."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def see(self, tag: str, names: dict[str, str]) -> None:
        """Take from one start tag what it says."""
        if tag == "html":
            self._note("lang", language_tag((names.get("lang") or names.get("xml:lang") or "").replace("_", "-")))
        elif tag == "meta":
            name = (names.get("property") or names.get("name") or names.get("itemprop") or "").lower()
            content = names.get("content", "").strip()
            if name in PUBLISHED:
                self._note("published", _day(content))
            elif name in OUTLET:
                self._note("outlet", content)
            elif name in ADDRESS:
                self._note("url", content)
        elif tag == "link" and names.get("rel", "").lower() == "canonical":
            self._note("url", names.get("href", ""))

    def metadata(self) -> Metadata:
        """Return what was found."""
        return Metadata(**self._known)

    def _note(self, name: str, content: str) -> None:
        if content:
            self._known.setdefault(name, content)


def _day(content: str) -> str:
    return publication(content) or publication(content[:10])
