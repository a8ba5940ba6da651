"""What a report is: frozen values that know nothing of files, tables or languages."""
