"""The office's Word template (Vorlage) for motions: what is said about it."""

from reihum.rules.words import Refusal


def no_template() -> Refusal:
    """Say that there is none to take away."""
    return Refusal.conflict(
        "Es ist keine eigene Vorlage hinterlegt; Anträge erscheinen in der "
        "mitgelieferten.",
        "There is no template of your own; motions appear in the built-in one.",
    )
