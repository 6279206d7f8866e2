"""What the timeline draws: what stands in which lane from when to when, and its bars."""
