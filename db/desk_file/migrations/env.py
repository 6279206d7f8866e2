"""Alembic's entry: runs the steps on the connection that `upgrade` hands over."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=False,  # the transaction is the caller's: all steps or none
    render_as_batch=True,
    on_version_apply=lambda **_: context.config.attributes["on_step"](),
)
context.run_migrations()
