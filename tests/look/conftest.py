"""Components are rendered as a template would, and read as a browser would."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from django.template import engines
from django.utils import translation

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    text: str = ""
    parents: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> str | None:
        return self.attributes.get(name)

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    @property
    def words(self) -> str:
        return " ".join(self.text.replace("\xa0", " ").split())


@dataclass
class Page(HTMLParser):
    source: str
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[Element] = []
        self.feed(self.source)
        assert not self.open, [element.tag for element in self.open]

    def handle_starttag(self, tag, attrs):
        parents = tuple(element.tag for element in self.open)
        element = Element(tag, dict(attrs), parents=parents)
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        parents = tuple(element.tag for element in self.open)
        self.elements.append(Element(tag, dict(attrs), parents=parents))

    def handle_endtag(self, tag):
        assert self.open.pop().tag == tag

    def handle_data(self, data):
        for element in self.open:
            element.text += data

    def all(self, tag: str = "", class_: str = "") -> list[Element]:
        return [
            element
            for element in self.elements
            if tag in ("", element.tag) and (not class_ or class_ in element.classes)
        ]

    def one(self, tag: str = "", class_: str = "") -> Element:
        (element,) = self.all(tag, class_)
        return element


@pytest.fixture
def show():
    """Render a piece of template: `show("{% tag 'late' %}")`, then read the page."""

    def render(template: str, language: str = "de", **context: object) -> Page:
        source = "{% load i18n look %}" + template
        with translation.override(language):
            return Page(engines["django"].from_string(source).render(context))

    return render
