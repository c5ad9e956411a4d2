"""The report as JSON and as a page."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.evaluation.candidate import Note, Problem
from engine.evaluation.measure import Measured, Sentence
from engine.evaluation.rates import Counts
from engine.evaluation.report import Report, as_json
from engine.evaluation.scores import Listed
from engine.evaluation.tables import as_markdown, overview
from engine.whisper.options import Options
from tests.support.measured import measured

WRONG = Sentence(1_500, "the secret word", "the wrong | word", Counts(hits=2, substitutions=1))


def report(*files: Measured, show_text: bool = False, complete: bool = True) -> Report:
    problem = Problem(Path("b.wav"), "media", "b.wav is not a media file.")
    note = Note(Path("c.wav"), "c.wav is cut.")
    return Report("mini", Options(temperature=(0.0,)), False, files, (problem,), (note,), complete, show_text)


def written(page: Report) -> Any:
    return json.loads(as_json(page))


def test_json_holds_the_figures_of_every_group_and_file() -> None:
    told = written(report(measured("en"), measured("no", words=Counts(hits=1, deletions=1))))
    assert (told["version"], told["complete"], told["model"], told["language_told"]) == (1, True, "mini", False)
    assert told["total"]["wer"] == {
        "rate": 2 / 12, "reference": 12, "substitutions": 1, "deletions": 1, "insertions": 0, "interval": [0.1, 0.5],
    }  # fmt: skip
    assert [each["language"] for each in told["languages"]] == ["en", "no"]
    assert told["total"]["segment_start_ms"] == {"median": 20.0, "p90": 30.0, "matched": 4, "of": 4}
    assert told["total"]["no_speech"] == {"found": 2, "invented": 0, "missed": 0, "precision": 1.0, "recall": 1.0}
    assert told["total"]["pauses"] == {"found": 4, "filled": 0}
    assert told["total"]["language_accuracy"] == {"right": 2, "of": 2, "share": 1.0}
    assert told["total"]["real_time_factor"] == 0.05
    assert told["files"][1]["wer"]["rate"] == 0.5
    assert told["problems"] == [{"file": "b.wav", "message": "b.wav is not a media file.", "kind": "media"}]
    assert told["notes"] == [{"file": "c.wav", "message": "c.wav is cut."}]


def test_the_page_has_tables_of_the_same_figures() -> None:
    page = as_markdown(report(measured("en"), measured("no")))
    assert page.startswith("# mini: how well it hears\n")
    assert "2 recordings measured, 1 left out. Language detected; greedy; temperatures 0; with previous text." in page
    assert "| All | 2 | 20 | 10.0 (10.0 to 10.0) | 2 | 0 | 0 | 2.0 |\n" in page
    assert "| Norwegian | 1 | 10 | 10.0 | 1 | 0 | 0 | 2.0 |\n" in page
    assert "| English | 25.0 of 4 | 100.0 of 1 | 100.0 / 100.0 of 1 | 0 of 2 | 10.0 s | 20.0x |\n" in page
    assert "| All | 20 / 30 (4 of 4) | 20 / 20 (2 of 4) | - (0 of 0) |\n" in page
    assert "## Left out (1)\n\n- b.wav is not a media file.\n" in page
    assert "## Words of the list" not in page
    assert "Stopped" not in page


def test_the_page_says_how_many_windows_were_heard_at_once() -> None:
    page = as_markdown(replace(report(measured("en")), options=Options(temperature=(0.0,), batch_size=8)))
    assert "temperatures 0; 8 windows at once." in page


def test_a_part_that_is_all_is_not_said_twice() -> None:
    assert [row[0] for row in overview(report(measured("en", "noise"))).rows] == ["All"]


def test_words_of_a_list_have_a_table() -> None:
    found = measured()
    listed = Listed(Counts(hits=7, substitutions=1), right=1, words=2)
    file = replace(found, scores=replace(found.scores, listed=listed))
    assert "| All | 2 | 1 | 12.5 |\n" in as_markdown(report(file))


def test_what_was_said_is_shown_only_if_it_is_asked_for() -> None:
    file = measured(sentences=(WRONG,))
    quiet = report(file)
    assert "secret" not in as_markdown(quiet) + as_json(quiet)
    shown = report(file, show_text=True)
    assert "| a.wav | 1.50 s | 1 | the secret word | the wrong \\| word |\n" in as_markdown(shown)
    assert written(shown)["worst"] == [
        {"file": "a.wav", "start_ms": 1_500, "said": "the secret word", "heard": "the wrong | word", "errors": 1}
    ]


def test_sentences_without_a_mistake_are_not_the_worst() -> None:
    file = measured(sentences=(Sentence(0, "fine", "fine", Counts(hits=1)), WRONG))
    assert report(file, show_text=True).worst == ((file, WRONG),)


def test_a_run_that_was_stopped_says_so() -> None:
    stopped = report(measured(), complete=False)
    assert "**Stopped before the end" in as_markdown(stopped)
    assert written(stopped)["complete"] is False
