"""Makes of a Hugging Face folder what CTranslate2 reads.

python -m tests.benchmarks.peers.convert FOLDER TARGET int8|float32     # in the peers' environment

TARGET also gets the tokenizer.json without which faster-whisper would ask the network.
"""

import sys
from pathlib import Path


def main(folder: str, target: str, numbers: str) -> None:
    from ctranslate2.converters import TransformersConverter
    from transformers import AutoTokenizer

    TransformersConverter(folder).convert(target, quantization=None if numbers == "float32" else numbers)
    AutoTokenizer.from_pretrained(folder).backend_tokenizer.save(str(Path(target) / "tokenizer.json"))


if __name__ == "__main__":
    main(*sys.argv[1:])
