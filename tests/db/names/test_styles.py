"""Styles of peers and princes, and the names of sovereigns, are told from given and family name."""

from __future__ import annotations

import pytest

from db.names.styles import is_regnal, is_reigning, read_style


@pytest.mark.parametrize(
    ("text", "name", "is_peer"),
    [
        ("HRH The Prince of Wales", "Prince of Wales", False),
        ("The Duke of Edinburgh", "Duke of Edinburgh", False),
        ("Her Royal Highness The Countess of Wessex", "Countess of Wessex", False),
        ("The Princess Royal", "Princess Royal", False),
        ("Baroness Ashton of Upholland", "Ashton of Upholland", True),
        ("Lord Cameron of Chipping Norton", "Cameron of Chipping Norton", True),
        ("Lord Carrington", "Carrington", True),
        ("Viscount Slim", "Slim", True),
        ("The Earl Mountbatten", "Mountbatten", True),
    ],
)
def test_a_style_is_taken_whole(text: str, name: str, is_peer: bool) -> None:
    style = read_style(text.split())
    assert style is not None
    assert (style.name, style.is_peer) == (name, is_peer)


@pytest.mark.parametrize(
    "text",
    [
        "Lord Robin Renwick", "LORD Jeffrey", "King Charles", "Lord", "HRH", "Earl Warren",
        "Duke Ellington", "Lord, Jeffrey", "Prince Harry", "The",
    ],
)  # fmt: skip
def test_a_name_is_no_style(text: str) -> None:
    assert read_style(text.split()) is None


@pytest.mark.parametrize(
    ("text", "titled", "found"),
    [
        ("Mohammed VI", False, True),
        ("Carl XVI Gustaf", False, True),
        ("Juan Carlos I", False, True),
        ("Malcolm X", False, False),
        ("Pius X", False, True),
        ("Sobhuza II", False, True),
        ("Elizabeth Ii", False, False),
        ("William Howard Taft IV", False, False),
        ("Someone Else II", True, True),
        ("III", True, False),
    ],
)
def test_a_sovereign_is_known_by_a_numeral(text: str, titled: bool, found: bool) -> None:
    assert is_regnal(text.split(), titled=titled) is found


def test_titles_of_those_who_reign() -> None:
    assert is_reigning("King") and is_reigning("His Majesty King") and is_reigning("الملك")
    assert not is_reigning("General") and not is_reigning("")
