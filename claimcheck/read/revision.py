"""Files as they were at a revision: the door to git.

They are written to a folder of their own, from git's store; neither the work tree nor the index is touched.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from claimcheck.errors import InputError, Problem
from claimcheck.read.manifest import NAME
from claimcheck.values import dataclass

BESIDE = (NAME, ".claimcheckignore")  # files that say something of those beside or below them


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """The files at a revision, in a folder: `top` stands for the repository's `home`, `base` for where the run started.

    `commit` is the revision's full name.
    """

    commit: str
    home: Path
    top: Path
    base: Path

    def there(self, path: Path) -> Path:
        """Return where the file or folder of the work tree stands as it was at the revision; it need not exist."""
        return self.top / _below(self.home, path)


@contextmanager
def at_revision(revision: str, paths: Sequence[Path]) -> Iterator[Revision]:
    """Write the files of `paths` as they were at `revision` to a folder, and take it away afterwards.

    Raises InputError where there is no repository, no such revision, or a path lies outside.
    """
    home = Path(os.fsdecode(_git("rev-parse", "--show-toplevel").rstrip(b"\n")))
    commit = os.fsdecode(_git("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}", about=revision).strip())
    wanted = [_below(home, path) for path in paths]
    with tempfile.TemporaryDirectory(prefix="claimcheck-") as folder:
        top = Path(folder).resolve()
        _write(top, home, commit, wanted)
        base = top / _below(home, Path())
        base.mkdir(parents=True, exist_ok=True)
        yield Revision(commit=commit, home=home, top=top, base=base)


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


def _below(home: Path, path: Path) -> PurePosixPath:
    """Return a path relative to the repository's folder."""
    absolute = Path(os.path.abspath(path)).parent.resolve() / path.name if path.name else Path.cwd().resolve()  # noqa: PTH100 - a link is itself
    if not absolute.is_relative_to(home.resolve()):
        raise InputError(Problem(path=path.as_posix(), message="lies outside the git repository", hint=f"the repository is {home}"))
    return PurePosixPath(absolute.relative_to(home.resolve()).as_posix())


def _write(target: Path, home: Path, commit: str, wanted: Sequence[PurePosixPath]) -> None:
    listed = _git("ls-tree", "-r", "-z", commit, folder=home).split(b"\0")
    chosen: list[tuple[bytes, PurePosixPath]] = []
    for row in filter(None, listed):
        head, _, name = row.partition(b"\t")
        kind, digest = head.split()[1:3]
        path = PurePosixPath(os.fsdecode(name))
        is_asked = path.name in BESIDE or any(path == one or path.is_relative_to(one) for one in wanted)
        if is_asked and kind == b"blob" and not head.startswith(b"120000"):
            chosen.append((digest, path))
    content = _git("cat-file", "--batch", stdin=b"".join(digest + b"\n" for digest, _ in chosen), folder=home)
    at = 0
    for _, path in chosen:
        end = content.index(b"\n", at)
        size = int(content[at:end].split()[2])
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
