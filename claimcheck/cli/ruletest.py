"""`claimcheck rules test`: the cases of the rule files that can be understood, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck import pipeline
from claimcheck.cli.streams import say, write
from claimcheck.errors import InputError, Problem, RuleErrors
from claimcheck.model.rule import Rulebook, RuleFile
from claimcheck.report.rulepages import find_rules
from claimcheck.rulebook import cases
from claimcheck.rulebook.cases import Outcome
from claimcheck.rulebook.coverage import coverage_rows
from claimcheck.rulebook.find import find_rule_files
from claimcheck.rulebook.load import read_rules
from claimcheck.rulebook.update import update_expectations
from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Which rules to test, and what to tell of them."""

    paths: tuple[Path, ...]
    bundled: bool
    ids: tuple[str, ...]
    keyword: str
    verbose: bool
    coverage: bool
    update: bool

    @property
    def settings(self) -> pipeline.Settings:
        """How the cases are checked: with every rule file that can be understood."""
        return pipeline.Settings(rules=self.paths, bundled=self.bundled, tolerant=True)


def test_rules(run: Run) -> int:
    """Run the cases, tell how they came out, and return the exit status."""
    _, problems = read_rules(run.paths, bundled=run.bundled)
    rulebook = pipeline.rulebook(run.settings)
    outcomes = _outcomes(run, rulebook)
    if run.update and _update(outcomes, run):
        pipeline.rulebook.cache_clear()
        pipeline.vocabulary.cache_clear()
        outcomes = _outcomes(run, pipeline.rulebook(run.settings))
    if not outcomes and not problems:
        hint = "a rule file holds [[flag]] and [[ok]] cases; -k is looked for in the rule's id and the case's name"
        raise InputError(Problem(path=" ".join(run.ids) or run.keyword or "rules", message="no case to run", hint=hint))
    tested = {outcome.rule for outcome in outcomes}
    files = [file for file in rulebook.files if file.id in tested]
    write("".join(_lines(outcomes, files, rulebook, run)), None)
    return _status(outcomes, problems)


def _outcomes(run: Run, rulebook: Rulebook) -> tuple[Outcome, ...]:
    own = [file for file in rulebook.files if not file.bundled]
    files = find_rules(run.ids, rulebook.files) if run.ids or not own else own
    every = () if run.ids or run.keyword else rulebook.rules
    return cases.run_cases(files, lambda sources: pipeline.check(sources, run.settings), matching=run.keyword, rules=every)


def _lines(outcomes: Sequence[Outcome], files: Sequence[RuleFile], rulebook: Rulebook, run: Run) -> Iterator[str]:
    for outcome in outcomes:
        if run.verbose or not outcome.holds:
            yield f"{'ok' if outcome.holds else 'FAILED'} {outcome}\n"
    if run.coverage:
        yield from coverage_rows(files, outcomes, rulebook)
    failed = sum(1 for outcome in outcomes if not outcome.holds)
    yield f"{len(outcomes) - failed} passed, {failed} failed\n"


def _status(outcomes: Sequence[Outcome], problems: Sequence[Problem]) -> int:
    failed = sum(1 for outcome in outcomes if not outcome.holds)
    if problems:
        say(str(RuleErrors(*problems)))
        broken = len({problem.path for problem in problems})
        say(f"claimcheck: exit status 2: {broken} rule {'file' if broken == 1 else 'files'} cannot be understood; the others were tested")
        return 2
    if failed:
        say(f"claimcheck: exit status 1: {failed} of the rules' cases failed")
    return 1 if failed else 0


def _update(outcomes: Sequence[Outcome], run: Run) -> bool:
    """Rewrite what failing [[flag]] cases of the user's own files expect; say in which files, and return whether in any."""
    found, _ = find_rule_files(run.paths, bundled=False)
    changed = False
    for file in found:
        own = [outcome for outcome in outcomes if outcome.path == file.shown]
        content = Path(file.path).read_bytes()
        text = content.decode("utf-8-sig") if own else ""
        written = update_expectations(text, own) if own else ""
        if written != text:
            Path(file.path).write_bytes(content[: content.find(text[:1].encode())] + written.encode())
            say(f"claimcheck: {file.shown}: expectations rewritten; look at them before you keep them")
            changed = True
    return changed
