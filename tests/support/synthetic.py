"""A model that says of itself that it knows synthetic speech only, and what is said of such a one."""

import json
import shutil
from pathlib import Path

import pytest

from engine.model_folder import SYNTHETIC_ONLY
from engine.paths import embedded_models

EMBEDDED = embedded_models() / "sotto-mini"
NOTICE = (
    "sotto: {} knows synthetic speech only: it is for trying Sotto, and useless for people's voices. For those get a "
    "published Whisper model, such as small, and name it with {}.\n"
)
needs_embedded = pytest.mark.skipif(
    not (EMBEDDED / "model.safetensors").is_file(), reason="resources/models/sotto-mini is missing: make model"
)


def notice(name: str, option: str = "--model") -> str:
    return NOTICE.format(name, option)


def synthetic_copy(model: Path, place: Path) -> Path:
    """Copy a Hugging Face folder and let the copy say that it knows synthetic speech only."""
    shutil.copytree(model, place)
    config = json.loads((place / "config.json").read_text())
    (place / "config.json").write_text(json.dumps(config | {SYNTHETIC_ONLY: True}))
    return place
