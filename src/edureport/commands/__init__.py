"""One module per command, imported when it runs; add a command here and its words to each catalogue.

The module has the name of the command; in it a function of that name and a pure `<name>_table`.
"""

COMMANDS = ("summary", "check", "targets", "compare", "show", "audit")
