"""Tests of the forms that the four languages' rules make."""

import english
import german
import norwegian
import pytest
import spanish
from lexicon import Entry, NounPhrase

HOUSE = Entry("place", "house", "hus n0", "casa f", "Haus n Häuser")
STUDENT = Entry("person", "student", "student m", "estudiante m", "Student w Studenten")
SMALL = Entry("pt", "small", "liten lite små mindre", "pequeño", "klein")
OLD = Entry("pt", "old", "gammel gammelt gamle eldre", "viejo", "alt älter")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        (
            NounPhrase(HOUSE, "the"),
            ("the house", "huset", "la casa", "das Haus"),
        ),
        (
            NounPhrase(HOUSE, "the", adjective=SMALL),
            ("the small house", "det lille huset", "la casa pequeña", "das kleine Haus"),
        ),
        (
            NounPhrase(HOUSE, "a", adjective=OLD),
            ("an old house", "et gammelt hus", "una casa vieja", "ein altes Haus"),
        ),
        (
            NounPhrase(STUDENT, "my", adjective=OLD),
            ("my old student", "den gamle studenten min", "mi estudiante viejo", "mein alter Student"),
        ),
        (
            NounPhrase(HOUSE, "this", plural=True),
            ("these houses", "disse husene", "estas casas", "diese Häuser"),
        ),
        (
            NounPhrase(HOUSE, "number", plural=True, number=3),
            ("three houses", "tre hus", "tres casas", "drei Häuser"),
        ),
        (
            NounPhrase(STUDENT, "many", True, SMALL),
            ("many small students", "mange små studenter", "muchos estudiantes pequeños", "viele kleine Studenten"),
        ),
    ],
)
def test_noun_phrases_agree(phrase: NounPhrase, expected: tuple[str, ...]) -> None:
    assert tuple(forms.noun_phrase(phrase, "nom") for forms in (english, norwegian, spanish, german)) == expected


@pytest.mark.parametrize(
    ("phrase", "accusative", "dative"),
    [
        (NounPhrase(STUDENT, "the", adjective=OLD), "den alten Studenten", "dem alten Studenten"),
        (NounPhrase(HOUSE, "our", adjective=SMALL), "unser kleines Haus", "unserem kleinen Haus"),
        (NounPhrase(HOUSE, "bare", True, SMALL), "kleine Häuser", "kleinen Häusern"),
    ],
)
def test_german_declines(phrase: NounPhrase, accusative: str, dative: str) -> None:
    assert (german.noun_phrase(phrase, "acc"), german.noun_phrase(phrase, "dat")) == (accusative, dative)


def _verb(cell: str) -> Entry:
    return Entry("p:t", cell, cell, cell, cell)


@pytest.mark.parametrize(
    ("cell", "form", "expected"),
    [("carry", "present", "carries"), ("carry", "past", "carried"), ("plan planned", "ing", "planning"),
     ("use", "ing", "using"), ("look_for looked_for", "present", "looks for"), ("see saw seen", "part", "seen")],
)  # fmt: skip
def test_english_verbs(cell: str, form: str, expected: str) -> None:
    assert english.verb(_verb(cell))[form] == expected


@pytest.mark.parametrize(
    ("cell", "form", "expected"),
    [("kjenne 2", "past", "kjente"), ("snakke 1", "part", "snakket"), ("studere", "past", "studerte"),
     ("gå går gikk gått", "present", "går"), ("samle 1 +på", "past", "samlet")],
)  # fmt: skip
def test_norwegian_verbs(cell: str, form: str, expected: str) -> None:
    assert norwegian.verb(_verb(cell))[form] == expected


@pytest.mark.parametrize(
    ("cell", "form", "expected"),
    [("comprar", "pasts", "compraron"), ("vivir", "pasts", "vivieron"), ("apoyar", "pasts", "apoyaron"),
     ("traer trae trajo traído", "pasts", "trajeron"), ("leer lee leyó leído", "pasts", "leyeron"),
     ("ver ve vio visto", "pasts", "vieron"), ("cerrar cierra", "presents", "cierran"), ("comer", "part", "comido")],
)  # fmt: skip
def test_spanish_verbs(cell: str, form: str, expected: str) -> None:
    assert spanish.verb(_verb(cell))[form] == expected


@pytest.mark.parametrize(
    ("cell", "form", "expected"),
    [("kaufen", "part", "gekauft"), ("besuchen", "part", "besucht"), ("studieren", "part", "studiert"),
     ("erben", "part", "geerbt"), ("zeichnen", "present", "zeichnet"), ("lernen", "past", "lernte"),
     ("arbeiten", "pasts", "arbeiteten"), ("sehen sieht sah gesehen", "pasts", "sahen")],
)  # fmt: skip
def test_german_verbs(cell: str, form: str, expected: str) -> None:
    assert german.verb(_verb(cell))[form] == expected


def test_spanish_joins_prepositions_and_articles() -> None:
    assert spanish.finish("voy a el cine y ignoro de el hotel") == "voy al cine e ignoro del hotel"


def test_german_joins_prepositions_and_articles() -> None:
    assert german.finish("in dem Haus und zu der Kirche") == "im Haus und zur Kirche"
