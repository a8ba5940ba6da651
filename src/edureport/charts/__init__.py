"""From reports to a Drawing: bars of sections, targets against time, a trend, parts of a whole."""
