"""Slips: whether two numbers differ as they do when one digit is wrong, or two have changed places."""

SINGLE = frozenset(range(1, 10))  # one digit
SWAPPED = frozenset(9 * digit for digit in range(1, 10))  # two digits beside each other
ERROR = 1e-6


def is_slip(computed: float, stated: float, step: float) -> bool:
    """Whether two numbers differ by one digit of one of them; `step` is one of their last digit."""
    off = round(abs(computed - stated) / step)
    if not off or abs(off * step - abs(computed - stated)) > ERROR * max(step, abs(stated)):
        return False
    while off % 10 == 0:
        off //= 10
    return off in SINGLE or off in SWAPPED


def digits(number: float, step: float) -> int:
    """How many digits a number has down to its last step."""
    return len(str(round(abs(number) / step)))
