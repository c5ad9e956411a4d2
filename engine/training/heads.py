"""Which heads of the decoder follow the sound: measured where it is known when each word is heard."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from engine.training.augment import clean_features
from engine.training.batches import Row, collate
from engine.training.clips import Clip
from engine.training.examples import lesson
from engine.whisper.checkpoint import Heads
from engine.whisper.model import Whisper
from engine.whisper.tokenizer import Tokenizer

_NEARLY = 0.8  # of the best head's attention, for another to be as good


@torch.inference_mode()
def attention_inside(network: Whisper, tokenizer: Tokenizer, clips: Sequence[Clip]) -> Tensor:
    """Return, for each layer and head (layers, heads), the mean share of attention that lies inside the word.

    Clips are 30 s long and hold words whose times are known; written without timestamps, as words are timed.
    """
    totals = torch.zeros(network.dims.n_text_layer, network.dims.n_text_head)
    words = 0
    for clip in clips:
        told = lesson(clip.example, tokenizer, task="transcribe", timestamps=False, prompt=False,
                      context=network.dims.n_text_ctx)  # fmt: skip
        row = Row(0, 0, told, np.array(told.tokens))
        batch = collate([clip], [row], np.zeros(1, np.int64), tokenizer)
        mel = clean_features(batch.waves(), batch.ends, network.dims.n_mels).to(network.device)
        scores: list[Tensor] = []
        decoder = network.decoder
        decoder(batch.tokens.to(network.device), decoder.listen(network.encoder(mel)), scores)
        weights = torch.stack(
            [layer[0].float().softmax(dim=-1).cpu() for layer in scores]
        )  # (layers, heads, text, frames)
        for place, (first, after) in enumerate(batch.spans[0].tolist()):
            if after > 0:
                totals += weights[:, :, place, first:after].sum(dim=2)
                words += 1
    return totals / max(1, words)


def alignment_heads(inside: Tensor) -> Heads:
    """Choose the head that follows the words best, and those that are nearly as good."""
    chosen = (inside >= _NEARLY * inside.max()).nonzero()
    return tuple((int(layer), int(head)) for layer, head in chosen)
