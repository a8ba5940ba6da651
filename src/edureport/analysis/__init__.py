"""Numbers from the model: pure functions of quantities and periods."""
