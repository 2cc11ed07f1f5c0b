from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import InputError, ManifestError
from claimcheck.read.paths import read_paths

TEXT = "The quay cost 38 million euros."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT)
    (tmp_path / "news" / "b.md").write_text(TEXT)
    return tmp_path / "news"


def test_ids_are_paths_from_here(folder: Path) -> None:
    documents, skipped = read_paths([folder])
    assert [document.source.id for document in documents] == ["news/a.txt", "news/b.md"]
    assert not skipped


def test_folders_are_read_to_the_bottom_and_other_files_left_alone(folder: Path) -> None:
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "c.html").write_text(f"<p>{TEXT}</p>")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / ".hidden.txt").write_text(TEXT)
    documents, skipped = read_paths([folder])
    assert [document.source.id for document in documents] == ["news/a.txt", "news/b.md", "news/deep/er/c.html"]
    assert not skipped


def test_each_file_once_in_order_of_paths(folder: Path) -> None:
    documents, _ = read_paths([folder / "b.md", folder, Path("news/../news/a.txt")])
    assert [document.source.id for document in documents] == ["news/a.txt", "news/b.md"]


def test_named_files_are_read_whatever_their_suffix(folder: Path) -> None:
    (folder / "wire.copy").write_text(TEXT)
    documents, _ = read_paths([folder / "wire.copy"])
    assert documents[0].source.id == "news/wire.copy"


def test_what_cannot_be_read_is_skipped_with_its_reason(folder: Path) -> None:
    (folder / "c.txt").write_bytes(b"%PDF-1.4")
    (folder / "d.txt").write_text(" \n")
    documents, skipped = read_paths([folder])
    assert len(documents) == 2
    assert [(lost.path, lost.reason) for lost in skipped] == [("news/c.txt", "a PDF file, not a text"), ("news/d.txt", "holds no text")]


def test_nothing_left_to_read_is_an_error(folder: Path) -> None:
    (folder / "only.txt").write_bytes(b"\x00\x01\x02")
    with pytest.raises(InputError, match=r"only\.txt: a binary file, not a text"):
        read_paths([folder / "only.txt"])


def test_all_missing_paths_are_told_at_once(folder: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_paths([folder / "a.tx", Path("nowhere")])
    assert [problem.path for problem in caught.value.problems] == ["news/a.tx", "nowhere"]
    assert caught.value.problems[0].hint == "did you mean 'a.txt'?"


def test_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no article in this folder"):
        read_paths([tmp_path])


def test_language_tags_on_the_command_line(folder: Path) -> None:
    assert read_paths([folder], lang="pt-br")[0][0].source.lang == "pt-BR"
    with pytest.raises(InputError, match="unknown language tag 'english'"):
        read_paths([folder], lang="english")


def test_two_articles_with_one_id(folder: Path) -> None:
    for name in ("x.md", "y.md"):
        (folder / name).write_text(f"---\nid: same\n---\n{TEXT}")
    with pytest.raises(InputError, match=r"y\.md: has the id 'same' of news/x\.md"):
        read_paths([folder])


def test_manifest_speaks_for_its_folder_and_yields_to_front_matter(folder: Path) -> None:
    (folder / "b.md").write_text(f"---\nlang: en-GB\n---\n{TEXT}")
    (folder / "sources.toml").write_text(
        '[[source]]\nfile = "a.txt"\nlang = "EN-us"\npublished = 2025-11-03\noutlet = "Example"\n[[source]]\nfile = "b.md"\nlang = "en"\npublished = "2025"\n'
    )
    first, second = (document.source for document in read_paths([folder])[0])
    assert (first.lang, first.published, first.outlet) == ("en-US", "2025-11-03", "Example")
    assert (second.lang, second.published) == ("en-GB", "2025")
    assert read_paths([folder / "a.txt"])[0][0].source.outlet == "Example"


def test_every_slip_of_a_manifest_with_its_place(folder: Path) -> None:
    (folder / "sources.toml").write_text(
        "[[source]]\n"
        'fiel = "a.txt"\n'
        "[[source]]\n"
        'file = "b.mdd"\n'
        'lang = "english"  # no tag\n'
        "published = 2025\n"
        "[[source]]\n"
        'file = "a.txt"\n'
        'published = "3 November"\n'
        "[[source]]\n"
        'file = "a.txt"\n'
        "[settings]\n"
    )
    with pytest.raises(ManifestError) as caught:
        read_paths([folder])
    told = [(problem.line, problem.column, problem.message, problem.hint) for problem in caught.value.problems]
    assert told == [
        (1, 1, "a source without 'file'", 'add file = "name-of-the-article.txt"'),
        (2, 1, "unknown key 'fiel'", "did you mean 'file'?"),
        (4, 8, "no such file: 'b.mdd'", "did you mean 'b.md'?"),
        (5, 8, "unknown language tag 'english'", "use a BCP 47 tag such as es, es-MX or zh-Hant"),
        (6, 1, "'published' is a number, not text", 'write published = "…"'),
        (9, 13, "no date: '3 November'", "use 2025-11-03, 2025-11, 2025, or a date-time with its offset"),
        (11, 8, "'a.txt' is named twice", "it stands in line 8 already"),
        (12, 2, "unknown table or key 'settings'", "every source is a table [[source]]"),
    ]
    assert '    lang = "english"  # no tag\n           ^^^^^^^^^' in str(caught.value)


def test_manifest_that_is_no_toml(folder: Path) -> None:
    (folder / "sources.toml").write_text('[[source]]\nfile = a.txt"\n')
    with pytest.raises(ManifestError, match=r"news/sources\.toml:2:8: not valid TOML: invalid value"):
        read_paths([folder])


def test_guessed_encoding_is_marked(folder: Path) -> None:
    (folder / "a.txt").write_bytes(
        ("Der Bürgermeister schätzt die Kosten für die Brücke auf über 30 Millionen Euro, früher hieß es 20. " * 5).encode("cp1252")
    )
    source = read_paths([folder / "a.txt"])[0][0].source
    assert source.encoding_guessed
    assert "Bürgermeister" in source.text
