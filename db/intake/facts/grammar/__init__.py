"""What stands where in a sentence: its units and clauses, who does what, when, in what mood."""
