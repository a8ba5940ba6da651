"""Audit: the figures of a prose report against data, and against each other."""
