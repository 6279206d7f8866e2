"""Today: what an officer should see in the morning, as a panel of the timeline; no SQL."""
