"""CSV, XLSX and ODS files as rows of text, whatever their encoding and dialect."""
