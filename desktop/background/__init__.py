"""Threads, jobs and timers: whatever must not hold up the window is run from here."""
