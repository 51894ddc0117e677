"""What a Word file of a motion is written from."""

from dataclasses import dataclass

from reihum.rules.text import Paragraph, Part
from reihum.rules.words import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionPaper:
    """A motion as it is printed; every string stands on the paper as it is here.

    `conference` "22. Integrationsministerkonferenz am 14. und 15. April 2027 in Mainz",
    `submitters` and `cosponsors` the names of Länder, `state` "Fassung 3 vom 4. März
    2027", `motto` that of the chair. `paragraphs` are those of all parts; the title is
    `title` unless there is a paragraph of that part. The paper itself is German;
    `language` is that of what Reihum says about it, in comments.
    """

    body: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    conference: str = ""
    motto: str = ""
    lead: bool = False
    submitters: tuple[str, ...] = ()
    cosponsors: tuple[str, ...] = ()
    state: str = ""
    language: Language = "de"

    def of(self, part: Part) -> tuple[Paragraph, ...]:
        return tuple(one for one in self.paragraphs if one.part is part)

    @property
    def kind(self) -> str:
        return "Leitantrag" if self.lead else "Antrag"
