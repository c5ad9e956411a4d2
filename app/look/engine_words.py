"""What the engine says in the window's language: the engine knows no Qt, so its texts are listed here for lupdate.

A text that isn't listed stays as the engine says it: tests/app/look/test_engine_words.py finds those that are missing.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


def in_words(text: str) -> str:
    """Return a fixed text of the engine in the language of the window."""
    return QCoreApplication.translate("Engine", text) if text else ""


EDITS = (
    QT_TRANSLATE_NOOP("Engine", "Break lines"),
    QT_TRANSLATE_NOOP("Engine", "Change colour"),
    QT_TRANSLATE_NOOP("Engine", "Change frame rate"),
    QT_TRANSLATE_NOOP("Engine", "Change style"),
    QT_TRANSLATE_NOOP("Engine", "Change text"),
    QT_TRANSLATE_NOOP("Engine", "Change translation"),
    QT_TRANSLATE_NOOP("Engine", "Choose media"),
    QT_TRANSLATE_NOOP("Engine", "Cut anew"),
    QT_TRANSLATE_NOOP("Engine", "Delete"),
    QT_TRANSLATE_NOOP("Engine", "Duplicate"),
    QT_TRANSLATE_NOOP("Engine", "Extend to next"),
    QT_TRANSLATE_NOOP("Engine", "Extend to previous"),
    QT_TRANSLATE_NOOP("Engine", "Fix"),
    QT_TRANSLATE_NOOP("Engine", "Insert"),
    QT_TRANSLATE_NOOP("Engine", "Insert after"),
    QT_TRANSLATE_NOOP("Engine", "Insert before"),
    QT_TRANSLATE_NOOP("Engine", "Mark as verified"),
    QT_TRANSLATE_NOOP("Engine", "Merge"),
    QT_TRANSLATE_NOOP("Engine", "Merge as dialogue"),
    QT_TRANSLATE_NOOP("Engine", "Move"),
    QT_TRANSLATE_NOOP("Engine", "Rename speaker"),
    QT_TRANSLATE_NOOP("Engine", "Replace"),
    QT_TRANSLATE_NOOP("Engine", "Replace all"),
    QT_TRANSLATE_NOOP("Engine", "Replace document"),
    QT_TRANSLATE_NOOP("Engine", "Set end"),
    QT_TRANSLATE_NOOP("Engine", "Set languages"),
    QT_TRANSLATE_NOOP("Engine", "Set profile"),
    QT_TRANSLATE_NOOP("Engine", "Set speaker"),
    QT_TRANSLATE_NOOP("Engine", "Set start"),
    QT_TRANSLATE_NOOP("Engine", "Set times"),
    QT_TRANSLATE_NOOP("Engine", "Shift"),
    QT_TRANSLATE_NOOP("Engine", "Shift from here on"),
    QT_TRANSLATE_NOOP("Engine", "Sort"),
    QT_TRANSLATE_NOOP("Engine", "Split"),
    QT_TRANSLATE_NOOP("Engine", "Split at time"),
    QT_TRANSLATE_NOOP("Engine", "Stretch"),
    QT_TRANSLATE_NOOP("Engine", "Transcribe"),
    QT_TRANSLATE_NOOP("Engine", "Transcribe again"),
    QT_TRANSLATE_NOOP("Engine", "Translate"),
)

REFUSALS = (
    QT_TRANSLATE_NOOP("Engine", "A cue can't begin there: choose a time inside of the film"),
    QT_TRANSLATE_NOOP("Engine", "A cue has to end after its start: drag it longer"),
    QT_TRANSLATE_NOOP("Engine", "A cue was changed since it was checked: check again"),
    QT_TRANSLATE_NOOP("Engine", "A cue was changed since it was heard again: choose again"),
    QT_TRANSLATE_NOOP("Engine", "A cue was edited meanwhile and stays as it is: leave it out of what is replaced"),
    QT_TRANSLATE_NOOP("Engine", "A cue would end after 99:59:59.999: choose an earlier time"),
    QT_TRANSLATE_NOOP("Engine", "A selected cue is no longer in the document: select again"),
    QT_TRANSLATE_NOOP("Engine", "A speaker needs a name: type one, or set the speaker of the cues to nobody"),
    QT_TRANSLATE_NOOP("Engine", "Both points are at the same time: choose two cues far apart"),
    QT_TRANSLATE_NOOP("Engine", "No cue follows the last one: set its end instead"),
    QT_TRANSLATE_NOOP("Engine", "No cue is selected: select one first"),
    QT_TRANSLATE_NOOP("Engine", "No cue stands before the first one: set its start instead"),
    QT_TRANSLATE_NOOP("Engine", "One cue alone can't be merged: select two or more"),
    QT_TRANSLATE_NOOP("Engine", "One of the halves would have no text: put the cursor between two words"),
    QT_TRANSLATE_NOOP("Engine", "Other cues stand between the selected ones: select cues that follow each other"),
    QT_TRANSLATE_NOOP("Engine", "The cue has only one word: set its end and insert another cue"),
    QT_TRANSLATE_NOOP("Engine", "The cue is no longer in the document: choose another one"),
    QT_TRANSLATE_NOOP("Engine", "The cue is too short to be split: give it more time first"),
    QT_TRANSLATE_NOOP("Engine", "The cue would end before it starts: set its other time first, or move the cue"),
    QT_TRANSLATE_NOOP("Engine", "The points would change their order: the later one must stay the later one"),
    QT_TRANSLATE_NOOP("Engine", "The regular expression calls itself, which search does not allow: simplify it"),
    QT_TRANSLATE_NOOP("Engine", "The regular expression is too deep or too big: simplify it"),
    QT_TRANSLATE_NOOP("Engine", "The time is not inside of the cue: choose one between its start and its end"),
    QT_TRANSLATE_NOOP("Engine", "The transcription was undone, and what it hears has no place: start it again"),
    QT_TRANSLATE_NOOP("Engine", "There is no speaker of that name any more: choose another one"),
    QT_TRANSLATE_NOOP("Engine", "There is no text to style: select a cue with text"),
    QT_TRANSLATE_NOOP("Engine", "There is nothing to redo"),
    QT_TRANSLATE_NOOP("Engine", "There is nothing to search for: type some text"),
    QT_TRANSLATE_NOOP("Engine", "There is nothing to undo"),
    QT_TRANSLATE_NOOP("Engine", "Two fixes are for the same cue: apply one, then check again"),
    QT_TRANSLATE_NOOP("Engine", "What was found has changed meanwhile: search again"),
)

RULES = (
    QT_TRANSLATE_NOOP("Engine", "A cue without text"),
    QT_TRANSLATE_NOOP("Engine", "A cue that ends before it begins, or at once"),
    QT_TRANSLATE_NOOP("Engine", "A cue that begins before the film"),
    QT_TRANSLATE_NOOP("Engine", "A cue that begins before the one above it"),
    QT_TRANSLATE_NOOP("Engine", "A cue that begins before the one before it has ended"),
    QT_TRANSLATE_NOOP("Engine", "A cue that stands while none of its words is said"),
    QT_TRANSLATE_NOOP("Engine", "A line that is too long"),
    QT_TRANSLATE_NOOP("Engine", "A cue with too much text"),
    QT_TRANSLATE_NOOP("Engine", "A cue with too many lines"),
    QT_TRANSLATE_NOOP("Engine", "A line with too many words"),
    QT_TRANSLATE_NOOP("Engine", "A cue that stands too short"),
    QT_TRANSLATE_NOOP("Engine", "A cue that stands too long"),
    QT_TRANSLATE_NOOP("Engine", "A cue that must be read too fast"),
    QT_TRANSLATE_NOOP("Engine", "A cue that stands too long for its text"),
    QT_TRANSLATE_NOOP("Engine", "A cue with more words than can be read in its time"),
    QT_TRANSLATE_NOOP("Engine", "Two cues too close together"),
    QT_TRANSLATE_NOOP("Engine", "A short gap that should be closed"),
    QT_TRANSLATE_NOOP("Engine", "A break that isn't needed"),
    QT_TRANSLATE_NOOP("Engine", "A cue before its words"),
    QT_TRANSLATE_NOOP("Engine", "A cue behind its words"),
    QT_TRANSLATE_NOOP("Engine", "A cue that outlasts its words"),
    QT_TRANSLATE_NOOP("Engine", "A cue of the machine that nobody has listened to"),
    QT_TRANSLATE_NOOP("Engine", "A cue without a translation"),
)

REASONS = (
    QT_TRANSLATE_NOOP("Engine", "Nobody sees anything for as long as it stands, and many players show an empty box."),
    QT_TRANSLATE_NOOP("Engine", "Players never show it, or stop reading the file here."),
    QT_TRANSLATE_NOOP("Engine", "It can't be written in most formats and would be moved to zero."),
    QT_TRANSLATE_NOOP("Engine", "Some players show cues in the order of the file and skip this one."),
    QT_TRANSLATE_NOOP("Engine", "Two cues at a time cover each other or jump, and readers lose the line they were in."),
    QT_TRANSLATE_NOOP("Engine", "What is read is not what is heard: for many viewers that makes both unusable."),
    QT_TRANSLATE_NOOP("Engine", "It runs off narrow screens, or is broken by the player where nobody wanted it."),
    QT_TRANSLATE_NOOP("Engine", "The eye stays with the text and misses the picture."),
    QT_TRANSLATE_NOOP("Engine", "It hides the picture, faces first of all."),
    QT_TRANSLATE_NOOP("Engine", "You asked for fewer."),
    QT_TRANSLATE_NOOP("Engine", "The eye needs time to find a cue before it can read it; this one only flickers."),
    QT_TRANSLATE_NOOP("Engine", "Who has read it long ago begins to read it again, and waits for the next one."),
    QT_TRANSLATE_NOOP("Engine", "Most viewers can't finish it, or see nothing of the film while they do."),
    QT_TRANSLATE_NOOP("Engine", "Who has read it long ago begins to read it again."),
    QT_TRANSLATE_NOOP("Engine", "Without a moment between them the eye doesn't see that the text has changed."),
    QT_TRANSLATE_NOOP("Engine", "The screen is blank for a blink: that flickers and takes reading time away."),
    QT_TRANSLATE_NOOP("Engine", "A short text on two lines hides more of the picture and is read more slowly."),
    QT_TRANSLATE_NOOP("Engine", "It gives away what is about to be said."),
    QT_TRANSLATE_NOOP("Engine", "Who hears and reads at once is disturbed, and the time to read is lost."),
    QT_TRANSLATE_NOOP("Engine", "It seems to belong to the silence, or to whoever speaks next."),
    QT_TRANSLATE_NOOP("Engine", "A model invents words now and then, and only a person can vouch for them."),
    QT_TRANSLATE_NOOP("Engine", "Who reads the translation sees nothing while this is said."),
)

UNITS = (
    QT_TRANSLATE_NOOP("Engine", "characters"),
    QT_TRANSLATE_NOOP("Engine", "characters/s"),
    QT_TRANSLATE_NOOP("Engine", "lines"),
    QT_TRANSLATE_NOOP("Engine", "ms"),
    QT_TRANSLATE_NOOP("Engine", "ms/character"),
    QT_TRANSLATE_NOOP("Engine", "words"),
    QT_TRANSLATE_NOOP("Engine", "words/min"),
)

LOSSES = (
    QT_TRANSLATE_NOOP("Engine", "times are left out"),
    QT_TRANSLATE_NOOP("Engine", "the ends of cues are left out"),
    QT_TRANSLATE_NOOP("Engine", "times are rounded"),
    QT_TRANSLATE_NOOP("Engine", "times before zero become zero"),
    QT_TRANSLATE_NOOP("Engine", "italic is left out"),
    QT_TRANSLATE_NOOP("Engine", "bold is left out"),
    QT_TRANSLATE_NOOP("Engine", "underline is left out"),
    QT_TRANSLATE_NOOP("Engine", "colours are left out"),
    QT_TRANSLATE_NOOP("Engine", "line breaks become spaces"),
    QT_TRANSLATE_NOOP("Engine", "empty lines inside a cue are left out"),
    QT_TRANSLATE_NOOP("Engine", "spaces beside spaces and at the ends of lines may be left out"),
    QT_TRANSLATE_NOOP("Engine", "cues without text are left out"),
    QT_TRANSLATE_NOOP("Engine", "characters that the format cannot write are replaced"),
    QT_TRANSLATE_NOOP("Engine", "speakers stand as text before their words"),
    QT_TRANSLATE_NOOP("Engine", "translations are left out"),
    QT_TRANSLATE_NOOP("Engine", "the times of single words are left out"),
    QT_TRANSLATE_NOOP("Engine", "notes are left out"),
    QT_TRANSLATE_NOOP("Engine", "the language is left out"),
    QT_TRANSLATE_NOOP(
        "Engine", "what another format says of cues or file (positions, styles, names of cues) is left out"
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "who checked a cue, the media, the profile and the list of speakers stay in the project"
    ),
    QT_TRANSLATE_NOOP("Engine", "cues follow each other too closely for this format and are left out"),
    QT_TRANSLATE_NOOP("Engine", "the encoding became UTF-8, since the old one lacks a character"),
)

PROFILES = (
    QT_TRANSLATE_NOOP("Engine", "Subtitle Edit's default"),
    QT_TRANSLATE_NOOP("Engine", "Netflix, languages other than English"),
    QT_TRANSLATE_NOOP("Engine", "Netflix, languages other than English, for children"),
    QT_TRANSLATE_NOOP("Engine", "Netflix, English"),
    QT_TRANSLATE_NOOP("Engine", "Netflix, English, for children"),
    QT_TRANSLATE_NOOP("Engine", "Netflix, English, for the deaf and hard of hearing"),
    QT_TRANSLATE_NOOP("Engine", "Netflix, English, for deaf and hard of hearing children"),
    QT_TRANSLATE_NOOP("Engine", "Amazon Prime Video"),
    QT_TRANSLATE_NOOP("Engine", "BBC (derived: its own text was not read)"),
    QT_TRANSLATE_NOOP("Engine", "DCMP, education in the US, adults"),
    QT_TRANSLATE_NOOP("Engine", "DCMP, education in the US, lower and middle level"),
    QT_TRANSLATE_NOOP(
        "Engine", "FCC, television in the US (47 CFR 79.1(j)(2)): no numbers, but words that nobody has checked"
    ),
    QT_TRANSLATE_NOOP("Engine", "Subtitle Composer's default"),
    QT_TRANSLATE_NOOP("Engine", "Aegisub's default"),
    QT_TRANSLATE_NOOP("Engine", "TikTok and Shorts"),
)
