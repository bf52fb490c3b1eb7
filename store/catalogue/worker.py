"""Reading texts in processes of their own, in the order they are asked for.

A worker is told what to read on its standard input and answers on its standard output. It ends when either is closed,
so it does not outlive the program, however that ends.
"""

from __future__ import annotations

import json
import marshal
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterable
from contextlib import closing, suppress
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from ..sources.contents import Reader
from .texts import Job, Read, read_job

Task = list[Job]
Answer = list[list[Read]]

_AHEAD = 32
_WORTH = 600
_MOST = 3
_LENGTH = 8
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {0} import serve; serve()"


def read_tasks(tasks: Iterable[Task], workers: int) -> Generator[Answer, None, None]:
    """The answers to tasks, in their order; without workers each is read when its answer is asked for.

    Tasks are handed out ahead of what is taken. Close the iterator, or take all of it, to end the workers.
    """
    if workers:
        yield from _by_workers(tasks, [Worker() for _ in range(workers)])
        return
    with closing(Reader()) as reader:
        for task in tasks:
            yield [read_job(reader, job) for job in task]


def workers_for(texts: int) -> int:
    """How many workers pay for so many texts: none for a few, one for each processor for many (writing takes turns)."""
    if texts < _WORTH:
        return 0
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(processors, _MOST) if processors > 1 else 0


def _by_workers(tasks: Iterable[Task], workers: list[Worker]) -> Generator[Answer, None, None]:
    waiting: deque[tuple[Task, Worker]] = deque()
    turn = 0
    try:
        for task in tasks:
            worker = workers[turn % len(workers)]
            turn += 1
            worker.ask(task)
            waiting.append((task, worker))
            if len(waiting) > _AHEAD:
                yield _answer(*waiting.popleft())
        while waiting:
            yield _answer(*waiting.popleft())
    finally:
        for worker in workers:
            worker.end()


def _answer(task: Task, worker: Worker) -> Answer:
    """The answer of a worker; a task that it died of is read here."""
    answer = worker.answer()
    if answer is not None:
        return answer
    with closing(Reader()) as reader:
        return [read_job(reader, job) for job in task]


class Worker:
    """A process that reads, and the thread that talks to it."""

    def __init__(self) -> None:
        """Starts both."""
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START.format(__name__), json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._answers: SimpleQueue[Answer | None] = SimpleQueue()
        self._thread = Thread(target=self._talk, name="talking to a reading process", daemon=True)
        self._thread.start()

    def ask(self, task: Task) -> None:
        """Have a task read."""
        self._tasks.put(task)

    def answer(self) -> Answer | None:
        """The answer to the first task that none was taken for; None where the process is no more."""
        return self._answers.get()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._tasks.put(None)
        self._process.kill()
        self._process.wait()
        self._thread.join()

    def _talk(self) -> None:
        tasks, answers = self._process.stdin, self._process.stdout
        if tasks is None or answers is None:
            raise ValueError("a worker needs both its pipes")
        with suppress(OSError), tasks, answers:
            while (task := self._tasks.get()) is not None:
                try:
                    _send(tasks, task)
                    self._answers.put(_receive(answers))
                except (OSError, EOFError, ValueError):
                    self._answers.put(None)


def serve() -> None:
    """The worker's side: read what is asked for until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c goes to all; the program says when to end
    reader = Reader()
    with suppress(EOFError, OSError):
        while True:
            task: Task = _receive(sys.stdin.buffer)
            _send(sys.stdout.buffer, [read_job(reader, job) for job in task])
    os._exit(0)  # a closed pipe cannot be flushed


def _send(pipe: IO[bytes], data: Task | Answer) -> None:
    blob = marshal.dumps(data)
    pipe.write(len(blob).to_bytes(_LENGTH, "little"))
    pipe.write(blob)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:  # noqa: ANN401  what `marshal` gives has no type
    length = pipe.read(_LENGTH)
    if len(length) < _LENGTH:
        raise EOFError
    blob = pipe.read(int.from_bytes(length, "little"))
    return marshal.loads(blob)
