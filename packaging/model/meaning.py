"""What a sentence is about, before any language gives it a form: a pattern, and what fills its slots."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Literal

from lexicon import LANGUAGES, PRONOUNS, Determiner, Entry, Language, NounPhrase, read_lexicon, read_unseen

Slot = NounPhrase | Entry | int | tuple[int, int] | tuple[int, Entry]

_ANY = "ptafsi"
_SUBJECT: tuple[Determiner, ...] = ("the", "the", "the", "a", "my", "our", "your", "this", "many", "number")
_OBJECT: tuple[Determiner, ...] = (*_SUBJECT, "bare")
_PERSON: tuple[Determiner, ...] = ("the", "the", "a", "my", "our", "your", "this")
_PLACE: tuple[Determiner, ...] = ("the", "the", "the", "a", "my", "our", "this")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence with slots: `slots` says what fills each, `templates` how each language orders them."""

    register: str
    slots: tuple[tuple[str, str], ...]
    templates: Mapping[Language, str]


@cache
def patterns() -> tuple[Pattern, ...]:
    lines = (Path(__file__).parent / "words" / "patterns.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(_pattern(*line.split("\t")) for line in lines)


def _pattern(register: str, slots: str, *templates: str) -> Pattern:
    pairs = (item.partition("=") for item in slots.split())
    return Pattern(register, tuple((n, spec) for n, _, spec in pairs), dict(zip(LANGUAGES, templates, strict=True)))


def choose_pattern(stream: Random, unseen: bool) -> Pattern:
    fitting = _with_object() if unseen else patterns()
    return stream.choice(fitting)


@cache
def _with_object() -> tuple[Pattern, ...]:
    return tuple(p for p in patterns() if any(spec == "p:x" for _, spec in p.slots))


def fill(pattern: Pattern, stream: Random, unseen: bool) -> dict[str, Slot]:
    slots: dict[str, Slot] = {}
    for name, spec in pattern.slots:
        slots |= _fill_slot(name, spec, slots, stream, unseen)
    return slots


def _fill_slot(name: str, spec: str, slots: Mapping[str, Slot], stream: Random, unseen: bool) -> dict[str, Slot]:
    lexicon = read_lexicon()
    if ":" in spec:
        return _fill_verb(spec, stream, unseen)
    if re.fullmatch(r"\d+-\d+", spec):
        low, high = spec.split("-")
        return {name: _number(int(low), int(high), stream)}
    match name:
        case "Y":
            return {name: stream.randint(1700, 2029)}
        case "H":
            return {name: (stream.randint(2, 23), stream.randrange(10, 60, 5))}
        case "D":
            return {name: (stream.randint(2, 28), stream.choice(_kind("month")))}
        case "L" | "R":
            return {name: stream.choice(lexicon.places)}
        case "X" | "Q":
            return {name: _name(stream)}
        case "J":
            return {name: _predicate(spec, slots, stream)}
    if spec in _phrase_kinds():
        return {name: stream.choice(_kind(spec))}
    if spec == "A":
        subject = slots["A"]
        assert isinstance(subject, NounPhrase)
        spec = subject.noun.letter
    return {name: _noun_phrase(_ANY if spec == "*" else spec, stream, "subject" if name == "A" else "other")}


def _number(low: int, high: int, stream: Random) -> int:
    """Choose one that is written as a word in three of ten cases, where the range has such."""
    return stream.randint(low, 12 if low <= 12 < high and stream.random() < 0.3 else high)


def _fill_verb(spec: str, stream: Random, unseen: bool) -> dict[str, Slot]:
    """Choose a verb and those who take part in it: subject A and, where it has one, object B."""
    subject, _, wanted = spec.partition(":")
    choice = _verbs(subject, bool(wanted), unseen)
    verb = stream.choice(choice)
    kind = verb.kind.partition(":")[2]
    slots: dict[str, Slot] = {"V": verb, "A": _noun_phrase(subject, stream, "subject")}
    if kind:
        slots["B"] = _noun_phrase(kind, stream, "object", unseen=unseen)
    return slots


@cache
def _verbs(subject: str, transitive: bool, unseen: bool) -> tuple[Entry, ...]:
    objects = {entry.letter for entry in read_unseen()}
    fitting = (v for v in read_lexicon().verbs if v.kind[0] == subject and (len(v.kind) > 2) == transitive)
    return tuple(v for v in fitting if not unseen or v.kind[2] in objects)


@cache
def _kind(kind: str) -> tuple[Entry, ...]:
    return tuple(phrase for phrase in read_lexicon().phrases if phrase.kind == kind)


@cache
def _phrase_kinds() -> frozenset[str]:
    return frozenset(phrase.kind for phrase in read_lexicon().phrases)


@cache
def _nouns(letter: str, unseen: bool) -> tuple[Entry, ...]:
    return tuple(noun for noun in (read_unseen() if unseen else read_lexicon().nouns) if noun.letter == letter)


@cache
def _adjectives(letter: str) -> tuple[Entry, ...]:
    return tuple(adjective for adjective in read_lexicon().adjectives if letter in adjective.kind)


def _predicate(spec: str, slots: Mapping[str, Slot], stream: Random) -> Entry:
    subject = slots["A"]
    assert isinstance(subject, NounPhrase)
    return stream.choice(_adjectives("q" if spec == "q" else subject.noun.letter))


def _name(stream: Random) -> Entry:
    first = stream.choice([name for name in read_lexicon().names if name.kind != "last"])
    if stream.random() < 0.5:
        return first
    last = stream.choice([name for name in read_lexicon().names if name.kind == "last"])
    full = f"{first.en} {last.en}"
    return Entry(first.kind, full, full, full, full)


def _noun_phrase(
    letters: str, stream: Random, role: Literal["subject", "object", "other"], *, unseen: bool = False
) -> NounPhrase:
    letter = stream.choice(letters)
    if letter == "p" and not unseen and stream.random() < 0.2:
        return NounPhrase(_name(stream), "name")
    if letter == "p" and role == "subject" and stream.random() < 0.2:
        pronoun = stream.choice(PRONOUNS)
        return NounPhrase(pronoun, "pronoun", plural=pronoun.kind == "they")
    noun = stream.choice(_nouns(letter, unseen))
    adjective = stream.choice(_adjectives(letter)) if stream.random() < 0.3 else None
    phrase = NounPhrase(noun, "the", adjective=adjective)
    if letter == "d":
        return replace(phrase, determiner="bare" if role == "object" and stream.random() < 0.5 else "the")
    determiner = stream.choice(_PLACE if letter == "s" else _determiners(letter, role))
    plural = determiner in ("many", "number", "bare") or (determiner != "a" and stream.random() < 0.3)
    number = stream.choice((*range(2, 13), stream.randint(13, 99))) if determiner == "number" else 0
    return replace(phrase, determiner=determiner, plural=plural and letter != "s", number=number)


def _determiners(letter: str, role: str) -> tuple[Determiner, ...]:
    if role == "object":
        return _PERSON if letter == "p" else _OBJECT
    return _SUBJECT if role == "subject" else _PERSON
