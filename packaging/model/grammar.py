"""Sentences with their English translation: one abstract sentence, given a form in both languages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import count, product
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Literal
from zlib import crc32

import english
import german
import norwegian
import spanish
from lexicon import LANGUAGES, PRONOUNS, Determiner, Entry, Language, NounPhrase, read_lexicon, read_unseen
from spelling import pseudo_word

Split = Literal["train", "held-out", "unseen"]
Slot = NounPhrase | Entry | int | tuple[int, int] | tuple[int, Entry]

_FORMS: Mapping[Language, ModuleType] = {"en": english, "no": norwegian, "es": spanish, "de": german}
_SLOT = re.compile(r"\{(\w)(?: (\w+))?\}")
_ANY = "ptafsi"
_SUBJECT: tuple[Determiner, ...] = ("the", "the", "the", "a", "my", "our", "your", "this", "many", "number")
_OBJECT: tuple[Determiner, ...] = (*_SUBJECT, "bare")
_PERSON: tuple[Determiner, ...] = ("the", "the", "a", "my", "our", "your", "this")
_PLACE: tuple[Determiner, ...] = ("the", "the", "the", "a", "my", "our", "this")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as a caption has it, and how to read it aloud where that isn't plain from the writing."""

    written: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said; `english` is its translation, None where it means nothing."""

    language: Language
    words: tuple[Word, ...]
    english: str | None

    @property
    def text(self) -> str:
        return " ".join(word.written for word in self.words)


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


def held_out(text: str) -> bool:
    """Say whether a sentence is among the twentieth that no training text may hold."""
    return crc32(re.sub(r"\W+", " ", text).strip().casefold().encode()) % 20 == 0


def sentences(
    language: Language, stream: Random, *, split: Split = "train", shuffled: float = 0.0
) -> Iterator[Sentence]:
    """Make sentences without end. `shuffled` is the share of those that are words in random order.

    "held-out" are sentences, never seen in "train"; each of "unseen" has a noun that none of the others has.
    """
    for _ in count():
        if stream.random() < shuffled:
            sentence = _shuffle(language, stream)
        else:
            sentence = _say(language, _choose_pattern(stream, split), stream, split)
        if split == "unseen" or held_out(sentence.text) == (split == "held-out"):
            yield sentence


def _choose_pattern(stream: Random, split: Split) -> Pattern:
    fitting = _with_object() if split == "unseen" else patterns()
    return stream.choice(fitting)


@cache
def _with_object() -> tuple[Pattern, ...]:
    return tuple(p for p in patterns() if any(spec == "p:x" for _, spec in p.slots))


# --- from meaning to text


def _say(language: Language, pattern: Pattern, stream: Random, split: Split) -> Sentence:
    slots = _fill(pattern, stream, split)
    words = _realise(language, pattern.templates[language], slots)
    translation = words if language == "en" else _realise("en", pattern.templates["en"], slots)
    return Sentence(language, words, " ".join(word.written for word in translation))


def _realise(language: Language, template: str, slots: Mapping[str, Slot]) -> tuple[Word, ...]:
    text = _SLOT.sub(lambda match: _render(language, slots, match[1], match[2] or ""), template)
    text = " ".join(_FORMS[language].finish(text).split())
    first = re.search(r"\w", text)
    assert first is not None, template
    text = text[: first.start()] + text[first.start()].upper() + text[first.end() :]
    return tuple(_word(token) for token in text.split())


def _word(token: str) -> Word:
    """Read "written~spoken", where the writing's punctuation may follow the spoken form."""
    written, _, spoken = token.partition("~")
    if not spoken:
        return Word(written, written)
    said = re.match(r"\w+", spoken)
    assert said is not None, token
    return Word(written + spoken[said.end() :], spoken.replace("_", " "))


def _render(language: Language, slots: Mapping[str, Slot], name: str, form: str) -> str:
    forms, value = _FORMS[language], slots[name]
    match value:
        case int():
            return str(value) if name in "YZ" else str(forms.numeral(value))
        case (int() as hour, int() as minute):
            return str(forms.clock(hour, minute))
        case (int() as day, Entry() as month):
            date = str(forms.date(day, month))
            return date.replace("ten ", "te ") if form == "nom" else date
        case NounPhrase():
            return _render_phrase(language, slots, name, form)
    if name == "V":
        return _render_verb(language, value, slots["A"], form)
    if name == "J":
        return str((forms.more if form == "more" else forms.predicate)(value, slots["A"]))
    return value.cell(language).replace("_", " ")


def _render_phrase(language: Language, slots: Mapping[str, Slot], name: str, form: str) -> str:
    forms, phrase = _FORMS[language], slots[name]
    assert isinstance(phrase, NounPhrase)
    if form in forms.AUXILIARIES:
        return str(forms.AUXILIARIES[form].split()[phrase.plural].replace("_", " "))
    if form in ("in", "to"):
        return str(forms.place(phrase, form))
    verb = slots.get("V")
    if name == "B" and isinstance(verb, Entry) and not form:
        return str(forms.obj(phrase, verb))
    return str(forms.noun_phrase(phrase, form or "nom"))


