"""Tables as sources: CSV files and sheets, described once in a few lines of YAML."""
