"""What somebody means who asks for a model by any of its names."""

from pathlib import Path

import pytest

from engine.checkpoints.download.wanted import ENDPOINT, Wanted, endpoint, is_repository, wanted
from engine.checkpoints.origin import KnownFile, Origin, write_origin
from engine.errors import EngineError


@pytest.mark.parametrize(
    ("wish", "is_one"),
    [
        ("openai/whisper-tiny", True),
        ("NbAiLab/nb-whisper-small_v1.2", True),
        ("tiny", False),
        ("a/b/c", False),
        ("../b", False),
        ("a/..", False),
        ("a/.hidden", False),
        ("a/b?c", False),
        ("a/ü", False),
        ("a/b\n", False),
    ],
)
def test_a_repository_is_told_by_its_name(wish: str, is_one: bool) -> None:
    assert is_repository(wish) is is_one


def test_a_mirror_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert endpoint() == ENDPOINT
    monkeypatch.setenv("HF_ENDPOINT", " https://mirror.example/hub/ ")
    assert endpoint() == "https://mirror.example/hub"


@pytest.mark.parametrize(
    ("wish", "name", "source"),
    [
        ("someone/mini", "mini", "someone/mini"),
        ("https://huggingface.co/someone/mini/", "mini", "someone/mini"),
        ("turbo", "whisper-large-v3-turbo", "openai/whisper-large-v3-turbo"),
        ("kb-whisper-tiny", "kb-whisper-tiny", "KBLab/kb-whisper-tiny"),
    ],
)
def test_a_repository_is_wanted_by_any_of_its_names(wish: str, name: str, source: str) -> None:
    assert wanted(wish) == Wanted(name, source)


def test_openais_file_is_wanted_by_its_name_and_by_the_source_that_it_leaves() -> None:
    found = wanted("tiny.pt")
    assert (found.name, found.source) == ("tiny", found.file.url if found.file else "")
    assert found.source.endswith("/tiny.pt")
    assert wanted(found.source) == found


def test_what_nobody_knows_is_told_with_what_is_known() -> None:
    with pytest.raises(EngineError, match=r"No model is called 'colossal': name a repository as OWNER/NAME") as told:
        wanted("colossal")
    assert told.value.kind == "options"


def test_it_is_here_if_it_came_from_there_and_is_whole(tmp_path: Path) -> None:
    model = Wanted("mini", "someone/mini")
    assert model.here(tmp_path) is None
    (tmp_path / "mini").mkdir()
    write_origin(tmp_path / "mini", Origin("someone/mini", "", (KnownFile("config.json", 5, ""),)))
    assert model.here(tmp_path) is None
    (tmp_path / "mini" / "config.json").write_bytes(b"Sotto")
    assert model.here(tmp_path) == tmp_path / "mini"
    assert Wanted("mini", "else/mini").here(tmp_path) is None
