"""Fixtures that tests of several rooms share."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.checkpoints import RECIPES, require, write_folder

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def byte_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Hugging Face folder whose vocabulary needs no file from elsewhere."""
    return write_folder(tmp_path_factory.mktemp("models") / "byte", RECIPES["byte"])


@pytest.fixture(scope="session")
def multilingual_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small Hugging Face folder with the published multilingual vocabulary; skips where that is missing."""
    return write_folder(tmp_path_factory.mktemp("models") / "multilingual", require("multilingual"))
