"""Chromium without a window, spoken to through two pipes: pages opened, measured, shown and printed."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

HEARD = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
PAPERS = {"A4": (210 / 25.4, 297 / 25.4), "Letter": (8.5, 11)}  # inches


class Browser:
    """A running Chromium with one page, by its DevTools protocol; ends with the `with` block."""

    def __init__(self):
        name = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        if name is None:
            raise SystemExit("install Chromium (on Debian: apt-get install chromium)")
        self._home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        read_end, self._to = os.pipe()
        self._from, write_end = os.pipe()
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        command = [name, *options, "--remote-debugging-pipe", f"--user-data-dir={self._home.name}"]
        self._process = subprocess.Popen(
            ["sh", "-c", f'exec 3<&{read_end} 4>&{write_end}; exec "$@"', "sh", *command],
            pass_fds=(read_end, write_end),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read_end)
        os.close(write_end)
        self._left, self._number, self._session = b"", 0, None
        self.heard: list[str] = []
        self.version = self.ask("Browser.getVersion")["product"]
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait()
        os.close(self._to)
        os.close(self._from)
        self._home.cleanup()

    def ask(self, method: str, **parameters: Any) -> dict:
        """What Chromium answers to a command; RuntimeError where it refuses."""
        self._number += 1
        said = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            said["sessionId"] = self._session
        os.write(self._to, json.dumps(said).encode() + b"\0")
        while True:
            heard = self._hear()
            if heard.get("method") in HEARD:
                self.heard.append(f"console: {heard['params']}")
            if heard.get("id") == self._number:
                if "error" in heard:
                    raise RuntimeError(f"{method}: {heard['error']}")
                return heard["result"]

    def _hear(self) -> dict:
        while b"\0" not in self._left:
            got = os.read(self._from, 1 << 20)
            if not got:
                raise RuntimeError("Chromium has ended")
            self._left += got
        one, self._left = self._left.split(b"\0", 1)
        return json.loads(one)

    def listen(self) -> None:
        """Keep from now on in `heard` what the page writes to its console, and what goes wrong in it."""
        self.ask("Runtime.enable")
        self.ask("Log.enable")

    def open(self, path: Path) -> None:
        """Show a file, and wait until it is laid out; what was heard of another is forgotten."""
        self.heard = []
        self.ask("Page.navigate", url=path.resolve().as_uri())
        while self.run("document.readyState") != "complete":
            pass

    def look(self, width: int, *, dark: bool = False, height: int = 800) -> None:
        """Set the width of the window and whether its user prefers dark pages."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", media="screen", features=[scheme])

    def run(self, code: str) -> Any:
        """The value of an expression in JavaScript."""
        answer = self.ask("Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def picture(self, path: Path) -> None:
        """Save what the window shows."""
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot")["data"]))

    def printed(
        self, paper: str, *, landscape: bool = False, size_of_page: bool = False, width: float = 0
    ) -> bytes:
        """The page as a PDF, on paper or on a sheet of so many inches."""
        self.ask("Emulation.setEmulatedMedia", media="", features=[])
        wide, high = (width, 40) if width else PAPERS[paper]
        return base64.b64decode(
            self.ask(
                "Page.printToPDF",
                paperWidth=wide,
                paperHeight=high,
                landscape=landscape,
                printBackground=True,
                preferCSSPageSize=size_of_page,
            )["data"]
        )
