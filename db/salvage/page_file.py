"""The pages of a damaged desk as they were written: deciphered, and with its log's on top.

`page_walk` asks for them one by one. The file is only read, and never through SQLite, which
refuses all of it for one page. Pages that changed places are found again by what authenticates
them, where the desk is encrypted.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from db.errors import Unavailable, WrongPassphrase
from db.salvage import page_shift
from db.salvage.carrier import BLOCK_BYTES, PAGES, Carrier
from db.salvage.page_cells import KINDS_OF_PAGE
from db.storage import engine, passphrases
from db.storage.engine import PAGE_BYTES, PLAIN_HEADER, SALT_BYTES
from db.storage.files import wal
from db.storage.files.file_handle import DeskFile
from db.storage.log_mark import FRAME_HEADER_BYTES, MAC_BYTES, MAC_ROUNDS, MAC_SALT_MASK

RESERVED_BYTES: Final = BLOCK_BYTES + MAC_BYTES  # at the end of an encrypted page
PAGES_A_BATCH: Final = PAGES  # that are deciphered together
MAX_BATCHES: Final = 200  # that are kept, 50 MB
MAX_MOVED_TRIES: Final = 200_000  # looks at whether a page belongs elsewhere, two seconds
MIN_HEADER_MATCHES: Final = 8  # bytes of the sixteen by which a broken plain file is known
COUNT_AT: Final = 28  # bytes from the start of the file, where it says how many pages it has
MAX_SHIFT_PAGES: Final = 4  # that may be missing or too many in one place


def looks_plain(file: DeskFile) -> bool:
    """Say whether a damaged file was written without a passphrase, by its first pages."""
    head = file.read(0, PAGE_BYTES)
    same = sum(one == other for one, other in zip(head, PLAIN_HEADER, strict=False))
    if same >= MIN_HEADER_MATCHES:
        return True
    first = [file.read(number * PAGE_BYTES, 1) for number in range(1, 21)]
    there = [each[0] for each in first if each]
    return len(there) > 2 and 2 * sum(each in (0, *KINDS_OF_PAGE) for each in there) > len(there)


class PageFile:
    """A damaged desk's pages by their number, from 1; `key` is None of a plain one."""

    def __init__(self, file: DeskFile, key: str | None = None) -> None:
        self._file = file
        self.path = file.path
        self.is_encrypted = key is not None
        self.usable = PAGE_BYTES - RESERVED_BYTES if key else PAGE_BYTES
        self.slots = -(-file.size() // PAGE_BYTES)  # the last may be cut
        self.count = self.slots
        self.logged: dict[int, bytes] = {}
        self.broken: set[int] = set()  # pages that nothing authenticates, read as they are
        self.moved: dict[int, int] = {}  # pages that lie in another's place, by number from 1
        self._batches: dict[int, list[bytes]] = {}
        self._key = _PageKey(key) if key else None
        if self._key is not None:
            self._find_places(self._key)
        else:
            self._find_missing()

    def take_log(self) -> None:
        """Put what was committed to the log beside the desk on top of the file's pages."""
        for number, page in _logged_pages(self._file):
            self.logged[number] = page
        self.count = max(self.count, *self.logged, 0)

    def drop_log(self) -> None:
        """Read the file alone: the log was written for another."""
        self.logged.clear()
        self.count = max(self.slots, *self.moved, 0)

    def raw_page(self, number: int) -> bytes:
        """Return what lies in the file where a page belongs, as it lies there."""
        return self._file.read((number - 1) * PAGE_BYTES, PAGE_BYTES)

    def page(self, number: int) -> bytes | None:
        """Return a page deciphered; None of one that is not there."""
        if number < 1:
            return None
        if number in self.logged:
            page = self.logged[number]
            return page if self._key is None else self._key.decipher([(number, page)])[0]
        slot = self.moved.get(number, number)
        if slot > self.slots or slot < 1:
            return None
        return self._batch(slot)[(slot - 1) % PAGES_A_BATCH]

    def _batch(self, slot: int) -> list[bytes]:
        first = (slot - 1) // PAGES_A_BATCH * PAGES_A_BATCH
        found = self._batches.get(first)
        if found is None:
            if len(self._batches) >= MAX_BATCHES:
                self._batches.clear()
            try:
                data = self._file.read(first * PAGE_BYTES, PAGES_A_BATCH * PAGE_BYTES)
            except OSError as error:
                data = self._read_singly(first, error)
            data += bytes(-len(data) % PAGE_BYTES)
            pages = [data[at : at + PAGE_BYTES] for at in range(0, len(data), PAGE_BYTES)]
            if self._key is not None:
                pages = self._key.decipher(list(enumerate(pages, start=first + 1)))
            found = self._batches[first] = pages
        return found

    def _read_singly(self, first: int, error: OSError) -> bytes:
        """Return a batch of pages of which the disk itself does not give all."""
        pages = []
        for slot in range(first, min(first + PAGES_A_BATCH, self.slots)):
            try:
                pages.append(self._file.read(slot * PAGE_BYTES, PAGE_BYTES))
            except OSError:
                self.broken.add(slot + 1)
                pages.append(bytes(PAGE_BYTES))
        if len(self.broken) >= self.slots:
            says = f"{self._file.path.name} cannot be read: {error.strerror}."
            raise Unavailable(says) from error
        return b"".join(pages)

    def _find_missing(self) -> None:
        """Learn of a plain file in which pages are missing where those after them belong."""
        head = self._file.read(0, COUNT_AT + 4)
        shift = int.from_bytes(head[COUNT_AT:], "big") - self.slots
        if not 0 < shift <= MAX_SHIFT_PAGES:
            return
        first = page_shift.missing_from(self.slots, shift, self.usable, self.page)
        if first is None:
            return
        self.count = self.slots + shift
        for number in range(first, self.count + 1):
            slot = number - shift
            self.moved[number] = slot if slot >= first else 0

    def _find_places(self, key: _PageKey) -> None:
        """Learn which pages are whole, and where those belong that lie elsewhere."""
        strays, shift = [], 0
        numbers_found: set[int] = set()
        for slot in range(1, self.slots + 1):
            page = self.raw_page(slot)
            shifts = dict.fromkeys((shift, 0, *_shifts()))
            number = next((slot + by for by in shifts if key.fits(page, slot + by)), None)
            if number is None:
                strays.append(slot)
                continue
            shift = number - slot
            numbers_found.add(number)
            if shift:
                self.moved[number] = slot
        if not numbers_found:
            raise WrongPassphrase(
                f"The passphrase does not open {self._file.path.name}, or nothing of it is left."
            )
        self._place_strays(key, strays, numbers_found)
        self.count = max(self.slots, *numbers_found)

    def _place_strays(self, key: _PageKey, strays: list[int], numbers_found: set[int]) -> None:
        last = max(self.slots, *numbers_found)
        free = [number for number in range(1, last + 1) if number not in numbers_found]
        tries = 0
        for slot in strays:
            page = self.raw_page(slot)
            for number in free:
                tries += 1
                if tries > MAX_MOVED_TRIES:
                    break
                if key.fits(page, number):
                    self.moved[number] = slot
                    numbers_found.add(number)
                    free.remove(number)
                    break
        # A page that authenticates nowhere is read in its own place, if no other was found for it.
        self.broken.update(number for number in free if number <= last)
        for number in free:
            if self.moved and number in self.moved.values():
                self.moved.setdefault(number, 0)  # what lies there is another page


def _shifts() -> Iterator[int]:
    for by in range(1, MAX_SHIFT_PAGES + 1):
        yield from (by, -by)


class _PageKey:
    """What authenticates and deciphers the pages of an encrypted desk, as SQLCipher 4 does."""

    def __init__(self, key: str) -> None:
        raw = bytes.fromhex(key[2:-1])
        secret, salt = raw[:-SALT_BYTES], raw[-SALT_BYTES:]
        mac_salt = bytes(each ^ MAC_SALT_MASK for each in salt)
        self._mac_key = hashlib.pbkdf2_hmac("sha512", secret, mac_salt, MAC_ROUNDS, 32)
        self._key = key

    @cached_property
    def _carrier(self) -> Carrier:
        return Carrier(self._key)

    def fits(self, page: bytes, number: int) -> bool:
        """Say whether a page was written with this key as the page of this number."""
        if number < 1:
            return False
        start = SALT_BYTES if number == 1 else 0
        covered = page[start : PAGE_BYTES - MAC_BYTES] + number.to_bytes(4, "little")
        found = hmac.digest(self._mac_key, covered, "sha512")
        return hmac.compare_digest(found, page[PAGE_BYTES - MAC_BYTES :])

    def decipher(self, pages: list[tuple[int, bytes]]) -> list[bytes]:
        """Return pages of these numbers deciphered, also those that are not whole."""
        end = PAGE_BYTES - RESERVED_BYTES
        chains = [
            page[end : end + BLOCK_BYTES] + page[SALT_BYTES if number == 1 else 0 : end]
            for number, page in pages
        ]
        found = self._carrier.decipher(chains)
        return [
            (PLAIN_HEADER if number == 1 else b"") + plain + bytes(RESERVED_BYTES)
            for (number, _), plain in zip(pages, found, strict=True)
        ]


def key_for(file: DeskFile, passphrase: str) -> str:
    """Return the key of a damaged encrypted desk; its salt may be left in its log alone.

    Raises WrongPassphrase where no page is authentic under the passphrase.
    """
    salts = [file.read(0, SALT_BYTES)]
    salts += [page[:SALT_BYTES] for number, page in _logged_pages(file) if number == 1]
    sample = [(n, file.read((n - 1) * PAGE_BYTES, PAGE_BYTES)) for n in range(1, 65)]
    for salt in dict.fromkeys(each for each in salts if len(each) == SALT_BYTES):
        for form in passphrases.to_try(passphrase):
            key = engine.derive_key(form, salt)
            page_key = _PageKey(key)
            numbers = (0, *_shifts())
            if any(page_key.fits(p, n + by) for n, p in sample for by in numbers):
                return key
    raise WrongPassphrase(
        f"The passphrase does not open {file.path.name}, or its first bytes, without which no"
        " passphrase opens it, are damaged; restore a copy of the desk."
    )


def _logged_pages(file: DeskFile) -> Iterator[tuple[int, bytes]]:
    """Yield what the log beside a desk holds of whole transactions, as SQLite would take it."""
    try:
        with wal.log_path(file.path).open("rb") as log:
            head = log.read(wal.HEADER_BYTES)
            if head[:4] not in wal.MAGIC or int.from_bytes(head[8:12], "big") != PAGE_BYTES:
                return
            order = "big" if head[3] & 1 else "little"
            sums = _add_up(head[:24], (0, 0), order)
            transaction: list[tuple[int, bytes]] = []
            frame_bytes = FRAME_HEADER_BYTES + PAGE_BYTES
            while len(frame := log.read(frame_bytes)) == frame_bytes:
                sums = _add_up(frame[:8] + frame[FRAME_HEADER_BYTES:], sums, order)
                stored = int.from_bytes(frame[16:20], "big"), int.from_bytes(frame[20:24], "big")
                if frame[8:16] != head[16:24] or sums != stored:
                    return
                transaction.append((int.from_bytes(frame[:4], "big"), frame[FRAME_HEADER_BYTES:]))
                if frame[4:8] != bytes(4):  # the end of a transaction
                    yield from transaction
                    transaction.clear()
    except OSError:
        return


def _add_up(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    """Return the running checksum of a log, by which SQLite knows what it wrote."""
    one, other = sums
    numbers = struct.unpack(f"{'>' if order == 'big' else '<'}{len(data) // 4}I", data)
    for at in range(0, len(numbers), 2):
        one = (one + numbers[at] + other) & 0xFFFFFFFF
        other = (other + numbers[at + 1] + one) & 0xFFFFFFFF
    return one, other
