"""Print how our WebVTT parser does in the web platform's tests: a line a case, and the sum.

python -m tests.support.webvtt_conformance [wpt_cases.json]        # $SOTTO_TEST_DATA/webvtt/wpt_cases.json
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.subtitles.document import Document, VttCue, VttFile, VttSettings
from engine.subtitles.reading import Reading
from engine.subtitles.vtt import parse, parse_by_the_standard
from engine.subtitles.vtt_text import write_payload


def cases(file: Path) -> list[dict[str, Any]]:
    """Return the cases of a file, none if it isn't there."""
    return list(json.loads(file.read_text(encoding="utf-8"))["cases"]) if file.is_file() else []


def cases_file() -> Path:
    return Path(os.environ.get("SOTTO_TEST_DATA", ""), "webvtt", "wpt_cases.json")


def passes(case: dict[str, Any], read: Callable[[str], Reading] = parse_by_the_standard) -> bool:
    """Say whether the cues, regions and styles of a case are those that it expects."""
    expected = case["expect"]
    try:
        found = as_in_the_case(read(case["input"]).document)
    except EngineError:
        return not expected["is_webvtt"]
    return bool(expected["is_webvtt"]) and {name: found[name] for name in expected} == expected


def as_in_the_case(document: Document) -> dict[str, Any]:
    """Write a document as the cases do."""
    extra = document.extra if isinstance(document.extra, VttFile) else VttFile()
    names = [region.identifier for region in extra.regions]
    cues = []
    for cue in document.cues:
        own = cue.extra if isinstance(cue.extra, VttCue) else VttCue()
        text = write_payload(cue.text, cue.speaker) if own.payload is None else own.payload
        settings = _settings(own.settings, names)
        cues.append(
            {"id": own.identifier, "start_ms": cue.start, "end_ms": cue.end, "text": text, "settings": settings}
        )
    regions = [
        {
            "id": region.identifier,
            "width": region.width,
            "lines": region.lines,
            "anchor": list(region.anchor),
            "viewport_anchor": list(region.viewport_anchor),
            "scroll": region.scroll,
        }
        for region in extra.regions
    ]
    styles = len(extra.styles)
    return {"is_webvtt": True, "cue_count": len(cues), "cues": cues, "regions": regions, "stylesheet_count": styles}


def _settings(settings: VttSettings, regions: list[str]) -> dict[str, Any]:
    default = VttSettings()
    differing = {name: getattr(settings, name) for name in VttSettings.__slots__}
    differing = {name: value for name, value in differing.items() if value != getattr(default, name)}
    if settings.region is not None:
        differing["region"] = len(regions) - 1 - regions[::-1].index(settings.region)
    return differing


def main() -> int:
    file = Path(sys.argv[1]) if sys.argv[1:] else cases_file()
    known = cases(file)
    if not known:
        print(f"{file} holds no cases: name the file, or set SOTTO_TEST_DATA")
        return 1
    passed = [case for case in known if passes(case)]
    for case in known:
        print(f"{'ok    ' if case in passed else 'FAILED'} {case['id']}")
    mended = [case["id"] for case in known if not passes(case, parse)]
    print(f"\n{len(passed)} of {len(known)} by the standard.")
    print(f"The reader that people get, which mends commas in times, reads more in {len(mended)}: {', '.join(mended)}")
    return 0 if len(passed) == len(known) else 1


if __name__ == "__main__":
    sys.exit(main())
