"""In every form a text that runs from the right is a run of its own, without what separates it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any

import pytest

from db import DEFAULT_ORDER, Part, Participant, Ref, Store
from desktop.paper.content.blocks import Heading, Run, Sheet, runs
from desktop.paper.outputs import OUTPUTS
from desktop.paper.typst.payload import encode_sheet
from tests.desktop.paper.conftest import LENS
from tests.desktop.paper.sheets.test_leaks import documents

WORDS = {
    "title", "place", "outcome", "note", "text", "passage", "side", "capacity", "biography",
    "purpose", "summary", "author", "publisher", "spoken_address", "pronunciation", "reference",
    "registration", "depositary", "duration", "renewal", "notice_period", "in_force_clause",
    "honorific", "post_nominals", "acronym", "service", "about", "family", "nature", "topics",
    "role",
}  # fmt: skip
RTL = "[\u0590-\u08ff]"
PURE = re.compile(f"(?:{RTL}| )*{RTL}[.]?")


def turn(part: Any, word: str) -> None:
    """Writes all that is free text in Arabic."""
    for each in type(part).model_fields:
        value = getattr(part, each)
        if isinstance(value, str) and value and each in WORDS:
            setattr(part, each, f"{word} عربية")
        elif each == "topics" and value:
            part.topics = [f"{word} أولى", f"{word} ثانية"]
        elif isinstance(value, list):
            for one in value:
                if isinstance(one, Part):
                    turn(one, word)
        elif type(value).__name__ == "Source":
            turn(value, word)


@pytest.fixture
def arabic(full: Store) -> Store:
    """The desk with every part of every kind, in Arabic throughout."""
    words = {"person": "رجل", "organization": "وزارة", "agreement": "اتفاق", "event": "لقاء"}
    people = full.reader.all_ids("person", LENS, DEFAULT_ORDER["person"])
    for kind, word in words.items():
        for key in full.reader.all_ids(kind, LENS, DEFAULT_ORDER[kind]):
            record = full.reader.get(key, LENS)
            turn(record, word)
            if kind == "event" and not record.participants:
                record.participants = [Participant(who=Ref(people[0]))]
            full.save(record, LENS)
    return full


def lines(part: Any) -> Iterator[tuple[Run, ...]]:
    """Every line of a sheet as runs; what a heading or a title says is a line too."""
    if isinstance(part, Sheet):
        yield runs(part.subtitle)
        for block in part.blocks:
            yield from lines(block)
    elif isinstance(part, Heading | str | Run):
        yield runs(part.text if isinstance(part, Heading) else part)
    elif isinstance(part, list | tuple) and part and all(isinstance(x, str | Run) for x in part):
        yield runs(part)
    elif isinstance(part, list | tuple):
        for each in part:
            yield from lines(each)
    elif is_dataclass(part):
        for each in fields(part):
            yield from lines(getattr(part, each.name))


def test_no_separator_stands_within_a_text_from_the_right(arabic: Store) -> None:
    seen = 0
    for form, sheets in documents(arabic, LENS).items():
        for sheet in sheets:
            for line in lines(sheet):
                for run in line:
                    if re.search(RTL, run.text):
                        seen += 1
                        assert PURE.fullmatch(run.text), (form, run.text)
    assert seen > 200


def test_typst_is_told_where_the_line_goes_on(arabic: Store) -> None:
    """A mark of the line stands after each such text that a sign, a number or a note follows."""
    marked = 0

    def look(value: Any) -> None:
        nonlocal marked
        if isinstance(value, dict):
            value = list(value.values())
        if not isinstance(value, list):
            return
        for at, each in enumerate(value):
            if isinstance(each, dict) and each.get("d") == "rtl":
                after = value[at + 1] if at + 1 < len(value) else ""
                text = after if isinstance(after, str) else after.get("t", "")
                if "n" in each or (text and not text[0].isalpha()):
                    assert each["m"] == "\u200e", each
                    marked += 1
            look(each)

    for sheets in documents(arabic, LENS).values():
        for sheet in sheets:
            look(encode_sheet(sheet)["blocks"])
    assert marked > 50


def test_word_and_web_keep_separators_outside(arabic: Store) -> None:
    for form, sheets in documents(arabic, LENS).items():
        html = OUTPUTS[".html"](sheets, "a4", None).content.decode()
        for inside in re.findall(r"<bdi[^>]*>(.*?)</bdi>", html, re.S):
            if re.search(RTL, inside):
                assert PURE.fullmatch(re.sub("<[^>]*>", "", inside)), (form, inside)
        with zipfile.ZipFile(BytesIO(OUTPUTS[".docx"](sheets, "a4", None).content)) as whole:
            text = whole.read("word/document.xml").decode()
        for run in re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", text, re.S):
            said = "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", run))
            if re.search(RTL, said):
                assert "<w:rtl/>" in run, (form, said)
                assert PURE.fullmatch(said), (form, said)
