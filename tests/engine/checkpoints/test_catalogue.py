from pathlib import Path

import pytest

from engine.checkpoints.catalogue import find_name, identify, read_catalogue, sha256
from engine.languages import LANGUAGES


def test_all_twelve_published_models_are_listed_with_plausible_facts() -> None:
    catalogue = read_catalogue()
    assert [model.name for model in catalogue] == [
        *("tiny.en", "tiny", "base.en", "base", "small.en", "small", "medium.en", "medium"),
        *("large-v1", "large-v2", "large-v3", "large-v3-turbo"),
    ]
    assert len({model.sha256 for model in catalogue}) == len({model.repository for model in catalogue}) == 12
    assert all(len(model.sha256) == 64 and model.sha256 in model.url for model in catalogue)


@pytest.mark.parametrize(
    ("name", "parameters", "mels", "languages", "translates"),
    [
        ("tiny", 37_184_640, 80, 99, True),
        ("tiny.en", 37_184_256, 80, 1, False),
        ("large-v2", 1_541_384_960, 80, 99, True),
        ("large-v3", 1_541_570_560, 128, 100, True),
        ("large-v3-turbo", 806_958_080, 128, 100, False),
    ],
)
def test_what_a_published_model_can_do(name: str, parameters: int, mels: int, languages: int, translates: bool) -> None:
    model = find_name(read_catalogue(), name)
    assert model is not None
    assert (model.parameters, model.n_mels, model.abilities.translates) == (parameters, mels, translates)
    assert model.abilities.languages == tuple(LANGUAGES)[:languages]


def test_the_alignment_heads_of_tiny_are_those_that_openai_chose() -> None:
    tiny = find_name(read_catalogue(), "tiny.pt")
    assert tiny is not None
    assert tiny.alignment_heads == ((2, 2), (3, 0), (3, 2), (3, 3), (3, 4), (3, 5))


def test_a_file_is_identified_by_its_content_not_its_name(tmp_path: Path) -> None:
    (tmp_path / "large-v2.pt").write_bytes(b"Sotto")
    digest = sha256(tmp_path / "large-v2.pt")
    assert digest == "913d4673e47485a92531389eb0d084c9fb5fdcdbc94a72239078c04e9806bb60"
    catalogue = tmp_path / "models.toml"
    catalogue.write_text(
        f'[[model]]\nname="five"\nfile="five.pt"\nurl=""\nrepository=""\nsha256="{digest}"\nparameters=2\nn_mels=80\n'
        "languages=1\ntranslates=false\nalignment_heads=[[0, 1]]\n"
    )
    found = identify(read_catalogue(catalogue), tmp_path / "large-v2.pt")
    assert found is not None
    assert (found.name, found.alignment_heads) == ("five", ((0, 1),))
    (tmp_path / "large-v2.pt").write_bytes(b"Sotta")
    assert identify(read_catalogue(catalogue), tmp_path / "large-v2.pt") is None
