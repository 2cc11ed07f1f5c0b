"""What spoke for one fact, in the words of a desk."""

from claimcheck.report.desk import in_desk_words, weight_rows

LABELS = {"death_toll": "dead", "nadir": "Nadir Institute"}
WEIGHTS = (("both give death_toll", 2.5), ("before looking", -2.0), ("only one side names a period", -0.2), ("nothing", 0.0))


def test_ids_take_their_labels_and_unknown_ones_lose_their_underscores() -> None:
    assert in_desk_words("death_toll", LABELS) == "dead"
    assert in_desk_words("nadir", LABELS) == "Nadir Institute"
    assert in_desk_words("calder_line", LABELS) == "calder line"
    assert in_desk_words("both give death_toll", LABELS) == "both give “dead”"
    assert in_desk_words("3 words of both sentences are alike", LABELS) == "3 words of both sentences are alike"


def test_weights_are_sorted_into_for_and_against_and_the_start_is_told() -> None:
    rows = [row.strip() for row in weight_rows(WEIGHTS, LABELS)]
    assert rows == [
        "taken for one fact, since:",
        "strongly: both give “dead” (+2.5)",
        "against it:",
        "slightly: only one side names a period (-0.2)",
        "two figures of one kind are mostly of two facts, so every pair starts at -2.0",
    ]