def _render_verb(language: Language, verb: Entry, subject: Slot | None, form: str) -> str:
    plural = isinstance(subject, NounPhrase) and subject.plural
    if form.startswith("aux"):
        first, second, *others = german.perfect(verb).split()
        return {"aux0": first, "aux2": second, "aux1": others[0], "aux": others[plural]}[form]
    forms = _FORMS[language].verb(verb)
    if form == "past1":
        return str(forms["past"])
    return str(forms[form + "s" if plural and form in ("present", "past") else form])


# --- what fills the slots


def _fill(pattern: Pattern, stream: Random, split: Split) -> dict[str, Slot]:
    slots: dict[str, Slot] = {}
    for name, spec in pattern.slots:
        slots |= _fill_slot(name, spec, slots, stream, split)
    return slots


def _fill_slot(name: str, spec: str, slots: Mapping[str, Slot], stream: Random, split: Split) -> dict[str, Slot]:
    lexicon = read_lexicon()
    if ":" in spec:
        return _fill_verb(spec, stream, split)
    if re.fullmatch(r"\d+-\d+", spec):
        return {name: _number(*map(int, spec.split("-")), stream)}
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


def _fill_verb(spec: str, stream: Random, split: Split) -> dict[str, Slot]:
    """Choose a verb and those who take part in it: subject A and, where it has one, object B."""
    subject, _, wanted = spec.partition(":")
    choice = _verbs(subject, bool(wanted), split == "unseen")
    verb = stream.choice(choice)
    kind = verb.kind.partition(":")[2]
    slots: dict[str, Slot] = {"V": verb, "A": _noun_phrase(subject, stream, "subject")}
    if kind:
        slots["B"] = _noun_phrase(kind, stream, "object", unseen=split == "unseen")
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
        return replace(phrase, determiner=stream.choice(("the", "bare") if role == "object" else ("the",)))
    determiner = stream.choice(_PLACE if letter == "s" else _determiners(letter, role))
    plural = determiner in ("many", "number", "bare") or (determiner != "a" and stream.random() < 0.3)
    number = stream.choice((*range(2, 13), stream.randint(13, 99))) if determiner == "number" else 0
    return replace(phrase, determiner=determiner, plural=plural and letter != "s", number=number)


def _determiners(letter: str, role: str) -> tuple[Determiner, ...]:
    if role == "object":
        return _PERSON if letter == "p" else _OBJECT
    return _SUBJECT if role == "subject" else _PERSON


# --- words without a sentence


@cache
def vocabulary(language: Language) -> tuple[str, ...]:
    """Return every word form that the grammar can say, numbers above twelve left out."""
    lexicon, forms = read_lexicon(), _FORMS[language]
    texts = [*forms.NUMBERS[2:], *(pattern.templates[language] for pattern in patterns())]
    texts += [entry.cell(language) for entry in (*lexicon.phrases, *lexicon.places, *lexicon.names, *PRONOUNS)]
    texts += [text.replace("_", " ") for text in forms.AUXILIARIES.values()]
    texts += [form for entry in lexicon.nouns for form in forms.all_nouns(entry)]
    texts += _with_determiners(forms)
    texts += [form for entry in lexicon.verbs for form in forms.verb(entry).values()]
    texts += [form for entry in lexicon.adjectives for form in forms.all_adjectives(entry)]
    words = {word for text in texts for word in re.findall(r"[^\W\d_]+", _SLOT.sub(" ", text))}
    return tuple(sorted({word for word in words if word[0].islower() or word.lower() not in words}))


def _with_determiners(forms: ModuleType) -> Iterator[str]:
    """Say some nouns of every gender with every determiner in every case."""
    for noun in read_lexicon().nouns[:40]:
        for determiner, plural, case in product(
            set(_OBJECT) - {"number", "bare"}, (False, True), ("nom", "acc", "dat")
        ):
            yield forms.noun_phrase(NounPhrase(noun, determiner, plural), case)


@cache
def unseen_words(language: Language) -> tuple[str, ...]:
    """Return all forms of the nouns that only the split "unseen" says."""
    return tuple(sorted({form for entry in read_unseen() for form in _FORMS[language].all_nouns(entry)}))


def _shuffle(language: Language, stream: Random) -> Sentence:
    """Put three to ten words in random order, some of them made up: nothing but the sound tells what comes next."""
    words = [
        pseudo_word(language, stream) if stream.random() < 0.25 else stream.choice(vocabulary(language))
        for _ in range(stream.randint(3, 10))
    ]
    if stream.random() < 0.2:
        words[stream.randrange(len(words))] = str(stream.randint(13, 999))
    if len(words) > 4 and stream.random() < 0.3:
        words[stream.randrange(len(words) - 1)] += ","
    words[0] = words[0][0].upper() + words[0][1:]
    words[-1] += stream.choice(".....?!")
    if language == "es" and words[-1][-1] in "?!":
        words[0] = ("¿" if words[-1][-1] == "?" else "¡") + words[0]
    return Sentence(language, tuple(Word(word, word) for word in words), None)
