"""An engine process: a child that is asked by requests and answers by events, and what is told if it dies or is silent.

Every job that was asked for ends with exactly one of Finished, Cancelled and Failed, whatever becomes of the child.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from engine import paths
from engine.protocol import (
    VERSION,
    Cancel,
    Cancelled,
    Event,
    Failed,
    FailureKind,
    Finished,
    Heartbeat,
    Lines,
    Malformed,
    Pause,
    Ready,
    Request,
    Resume,
    decode_event,
    encode,
)

WORKER = (sys.executable, "-P", "-m", "engine.worker")  # -P: no code comes from the folder that we happen to be in
SILENCE = 5_000  # ms without a heartbeat after which the process is said not to answer
PATIENCE = 3_000  # ms that a job has to end once it was cancelled
_LOG = 64 * 1024  # bytes of the child's stderr that are kept
_OUT_OF_MEMORY = 9  # the signal by which the kernel ends what takes too much


class EngineProcess(QObject):
    """Starts its child with the first request, and anew after it died.

    `told` tells every event of the child but heartbeats, and the ends that it could not tell itself. `answering` tells
    False where the child has been silent for too long, and True when it is heard again.
    """

    told = Signal(object)
    answering = Signal(bool)

    def __init__(self, command: Sequence[str] = WORKER, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = tuple(command)
        self._child: QProcess | None = None
        self._lines = Lines(decode_event)
        self._last_job = 0
        self._open: dict[int, Request] = {}
        self._cancelled: set[int] = set()
        self._begun: set[int] = set()  # jobs of which something was told
        self._answers = True
        self.ready: Ready | None = None
        self.log = b""
        self._silence = QTimer(self, singleShot=True, interval=SILENCE)
        self._silence.timeout.connect(self._on_silence)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._on_patience)

    @property
    def busy(self) -> bool:
        """Whether a job is asked for and has not ended."""
        return bool(self._open)

    @property
    def running(self) -> bool:
        """Whether there is a child."""
        return self._child is not None

    def set_patience(self, cancel: int, silence: int = SILENCE) -> None:
        """Say how long, in ms, a cancelled job has to end, and how long the child may be silent."""
        self._patience.setInterval(cancel)
        self._silence.setInterval(silence)

    def next_job(self) -> int:
        """Return a number that no job of this process had."""
        self._last_job += 1
        return self._last_job

    def ask(self, request: Request) -> None:
        """Ask for a job, under a number of `next_job`."""
        self._open[request.job] = request
        self._write(request)

    def pause(self, job: int) -> None:
        """Let a job rest."""
        if job in self._open:
            self._write(Pause(job))

    def resume(self, job: int) -> None:
        """Let a job that rests go on."""
        if job in self._open:
            self._write(Resume(job))

    def cancel(self, job: int) -> None:
        """End a job. If the child doesn't within three seconds it is killed."""
        if job in self._open:
            self._cancelled.add(job)
            self._write(Cancel(job))
            if not self._patience.isActive():
                self._patience.start()

    def stop(self) -> None:
        """End the child: its pipe is closed, and if it lingers it is killed."""
        child, self._child = self._child, None
        if child is None:
            return
        child.blockSignals(True)
        child.closeWriteChannel()
        if not child.waitForFinished(500):
            child.kill()
            child.waitForFinished(2_000)
        self._end_all("crash", self.tr("The engine was stopped."))

    def _write(self, request: Request) -> None:
        if self._child is None:
            self._start()
        if self._child is not None:
            self._child.write(encode(request))

    def _start(self) -> None:
        self._lines = Lines(decode_event)
        self.log = b""
        child = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", str(Path(paths.__file__).parent.parent))
        child.setProcessEnvironment(environment)
        child.readyReadStandardOutput.connect(self._on_output)
        child.readyReadStandardError.connect(self._on_log)
        child.errorOccurred.connect(self._on_error)
        child.finished.connect(self._on_finished)
        self._child = child
        child.start(self._command[0], list(self._command[1:]))

    def _on_output(self) -> None:
        if self._child is None:
            return
        chunk = self._child.readAllStandardOutput().data()
        for message in self._lines.feed(bytes(chunk)):
            if isinstance(message, Malformed):
                self._on_nonsense()
                return
            self._take(message)

    def _take(self, event: Event) -> None:
        self._silence.start()
        self._say_answers(True)
        if isinstance(event, Heartbeat):
            return
        if isinstance(event, Ready):
            self.ready = event
            if event.version != VERSION:
                self._on_nonsense()
                return
        if isinstance(event, Finished | Cancelled | Failed):
            if event.job and event.job not in self._open:
                return  # it was ended already, or nobody asked for it
            self._open.pop(event.job, None)
            self._cancelled.discard(event.job)
            self._begun.discard(event.job)
            if not self._cancelled:
                self._patience.stop()
        elif event.job and event.job not in self._open:
            return
        else:
            self._begun.add(event.job)
        self.told.emit(event)

    def _on_log(self) -> None:
        if self._child is not None:
            self.log = (self.log + bytes(self._child.readAllStandardError().data()))[-_LOG:]

    def _on_nonsense(self) -> None:
        """What can't be read is a crash of the other side."""
        self._kill()
        message = self.tr(
            "The engine answered something that can't be understood, and was stopped. "
            "Try again; if that does not help, install Sotto again."
        )
        self._end_all("crash", message)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._forget()
            self._end_all("setup", self.tr("The engine could not be started: install Sotto again."))

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._on_log()
        self._forget()
        if status is QProcess.ExitStatus.CrashExit and code == _OUT_OF_MEMORY:
            message = self.tr(
                "The engine was ended by the system, maybe because memory ran out: "
                "close other programs, or try a smaller model."
            )
            self._end_all("memory", message)
        else:
            self._end_all("crash", self.tr("The engine stopped unexpectedly. Try again: what was done is kept."))

    def _on_silence(self) -> None:
        if self._child is not None and self._open:
            self._say_answers(False)

    def _on_patience(self) -> None:
        if self._cancelled.intersection(self._open):
            self._kill()
            waiting = [self._open.pop(job) for job in tuple(self._open) if job not in self._cancelled | self._begun]
            self._end_all("crash", self.tr("The engine was stopped, since it did not answer."))
            for request in waiting:  # those that only stood behind the one that did not answer
                self.ask(request)

    def _say_answers(self, answers: bool) -> None:
        if answers != self._answers:
            self._answers = answers
            self.answering.emit(answers)

    def _kill(self) -> None:
        child = self._child
        if child is not None:
            child.blockSignals(True)
            child.kill()
            child.waitForFinished(2_000)
        self._forget()

    def _forget(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.blockSignals(True)  # what it still says is no longer heard
            child.deleteLater()
        self._silence.stop()
        self._patience.stop()
        self._say_answers(True)

    def _end_all(self, kind: FailureKind, message: str) -> None:
        jobs, cancelled = tuple(self._open), self._cancelled
        self._open, self._cancelled, self._begun = {}, set(), set()
        for job in jobs:
            self.told.emit(Cancelled(job) if job in cancelled else Failed(job, kind, message))
