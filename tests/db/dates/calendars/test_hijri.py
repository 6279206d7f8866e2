"""Islamic dates are found under every spelling and reckoned by the right calendar."""

import pytest
from hijridate import Hijri
from hypothesis import given
from hypothesis import strategies as st

from db.dates.calendars.hijri import ARITHMETIC, SIGHTING, month_start, read_hijri
from db.dates.days import day_at, iso_of
from db.errors import Refused

SPELLINGS = {
    1: "Muharram, Moharram, Muḥarram, Muharram-ul-Haram, محرم, محرم الحرام",
    2: "Safar, Saffar, Ṣafar, صفر, صفر المظفر",
    3: "Rabi al-Awwal, Rabi' ul-Awal, Rabīʿ al-ʾAwwal, Rabi I, ربيع الأول, ربیع الاول",
    4: "Rabi al-Thani, Rabi' al-Akhir, Rabi us-Sani, Rabi II, ربيع الآخر, ربیع الثانی",
    5: "Jumada al-Ula, Jumada al-Awwal, Jamadi-ul-Awwal, Jumada I, جمادى الأولى, جمادی الاول",
    6: "Jumada al-Thani, Jumada al-Akhirah, Jamadi us-Sani, Jumada II, جمادى الآخرة, جمادی الثانی",
    7: "Rajab, Rajab al-Murajjab, رجب",
    8: "Sha'ban, Shaban, Shaaban, Shaʿbān, شعبان, شعبان المعظم",
    9: "Ramadan, Ramadhan, Ramazan, Ramzan, Ramaḍān, رمضان, رمضان المبارک",
    10: "Shawwal, Shawal, Shawwāl, شوال, شوال المكرم",
    11: "Dhu al-Qa'dah, Dhul Qadah, Dhu'l-Qi'dah, Zulqaida, Zilqad, ذو القعدة, ذیقعد, ذوالقعدہ",
    12: "Dhu al-Hijjah, Dhul-Hijja, Dhū l-Ḥijja, Zulhijjah, Zil Hajj, ذو الحجة, ذی الحجہ, ذوالحجہ",
}


@pytest.mark.parametrize(
    ("month", "name"), [(m, name) for m, names in SPELLINGS.items() for name in names.split(", ")]
)
def test_a_month_is_found_under_every_spelling(month: int, name: str) -> None:
    expected = Hijri(1446, month, 5).to_gregorian().isoformat()
    assert read_hijri(f"5 {name.lower()} 1446") == (expected, SIGHTING)


@given(st.integers(1343, 1500), st.integers(1, 12), st.integers(1, 28))
def test_umm_al_qura_decides_within_its_tables(year: int, month: int, day: int) -> None:
    expected = Hijri(year, month, day).to_gregorian().isoformat()
    assert read_hijri(f"{year}-{month}-{day} AH", day_first=True) == (expected, SIGHTING)


@given(st.integers(32, 9000).filter(lambda year: not 1342 <= year <= 1501), st.integers(1, 12))
def test_outside_of_them_months_have_29_or_30_days_and_are_about(year: int, month: int) -> None:
    following = month_start(year, month + 1) if month < 12 else month_start(year + 1, 1)
    assert following - month_start(year, month) in (29, 30)
    day = iso_of(day_at(month_start(year, month)))
    assert read_hijri(f"{year}-{month}-1 AH", day_first=True) == (f"{day}~", ARITHMETIC)


def test_the_two_reckonings_meet_within_a_day_or_two() -> None:
    for year in (1343, 1501):
        assert 352 <= month_start(year, 1) - month_start(year - 1, 1) <= 357


@pytest.mark.parametrize("text", ["14 july 2025", "march", "1446", "saturday", "h", "ah", "5 ah x"])
def test_other_words_are_not_hijri(text: str) -> None:
    assert read_hijri(text) is None


@pytest.mark.parametrize("text", ["30 Safar 1447", "0 Safar 1447", "5 Safar", "9999 AH", "0 AH"])
def test_what_the_calendar_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_hijri(text)


@pytest.mark.parametrize("text", ["Ramadan 2020", "5 Ramadan 2020", "رمضان 2020"])
def test_a_year_of_ours_beside_an_islamic_month_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="a year of ours"):
        read_hijri(text.lower())
    assert read_hijri("ramadan 2020 ah") is not None
