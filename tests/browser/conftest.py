"""A real Chromium against a real server with the demonstration data."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
MONDAY = "2026-11-23T09:00+01:00"
PATIENCE = 10_000
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    """Without Chromium the browser tests say that they were left out; CI fails."""
    if CHROMIUM is None and os.environ.get("CI") != "true":
        left_out = pytest.mark.skip(reason="left out: Debian's chromium is missing")
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(left_out)


class House:
    """A served installation; `at` serves the same data at another moment."""

    def __init__(self, var: Path, settings: Mapping[str, str] | None = None) -> None:
        self.var = var
        self.settings = dict(settings or {})
        self.process: subprocess.Popen[bytes] | None = None
        self.port = 0

    @property
    def password(self) -> str:
        """The one of all demonstration accounts."""
        table = (self.var / "vorfuehrkonten.txt").read_text("utf-8")
        return re.search(r"^Kennwort für alle: (\S+)$", table, re.MULTILINE)[1]  # type: ignore[index]

    def _environment(self, moment: str) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("REIHUM_")}
        kept.pop("DJANGO_SETTINGS_MODULE", None)
        own = {"REIHUM_VAR": str(self.var), "REIHUM_NOW": moment}
        return {**kept, **own, **self.settings}

    def reihum(self, *verb: str, moment: str = MONDAY) -> str:
        """Run a command at a moment to its good end, and return what it says."""
        return subprocess.run(  # noqa: S603
            [sys.executable, "-m", "reihum.site.cli", *verb],
            check=True, env=self._environment(moment), capture_output=True, text=True,
        ).stdout  # fmt: skip

    def at(self, moment: str = MONDAY) -> str:
        """Serve at a moment that stands still, always at the same address."""
        self.stop()
        self.port = self.port or free_port()
        self.process = subprocess.Popen(  # noqa: S603
            [
                sys.executable, "-m", "reihum.site.cli", "serve",
                "--address", f"127.0.0.1:{self.port}", "--no-timer",
            ],
            env=self._environment(moment), stdout=subprocess.DEVNULL,
        )  # fmt: skip
        self._wait()
        return self.address

    def _wait(self) -> None:
        """Ask until it answers; a server that dies meanwhile is an error at once."""
        for _ in range(400):
            try:
                with urllib.request.urlopen(f"{self.address}/gesundheit/bereit"):  # noqa: S310
                    return
            except OSError:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    code = self.process.wait(0.05)
                    raise ChildProcessError(code) from None
        raise TimeoutError("the server did not start")

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(10)
            self.process = None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Path:
    """The data of a new installation: built and loaded once, copied by the others."""
    found = House(tmp_path_factory.mktemp("prepared"))
    found.reihum("build")
    found.reihum("demo")
    return found.var


@contextlib.contextmanager
def served(
    prepared: Path, var: Path, settings: Mapping[str, str] | None = None
) -> Iterator[House]:
    """Serve a copy of the data; `settings` are variables of the environment."""
    shutil.copytree(prepared, var)
    found = House(var, settings)
    try:
        found.at()
        yield found
    finally:
        found.stop()


@pytest.fixture
def house(prepared, tmp_path) -> Iterator[House]:
    """An installation of its own, for tests that change something."""
    with served(prepared, tmp_path / "var") as found:
        yield found


@pytest.fixture(scope="session")
def showcase(prepared, tmp_path_factory) -> Iterator[House]:
    """An installation that tests only look at."""
    with served(prepared, tmp_path_factory.mktemp("showcase") / "var") as found:
        yield found


@pytest.fixture
def visit(chromium) -> Iterator[Callable[..., Page]]:
    """Open a window of one's own: `visit(house)`, or signed in `visit(house, "by")`."""
    contexts = []

    def open_window(house: House, account: str = "", **options) -> Page:
        context = chromium.new_context(locale="de-DE", **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{house.address}/buero/anmelden/" if account else house.address)
        if account:
            sign_in(page, account, house.password)
        return page

    yield open_window
    for context in contexts:
        context.close()


def sign_in(page: Page, account: str, password: str) -> None:
    page.get_by_label("Konto").fill(account)
    page.get_by_label("Kennwort").fill(password)
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("button", name="Abmelden")).to_be_visible()
