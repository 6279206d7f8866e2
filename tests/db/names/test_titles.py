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
        ("Bishop, Julie", (), "Bishop, Julie", ()),
        ("Lord, Jeffrey", (), "Lord, Jeffrey", ()),
        ("Khan, Sultan", (), "Khan, Sultan", ()),
        ("MAJOR John", (), "MAJOR John", ()),
        ("KÖNIG Jürgen", (), "KÖNIG Jürgen", ()),
        ("SHEIKH Abdul Hafeez", (), "SHEIKH Abdul Hafeez", ()),
        ("MAJOR GENERAL Ahmed Khan", ("MAJOR GENERAL",), "Ahmed Khan", ()),
        ("PRESIDENT Emmanuel Macron", ("PRESIDENT",), "Emmanuel Macron", ()),
        ("Hon Sui Sen", (), "Hon Sui Sen", ()),
        ("Hon Chris Hipkins", ("Hon",), "Chris Hipkins", ()),
        ("Shri Thanedar", (), "Shri Thanedar", ()),
        ("Shri Narendra Modi", ("Shri",), "Narendra Modi", ()),
        ("Major Owens", (), "Major Owens", ()),
        ("Earl Warren", (), "Earl Warren", ()),
        ("Gen Nakatani", (), "Gen Nakatani", ()),
        ("Gen Munir", ("Gen",), "Munir", ()),
        ("M. J. Akbar", (), "M. J. Akbar", ()),
        ("M. Venkaiah Naidu", (), "M. Venkaiah Naidu", ()),
        ("M. Emmanuel Macron", ("M.",), "Emmanuel Macron", ()),
        ("H. E. Bates", (), "H. E. Bates", ()),
        ("H.H. Asquith", (), "H.H. Asquith", ()),
        ("S. E. Rogers", (), "S. E. Rogers", ()),
        ("M. S. Swaminathan", (), "M. S. Swaminathan", ()),
        ("M.R. Jayakar", (), "M.R. Jayakar", ()),
        ("D. R. Bhandarkar", (), "D. R. Bhandarkar", ()),
        ("Tun Dr Mahathir bin Mohamad", ("Tun", "Dr"), "Mahathir bin Mohamad", ()),
        ("Tun Tun Hein", (), "Tun Tun Hein", ()),
        ("H. E. Mr Ishaq Dar", ("H. E.", "Mr"), "Ishaq Dar", ()),
        ("HRH The Prince of Wales", (), "HRH The Prince of Wales", ()),
        ("Baroness Ashton of Upholland", (), "Baroness Ashton of Upholland", ()),
        (
            "The Rt Hon Lord Cameron of Chipping Norton PC",
            ("The Rt Hon",),
            "Lord Cameron of Chipping Norton",
            ("PC",),
        ),
        (
            "HH Sheikh Mohammed bin Zayed Al Nahyan",
            ("HH", "Sheikh"),
            "Mohammed bin Zayed Al Nahyan",
            (),
        ),
        ("The Hon Greg Combet AM MP", ("The Hon",), "Greg Combet", ("AM", "MP")),
        ("Syed Asim Munir, Nishan-e-Imtiaz (M)", (), "Syed Asim Munir", ("Nishan-e-Imtiaz (M)",)),
        ("Timothy Radcliffe OP", (), "Timothy Radcliffe", ("OP",)),
        ("Micheál Martin TD", (), "Micheál Martin", ("TD",)),
        ("Jack MA", (), "Jack MA", ()),
        ("Vanessa Obe", (), "Vanessa Obe", ()),
        ("Duongsaa, Usa", (), "Duongsaa, Usa", ()),  # a given name
        ("Duongsaa, USA", (), "Duongsaa", ("USA",)),
        ("Usa Duongsaa, Obe", (), "Usa Duongsaa", ("Obe",)),
        ("King, Jr", (), "King", ("Jr",)),
        ("Malcolm X", (), "Malcolm X", ()),
        ("Mohammed VI", (), "Mohammed VI", ()),
        ("Bull, Lieutenant General Odd", ("Lieutenant General",), "Bull, Odd", ()),
        ("Ishaq Dar, Deputy Prime Minister", ("Deputy Prime Minister",), "Ishaq Dar", ()),
        ("Dar, Deputy Prime Minister Ishaq", ("Deputy Prime Minister",), "Dar, Ishaq", ()),
        ("Tito, Marshal", ("Marshal",), "Tito", ()),
        ("Warrant Officer John Doe", ("Warrant Officer",), "John Doe", ()),
        ("", (), "", ()),
    ],
)
def test_titles_stand_apart_from_the_name(
    text: str, honorifics: tuple[str, ...], name: str, post_nominals: tuple[str, ...]
) -> None:
    found = split_titles(text)
    assert (found.honorifics, found.name, found.post_nominals) == (honorifics, name, post_nominals)


@pytest.mark.parametrize(
    ("text", "country", "kept", "lenient", "name"),
    [
        ("M. Venkaiah Naidu", "fr", "", False, "Venkaiah Naidu"),
        ("M. Emmanuel Raj", "in", "", False, "M. Emmanuel Raj"),
        ("Hon Tim Cook", "au", "", False, "Tim Cook"),
        ("Hon Tim Cook", "sg", "", False, "Hon Tim Cook"),
        ("Bishop Julie Ann", "", "Bishop", False, "Bishop Julie Ann"),
        ("Mr Bishop Julie Ann", "", "Bishop", False, "Bishop Julie Ann"),
        ("Lord Carrington", "gb", "", True, "Carrington"),
        ("Viscount Slim", "", "", True, "Slim"),
        ("Earl Mountbatten", "", "", True, "Mountbatten"),
        ("Khan, Major", "", "", True, "Khan"),
    ],
)
def test_what_else_is_known_decides(
    text: str, country: str, kept: str, lenient: bool, name: str
) -> None:
    found = split_titles(text, country=country, original=kept, lenient=lenient)
    assert found.name == name


@given(st.lists(st.sampled_from(["Mr", "Dr.", "King", "MP", "Jr", ",", "Dar", "(Retd)", "III"])))
def test_a_name_is_never_emptied(tokens: list[str]) -> None:
    text = " ".join(tokens)
    assert bool(split_titles(text).name) == bool(text)
