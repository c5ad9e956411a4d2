"""Text <-> tokens, by the vocabulary that a checkpoint brings: special tokens and languages are found by name."""

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

import tiktoken

from engine.abilities import Task
from engine.errors import EngineError

# How GPT-2 cuts text into pieces before it merges bytes within each (Radford et al. 2019, section 2.2).
PIECES = r"'(?:s|t|re|ve|m|ll|d)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
TIMESTAMPS = 1501  # 0.00 to 30.00 seconds in steps of 0.02
GPT2_TOKENS = 50256  # the English-only models' vocabulary is GPT-2's
UNSPACED = frozenset({"zh", "ja", "th", "lo", "my", "yue"})

_LANGUAGE = re.compile(r"<\|([a-z]{2,3})\|>")
_SIGNS = '"#()*+/:;<=>@[\\]^_`{|}~「」『』'
_RUNS = "<< >> <<< >>> -- --- -( -[ (' (\" (( )) ((( ))) [[ ]] {{ }} ♪♪ ♪♪♪"
_MUSIC = "♩♪♫♬♭♮♯"  # these share their first two bytes, so that the first of several tokens stands for them


class Tokenizer:
    """One checkpoint's vocabulary.

    `ids` maps the bytes of every ordinary token to its id; `specials` maps names such as "<|en|>" to theirs. `ranks`
    gives the order in which bytes merge where the ids don't; what it leaves out is read but never written.
    `multilingual` says whether language and task are part of a start sequence; None: all but GPT-2's vocabulary are.
    Raises EngineError("model") for a vocabulary that Whisper can't work with.
    """

    def __init__(
        self,
        ids: dict[bytes, int],
        specials: Mapping[str, int],
        *,
        ranks: dict[bytes, int] | None = None,
        multilingual: bool | None = None,
    ) -> None:
        self._specials = _with_timestamps(specials)
        known = {*ids.values(), *self._specials.values()}
        if len(known) != len(ids) + len(self._specials):
            raise EngineError("model", "The vocabulary gives one id to two tokens: it is damaged, fetch it again.")
        self.size = max(known, default=-1) + 1  # one above the highest id
        self._texts = [b""] * self.size  # by id: a sixth of a dict's memory
        for text, id_ in chain(ids.items(), ((name.encode(), id_) for name, id_ in self._specials.items())):
            self._texts[id_] = text
        order = ids if ranks is None else ranks
        if any(bytes([byte]) not in order for byte in range(256)):
            raise EngineError("model", "The vocabulary lacks some of the 256 bytes: it is not Whisper's kind.")
        self._ids = None if ranks is None else {rank: ids[text] for text, rank in ranks.items()}
        # only ordinary text is ever written by it: special tokens are put in by id, never read out of text
        self._merges = tiktoken.Encoding("whisper", pat_str=PIECES, mergeable_ranks=order, special_tokens={})
        self.multilingual = len(ids) != GPT2_TOKENS and bool(self.languages) if multilingual is None else multilingual

    @cached_property
    def eot(self) -> int:
        return self._special("<|endoftext|>")

    @cached_property
    def sot(self) -> int:
        return self._special("<|startoftranscript|>")

    @cached_property
    def sot_prev(self) -> int:
        return self._special("<|startofprev|>")

    @cached_property
    def sot_lm(self) -> int:
        return self._special("<|startoflm|>")

    @cached_property
    def no_speech(self) -> int:
        return self._special("<|nospeech|>", "<|nocaptions|>")

    @cached_property
    def no_timestamps(self) -> int:
        return self._special("<|notimestamps|>")

    @cached_property
    def timestamp_begin(self) -> int:
        return self._special("<|0.00|>")

    @cached_property
    def transcribe(self) -> int:
        return self._special("<|transcribe|>")

    @cached_property
    def translate(self) -> int:
        return self._special("<|translate|>")

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that have a token, in the order of their tokens."""
        found = ((id_, match[1]) for name, id_ in self._specials.items() if (match := _LANGUAGE.fullmatch(name)))
        return tuple(code for _, code in sorted(found))

    @cached_property
    def all_language_tokens(self) -> tuple[int, ...]:
        return tuple(self.language_token(code) for code in self.languages)

    def language_token(self, code: str) -> int:
        return self._special(f"<|{code}|>")

    def start_sequence(self, language: str, task: Task) -> tuple[int, ...]:
        """Tokens that ask for `task` in `language`; English-only models are asked for nothing."""
        if not self.multilingual:
            return (self.sot,)
        return (self.sot, self.language_token(language), self.translate if task == "translate" else self.transcribe)

    def encode(self, text: str) -> list[int]:
        """Encode all of `text` as ordinary text, also what looks like a special token."""
        ranks = self._merges.encode_ordinary(text)
        return ranks if self._ids is None else [self._ids[rank] for rank in ranks]

    def decode(self, tokens: Iterable[int]) -> str:
        """Return the text without timestamps; other special tokens show as their names, as the reference has it."""
        return self.decode_with_timestamps(token for token in tokens if token < self.timestamp_begin)

    def decode_with_timestamps(self, tokens: Iterable[int]) -> str:
        """Return the text with timestamps as "<|1.08|>". Broken characters become U+FFFD; unnamed ids are silent."""
        return self._raw(tokens).decode(errors="replace")

    @cached_property
    def non_speech_tokens(self) -> tuple[int, ...]:
        """Tokens of brackets, notes and other signs that no voice speaks; hyphen and quote only as a word's start."""
        found = {self.encode(" -")[0], self.encode(" '")[0]}
        for symbol in (*_SIGNS, *_RUNS.split(), *_MUSIC):
            for tokens in (self.encode(symbol), self.encode(" " + symbol)):
                if len(tokens) == 1 or symbol in _MUSIC:
                    found.add(tokens[0])
        return tuple(sorted(found))

    def split_to_words(self, tokens: Sequence[int], language: str | None) -> tuple[list[str], list[list[int]]]:
        """Return the words and the tokens of each; the words joined are the text of all tokens.

        Where words are written without spaces, every run of tokens that ends with a whole character is one.
        """
        pieces = self._split_at_characters(tokens)
        words = pieces if self.multilingual and language in UNSPACED else self._join_to_spaces(pieces)
        return [self.decode_with_timestamps(word) for word in words], words

    def _split_at_characters(self, tokens: Sequence[int]) -> list[list[int]]:
        text = self.decode_with_timestamps(tokens)
        pieces: list[list[int]] = []
        piece: list[int] = []
        begun = 0  # characters of `text` that are in `pieces`
        for index, token in enumerate(tokens, start=1):
            piece.append(token)
            head = self.decode_with_timestamps(piece)
            # cutting through a character would make more than one U+FFFD of it, or one that the text doesn't have
            if "\ufffd" in head and text[begun:] != head + self.decode_with_timestamps(tokens[index:]):
                continue
            pieces.append(piece)
            piece = []
            begun += len(head)
        return pieces

    def _join_to_spaces(self, pieces: list[list[int]]) -> list[list[int]]:
        words: list[list[int]] = []
        for piece in pieces:
            text = self.decode_with_timestamps(piece)
            if not words or piece[0] >= self.eot or text.startswith(" ") or text.strip() in string.punctuation:
                words.append(list(piece))
            else:
                words[-1].extend(piece)
        return words

    def _raw(self, tokens: Iterable[int]) -> bytes:
        return b"".join(self._texts[token] for token in tokens if 0 <= token < self.size)

    def _special(self, *names: str) -> int:
        for name in names:
            if name in self._specials:
                return self._specials[name]
        raise EngineError("model", f"The vocabulary has no token {names[0]}: it is not a Whisper model's, or damaged.")


def _with_timestamps(specials: Mapping[str, int]) -> dict[str, int]:
    """Many published vocabularies leave out the timestamps: the ids after <|notimestamps|> are theirs."""
    if "<|0.00|>" in specials or "<|notimestamps|>" not in specials:
        return dict(specials)
    first = specials["<|notimestamps|>"] + 1
    return dict(specials) | {f"<|{step / 50:.2f}|>": first + step for step in range(TIMESTAMPS)}
