"""What a text says of those it names: dates, sums, agreements, events and their outcome."""
