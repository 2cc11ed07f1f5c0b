"""An amount given twice, in two currencies: its conversion meets what the amount itself meets."""

import claimcheck
from claimcheck.model.verdict import VerdictKind

TWICE = "A Swedish court fined the bank Norrsund 35 million kronor (about 3.0 million euros) on 3 May 2024."


def kinds(first: str, second: str) -> dict[tuple[str, str], VerdictKind]:
    """Return the kinds of all verdicts between two articles by the words of both figures."""
    sources = [claimcheck.Source(id=name, text=text, lang="en", published="2024-05-04") for name, text in (("a", first), ("b", second))]
    report = claimcheck.check(sources)
    return {
        (report.claims[one.a].text, report.claims[one.b].text): one.kind
        for one in report.verdicts
        if report.claims[one.a].document != report.claims[one.b].document
    }


def test_a_conversion_agrees_with_the_amount_it_repeats() -> None:
    found = kinds(TWICE, "The fine that the court gave the bank Norrsund is 35 million kronor.")
    assert found == {
        ("35 million kronor", "35 million kronor"): VerdictKind.AGREEMENT,
        ("3.0 million euros", "35 million kronor"): VerdictKind.AGREEMENT,
    }


def test_a_conversion_contradicts_what_its_amount_contradicts() -> None:
    found = kinds(TWICE, "A Swedish court fined the bank Norrsund 53 million kronor.")
    assert found == {
        ("35 million kronor", "53 million kronor"): VerdictKind.CONTRADICTION,
        ("3.0 million euros", "53 million kronor"): VerdictKind.CONTRADICTION,
    }


def test_a_conversion_that_does_not_fit_its_amount_is_no_conflict_of_two_articles() -> None:
    found = kinds(TWICE.replace("3.0", "9.9"), "The fine that the court gave the bank Norrsund is 35 million kronor.")
    assert found == {("35 million kronor", "35 million kronor"): VerdictKind.AGREEMENT}


def test_a_conversion_agrees_where_no_rate_is_known() -> None:
    fine = "The railway Norrbana pays each family in Orlev 400,000 crowns ({}), the Czech government said."
    found = kinds(fine.format("about 800,000 hryvnias"), fine.replace(" ({})", ""))
    assert set(found.values()) == {VerdictKind.AGREEMENT}
    assert ("800,000 hryvnias", "400,000 crowns") in found
    found = kinds(fine.format("about 800,000 hryvnias"), fine.replace(" ({})", "").replace("400,000", "900,000"))
    assert ("800,000 hryvnias", "900,000 crowns") not in found


def test_a_conversion_agrees_though_its_amount_holds_a_slip() -> None:
    found = kinds(TWICE.replace("35 million", "350 million"), "A Swedish court fined the bank Norrsund 35 million kronor.")
    assert found["350 million kronor", "35 million kronor"] is VerdictKind.CONTRADICTION
    assert found["3.0 million euros", "35 million kronor"] is VerdictKind.AGREEMENT
