"""Norwegian Bokmål forms: nouns, verbs, adjectives, and the phrases made of them."""

import re
from functools import cache

from lexicon import Entry, NounPhrase

NUMBERS = ["null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"]
AUXILIARIES = {"is": "er er", "was": "var var", "has": "har har", "will": "skal skal", "must": "må må",
               "can": "kan kan", "wants": "vil vil"}  # fmt: skip

_ACCUSATIVE = {"han": "ham", "hun": "henne", "de": "dem"}
_OWNERS = {"my": "min mitt mine", "our": "vår vårt våre", "your": "din ditt dine"}
_THESE = ["denne", "dette", "disse"]
_THE = ["den", "det", "de"]


def noun_phrase(phrase: NounPhrase, case: str) -> str:
    if phrase.determiner == "pronoun":
        return phrase.noun.no if case == "nom" else _ACCUSATIVE[phrase.noun.no]
    if phrase.determiner == "name":
        return phrase.noun.no
    form = 2 if phrase.plural else 1 if neuter(phrase.noun) else 0
    definite = phrase.determiner in ("the", "my", "our", "your", "this")
    word = noun(phrase.noun)[2 * phrase.plural + definite]
    quality = "" if phrase.adjective is None else adjective(phrase.adjective)[2 if definite else form]
    if quality == "små" and not phrase.plural:
        quality = "lille"
    before, after = _determiners(phrase, form)
    return " ".join(part for part in (before, quality, word, after) if part)


def _determiners(phrase: NounPhrase, form: int) -> tuple[str, str]:
    """Return what stands before and what stands after: "denne bilen", but "bilen min"."""
    match phrase.determiner:
        case "the":
            return _THE[form] if phrase.adjective else "", ""
        case "a":
            return "et" if form == 1 else "en", ""
        case "this":
            return _THESE[form], ""
        case "number":
            return numeral(phrase.number), ""
        case "many":
            return "mange", ""
        case "my" | "our" | "your":
            return _THE[form] if phrase.adjective else "", _OWNERS[phrase.determiner].split()[form]
        case _:
            return "", ""


def numeral(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def neuter(entry: Entry) -> bool:
    return entry.no.split()[1].startswith("n")


@cache
def noun(entry: Entry) -> tuple[str, str, str, str]:
    """Return a book, the book, books, the books."""
    word, gender, *given = entry.no.split()
    stem = word.removesuffix("e")
    article = "et" if gender.startswith("n") else "en"
    singular = given[0] if given else stem + article
    if len(given) > 1:
        return word, singular, given[1], given[2]
    if gender == "r":
        return word, word + "en", word + "e", word + "ne"
    return word, singular, word if gender == "n0" else stem + "er", stem + "ene"


@cache
def verb(entry: Entry) -> dict[str, str]:
    base, *given = (part.replace("_", " ") for part in entry.no.partition(" +")[0].split())
    stem = base.removesuffix("e")
    if given == ["2"]:
        stem = re.sub(r"([lmn])\1$", r"\1", stem)
    endings = {"1": ("et", "et"), "2": ("te", "t"), "3": ("de", "d")}
    present = re.sub(r"^(\w+)", r"\1r", base)
    if len(given) == 3:
        present = given.pop(0)
    if base.endswith("ere") and not given:
        given = ["2"]
    past, part = (stem + ending for ending in endings[given[0]]) if given[0] in endings else given
    forms = {"inf": base, "present": present, "past": past, "part": part}
    return forms | {"presents": forms["present"], "pasts": forms["past"]}


@cache
def adjective(entry: Entry) -> tuple[str, str, str]:
    """Return the forms for en-words, for et-words, and for the plural and all that is definite."""
    base, *given = entry.no.split()
    if len(given) >= 2:
        return base, given[0], given[1]
    if base == "rå":
        return base, "rått", "rå"
    return base, base if base.endswith(("ig", "sk")) and base not in ("fersk", "rask") else _with_t(base), base + "e"


def _with_t(base: str) -> str:
    """A double consonant is written once before t: grønn, grønt."""
    return (base[:-1] if re.search(r"(.)\1$", base) and base != "full" else base) + "t"


@cache
def comparative(entry: Entry) -> str | None:
    _, *given = entry.no.split()
    if len(given) in (1, 3):
        return given[-1]
    return None if given else adjective(entry)[2] + "re"


def predicate(entry: Entry, subject: NounPhrase) -> str:
    named = subject.determiner in ("name", "pronoun")
    return adjective(entry)[2 if subject.plural else 1 if not named and neuter(subject.noun) else 0]


def more(entry: Entry, subject: NounPhrase) -> str:
    return comparative(entry) or f"mer {predicate(entry, subject)}"


def obj(phrase: NounPhrase, government: Entry) -> str:
    """A verb's particle stands with its object: "Hvorfor lette mannen etter boken?"."""
    return f"{government.no.partition(' +')[2]} {noun_phrase(phrase, 'acc')}".strip()


def place(phrase: NounPhrase, direction: str) -> str:
    preposition = "til" if direction == "to" else "på" if phrase.noun.kind == "site" else "i"
    return f"{preposition} {noun_phrase(phrase, 'acc')}"


def clock(hour: int, minute: int) -> str:
    return f"{hour}.{minute:02}~{hour}_{minute:02}"


def date(day: int, month: Entry) -> str:
    return f"{day}. {month.no}"


def finish(text: str) -> str:
    return text


def all_nouns(entry: Entry) -> tuple[str, ...]:
    return noun(entry)[:2] if entry.kind == "stuff" else noun(entry)


def all_adjectives(entry: Entry) -> tuple[str, ...]:
    return tuple(filter(None, (*adjective(entry), comparative(entry))))
