"""`precedence`: the heads of mission of a state in order, by the practice that the desk keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command

TABLE = """person,state,country,class,true_copy,credentials,farewell
Anna Adam,France,Belgium,ambassador,2024-01-08T11:00,2024-03-20T10:00,
Boris Ito,Japan,Belgium,ambassador,2024-02-02T10:00,2024-03-12T10:00,
Carla Reis,Brazil,Belgium,ambassador,2019-11-03T10:00,2020-01-15T10:00,2024-12-31
"""


@pytest.fixture
def corps(command: Command, tmp_path: Path) -> Path:
    desk, table = tmp_path / "a.desk", tmp_path / "corps.csv"
    table.write_text(TABLE, encoding="utf-8")
    command("new", desk)
    command("import", desk, table, "--kind", "accreditations")
    return desk


def test_the_order_has_a_reason_for_each_place(command: Command, corps: Path) -> None:
    found = command("precedence", corps, "Belgium", "--as-of", "2025-06-01", "--json").data
    assert list(found) == ["rule", "order", "vacant"]
    assert [list(each) for each in found["order"]] == [
        ["place", "person", "state", "class", "since", "reason"]
    ] * 2
    assert [each["person"] for each in found["order"]] == ["Boris Ito", "Anna Adam"]
    assert (found["rule"], found["vacant"]) == ("credentials", ["Brazil"])


def test_the_practice_of_a_state_is_a_setting_of_the_desk(command: Command, corps: Path) -> None:
    set_to = command("settings", corps, "precedence.Belgium", "True copy, nuncio first").out
    assert set_to.strip() == "precedence.be: true copy, nuncio first"
    found = command("precedence", corps, "be", "--as-of", "2025-06-01", "--json").data
    assert [each["person"] for each in found["order"]] == ["Anna Adam", "Boris Ito"]
    assert "precedence.be" in command("settings", corps).out
    slip = command("settings", corps, "precedence.be", "by height", may_fail=True)
    assert slip.status == 3 and "is no practice" in slip.err


def test_accreditations_are_listed(command: Command, corps: Path) -> None:
    found = command("list", corps, "accreditations", "--country", "Belgium", "--json").data
    assert found["total"] == 3
    assert found["rows"][0]["state"] == "France"
    assert command("list", corps, "accreditations", "--party", "Japan", "--count").out == "1\n"


def test_a_state_with_nobody_is_refused_in_words(command: Command, corps: Path) -> None:
    outcome = command("precedence", corps, "Peru", may_fail=True)
    assert outcome.status == 3 and "No head of mission" in outcome.err
    assert "Vacant: Brazil" in command("precedence", corps, "be", "--as-of", "2025-06-01").out
