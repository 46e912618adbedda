"""The commands as they are typed: exit codes, what goes to which stream, and how quickly they start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from prospectus import cli
from prospectus.artifact import BuildContext
from prospectus.cli import main
from prospectus.diagnostics import Place
from prospectus.errors import LockedError
from prospectus.publish.lock import one_build_at_a_time

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def broken(repository: Path) -> Path:
    """The school with every fault of reading in it."""
    return repository / "tests/schools/broken"


def tree(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def test_version_and_help_end_well(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("prospectus 0.")
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(command in told for command in ("build", "check", "serve", "explain"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild"],
        ["build", "--no-such-option"],
        ["build", "--as-of", "tomorrow"],
        ["check", "--as-of", "9999-12-31"],
        ["check", "--as-of", "0001-01-01"],
        ["check", "--format", "html"],
        ["check", "-C", "no/such/folder"],
        ["serve", "--port", "99999"],
        ["explain"],
        ["explain", "Z999"],
    ],
)
def test_what_is_not_understood_ends_with_2(arguments: list[str], capsys: Captured) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.err and not told.out
    assert "Traceback" not in told.err


def test_a_folder_without_a_school_ends_with_3(tmp_path: Path, capsys: Captured) -> None:
    for command in ("build", "check", "serve"):
        assert main([command, "-C", str(tmp_path)]) == 3
        assert capsys.readouterr().err.strip().endswith("Name the school's folder with -C.")


def test_findings_of_weight_error_end_with_1(broken: Path, capsys: Captured) -> None:
    assert main(["check", "-C", str(broken), "--as-of", "2026-03-02"]) == 1
    told = capsys.readouterr()
    assert told.err == ""
    assert "\x1b" not in told.out
    assert "content/courses/tag.yml:2:7: error[R212]" in told.out
    assert told.out.splitlines()[-1].split(" error")[0].isdigit()


def test_the_spot_in_the_file_is_shown(broken: Path, capsys: Captured) -> None:
    main(["check", "-C", str(broken)])
    lines = capsys.readouterr().out.splitlines()
    start = next(number for number, line in enumerate(lines) if "content/courses/tag.yml:2:7" in line)
    text = (broken / "content/courses/tag.yml").read_text().splitlines()[1]
    assert lines[start + 1] == f"  2 | {text}"
    assert lines[start + 2] == "    |       ^"


def test_every_format_tells_the_same_findings(broken: Path, capsys: Captured) -> None:
    command = ["check", "-C", str(broken), "--as-of", "2026-03-02"]
    main(command)
    text = capsys.readouterr().out
    assert main([*command, "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    main([*command, "--format", "github"])
    annotations = capsys.readouterr().out.splitlines()
    places = [f"{f['file']}:{f['line']}:{f['column']}: {f['severity']}[{f['code']}]" for f in told["findings"]]
    assert len(places) == len(annotations) == told["errors"] + told["warnings"]
    assert [line.split("] ")[0] + "]" for line in text.splitlines() if line[:1].strip() and "[" in line] == places


def test_a_build_with_errors_touches_nothing(broken: Path, tmp_path: Path, capsys: Captured) -> None:
    school = tmp_path / "school"
    (school / "content").mkdir(parents=True)
    (school / "content/school.yml").write_text("name: [\n")
    (school / "mkdocs.yml").write_text("site_name: x\n")
    (school / "docs").mkdir()
    (school / "site").mkdir()
    before = tree(school)
    assert main(["build", "-C", str(school)]) == 1
    told = capsys.readouterr()
    assert "content/school.yml:" in told.out
    assert "Nothing was published" in told.err
    after = tree(school)
    assert after.pop(".prospectus/lock")
    assert after == before


def test_a_running_build_ends_the_second_with_75(broken: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "content").mkdir()
    with one_build_at_a_time(tmp_path):
        assert main(["build", "-C", str(tmp_path)]) == LockedError.exit_code == 75
    assert "Another build of this school is running" in capsys.readouterr().err


def test_our_own_fault_keeps_its_traceback_and_ends_with_70(
    broken: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr("prospectus.commands.check.examine", fail)
    assert main(["check", "-C", str(broken)]) == 70
    told = capsys.readouterr().err
    assert "Traceback" in told and "ZeroDivisionError: ours" in told
    assert told.endswith("Please report it with the lines above.\n")


def test_the_date_is_today_unless_it_is_told(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[BuildContext] = []

    def note(root: Path, context: BuildContext) -> None:
        seen.append(context)
        raise KeyboardInterrupt

    monkeypatch.setattr("prospectus.commands.check.examine", note)
    before = datetime.now().astimezone().date()
    assert main(["check", "-C", str(broken)]) == 130
    main(["check", "-C", str(broken), "--as-of", "2026-03-09"])
    assert before <= seen[0].as_of <= datetime.now().astimezone().date()
    assert seen[1].as_of.isoformat() == "2026-03-09"


def test_a_rule_is_explained_by_code_and_by_name(capsys: Captured) -> None:
    assert main(["explain", "r104"]) == 0
    by_code = capsys.readouterr().out
    assert by_code.startswith("R104 unknown-field (error)\n\n")
    main(["explain", "unknown-field"])
    assert capsys.readouterr().out == by_code
    main(["explain", "unknown-feld"])
    assert 'did you mean "unknown-field"?' in capsys.readouterr().err


def test_every_finding_of_the_broken_school_is_explained(broken: Path, capsys: Captured) -> None:
    main(["check", "-C", str(broken), "--format", "json"])
    codes = {finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert codes
    assert {code: main(["explain", code]) for code in sorted(codes)} == dict.fromkeys(sorted(codes), 0)


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], {"mkdocs", "pydantic", "jinja2", "rich.console", "yaml"}),
        (["check", "-C", "tests/schools/broken"], {"mkdocs", "jinja2", "rich.console", "http.server"}),
    ],
)
def test_a_command_waits_only_for_what_it_needs(repository: Path, arguments: list[str], unwanted: set[str]) -> None:
    script = (
        "import sys; from prospectus.cli import main; sys.stdout = open(sys.argv[1], 'w'); main(sys.argv[2:]); "
        "sys.stdout = sys.__stdout__; print(*sys.modules, sep='\\n')"
    )
    command = [sys.executable, "-c", script, os.devnull, *arguments]
    told = subprocess.run(command, cwd=repository, check=True, capture_output=True, text=True)
    assert not unwanted & set(told.stdout.splitlines())


def test_a_reader_that_stops_early_causes_no_traceback(repository: Path) -> None:
    command = [sys.executable, "-m", "prospectus", "check", "-C", "tests/schools/broken"]
    with subprocess.Popen(
        command, cwd=repository, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == ""


def test_the_script_and_the_module_are_the_command(repository: Path, tmp_path: Path) -> None:
    for door in (["scripts/build.py"], ["-m", "prospectus", "build"]):
        command = [sys.executable, *door, "-C", str(tmp_path)]
        told = subprocess.run(command, cwd=repository, check=False, capture_output=True, text=True)
        assert told.returncode == 3
        assert "There is no school" in told.stderr


def test_output_that_cannot_show_a_letter_is_no_reason_to_fail(broken: Path, repository: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "prospectus", "check", "-C", str(broken)]
    told = subprocess.run(command, cwd=repository, env=environment, check=False, capture_output=True)
    assert told.returncode == 1, told.stderr


def test_the_line_reader_survives_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes("\ufeffone\r\ntwo\n".encode())
    line_of = cli._line_reader(tmp_path)
    assert line_of(Place("a.yml", 1)) == "one"
    assert line_of(Place("a.yml", 9)) == line_of(Place("gone.yml", 1)) == line_of(Place("", 1)) == ""
