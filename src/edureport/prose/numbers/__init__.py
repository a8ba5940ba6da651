"""The numbers of a page: digits, number words, fractions and ranges."""
