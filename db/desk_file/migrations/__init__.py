"""The steps from an older desk to this program's; imported only when a file's version differs.

A step is an Alembic revision named by the `user_version` it leads to. A new desk is made
without them, by `new_desk`.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from db.desk_file import record_sums
from db.desk_file.stamp import stamp_desk
from db.search.index import indexing
from db.storage.engine import Sql
from db.storage.files.file_handle import DeskFile
from db.storage.log_mark import digest, page_in, read_mark, write_mark


def configuration() -> Config:
    """Return Alembic's configuration, made here: there is no file of it."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def upgrade(engine: Engine, file: DeskFile | None = None) -> None:
    """Bring a desk to the present form, all steps or none; `file` is that of one that exists."""
    config = configuration()
    with stamp_desk(engine, "The older desk") as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _rebuild_search(connection, file)


def _rebuild_search(connection: Connection, file: DeskFile | None) -> None:
    """Make full text and vocabulary anew from the records: no step carries them over."""
    raw = connection.connection.driver_connection
    assert raw is not None
    sql = Sql(raw, lambda: None)
    indexing.remake_all(sql)
    record_sums.renew_all(sql)
    mark = read_mark(sql)
    if file is not None and mark is not None:  # a kill may leave the steps in the log
        write_mark(sql, digest(page_in(file, mark.page)))
