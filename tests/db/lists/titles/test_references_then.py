"""What a record names is called as it was then, and the record stays as it is."""

from __future__ import annotations

from db import OfficeRef, Party, Ref, Tenure
from db.lists.titles.references_then import with_names

BURMA = {3: "Burma"}


def test_all_that_is_named_is_called_so() -> None:
    office = OfficeRef(9, "Minister", Ref(3, "Myanmar", "organization"))
    party = Party(who=Ref(3, "Myanmar", "organization"))
    assert with_names(Tenure(office=office), BURMA).office.organization.title == "Burma"
    assert with_names([party], BURMA)[0].who.title == "Burma"
    assert party.who is not None and party.who.title == "Myanmar"  # the record stays as it is


def test_what_needs_no_other_name_is_the_same() -> None:
    parties = [Party(who=Ref(4, "Peru"))]
    assert with_names(parties, BURMA) is parties
