"""Two kinds of things counted in one provision: each meets its own kind where both articles count both."""

import claimcheck
from claimcheck.model.verdict import VerdictKind


def incommensurable(first: str, second: str) -> list[set[str]]:
    report = claimcheck.check([claimcheck.Source(id=name, text=text, lang="en") for name, text in (("a", first), ("b", second))])
    return [{report.claims[one.a].text, report.claims[one.b].text} for one in report.verdicts if one.kind is VerdictKind.INCOMMENSURABLE]


def test_where_both_articles_count_both_kinds_nothing_is_said_of_unlike_ones() -> None:
    found = incommensurable(
        "With the jets of Aerovint come 320 air-to-air missiles and 90 cruise missiles for Norvia.",
        "Norvia will receive 300 air-to-air missiles and 90 cruise missiles from 2031 under its contract with Aerovint.",
    )
    assert found == []


def test_chips_in_one_article_and_processors_in_the_other_cannot_be_compared() -> None:
    found = incommensurable(
        "Under the deal Velmora provides Tessera Labs with 200,000 GPUs and tens of millions of CPUs.",
        "The deal with Velmora gives Tessera Labs 200,000 GPUs.",
    )
    assert found == [{"tens of millions of CPUs", "200,000 GPUs"}]
