"""The language of the window: which there are, and how the application is made to speak one."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.paths import resources

LANGUAGES = (("en", "English"), ("nb", "Norsk bokmål"), ("es", "Español"))


def translations() -> Path:
    """Return the folder of the texts: sotto_CODE.ts, and sotto_CODE.qm that is made from it."""
    return resources() / "translations"


def find_language(chosen: str, system: list[str]) -> str:
    """Return the code of the language to speak: the chosen one; where that is "" or none of ours, the first of the
    system's that we have (such as "es-MX"; Norwegian of any kind is Bokmål); English where there is none."""
    ours = {code for code, _ in LANGUAGES}
    for wished in (chosen, *system):
        code = wished.replace("_", "-").split("-")[0].lower()
        code = "nb" if code in ("no", "nn") else code
        if code in ours:
            return code
    return "en"


def speak(application: QCoreApplication, chosen: str) -> str:
    """Let everything that is built from now on speak a language, "" for the system's; return its code.

    Numbers and dates follow a language that was chosen, else the system. English has texts, too: its plurals.
    """
    code = find_language(chosen, QLocale.system().uiLanguages())
    if chosen:
        QLocale.setDefault(QLocale(code))
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for file in (qt / f"qtbase_{code}.qm", translations() / f"sotto_{code}.qm"):  # the last is asked first
        translator = QTranslator(application)
        if translator.load(str(file)):
            application.installTranslator(translator)
    return code
