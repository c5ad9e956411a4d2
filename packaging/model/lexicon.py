"""Words in four languages, read from the tables in words/: one line a meaning, one column a language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["en", "no", "es", "de"]
LANGUAGES: tuple[Language, ...] = ("en", "no", "es", "de")

# The letters by which verbs and adjectives name the kinds of nouns that go with them.
KINDS = {"person": "p", "animal": "a", "food": "f", "stuff": "d", "thing": "t", "idea": "i", "place": "s", "site": "s",
         "woman": "p", "man": "p", "he": "p", "she": "p", "they": "p"}  # fmt: skip

_TABLES = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning: `kind` says where it fits, the others hold a word and the irregular forms that its rules need."""

    kind: str
    en: str
    no: str
    es: str
    de: str

    def cell(self, language: Language) -> str:
        match language:
            case "en":
                return self.en
            case "no":
                return self.no
            case "es":
                return self.es
            case "de":
                return self.de

    @property
    def letter(self) -> str:
        return KINDS[self.kind]


Determiner = Literal["the", "a", "my", "our", "your", "this", "many", "number", "bare", "name", "pronoun"]


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Who or what, before any language has given it a form. A name or a pronoun stands as it is in `noun`."""

    noun: Entry
    determiner: Determiner = "the"
    plural: bool = False
    adjective: Entry | None = None
    number: int = 0

    @property
    def person(self) -> bool:
        return self.noun.letter == "p"


@dataclass(frozen=True, slots=True)
class Lexicon:
    nouns: tuple[Entry, ...]
    verbs: tuple[Entry, ...]
    adjectives: tuple[Entry, ...]
    phrases: tuple[Entry, ...]
    places: tuple[Entry, ...]
    names: tuple[Entry, ...]


PRONOUNS = (
    Entry("he", "he", "han", "él", "er"),
    Entry("she", "she", "hun", "ella", "sie"),
    Entry("they", "they", "de", "ellos", "sie"),
)


@cache
def read_lexicon() -> Lexicon:
    return Lexicon(
        tuple(_rows("nouns")),
        tuple(_rows("verbs")),
        tuple(_rows("adjectives")),
        tuple(_rows("phrases")),
        tuple(Entry("place", *cells) for cells in _cells("places")),
        tuple(Entry(kind, name, name, name, name) for kind, name in _cells("names")),
    )


@cache
def read_unseen() -> tuple[Entry, ...]:
    """Return the nouns that no training text ever uses."""
    return tuple(_rows("unseen"))


def _rows(table: str) -> Iterator[Entry]:
    for kind, en, no, es, de in _cells(table):
        yield Entry(kind, en, no, es, de)


def _cells(table: str) -> Iterator[list[str]]:
    lines = (_TABLES / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:])
