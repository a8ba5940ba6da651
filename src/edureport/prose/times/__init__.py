"""From a page to the times that it names, and the time of each figure."""
