"""The JSON record: what the contract promises, field by field, and its schemas."""

from __future__ import annotations

import json
from datetime import date, time
from decimal import Decimal
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator
from report_values import harbour_story, number, quantity, without_findings

from claimcheck.model.interval import Interval
from claimcheck.model.mention import YEARLESS
from claimcheck.report.figures import figure_lines, figure_table
from claimcheck.report.jsonable import Json, json_end, json_ends, json_number, json_quantity, json_text
from claimcheck.report.record import record_lines, record_of


def schema(name: str) -> Draft202012Validator:
    loaded = json.loads((files("claimcheck.report") / "schemas" / f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(loaded)
    return Draft202012Validator(loaded)


def harbour_record() -> dict[str, Json]:
    story = harbour_story()
    return record_of(story.report(), story.places())


def test_the_record_fits_its_schema() -> None:
    schema("check").validate(harbour_record())


def test_a_report_without_findings_fits_the_schema() -> None:
    schema("check").validate(record_of(without_findings(), harbour_story().places()))


def test_every_line_of_json_lines_fits_its_schema_and_a_cut_file_can_be_told() -> None:
    story = harbour_story()
    lines = list(record_lines(story.report(), story.places()))
    validator = schema("check-lines")
    for line in lines:
        validator.validate(line)
    assert lines[0]["type"] == "header"
    assert lines[-1]["type"] == "summary"


def test_json_lines_say_what_the_whole_record_says() -> None:
    story = harbour_story()
    record = record_of(story.report(), story.places())
    claims = {line["id"]: line for line in record_lines(story.report(), story.places()) if line["type"] == "claim"}
    whole = record["claims"]
    assert isinstance(whole, dict)
    assert claims == {id_: {"type": "claim", "id": id_, **claim} for id_, claim in whole.items() if isinstance(claim, dict)}


def test_every_line_of_extract_fits_its_schema() -> None:
    story = harbour_story()
    lines = figure_lines(story.report(), story.places()).splitlines()
    assert len(lines) == len(story.claims)
    for line in lines:
        schema("extract").validate(json.loads(line))


def test_a_schema_refuses_a_verdict_that_is_none() -> None:
    record = harbour_record()
    verdicts = record["verdicts"]
    assert isinstance(verdicts, list)
    assert isinstance(verdicts[0], dict)
    verdicts[0]["kind"] = "unrelated"
    assert not schema("check").is_valid(record)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("38000000000", "38000000000"),
        ("3.8E+10", "38000000000"),
        ("0.10", "0.1"),
        ("37999500000.5", "37999500000.5"),
        ("1E-7", "1e-07"),
        ("-0.0", "0"),
    ],
)
def test_numbers_are_whole_or_the_shortest_decimal(value: str, text: str) -> None:
    assert json.dumps(json_number(Decimal(value))) == text


def test_a_whole_number_beyond_doubles_stays_exact() -> None:
    assert json_number(Decimal(12345678901234567890)) == 12345678901234567890


def test_days_and_clock_times() -> None:
    assert json_end(date(2026, 12, 31)) == "2026-12-31"
    assert json_end(date(YEARLESS, 10, 29), yearless=True) == "--10-29"
    assert json_end(time(18, 8)) == "18:08"
    assert json_end(time(12, 32, 57)) == "12:32:57"


def test_open_ends_are_null() -> None:
    assert json_ends(Interval(Decimal(500000), None)) == {"low": 500000, "high": None}
    assert json_ends(Interval(None, date(2026, 12, 31))) == {"low": None, "high": "2026-12-31"}


def test_a_count_has_no_unit() -> None:
    record = json_quantity(quantity("count", "", *number("7")))
    assert record["unit"] is None
    assert record["base_unit"] is None


def test_spans_are_given_in_every_unit() -> None:
    claims = harbour_record()["claims"]
    assert isinstance(claims, dict)
    claim = claims["harbour/02-de-hafen.txt#2"]
    assert isinstance(claim, dict)
    span = claim["span"]
    assert isinstance(span, dict)
    assert span["start"] == {"line": 1, "column": 30, "character": 29, "offset": 29, "offset_utf16": 29, "byte": 29}
    assert span["end"] == {"line": 1, "column": 43, "character": 42, "offset": 42, "offset_utf16": 42, "byte": 43}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert json_text(harbour_record()) == json_text(harbour_record())


def test_json_text_escapes_nothing_that_need_not_be() -> None:
    assert json_text({"text": "38.000 millones · 万"}, indent=None) == '{"text":"38.000 millones · 万"}'


def test_the_table_of_figures_has_a_line_a_figure_and_explains_on_demand() -> None:
    story = harbour_story()
    table = figure_table(story.report(), story.places())
    assert len(table.splitlines()) == len(story.claims)
    assert "harbour/03-ja-minato.txt:1:18  12億4000万ドル          1.24 billion USD, meant as" in table
    explained = figure_table(story.report(), story.places(), explain=True)
    assert "    - digits as de writes them" in explained
    assert "'worth' is attribute deal_value" in explained
