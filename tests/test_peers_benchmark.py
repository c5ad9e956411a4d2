"""The benchmark beside the peers: its checkpoints end where they should, its tables say what was measured."""

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.model_folder import Dimensions
from engine.transcript import Segment
from engine.whisper.checkpoint import load
from engine.whisper.folder import Contents, weights_of, write_folder
from engine.whisper.model import Whisper
from engine.whisper.options import Options
from engine.whisper.transcribe import transcribe
from engine.whisper.vocabulary import read_tiktoken
from tests.benchmarks.peers.chart import chart
from tests.benchmarks.peers.checkpoints import make_vocabulary, steer
from tests.benchmarks.peers.figures import Figure, Missing, Results, Row, summed_up
from tests.benchmarks.peers.goals import goals
from tests.benchmarks.peers.layers import decoder_bytes, encoder_flops
from tests.benchmarks.peers.rounds import Run
from tests.benchmarks.peers.table import engine_lines, goal_lines
from tests.benchmarks.peers.watch import Told

SMALLEST = Dimensions(80, 1500, 64, 2, 1, 51865, 448, 64, 2, 1)
TINY = Dimensions(80, 1500, 384, 6, 4, 51865, 448, 384, 6, 4)


class Silence:
    """A little less than two windows."""

    def __len__(self) -> int:
        return 59 * 16_000

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        return np.zeros(stop - start, dtype=np.float32)


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench")
    vocabulary = make_vocabulary(folder / "made.tiktoken")
    tokenizer = read_tiktoken(vocabulary, SMALLEST.n_vocab)
    torch.manual_seed(0)
    network = Whisper(SMALLEST)
    for parameter in network.parameters():
        if parameter.dim() > 1:
            torch.nn.init.normal_(parameter, std=0.02)
    weights = weights_of(network, torch.float32)
    steer(weights, tokenizer, tokens=7)
    write_folder(folder / "model", Contents(SMALLEST, weights, tokenizer, vocabulary, None))
    return folder / "model"


@pytest.mark.parametrize("beams", [None, 3])
def test_each_window_of_a_made_checkpoint_holds_a_timestamp_and_six_tokens_of_text(
    checkpoint: Path, beams: int | None
) -> None:
    model = load(checkpoint, device="cpu")
    options = Options(language="en", temperature=(0.0,), beam_size=beams, condition_on_previous_text=False)
    segments = [event for event in transcribe(model, Silence(), options) if isinstance(event, Segment)]
    assert [segment.start for segment in segments] == [0, 30_000]
    for segment in segments:
        assert len(segment.tokens) == 7
        assert segment.tokens[0] == model.tokenizer.timestamp_begin
        assert max(segment.tokens[1:]) < model.tokenizer.eot


def test_runs_become_medians_and_the_first_start_counts_for_no_start() -> None:
    runs = [_run("Sotto", 9.0, 3.0), _run("Sotto", 1.0, 2.0), _run("Sotto", 1.5, 4.0)]
    (row,) = summed_up(runs, {("tiny", "greedy"): 4.0}).rows
    assert row.heard == Figure(3.0, 2.0, 4.0)
    assert row.cpu == Figure(6.0, 4.0, 8.0)
    assert row.ready == Figure(1.25, 1.0, 1.5)
    assert (row.runs, row.memory, row.tokens) == (3, 300.0, 80)


def test_who_was_not_measured_is_named_with_the_reason() -> None:
    runs = [_run("Sotto", 1.0, 2.0), Run("tiny", "greedy", "whisper.cpp", Told(missing="no binary"))]
    results = summed_up(runs, {("tiny", "greedy"): 4.0})
    assert results.missing == (Missing("tiny", "greedy", "whisper.cpp", "no binary"),)
    assert list(engine_lines(results))[-1] == "- tiny, greedy: whisper.cpp was not measured: no binary"


def test_ours_is_held_against_the_quicker_mode_of_a_peer() -> None:
    results = Results((_row("Sotto", 2.0), _row("faster-whisper int8", 5.0), _row("faster-whisper float32", 3.0)), ())
    first, memory = goals(["tiny"], results, ())
    assert (first.what, first.found, first.reached) == ("tiny, greedy: against faster-whisper float32", 1.5, False)
    assert list(goal_lines([first, memory])) == [
        "| what | goal | found | |",
        "|---|---|---|---|",
        "| tiny, greedy: against faster-whisper float32 | >= 2 x | 1.50 x | **MISSED** |",
        "| tiny, greedy: peak memory | <= 400 MiB | 300 MiB | reached |",
        "",
        "1 of 2 reached.",
    ]


def test_the_table_says_how_many_times_as_long_a_peer_takes() -> None:
    results = Results((_row("Sotto", 2.0), _row("openai-whisper", 5.0)), ())
    assert list(engine_lines(results))[4:6] == [
        "| Sotto | 2.00 (2.00 to 2.00) | - | 2.00 | at the end | 1.00 (1.00 to 1.00) | 300 | 80 | 1 |",
        "| openai-whisper | 5.00 (5.00 to 5.00) | 2.50 | 5.00 | at the end | 1.00 (1.00 to 1.00) | 300 | 80 | 1 |",
    ]


def test_the_chart_has_a_bar_for_each_engine_as_long_as_its_time() -> None:
    drawn = ElementTree.fromstring(chart(Results((_row("Sotto", 2.0), _row("openai-whisper", 8.0)), ())))
    background, *bars = drawn.findall("{http://www.w3.org/2000/svg}rect")
    assert background.get("fill") == "white"
    assert [float(bar.get("width", "")) for bar in bars] == [110.0, 440.0]


def test_tiny_needs_37_billion_operations_a_window_and_37_million_bytes_a_token() -> None:
    assert sum(encoder_flops(TINY).values()) == pytest.approx(36.9e9, rel=0.005)
    assert sum(decoder_bytes(TINY, 1).values()) == pytest.approx(37.4e6, rel=0.005)


def _run(name: str, ready: float, heard: float) -> Run:
    return Run("tiny", "greedy", name, Told(ready, 0.5, heard, 2 * heard, 300.0, 80))


def _row(name: str, heard: float) -> Row:
    once = Figure(heard, heard, heard)
    return Row("tiny", "greedy", name, "", 4.0, 1, once, once, None, Figure(1.0, 1.0, 1.0), 300.0, 80)
