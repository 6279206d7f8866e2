"""Which attached file is the portrait, and what is said where it cannot be printed."""

import pytest

from db import Attachment, Person, Store
from desktop.paper.sheets import portraits
from desktop.paper.sheets.portraits import choose_portrait
from desktop.paper.sheets.several import sheets_of
from tests.desktop.paper.conftest import LENS, NOW, saved
from tests.desktop.paper.pictures import PNG
from tests.desktop.paper.words import words


def file(name: str, data: bytes = PNG, kind: str = "image/png") -> Attachment:
    return Attachment(file_name=name, media_type=kind, data=data)


@pytest.mark.parametrize(
    ("names", "portrait"),
    [
        (["map.png", "Portrait 2025.png"], "Portrait 2025.png"),
        (["map.png", "desk.png"], "map.png"),
        ([], None),
    ],
)
def test_what_is_called_a_portrait_comes_first(names: list[str], portrait: str | None) -> None:
    found = choose_portrait([file("note.pdf", kind="application/pdf"), *map(file, names)])
    assert (found.file_name if found else None) == portrait


def test_the_portrait_stands_on_the_sheet(store: Store) -> None:
    key = saved(store, Person(title="Ada", attachments=[file("portrait.png")])).id
    (sheet,) = sheets_of("", [key], store.reader, LENS, "desk", NOW)
    assert sheet.portrait is not None
    assert (sheet.portrait.data, sheet.portrait.caption) == (PNG, "Portrait of Ada")


@pytest.mark.parametrize(
    ("data", "largest", "sentence"),
    [
        (b"no picture", 100, "The portrait portrait.png is no picture that can be printed."),
        (PNG, 10, "The portrait portrait.png is too large to be printed."),
    ],
)
def test_one_that_cannot_be_printed_is_to_be_verified(
    store: Store, monkeypatch: pytest.MonkeyPatch, data: bytes, largest: int, sentence: str
) -> None:
    monkeypatch.setattr(portraits, "MAX_PICTURE_BYTES", largest)
    key = saved(store, Person(title="Ada", attachments=[file("portrait.png", data)])).id
    (sheet,) = sheets_of("biography", [key], store.reader, LENS, "desk", NOW)
    assert sheet.portrait is None
    assert sentence in words(sheet, "Verify first")


def test_a_portrait_above_the_ceiling_is_not_looked_at(store: Store) -> None:
    hidden = file("portrait.png")
    hidden.marking = 3
    key = saved(store, Person(title="Ada", attachments=[hidden])).id
    lens = LENS.__class__(LENS.as_of, 0)
    (sheet,) = sheets_of("biography", [key], store.reader, lens, "desk", NOW)
    assert sheet.portrait is None
    assert sheet.withheld == 1
