"""The loop: batch after batch lowers the loss, until the recipe's steps are done."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import astuple, dataclass, replace
from functools import partial

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.errors import EngineError
from engine.progress import Cancel
from engine.training.ahead import Ahead
from engine.training.augment import Augmentation
from engine.training.batches import Batch, Batches
from engine.training.examples import IGNORED
from engine.training.forward import Texts, forward
from engine.training.losses import frame_loss, listening_loss, token_loss
from engine.training.muon import Muon
from engine.training.recipe import Recipe
from engine.training.state import State
from engine.whisper.model import Whisper
from engine.whisper.tokenizer import Tokenizer

_SPELLED = 4  # of so many frames one is asked for its token: neighbours say the same


@dataclass(frozen=True, slots=True)
class Losses:
    tokens: float
    phonemes: float
    spelling: float
    listening: float


@dataclass(frozen=True, slots=True)
class Step:
    """What a step, counted from 1, has come to."""

    number: int
    rate: float
    losses: Losses


class Aids(nn.Module):
    """What helps to train and is dropped afterwards: readers of what the encoder knows about each 20 ms.

    One reads phonemes in its last state but one. The other reads the very tokens in its features, by the decoder's own
    embedding: a decoder that finds the right place has then little left to do but to copy. It is to this what hybrid
    CTC and attention is (Watanabe et al. 2017), where the times of the words are known.
    """

    def __init__(self, state: int, phonemes: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(state)
        self.phonemes = nn.Linear(state, phonemes)
        self.spelling = nn.Linear(state, state)

    def forward(self, heard: Tensor, features: Tensor, tokens: Tensor) -> tuple[Tensor, Tensor]:
        """Return logits (batch, frames, phonemes) of `heard`, and (frames, tokens) of some features (frames, state)."""
        return self.phonemes(self.norm(heard)), F.linear(self.spelling(features), tokens)


class Pupil(nn.Module):
    """A network with its aids, and gradients of its own: each works on another part of a batch at the same time."""

    def __init__(self, network: Whisper, aids: Aids) -> None:
        super().__init__()
        self.network, self.aids = network, aids

    def twin(self) -> "Pupil":
        """Return a pupil with the very same parameters in memory, but other gradients."""
        twin = deepcopy(self)
        for mine, shared in zip(twin.parameters(), self.parameters(), strict=True):
            mine.data = shared.data
        return twin


class Trainer:
    """Holds what a training changes: network, aids, optimizer and the step it has come to."""

    def __init__(
        self, network: Whisper, tokenizer: Tokenizer, batches: Batches, recipe: Recipe, phonemes: int, workers: int = 1
    ) -> None:
        self.network, self.recipe = network, recipe
        self.step = 0
        self._tokenizer, self._batches = tokenizer, batches
        torch.manual_seed(recipe.seed)  # the aids' first weights
        self.aids = Aids(network.dims.n_audio_state, phonemes).to(network.device)
        first = Pupil(network, self.aids)
        self._on_card = network.device.type == "cuda"  # which is kept busy by one pupil
        workers = 1 if self._on_card else workers
        self._pupils = [first, *(first.twin() for _ in range(workers - 1))]
        self._augment = Augmentation(network.dims.n_mels, recipe.seed, network.device)
        self._trained = [p for p in (*network.parameters(), *self.aids.parameters()) if p.requires_grad]
        self._optimizers = optimizers(self._trained, _inner(network) if recipe.orthogonal else [], recipe, workers)

    def run(self, cancel: Cancel) -> Iterator[Step]:
        """Take the steps that are left. Raises EngineError("model") when the loss stops being a number."""
        parts = range(self.recipe.accumulate)
        source = Ahead(self._batches, self.step) if self._on_card else self._batches
        backward = partial(self._backward, source)
        with ThreadPoolExecutor(len(self._pupils)) as pool:
            while self.step < self.recipe.steps:
                cancel.check()
                rate = self._set_rate()
                losses = list(pool.map(backward, parts))
                self._gather()
                norm = nn.utils.clip_grad_norm_(self._trained, self.recipe.clip)
                self._check(norm)
                list(pool.map(_take, self._optimizers))
                self.step += 1
                yield Step(self.step, rate, _mean(losses))

    def _set_rate(self) -> float:
        rate = learning_rate(self.recipe, self.step)
        for optimizer in self._optimizers:
            for group in optimizer.param_groups:
                group["lr"] = rate * group.get("times", 1.0)
        return rate

    def _backward(self, source: Ahead | Batches, part: int) -> Losses:
        """Add the gradient of one part of the batch to its pupil's."""
        pupil = self._pupils[part % len(self._pupils)]
        batch, rng = source.batch(self.step, part)
        batch = batch.to(self.network.device)
        chance = torch.Generator().manual_seed(int(rng.integers(1 << 62)))
        with torch.no_grad():
            mel = self._augment.features(batch.waves(), batch.ends, chance)
        loss, losses = self._losses(pupil, batch, mel, first=int(rng.integers(_SPELLED)))
        torch.autograd.backward(loss / self.recipe.accumulate)
        return losses

    def _losses(self, pupil: "Pupil", batch: Batch, mel: Tensor, first: int) -> tuple[Tensor, Losses]:
        """Return what is learned from and what is told, of a batch; from frame `first` on some are asked for tokens."""
        told = batch.spelling[:, first::_SPELLED]
        known, wanted = told != IGNORED, batch.targets != IGNORED
        texts = Texts(batch.tokens, batch.windows, batch.places)
        with torch.autocast(mel.device.type, torch.bfloat16):
            seen = forward(pupil.network, mel, texts, batch.offsets, frugal=self.recipe.frugal)
            vocabulary = pupil.network.decoder.token_embedding.weight
            logits = F.linear(seen.states[wanted], vocabulary)
            features = seen.features[:, first::_SPELLED][known]
            spoken, spelled = pupil.aids(seen.heard, features, vocabulary[: self._tokenizer.eot + 1])
        tokens = token_loss(logits, batch.targets[wanted], self._tokenizer.timestamp_begin)
        phonemes = frame_loss(spoken, batch.phonemes)
        spelling = frame_loss(spelled, told[known])
        listening = listening_loss(seen.listening, batch.spans)
        weights = self.recipe
        loss = tokens + weights.phonemes * phonemes + weights.spelling * spelling + weights.listening * listening
        parts = torch.stack([tokens, phonemes, spelling, listening])
        return loss, Losses(*parts.tolist())

    def _gather(self) -> None:
        """Sum the pupils' gradients, always in the same order, into the first one's."""
        for parameter, *others in zip(*(pupil.parameters() for pupil in self._pupils), strict=True):
            for other in others:
                if other.grad is not None:
                    parameter.grad = other.grad if parameter.grad is None else parameter.grad.add_(other.grad)
                other.grad = None

    def _check(self, norm: Tensor) -> None:
        if not bool(norm.isfinite()):
            raise EngineError(
                "model",
                f"The loss is no number any more at step {self.step + 1}: lower the learning rate "
                f"({self.recipe.learning_rate:g}) and resume, or look for broken sound among the pairs.",
            )

    def halve(self) -> bool:
        """Do with half the memory: as many windows a step, in twice as many parts. False if a part holds one window."""
        if all(stage.batch == 1 for stage in self.recipe.stages):
            return False
        stages = tuple(replace(stage, batch=max(1, stage.batch // 2)) for stage in self.recipe.stages)
        self.recipe = self._batches.recipe = replace(self.recipe, stages=stages, accumulate=2 * self.recipe.accumulate)
        for parameter in self._trained:
            parameter.grad = None
        return True

    def state(self) -> State:
        return State(
            step=self.step,
            network=self.network.state_dict(),
            aids=self.aids.state_dict(),
            optimizers=[optimizer.state_dict() for optimizer in self._optimizers],
        )

    def resume(self, state: State) -> None:
        """Go on from a state. Raises EngineError("model") for that of another network or recipe."""
        try:
            self.network.load_state_dict(state.network)
            self.aids.load_state_dict(state.aids)
            for optimizer, content in zip(self._optimizers, state.optimizers, strict=True):
                optimizer.load_state_dict(content)
        except (RuntimeError, ValueError, KeyError) as error:
            raise EngineError(
                "model",
                "The state is that of another network or recipe: go on with those, or remove it and begin anew.",
            ) from error
        self.step = state.step


def _take(optimizer: torch.optim.Optimizer) -> None:
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)


def optimizers(
    trained: Sequence[nn.Parameter], inner: Sequence[nn.Parameter], recipe: Recipe, workers: int = 1
) -> list[torch.optim.Optimizer]:
    """Return AdamW for all that is trained but the matrices `inner`, and Muon for those.

    Muon needs fewer steps, but each takes time: every worker gets a share of the matrices.
    """
    apart = {id(parameter) for parameter in inner}
    others = [parameter for parameter in trained if id(parameter) not in apart]
    decayed = {"params": [p for p in others if p.ndim > 1], "weight_decay": recipe.weight_decay}
    plain = {"params": [p for p in others if p.ndim < 2], "weight_decay": 0.0}
    fused = all(parameter.is_cuda for parameter in others)
    adam: torch.optim.Optimizer = torch.optim.AdamW(
        [decayed, plain], lr=recipe.learning_rate, betas=(0.9, 0.98), fused=fused or None
    )
    if not inner:
        return [adam]
    shares = [{"params": list(inner[worker::workers]), "times": recipe.orthogonal} for worker in range(workers)]
    return [adam, *(Muon([share], weight_decay=recipe.weight_decay) for share in shares)]


def _inner(network: Whisper) -> list[nn.Parameter]:
    """The matrices between the first and the last layer, without embeddings."""
    return [
        parameter
        for name, parameter in network.named_parameters()
        if "blocks" in name and parameter.ndim == 2 and parameter.requires_grad
    ]


def learning_rate(recipe: Recipe, step: int) -> float:
    """Rise linearly over the warm-up, stay, and fall linearly to the share that is left at the end."""
    if step < recipe.warm_up:
        return recipe.learning_rate * (step + 1) / recipe.warm_up
    falling = max(1.0, recipe.falling * (recipe.steps - recipe.warm_up))  # steps
    left = min(1.0, max(0.0, (recipe.steps - step) / falling))
    return recipe.learning_rate * (recipe.last_rate + (1 - recipe.last_rate) * left)


def _mean(losses: list[Losses]) -> Losses:
    return Losses(*(float(np.mean(parts)) for parts in zip(*map(astuple, losses), strict=True)))
