"""Two copies of a desk brought together: their histories, the plan, the writing of it."""
