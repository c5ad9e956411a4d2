"""German forms: nouns, verbs, adjectives, and the phrases made of them."""

import re
from functools import cache

from lexicon import Entry, NounPhrase

NUMBERS = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
AUXILIARIES = {"is": "ist sind", "was": "war waren", "has": "hat haben", "will": "wird werden", "must": "muss müssen",
               "can": "kann können", "wants": "will wollen", "costs": "kostet kosten",
               "went": "ging gingen"}  # fmt: skip

# der-words by case: masculine, neuter, feminine, plural
_ENDINGS = {"nom": "er es e e", "acc": "en es e e", "dat": "em em er en"}
_ARTICLES = {"nom": "der das die die", "acc": "den das die die", "dat": "dem dem der den"}
_EIN = {"nom": ["", "", "e", "e"], "acc": ["en", "", "e", "e"], "dat": ["em", "em", "er", "en"]}
_OWNERS = {"a": "ein", "my": "mein", "our": "unser", "your": "dein"}
_PRONOUNS = {"he": "er ihn ihm", "she": "sie sie ihr", "they": "sie sie ihnen"}
_STRESSED = ("erben", "beten")  # their first letters only look like a prefix
_CASES = ("nom", "acc", "dat")
_ORDINALS = [
    "ersten",
    "zweiten",
    "dritten",
    "vierten",
    "fünften",
    "sechsten",
    "siebten",
    "achten",
    "neunten",
    "zehnten",
    "elften",
    "zwölften",
    "dreizehnten",
    "vierzehnten",
    "fünfzehnten",
    "sechzehnten",
    "siebzehnten",
    "achtzehnten",
    "neunzehnten",
]


def noun_phrase(phrase: NounPhrase, case: str) -> str:
    if phrase.determiner == "pronoun":
        return _PRONOUNS[phrase.noun.kind].split()[_CASES.index(case)]
    if phrase.determiner == "name":
        return phrase.noun.de
    form = 3 if phrase.plural else _gender(phrase.noun)
    words = [_determiner(phrase, case, form)]
    if phrase.adjective:
        words.append(stem(phrase.adjective) + _adjective_ending(phrase, case, form))
    return " ".join((*words, _declined(phrase, case))).strip()


def _determiner(phrase: NounPhrase, case: str, form: int) -> str:
    match phrase.determiner:
        case "the":
            return _ARTICLES[case].split()[form]
        case "this":
            return "dies" + _ENDINGS[case].split()[form]
        case "many":
            return "vielen" if case == "dat" else "viele"
        case "number":
            return numeral(phrase.number)
        case "bare":
            return ""
        case owner:
            return _OWNERS[owner] + _EIN[case][form]


def _adjective_ending(phrase: NounPhrase, case: str, form: int) -> str:
    if phrase.determiner in ("bare", "many", "number"):  # nothing before it shows the case
        return _ENDINGS[case].split()[form]
    if form == 3 or case == "dat" or (case == "acc" and form == 0):
        return "en"
    if phrase.determiner in ("the", "this"):
        return "e"
    return ["er", "es", "e"][form]


def _declined(phrase: NounPhrase, case: str) -> str:
    singular, plural = noun(phrase.noun)
    if not phrase.plural:
        return plural if phrase.noun.de.split()[1] == "w" and case != "nom" else singular
    return plural + "n" if case == "dat" and plural[-1] not in "ns" else plural


def numeral(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _gender(entry: Entry) -> int:
    return {"m": 0, "w": 0, "n": 1, "f": 2}[entry.de.split()[1]]


@cache
def noun(entry: Entry) -> tuple[str, str]:
    """Return singular and plural."""
    singular, _, *given = entry.de.split()
    return singular, given[0] if given else singular


@cache
def verb(entry: Entry) -> dict[str, str]:
    base, *given = entry.de.partition(" +")[0].replace(" !", "").split()
    root = base.removesuffix("n").removesuffix("e") if base.endswith("en") else base.removesuffix("n")
    link = "e" if re.search(r"[td]$|(ch|[^aeiouäöülrhmn])[mn]$", root) else ""
    present = given.pop(0) if len(given) == 3 else f"{root}{link}t"
    past, part = given or (f"{root}{link}te", _participle(base, f"{root}{link}t"))
    plural = past + "n" if past.endswith("e") else past + "en"
    return {"inf": base, "present": present, "presents": base, "past": past, "pasts": plural, "part": part}


def _participle(base: str, ending: str) -> str:
    unstressed = re.match("(be|ver|er|ent|zer|über|wieder|unter|inter|um|gehorch)", base) and base not in _STRESSED
    return ending if unstressed or base.endswith("ieren") else "ge" + ending


def perfect(entry: Entry) -> str:
    """Return the perfect's auxiliary for I, you, one and several, separated by spaces."""
    return "bin bist ist sind" if " !" in entry.de else "habe hast hat haben"


def stem(entry: Entry) -> str:
    base = entry.de.split()[0]
    if base.endswith("euer") or base == "sauer":
        return base[:-2] + "r"
    return base[:-2] + "l" if base.endswith("el") else base.removesuffix("e")


@cache
def comparative(entry: Entry) -> str:
    _, *given = entry.de.split()
    return given[0] if given else f"{stem(entry)}er"


def predicate(entry: Entry, subject: NounPhrase) -> str:
    return entry.de.split()[0]


def more(entry: Entry, subject: NounPhrase) -> str:
    return comparative(entry)


def obj(phrase: NounPhrase, government: Entry) -> str:
    preposition, _, case = government.de.partition(" +")[2].rpartition(":")
    return f"{preposition} {noun_phrase(phrase, case or 'acc')}".strip()


def place(phrase: NounPhrase, direction: str) -> str:
    return f"{'zu' if direction == 'to' else 'in'} {noun_phrase(phrase, 'dat')}"


def clock(hour: int, minute: int) -> str:
    return f"{hour}.{minute:02}~{hour} Uhr~Uhr_{minute:02}"


def date(day: int, month: Entry) -> str:
    ordinal = _ORDINALS[day - 1] if day < 20 else f"{'zwanzig' if day < 30 else 'dreißig'}sten"
    units = ("", "einund", "zweiund", "dreiund", "vierund", "fünfund", "sechsund", "siebenund", "achtund", "neunund")
    return f"{day}.~{ordinal if day < 20 else units[day % 10] + ordinal} {month.de}"


def finish(text: str) -> str:
    for apart, joined in (("in dem", "im"), ("zu dem", "zum"), ("zu der", "zur"), ("von dem", "vom"), ("an dem", "am")):
        text = re.sub(rf"\b{apart}\b", joined, text)
    return text


def all_nouns(entry: Entry) -> tuple[str, ...]:
    singular, plural = noun(entry)
    if entry.kind == "stuff":
        return (singular,)
    return singular, plural, plural + "n" if plural[-1] not in "ns" else plural


def all_adjectives(entry: Entry) -> tuple[str, ...]:
    if entry.kind == "q":  # said of a subject only
        return (entry.de,)
    return (entry.de.split()[0], *(stem(entry) + e for e in ("e", "en", "er", "es")), comparative(entry))
