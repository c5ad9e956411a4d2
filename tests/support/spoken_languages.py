"""Lets the window speak a language for the length of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.look.language import speak


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Speak a language within the block, and English without plurals after it, as all other tests expect."""
    application = QCoreApplication.instance()
    assert application is not None
    before = QLocale()
    speak(application, language)
    try:
        yield
    finally:
        for translator in application.findChildren(QTranslator):
            application.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(before)
