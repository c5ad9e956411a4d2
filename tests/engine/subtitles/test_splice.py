"""The difference between two documents."""

from dataclasses import replace

from engine.subtitles.document import Cue, Document
from engine.subtitles.splice import Splice, inverse, splice, spliced

CUES = tuple(Cue(number, number, number + 1, str(number)) for number in range(1, 5000))


def test_only_what_differs_is_kept() -> None:
    before = Document(CUES)
    after = Document((*CUES[:3000], *CUES[3002:]))
    assert splice(after, before) == Splice(3000, 0, CUES[3000:3002])
    assert splice(before, after) == Splice(3000, 2, ())
    assert splice(before, before) == Splice(4999, 0, ())


def test_repeated_cues_are_not_counted_twice() -> None:
    one, two = Document(CUES[:1]), Document((CUES[0], CUES[0]))
    assert spliced(two, splice(two, one)) == one
    assert spliced(one, splice(one, two)) == two


def test_other_fields_come_back_and_ids_do_not() -> None:
    before = Document(CUES, "en", speakers=("Ann",), next_id=5000)
    after = replace(before, language="de", cues=CUES[1:], next_id=5007)
    back = spliced(after, splice(after, before))
    assert back == before
    assert back.next_id == 5007


def test_an_inverse_takes_a_splice_back() -> None:
    before, after = Document(CUES, "en"), Document(CUES[5:], "de")
    change = splice(before, after)
    assert spliced(spliced(before, change), inverse(before, change)) == before


def test_weight_counts_cues_and_words() -> None:
    assert Splice(0, 0, CUES[:4]).weight == 5
