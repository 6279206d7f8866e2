"""A crash after the last outcome fails the run, and the files that were run are named."""

import time
from pathlib import Path

import pytest

CRASH = "import atexit, ctypes\n\ndef test_it(): atexit.register(ctypes.string_at, 0)\n"
PASSES = "def test_it(): pass\n"
PATIENCE = 60.0  # seconds


def run(pytester: pytest.Pytester, first: str, *options: str) -> pytest.RunResult:
    hooks = Path(__file__).with_name("crash_at_exit.py").read_text(encoding="utf-8")
    pytester.makepyfile(crash_at_exit=hooks, test_first=first, test_second=PASSES)
    options = ("-p", "crash_at_exit", "-p", "no:cacheprovider", *options)
    pytester.syspathinsert()
    return pytester.runpytest_subprocess(*options)


def wait_for(words: str, path: Path) -> str:
    """What stands in a file in the end: it is written when the process that crashed is gone."""
    end = time.monotonic() + PATIENCE
    while words not in (told := path.read_text(encoding="utf-8")) and time.monotonic() < end:
        time.sleep(0.02)
    return told


@pytest.mark.parametrize("options", [(), ("-n", "2"), ("-n", "1", "-q")])
def test_a_planted_crash_fails_the_run(pytester: pytest.Pytester, options: tuple[str, ...]) -> None:
    result = run(pytester, CRASH, *options)
    result.assert_outcomes(passed=2)
    assert result.ret != 0
    told = wait_for("Run each", pytester.path / "stderr")
    assert "Segmentation fault" in told or "access violation" in told
    assert "crashed after its last test. It ran:\ntest_" in told and "test_first.py" in told
    if options:
        result.stdout.fnmatch_lines(["ERROR Worker gw* crashed after its last test*"])


@pytest.mark.parametrize("options", [(), ("-n", "2")])
def test_a_run_that_ends_well_says_nothing(
    pytester: pytest.Pytester, options: tuple[str, ...]
) -> None:
    result = run(pytester, PASSES, *options)
    result.assert_outcomes(passed=2)
    assert result.ret == 0
    assert "crashed" not in result.stdout.str() + result.stderr.str()
