"""Tests of the sentences: real, translated, many, and apart from those that are held out."""

import re
from itertools import islice
from random import Random

import grammar
import pytest
from grammar import held_out, patterns, sentences, unseen_words, vocabulary
from lexicon import LANGUAGES, Language

each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
def test_the_vocabulary_is_large_enough(language: Language) -> None:
    assert len({word.lower() for word in vocabulary(language)}) >= (2000 if language == "en" else 1000)


@each_language
def test_every_sentence_is_whole_and_looks_like_a_caption(language: Language) -> None:
    for sentence in islice(sentences(language, Random(1)), 2000):
        assert sentence.english is not None
        for text in (sentence.text, sentence.english):
            assert not re.search(r"[{}~_]|  | ,", text), text
            assert re.match(r'[¿¡"]?[A-ZÁÉÍÓÚÄÖÜÆØÅ0-9]', text), text
            assert text[-1] in '.?!"', text


@each_language
def test_most_sentences_are_said_only_once(language: Language) -> None:
    texts = [sentence.text for sentence in islice(sentences(language, Random(1)), 2000)]
    assert len(set(texts)) > 1900


@each_language
def test_the_vocabulary_holds_every_word_that_is_said(language: Language) -> None:
    known = {word.lower() for word in vocabulary(language)} | {"e", "al", "del", "mejores", "etter", "lille"}
    known |= {"auf", "bist", "habe", "hast", "ihn", "ihm", "im", "zum", "zur", "costs", "cost", "på", "om", "en", "a"}
    said = {
        word.lower()
        for sentence in islice(sentences(language, Random(1)), 2000)
        for word in re.findall(r"[^\W\d_]+", sentence.text)
    }
    assert said <= known


def test_english_translates_to_itself() -> None:
    assert all(sentence.text == sentence.english for sentence in islice(sentences("en", Random(1)), 200))


def test_the_same_stream_says_the_same() -> None:
    first, second = (list(islice(sentences("no", Random(4), shuffled=0.3), 50)) for _ in range(2))
    assert first == second


@each_language
def test_no_training_sentence_is_held_out(language: Language) -> None:
    assert not any(held_out(s.text) for s in islice(sentences(language, Random(1), shuffled=0.3), 1000))
    assert all(held_out(s.text) for s in islice(sentences(language, Random(1), split="held-out"), 100))


def test_a_twentieth_is_held_out_whatever_the_punctuation() -> None:
    assert sum(held_out(f"Sentence number {n}.") for n in range(10_000)) == pytest.approx(500, abs=80)
    assert held_out("Where is it?") == held_out("where is it")


@each_language
def test_unseen_words_are_never_trained(language: Language) -> None:
    assert len(grammar.read_unseen()) >= 100
    assert not {w.lower() for w in unseen_words(language)} & {w.lower() for w in vocabulary(language)}
    said = next(sentences(language, Random(1), split="unseen"))
    assert set(re.findall(r"[^\W\d_]+", said.text)) & set(unseen_words(language))


@each_language
def test_shuffled_words_have_no_translation(language: Language) -> None:
    made = list(islice(sentences(language, Random(1), shuffled=0.25), 1000))
    assert sum(sentence.english is None for sentence in made) == pytest.approx(250, abs=50)


def test_there_are_several_dozen_patterns_in_every_register() -> None:
    assert len(patterns()) > 80
    assert {p.register for p in patterns()} >= {"interview", "news", "everyday", "numbers", "dates", "names"}


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [("de", "8", "achten"), ("de", "23", "dreiundzwanzigsten"), ("en", "3", "3rd")],
)
def test_ordinals_are_written_as_digits_and_spoken_as_words(language: Language, written: str, spoken: str) -> None:
    words = {word for sentence in islice(sentences(language, Random(1)), 4000) for word in sentence.words}
    assert spoken in {word.spoken.rstrip(",.") for word in words if word.written.rstrip(",.") == written}


def test_each_word_of_a_translation_knows_the_words_that_it_stands_for() -> None:
    made = [sentence for sentence in islice(sentences("de", Random(3)), 12) if "vergessen" in sentence.text]

    (sentence,) = made
    said = [word.written for word in sentence.words]
    assert sentence.english is not None
    assert [
        (word, " ".join(said[first:after]))
        for word, (first, after) in zip(sentence.english.split(), sentence.meant, strict=True)
    ] == [
        ("Pilar", "Pilar Jiménez,"),
        ("Jiménez,", "Pilar Jiménez,"),
        ("have", "Pilar Jiménez, hast du diesen schwachen Nachbarn vergessen?"),
        ("you", "Pilar Jiménez, hast du diesen schwachen Nachbarn vergessen?"),
        ("forgotten", "vergessen?"),
        ("this", "diesen schwachen Nachbarn"),
        ("weak", "diesen schwachen Nachbarn"),
        ("neighbour?", "diesen schwachen Nachbarn"),
    ]


def test_words_that_were_joined_keep_what_they_stand_for() -> None:
    joined = [s for s in islice(sentences("es", Random(3)), 2000) if "al" in s.text.split() and s.english is not None]

    assert joined
    for sentence in joined:
        assert len(sentence.meant) == len((sentence.english or "").split())
        assert all(0 <= first < after <= len(sentence.words) for first, after in sentence.meant)
