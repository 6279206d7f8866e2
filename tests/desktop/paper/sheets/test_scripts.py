"""Names in the scripts that desks meet stand in every form and every file, none as a box."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest

from db import (
    Agreement,
    Citation,
    Event,
    HistoricalDate,
    Name,
    Note,
    Office,
    OfficeRef,
    Organization,
    Participant,
    Party,
    PartyAction,
    Person,
    Source,
    Store,
    Tenure,
)
from desktop.paper.content.blocks import Sheet
from desktop.paper.outputs import OUTPUTS
from desktop.paper.typst.typeset import typeset
from tests.desktop.paper.conftest import LENS, saved
from tests.desktop.paper.sheets.test_leaks import documents
from tests.saved_records import ref

NAMES = {
    "ur": "اسحاق ڈار",
    "ar": "محمد بن سلمان",
    "fa": "سید عباس عراقچی",
    "zh": "王毅",
    "ja": "岩屋毅とカタカナ",
    "ko": "조태열",
    "hi": "सुब्रह्मण्यम जयशंकर",
    "ru": "Сергей Лавров",
    "el": "Γιώργος Γεραπετρίτης",
    "vi": "Phạm Minh Chính",
}


@pytest.fixture
def tongues(store: Store) -> Store:
    """A desk on which everything is named in every script, in one line with Latin and figures."""
    day = HistoricalDate.parse("July 2021")
    every = " · ".join(NAMES.values())
    source = Source(title=every, publisher="Agency (1947)", published=day)
    cited = [Citation(source=source, field="start", passage=f"on 5 May {every} (٣) said")]
    body = saved(store, Organization(title=every, offices=[Office(title=NAMES["ur"])]))
    people = []
    for language, text in NAMES.items():
        native = Name(text=text, kind="native", language=language)
        held = Tenure(office=OfficeRef(body.offices[0].id), since=day, end_state="ongoing")
        made = Person(
            title=f"{language} {text}", names=[native], tenures=[held], spoken_address=text,
            biography=f"Born {text} (1950), known as {text}.", citations=cited,
            notes=[Note(text=f"{text} said: “{text}” – 12.", author=text)],
        )  # fmt: skip
        people.append(saved(store, made))
    acts = [PartyAction(date=day, signatory=ref(each)) for each in people]
    parties = [Party(who=ref(body), actions=acts), Party(who=ref(people[0]))]
    saved(store, Agreement(title=every, concluded=day, place=NAMES["zh"], parties=parties))
    there = [Participant(who=ref(each), side=NAMES["ar"]) for each in people]
    saved(store, Event(title=every, start=day, outcome=every, participants=there, citations=cited))
    return store


def test_every_form_is_set_without_a_box(tongues: Store) -> None:
    for form, sheets in documents(tongues, LENS).items():
        printed = typeset(sheets)
        assert (form, printed.says, printed.archival) == (form, "", True)


@pytest.mark.parametrize("ending", [".docx", ".html"])
def test_every_name_is_whole_in_what_officers_edit(tongues: Store, ending: str) -> None:
    for form, sheets in documents(tongues, LENS).items():
        said = "\n".join(_texts(ending, sheets))
        for text in NAMES.values():
            assert text in said, form


def _texts(ending: str, sheets: list[Sheet]) -> Iterator[str]:
    content = OUTPUTS[ending](sheets, "a4", None).content
    if ending == ".html":
        yield content.decode()
        return
    with zipfile.ZipFile(BytesIO(content)) as whole:
        yield whole.read("word/document.xml").decode()
