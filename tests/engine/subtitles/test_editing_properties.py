"""What holds for every series of edits: ids stay unique and never come back, times stay sane, undo gives all back."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import EditError
from engine.subtitles import edits
from engine.subtitles.document import Cue, Document, Note
from engine.subtitles.edits import Edit, Fix, SyncPoint
from engine.subtitles.edits.cues import LATEST
from engine.subtitles.history import History
from engine.subtitles.marked import cut, plain, read, replaced, respaced, squeeze
from engine.subtitles.search import Query, replace_all
from engine.subtitles.styles import has_style, with_style
from engine.subtitles.words import retimed, timed_words
from engine.transcript import Word

_TEXTS = [
    "",
    "a",
    "Hello there",
    "<i>Yes,</i>\nno",
    "你好世界",
    "one two three four",
    "<b>a <i>b</b> c</i>",
    "שלום עולם",
]
_STEPS = 10_000
_MOST_CUES = 40


@dataclass(frozen=True)
class _Draw:
    """What a random edit may be made of."""

    chance: random.Random
    document: Document
    cue: int
    time: int

    def some(self) -> list[int]:
        """Return some neighbours, so that merging and cutting anew can happen."""
        begin = self.chance.randrange(len(self.document.cues) + 1)
        return [cue.id for cue in self.document.cues[begin : begin + self.chance.randint(1, 3)]]


def _by_twos(words: Sequence[Word]) -> list[Cue]:
    pairs = [tuple(words[begin : begin + 2]) for begin in range(0, len(words), 2)]
    return [
        Cue(0, pair[0].start or 0, max(pair[-1].end or 0, (pair[0].start or 0) + 1), _joined(pair), words=pair)
        for pair in pairs
    ]


def _joined(words: Sequence[Word]) -> str:
    return "".join(word.text for word in words).strip()


def _fix(document: Document) -> Fix:
    cue = document.cues[-1]
    return Fix(cue, (cue, cue))


_MAKERS: list[Callable[[_Draw], Edit]] = [
    lambda d: edits.set_text(d.cue, d.chance.choice(_TEXTS) + d.chance.choice(_TEXTS)),
    lambda d: edits.set_translation(d.cue, d.chance.choice(_TEXTS)),
    lambda d: edits.set_start(d.cue, d.time),
    lambda d: edits.set_end(d.cue, d.time),
    lambda d: edits.set_times(d.cue, d.time, d.time + d.chance.randint(-5, 3000)),
    lambda d: edits.move(d.cue, d.time),
    lambda d: edits.shift(d.some(), d.chance.randint(-2000, 2000)),
    lambda d: edits.shift_from(d.cue, d.chance.randint(-2000, 2000)),
    lambda d: edits.stretch(SyncPoint(0, d.chance.randint(0, 100)), SyncPoint(10_000, d.chance.randint(9000, 11_000))),
    lambda d: edits.change_frame_rate(d.chance.choice([23.976, 24, 25]), d.chance.choice([24, 25, 29.97])),
    lambda d: edits.extend_to_next(d.some(), d.chance.randint(0, 100)),
    lambda d: edits.extend_to_previous(d.some(), d.chance.randint(0, 100)),
    lambda d: edits.split_at_text(d.cue, d.chance.randint(0, 12)),
    lambda d: edits.split_at_time(d.cue, d.time),
    lambda d: edits.merge(d.some()),
    lambda d: edits.merge_as_dialogue(d.some()),
    lambda d: edits.insert_before(d.cue, d.chance.randint(0, 100)),
    lambda d: edits.insert_after(d.cue, d.chance.randint(0, 100)),
    lambda d: edits.insert_at(d.time, d.chance.choice([None, d.time + 500]), d.chance.choice(_TEXTS)),
    lambda d: edits.delete(d.some()),
    lambda d: edits.duplicate(d.some()),
    lambda _: edits.sort(),
    lambda d: edits.verify(d.some()),
    lambda d: edits.set_speaker(d.some(), d.chance.choice(["", "Ann", "Bo"])),
    lambda d: edits.rename_speaker("Ann", d.chance.choice(["Bo", "Cleo"])),
    lambda d: edits.toggle_style(d.some(), d.chance.choice(["i", "b", "u"])),
    lambda d: edits.toggle_style_of_range(d.cue, "i", d.chance.randint(0, 9), d.chance.randint(0, 20)),
    lambda d: edits.set_colour(d.some(), d.chance.choice(["", "red", "#123456"])),
    lambda d: edits.auto_break(d.some(), lambda text: " ".join(text.split())),
    lambda d: edits.recut(d.some(), _by_twos),
    lambda d: edits.apply_fixes([_fix(d.document)]),
    lambda d: replace_all(Query(d.chance.choice("aeo")), d.chance.choice(["", "b", "a b"])),
    lambda d: edits.set_profile(d.chance.choice(["", "netflix-en"])),
]


def _edit(chance: random.Random, document: Document) -> Edit:
    if len(document.cues) > _MOST_CUES:
        return edits.delete([cue.id for cue in document.cues[5:30]])
    if not document.cues:
        return edits.insert_at(0, text="Hello there")
    cue = chance.choice(document.cues).id
    return chance.choice(_MAKERS)(_Draw(chance, document, cue, chance.randint(-100, 60_000)))


def _check(document: Document) -> None:
    ids = [cue.id for cue in document.cues]
    assert len(set(ids)) == len(ids)
    assert all(0 < cue_id < document.free_id for cue_id in ids)
    for cue in document.cues:
        assert 0 <= cue.start < cue.end <= LATEST, cue
        assert all((word.start or 0) <= (word.end or 0) for word in cue.words), cue
        assert not cue.words or squeeze("".join(word.text for word in cue.words)) == squeeze(plain(cue.text)), cue
    assert all(0 <= note.before <= len(ids) for note in document.notes)


def _start() -> Document:
    heard = tuple(
        Word(f" {text}", 1000 + 100 * number, 1080 + 100 * number, 0.5) for number, text in enumerate("abcde")
    )
    cues = (Cue(1, 0, 900, "Hello"), Cue(2, 1000, 1500, "a b c d e", "Ann", words=heard, origin="machine"))
    return Document(cues, notes=(Note("n", 1),), speakers=("Ann",))


def test_ten_thousand_random_edits_keep_ids_unique_and_times_sane() -> None:
    chance = random.Random(4)
    history = History(_start())
    gone: set[int] = set()
    done = refused = 0
    for number in range(_STEPS):
        before = history
        try:
            if number % 50 == 49 and history.undo_label:
                history = history.undo()
            else:
                history = history.apply(_edit(chance, history.document))
        except EditError:
            refused += 1
            continue
        done += history is not before
        _check(history.document)
        old, new = ({cue.id for cue in one.document.cues} for one in (before, history))
        if number % 50 != 49:
            assert not (new - old) & gone
        gone |= old - new
    assert done > _STEPS // 2
    assert refused > 0


@pytest.mark.parametrize("seed", range(20))
def test_undoing_everything_gives_back_the_very_first_document_and_redoing_the_last(seed: int) -> None:
    chance = random.Random(seed)
    history = History(_start())
    for number in range(60):
        try:
            history = history.apply(_edit(chance, history.document))
        except EditError:
            continue
        if number % 7 == 0:
            history = history.undo()
    last = _redone(history).document
    while history.undo_label is not None:
        history = history.undo()
    assert history.document == _start()
    assert not history.dirty
    assert _redone(history).document == last


@pytest.mark.parametrize("notes", [(), (Note("n", 1),)])
def test_a_history_makes_of_an_edit_what_the_edit_makes_of_the_whole_document(notes: tuple[Note, ...]) -> None:
    chance = random.Random(9)
    document = replace(_start(), notes=notes)
    cut = 0
    for _ in range(3000):
        edit = _edit(chance, document)
        try:
            after = edit(document)
        except EditError as error:
            with pytest.raises(EditError, match=re.escape(str(error))):
                History(document).apply(edit)
            continue
        history = History(document).apply(edit)
        assert history.document == after
        assert history.document.free_id == after.free_id
        assert history == History(document) or history.undo().document == document
        cut += edit.cue is not None and len(after.cues) > len(document.cues)
        document = after
    assert cut > 20


def _redone(history: History) -> History:
    while history.redo_label is not None:
        history = history.redo()
    return history


@pytest.mark.parametrize("seed", range(20))
def test_a_transcription_that_arrives_between_edits_loses_nothing_and_takes_nothing_back(seed: int) -> None:
    chance = random.Random(seed)
    history = History(_start()).apply(edits.add_heard("job", [Cue(0, 2000, 2900, "heard 0")]))
    for number in range(1, 40):
        for _ in range(2):
            try:
                history = history.apply(_edit(chance, history.document))
            except EditError:
                continue
        if chance.random() < 0.2 and len(history.past) > 2:
            history = history.undo()
        before = {cue.id: cue for cue in history.document.cues}
        cue = Cue(0, number * 3000, number * 3000 + 900, f"heard {number}", chance.choice(["", "Ann", "Zoe"]))
        history = history.revise("job", [cue])
        after = {cue.id: cue for cue in history.document.cues}
        assert all(after[cue_id] == cue for cue_id, cue in before.items())
        assert [cue.text for cue_id, cue in after.items() if cue_id not in before] == [f"heard {number}"]
        _check(history.document)
    while history.undo_label != "Transcribe":
        history = history.undo()
    first = [cue.text for cue in history.document.cues if cue.text.startswith("heard")]
    assert first == [f"heard {number}" for number in range(40)]
    assert history.undo().document == _start()


_PIECES = st.sampled_from(
    ["a", "b ", "\n", "<i>", "</i>", "<b>", "</b>", '<font color="red">', "</font>", "你", "<", " "]
)
_MARKED = st.lists(_PIECES, max_size=14).map("".join)
_FEW = settings(deadline=None, max_examples=60)


@_FEW
@given(text=_MARKED, place=st.integers(0, 20))
def test_a_cut_loses_no_character(text: str, place: int) -> None:
    marked = read(text)
    left, right = cut(marked, min(place, len(marked.plain)))
    assert plain(left) + plain(right) == marked.plain


@_FEW
@given(text=_MARKED, begin=st.integers(0, 10), end=st.integers(0, 10))
def test_a_style_changes_no_character_and_can_be_asked_for(text: str, begin: int, end: int) -> None:
    styled = with_style(text, "i", "<i>", begin, end)
    assert plain(styled) == plain(text)
    visible = plain(text)[begin:end].strip()
    assert has_style(styled, "i", begin, end) is bool(visible)
    assert not has_style(with_style(styled, "i", None, begin, end), "i", begin, end)


@_FEW
@given(text=_MARKED)
def test_breaking_lines_anew_moves_no_tag_over_a_character(text: str) -> None:
    broken = respaced(text, "\n".join(plain(text).split()))
    assert squeeze(broken.replace("font color", "fontcolor")) == squeeze(text.replace("font color", "fontcolor"))


@_FEW
@given(text=_MARKED, spans=st.lists(st.integers(0, 12), max_size=6))
def test_replacing_says_what_was_asked_for_and_keeps_every_tag(text: str, spans: list[int]) -> None:
    marked = read(text)
    edges = sorted(min(place, len(marked.plain)) for place in spans)
    ranges = [(begin, end, "x") for begin, end in zip(edges[::2], edges[1::2], strict=False)]
    after = read(replaced(marked, ranges))
    expected, done = "", 0
    for begin, end, new in ranges:
        expected, done = expected + marked.plain[done:begin] + new, end
    assert after.plain == expected + marked.plain[done:]
    assert sorted(tag.written for tag in after.tags) == sorted(tag.written for tag in marked.tags)


@_FEW
@given(old=_MARKED, new=_MARKED)
def test_words_always_say_what_the_text_says(old: str, new: str) -> None:
    cue = Cue(1, 0, 1000, old)
    cue = Cue(1, 0, 1000, old, words=timed_words(cue))
    assert retimed(cue, old) == cue.words
    after = retimed(cue, new)
    assert not cue.words or squeeze("".join(word.text for word in after)) == squeeze(plain(new))
