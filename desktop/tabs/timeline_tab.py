"""The timeline: a painted band of the events above their chronology, with one selection."""

from __future__ import annotations

from desktop.tabs.record_tab import RecordTab


class TimelineTab(RecordTab):
    """Events over time."""
