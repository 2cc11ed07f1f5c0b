"""Frozen dataclasses as those of the library, made in a tenth of the time.

The library compiles six functions for each class, 0.6 ms in all; a start makes a hundred classes and calls few of the functions. Here
each is compiled when it is first called. What a type checker sees is the library's own decorator.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError
from typing import TYPE_CHECKING, Any, Final

COMPARING: Final = ("__eq__", "__hash__")

Made = Callable[..., Any]

__all__ = ["dataclass"]


def _init(kind: type, fields: Sequence[Field[Any]]) -> Made:
    """Return what sets the fields, by the setters of their slots: those of the class refuse."""
    names: dict[str, Any] = {"MISSING": MISSING}
    plain, named, body = ["self"], ["*"], []
    for field in fields:
        name = field.name
        names[f"put_{name}"] = getattr(kind, name).__set__
        names[f"default_{name}"], names[f"make_{name}"] = field.default, field.default_factory
        is_made = field.default_factory is not MISSING
        value = f"make_{name}() if {name} is MISSING else {name}" if is_made else name
        if field.init:
            (named if field.kw_only else plain).append(
                f"{name}=MISSING" if is_made else name if field.default is MISSING else f"{name}=default_{name}"
            )
        elif is_made or field.default is not MISSING:
            value = f"make_{name}()" if is_made else f"default_{name}"
        else:
            continue
        body.append(f"put_{name}(self, {value})")
    if hasattr(kind, "__post_init__"):
        body.append("self.__post_init__()")
    return _compiled("__init__", ", ".join((*plain, *(named if len(named) > 1 else ()))), "; ".join(body) or "pass", names)


def _eq(kind: type, fields: Sequence[Field[Any]]) -> Made:
    del kind
    names = [field.name for field in fields if field.compare]
    same = f"{_tuple('self', names)} == {_tuple('other', names)}"
    return _compiled("__eq__", "self, other", f"return {same} if other.__class__ is self.__class__ else NotImplemented", {})


def _hash(kind: type, fields: Sequence[Field[Any]]) -> Made:
    del kind
    names = [field.name for field in fields if (field.compare if field.hash is None else field.hash)]
    return _compiled("__hash__", "self", f"return hash({_tuple('self', names)})", {})


COMPILE: Final = {"__init__": _init, "__eq__": _eq, "__hash__": _hash}


def _tuple(owner: str, names: Sequence[str]) -> str:
    return f"({''.join(f'{owner}.{name},' for name in names)})"


def _compiled(name: str, arguments: str, body: str, names: dict[str, Any]) -> Made:
    exec(f"def {name}({arguments}): {body}", names)  # noqa: S102 - the names of fields, as in the library
    made: Made = names[name]
    return made


def _later(kind: type, name: str) -> Made:
    """Return what compiles a function when it is first called, and then stands aside for it."""

    def stand_in(*values: Any, **named: Any) -> Any:  # noqa: ANN401 - of whatever function it stands for
        made = COMPILE[name](kind, dataclasses.fields(kind))
        made.__qualname__ = f"{kind.__qualname__}.{name}"
        setattr(kind, name, made)
        return made(*values, **named)

    return stand_in


def _show(self: Any) -> str:  # noqa: ANN401 - any dataclass
    shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({shown})"


def _refuse_to_set(self: object, name: str, value: object) -> None:
    del self, value
    message = f"cannot assign to field {name!r}"
    raise FrozenInstanceError(message)


def _refuse_to_delete(self: object, name: str) -> None:
    del self
    message = f"cannot delete field {name!r}"
    raise FrozenInstanceError(message)


def _state(self: Any) -> list[object]:  # noqa: ANN401 - any dataclass
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _state_setter(kind: type) -> Callable[[object, list[object]], None]:
    """Return what sets the fields of a value that was pickled; the library asks anew for the fields of each."""
    setters = [getattr(kind, field.name).__set__ for field in dataclasses.fields(kind)]

    def set_state(self: object, state: list[object]) -> None:
        for put, value in zip(setters, state, strict=True):
            put(self, value)

    return set_state


def _frozen(kind: type, *, kw_only: bool, eq: bool) -> type:
    own = {name for name, value in vars(kind).items() if value is not None}
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(kind)
    functions: dict[str, object] = {"__init__": _later(made, "__init__"), "__repr__": _show}
    functions |= {name: _later(made, name) for name in COMPARING if eq}
    functions |= {"__getstate__": _state, "__setstate__": _state_setter(made)}
    functions |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
    for name, function in functions.items():
        if name not in own:
            setattr(made, name, function)
    return made


if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, kw_only: bool = False, eq: bool = True, **options: bool) -> Callable[[type], type]:
        """Return what makes a class a dataclass with `options`; the library makes those that are not frozen with slots."""
        if options == {"frozen": True, "slots": True}:
            return lambda kind: _frozen(kind, kw_only=kw_only, eq=eq)
        return dataclasses.dataclass(kw_only=kw_only, eq=eq, **options)
