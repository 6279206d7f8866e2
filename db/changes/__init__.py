"""What is done with records: saved, removed, reverted, merged, each a change of the history."""
