"""One form for each kind, as data; a new kind is a file here and a line in this list."""

from __future__ import annotations

from typing import Final

from desktop.forms.agreement import AGREEMENT
from desktop.forms.event import EVENT
from desktop.forms.fields import Form
from desktop.forms.organization import ORGANIZATION
from desktop.forms.person import PERSON

FORMS: Final[dict[str, Form]] = {
    form.kind: form for form in (PERSON, ORGANIZATION, AGREEMENT, EVENT)
}

__all__ = ["FORMS"]
