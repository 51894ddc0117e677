"""Mails of a saved search read as their language writes."""

import importlib.resources
import io

import pytest
from babel.messages.pofile import read_po
from django.utils.translation import gettext, ngettext, override

from reihum.jobs.model import Advertisement, Entry
from reihum.look.search_mail import Saved, finds

pytestmark = pytest.mark.unit

COOK = Entry(
    best=Advertisement(source="x", id="1", title="Koch", url="https://x.example/1"),
    offers=(),
)


@pytest.mark.parametrize("language", ["de", "fr"])
def test_a_colon_stands_as_the_language_writes_it(language):
    """As its catalogue says, or as in German as long as that is not compiled."""
    saved = Saved("key", language, "https://reihum.example", "was=Koch", "day")
    mail = finds(saved, [COOK], first=True)
    with override(language):
        count = ngettext("%(count)s Stelle", "%(count)s Stellen", 1) % {"count": 1}
        head = gettext("%(head)s: %(what)s") % {"head": count, "what": "Koch"}
    assert mail.subject == head
    assert mail.body.startswith(f"{head}\n")


def test_french_puts_a_space_before_the_colon():
    texts = importlib.resources.files("reihum.look") / "locale/fr/LC_MESSAGES/django.po"
    catalog = read_po(io.BytesIO(texts.read_bytes()))
    text = catalog["%(head)s: %(what)s"].string
    assert text == "%(head)s\N{NARROW NO-BREAK SPACE}: %(what)s"
