"""Names in scripts that are heard otherwise, or at all, since."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.names.phonetics.phonetic_keys import phonetic_key

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Write what such names sound like anew; the vocabulary is remade with every step."""
    connection = op.get_bind()
    name = sa.table("name", *(sa.column(each) for each in ("id", "text", "script", "skeleton")))
    wanted = sa.select(name.c.id, name.c.text, name.c.skeleton).where(name.c.script != "Latn")
    for key, text, before in connection.execute(wanted).all():
        after = phonetic_key(text)
        if after != before:
            connection.execute(sa.update(name).where(name.c.id == key).values(skeleton=after))
