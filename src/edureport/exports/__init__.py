"""Exports: what the chosen reports say, as a Dataset for other programs."""
