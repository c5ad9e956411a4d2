"""Spanish forms: nouns, verbs, adjectives, and the phrases made of them."""

import re
from functools import cache

from lexicon import Entry, NounPhrase

NUMBERS = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"]
AUXILIARIES = {"is": "es son", "was": "era eran", "has": "ha han", "will": "va_a van_a", "must": "debe deben",
               "can": "puede pueden", "wants": "quiere quieren", "stands": "está están",
               "stood": "estaba estaban", "costs": "cuesta cuestan", "gave": "dio dieron",
               "went": "fue fueron"}  # fmt: skip

_DETERMINERS = {
    "the": "el la los las",
    "a": "un una unos unas",
    "my": "mi mi mis mis",
    "our": "nuestro nuestra nuestros nuestras",
    "your": "tu tu tus tus",
    "this": "este esta estos estas",
    "many": "muchos muchas muchos muchas",
}


def noun_phrase(phrase: NounPhrase, case: str) -> str:
    if phrase.determiner in ("pronoun", "name"):
        return phrase.noun.es
    form = 2 * phrase.plural + feminine(phrase)
    words = [_determiner(phrase, form), noun(phrase.noun)[phrase.plural]]
    if phrase.adjective:
        words.append(adjective(phrase.adjective)[form])
    return " ".join(words).strip()


def _determiner(phrase: NounPhrase, form: int) -> str:
    if phrase.determiner == "number":
        return numeral(phrase.number)
    return "" if phrase.determiner == "bare" else _DETERMINERS[phrase.determiner].split()[form]


def numeral(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def feminine(phrase: NounPhrase) -> bool:
    if phrase.determiner in ("name", "pronoun"):
        return phrase.noun.kind in ("she", "woman")
    return phrase.noun.es.split()[1] == "f"


@cache
def noun(entry: Entry) -> tuple[str, str]:
    """Return singular and plural."""
    singular, _, *given = entry.es.split()
    return singular, given[0] if given else _plural(singular)


def _plural(word: str) -> str:
    if re.search(r"[aeiouéáó]$", word):
        return word + "s"
    return word[:-1] + "ces" if word.endswith("z") else re.sub("ón$", "on", word) + "es"


@cache
def verb(entry: Entry) -> dict[str, str]:
    head, *given = entry.es.partition(" +")[0].split()
    stem, kind = head[:-2], head[-2:].replace("ír", "ir")
    regular = (stem + ("a" if kind == "ar" else "e"), stem + ("ó" if kind == "ar" else "ió"),
               stem + ("ado" if kind == "ar" else "ido"))  # fmt: skip
    present, past, part = (*given, *regular[len(given) :])
    return {"inf": head, "present": present, "presents": present + "n", "past": past, "pasts": _pasts(past, kind),
             "part": part}  # fmt: skip


def _pasts(past: str, kind: str) -> str:
    """Return the preterite's third person plural by its singular."""
    for singular, plural in (("yó", "yeron"), ("jo", "jeron"), ("hizo", "hicieron"), ("ió", "ieron"), ("io", "ieron")):
        if past.endswith(singular) and kind != "ar":
            return past.removesuffix(singular) + plural
    if past.endswith("ó"):
        return past[:-1] + ("aron" if kind == "ar" else "eron")
    return past[:-1] + "ieron"


@cache
def adjective(entry: Entry) -> tuple[str, str, str, str]:
    """Return masculine, feminine, and their plurals."""
    base, *given = entry.es.split()
    if base.endswith("o"):
        return base, base[:-1] + "a", base + "s", base[:-1] + "as"
    plural = given[0] if given and given[0].endswith("s") else _plural(base)
    return base, base, plural, plural


def comparative(entry: Entry) -> str | None:
    found = [form for form in entry.es.split()[1:] if form.endswith("or")]
    return found[0] if found else None


def predicate(entry: Entry, subject: NounPhrase) -> str:
    return adjective(entry)[2 * subject.plural + feminine(subject)]


def more(entry: Entry, subject: NounPhrase) -> str:
    irregular = comparative(entry)
    if irregular:
        return irregular + "es" * subject.plural
    return f"más {predicate(entry, subject)}"


def obj(phrase: NounPhrase, government: Entry) -> str:
    """Persons follow "a", unless the verb ends in a preposition of its own."""
    preposition = government.es.partition(" +")[2] or ("a" if phrase.person else "")
    return f"{preposition} {noun_phrase(phrase, 'acc')}".strip()


def place(phrase: NounPhrase, direction: str) -> str:
    return f"{'a' if direction == 'to' else 'en'} {noun_phrase(phrase, 'acc')}"


def clock(hour: int, minute: int) -> str:
    return f"{hour}.{minute:02}~{hour}_{minute:02}"


def date(day: int, month: Entry) -> str:
    return f"{day} de {month.es}"


def finish(text: str) -> str:
    """Join a and de with the article; y becomes e before the sound i."""
    text = re.sub(r"\b([Aa]|[Dd]e) el (?=\w)", lambda match: "al " if match[1] in "Aa" else match[1] + "l ", text)
    return re.sub(r"\by (?=[Ii](?!a|e)|[Hh]i(?!e))", "e ", text)


def all_nouns(entry: Entry) -> tuple[str, ...]:
    return noun(entry)[:1] if entry.kind == "stuff" else noun(entry)


def all_adjectives(entry: Entry) -> tuple[str, ...]:
    return tuple(filter(None, (*adjective(entry), comparative(entry))))
