"""What a guess says of columns that it takes nothing from though their values are plain: days that
no heading explains, further people in a list of people. `mapping_guess` asks.
"""

from __future__ import annotations

from db.exchange.mapping.column_mapping import Mapping
from db.exchange.mapping.guess.days.date_columns import is_of_years
from db.exchange.mapping.guess.headings import HEADINGS, fold
from db.exchange.mapping.guess.shapes import FileColumn

_MIN_SHARE = 0.8  # of the values
_MIN_FIGURES = 2  # columns
_MIN_WORD_LETTERS = 2  # characters; a mark as “x” has fewer
_OF_PEOPLE = ("people", "tenures", "organizations", "events")
_OF_NOTHING = frozenset(("notes", "note", "aliases", "type", "topics", "reference", "wikidata",
                         "country", "status", "end_state", "url", "website"))  # fmt: skip
#: kinds, what was not taken, how its values look, and what is said of them
_TOLD = (
    (("people", "organizations"), "email", "email", "holds e-mail addresses"),
    (("people", "organizations"), "phone", "phone", "holds telephone numbers"),
    (("organizations",), "website", "url", "holds web addresses"),
    (("people", "tenures"), "organization", "body", "names bodies"),
    (("people", "tenures"), "office", "office", "has titles of offices"),
    (("agreements",), "parties", "body", "names bodies"),
    (("agreements",), "parties", "country", "names states"),
)
_SHORT_YEARS = "has days with years of two digits and was left out; write the years in full."


def remarks_on_the_rest(mapping: Mapping, columns: list[FileColumn]) -> list[str]:
    """Tell of columns of dates, and of people in a list of people, that were left out.

    >>> days = FileColumn("Sworn", 1, values={"12 March 2019": None})
    >>> remarks_on_the_rest(Mapping("people"), [days])[0][:33]
    '“Sworn” holds dates and was left '
    """
    used = mapping.columns()
    rest = [each for each in columns if each.heading not in used and each.filled]
    remarks = [
        f"“{each.heading}” holds dates and was left out: its heading does not say of what they are."
        " Map it, or leave it so."
        for each in rest
        if not each.template
        and (
            each.share("full date") >= _MIN_SHARE
            or (each.share("date") >= _MIN_SHARE and is_of_years(each.heading))
        )
    ]
    remarks += [
        f"“{each.heading}” {_SHORT_YEARS}"
        for each in rest
        if not each.template and each.share("short year") >= _MIN_SHARE
    ]
    remarks += [
        f"“{each.heading}” {what} and was left out; map it, or leave it so."
        for kinds, target, look, what in _TOLD
        if mapping.kind in kinds and not {target, "party"} & set(mapping.fields)
        for each in rest
        if not each.template and each.share(look) >= _MIN_SHARE
    ]
    remarks += _remarks_by_heading(mapping, rest)
    if mapping.kind in _OF_PEOPLE and "participants" not in mapping.fields:
        remarks += [
            f"“{each.heading}” names people as well and was left out; import the file again with a"
            " map that takes them, or leave it so."
            for each in rest
            if not each.template and each.share("person") >= _MIN_SHARE
        ]
    return remarks


def _remarks_by_heading(mapping: Mapping, rest: list[FileColumn]) -> list[str]:
    """Tell of columns that are called as what the kind has, and hold something else."""
    known = HEADINGS[mapping.kind]
    return [
        f"“{each.heading}” was left out: it is called so, but its values do not look like it. Map"
        " it, or leave it so."
        for each in rest
        if not each.template and each.share("full date") < _MIN_SHARE
        and any(
            target not in mapping.fields and target not in _OF_NOTHING
            and fold(each.heading) in phrases
            for target, phrases in known.items()
        )
    ]  # fmt: skip


def is_of_figures(mapping: Mapping, columns: list[FileColumn]) -> bool:
    """Say whether beside the names of things are figures or marks alone: sums, or who was where.

    >>> from db.exchange.mapping.column_mapping import FieldMap
    >>> names = FileColumn("Mission", 1, values={"Embassy Lima": None})
    >>> sums = [FileColumn(year, 1, values={"120000": None}) for year in ("2022", "2023")]
    >>> is_of_figures(Mapping("organizations", fields={"name": [FieldMap("Mission")]}),
    ...               [names, *sums])
    True
    """
    used = mapping.columns()
    rest = [each for each in columns if each.heading not in used and each.filled]
    figures = [
        each for each in rest
        if each.share("number") >= _MIN_SHARE or each.length() < _MIN_WORD_LETTERS
    ]  # fmt: skip
    targets = [name for name, maps in mapping.fields.items() if any(each.column for each in maps)]
    return len(targets) == 1 and len(figures) >= _MIN_FIGURES and len(figures) == len(rest)
