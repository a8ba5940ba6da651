"""Which figures belong together, and whether they follow from one another."""
