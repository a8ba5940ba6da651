"""The words of the interface, numbers and dates, as readers of Kazakh, Russian or English write them."""
