"""`reihum timer`: the clockwork as a process of its own."""

from argparse import ArgumentParser, Namespace

from reihum.timer.clockwork import forever, once


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="einmal, dann Schluss")


def run(options: Namespace) -> int:
    """Do what is due, once or again and again."""
    if options.once:
        print(f"{once()} Sendungen zugestellt.")
        return 0
    forever()
    return 0
