"""Rules that openai-whisper doesn't have, against transformers' on histories of text."""

import pytest
import torch
from transformers import NoRepeatNGramLogitsProcessor, RepetitionPenaltyLogitsProcessor

from engine.whisper.logits import NoRepeatedNgrams, RepetitionPenalty

pytestmark = pytest.mark.reference

VOCABULARY = 30


def _logits_and_history() -> tuple[torch.Tensor, torch.Tensor]:
    torch.manual_seed(2)
    return torch.randn(4, VOCABULARY) * 3, torch.randint(0, 5, (4, 25))


@pytest.mark.parametrize("penalty", [0.5, 1.2, 3.0])
def test_same_repetition_penalty(penalty: float) -> None:
    logits, history = _logits_and_history()
    expected = RepetitionPenaltyLogitsProcessor(penalty)(history, logits.clone())
    RepetitionPenalty(penalty, eot=VOCABULARY)(logits, history)
    assert torch.equal(logits, expected)


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_same_forbidden_runs(size: int) -> None:
    logits, history = _logits_and_history()
    expected = NoRepeatNGramLogitsProcessor(size)(history, logits.clone())
    NoRepeatedNgrams(size, eot=VOCABULARY)(logits, history)
    assert torch.equal(logits, expected)
