"""Lists of the office as files for further processing: spreadsheets (XLSX) and CSV."""
