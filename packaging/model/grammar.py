"""Sentences with their English translation: one abstract sentence, given a form in both languages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import product
from random import Random
from types import ModuleType
from typing import Literal
from zlib import crc32

import english
import german
import norwegian
import spanish
from lexicon import PRONOUNS, Determiner, Entry, Language, NounPhrase, read_lexicon, read_unseen
from meaning import Slot, choose_pattern, fill, patterns
from spelling import pseudo_word

Split = Literal["train", "held-out", "unseen"]

_FORMS: Mapping[Language, ModuleType] = {"en": english, "no": norwegian, "es": spanish, "de": german}
_DETERMINERS: tuple[Determiner, ...] = ("the", "a", "my", "our", "your", "this", "many")
_SLOT = re.compile(r"\{(\w)(?: (\w+))?\}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as a caption has it, and how to read it aloud where that isn't plain from the writing."""

    written: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said; `english` is its translation, None where it means nothing.

    `meant` tells of each word of the translation, where that is known, the first word that it stands for and the one
    after the last: all of them for a word that belongs to the sentence's form alone.
    """

    language: Language
    words: tuple[Word, ...]
    english: str | None
    meant: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        return " ".join(word.written for word in self.words)


def held_out(text: str) -> bool:
    """Say whether a sentence is among the twentieth that no training text may hold."""
    return crc32(re.sub(r"\W+", " ", text).strip().casefold().encode()) % 20 == 0


def sentences(
    language: Language, stream: Random, *, split: Split = "train", shuffled: float = 0.0
) -> Iterator[Sentence]:
    """Make sentences without end. `shuffled` is the share of those that are words in random order.

    "held-out" are sentences, never seen in "train"; each of "unseen" has a noun that none of the others has.
    """
    while True:
        if stream.random() < shuffled:
            sentence = _shuffle(language, stream)
        else:
            sentence = _say(language, stream, unseen=split == "unseen")
        if split == "unseen" or held_out(sentence.text) == (split == "held-out"):
            yield sentence


# --- from meaning to text


def _say(language: Language, stream: Random, *, unseen: bool) -> Sentence:
    pattern = choose_pattern(stream, unseen)
    slots = fill(pattern, stream, unseen)
    said = _realise(language, pattern.templates[language], slots)
    translation = said if language == "en" else _realise("en", pattern.templates["en"], slots)
    places = [slot for _, slot in said]
    meant = tuple(_place(slot, places) for _, slot in translation)
    english = " ".join(word.written for word, _ in translation)
    return Sentence(language, tuple(word for word, _ in said), english, meant)


def _place(slot: str, said: Sequence[str]) -> tuple[int, int]:
    """Return the first word of a slot and the one after its last; all words for a slot that nobody said."""
    if not slot or slot not in said:
        return 0, len(said)
    return said.index(slot), len(said) - said[::-1].index(slot)


def _realise(language: Language, template: str, slots: Mapping[str, Slot]) -> list[tuple[Word, str]]:
    """Return the words, each with the name of the slot that it is of, or ""."""
    text, owners = "", ""  # a sign of `owners` for each of `text`
    at = 0
    for match in _SLOT.finditer(template):
        name, form = match[1], match[2] or ""
        filling = _render(language, slots, name, form)
        auxiliary = form.startswith("aux") or form in _FORMS[language].AUXILIARIES
        text += template[at : match.start()] + filling
        owners += " " * (match.start() - at) + (" " if auxiliary else name) * len(filling)
        at = match.end()
    text += template[at:]
    before = [(word[0], owners[word.start() : word.end()].strip()[:1]) for word in re.finditer(r"\S+", text)]
    text = " ".join(_FORMS[language].finish(text).split())
    named = _named(text.split(), before)
    first = re.search(r"\w", text)
    assert first is not None, template
    text = text[: first.start()] + text[first.start()].upper() + text[first.end() :]
    return [(_word(token), slot) for token, slot in zip(text.split(), named, strict=True)]


def _named(words: Sequence[str], before: Sequence[tuple[str, str]]) -> list[str]:
    """Return the slots of words, of which some have been joined ("de el" to "del") since they were named."""
    if len(words) == len(before):
        return [slot for _, slot in before]
    named: list[str] = []
    for _, first, after, start, stop in SequenceMatcher(None, [w for w, _ in before], words, False).get_opcodes():
        slots = [slot for _, slot in before[first:after]]
        same = after - first == stop - start
        named += slots if same else [max(slots, default="")] * (stop - start)
    return named


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
        for determiner, plural, case in product(_DETERMINERS, (False, True), ("nom", "acc", "dat")):
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
