"""An advisory fails the check; that none can be had does not, and is said."""

from __future__ import annotations

import json

import pytest

from tests import advisories

WEAK = {"name": "x", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}
SOUND = {"name": "y", "version": "1", "vulns": []}


@pytest.mark.parametrize(
    ("answer", "status", "says"),
    [
        ("", 0, "cannot be had here"),
        ("no JSON", 0, "cannot be had here"),
        (
            json.dumps({"dependencies": [SOUND, {"name": "z", "skip_reason": "s"}]}),
            0,
            "No advisory",
        ),
        (json.dumps({"dependencies": [SOUND, WEAK]}), 1, "x 1: PYSEC-1, mended in 2"),
    ],
)
def test_what_is_known_is_told_and_fails(
    answer: str,
    status: int,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(advisories, "ask", lambda: answer)
    assert advisories.main() == status
    assert says in capsys.readouterr().out
