"""From numbers to figures: what each says, of what, and within which bounds."""
