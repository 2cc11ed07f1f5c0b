"""Claims, facts and findings of two versions; the pairs in several languages are in tests/acceptance/cases/diff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from diff_making import record, version

from claimcheck import pipeline
from claimcheck.diff.edits import offer_edits
from claimcheck.diff.figures import Change, changes_between, has_same_value
from claimcheck.diff.outcomes import Diff, FindingChange, compare
from claimcheck.diff.passages import pair_passages, passages_of, unmoved
from claimcheck.diff.text import Style, diff_markdown, diff_text, style_for
from claimcheck.diff.version import Figure, Origin, version_of
from claimcheck.errors import InputError
from claimcheck.model.claim import Claim
from claimcheck.report.jsonable import Json


def figure(text: str, lang: str = "en") -> Figure:
    [found] = version(text, lang=lang).figures.values()
    return found


def rows(changes: Sequence[Change]) -> list[tuple[str, str, str]]:
    return [(one.op, one.was.text if one.was else "", one.now.text if one.now else "") for one in changes]


def changed(old: str, new: str, lang: str = "en") -> list[tuple[str, str, str]]:
    return [row for row in rows(compare(version(old, lang=lang), version(new, lang=lang)).claims) if row[0] != "keep"]


@pytest.mark.parametrize(
    ("one", "other", "lang", "same"),
    [
        ("It cost $38 billion.", "It cost 38,000 million dollars.", "en", True),
        ("It cost $38 billion.", "It cost about $38 billion.", "en", True),  # the hedge is another matter
        ("It cost $38 billion.", "It cost €38 billion.", "en", False),
        ("It cost $38 billion.", "It cost $38.2 billion.", "en", False),
        ("Tiene 4,5 GW.", "Tiene 4.500 MW.", "es", True),
        ("It is 5 miles long.", "It is 8 km long.", "en", True),
        ("It is 5 miles long.", "It is 9 km long.", "en", False),
        ("Das dauert sieben Jahre.", "Das dauert 7 Jahre.", "de", True),
        ("It is done in March 2026.", "It is done in April 2026.", "en", False),
        ("It grew by 7 percent.", "It grew by 7 points.", "en", False),
    ],
)
def test_values_are_compared_not_words(one: str, other: str, lang: str, *, same: bool) -> None:
    assert has_same_value(figure(one, lang), figure(other, lang)) is same


def test_what_is_left_unsaid_is_no_difference() -> None:
    named = figure("The pier in Selmer cost $4 million.")
    bare = replace(named, about={"modality": "actual"}, entities=())
    assert "attribute" not in list(changes_between(named, bare))
    assert "entities" not in list(changes_between(named, bare))
    other = replace(named, entities=("brunnfeld",))
    assert named.entities
    assert "entities" in list(changes_between(named, other))


def test_precision_alone_is_no_change_of_meaning() -> None:
    assert list(changes_between(figure("It cost $38 billion."), figure("It cost $38.0 billion."))) == ["precision", "wording"]


def test_the_longest_run_stays_and_the_rest_moved() -> None:
    assert unmoved([]) == frozenset()
    assert unmoved([5, 1, 2, 3]) == frozenset({1, 2, 3})
    assert unmoved([0, 0, 1]) == frozenset({0, 1, 2})


def test_equal_sentences_go_with_each_other_in_order() -> None:
    text = "It has 7 cranes. The crew has 12 welders. It has 7 cranes."
    before = passages_of(version(text).figures.values())
    assert [passage.masked for passage in before] == ["It has #.", "The crew has #.", "It has #."]
    assert pair_passages(before, before) == {0: 0, 1: 1, 2: 2}


def test_sentences_with_nothing_in_common_are_two() -> None:
    assert changed("The pier is 310 metres long.", "Ferries carried 4,120 people.") == [
        ("add", "", "4,120 people"),
        ("remove", "310 metres", ""),
    ]


def test_a_figure_that_becomes_another_kind_of_figure_is_two_claims() -> None:
    ops = [op for op, *_ in changed("The yard lost 40 percent of its orders.", "The yard lost 40 of its orders.")]
    assert ops == ["add", "remove"]


def test_the_figures_of_one_sentence_are_told_apart_by_what_they_are_of() -> None:
    old = "The storm killed 30 people and destroyed 12 homes."
    new = "The storm killed 12 people and destroyed 30 homes."
    assert changed(old, new) == [("replace", "30 people", "12 people"), ("replace", "12 homes", "30 homes")]


def test_a_sentence_split_in_two_keeps_its_claims() -> None:
    old = "The yard cost $640 million and employs 1,900 welders in Selmer."
    new = "The yard cost $640 million. In Selmer it employs 1,900 welders."
    assert changed(old, new) == []


def test_an_untouched_article_has_no_changes() -> None:
    text = "The pier is 310 metres long. It cost $2.4 million."
    diff = compare(version(text), version(text))
    assert not diff.has_changes
    assert {change.op for change in diff.claims} == {"keep"}


def test_a_renamed_article_is_the_same_one() -> None:
    text = "The pier is 310 metres long. It cost $2.4 million.\n\nThe crew has 12 welders."
    other = "Ferries carried 4,120 people in the first week."
    old = version({"a.txt": text, "b.txt": other})
    new = version({"b.txt": other, "c.txt": text.replace("12", "14")})
    diff = compare(old, new)
    assert [(change.op, change.was, change.now) for change in diff.documents] == [("move", "a.txt", "c.txt")]
    assert [row for row in rows(diff.claims) if row[0] != "keep"] == [("replace", "12 welders", "14 welders")]
    assert "a.txt → c.txt" in diff_text(diff, Style())


def test_articles_that_come_and_go_are_told() -> None:
    old = version({"a.txt": "The pier is 310 metres long."})
    new = version({"a.txt": "The pier is 310 metres long.", "b.txt": "Ferries carried 4,120 people."})
    diff = compare(old, new)
    assert [(change.op, change.now) for change in diff.documents] == [("add", "b.txt")]
    assert "b.txt (new)" in diff_text(diff, Style())
    back = compare(new, old)
    assert [(change.op, change.was) for change in back.documents] == [("remove", "b.txt")]
    assert "b.txt (gone)" in diff_text(back, Style())


CORPUS = ["Nebulosa will pay Quartz Cloud $38 billion under the contract."]
RIGHT = "Nebulosa will pay Quartz Cloud $38 billion under the contract."
WRONG = "Nebulosa will pay Quartz Cloud $30 billion under the contract."


def findings(old: str, new: str, corpus: Sequence[str] = CORPUS) -> tuple[FindingChange, ...]:
    return edited(old, new, corpus).findings


def edited(old: str, new: str, corpus: Sequence[str] = CORPUS) -> Diff:
    diff = compare(version(old, corpus=corpus), version(new, corpus=corpus))
    return offer_edits(diff, read)


def read(text: str, lang: str) -> Sequence[Claim]:
    return pipeline.extract(text, lang)


def test_a_finding_comes_goes_and_stays() -> None:
    assert [(one.op, one.reason) for one in findings(RIGHT, WRONG)] == [("add", "claim-changed")]
    assert [(one.op, one.reason) for one in findings(WRONG, RIGHT)] == [("remove", "claim-changed")]
    assert [(one.op, one.reason) for one in findings(WRONG, WRONG)] == [("keep", "")]
    assert [one.op for one in findings(WRONG, WRONG.replace("30", "31"))] == ["replace"]
    assert [(one.op, one.reason) for one in findings("The pier is 310 metres long.", WRONG)] == [("add", "claim-added")]
    assert [(one.op, one.reason) for one in findings(WRONG, "The pier is 310 metres long.")] == [("remove", "claim-removed")]


def test_what_the_corpus_has_for_itself_did_not_change() -> None:
    corpus = [*CORPUS, "Nebulosa will pay Quartz Cloud $38 billion. The Tarn ferry carried 4,120 passengers in May 2026."]
    diff = compare(version("The pier is 310 metres long.", corpus=corpus), version("The pier is 311 metres long.", corpus=corpus))
    assert diff.facts == ()
    assert {change.op for change in diff.claims} == {"replace"}


def test_an_edit_stands_where_the_figure_stands() -> None:
    [finding] = findings(RIGHT, f"A 😀 first.\n\n{WRONG}")
    [edit] = finding.edits
    assert (edit.old_text, edit.new_text) == ("$30 billion", "$38 billion")
    assert (edit.start, edit.end) == ((2, 31), (2, 42))


@pytest.mark.parametrize(
    ("article", "corpus", "reason"),
    [
        (WRONG.replace("$30", "up to $30"), CORPUS, "a bound, a range"),
        (WRONG, ["Nebulosa will pay Quartz Cloud between $36 billion and $38 billion under the contract."], "a bound, a range"),
        (WRONG, ["Nebulosa will pay Quartz Cloud about $38 billion under the contract."], "only about so much"),
        (WRONG, [*CORPUS, CORPUS[0].replace("38", "44")], "several values"),
        (WRONG.replace("billion", "billion (26 billion euros)"), CORPUS, "another unit or currency"),
    ],
)
def test_what_cannot_surely_be_written_is_not_offered(article: str, corpus: Sequence[str], reason: str) -> None:
    found = findings(article, article, corpus)
    assert found
    assert all(not one.edits for one in found)
    assert all(reason in one.no_edit for one in found)


PAID = "Nebulosa will pay Quartz Cloud $38 billion under the contract."
INVESTED = "Nebulosa will invest $38 billion in a contract with Quartz Cloud."


@pytest.mark.parametrize(
    ("lang", "article", "corpus", "written"),
    [
        ("en", "Nebulosa will pay Quartz Cloud $30bn under the contract.", PAID, "$38bn"),
        ("en", "Nebulosa will pay Quartz Cloud thirty billion dollars under the contract.", PAID, "38 billion dollars"),
        ("en", "Nebulosa will pay Quartz Cloud about $30 billion under the contract.", PAID, "$38 billion"),  # "about" stands before it
        ("en", "Nebulosa will pay Quartz Cloud 20 billion euros under the contract.", PAID, "38 billion dollars"),
        ("es", "Nebulosa pagará a Quartz Cloud 30.000 millones de dólares por el contrato.", PAID, "38.000 millones de dólares"),
        ("fr", "Nebulosa versera à Quartz Cloud 30 milliards de dollars pour ce contrat.", PAID, "38 milliards de dollars"),
        ("it", "Nebulosa pagherà a Quartz Cloud 30 miliardi di dollari per il contratto.", PAID, "38 miliardi di dollari"),
        ("pt", "A Nebulosa vai pagar à Quartz Cloud US$ 30 bilhões pelo contrato.", PAID, "US$ 38 bilhões"),
        ("nl", "Nebulosa betaalt Quartz Cloud 30 miljard dollar voor het contract.", PAID, "38 miljard dollar"),
        ("zh", "Nebulosa将根据合同向Quartz Cloud支付300亿美元。", PAID, "380亿美元"),
        ("es", "Nebulosa invertirá 30.000 millones de dólares en un contrato con Quartz Cloud.", INVESTED, "38.000 millones de dólares"),
        ("en", "The Valbrune plant has a capacity of 4.5 GW.", "The Valbrune plant has a capacity of 5,200 MW.", "5.2 GW"),
        ("en", "Inflation in Ruritania was 3.4 percent in March 2026.", "Inflation in Ruritania was 4.1% in March 2026.", "4.1 percent"),
        (
            "en",
            "The contract between Nebulosa and Quartz was signed on 3 March 2026.",
            "The contract between Nebulosa and Quartz was signed on April 14, 2026.",
            "14 April 2026",
        ),
        (
            "en",
            "The storm killed fourteen people in Port Alar on 3 March 2026.",
            "The storm killed 17 people in Port Alar on 3 March 2026.",
            "17 people",
        ),
    ],
)
def test_the_figure_of_the_corpus_is_written_as_the_article_writes(lang: str, article: str, corpus: str, written: str) -> None:
    one = version(article, lang=lang, corpus=[corpus])
    [finding] = [found for found in offer_edits(compare(one, one), read).findings if found.now and found.now.verdict == "contradiction"]
    [edit] = finding.edits
    assert edit.new_text == written


def test_the_most_precise_of_figures_that_agree_is_offered() -> None:
    corpus = [PAID.replace("38", "38.2"), PAID, PAID.replace("38", "38.23")]
    [edit] = [edit for finding in findings(WRONG, WRONG, corpus)[:1] for edit in finding.edits]
    assert edit.new_text == "$38.23 billion"


def test_an_edit_that_would_be_read_otherwise_is_not_offered() -> None:
    diff = compare(version(WRONG, corpus=CORPUS), version(WRONG, corpus=CORPUS))
    [finding] = offer_edits(diff, lambda _text, _lang: ()).findings
    assert finding.edits == ()
    assert "would not surely be read" in finding.no_edit


def test_without_a_corpus_there_is_nothing_to_offer() -> None:
    diff = compare(version({"a.txt": RIGHT, "b.txt": WRONG}), version({"a.txt": RIGHT, "b.txt": WRONG}))
    assert [one.op for one in offer_edits(diff, read).findings] == ["keep"]
    assert offer_edits(diff, read).findings[0].no_edit == ""


WRONG_RECORDS: list[Json] = [[], "text", {"schema_version": "1.0"}, {"claims": {}, "documents": {}}]


def test_a_record_of_something_else_is_refused() -> None:
    for wrong in WRONG_RECORDS:
        with pytest.raises(InputError) as caught:
            version_of(wrong, Origin(kind="report"), "old.json")
        assert str(caught.value).startswith("old.json: ")
    other: Json = {**record({"a.txt": RIGHT}), "schema_version": "2.0"}
    with pytest.raises(InputError, match=r"schema version 2\.0"):
        version_of(other, Origin(kind="report"), "old.json")


@pytest.mark.parametrize("damage", ["span", "quantity", "text", "entities"])
def test_a_damaged_record_is_told_with_the_place(damage: str) -> None:
    whole = record({"a.txt": RIGHT})
    claims = whole["claims"]
    assert isinstance(claims, dict)
    claim = claims["a.txt#1"]
    assert isinstance(claim, dict)
    claim[damage] = 7
    with pytest.raises(InputError, match="is not"):
        version_of(whole, Origin(kind="report"), "old.json")


def test_suppressed_findings_are_none() -> None:
    whole = record({"a.txt": WRONG}, corpus=CORPUS)
    found = whole["findings"]
    assert isinstance(found, dict)
    [finding] = found.values()
    assert isinstance(finding, dict)
    finding["suppressions"] = [{"kind": "inSource", "justification": None, "where": None}]
    assert version_of(whole, Origin(kind="report")).findings == {}


def test_text_and_markdown_say_the_same() -> None:
    diff = edited(RIGHT, WRONG)
    text, markdown = diff_text(diff, Style()), diff_markdown(diff)
    assert "“$38 billion” → “$30 billion”" in text
    assert "`$38 billion` → `$30 billion`" in markdown
    assert "to judge:" in text
    assert "to judge:" in markdown
    assert style_for("ascii") == Style(arrow="->", code=style_for("ascii").code)
    assert style_for("utf-8") == Style()


def test_ends_are_exact() -> None:
    [found] = version("It cost $38.25 billion.").figures.values()
    assert found.stated == (Decimal(38250000000), Decimal(38250000000))
