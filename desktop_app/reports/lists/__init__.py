"""The lists of the office as files that others go on with: spreadsheets (XLSX) and CSV."""
