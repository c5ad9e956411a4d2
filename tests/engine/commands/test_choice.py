"""What a person is told whose model isn't here."""

from pathlib import Path

import pytest

from engine.commands.choice import choose_model
from engine.errors import EngineError


@pytest.mark.parametrize("wish", ["colossal", "someone/colossal"])
def test_a_model_that_is_not_here_is_said_with_the_command_that_fetches_one(tmp_path: Path, wish: str) -> None:
    with pytest.raises(EngineError, match=r"fetch it.* One is fetched with sotto models get NAME\.$") as told:
        choose_model(wish, (tmp_path,))
    assert told.value.kind == "model"
