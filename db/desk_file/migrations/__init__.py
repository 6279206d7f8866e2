"""The steps from an older desk to this program's; imported only when a file's version differs.

A step is an Alembic revision named by the `user_version` it leads to. A new desk is made
without them, by `new_desk`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, event

from db.desk_file import record_sums
from db.desk_file.migrations.step_sql import sql_of_step, watch_steps
from db.desk_file.stamp import stamp_desk
from db.desk_file.upgrade_stages import StageProgress, StageWatch, UpgradeStage, progress_of
from db.search.index import derived_columns, indexing
from db.storage.engine import SCHEMA_VERSION, Sql
from db.storage.files.file_handle import DeskFile
from db.storage.log_mark import digest, page_in, read_mark, write_mark


def configuration() -> Config:
    """Return Alembic's configuration, made here: there is no file of it."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("recursive_version_locations", "true")
    config.attributes["on_step"] = lambda: None  # `upgrade` counts them
    return config


def upgrade(
    engine: Engine, file: DeskFile | None = None, stages: StageProgress | None = None
) -> None:
    """Bring a desk to the present form, all steps or none; `file` is that of one that exists.

    `stages` are told how far it is. Raises `Stopped` where one of them does.
    """
    config = configuration()
    with stamp_desk(engine, "The older desk") as connection:
        config.attributes["connection"] = connection
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
        watch = StageWatch(progress_of(stages, UpgradeStage.STEPS), SCHEMA_VERSION - version)
        config.attributes["on_step"] = watch.step
        watch_steps(connection, watch.look)
        with _looking_between(connection, watch):
            command.upgrade(config, "head")
        _rebuild(sql_of_step(connection), file, stages)


@contextmanager
def _looking_between(connection: Connection, watch: StageWatch) -> Iterator[None]:
    """Look between two statements within the block as well: some steps run many short ones."""

    def look(*_: object) -> None:
        watch.look()

    event.listen(connection, "before_cursor_execute", look)
    try:
        yield
    finally:
        event.remove(connection, "before_cursor_execute", look)


def _rebuild(sql: Sql, file: DeskFile | None, stages: StageProgress | None) -> None:
    """Make full text, vocabulary and sums anew from the records: no step carries them over."""
    watch = StageWatch(progress_of(stages, UpgradeStage.SEARCH))
    sql.limit.is_unwanted = watch.look
    indexing.remake_all(sql, watch.tell)
    watch = StageWatch(progress_of(stages, UpgradeStage.SUMS))
    sql.limit.is_unwanted = watch.look
    derived_columns.renew(sql, watch.tell)
    record_sums.renew_all(sql, watch.tell)
    sql.limit.is_unwanted = None  # from here on it is done
    mark = read_mark(sql)
    if file is not None and mark is not None:  # a kill may leave the steps in the log
        write_mark(sql, digest(page_in(file, mark.page)))
