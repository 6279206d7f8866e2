"""One form for each kind, as data; a new kind is a file here and a line in this list."""

from __future__ import annotations

from typing import Final

from desktop.fields.agreement_fields import AGREEMENT
from desktop.fields.event_fields import EVENT
from desktop.fields.field_types import Form
from desktop.fields.organization_fields import ORGANIZATION
from desktop.fields.person_fields import PERSON

RECORD_FORMS: Final[dict[str, Form]] = {
    form.kind: form for form in (PERSON, ORGANIZATION, AGREEMENT, EVENT)
}

__all__ = ["RECORD_FORMS"]
