"""What conftest promises: each promise is broken once in a small suite of its own, and noticed."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent

LEFT_BEHIND = {
    "a window": (
        "kept.append(QWidget()); kept[0].setWindowTitle('stray'); kept[0].show()",
        "stray",
    ),
    "a thread": ("threading.Thread(target=time.sleep, args=(5,), daemon=True).start()", "Thread-"),
    "a Qt thread": ("kept.append(Lane()); kept[0].start()", "Lane"),
}
PUT_AWAY = """
    box = QComboBox()
    qtbot.addWidget(box)
    box.show()
    QMenu()
    kept.append(Lane())
    assert str(own_home) in QSettings("a", "b").fileName()
"""
SUITE = """
import threading, time
from PySide6.QtCore import QSettings, QThread
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

class Lane(QThread):
    def run(self):
        time.sleep(5)

kept = []

def test_it(qtbot, own_home):
    {}

def test_the_next_one(qtbot):
    pass
"""


def copy_plugins(pytester: pytest.Pytester) -> None:
    """Gives a suite the conftest and what it imports."""
    pytester.makeconftest((HERE / "conftest.py").read_text(encoding="utf-8"))
    folder = pytester.mkpydir("tests")
    (folder / "db" / "damage").mkdir(parents=True)
    for package in ("db", "db/damage"):
        (folder / package / "__init__.py").touch()
    for module in ("crash_at_exit.py", "db/damage/missed.py"):
        (folder / module).write_text((HERE / module).read_text(encoding="utf-8"), encoding="utf-8")


def run(pytester: pytest.Pytester, body: str) -> pytest.RunResult:
    """The outcome of a suite of two tests, the first of which has this body."""
    copy_plugins(pytester)
    pytester.makepyfile(SUITE.format(body))
    return pytester.runpytest_subprocess("-p", "no:cacheprovider")


@pytest.mark.parametrize("what", LEFT_BEHIND)
def test_what_is_left_behind_fails_its_own_test_only(pytester: pytest.Pytester, what: str) -> None:
    body, named = LEFT_BEHIND[what]
    result = run(pytester, body)
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines([f"*left behind: *{named}*"])


def test_what_is_put_away_passes(pytester: pytest.Pytester) -> None:
    run(pytester, PUT_AWAY).assert_outcomes(passed=2)


def test_real_data_that_is_absent_is_skipped_in_a_sentence(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIDE_MEMOIRE_DATA", str(pytester.path / "nowhere"))
    copy_plugins(pytester)
    pytester.makepyfile("def test_it(real_data): pass")
    result = pytester.runpytest_subprocess("-rs", "-m", "not slow", "-p", "no:cacheprovider")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["*There is no real data in *nowhere;*"])


def test_nothing_of_a_test_stays_on_the_clipboard(pytester: pytest.Pytester) -> None:
    copy_plugins(pytester)
    pytester.makepyfile(
        """
        from PySide6.QtCore import QMimeData
        from PySide6.QtGui import QGuiApplication

        def test_it(qtbot):
            data = QMimeData()
            data.setText("left")
            QGuiApplication.clipboard().setMimeData(data)

        def test_the_next_one(qtbot):
            assert QGuiApplication.clipboard().text() == ""
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=2)
    assert result.ret == 0


HANGING = """
    from PySide6.QtCore import QCoreApplication, QEventLoop
    def test_before(): pass
    def test_that_hangs():
        app = QCoreApplication([])
        QEventLoop().exec()
    def test_after(): pass
"""


def test_a_test_that_hangs_in_qt_is_named_and_the_others_go_on(
    pytester: pytest.Pytester, pytestconfig: pytest.Config
) -> None:
    assert (
        0
        < float(pytestconfig.getini("faulthandler_timeout"))
        < float(pytestconfig.getini("timeout"))
    )
    pytester.makepyfile(HANGING)
    method = pytestconfig.getini("timeout_method")
    done = pytester.runpytest_subprocess(
        "-n1", "--timeout=2", f"--timeout-method={method}", "-ofaulthandler_timeout=1"
    )
    done.assert_outcomes(passed=2, failed=1)
    done.stdout.fnmatch_lines(["*crashed while running*test_that_hangs*"])
    done.stderr.fnmatch_lines(["*in test_that_hangs*"])


def test_a_slow_test_has_an_hour_however_it_is_started(
    request: pytest.FixtureRequest, pytester: pytest.Pytester
) -> None:
    copy_plugins(pytester)
    pytester.makepyfile("""
        import pytest, time
        @pytest.mark.slow
        def test_slow(): time.sleep(1)
    """)
    done = pytester.runpytest_subprocess("-m", "slow", "--timeout=0.2", "-p", "no:cacheprovider")
    done.assert_outcomes(passed=1)
