"""A guard against versions of PySide6 that lose references to True and None, which ends the process late and at random.

PySide6 6.12.0 on Python 3.11 drops one reference to True with each emit and one to None with each slot that it calls.
"""

import subprocess
import sys

CODE = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

class Sender(QObject):
    told = Signal(bool)

application = QCoreApplication([])
sender = Sender()
sender.told.connect(lambda told: None)
timer = QTimer(interval=0)
left = 200
def tick():
    global left
    left -= 1
    if not left:
        application.quit()
timer.timeout.connect(tick)
before = sys.getrefcount(True), sys.getrefcount(None)
for _ in range(400):
    sender.told.emit(True)
timer.start()
application.exec()
after = sys.getrefcount(True), sys.getrefcount(None)
print(before[0] - after[0], before[1] - after[1])
"""


def test_signals_do_not_lose_references_to_true_and_none() -> None:
    answer = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    lost_true, lost_none = map(int, answer.stdout.split())
    assert lost_true < 50
    assert lost_none < 50
