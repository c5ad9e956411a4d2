"""The Latin letters of EBU STL (ISO 6937; EBU Tech 3264, appendix 1), where an accent comes before its letter."""

import unicodedata

# fmt: off
_ACCENTS = {
    "\u0300": 0xC1, "\u0301": 0xC2, "\u0302": 0xC3, "\u0303": 0xC4, "\u0304": 0xC5, "\u0306": 0xC6, "\u0307": 0xC7,
    "\u0308": 0xC8, "\u030a": 0xCA, "\u0327": 0xCB, "\u030b": 0xCD, "\u0328": 0xCE, "\u030c": 0xCF,
}
# fmt: on
# fmt: off
_SIGNS = {
    **dict(zip("¡¢£$¥#§¤‘“«←↑→↓", range(0xA1, 0xB0), strict=True)),
    **dict(zip("°±²³×µ¶·÷’”»¼½¾¿", range(0xB0, 0xC0), strict=True)),
    "―": 0xD0, "¹": 0xD1, "®": 0xD2, "©": 0xD3, "™": 0xD4, "♪": 0xD5, "¬": 0xD6, "¦": 0xD7,
    "Ω": 0xE0, "Æ": 0xE1, "Đ": 0xE2, "ª": 0xE3, "Ħ": 0xE4, "Ĳ": 0xE6, "Ŀ": 0xE7, "Ł": 0xE8, "Ø": 0xE9,
    "Œ": 0xEA, "º": 0xEB, "Þ": 0xEC, "Ŧ": 0xED, "Ŋ": 0xEE, "ŉ": 0xEF, "ĸ": 0xF0, "æ": 0xF1, "đ": 0xF2,
    "ð": 0xF3, "ħ": 0xF4, "ı": 0xF5, "ĳ": 0xF6, "ŀ": 0xF7, "ł": 0xF8, "ø": 0xF9, "œ": 0xFA, "ß": 0xFB,
    "þ": 0xFC, "ŧ": 0xFD, "ŋ": 0xFE, "\u00ad": 0xFF,
}
# fmt: on
_OF_BYTE = {code: sign for sign, code in _SIGNS.items()} | {0xA4: "$", 0xA6: "#"}
_OF_ACCENT = {code: accent for accent, code in _ACCENTS.items()}


def encode_sign(sign: str) -> bytes | None:
    """Return the bytes of one character, None if there are none."""
    if " " <= sign <= "~":
        return sign.encode("ascii")
    if sign in _SIGNS:
        return bytes([_SIGNS[sign]])
    letter, accent = unicodedata.normalize("NFD", sign)[:1], unicodedata.normalize("NFD", sign)[1:]
    if accent in _ACCENTS and letter.isascii() and letter.isalpha():
        return bytes([_ACCENTS[accent], ord(letter)])
    return None


def decode(data: bytes) -> str:
    """Return the text of bytes; unknown ones become U+FFFD."""
    text: list[str] = []
    accent = ""
    for code in data:
        if code in _OF_ACCENT:
            accent = _OF_ACCENT[code]
            continue
        sign = chr(code) if 0x20 <= code < 0x7F else _OF_BYTE.get(code, "\ufffd")
        text.append(unicodedata.normalize("NFC", sign + accent))
        accent = ""
    return "".join(text)
