"""Characters of symbol fonts, which have no meaning of their own elsewhere."""

UNKNOWN = "□"
# Symbol and Wingdings keep their signs in the private area from F000 on.
_COMMON = {
    0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0xE0: "→",
    0xDF: "←", 0xE8: "→", 0x2D: "–", 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥",
    0xB9: "≠", 0xAE: "→", 0xA2: "′", 0xD7: "·", 0xBE: "—", 0x6F: "☐", 0x9F: "•",
}  # fmt: skip
_PRIVATE, _END = 0xE000, 0xF8FF


def sign(code: str) -> str:
    """Return the character that stands for one given as "F0B7"."""
    try:
        number = int(code, 16)
        character = chr(number)
    except (ValueError, OverflowError):
        return UNKNOWN
    if _PRIVATE <= number <= _END:
        return _COMMON.get(number & 0xFF, UNKNOWN)
    return character if character.isprintable() else UNKNOWN
