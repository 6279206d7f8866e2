"""The band of the timeline: its days, lanes and bars, how they lie and how they are painted."""
