"""Titles, ranks and honours are taken off a name, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names import split_titles


@pytest.mark.parametrize(
    ("text", "honorifics", "name", "post_nominals"),
    [
        ("H.E. Mr Ishaq Dar", ("H.E.", "Mr"), "Ishaq Dar", ()),
        ("Field Marshal Syed Asim Munir, NI(M)", ("Field Marshal",), "Syed Asim Munir", ("NI(M)",)),
        ("Gen. (Retd) Raheel Sharif", ("Gen.", "(Retd)"), "Raheel Sharif", ()),
        ("Lt.-Gen. Ahmed Kidwai", ("Lt.-Gen.",), "Ahmed Kidwai", ()),
        ("Dr. h.c. Angela Merkel", ("Dr. h.c.",), "Angela Merkel", ()),
        ("Prof. Dr. Ada Lovelace, PhD", ("Prof.", "Dr."), "Ada Lovelace", ("PhD",)),
        ("The Rt Hon David Lammy MP", ("The Rt Hon",), "David Lammy", ("MP",)),
        ("Sir Philip Barton KCMG OBE", ("Sir",), "Philip Barton", ("KCMG", "OBE")),
        ("Secretary of State Marco Rubio", ("Secretary of State",), "Marco Rubio", ()),
        ("former Prime Minister Imran Khan", ("former Prime Minister",), "Imran Khan", ()),
        ("Dr.Khan", ("Dr.",), "Khan", ()),
        ("اسحاق ڈار صاحب", (), "اسحاق ڈار", ("صاحب",)),
        (
            "Deputy Prime Minister and Foreign Minister Senator Ishaq Dar",
            ("Deputy Prime Minister", "and Foreign Minister", "Senator"),
            "Ishaq Dar",
            (),
        ),
        ("Robert F. Kennedy Jr.", (), "Robert F. Kennedy", ("Jr.",)),
        ("King Charles III", ("King",), "Charles III", ()),
        ("William Howard Taft IV", (), "William Howard Taft", ("IV",)),
        ("Major", (), "Major", ()),
        ("King", (), "King", ()),
        ("General Major", ("General",), "Major", ()),
        ("Sheikh Hasina", (), "Sheikh Hasina", ()),
        ("Amir Khan Muttaqi", (), "Amir Khan Muttaqi", ()),
        ("Sultan Ahmed Al Jaber", (), "Sultan Ahmed Al Jaber", ()),
        ("Pere Aragonès", (), "Pere Aragonès", ()),
        ("HE Lifeng", (), "HE Lifeng", ()),
        ("Min Aung Hlaing", (), "Min Aung Hlaing", ()),
        ("Yo-Yo Ma", (), "Yo-Yo Ma", ()),
        ("Dar, Ishaq", (), "Dar, Ishaq", ()),
        ("فیلڈ مارشل عاصم منیر", ("فیلڈ مارشل",), "عاصم منیر", ()),
        ("صاحب السمو الملكي الأمير محمد", ("صاحب السمو الملكي", "الأمير"), "محمد", ()),
        ("генерал-полковник Иван Петров", ("генерал-полковник",), "Иван Петров", ()),
        ("Orgeneral Yaşar Güler", ("Orgeneral",), "Yaşar Güler", ()),
        ("Son Excellence Mme Marie Durand", ("Son Excellence", "Mme"), "Marie Durand", ()),
        ("", (), "", ()),
    ],
)
def test_titles_stand_apart_from_the_name(
    text: str, honorifics: tuple[str, ...], name: str, post_nominals: tuple[str, ...]
) -> None:
    found = split_titles(text)
    assert (found.honorifics, found.name, found.post_nominals) == (honorifics, name, post_nominals)


@given(st.lists(st.sampled_from(["Mr", "Dr.", "King", "MP", "Jr", ",", "Dar", "(Retd)", "III"])))
def test_a_name_is_never_emptied(tokens: list[str]) -> None:
    text = " ".join(tokens)
    assert bool(split_titles(text).name) == bool(text)
