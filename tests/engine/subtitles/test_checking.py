"""What is checked in parts is what is checked as a whole, whatever was edited in between."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.subtitles.checking import begun
from engine.subtitles.checks import Problem, check
from engine.subtitles.document import Cue, Document
from engine.subtitles.profiles import find_profile

_PROFILE = find_profile("subtitle-edit")

_TEXTS = st.sampled_from(["", "Yes.", "Word " * 12, "One\ntwo\nthree", "a" * 50, "Short\nlines"])


@st.composite
def documents(draw: st.DrawFn, in_order: bool = True) -> Document:
    starts = draw(st.lists(st.integers(0, 20_000), max_size=14))
    starts = sorted(starts) if in_order else starts
    cues = tuple(
        Cue(number, start, start + draw(st.integers(-100, 9_000)), draw(_TEXTS))
        for number, start in enumerate(starts, 1)
    )
    return Document(cues)


def _by_cue(problems: tuple[Problem, ...], document: Document) -> list[Problem]:
    order = {cue.id: at for at, cue in enumerate(document.cues)}
    return sorted(problems, key=lambda problem: (order[problem.cue], problem.rule))


@given(documents(in_order=True) | documents(in_order=False))
@settings(max_examples=150, deadline=None)
def test_the_parts_together_find_what_the_whole_finds(document: Document) -> None:
    found = begun(document, _PROFILE, 3).finished()
    assert _by_cue(found.problems, document) == _by_cue(check(document, _PROFILE), document)


@given(documents(), st.lists(documents(in_order=True), min_size=1, max_size=3), st.data())
@settings(max_examples=150, deadline=None)
def test_after_any_edit_the_parts_find_what_the_whole_finds(
    document: Document, others: list[Document], data: st.DataObject
) -> None:
    now = begun(document, _PROFILE, 3).finished()
    for other in others:
        at = data.draw(st.integers(0, len(document.cues)))
        stop = data.draw(st.integers(at, len(document.cues)))
        known = {cue.id for cue in document.cues}
        new = [replace(cue, id=max(known, default=0) + cue.id) for cue in other.cues]
        document = replace(document, cues=(*document.cues[:at], *new, *document.cues[stop:]))
        now = now.after(document)
        if data.draw(st.booleans()):
            now = now.step()
        assert now.document == document
    now = now.finished()
    assert _by_cue(now.problems, document) == _by_cue(check(document, _PROFILE), document)


def _row(count: int) -> Document:
    return Document(tuple(Cue(number, 3000 * number, 3000 * number + 2000, "Text.") for number in range(1, count + 1)))


def test_an_edit_leaves_the_parts_that_it_does_not_touch_checked() -> None:
    document = _row(30)
    now = begun(document, _PROFILE, 3).finished()
    cues = list(document.cues)
    cues[16] = replace(cues[16], text="a" * 50)
    later = now.after(replace(document, cues=tuple(cues)))
    assert later.parts[:5] == now.parts[:5]
    assert later.parts[6:] == now.parts[6:]
    assert not later.done
    assert later.step().done
    assert {problem.cue for problem in later.step().problems} == {17}


def test_a_cue_that_ends_later_concerns_parts_far_behind_it() -> None:
    document = _row(12)
    now = begun(document, _PROFILE, 3).finished()
    longer = replace(document.cues[0], end=document.cues[10].start + 500)
    later = now.after(replace(document, cues=(longer, *document.cues[1:]))).finished()
    assert {problem.cue for problem in later.problems if problem.rule == "overlap"} == set(range(2, 12))


def test_a_document_without_cues_has_no_problems() -> None:
    assert begun(Document(), _PROFILE).done
    assert begun(Document(), _PROFILE).problems == ()


def test_another_language_is_checked_anew() -> None:
    document = _row(5)
    now = begun(document, find_profile("netflix"), 3).finished()
    japanese = now.after(replace(document, language="ja"))
    assert not japanese.done
