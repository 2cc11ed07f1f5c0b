"""The closed set of keys a configuration may have; the reader, the JSON Schema and the page in the docs are made from it."""

from __future__ import annotations

from typing import Final

from claimcheck.model.verdict import Level
from claimcheck.read.metadata import ROLES
from claimcheck.values import dataclass

LEVELS: Final = tuple(level.value for level in Level)
FAIL_ON: Final = (*LEVELS, "never")
LEVEL_OR_OFF: Final = (*LEVELS, "off")
TRUST: Final = ("high", "normal", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key of the configuration.

    `form` is "text", "texts", "path", "paths", "flag", "whole", or "table" for the three tables that have readers of their
    own; `choices` are the names a text may take. `option` is the option that sets the same, or "".
    """

    name: str
    form: str
    about: str
    default: str
    choices: tuple[str, ...] = ()
    option: str = ""

    @property
    def field(self) -> str:
        """The name of the field in `Configuration`."""
        return self.name.replace("-", "_")


KEYS: Final = (
    Key(
        name="paths",
        form="paths",
        about="Files and folders that a bare `claimcheck` and the pre-commit hook read.",
        default="[]",
        option="PATHS",
    ),
    Key(name="against", form="paths", about="The corpus to compare `paths` with.", default="[]", option="--against"),
    Key(
        name="rules",
        form="paths",
        about="Rule files, or folders of them, besides the bundled ones.",
        default="rules/ beside the file, where there is one",
        option="--rules",
    ),
    Key(
        name="baseline",
        form="path",
        about="The file of accepted findings.",
        default="none",
        option="--baseline",
    ),
    Key(
        name="fail-on",
        form="text",
        about="The lowest level of a finding that makes the exit status 1.",
        default='"error"',
        choices=FAIL_ON,
        option="--fail-on",
    ),
    Key(name="strict", form="flag", about="A source that cannot be read makes the exit status 2.", default="false", option="--strict"),
    Key(
        name="select",
        form="texts",
        about="Report these rules alone; a rule id, a topic (`core`) or a verdict (`contradiction`).",
        default="all",
        option="--select",
    ),
    Key(name="ignore", form="texts", about="Rules that are not reported.", default="[]", option="--ignore"),
    Key(name="levels", form="table", about="The level of a rule: `error`, `warning`, `info` or `off`.", default="the rule's own"),
    Key(
        name="per-file-ignores",
        form="table",
        about="Rules that are not reported on the files of a pattern.",
        default="{}",
    ),
    Key(
        name="require-reason",
        form="flag",
        about="A suppression without a reason is a finding and does not hold.",
        default="false",
        option="--require-reason",
    ),
    Key(name="lang", form="text", about="Language (BCP 47) of sources that do not say.", default="detected", option="--lang"),
    Key(
        name="encoding",
        form="text",
        about="Encoding of files that do not declare one and are not UTF-8.",
        default="found",
        option="--encoding",
    ),
    Key(
        name="exclude",
        form="texts",
        about="Files and folders to pass over, in the patterns of .gitignore.",
        default="[]",
        option="--exclude",
    ),
    Key(name="extend-exclude", form="texts", about="Patterns besides those of `exclude`.", default="[]", option="--extend-exclude"),
    Key(
        name="force-exclude",
        form="flag",
        about="Exclude files that are named on the command line, too.",
        default="false",
        option="--force-exclude",
    ),
    Key(
        name="respect-gitignore",
        form="flag",
        about="Pass over what .gitignore and .claimcheckignore name.",
        default="true",
        option="--no-respect-gitignore",
    ),
    Key(name="jobs", form="whole", about="Files read at once; never changes the result.", default="1", option="--jobs"),
    Key(
        name="sources",
        form="table",
        about="What is known of the files of a pattern: `outlet`, `lang`, `role`, `published` (or `as-of`), `trust`, `url`.",
        default="{}",
    ),
)
SOURCE_KEYS: Final = ("outlet", "lang", "role", "published", "as-of", "trust", "url")
NAMES: Final = tuple(key.name for key in KEYS)


def key_named(name: str) -> Key:
    """Return the key of this name, which must be one."""
    return next(key for key in KEYS if key.name == name)


__all__ = ["FAIL_ON", "KEYS", "LEVELS", "LEVEL_OR_OFF", "NAMES", "ROLES", "SOURCE_KEYS", "TRUST", "Key", "key_named"]
