"""CSV, XLSX, XLS and ODS files as rows of text, whatever their encoding and dialect."""
