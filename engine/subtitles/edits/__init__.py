"""Every change that a person can make, as a pure function from one document to the next.

A function here takes what the edit needs and returns an Edit, which has a label and is called with the document:
`split_at_text(7, 12)(document)`. Cues are named by their ids.
"""

from engine.subtitles.edits.batch import Fix, apply_fixes
from engine.subtitles.edits.cutting import merge, merge_as_dialogue, split_at_text, split_at_time
from engine.subtitles.edits.edit import Change, Edit, TypedIn
from engine.subtitles.edits.heard import add_heard
from engine.subtitles.edits.listing import delete, duplicate, insert_after, insert_at, insert_before, sort, verify
from engine.subtitles.edits.recut import LayOut, recut
from engine.subtitles.edits.rehear import take_heard
from engine.subtitles.edits.speakers import rename_speaker, set_speaker
from engine.subtitles.edits.text import (
    BreakText,
    auto_break,
    set_colour,
    set_colour_of_range,
    set_text,
    set_translation,
    toggle_style,
    toggle_style_of_range,
)
from engine.subtitles.edits.times import (
    SyncPoint,
    change_frame_rate,
    extend_to_next,
    extend_to_previous,
    move,
    set_end,
    set_start,
    set_times,
    shift,
    shift_from,
    stretch,
)
from engine.subtitles.edits.translated import Translated, add_translations, with_translations
from engine.subtitles.edits.whole import set_languages, set_media, set_profile

__all__ = [
    "BreakText",
    "Change",
    "Edit",
    "Fix",
    "LayOut",
    "SyncPoint",
    "Translated",
    "TypedIn",
    "add_heard",
    "add_translations",
    "apply_fixes",
    "auto_break",
    "change_frame_rate",
    "delete",
    "duplicate",
    "extend_to_next",
    "extend_to_previous",
    "insert_after",
    "insert_at",
    "insert_before",
    "merge",
    "merge_as_dialogue",
    "move",
    "recut",
    "rename_speaker",
    "set_colour",
    "set_colour_of_range",
    "set_end",
    "set_languages",
    "set_media",
    "set_profile",
    "set_speaker",
    "set_start",
    "set_text",
    "set_times",
    "set_translation",
    "shift",
    "shift_from",
    "sort",
    "split_at_text",
    "split_at_time",
    "stretch",
    "take_heard",
    "toggle_style",
    "toggle_style_of_range",
    "verify",
    "with_translations",
]
