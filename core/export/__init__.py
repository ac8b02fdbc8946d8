"""Export: an analysis as JSON, CSV, picture and report. Wording is decided by the analysis, form here."""
