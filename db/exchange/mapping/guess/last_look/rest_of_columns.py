"""What a guess says of columns that it takes nothing from though their values are plain: days that
no heading explains, further people in a list of people. `mapping_guess` asks.
"""

from __future__ import annotations

from db.exchange.mapping.column_mapping import Mapping
from db.exchange.mapping.guess.shapes import FileColumn

_MIN_SHARE = 0.8  # of the values
_OF_PEOPLE = ("people", "tenures", "organizations")
#: kinds, what was not taken, how its values look, and what is said of them
_TOLD = (
    (("people", "organizations"), "email", "email", "holds e-mail addresses"),
    (("people", "organizations"), "phone", "phone", "holds telephone numbers"),
    (("organizations",), "website", "url", "holds web addresses"),
    (("people", "tenures"), "organization", "body", "names bodies"),
    (("people", "tenures"), "office", "office", "has titles of offices"),
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
        if not each.template and each.share("full date") >= _MIN_SHARE
    ]
    remarks += [
        f"“{each.heading}” {_SHORT_YEARS}"
        for each in rest
        if not each.template and each.share("short year") >= _MIN_SHARE
    ]
    remarks += [
        f"“{each.heading}” {what} and was left out; map it, or leave it so."
        for kinds, target, look, what in _TOLD
        if mapping.kind in kinds and target not in mapping.fields
        for each in rest
        if not each.template and each.share(look) >= _MIN_SHARE
    ]
    if mapping.kind in _OF_PEOPLE:
        remarks += [
            f"“{each.heading}” names people as well and was left out; import the file again with a"
            " map that takes them, or leave it so."
            for each in rest
            if not each.template and each.share("person") >= _MIN_SHARE
        ]
    return remarks
