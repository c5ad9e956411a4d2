"""Which files are no longer what they were, and what is said of them."""

from pathlib import Path

import pytest

from engine.checkpoints.catalogue import read_offers
from engine.checkpoints.origin import KnownFile, Origin, write_origin
from engine.checkpoints.verify import Expected, difference, expected_files, models_to_verify, named
from engine.errors import Cancelled
from engine.progress import Cancel

SHA256 = "913d4673e47485a92531389eb0d084c9fb5fdcdbc94a72239078c04e9806bb60"  # of b"Sotto"


def expected(path: Path, source: str = "someone/mini", size: int | None = 5) -> Expected:
    return Expected(path, size, SHA256, source)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"Sotto", ""),
        (b"Sotta", "isn't what it was as it came"),
        (b"Sott", "has 4 bytes instead of 5"),
        (None, "is missing"),
    ],
)
def test_a_file_is_what_it_was_or_it_is_said_how_it_differs(tmp_path: Path, content: bytes | None, told: str) -> None:
    if content is not None:
        (tmp_path / "a").write_bytes(content)
    assert difference(expected(tmp_path / "a"), Cancel()) == told


def test_a_published_file_is_known_by_its_checksum_alone(tmp_path: Path) -> None:
    (tmp_path / "a.pt").write_bytes(b"Sotta")
    assert difference(expected(tmp_path / "a.pt", size=None), Cancel()) == "isn't what OpenAI published under its name"


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert difference(expected(tmp_path / "a", size=None), Cancel()) == "can't be read (Is a directory)"


def test_a_wish_to_stop_is_heard_within_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"Sotto")
    cancel = Cancel()
    cancel.ask()
    with pytest.raises(Cancelled):
        difference(expected(tmp_path / "a"), cancel)


@pytest.mark.parametrize(
    ("source", "remedy"),
    [
        ("someone/mini", "fetch the model anew"),
        ("https://example.org/a.pt", "fetch the model anew"),
        ("file:///home/a.pt", "import the model anew"),
    ],
)
def test_the_remedy_is_to_have_it_again_the_way_it_came(source: str, remedy: str) -> None:
    assert expected(Path("/models/a/tokenizer.json"), source).remedy == remedy


def test_what_was_written_down_is_expected(tmp_path: Path) -> None:
    write_origin(tmp_path, Origin("someone/mini", "5" * 40, (KnownFile("config.json", 5, SHA256),)))
    assert expected_files(tmp_path, ()) == (Expected(tmp_path / "config.json", 5, SHA256, "someone/mini"),)


def test_of_openais_files_the_published_checksum_is_expected(tmp_path: Path) -> None:
    (tmp_path / "tiny.pt").touch()
    (found,) = expected_files(tmp_path / "tiny.pt", read_offers())
    assert (found.path.name, found.size, found.sha256[:8]) == ("tiny.pt", None, "65147644")
    assert expected_files(tmp_path / "mine.pt", read_offers()) == ()


def test_a_model_that_lost_its_configuration_is_found_all_the_same(byte_model: Path, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    write_origin(tmp_path / "bare", Origin("someone/bare", "", ()))
    (tmp_path / "notes").mkdir()
    found = models_to_verify((byte_model.parent, tmp_path))
    assert found == (byte_model, tmp_path / "bare")
    assert named(found, "bare") == tmp_path / "bare"
    assert named(found, "notes") is None
