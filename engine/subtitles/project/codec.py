"""Frozen dataclasses to JSON and back, exactly: every field is checked by its declared type, in both directions.

A value of a union says which dataclass it is; fields that have their default are left out, so that a field with a
default can be added to a class and older files still read.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Generic, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
_T = TypeVar("_T")
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # made once: a row is a matter of µs
_read = json.JSONDecoder().raw_decode
_PLAIN: Mapping[object, tuple[type, ...]] = MappingProxyType(
    {str: (str,), bool: (bool,), int: (int,), float: (float, int), NoneType: (NoneType,)}
)


class Unreadable(ValueError):  # noqa: N818 - says what the data is
    """The data is no value of the type that was asked for. The message never holds what was said."""


@dataclass(frozen=True, slots=True)
class Codec(Generic[_T]):
    """The two directions for one type; both raise Unreadable for what is not of it."""

    encode: Callable[[_T], Json]
    decode: Callable[[Json], _T]

    def dump(self, value: _T) -> bytes:
        return dump(self.encode(value))

    def load(self, data: bytes) -> _T:
        return self.decode(load(data))


def dump(value: Json) -> bytes:
    """Write JSON as UTF-8; half surrogate pairs, which a damaged file name or text can hold, are kept."""
    return _write(value).encode("utf-8", "surrogatepass")


def load(data: bytes) -> Json:
    """Read what `dump` wrote. Raise Unreadable."""
    try:
        text = data.decode("utf-8", "surrogatepass")
        value: Json
        value, end = _read(text)
    except (ValueError, RecursionError):
        raise Unreadable("no JSON") from None
    if end < len(text):
        raise Unreadable("more than JSON")
    return value


def load_mapping(data: bytes) -> Mapping[str, Json]:
    """Read a JSON object. Raise Unreadable."""
    value = load(data)
    if not isinstance(value, dict):
        raise Unreadable("no JSON object")
    return value


def codec(kind: type[_T]) -> Codec[_T]:
    """Return the codec of a dataclass. Raise TypeError, a bug, if a field's type has no exact JSON."""
    return _dataclass_codec(cast(Any, kind))


@cache
def _codec(kind: Any) -> Codec[Any]:
    origin = get_origin(kind)
    if kind in _PLAIN:
        return _plain_codec(_PLAIN[kind])
    if origin is Literal:
        return _literal_codec(get_args(kind))
    if origin in (Union, UnionType):
        return _union_codec(get_args(kind))
    if origin is tuple:
        return _tuple_codec(get_args(kind))
    if is_dataclass(kind):
        return _dataclass_codec(cast(Any, kind))
    raise TypeError(f"{kind} has no exact JSON: give it one in codec.py")


def _plain_codec(types: tuple[type, ...]) -> Codec[Any]:
    def same(value: Any) -> Any:
        if type(value) not in types:
            raise Unreadable(f"{type(value).__name__} for {types[0].__name__}")
        return value

    return Codec(same, same)


def _literal_codec(choices: tuple[object, ...]) -> Codec[Any]:
    known = {(type(choice), choice) for choice in choices}

    def same(value: Any) -> Any:
        if isinstance(value, dict | list) or (type(value), value) not in known:
            raise Unreadable("not one of the choices")
        return value

    return Codec(same, same)


def _union_codec(members: tuple[Any, ...]) -> Codec[Any]:
    plain = {kind: _codec(member) for member in members for kind in _PLAIN.get(member, ())}
    classes = {member: _codec(cast(Any, member)) for member in members if is_dataclass(member)}
    names = {member.__name__: codec for member, codec in classes.items() if isinstance(member, type)}
    if len(names) + sum(member in _PLAIN for member in members) < len(members):
        raise TypeError(f"the union of {members} has no exact JSON")

    def encode(value: Any) -> Json:
        kind = type(value)
        if kind in plain:
            return value  # type: ignore[no-any-return]
        if kind not in classes:
            raise Unreadable(f"{kind.__name__} in a union without it")
        return [kind.__name__, classes[kind].encode(value)]

    def decode(data: Json) -> Any:
        if type(data) in plain:
            return data
        if not isinstance(data, list) or len(data) != 2 or not isinstance(data[0], str) or data[0] not in names:
            raise Unreadable("a class that is not known")
        return names[data[0]].decode(data[1])

    return Codec(encode, decode)


def _tuple_codec(members: tuple[Any, ...]) -> Codec[Any]:
    if len(members) == 2 and members[1] is Ellipsis:
        return _sequence_codec(_codec(members[0]))
    codecs = [_codec(member) for member in members]

    def encode(value: Any) -> Json:
        if type(value) is not tuple or len(value) != len(codecs):
            raise Unreadable("a tuple of another length")
        return [codec.encode(item) for codec, item in zip(codecs, value, strict=True)]

    def decode(data: Json) -> Any:
        if not isinstance(data, list) or len(data) != len(codecs):
            raise Unreadable("a list of another length")
        return tuple(codec.decode(item) for codec, item in zip(codecs, data, strict=True))

    return Codec(encode, decode)


def _sequence_codec(member: Codec[Any]) -> Codec[Any]:
    def encode(value: Any) -> Json:
        if type(value) is not tuple:
            raise Unreadable(f"{type(value).__name__} for tuple")
        return [member.encode(item) for item in value]

    def decode(data: Json) -> Any:
        if not isinstance(data, list):
            raise Unreadable("no list")
        return tuple([member.decode(item) for item in data])

    return Codec(encode, decode)


@cache
def _dataclass_codec(kind: Any) -> Codec[Any]:
    hints = get_type_hints(kind)
    members = [(field.name, _codec(hints[field.name]), field.default) for field in fields(kind)]
    encoders = [(name, member.encode, default) for name, member, default in members]
    decoders = {name: member.decode for name, member, _ in members}
    required = {name for name, _, default in members if default is MISSING}
    values_of = attrgetter(*decoders) if len(members) > 1 else lambda value: [getattr(value, name) for name in decoders]

    def encode(value: Any) -> Json:
        if type(value) is not kind:
            raise Unreadable(f"{type(value).__name__} for {kind.__name__}")
        written: dict[str, Json] = {}
        for (name, encode_item, default), item in zip(encoders, values_of(value), strict=True):
            if item is not default and (item != default or repr(item) != repr(default)):  # 100 is not 100.0
                written[name] = encode_item(item)
        return written

    def decode(data: Json) -> Any:
        if not isinstance(data, dict) or not data.keys() >= required or not data.keys() <= decoders.keys():
            raise Unreadable(f"other fields than {kind.__name__}'s")
        return kind(**{name: decoders[name](item) for name, item in data.items()})

    return Codec(encode, decode)
