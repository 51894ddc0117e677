"""The real data that an installation starts with, and how to read them."""

from pathlib import Path

from reihum.formats.history import History, parse, parse_bodies

FOLDER = Path(__file__).parent


def intmk() -> History:
    """Return what public sources say about the IntMK."""
    return parse(text("intmk"), "intmk.toml")


def other_bodies() -> tuple[History, ...]:
    """Return the names and members of the other conferences."""
    return parse_bodies(text("bodies"), "bodies.toml")


def words() -> list[str]:
    """Return short words that are easy to type, for passwords of the demonstration."""
    return (FOLDER / "words.txt").read_text("utf-8").split()


def text(name: str) -> str:
    return (FOLDER / f"{name}.toml").read_text("utf-8")
