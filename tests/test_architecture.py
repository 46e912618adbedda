"""The floor plan is kept by machines: who imports whom, who may print, and that nobody but the door reads the clock.

When one of these fails, the line stands on the wrong floor: move it, rather than loosening the test.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "scripts" / "prospectus"
MODULES = sorted(PACKAGE.rglob("*.py"))
DOOR = "cli.py"
ENGINE = "publish/site.py"
ENGINE_NAMES = {"mkdocs", "material", "markdown", "pymdownx"}
HOMELESS = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc"}
CLOCKS = {"today", "now", "utcnow", "time_ns", "localtime", "gmtime"}
NETWORK = {"socket", "ssl", "ftplib", "smtplib", "requests", "urllib3", "httpx", "aiohttp"}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40


def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


TREES = {module.relative_to(PACKAGE).as_posix(): parsed(module) for module in MODULES}
Offenders = dict[str, object]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def offenders(fault: Callable[[ast.Module], object], *, but: str = "") -> Offenders:
    """Return what a look at each module finds wrong, without the one module that may."""
    return {name: found for name, tree in TREES.items() if name != but and (found := fault(tree))}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def test_each_floor_imports_only_what_lies_below_it() -> None:
    # In a process of its own, since import-linter silences the loggers of the one that it runs in.
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    told = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout


def test_every_module_says_what_it_makes_and_must_not_know() -> None:
    assert offenders(lambda tree: "no docstring" if not ast.get_docstring(tree) else "") == {}


def test_no_module_is_named_for_having_no_home() -> None:
    assert [name for name in TREES if HOMELESS & set(name.removesuffix(".py").split("/"))] == []


def test_modules_stay_short() -> None:
    """A module past the limit usually holds two thoughts."""
    lines = {module: module.read_text(encoding="utf-8").count("\n") for module in MODULES}
    assert {str(module): length for module, length in lines.items() if length > LONGEST_MODULE} == {}


def test_functions_stay_short() -> None:
    assert offenders(lambda tree: [f.name for f in functions(tree) if _length(f) > LONGEST_FUNCTION]) == {}


def _length(function: Function) -> int:
    """Count the lines from the `def` on, without the docstring: that may be a rule's whole page."""
    first = function.body[0]
    docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    told = (first.end_lineno or 0) - first.lineno + 1 if docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - told


def test_only_the_door_prints() -> None:
    def outlets(tree: ast.Module) -> set[str]:
        calls = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        streams = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        return calls & {"print", "input"} | streams & {"stdout", "stderr"}

    assert offenders(outlets, but=DOOR) == {}


def test_only_the_door_reads_the_clock() -> None:
    def clocks(tree: ast.Module) -> set[str]:
        read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        return read & CLOCKS | {name for name in imported(tree) if name == "time.time"}

    assert offenders(clocks, but=DOOR) == {}


def test_imports_stand_at_the_top() -> None:
    assert offenders(lambda tree: [name for f in functions(tree) for name in imported(f)], but=DOOR) == {}
    assert offenders(lambda tree: "typing.TYPE_CHECKING" in imported(tree)) == {}


def test_only_the_site_step_knows_the_engine() -> None:
    assert offenders(lambda tree: {name.split(".")[0] for name in imported(tree)} & ENGINE_NAMES, but=ENGINE) == {}


def test_nothing_calls_out() -> None:
    assert offenders(lambda tree: {name.split(".")[0] for name in imported(tree)} & NETWORK) == {}
    clients = ("urllib.request", "http.client")
    assert offenders(lambda tree: [name for name in imported(tree) if name.startswith(clients)]) == {}


def test_no_function_changes_its_module() -> None:
    assert offenders(lambda tree: [n.names for n in ast.walk(tree) if isinstance(n, ast.Global)]) == {}


def test_the_door_script_is_alone_and_harmless_to_import() -> None:
    assert [path.name for path in (ROOT / "scripts").glob("*.py")] == ["build.py"]
    command = [sys.executable, "-c", "import build, sys; print('prospectus.cli' in sys.modules)"]
    told = subprocess.run(command, cwd=ROOT / "scripts", check=True, capture_output=True, text=True)
    assert told.stdout == "False\n"


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "--no-cache"], ["ruff", "format", "--check", "--no-cache"], ["mypy"]],
    ids=["lint", "format", "types"],
)
def test_the_code_is_clean(command: list[str]) -> None:
    told = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout + told.stderr


def test_locks_name_no_index_and_no_machine() -> None:
    for lock in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not [line for line in text.splitlines() if "://" in line or "index" in line or "find-links" in line]
        pinned = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert all("==" in line for line in pinned)
