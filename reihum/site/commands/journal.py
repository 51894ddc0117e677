"""`reihum journal verify`: prove that nothing was changed or removed."""

from argparse import ArgumentParser, Namespace

from reihum.reads.journal import verify


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["verify"])


def run(_options: Namespace) -> int:
    """Return 1 and say where, if a line does not fit the one before it."""
    broken = verify()
    if broken is None:
        print("Das Journal ist unversehrt.")
        return 0
    print(broken.text.de)
    return 1
