import re
from pathlib import Path

import pytest

from engine.abilities import Abilities
from engine.checkpoints.catalogue import (
    PRECISIONS,
    Offer,
    Published,
    find_name,
    identify,
    read_catalogue,
    read_offers,
    sha256,
)
from engine.checkpoints.sizes import Sizes
from engine.errors import EngineError
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


OFFICIAL = """
[[model]]
name = "five"
file = "five.pt"
url = "https://example.org/five.pt"
repository = "someone/five"
licence = "MIT"
sha256 = "1eb7a0ed24b0b5ab4b8cb7d2c2a0bf4c1aa1b8ea0d2a1b1e2a7c0e3d8a4c0f55"
parameters = 518
width = 1
encoder_layers = 1
decoder_layers = 1
n_mels = 1
n_vocab = 1
languages = 1
translates = false
memory = { float32 = 4, bfloat16 = 3, float16 = 3, int8 = 2 }
speed = 2.5
alignment_heads = [[0, 1]]
"""
COMMUNITY = """
[[community]]
name = "nordic"
repository = "someone/nordic"
licence = "Apache-2.0"
width = 384
encoder_layers = 4
decoder_layers = 4
languages = ["no", "sv"]
translates = false
trained_for = ["no"]
memory = { float32 = 560, bfloat16 = 489, float16 = 489, int8 = 454 }
gpu_memory = 1
"""


def written(folder: Path, content: str) -> Path:
    (folder / "models.toml").write_text(content)
    return folder / "models.toml"


def test_a_file_is_identified_by_its_content_not_its_name(tmp_path: Path) -> None:
    file = tmp_path / "large-v2.pt"
    file.write_bytes(b"Sotto" * 300)
    content = re.sub('sha256 = ".*"', f'sha256 = "{sha256(file)}"', OFFICIAL)
    found = identify(read_catalogue(written(tmp_path, content)), file)
    assert found is not None
    assert (found.name, found.alignment_heads) == ("five", ((0, 1),))
    file.write_bytes(b"Sotta" * 300)
    assert identify(read_catalogue(tmp_path / "models.toml"), file) is None


def test_the_checksum_of_a_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "five").write_bytes(b"Sotto")
    assert sha256(tmp_path / "five") == "913d4673e47485a92531389eb0d084c9fb5fdcdbc94a72239078c04e9806bb60"


def test_models_of_others_are_offered_behind_openais(tmp_path: Path) -> None:
    five, nordic = read_offers(written(tmp_path, COMMUNITY + OFFICIAL))
    assert (five.name, five.speed, five.gpu_memory, five.memory) == ("five", 2.5, None, (4, 3, 3, 2))
    assert nordic == Offer(
        name="nordic",
        repository="someone/nordic",
        licence="Apache-2.0",
        abilities=Abilities(("no", "sv"), translates=False, word_times=False),
        sizes=Sizes(384, 4, 4),
        memory=(560, 489, 489, 454),
        gpu_memory=1,
        speed=None,
        trained_for=("no",),
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (COMMUNITY.replace('licence = "Apache-2.0"', ""), "'licence' of 'nordic': it is missing"),
        (COMMUNITY + "weight = 3\n", "'weight' of 'nordic': nobody knows it"),
        (COMMUNITY.replace("translates = false", 'translates = "no"'), "'translates' of 'nordic': it must be true or"),
        (COMMUNITY.replace('"sv"', '"xx"'), "'languages' of 'nordic': Whisper knows no 'xx'"),
        (COMMUNITY.replace("width = 384", "width = true"), "'width' of 'nordic': it must be a whole number"),
        (COMMUNITY.replace(", int8 = 454", ""), "'memory' of 'nordic': it must hold whole numbers for float32, bf"),
        (OFFICIAL.replace("parameters = 518", "parameters = 519"), "'parameters' of 'five': these sizes make 518"),
        (OFFICIAL.replace("speed = 2.5", "speed = -1"), "'speed' of 'five': it must be a number above 0"),
        (OFFICIAL.replace("[[0, 1]]", "[[0, 1, 2]]"), "'alignment_heads' of 'five': it must be a list of pairs"),
        (COMMUNITY + COMMUNITY, "'nordic' is listed twice"),
        ("[models]\n", "it holds 'models'"),
        ("model = 3\n", "'model' is no list of tables"),
        ("[[model", "it is no TOML"),
    ],
)
def test_a_damaged_catalogue_is_told_with_its_place(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(EngineError) as caught:
        read_offers(written(tmp_path, content))
    assert caught.value.kind == "setup"
    assert str(caught.value).startswith(f"{tmp_path}/models.toml is not as it came with Sotto: {told}")
    assert str(caught.value).endswith(". Install Sotto again.")


def test_a_catalogue_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"can't be read \(No such file or directory\)"):
        read_offers(tmp_path / "models.toml")


def test_fourteen_models_of_others_are_offered() -> None:
    others = {offer.name: offer for offer in read_offers() if not isinstance(offer, Published)}
    sizes = ("tiny", "base", "small", "medium", "large")
    assert list(others) == [
        *(f"nb-whisper-{size}" for size in sizes),
        *(f"kb-whisper-{size}" for size in sizes),
        *("distil-small.en", "distil-medium.en", "distil-large-v3", "distil-large-v3.5"),
    ]
    assert others["nb-whisper-large"].repository == "NbAiLab/nb-whisper-large"
    assert (others["kb-whisper-base"].repository, others["kb-whisper-base"].trained_for) == (
        "KBLab/kb-whisper-base",
        ("sv",),
    )
    assert others["distil-large-v3.5"].speed is None  # nobody published one beside large


def test_the_memory_of_every_model_is_what_its_sizes_come_to() -> None:
    computed = {offer.name: tuple(map(offer.sizes.memory, PRECISIONS)) for offer in read_offers()}
    assert {offer.name: offer.memory for offer in read_offers()} == computed
