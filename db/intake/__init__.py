"""Reading of articles and cables into proposed records, by rules and lexicons alone."""
