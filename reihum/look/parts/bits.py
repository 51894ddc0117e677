"""Words that stay, come and go: marked for the eye and said for the ear."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from reihum.rules.text.redline import Bit


def marked(bits: Iterable[Bit]) -> SafeString:
    """Return the words; who listens hears where something is put in or struck out."""
    heard = {"ins": _("eingefügt:"), "del": _("gestrichen:")}
    end = _("Ende")
    return format_html_join(
        "",
        "{}",
        (
            (
                bit.text
                if bit.kind == "same"
                else format_html(
                    '<{0}><span class="kern-sr-only">[{1} </span>{2}'
                    '<span class="kern-sr-only"> {3}]</span></{0}>',
                    bit.kind, heard[bit.kind], bit.text, end,
                ),
            )
            for bit in bits
        ),
    )  # fmt: skip
