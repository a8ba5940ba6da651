"""Audit: the figures of a written report against data, and against each other."""
