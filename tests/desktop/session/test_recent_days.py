"""The days last used are remembered for each desk, of an encrypted one while it is open."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import make_desk, open_desk
from desktop.session.recent_days import MAX_RECENT_DAYS, RecentDays
from desktop.session.session import Session
from desktop.settings import RECENT_DAYS, REMEMBER_RECENT, Settings, part_of_desk
from tests.desktop.passphrases import set_passphrase


def test_the_newest_stand_first_and_each_once_also_at_the_next_start(session: Session) -> None:
    recent = RecentDays(session, Settings())
    for month in range(1, MAX_RECENT_DAYS + 3):
        recent.add(f"2015-{month:02}-01")
    recent.add("2015-07-01")
    days = [f"2015-{month:02}-01" for month in (7, 8, 6, 5, 4, 3)]
    assert recent.days() == days == RecentDays(session, Settings()).days()


@pytest.mark.parametrize("day", ["Y10000-01-01", "-0044-03-15", "", "2015-13-01"])
def test_what_is_no_day_of_a_calendar_is_not_offered(session: Session, day: str) -> None:
    settings = Settings()
    settings.put(RECENT_DAYS, [day, "2015-05-01"], part_of_desk(session.path))
    recent = RecentDays(session, settings)
    recent.add(day)
    assert recent.days() == ["2015-05-01"]


def test_an_encrypted_desk_leaves_no_day_in_the_settings(
    tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    settings = Settings()
    path = tmp_path / "sealed.desk"
    make_desk(path)
    settings.put(RECENT_DAYS, ["2015-05-01"], part_of_desk(path))  # before it was encrypted
    sealed = Session(open_desk(path))
    set_passphrase(qtbot, sealed, "a long passphrase")
    recent = RecentDays(sealed, settings)
    recent.add("2016-05-01")
    assert recent.days() == ["2016-05-01"]
    assert settings.get(RECENT_DAYS, part_of_desk(path)) == []
    sealed.close()


def test_no_day_is_offered_or_kept_where_that_is_not_wanted(session: Session) -> None:
    settings = Settings()
    recent = RecentDays(session, settings)
    recent.add("2025-04-06")
    settings.put(REMEMBER_RECENT, "no")
    recent.add("2025-04-07")
    assert recent.days() == RecentDays(session, settings).days() == []
