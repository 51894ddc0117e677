"""What a page says, and what stands in its source, for tests of whole requests."""

import re
from html import unescape
from html.parser import HTMLParser

from django.http import HttpResponse

NB = "\N{NO-BREAK SPACE}"


class _Words(HTMLParser):
    """Collects the text between the tags, without styles and scripts."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_data(self, data):
        self.found.append(data)


def source(answer: HttpResponse) -> str:
    """Return the source of a page, with plain spaces and without entities."""
    return unescape(answer.content.decode()).replace(NB, " ")


def words(answer: HttpResponse) -> str:
    """Return what a page says, as one line."""
    reader = _Words()
    reader.feed(answer.content.decode())
    line = re.sub(r"\s+", " ", " ".join(reader.found).replace(NB, " "))
    return re.sub(r" ([.,;:!?)“])", r"\1", line)
