"""The window's texts as the sources have them, and as the files of translations do: for tests, without Qt's tools."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

PROJECT = Path(__file__).parent.parent.parent
TRANSLATIONS = PROJECT / "resources" / "translations"
_WITH_CONTEXT = frozenset({"translate", "QT_TRANSLATE_NOOP"})
_PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d|\[\*\]|\(\*[^)]*\)")


@dataclass(frozen=True, slots=True)
class Message:
    """A text with its context, and its translations: one, or one for each number; `finished` as Linguist says."""

    context: str
    source: str
    translations: tuple[str, ...]
    plural: bool
    finished: bool


def messages(language: str) -> tuple[Message, ...]:
    """Return what a language's file of translations holds."""
    root = ElementTree.parse(TRANSLATIONS / f"sotto_{language}.ts").getroot()
    return tuple(
        _message(context.findtext("name", ""), each)
        for context in root.iter("context")
        for each in context.iter("message")
    )


def in_sources() -> frozenset[tuple[str, str]]:
    """Return every text of app/ that is to be translated, with its context: the class for self.tr."""
    files = sorted((PROJECT / "app").rglob("*.py"))
    return frozenset(text for file in files for text in _texts(ast.parse(file.read_text("utf-8")), "") if text[1])


def unreadable() -> list[str]:
    """Return the calls of tr in app/ whose text Qt's tools can't read, such as f-strings, by file and line.

    They don't read within an f-string either.
    """
    return [
        f"{file.relative_to(PROJECT)}:{node.lineno}"
        for file in sorted((PROJECT / "app").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if (isinstance(node, ast.Call) and _is_wrong(node)) or (isinstance(node, ast.JoinedStr) and _calls_tr(node))
    ]


def placeholders(text: str) -> list[str]:
    """Return what of a text is filled in or has a meaning, in order: {0}, {name}, %n, [*], patterns of file names."""
    return sorted(_PLACEHOLDER.findall(text))


def _message(context: str, node: ElementTree.Element) -> Message:
    translation = node.find("translation")
    assert translation is not None
    plural = node.get("numerus") == "yes"
    texts = [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
    return Message(context, node.findtext("source", ""), tuple(texts), plural, translation.get("type") is None)


def _texts(node: ast.AST, inside: str) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        yield from _texts(child, child.name if isinstance(child, ast.ClassDef) else inside)
        if isinstance(child, ast.Call):
            texts = [
                each.value for each in child.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
            ]
            if _name(child) == "tr" and texts:
                yield inside, texts[0]
            elif _name(child) in _WITH_CONTEXT and len(texts) > 1:
                yield texts[0], texts[1]


def _is_wrong(call: ast.Call) -> bool:
    if _name(call) == "tr":
        on_self = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "self"
        return not on_self or not isinstance(call.args[0], ast.Constant)
    known = (ast.Constant, ast.Name, ast.Subscript)  # a name: a text that QT_TRANSLATE_NOOP marks elsewhere
    return _name(call) in _WITH_CONTEXT and not all(isinstance(each, known) for each in call.args[:2])


def _calls_tr(text: ast.JoinedStr) -> bool:
    names = {_name(node) for node in ast.walk(text) if isinstance(node, ast.Call)}
    return bool(names & {"tr", *_WITH_CONTEXT})


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
