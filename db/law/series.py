"""Citations of treaty series read into their parts, however they are spelt; and written again.

"TS 2/1929", "UKTS No. 2 (1929)" and "Treaty Series No. 2 (1929)" are one citation, "34 UNTS 243"
and "United Nations, Treaty Series, vol. 34, p. 243" another. So are the numbers under which the
Secretariat registers treaties (I-541) or files them (II-12). Search and paper ask it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple


class SeriesCitation(NamedTuple):
    """One place in a series; what a series does not count by is ""."""

    series: str
    volume: str = ""
    page: str = ""
    number: str = ""
    year: str = ""

    def words(self) -> str:
        """Return it as its house prints it.

        >>> SeriesCitation("ukts", number="2", year="1929").words()
        'Treaty Series No. 2 (1929)'
        >>> SeriesCitation("unts", "34", "243").words(), SeriesCitation("ets", number="5").words()
        ('34 UNTS 243', 'ETS No. 5')
        >>> SeriesCitation(REGISTERED, "I", number="541").words()
        'UN Reg. No. I-541'
        """
        words = SERIES[self.series].form.format(**self._asdict()).strip()
        return words.replace("No. -", "No. ")  # registered, in which part is not said

    def is_within(self, other: SeriesCitation) -> bool:
        """Say whether another is this one, or says more of the same place."""
        own = self._asdict()
        return all(not own[name] or own[name] == value for name, value in other._asdict().items())

    def numbers(self) -> list[str]:
        """Return the figures that any spelling of it has."""
        return [text for text in self[1:] if text.isdecimal()]


class _Series(NamedTuple):
    """How a series is named in texts, what it counts by, and how it is printed."""

    names: str  # a pattern over letters, points and spaces left out
    form: str
    is_british: bool = False
    is_american: bool = False


#: The series that is a register: its volume is the part, I of what is registered, II of the rest.
REGISTERED: Final = "unreg"
#: By key. A number of the British series always comes with its year; without one it is American.
SERIES: Final[dict[str, _Series]] = {
    "unts": _Series(r"unts|unitednationstreatyseries", "{volume} UNTS {page}"),
    "lnts": _Series(r"lnts|leagueofnationstreatyseries", "{volume} LNTS {page}"),
    "stat": _Series(r"stat|usstat|statutesatlarge", "{volume} Stat. {page}", is_american=True),
    "ust": _Series(r"ust", "{volume} UST {page}", is_american=True),
    "bevans": _Series(r"bevans", "{volume} Bevans {page}", is_american=True),
    "bfsp": _Series(r"bfsp", "{volume} BFSP {page}", is_british=True),
    "cts": _Series(r"cts|consolidatedtreatyseries", "{volume} CTS {page}"),
    "ilm": _Series(r"ilm", "{volume} ILM {page}"),
    "ukts": _Series(
        r"ukts|uktreatyseries|unitedkingdomtreatyseries|ts|treatyseries|gbts",
        "Treaty Series No. {number} ({year})", is_british=True,
    ),
    "ats": _Series(r"ats|austts|australiantreatyseries", "[{year}] ATS {number}"),
    "tias": _Series(r"tias", "TIAS {number}", is_american=True),
    "eas": _Series(r"eas", "EAS {number}", is_american=True),
    "usts": _Series(r"ts|ustreatyseries", "TS {number}", is_american=True),
    "ets": _Series(r"ets|europeantreatyseries", "ETS No. {number}"),
    "cets": _Series(r"cets|councilofeuropetreatyseries", "CETS No. {number}"),
    "cmnd": _Series(r"cmnd", "Cmnd. {number}", is_british=True),
    "cmd": _Series(r"cmd", "Cmd. {number}", is_british=True),
    "cm": _Series(r"cm", "Cm {number}", is_british=True),
    "cd": _Series(r"cd", "Cd. {number}", is_british=True),
    "cp": _Series(r"cp", "CP {number}", is_british=True),
    REGISTERED: _Series(
        r"unreg|unregistration|unregistered|untsreg|untsregistration|unts"
        r"|unitednationstreatyseriesregistration", "UN Reg. No. {volume}-{number}",
    ),
}  # fmt: skip
MAX_REFERENCE_LETTERS: Final = 2_000  # of a text that is read; what follows stays as it is
_LAST_ETS: Final = 193  # number; the European series goes on counting as that of the Council
_BY_PAGE: Final = tuple(key for key, each in SERIES.items() if "{page}" in each.form)
_BY_YEAR: Final = tuple(key for key, each in SERIES.items() if "{year}" in each.form)
_BY_NUMBER: Final = tuple(
    key
    for key, each in SERIES.items()
    if key not in _BY_PAGE and key not in _BY_YEAR and key != REGISTERED
)


def _spacing_pattern(names: str) -> str:
    """Return a pattern of names that may be written with points, spaces and commas between."""
    return "|".join(
        r"[.,\s]*".join(re.escape(letter) for letter in name) for name in names.split("|")
    )


def _name_pattern(keys: Iterable[str], group: str) -> str:
    """Return a pattern of the names of some series, the longest first."""
    names = sorted(
        {name for key in keys for name in SERIES[key].names.split("|")}, key=len, reverse=True
    )
    return rf"(?<!\w)(?P<{group}>{_spacing_pattern('|'.join(names))})\.?(?!\w)"


_NUMBER: Final = r"(?:(?:no|nr|number|№)\.?\s*)?0*(?P<number>\d{1,6})"
_YEAR: Final = r"(?P<year>(?:1[6-9]|20)\d\d)"
_OPEN_YEAR: Final = rf"[\[(]?{_YEAR}[\])]?"
_IN_BRACKETS: Final = r"\s*[\[(](?P<late_year>(?:1[6-9]|20)\d\d)[\])]"
_VOLUME: Final = r"(?:vol(?:ume)?\.?\s*)?0*(?P<volume>\d{1,5})(?!\d)"
_PAGE: Final = r"(?:p(?:p|ages?)?\.?\s*)?0*(?P<page>\d{1,5})"
_PAGED: Final = _name_pattern(_BY_PAGE, "page_series")
_DATED: Final = _name_pattern(_BY_YEAR, "year_series")
_NUMBERED: Final = _name_pattern(_BY_NUMBER, "number_series")
_REGISTER: Final = _name_pattern((REGISTERED,), "register")
_PART: Final = r"(?P<part>II?)\s?[-–]\s?0*(?P<number>\d{1,6})(?![\w/-])"
_GAP: Final = r"[\s,:]*"
#: In the order in which they are tried: a longer reading before a shorter.
_FORMS: Final = tuple(
    re.compile(text, re.IGNORECASE)
    for text in (
        rf"(?<![\w/]){_VOLUME}{_GAP}{_PAGED}{_GAP}{_PAGE}(?!\w)",
        rf"{_PAGED}{_GAP}{_VOLUME}(?:{_GAP}|\s*/\s*){_PAGE}(?!\w)",
        rf"[\[(]{_YEAR}[\])]{_GAP}{_DATED}{_GAP}{_NUMBER}(?!\w)",
        rf"{_DATED}{_GAP}{_NUMBER}(?:\s*/\s*{_YEAR}(?!\w)|{_IN_BRACKETS})",
        rf"{_DATED}{_GAP}{_OPEN_YEAR}{_GAP}(?:/\s*)?{_NUMBER}(?!\w)",
        rf"{_NUMBERED}{_GAP}{_NUMBER}(?![\w/])",
        rf"(?:(?:{_REGISTER}|registration){_GAP}(?:(?:no|number)\.?{_GAP})?|(?<![\w/-])){_PART}",
        rf"{_REGISTER}{_GAP}{_NUMBER}(?![\w/-])",
    )
)


def read_series(text: str) -> list[SeriesCitation]:
    """Return the citations in a text in their order, each once.

    >>> read_series("63 Stat. 2241; T.I.A.S. No. 1964; 34 UNTS 243")[0]
    SeriesCitation(series='stat', volume='63', page='2241', number='', year='')
    >>> [each.words() for each in read_series("UKTS 1929 No. 2, Cmd 3254")]
    ['Treaty Series No. 2 (1929)', 'Cmd. 3254']
    >>> read_series("TS 993"), read_series("Treaty of 1929")
    ([SeriesCitation(series='usts', volume='', page='', number='993', year='')], [])
    >>> [each.words() for each in read_series("UNTS I-541; registration No. II-12; UNTS 54321")]
    ['UN Reg. No. I-541', 'UN Reg. No. II-12', 'UN Reg. No. 54321']
    """
    return list(dict.fromkeys(citation for _, _, citation in _places_of(text)))


def _places_of(text: str) -> list[tuple[int, int, SeriesCitation]]:
    """Return where each citation stands in a text, in their order; none overlaps another."""
    places: list[tuple[int, int, SeriesCitation]] = []
    for form in _FORMS:
        for match in form.finditer(text[:MAX_REFERENCE_LETTERS]):
            if any(start < match.end() and match.start() < end for start, end, _ in places):
                continue
            places.append((match.start(), match.end(), _citation(match.groupdict())))
    return sorted(places, key=lambda each: each[:2])


def _citation(parts: dict[str, str | None]) -> SeriesCitation:
    if parts.get("part") or parts.get("register"):
        return SeriesCitation(
            REGISTERED, (parts.get("part") or "").upper(), number=parts["number"] or ""
        )
    for keys, group in (
        (_BY_PAGE, "page_series"), (_BY_YEAR, "year_series"), (_BY_NUMBER, "number_series"),
    ):  # fmt: skip
        if name := parts.get(group):
            letters = re.sub(r"[^a-z]", "", name.casefold())
            key = next(each for each in keys if letters in SERIES[each].names.split("|"))
            number = parts.get("number") or ""
            if key in ("ets", "cets"):
                key = "ets" if int(number) <= _LAST_ETS else "cets"
            return SeriesCitation(
                key,
                parts.get("volume") or "",
                parts.get("page") or "",
                number,
                parts.get("year") or parts.get("late_year") or "",
            )
    raise ValueError("no series")  # every form has one


def write_reference(text: str) -> str:
    """Return a reference with its citations as their houses print them; other words stay.

    The British house puts a command paper behind its number with a comma, the American one parts
    all with semicolons.

    >>> write_reference("UKTS 2/1929 Cmd 3254")
    'Treaty Series No. 2 (1929), Cmd. 3254'
    >>> write_reference("63 Stat 2241, T.I.A.S. 1964, UNTS vol. 34 p. 243")
    '63 Stat. 2241; TIAS 1964; 34 UNTS 243'
    >>> write_reference("MFA file 2/1929")
    'MFA file 2/1929'
    """
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    end, last = 0, ""
    for start, stop, citation in _places_of(text):
        between = text[end:start]
        if last and not between.strip(" ,;.:"):
            is_paper = SERIES[last].is_british and SERIES[citation.series].is_british
            between = ", " if is_paper else "; "
        yield between
        yield citation.words()
        end, last = stop, citation.series
    yield text[end:]


def is_british(citations: Sequence[SeriesCitation]) -> bool:
    """Say whether citations are of the British house and of no American series.

    >>> is_british(read_series("TS 2/1929")), is_british(read_series("TIAS 1964, TS 2/1929"))
    (True, False)
    """
    houses = [SERIES[each.series] for each in citations]
    return any(each.is_british for each in houses) and not any(each.is_american for each in houses)
