"""What reading needs to know of a language: one folder for each."""
