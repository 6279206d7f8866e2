"""The last searches are remembered for each desk, and never in the settings of an encrypted one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import make_desk, open_desk
from desktop.search.recent_searches import MAX_RECENT_SEARCHES, RecentSearches
from desktop.session.session import Session
from desktop.settings import RECENT_SEARCHES, REMEMBER_RECENT, Settings
from tests.desktop.passphrases import set_passphrase


def test_the_newest_stands_first_and_once(session: Session) -> None:
    recent = RecentSearches(session, Settings())
    for text in ("dar", "munir  asim", "DAR", "", "x" * 500):
        recent.add(text)
    assert recent.texts() == ["DAR", "munir asim"]
    assert RecentSearches(session, Settings()).texts() == ["DAR", "munir asim"]
    for number in range(2 * MAX_RECENT_SEARCHES):
        recent.add(f"search {number}")
    assert len(recent.texts()) == MAX_RECENT_SEARCHES
    recent.clear()
    assert RecentSearches(session, Settings()).texts() == []


@pytest.mark.parametrize("passphrase", ["", "a long passphrase"])
def test_an_encrypted_desk_leaves_no_trace_in_the_settings(
    tmp_path: Path, qapp: QApplication, passphrase: str
) -> None:
    path = tmp_path / "other.desk"
    make_desk(path, passphrase, "Other")
    session = Session(open_desk(path, passphrase))
    try:
        settings = Settings()
        recent = RecentSearches(session, settings)
        recent.add("dar")
        assert recent.texts() == ["dar"]
        kept = settings.get(RECENT_SEARCHES, recent.settings_part)
        assert kept == ([] if passphrase else ["dar\t3"])
    finally:
        session.close()


def test_a_desk_that_is_encrypted_afterwards_leaves_nothing_in_the_settings(
    session: Session, qtbot: QtBot
) -> None:
    settings = Settings()
    recent = RecentSearches(session, settings)
    recent.add("codename")
    set_passphrase(qtbot, session, "a long passphrase")
    RecentSearches(session, settings)
    assert settings.get(RECENT_SEARCHES, recent.settings_part) == []


def test_what_was_typed_under_a_higher_ceiling_is_not_offered(session: Session) -> None:
    recent = RecentSearches(session, Settings())
    recent.add("codename")
    recent.add("dar")
    session.limit(1)
    assert recent.texts() == []
    recent.add("dar")
    for again in (recent, RecentSearches(session, Settings())):
        assert again.texts() == ["dar"]
    session.limit(3)
    recent.add("dar")
    assert recent.texts() == ["dar", "codename"]
    session.limit(1)
    assert recent.texts() == ["dar"]


def test_what_an_earlier_program_kept_is_offered_under_the_highest_ceiling(
    session: Session,
) -> None:
    settings = Settings()
    settings.put(RECENT_SEARCHES, ["codename"], RecentSearches(session, settings).settings_part)
    recent = RecentSearches(session, settings)
    assert recent.texts() == ["codename"]
    session.limit(2)
    assert recent.texts() == []


def test_nothing_is_offered_or_kept_where_that_is_not_wanted(session: Session) -> None:
    settings = Settings()
    recent = RecentSearches(session, settings)
    recent.add("munir")
    settings.put(REMEMBER_RECENT, "no")
    assert recent.texts() == []
    recent.add("rubio")
    settings.put(REMEMBER_RECENT, "yes")
    assert recent.texts() == RecentSearches(session, settings).texts() == []
