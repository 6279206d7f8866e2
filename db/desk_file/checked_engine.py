"""An engine on what was found to be a desk: any other file is refused, and left as it was.

`opening` asks it, first for the key and then for the engine.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from db.desk_file import foreign_log, rewriting
from db.errors import NotOurs, TooNew, TooOld, Unavailable, WrongPassphrase
from db.storage import engine, log_mark, passphrases
from db.storage.files import wal
from db.storage.files.file_handle import DeskFile
from db.storage.schema import Past

# Of a file that was read: they say what it is, whatever lies beside it.
PLAIN_REFUSALS = (WrongPassphrase, NotOurs, TooNew, TooOld)


def key_that_opens(file: DeskFile, passphrase: str, *, past: Past) -> str | None:
    """Return the key of a desk, None of a plain one; refuse a wrong passphrase and no desk."""
    salt = engine.salt_of(file)
    if salt is not None and not passphrase:
        raise WrongPassphrase(f"{file.path.name} is encrypted; give its passphrase.")
    rewriting.clear_leftovers(file.path)
    if salt is None:
        _look(file, None, past=past)
        return None
    refusal = WrongPassphrase("The passphrase is not text in UTF-8; type it anew.")
    for form in passphrases.to_try(passphrase):
        key = engine.derive_key(form, salt)
        try:
            _look(file, key, past=past)
        except WrongPassphrase as error:
            refusal = error
        else:
            return key
    raise refusal


def fits(key: str, file: DeskFile) -> bool:
    """Say whether a key that is known opens an encrypted file, without a passphrase."""
    if engine.salt_of(file) is None:
        return False
    return key.endswith(f"{file.read(0, engine.SALT_BYTES).hex()}'") and log_mark.opens(
        key, file.read(0, engine.PAGE_BYTES)
    )


def _look(file: DeskFile, key: str | None, *, past: Past) -> None:
    """Refuse what is no desk before anything is written to it or beside it.

    A file with a log is read together with it if it is its own, and is first told by its own first
    page. So is one that was left in the middle of a change: SQLite takes that back as it opens it.
    """
    if _is_in_the_middle(file):
        engine.check_first_page(file)
        return
    if not wal.holds_changes(file.path):
        _open_to_read(file.path, key, immutable=True, past=past)
        return
    if key is None:
        engine.check_first_page(file)
    elif not log_mark.opens(key, file.read(0, engine.PAGE_BYTES)):
        raise engine.wrong_passphrase(file.path)
    try:
        alone = foreign_log.has_foreign_log(file, key, is_held=False)
        _open_to_read(file.path, key, immutable=alone, past=past)
    except PLAIN_REFUSALS:
        raise
    except Unavailable as error:
        raise _needs_log(file.path) from error


def _is_in_the_middle(file: DeskFile) -> bool:
    """Say whether a plain desk without a log has a journal beside it, as a kill leaves it."""
    return engine.is_kept_without_log(file) and foreign_log.is_journal(file.path)


def open_engine(
    file: DeskFile,
    key: str | None,
    *,
    read_only: bool,
    is_alone: bool,
    past: Past = Past.NOTHING,
) -> tuple[Engine, int]:
    """Return the engine of a desk and its format; `is_alone` passes by what lies beside it."""
    path = file.path
    if past is Past.ALL:
        return _open_to_read(path, key, immutable=is_alone, past=past)
    desk_engine = engine.make_engine(path, key, read_only=read_only, immutable=is_alone)
    try:
        return desk_engine, _format_of(desk_engine, path, key, past=past)
    except PLAIN_REFUSALS:
        raise
    except Unavailable:
        if not read_only or is_alone:
            raise
        if wal.holds_changes(path) or _is_in_the_middle(file):
            raise _needs_log(path) from None
        # a disk that takes no -shm file beside the desk: read it as it lies
        return _open_to_read(path, key, immutable=True)


def _open_to_read(
    path: Path, key: str | None, *, immutable: bool, past: Past = Past.NOTHING
) -> tuple[Engine, int]:
    desk_engine = engine.make_engine(path, key, read_only=True, immutable=immutable, past=past)
    return desk_engine, _format_of(desk_engine, path, key, past=past)


def _format_of(desk_engine: Engine, path: Path, key: str | None, *, past: Past) -> int:
    """Return the format of the desk behind an engine; refuse what is no desk of ours."""
    try:
        sql = engine.connect(desk_engine)
    except NotOurs as error:
        refusal = engine.not_a_desk(path) if key is None else engine.wrong_passphrase(path)
        raise refusal from error
    with closing(sql):
        return engine.check_header(sql, path, encrypted=key is not None, past=past)


def _needs_log(path: Path) -> Unavailable:
    journal = foreign_log.journal_path(path)
    beside = journal if foreign_log.is_journal(path) else wal.log_path(path)
    return Unavailable(
        f"{path.name} was not closed, and its log cannot be read where it is; copy it together"
        f" with {beside.name} to a folder that can be written, and open it there for writing."
    )
