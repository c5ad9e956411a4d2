"""Numbers as the window's language writes them."""

from PySide6.QtCore import QLocale

_GIGABYTE = 1_000_000_000


def fixed(value: float, places: int) -> str:
    """Write a number with so many decimals, its thousands not set apart: it may be typed again."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "f", places)  # an int would be taken for a date


def short(value: float, most: int = 3) -> str:
    """Write a number with as few decimals as say it, so many at most."""
    text, locale = fixed(value, most), QLocale()
    point = locale.decimalPoint()
    return text.rstrip(locale.zeroDigit()).removesuffix(point) if point in text else text


def size(count: int) -> str:
    """Write a number of bytes as files' sizes are written: 484 MB, 3.1 GB."""
    decimals = int(count >= _GIGABYTE)
    return QLocale().formattedDataSize(count, decimals, QLocale.DataSizeFormat.DataSizeSIFormat)


def read_number(text: str) -> float | None:
    """Read a number with a point, a comma or what the language has; None if it is none."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        number, understood = QLocale().toDouble(text.strip())
        return number if understood else None
