"""The difference between two documents."""

from dataclasses import replace

from engine.subtitles.document import Cue, Document
from engine.subtitles.splice import Splice, compacted, inverse, splice, spliced

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


def test_where_nothing_but_translations_differs_only_these_are_kept() -> None:
    before = Document(CUES)
    first, second = (replace(cue, translation="x", translation_origin="machine") for cue in (CUES[10], CUES[12]))
    after = Document((*CUES[:10], first, CUES[11], second, *CUES[13:]), translation_language="en")
    back = compacted(splice(after, before), after)
    assert back == Splice(10, 3, (), Document(), (("", "edited"),) * 3)
    assert back.weight == 4
    assert spliced(after, back) == before
    forth = inverse(after, back)
    assert forth.translations == (("x", "machine"), ("", "edited"), ("x", "machine"))
    assert spliced(before, forth) == after
    assert inverse(before, forth) == back


def test_cues_in_which_anything_else_differs_are_kept_whole() -> None:
    before = Document(CUES)
    after = Document((replace(CUES[0], translation="x", text="y"), *CUES[1:]))
    assert compacted(splice(after, before), after) == splice(after, before)
    shorter = Document(CUES[1:])
    assert compacted(splice(shorter, before), shorter) == splice(shorter, before)
    assert compacted(splice(before, before), before) == splice(before, before)
