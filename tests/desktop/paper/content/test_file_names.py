"""Every proposed file name keeps a title's letters, and every system takes it."""

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.dialogs.save_attachment import save_attachment
from desktop.paper.content.file_names import clusters, file_name_for, safe_file_name
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers

KEPT = [
    "नरेन्द्र मोदी", "ประชุม", "José", "Nguyễn Phú Trọng", "تقی‌زاده", "عاصم منیر", "王毅", "조태열",
    "தமிழ்", "O’Neill, Tip", "Visit 👩‍🚀 to 🇵🇰", "É (2025) – draft", "Bjarnadóttir", "שלום עֲלֵיכֶם",
]  # fmt: skip


@pytest.mark.parametrize("title", KEPT)
def test_a_title_keeps_its_letters_and_their_marks(title: str) -> None:
    assert file_name_for(title) == f"{unicodedata.normalize('NFC', title)}.pdf"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Jose\u0301", "José.pdf"),
        ("CON", "CON_.pdf"),
        ("nul", "nul_.pdf"),
        ("Com1", "Com1_.pdf"),
        ("LPT³", "LPT³_.pdf"),
        ("con.report", "con_.report.pdf"),
        ("aux ", "aux_.pdf"),
        ("Conference", "Conference.pdf"),
        (".hidden", "hidden.pdf"),
        ("~$lock", "$lock.pdf"),
        ("ends. . .", "ends.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.pdf"),
        ("a\x00b\nc\u202ed\u2066e\u200ff\xadg", "a b cdefg.pdf"),
        ("\ud800\ue000", "record.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("", "record.pdf"),
    ],
)
def test_what_harms_is_left_out(title: str, name: str) -> None:
    assert file_name_for(title) == name


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("map.png", "map.png"),
        ("con.pdf", "con_.pdf"),
        ("CON", "CON_"),
        ("C:\\x\\ประชุม.docx", "ประชุม.docx"),
        ("../.bashrc", "bashrc"),
        ("note. ", "note"),
        ("a.tar.gz", "a.tar.gz"),
        ("evil\u202efdp.exe", "evilfdp.exe"),
        ("नरेन्द्र मोदी.pdf", "नरेन्द्र मोदी.pdf"),
        ("", "record"),
    ],
)
def test_an_attachment_keeps_its_ending(given: str, name: str) -> None:
    assert safe_file_name(given) == name


@given(st.text(max_size=300), st.sampled_from(["", ".pdf", ".docx", ".desk"]))
def test_any_title_makes_a_name_that_can_be_written(title: str, ending: str) -> None:
    for name in (file_name_for(title, ending), safe_file_name(f"{title}{ending}")):
        assert 0 < len(name.encode()) <= 255
        assert unicodedata.is_normalized("NFC", name)
        assert not set(name) & set('/\\:*?"<>|')
        assert name == name.strip() and not name.startswith(".") and not name.endswith(".")
        assert not any(unicodedata.category(each) in ("Cc", "Cs") for each in name)
        assert file_name_for(name.removesuffix(ending), ending).endswith(ending)


@given(st.text(alphabet="नरेन्द्रमोदीé\u0301👩‍🚀🇵🇰\u0e0a\u0e38ກ", min_size=80, max_size=400))
def test_a_long_name_is_cut_between_letters_as_people_see_them(title: str) -> None:
    name = file_name_for(title, "")
    text = " ".join(unicodedata.normalize("NFC", title).split())
    whole = {"".join(clusters(text)[:at]) for at in range(len(clusters(text)) + 1)}
    assert (
        name == "record" or any(name == each.strip(" \u200d") for each in whole) or (name in text)
    )
    assert len(name.encode()) <= 255
    following = text[text.find(name) + len(name) :][:1]
    assert not following or unicodedata.category(following)[0] != "M"


def test_a_name_at_its_longest_is_taken_by_this_file_system(tmp_path: Path) -> None:
    path = tmp_path / file_name_for("मोदी " * 100, ".docx")
    path.write_bytes(b"")
    assert os.listdir(tmp_path) == [path.name]


def test_an_attachment_is_proposed_under_a_safe_name(window: Window, answers: Answers) -> None:
    asked: list[str] = []
    answers.save_path = lambda parent, title, proposed, kinds: asked.append(proposed)
    assert window.session is not None
    save_attachment(window.session, answers, window, "0" * 64, "../con.pdf")
    assert asked == ["con_.pdf"]
