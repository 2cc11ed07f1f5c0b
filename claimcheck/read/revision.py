"""Files as they were at a revision: the door to git.

They are written to a folder of their own, from git's store; neither the work tree nor the index is touched.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from claimcheck.errors import InputError, Problem
from claimcheck.read.manifest import NAME

BESIDE = (NAME, ".claimcheckignore")  # files that say something of those beside or below them


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """The files at a revision: `top` stands for the repository's folder, `base` for the one the run started in.

    `paths` are those asked for that exist at the revision; `commit` is its full name.
    """

    commit: str
    top: Path
    base: Path
    paths: tuple[Path, ...]


@contextmanager
def at_revision(revision: str, paths: Sequence[Path]) -> Iterator[Revision]:
    """Write the files of `paths` as they were at `revision` to a folder, and take it away afterwards.

    Raises InputError where there is no repository, no such revision, or a path lies outside.
    """
    top = Path(os.fsdecode(_git("rev-parse", "--show-toplevel").rstrip(b"\n")))
    commit = os.fsdecode(_git("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}", about=revision).strip())
    wanted = [_below(top, path) for path in paths]
    with tempfile.TemporaryDirectory(prefix="claimcheck-") as folder:
        target = Path(folder).resolve()
        _write(target, top, commit, wanted)
        base = target / _below(top, Path())
        base.mkdir(parents=True, exist_ok=True)
        there = tuple(target / path for path in wanted if (target / path).exists())
        yield Revision(commit=commit, top=target, base=base, paths=there)


def _git(*arguments: str, about: str = "", stdin: bytes = b"", folder: Path | None = None) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, input=stdin, check=False, cwd=folder)  # noqa: S603, S607 - git as the user has it
    except FileNotFoundError as error:
        raise InputError(Problem(path="git", message="is not installed", hint="a revision can only be read with git")) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        if about:
            raise InputError(Problem(path=about, message="no such revision", hint=said[0] if said else ""))
        raise InputError(Problem(path=".", message="git: " + (said[0].removeprefix("fatal: ") if said else "failed")))
    return done.stdout


def _below(top: Path, path: Path) -> PurePosixPath:
    """Return a path relative to the repository's folder."""
    absolute = Path(os.path.abspath(path)).parent.resolve() / path.name if path.name else Path.cwd().resolve()  # noqa: PTH100 - a link is itself
    if not absolute.is_relative_to(top.resolve()):
        raise InputError(Problem(path=path.as_posix(), message="lies outside the git repository", hint=f"the repository is {top}"))
    return PurePosixPath(absolute.relative_to(top.resolve()).as_posix())


def _write(target: Path, top: Path, commit: str, wanted: Sequence[PurePosixPath]) -> None:
    listed = _git("ls-tree", "-r", "-z", commit, folder=top).split(b"\0")
    chosen: list[tuple[bytes, PurePosixPath]] = []
    for row in filter(None, listed):
        head, _, name = row.partition(b"\t")
        kind, digest = head.split()[1:3]
        path = PurePosixPath(os.fsdecode(name))
        is_asked = path.name in BESIDE or any(path == one or path.is_relative_to(one) for one in wanted)
        if is_asked and kind == b"blob" and not head.startswith(b"120000"):
            chosen.append((digest, path))
    content = _git("cat-file", "--batch", stdin=b"".join(digest + b"\n" for digest, _ in chosen), folder=top)
    at = 0
    for _, path in chosen:
        end = content.index(b"\n", at)
        size = int(content[at:end].split()[2])
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
