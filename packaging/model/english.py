"""English forms: nouns, verbs, adjectives, and the phrases made of them."""

import re
from functools import cache

from lexicon import Entry, NounPhrase

NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
AUXILIARIES = {"is": "is are", "was": "was were", "has": "has have", "will": "will will", "must": "must must",
               "can": "can can", "does": "does do", "wants": "wants want", "costs": "costs cost"}  # fmt: skip

_DETERMINERS = {"the": "the", "my": "my", "our": "our", "your": "your", "many": "many", "bare": ""}
_ACCUSATIVE = {"he": "him", "she": "her", "they": "them"}
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")
_STRESSED_LAST = ("begin", "forget", "admit")


def noun_phrase(phrase: NounPhrase, case: str) -> str:
    if phrase.determiner == "pronoun":
        return phrase.noun.en if case == "nom" else _ACCUSATIVE[phrase.noun.en]
    if phrase.determiner == "name":
        return phrase.noun.en
    words = [adjective(phrase.adjective)] if phrase.adjective else []
    words.append(noun(phrase.noun)[phrase.plural])
    return f"{_determiner(phrase, words[0])} {' '.join(words)}".strip()


def _determiner(phrase: NounPhrase, following: str) -> str:
    match phrase.determiner:
        case "a":
            return "an" if re.match(r"[aeiou](?!ni|seful|uro)|hon|hour", following) else "a"
        case "number":
            return numeral(phrase.number)
        case "this":
            return "these" if phrase.plural else "this"
        case known:
            return _DETERMINERS[known]


def numeral(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


@cache
def noun(entry: Entry) -> tuple[str, str]:
    """Return singular and plural."""
    singular, _, plural = entry.en.partition("/")
    if plural:
        return singular, plural
    if re.search(r"(s|x|ch|sh|tomato|potato)$", singular):
        return singular, singular + "es"
    return singular, re.sub(r"([^aeiou])y$", r"\1ie", singular) + "s"


@cache
def verb(entry: Entry) -> dict[str, str]:
    base, *given = (part.replace("_", " ") for part in entry.en.split())
    head, _, tail = base.partition(" ")
    past = given[0] if given else _past(head)
    return {
        "inf": base,
        "present": f"{_third(head)} {tail}".strip(),
        "presents": base,
        "past": past,
        "pasts": past,
        "part": given[1] if len(given) > 1 else past,
        "ing": f"{_ing(head)} {tail}".strip(),
    }


def _third(base: str) -> str:
    if re.search(r"(s|x|z|ch|sh|go|do)$", base):
        return base + "es"
    return re.sub(r"([^aeiou])y$", r"\1ie", base) + "s"


def _past(base: str) -> str:
    return base + "d" if base.endswith("e") else re.sub(r"([^aeiou])y$", r"\1i", base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base in _STRESSED_LAST or (_DOUBLING.fullmatch(base)):
        return base + base[-1] + "ing"
    if base == "travel":
        return "travelling"
    return re.sub(r"(?<!e)e$", "", base) + "ing"


def adjective(entry: Entry) -> str:
    return entry.en.split()[0]


@cache
def comparative(entry: Entry) -> str | None:
    """Return the form with -er; None where English says "more"."""
    base, *given = entry.en.split()
    if given:
        return None if given[0] == "-" else given[0]
    if base.endswith("e"):
        return base + "r"
    return base + base[-1] + "er" if _DOUBLING.fullmatch(base) and base[-1] != "w" else base + "er"


def predicate(entry: Entry, subject: NounPhrase) -> str:
    return adjective(entry)


def more(entry: Entry, subject: NounPhrase) -> str:
    return comparative(entry) or f"more {adjective(entry)}"


def obj(phrase: NounPhrase, government: Entry) -> str:
    return noun_phrase(phrase, "acc")


def place(phrase: NounPhrase, direction: str) -> str:
    preposition = "to" if direction == "to" else "at" if phrase.noun.kind == "site" else "in"
    return f"{preposition} {noun_phrase(phrase, 'acc')}"


def clock(hour: int, minute: int) -> str:
    return f"{hour}.{minute:02}~{hour}_{minute:02}"


def date(day: int, month: Entry) -> str:
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{month.en} {day}~{day}{ending}"


def finish(text: str) -> str:
    return text


def all_nouns(entry: Entry) -> tuple[str, ...]:
    return noun(entry)[:1] if entry.kind == "stuff" else noun(entry)


def all_adjectives(entry: Entry) -> tuple[str, ...]:
    return tuple(filter(None, (adjective(entry), comparative(entry))))
