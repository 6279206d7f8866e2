"""Merging from the window: another copy of the desk or a courier of it, and couriers for it."""
