"""Where the documents of a report are, as an editor asks for them: addresses, and positions in its units."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from claimcheck.lsp.library import absolute_of
from claimcheck.lsp.positions import Positions
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.rulebook.find import PACKAGE


class World:
    """The sources of one report; `addresses` are those that the editor gave open articles, by their paths."""

    def __init__(self, report: Report, addresses: Mapping[str, str], encoding: str) -> None:
        self._report = report
        self._addresses = addresses
        self._encoding = encoding
        self._positions: dict[str, Positions] = {}
        self._rules = {file.id: file for file in report.rule_files}

    def uri(self, document: str) -> str:
        """Return the address of a document, or "" for one that is no file."""
        path = self._report.sources[document].path
        return self._addresses.get(path) or (absolute_of(path).as_uri() if path else "")

    def positions(self, document: str) -> Positions:
        """Return the way from characters of a document to the editor's positions."""
        if document not in self._positions:
            self._positions[document] = Positions(self._report.sources[document].text, self._encoding)
        return self._positions[document]

    def link(self, claim: Claim) -> str:
        """Return the address of a figure with its line, as Markdown links to it, or ""."""
        uri = self.uri(claim.document)
        line = self.positions(claim.document).place(claim.span.start)[0] + 1
        return f"{quote(uri, safe=':/%')}#L{line}" if uri.startswith("file:") else ""

    def rule_address(self, rule: str) -> str:
        """Return the address of the file that says what a rule is for, or "" for those of claimcheck itself."""
        file = self._rules.get(rule)
        if file is None:
            return ""
        path = PACKAGE.parent / file.path if file.bundled else absolute_of(file.path)
        return path.as_uri() if path.is_file() else ""
