"""Features of training are those of decoding."""

import numpy as np
import torch

from engine.training.features import AROUND, BEFORE, log_mel
from engine.whisper.mel import LogMel
from tests.support.spoken import Tones


def test_a_window_inside_a_file_has_the_numbers_of_decoding() -> None:
    sound = Tones(seconds=6)
    decoding = LogMel(sound, 80).window(200, 200)[:, :200]
    piece = sound.read(200 * 160 - BEFORE, 400 * 160 - BEFORE + AROUND)
    file = log_mel(torch.from_numpy(np.pad(sound.read(0, len(sound)), (BEFORE, AROUND - BEFORE)))[None], 80)
    window = log_mel(torch.from_numpy(piece)[None], 80)
    headroom = 4 * (file.max() - window.max())
    assert torch.allclose(log_mel(torch.from_numpy(piece)[None], 80, None, headroom[None])[0], decoding, atol=1e-5)


def test_a_filter_takes_its_share_of_each_frequency() -> None:
    sound = torch.from_numpy(Tones(seconds=1).read(0, 16_000)[: 160 * 50 + AROUND])[None]
    quieter = log_mel(sound, 80, torch.full((1, 201), 0.01))
    assert torch.allclose(quieter, log_mel(sound, 80) - 0.5, atol=1e-5)
