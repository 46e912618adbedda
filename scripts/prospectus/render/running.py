"""Runs jobs, shared among processes when there are many: the artifacts are the same, and in the order of their paths.

Jobs are pure functions, so it makes no difference who runs them. Knows no page and no school.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Sequence

from prospectus.artifact import Artifact, Job
from prospectus.collector import collector_held

WORTH_SHARING = 500
"""Jobs from which a second process pays: to start one and to fetch its pages costs as much as some fifty pages."""
MOST_PROCESSES = 4


def run_jobs(jobs: Sequence[Job]) -> list[Artifact]:
    """Run every job and give the artifacts in the order of their paths."""
    with collector_held():
        shares = _shares(jobs)
        helpers = [_Helper(share) for share in shares[1:]]
        try:
            artifacts = [job.run() for job in shares[0]]
            for helper in helpers:
                artifacts += helper.artifacts()
        finally:
            for helper in helpers:
                helper.dismiss()
    return sorted(artifacts, key=lambda artifact: artifact.path)


def _shares(jobs: Sequence[Job]) -> list[Sequence[Job]]:
    """Deal the jobs out like cards, so that costly ones, which stand together, do not all fall to one process."""
    count = _processes() if len(jobs) >= WORTH_SHARING else 1
    return [jobs[first::count] for first in range(count)]


def _processes() -> int:
    """Say how many processes to use: one where there is no fork, and beside threads, which a fork would cut off."""
    if sys.platform == "win32" or threading.active_count() > 1:
        return 1
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(cores, MOST_PROCESSES)


class _Helper:
    """A second process that runs a share of the jobs and sends their bytes back."""

    def __init__(self, share: Sequence[Job]) -> None:
        self._share = share
        self._answer, question = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            self._work(question)
        os.close(question)

    def _work(self, question: int) -> None:
        """Run the share and end the process, without the rest of the program: it belongs to the first process."""
        status = 1
        try:
            contents = [job.make() for job in self._share]
            with os.fdopen(question, "wb") as pipe:
                pickle.dump(contents, pipe, pickle.HIGHEST_PROTOCOL)
            status = 0
        finally:
            os._exit(status)

    def artifacts(self) -> list[Artifact]:
        """Give what the process made. Where it failed, its share is run here, which raises what went wrong."""
        try:
            with os.fdopen(self._answer, "rb", closefd=False) as pipe:
                contents: list[bytes] = pickle.load(pipe)
        except (EOFError, pickle.UnpicklingError):
            return [job.run() for job in self._share]
        return [Artifact(job.path, content, job.origin) for job, content in zip(self._share, contents, strict=True)]

    def dismiss(self) -> None:
        """End the pipe, which ends a process that is still writing, and wait for it."""
        os.close(self._answer)
        os.waitpid(self._process, 0)
