"""The table of file formats: for each its reader, its writer, and the row that says what it keeps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from engine.subtitles import (
    ass,
    csv_table,
    docx_transcript,
    html_transcript,
    lrc,
    microdvd,
    mpl2,
    sami,
    scc,
    srt,
    stl,
    subviewer,
    tmplayer,
    tsv,
    ttml,
    txt,
    vtt,
    whisper_json,
)
from engine.subtitles.bilingual import Languages
from engine.subtitles.charset import decode, decode_as, encode
from engine.subtitles.document import Document, SrtCue, VttCue, VttFile
from engine.subtitles.losses import Feature, Keeps
from engine.subtitles.microdvd import BAR
from engine.subtitles.reading import Reading
from engine.subtitles.sniffing import parse_sub, parse_txt
from engine.subtitles.xml_text import count_forbidden

FILM = Fraction(25)  # pictures a second where nobody says another rate


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a file is read: its encoding (None: found out), and the frame rate of formats that may not say theirs."""

    encoding: str | None = None
    rate: Fraction | None = None


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How a file is written: frames a second, which languages, and for plain text whether times and names are shown."""

    rate: Fraction = FILM
    languages: Languages = "original"
    times: bool = False
    speakers: bool = True


@dataclass(frozen=True, slots=True)
class Format:
    """One file format: how bytes become a document and back, and what of a document it keeps.

    `read` is None for one that can only be written. `timed` is the row that holds where WriteOptions.times are shown,
    `rate` the only frame rate that it knows. `left_out` counts cues that the writer had no place for.
    """

    name: str
    keeps: Keeps
    read: Callable[[bytes, ReadOptions], Reading] | None
    write: Callable[[Document, WriteOptions], bytes]
    timed: Keeps | None = None
    rate: Fraction | None = None
    left_out: Callable[[Document, bytes], int] | None = None


def _reads(parse: Callable[[str], Reading]) -> Callable[[bytes, ReadOptions], Reading]:
    return _reads_with(lambda text, _: parse(text))


def _reads_with(parse: Callable[[str, ReadOptions], Reading]) -> Callable[[bytes, ReadOptions], Reading]:
    def read_text(data: bytes, options: ReadOptions) -> Reading:
        decoded = decode(data) if options.encoding is None else decode_as(data, options.encoding)
        reading = parse(decoded.text, options)
        repairs = decoded.repairs + reading.repairs
        return replace(reading, encoding=decoded.encoding, encodings=decoded.encodings, repairs=repairs)

    return read_text


def _writes(compose: Callable[[Document], str]) -> Callable[[Document, WriteOptions], bytes]:
    return lambda document, _: encode(compose(document))


_STYLES = frozenset({Feature.ITALIC, Feature.BOLD, Feature.UNDERLINE, Feature.COLOUR})
_TIMES = frozenset({Feature.TIME, Feature.END, Feature.EMPTY})
_EXACT = _TIMES | {Feature.EXACT}
_LINES = frozenset({Feature.LINES, Feature.BLANK_LINES})
_CELLS = _EXACT | _LINES | _STYLES | {Feature.NEGATIVE, Feature.SPEAKER, Feature.TRANSLATION}
_BAR = {"|": BAR}
_SCENES = _TIMES | _LINES | _STYLES | {Feature.SPACES, Feature.SPEAKER, Feature.NOTES}

_SRT = Format(
    "SubRip",
    Keeps(
        _EXACT | _STYLES | {Feature.LINES, Feature.SPACES},
        replaced={"-->": "->"},
        extras=(SrtCue,),
    ),
    _reads(srt.parse),
    _writes(srt.compose),
)
_VTT = Format(
    "WebVTT",
    Keeps(_EXACT | _STYLES | {Feature.LINES, Feature.SPACES, Feature.SPEAKER, Feature.NOTES}, extras=(VttCue, VttFile)),
    _reads(vtt.parse),
    _writes(vtt.compose),
)
_ASS = Format(
    "Advanced SubStation Alpha",
    Keeps(_SCENES, step=10, hex_colours=True, replaced_in_names={",": ass.COMMA}, raw="ass"),
    _reads(ass.parse),
    _writes(ass.compose),
)
_SSA = replace(
    _ASS,
    name="SubStation Alpha",
    keeps=replace(_ASS.keeps, raw="ssa"),
    read=_reads(ass.parse_ssa),
    write=_writes(ass.compose_ssa),
)
_TTML = Format(
    "TTML",
    Keeps(
        _SCENES | {Feature.EXACT, Feature.LANGUAGE},
        hex_colours=True,
        strangers=count_forbidden,
        raw="ttml",
    ),
    _reads(ttml.parse),
    _writes(ttml.compose),
)
_MICRODVD = Format(
    "MicroDVD",
    Keeps(
        _TIMES | _LINES | _STYLES | {Feature.SPACES},
        step=None,
        whole_lines=True,
        hex_colours=True,
        replaced=_BAR,
        raw="microdvd",
    ),
    _reads_with(lambda text, options: parse_sub(text, options.rate)),
    lambda document, options: encode(microdvd.compose(document, options.rate)),
)
_MPL2 = Format(
    "MPL2",
    Keeps(
        _TIMES | _LINES | {Feature.ITALIC, Feature.BOLD, Feature.UNDERLINE, Feature.SPACES},
        step=100,
        whole_lines=True,
        replaced=_BAR,
    ),
    _reads(mpl2.parse),
    _writes(mpl2.compose),
)
_TMPLAYER = Format(
    "TMPlayer",
    Keeps((_TIMES | _LINES | {Feature.SPACES}) - {Feature.END}, step=1000, replaced=_BAR),
    _reads(tmplayer.parse),
    _writes(tmplayer.compose),
)
_SUBVIEWER = Format(
    "SubViewer",
    Keeps(_TIMES | _STYLES | {Feature.LINES, Feature.SPACES}, step=10, raw="subviewer"),
    _reads_with(lambda text, options: parse_sub(text, options.rate)),
    _writes(subviewer.compose),
)
_SBV = Format(
    "SBV",
    Keeps(_EXACT | {Feature.LINES, Feature.SPACES}),
    _reads(subviewer.parse_sbv),
    _writes(subviewer.compose_sbv),
)
_SAMI = Format(
    "SAMI",
    Keeps(_STYLES | {Feature.TIME, Feature.EXACT, Feature.LINES, Feature.TRANSLATION, Feature.LANGUAGE}, raw="sami"),
    _reads(sami.parse),
    _writes(sami.compose),
)
_LRC = Format("LRC", Keeps(frozenset({Feature.TIME}), step=10, raw="lrc"), _reads(lrc.parse), _writes(lrc.compose))
_SCC = Format(
    "SCC",
    Keeps(frozenset({Feature.TIME, Feature.END}), step=None, strangers=scc.strangers),
    _reads(scc.parse),
    _writes(scc.compose),
    rate=scc.RATE,
    left_out=lambda document, data: scc.missing(document, data.decode("utf-8")),
)
_STL = Format(
    "EBU STL",
    Keeps(
        frozenset({Feature.TIME, Feature.END, Feature.EMPTY, Feature.LINES, Feature.ITALIC, Feature.UNDERLINE}),
        step=None,
        strangers=stl.strangers,
    ),
    lambda data, _: stl.parse(data),
    lambda document, options: stl.compose(document, options.rate),
)
_TXT = Format(
    "plain text",
    Keeps(frozenset()),
    _reads_with(lambda text, options: parse_txt(text, options.rate)),
    lambda document, options: encode(txt.compose(document, times=options.times, speakers=options.speakers)),
    timed=Keeps(_EXACT | {Feature.NEGATIVE}),
)
_TSV = Format(
    "tab-separated values",
    Keeps(_EXACT | _STYLES | {Feature.NEGATIVE}, replaced={"\t": " "}),
    _reads(tsv.parse),
    _writes(tsv.compose),
)
_CSV = Format(
    "comma-separated values", Keeps(_CELLS | {Feature.SPACES}), _reads(csv_table.parse), _writes(csv_table.compose)
)
_JSON = Format(
    "Whisper JSON",
    Keeps(_CELLS | {Feature.WORDS, Feature.LANGUAGE}),
    _reads(whisper_json.parse),
    _writes(whisper_json.compose),
)
_READABLE = Keeps(
    _STYLES | {Feature.TIME, Feature.SPEAKER},
    step=1000,
    hex_colours=True,
    strangers=count_forbidden,
)
_HTML = Format("HTML transcript", _READABLE, None, _writes(html_transcript.compose))
_DOCX = Format("Word transcript", _READABLE, None, lambda document, _: docx_transcript.compose(document))

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        ".srt": _SRT,
        ".vtt": _VTT,
        ".ass": _ASS,
        ".ssa": _SSA,
        **dict.fromkeys((".ttml", ".dfxp", ".itt", ".imsc", ".xml"), _TTML),
        ".scc": _SCC,
        ".stl": _STL,
        ".sub": _MICRODVD,
        ".sv": _SUBVIEWER,
        ".sbv": _SBV,
        ".mpl": _MPL2,
        ".tmp": _TMPLAYER,
        **dict.fromkeys((".smi", ".sami"), _SAMI),
        ".lrc": _LRC,
        ".txt": _TXT,
        ".tsv": _TSV,
        ".csv": _CSV,
        ".json": _JSON,
        **dict.fromkeys((".html", ".htm"), _HTML),
        ".docx": _DOCX,
    }
)
