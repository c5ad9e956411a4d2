"""Valid files of every format that is read, at least twenty each: seeds for fuzzing."""

from collections.abc import Iterator

from engine.subtitles.document import Cue, Document, Note
from engine.subtitles.format_table import FORMATS, WriteOptions
from engine.transcript import Word

_TEXTS = (
    "Hello, world.",
    "<i>Off</i> screen\nand on it",
    'A <font color="#ff8800">colour</font>, <b>bold</b>, <u>under</u>',
    "- Who's there?\n- Me.",
    "Grüße, ça va? Привет! 你好。 שלום",
    "{braces} [brackets] | bars \\N & < >",
    "♪ la la la ♪",
    "42",
)
_FOREIGN = {
    ".srt": (
        "\ufeff1\r\n00:00:01,000 --> 00:00:02,500 X1:10 X2:20 Y1:1 Y2:2\r\nplaced\r\n\r\n",
        "00:00:01.5 --> 00:00:03\nno number\n\n\nstill there\n2\n00:00:04,000 --> 00:00:05,000\nno gap\n",
        "A title\n\n1\n0:1:2,3 -> 0:1:4,5 glued text\n\n7\n-00:00:01,000 --> 00:00:00,500\nback\n8\n",
        "1\n00:00:01,000 --> 00:00:02,000\n7\n\n2\n\n00:00:03,000 --> 00:00:04,000\nx\n3 00:00:05,000 --> 00:0",
        "1\r\r\n00:00:01,000 --> 00:00:02,000\r\r\na\0b\r\r\n\x1a",
    ),
    ".vtt": (
        "WEBVTT - title\nLanguage: de\n\nNOTE a\n\nSTYLE\n::cue(.x) { color: red }\n\nREGION\nid:r width:40% lines:2\n"
        "regionanchor:0%,0%\nviewportanchor:10%,10%\nscroll:up\n\nid\n00:01.000 --> 00:02.000 region:r align:start\n<v A>x\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000 line:0 position:20%,line-left size:50% vertical:rl\n<c.red>a</c><00:01.500>b\n",
        "WEBVTT\n\n00:00:01,000 --> 00:00:02,000\ncommas\n\nstray\n\n00:05.000 --> 00:04.000 line:-1,end bad:1\n&amp;&#65;\n",
        "WEBVTT\n00:01.000 --> 00:02.000\n<v A>one</v> <v B>two</v> <lang en>x</lang> <ruby>a<rt>b</rt></ruby>\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb\n\nx -->\n",
    ),
    ".ass": (
        "[Script Info]\n; made by\nTitle: x\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Top,Arial\n\n[Fonts]\nfontname: a\n"
        "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: 1,0:00:01.00,0:00:02.00,Top,Ann,0010,0,0,Karaoke,{\\an8\\k20}a{\\k30}b\\Nc\\hd\\n{\\b700\\c&HFF&}e{\\r}\n"
        "Comment: 0,0:00:00.00,0:00:05.00,Default,,0,0,0,,note\nPicture: x\n;y\n",
        "Dialogue: 0,0:00:01.00,0:00:02.00\nDialogue: bad\nDialogue: 0,x,0:00:09.00,Default,,0,0,0,,time\nformat: a,b\n",
        "[Events]\nDialogue: 0,0:00:03.00,0:00:02.00,Default,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}back{\\i\n",
        "[Events]\nFormat: Start, End, Text, Layer\nFormat: Start, End, Text\nDialogue: 0:00:01.5,0:00:02,a,b\n",
        "stray\n[Script Info]\nx\n",
    ),
    ".ttml": (
        '<tt xmlns="http://www.w3.org/2006/10/ttaf1" xmlns:s="x" xml:lang="de"><head><styling><style xml:id="a" '
        's:fontStyle="italic"/><style xml:id="b" style="a" s:fontWeight="bold" s:color="#ff000080"/></styling></head>'
        '<body region="r"><div begin="1s"><p begin="1.5s" dur="2s" style="b">a<br/>b <span s:textDecoration="underline">c'
        "</span></p></div></body></tt>",
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25" '
        'ttp:frameRateMultiplier="1000 1001" ttp:tickRate="1000"><body><div><p begin="00:00:01:12" end="75f">f</p>'
        '<p begin="5000t" end="1m">t</p><p begin="0.1h" end="7h">h</p><p begin="10ms">n</p></div></body></tt>',
        '<?xml version="1.0"?>\n<!-- x --><tt xmlns:ttm="m"><head><metadata><ttm:agent xml:id="s"><ttm:name>Ann</ttm:name>'
        '</ttm:agent></metadata></head><body><!-- note --><div>stray<p ttm:agent="s" begin="1s" end="2s" q:z="1">&nbsp;&foo;'
        '&#0;<metadata>m</metadata><span begin="0s" end="1s">k</span></p><p><span begin="3s" end="4s">z</span></p></div>'
        "</body></tt>",
        '<tt><body><div><p begin="bad" end="2s" xml:space="preserve">  a\n b </p><p begin="3s" end="1s">r</p><p begin="9s">x',
        '<tt xml:lang="en" xml:space="preserve">\n<body/>\n</tt>',
    ),
    ".smi": (
        "<SAMI><HEAD><STYLE><!--\n.ENCC {Name:English; lang:en-US;}\n.DECC {Name:German; lang:de-DE;}\n--></STYLE></HEAD>"
        "<BODY>\n<SYNC Start=1000><P Class=ENCC>a<br>b &amp; <i>c</i>\n<P Class=DECC>d\n<SYNC Start=2000><P Class=ENCC>&nbsp;",
        "<SAMI><BODY><SYNC Start=x>y<SYNC Start=5><P>z<SYNC Start=9><P Class=X>w<P Class=Q>v</BODY></SAMI>",
    ),
    ".sub": ("{0}{25}{y:i}{c:$0000ff}a|{Y:b}b|{z:q}\n{30}{}open\nstray\n", "{1}{1}23.976\n{24}{48}x\n"),
    ".mpl": ("[10][20]/a|_b|\\c\n[30][]open\nstray\n", "stray\n[1][2] x\n"),
    ".tmp": ("00:00:01,1=a\n00:00:01,2=b\n00:00:05:c|d\nstray\n", "0:00:01:a\n0:00:01:b\n"),
    ".sv": (
        "[INFORMATION]\n[TITLE]x\n[END INFORMATION]\n[SUBTITLE]\n[COLF]&HFFFFFF\n00:00:01.00,00:00:02.00\na[br]b\n\nc\n",
        "stray\n0:00:01,0:00:02\nx\n-0:00:01.5;0:00:00.5\ny\n",
    ),
    ".sbv": ("0:00:01.000,0:00:02.000\na\nb\n\n0:00:02.000,0:00:03.000\nc\n",),
    ".lrc": (
        "[ar:x]\n[offset:+500]\n[00:01.00][00:05.00]a <00:02.00>b\n[00:09.5]\nstray\n",
        "[-00:01.00]a\n[00:01:50]b\n",
    ),
    ".csv": ("start;end;text\n1000;2000;a\n", '0.5,1.5,"a\nb"\n', "start,end,text,speaker\nx,,=a,b\n"),
    ".tsv": ("start\tend\ttext\n1000\t2000\ta\nstray\n",),
    ".json": ('{"segments": [{"start": 1, "end": 2, "text": "a", "words": [{"word": "a"}]}, 5], "language": "en"}',),
}


def seeds(suffix: str) -> list[bytes]:
    """Return valid files of a format: 24 that we write, and those that others have written in all their ways."""
    foreign = [text.encode("utf-8") for text in _FOREIGN.get(suffix, ())]
    return [*foreign, *(FORMATS[suffix].write(document, WriteOptions(times=True)) for document in _documents())]


def _documents() -> Iterator[Document]:
    for number in range(24):
        cues = []
        for place in range(1 + number % 5):
            start = 1000 + 4000 * place + 37 * number
            text = _TEXTS[(number + place) % len(_TEXTS)]
            speaker = ("", "Ann", "Bob, Jr.")[(number + place) % 3]
            words = (Word(text, start, start + 1500, 0.5),) if place == 2 else ()
            cues.append(
                Cue(place + 1, start, start + 1500, text, speaker, "Übersetzt" if number % 4 == 3 else "", words)
            )
        yield Document(tuple(cues), ("", "en")[number % 2], (Note("A note", 1),) if number % 3 == 0 else ())
