"""One build of a school at a time, across processes; a killed build leaves no lock behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from prospectus.errors import LockedError, UserError
from prospectus.publish.lock import one_build_at_a_time

HOLD = """
import sys
from pathlib import Path
from prospectus.publish.lock import one_build_at_a_time
with one_build_at_a_time(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_build_is_refused_until_the_first_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with (
            pytest.raises(LockedError, match=f"process {holder.pid}") as caught,
            one_build_at_a_time(tmp_path),
        ):
            pass
        assert caught.value.exit_code == 75
        holder.kill()
        holder.wait()
    with one_build_at_a_time(tmp_path):
        pass


def test_two_schools_do_not_wait_for_each_other(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = tmp_path / "one", tmp_path / "two"
    # Both are held at once; only a second build of the same school is turned away.
    with one_build_at_a_time(one), one_build_at_a_time(two), pytest.raises(UserError), one_build_at_a_time(one):
        pass


def test_a_missing_folder_is_one_plain_line(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"), one_build_at_a_time(tmp_path / "nowhere"):
        pass
