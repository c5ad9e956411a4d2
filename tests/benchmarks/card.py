"""How fast a graphics card hears, beside transformers on the same card: python -m tests.benchmarks.card [NAME ...]

Networks of the published sizes with random weights in half precision, windows of 30 s, a fixed number of tokens each.
Printed are medians over windows in ms, and how many times faster than real time that is. It needs $SOTTO_TEST_DATA.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor

from engine.abilities import Abilities
from engine.checkpoints.catalogue import Published, read_catalogue
from engine.progress import Cancel
from engine.whisper.checkpoint import Model
from engine.whisper.decoding import Question, decode, encode
from engine.whisper.options import Options
from engine.whisper.vocabulary import read_tiktoken
from engine.whisper.weights import choose_device
from tests.benchmarks.modes import network_of
from tests.support.checkpoints import vocabulary_file

_USUAL = ("large-v3", "large-v3-turbo")
_TOKENS = 100  # a window
_WINDOWS = 3
_BEAMS = 5


def model_of(published: Published, vocabulary: Path) -> Model:
    with choose_device("cuda"):
        network = network_of(published).half()
    tokenizer = read_tiktoken(vocabulary, network.dims.n_vocab)
    return Model(published.name, network, tokenizer, Abilities(("en",), translates=False, word_times=False), None)


def ours(model: Model, beams: int | None) -> Callable[[Tensor], object]:
    """Return what decodes a window of log-mel (mels, 3000) into exactly _TOKENS tokens."""
    end = (-1, model.tokenizer.eot)
    options = Options(
        language="en", beam_size=beams, temperature=(0.0,), sample_len=_TOKENS, suppress_tokens=end,
        without_timestamps=True,
    )  # fmt: skip
    return lambda mel: decode(model, encode(model, mel), Question("en"), options, 0.0, Cancel())


def theirs(model: Model, beams: int | None) -> Callable[[Tensor], object]:
    from transformers import GenerationMixin, WhisperConfig, WhisperForConditionalGeneration

    dims = model.network.dims
    config = WhisperConfig(
        vocab_size=dims.n_vocab, num_mel_bins=dims.n_mels, d_model=dims.n_audio_state,
        encoder_layers=dims.n_audio_layer, decoder_layers=dims.n_text_layer,
        encoder_attention_heads=dims.n_audio_head, decoder_attention_heads=dims.n_text_head,
        encoder_ffn_dim=4 * dims.n_audio_state, decoder_ffn_dim=4 * dims.n_audio_state,
        max_source_positions=dims.n_audio_ctx, max_target_positions=dims.n_text_ctx,
        eos_token_id=model.tokenizer.eot, pad_token_id=model.tokenizer.eot, bos_token_id=model.tokenizer.eot,
        decoder_start_token_id=model.tokenizer.sot,
    )  # fmt: skip
    with torch.device("cuda"):
        network = WhisperForConditionalGeneration(config).half().eval()
    start = torch.tensor([[*model.tokenizer.start_sequence("en", "transcribe"), model.tokenizer.no_timestamps]])
    exactly = {"max_new_tokens": _TOKENS, "min_new_tokens": _TOKENS, "num_beams": beams or 1, "do_sample": False}

    @torch.inference_mode()
    def generate(mel: Tensor) -> object:
        sound = mel[None].to("cuda", torch.float16)
        return GenerationMixin.generate(network, sound, decoder_input_ids=start.to("cuda"), **exactly)

    return generate


def measure(published: Published, vocabulary: Path) -> None:
    model = model_of(published, vocabulary)
    mels = torch.randn(_WINDOWS + 1, model.network.dims.n_mels, 3000)
    for beams in (None, _BEAMS):
        both = {"ours": ours(model, beams), "transformers": theirs(model, beams)}
        times: dict[str, list[float]] = {name: [] for name in both}
        for turn, mel in enumerate(mels):
            for name, hear in both.items():
                torch.cuda.synchronize()
                began = time.perf_counter()
                hear(mel)
                torch.cuda.synchronize()
                if turn:  # the first loads kernels
                    times[name].append(1000 * (time.perf_counter() - began))
        medians = {name: statistics.median(found) for name, found in times.items()}
        way = f"beam {beams}" if beams else "greedy"
        for name, median in medians.items():
            print(
                f"{published.name}, {way}, {name}: {median:.0f} ms a window, {30_000 / median:.0f} times real time",
                flush=True,
            )
        print(f"{published.name}, {way}: {medians['transformers'] / medians['ours']:.2f} times faster")


def main() -> None:
    vocabulary = vocabulary_file("multilingual")
    if vocabulary is None or not torch.cuda.is_available():
        sys.exit("This needs a graphics card and $SOTTO_TEST_DATA.")
    print(torch.cuda.get_device_name(), f"torch {torch.__version__}", f"{_TOKENS} tokens a window", sep=", ")
    wanted = sys.argv[1:] or _USUAL
    for published in read_catalogue():
        if published.name in wanted:
            measure(published, vocabulary)


if __name__ == "__main__":
    main()
