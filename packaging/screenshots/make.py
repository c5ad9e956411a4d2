"""Takes the pictures of resources/screenshots: the real window on the sample, without a screen.

PYTHONPATH=. python packaging/screenshots/make.py [SCENE ...]
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PICTURES = Path(__file__).parent.parent.parent / "resources" / "screenshots"
_WITHOUT_SCREEN = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_XCB_GL_INTEGRATION": "none",
    "QT_SCALE_FACTOR_ROUNDING_POLICY": "PassThrough",
    "QT_LOGGING_RULES": "qt.multimedia.*=false;qt.qpa.*=false",
    "OMP_NUM_THREADS": "1",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
}
SCENES = (
    *("start", "transcribing", "editing", "problems", "arabic", "norwegian", "large_text", "scaled"),
    *("dialogs", "models"),
)


def take(scene: str) -> None:
    """Play a scene in this process."""
    import models
    import questions
    import scenes
    from stage import Stage

    folder = Path(tempfile.gettempdir()) / f"sotto-{scene}"  # always the same: dialogs show it
    shutil.rmtree(folder, ignore_errors=True)
    try:
        stage = Stage(folder, PICTURES)
        getattr({"dialogs": questions, "models": models}.get(scene, scenes), scene)(stage)
        stage.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(wanted: list[str]) -> int:
    for scene in wanted or SCENES:
        environment = os.environ | _WITHOUT_SCREEN | ({"QT_SCALE_FACTOR": "2"} if scene == "scaled" else {})
        code = subprocess.run([sys.executable, __file__, "--here", scene], env=environment, check=False).returncode
        if code:
            print(f"The scene {scene} ended with {code}.", file=sys.stderr)
            return code
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--here"]:
        take(sys.argv[2])
    else:
        sys.exit(main(sys.argv[1:]))
