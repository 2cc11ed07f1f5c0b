from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.lexicon import start, typed
from claimcheck.lexicon.language import Role


def written(folder: Path, text: str) -> Path:
    path = folder / "xx.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_data_file_keeps_the_format() -> None:
    for tag in typed.typed_languages():
        typed.read_typed(typed.path_of(tag))


def test_keys_may_be_fractions_powers_and_spans(tmp_path: Path) -> None:
    read = typed.read_typed(written(tmp_path, '[fraction]\n"2/4" = ["halb"]\n[scale]\n1e6 = ["mio"]\n[vague]\n"10..100" = ["tens"]\n'))
    values = {word: (term.value, term.low, term.high) for word, term in read.entries}
    assert values["halb"][0] * 2 == 1
    assert values["mio"][0] == 10**6
    assert values["tens"][1:] == (Decimal(10), Decimal(100))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[hedges]\nabout = ["um"]\n', "unknown table [hedges]"),
        ('[hedge]\naround = { before = ["um"] }\n', "'around'"),
        ('[hedge]\nabout = ["um"]\n', "{ before"),
        ('[scale]\nmillion = ["mio"]\n', "'million'"),
        ('[unit]\nparsnip = ["p"]\n', "parsnip"),
        ('[currency]\neuro = ["Euro"]\n', "no ISO 4217 code"),
        ('[words]\nlink = "de"\n', "a list of words is expected"),
        ('[words]\nlink = [""]\n', "is no word"),
        ('[vague]\n100 = ["hundreds"]\n', "low..high"),
        ("[words\n", "xx.toml"),
    ],
)
def test_what_breaks_the_format_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(typed.DataError) as caught:
        typed.read_typed(written(tmp_path, text))
    assert told in str(caught.value)


def test_all_problems_come_together(tmp_path: Path) -> None:
    with pytest.raises(typed.DataError) as caught:
        typed.read_typed(written(tmp_path, '[scale]\nx = ["a"]\n[vague]\ny = ["b"]\n'))
    assert len(caught.value.problems) == 2


def test_a_new_language_starts_from_a_skeleton(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typed, "FOLDER", tmp_path)
    path = start.start("sw")
    assert typed.read_typed(path).entries == []
    assert "known: " in path.read_text(encoding="utf-8")
    with pytest.raises(ClaimcheckError, match="is there already"):
        start.start("sw")
    assert start.main(["sw"]) == 2


def test_an_unknown_language_cannot_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(typed, "FOLDER", tmp_path)
    assert start.main(["qqq"]) == 2
    assert "unknown language 'qqq'" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_refused_words_do_not_count_as_numbers() -> None:
    read = typed.read_typed(typed.path_of("en"))
    assert ("flight", Role.REFUSE) in {(word, term.role) for word, term in read.entries}
