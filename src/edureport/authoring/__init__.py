"""Report files as somebody writes them: a first one, the next one, their form, and what an editor needs."""
