"""What is said of cues that are there, heard again in English and put beside them."""

from app.translation.values import Outcome, TranslationOrder, Unfinished
from app.translation.work import Translation

__all__ = ["Outcome", "Translation", "TranslationOrder", "Unfinished"]
