"""How long edits take and what their history keeps: processor time and memory, in documents of two sizes.

python -m tests.benchmarks.editing       # less than a minute
"""

import time
import tracemalloc
from collections.abc import Callable

from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import add_heard, insert_at, set_text, shift, split_at_text
from engine.subtitles.history import History
from engine.subtitles.search import Query, find_all, replace_all
from engine.transcript import Word

STEPS = 500
SHIFTS = 15


def document(count: int, *, with_words: bool) -> Document:
    return Document(tuple(cue(number, with_words) for number in range(1, count + 1)))


def cue(number: int, with_words: bool) -> Cue:
    start = number * 3000
    heard = tuple(
        Word(f" {text}{number}", start + 250 * place, start + 250 * place + 200, 0.9)
        for place, text in enumerate("abcdefgh")
    )
    text = "".join(word.text for word in heard).strip()
    return Cue(number, start, start + 2500, text, words=heard if with_words else (), origin="machine")


def measured(work: Callable[[], History]) -> tuple[float, History]:
    """Run `work` and return the processor's seconds, and what it made."""
    begin = time.process_time()
    made = work()
    return time.process_time() - begin, made


def row(name: str, seconds: float) -> None:
    print(f"| {name} | {1000 * seconds:,.2f} ms |", flush=True)


def small() -> None:
    history = History(document(3000, with_words=True))
    for name, edit in (
        ("change a text", set_text(1500, "quite another text than before")),
        ("split a cue", split_at_text(1500, 12)),
        ("insert a cue", insert_at(4_500_100)),
        ("shift all", shift(range(1, 3001), 40)),
    ):
        row(f"3,000 cues: {name}", min(measured(lambda edit=edit: history.apply(edit))[0] for _ in range(5)))  # type: ignore[misc]
    tracemalloc.start()
    for number in range(STEPS):
        history = history.apply(set_text(1 + 5 * number, f"step {number}"))
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    print(f"| 3,000 cues: {STEPS} undo steps, a text each | {kept / 2**20:.1f} MB |")
    tracemalloc.start()
    for number in range(SHIFTS):
        history = history.apply(shift(range(1, 3001), 1 + number))
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    steps = len(history.past)
    print(
        f"| 3,000 cues: {SHIFTS} shifts of all 24,000 words, of which {steps} steps are kept | {kept / 2**20:.1f} MB |"
    )


def arriving() -> None:
    history = History(Document()).apply(add_heard("job", document(3000, with_words=True).cues))
    for number in range(STEPS):
        history = history.apply(set_text(1 + 5 * number, f"step {number}"))
    seconds, history = measured(lambda: history.revise("job", [cue(4000, True)]))
    row(f"3,000 cues: a cue arrives behind {STEPS} later steps", seconds)
    history = history.apply(set_text(3001, "the last cue is changed"))
    seconds, history = measured(lambda: history.revise("job", [cue(4001, True)]))
    row("... after the last cue was changed", seconds)
    row("... and the next one", measured(lambda: history.revise("job", [cue(4002, True)]))[0])


def big() -> None:
    history = History(document(200_000, with_words=False))
    row("200,000 cues: change a text", measured(lambda: history.apply(set_text(1500, "another")))[0])
    begin = time.process_time()
    found = len(find_all(history.document, Query("e1")))
    row(f"200,000 cues: find {found:,} matches", time.process_time() - begin)
    for name, query in (("text", Query("e1")), ("expression", Query("e(1)", regular_expression=True))):
        seconds, replaced = measured(lambda query=query: history.apply(replace_all(query, "x")))  # type: ignore[misc]
        row(f"200,000 cues: replace all {found:,} ({name})", seconds)
        row("... undo", measured(replaced.undo)[0])
    seconds, _ = measured(lambda: history.apply(replace_all(Query("e"), "x")))
    row("200,000 cues: replace all 200,000 (text)", seconds)


if __name__ == "__main__":
    print("| what | processor time or memory |\n|---|---|")
    small()
    arriving()
    big()
