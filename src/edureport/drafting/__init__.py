"""Drafting: from the figures of a prose report to a first report file, to be completed by a person."""
