"""docs/edureport.1 is the page that the program's help makes, and one that `man` can show."""

import re
import shutil
import subprocess

import pytest
from man_page import PAGE, man_page

from edureport.commands import COMMANDS


def test_the_page_says_what_the_help_says(request):
    if request.config.getoption("--update-golden"):
        PAGE.write_text(man_page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == man_page()


def test_every_command_has_its_section_and_every_option_of_it_stands_on_the_page(run):
    page = re.sub(r"\\f[BIP]|\\(?=-)", "", man_page())
    for name in COMMANDS:
        assert f"\n.SH {name.upper()}\n" in page
        options = re.findall(r"^  (?:-\w, )?(--[\w-]+)", run(name, "--help").text, re.MULTILINE)
        assert [option for option in options if option not in page] == []


@pytest.mark.parametrize(
    "tool", [("mandoc", "-Tlint"), ("groff", "-man", "-Tutf8", "-ww", "-z")], ids=" ".join
)
def test_the_page_is_sound(tool):
    if shutil.which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    done = subprocess.run([*tool, PAGE], check=False, capture_output=True, text=True, timeout=60)
    assert done.stdout + done.stderr == ""
