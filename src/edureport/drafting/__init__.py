"""Drafting: from the figures of a written report to a first report file, to be completed by a person."""
