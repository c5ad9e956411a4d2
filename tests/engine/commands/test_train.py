"""`sotto train` as a person runs it: to its end, killed and resumed, and asked for what can't be."""

from pathlib import Path

import pytest

from engine.whisper.checkpoint import load
from tests.support.checkpoints import RECIPES, with_seed, write_folder, write_pt
from tests.support.command_line import sotto
from tests.support.kills import killed_losses, losses, write_pairs
from tests.support.synthetic import notice, synthetic_copy

STEPS = 8
ASKED = ("--steps", str(STEPS), "--batch", "2", "--look_every", "4", "--threads", "1", "--learning_rate", "2e-3")


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pairs(tmp_path_factory.mktemp("pairs"))


@pytest.fixture(scope="module")
def trained(pairs: Path, byte_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A training from nothing, as far as it came."""
    home = tmp_path_factory.mktemp("home")
    ran = sotto("train", pairs, "-o", "new", "--from", byte_model, "--afresh", *ASKED, home=home)
    assert ran.code == 0, ran.err
    assert ran.out.startswith("2 of 2 pairs: 50 lines, 0.8 minutes of speech.\nstep 0: ")
    assert ran.out.endswith("The model is new/model; its curve is curve.svg beside it.\n")
    return home / "new"


def test_a_training_leaves_a_model_a_curve_and_its_losses(trained: Path) -> None:
    curve = losses(trained)
    assert len(curve) == STEPS
    assert curve[-1] < curve[0]
    assert load(trained / "model").abilities.translates
    assert not load(trained / "model").abilities.synthetic_only
    assert (trained / "curve.svg").read_text().startswith("<svg")


def test_a_file_of_openais_form_is_a_beginning_too(pairs: Path, tmp_path: Path) -> None:
    write_pt(tmp_path / "own.pt", RECIPES["byte"])
    ran = sotto("train", pairs, "-o", "new", "--from", "own.pt", "--afresh", *ASKED, home=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert load(tmp_path / "new" / "model").tokenizer.encode(" the") == [262]


def test_what_grew_from_synthetic_speech_says_so_too(pairs: Path, tmp_path: Path) -> None:
    talkative = write_folder(tmp_path / "talkative", with_seed(RECIPES["byte"], 1))  # a few steps make it better
    model = synthetic_copy(talkative, tmp_path / "mini")
    ran = sotto("train", pairs, "-o", "new", "--from", model, *ASKED, home=tmp_path)
    assert (ran.code, ran.err) == (0, notice("mini", "--from"))
    assert load(tmp_path / "new" / "model").abilities.synthetic_only


def test_a_killed_training_goes_on_with_the_same_curve(
    trained: Path, pairs: Path, byte_model: Path, tmp_path: Path
) -> None:
    asked = ("train", pairs, "--from", byte_model, "--afresh", *ASKED)
    assert killed_losses((6, 7), tmp_path, asked) == pytest.approx(losses(trained), abs=1e-6)


def test_a_model_that_is_not_better_is_not_written(pairs: Path, byte_model: Path, tmp_path: Path) -> None:
    ran = sotto(
        "train", pairs, "-o", "new", "--from", byte_model, "--lora", "--steps", "9", "--batch", "1",
        "--learning_rate", "1e-9", "--look_every", "1", home=tmp_path,
    )  # fmt: skip
    assert ran.code == 1
    assert ran.out.endswith("Nothing has got better for a while: done after step 4 of 9.\n")
    assert "After 4 steps the model makes no fewer errors in the held-out pairs" in ran.err
    assert not (tmp_path / "new" / "model").exists()


def test_pairs_that_are_left_out_are_told(byte_model: Path, tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text("media\tsubtitles\tlanguage\nno.wav\tno.vtt\ten\n")
    ran = sotto("train", table, "-o", "new", "--from", byte_model, home=tmp_path)
    assert ran.code == 2
    assert "Left out: " in ran.err
    assert ran.err.endswith("sotto: None of the 1 pairs can be learned from: see above.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("train",), "Give PAIRS and a folder for the result with -o."),
        (("train", "pairs", "--resume", "new"), "--resume goes on with what its folder tells"),
        (("train", "pairs", "-o", "new", "--lora", "--afresh"), "--lora adapts what a model knows"),
        (("train", "--resume", "new"), "new holds no training to resume"),
    ],
)
def test_what_cannot_be_asked_is_told(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    ran = sotto(*arguments, home=tmp_path)
    assert ran.code == 2
    assert message in ran.err


def test_a_folder_in_use_is_not_written_into(pairs: Path, byte_model: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "thesis.txt").write_text("")
    ran = sotto("train", pairs, "-o", "new", "--from", byte_model, home=tmp_path)
    assert ran.code == 1
    assert "new is not empty" in ran.err


def test_a_full_disk_is_told_and_what_was_kept_goes_on(
    trained: Path, pairs: Path, byte_model: Path, tmp_path: Path
) -> None:
    room = ("prlimit", "--fsize=300000")  # no file of the state's size can be written
    asked = ("train", pairs, "-o", "new", "--from", byte_model, "--afresh", *ASKED)
    ran = sotto(*asked, home=tmp_path, before=room)
    assert ran.code == 1
    assert "can't be written (File too large): make room and resume." in ran.err
    assert sotto("train", "--resume", "new", home=tmp_path).code == 0
    assert losses(tmp_path / "new") == pytest.approx(losses(trained), abs=1e-6)
