"""Talks to LibreOffice: run by the Python that Debian's python3-uno belongs to.

Reads a question a line (JSON) and answers with a line. Never imported by a test; it
knows nothing of Reihum, which makes it a witness.
"""

# ruff: noqa: FBT003, S607, T201 – UNO takes its flags by position; the answer is printed

import contextlib
import functools
import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PATIENCE = 60.0
BULLET = 6  # com.sun.star.style.NumberingType.CHAR_SPECIAL


def value(name, what):
    found = PropertyValue()
    found.Name, found.Value = name, what
    return found


def started(folder):
    """Start LibreOffice with a profile of its own; it listens at a pipe."""
    pipe = f"reihum-{Path(folder).name}"
    process = subprocess.Popen(  # noqa: S603
        [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--norestore", "--nologo", "--nodefault", "--nofirststartwizard",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return process, pipe


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(
                f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
            )
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


class Office:
    def __init__(self, context):
        self.services = context.ServiceManager
        self.context = context
        self.desktop = self.service("com.sun.star.frame.Desktop")
        self.dispatcher = self.service("com.sun.star.frame.DispatchHelper")

    def service(self, name):
        return self.services.createInstanceWithContext(name, self.context)

    @contextlib.contextmanager
    def opened(self, path):
        url = uno.systemPathToFileUrl(path)
        document = self.desktop.loadComponentFromURL(
            url, "_blank", 0, (value("Hidden", True),)
        )
        try:
            yield document
        finally:
            document.close(True)

    def command(self, document, name, **given):
        frame = document.CurrentController.Frame
        values = tuple(value(one, what) for one, what in given.items())
        self.dispatcher.executeDispatch(frame, f".uno:{name}", "", 0, values)

    def named(self, author):
        """Work under a name: it stands at each change that is noted."""
        provider = self.service("com.sun.star.configuration.ConfigurationProvider")
        profile = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess",
            (value("nodepath", "/org.openoffice.UserProfile/Data"),),
        )
        profile.setPropertyValue("givenname", author)
        profile.commitChanges()

    def type(self, question):
        """Do things in a file, as a person would, and keep it as a Word file."""
        self.named(question["author"])
        with self.opened(question["file"]) as document:
            document.RecordChanges = question["noted"]
            hands = Hands(self, document)
            for name, *rest in question["steps"]:
                getattr(hands, name)(*rest)
            url = uno.systemPathToFileUrl(question["to"])
            document.storeToURL(url, (value("FilterName", "MS Word 2007 XML"),))
        return []

    def look(self, question):
        """Return what a file holds, after accepting or rejecting all if that is asked.

        Its whole content is written down as flat OpenDocument; the labels of numbers
        are not in there and are asked for one by one, which takes its time.
        """
        with self.opened(question["file"]) as document:
            if question["all"]:
                self.command(document, f"{question['all']}AllTrackedChanges")
            for name, path in question["save"].items():
                url = uno.systemPathToFileUrl(path)
                document.storeToURL(url, (value("FilterName", name),))
            return list(labels(document)) if question["labels"] else []


class Hands:
    """What a person does with keyboard, mouse and clipboard in an open document."""

    def __init__(self, office, document):
        self.document = document
        self.cursor = document.CurrentController.ViewCursor
        self.press = functools.partial(office.command, document)

    def replace(self, old, new):
        self._found(old).setString(new)

    def enter(self, behind):
        """Press Enter behind these words."""
        self.cursor.gotoRange(self._found(behind).End, False)
        self.press("InsertPara")

    def write(self, text):
        """Type where the cursor is."""
        self.press("InsertText", Text=text)

    def add(self, words, text):
        """Press Enter at the end of the paragraph with these words, and type."""
        self.cursor.gotoRange(self._paragraph(words).End, False)
        self.press("InsertPara")
        self.write(text)

    def delete(self, first, last=None):
        """Select whole paragraphs, with what ends them, and delete them."""
        self._select(first, last or first)
        self.press("Delete")

    def join(self, words):
        """Press Delete at the end of a paragraph."""
        self.cursor.gotoRange(self._paragraph(words).End, False)
        self.press("Delete")

    def clear(self, first, last=None):
        """Select from the first to the last of these words, and delete them."""
        self.cursor.gotoRange(self._found(first).Start, False)
        self.cursor.gotoRange(self._found(last or first).End, True)
        self.press("Delete")

    def above(self, words, text):
        """Type at the beginning of a paragraph, and press Enter behind it."""
        self.cursor.gotoRange(self._paragraph(words).Start, False)
        self.write(text)
        self.press("InsertPara")

    def back(self, words):
        """Press Backspace at the beginning of a paragraph."""
        self.cursor.gotoRange(self._paragraph(words).Start, False)
        self.press("SwBackspace")

    def move(self, words, before):
        """Cut a paragraph and paste it before another one."""
        self._select(words, words)
        self.press("Cut")
        self.cursor.gotoRange(self._paragraph(before).Start, False)
        self.press("Paste")

    def indent(self, words):
        """Press Tab at the beginning of an item of a list."""
        self.cursor.gotoRange(self._paragraph(words).Start, False)
        self.press("DecrementLevel")

    def outdent(self, words):
        self.cursor.gotoRange(self._paragraph(words).Start, False)
        self.press("IncrementLevel")

    def bold(self, words):
        self.cursor.gotoRange(self._found(words), False)
        self.press("Bold", Bold=True)

    def comment(self, words, text):
        self.cursor.gotoRange(self._found(words), False)
        self.press("InsertAnnotation", Text=text)

    def _found(self, words):
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        found = self.document.findFirst(search)
        if found is None:  # whoever reads the test has to see which words these are
            sys.exit(f"there is no {words!r} in the file")
        return found

    def _paragraph(self, words):
        """Return a cursor over the paragraph with these words."""
        found = self._found(words)
        cursor = found.Text.createTextCursorByRange(found.Start)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def _select(self, first, last):
        """Select from the start of a paragraph to the start of the one behind."""
        self.cursor.gotoRange(self._paragraph(first).Start, False)
        behind = self._paragraph(last)
        behind.gotoNextParagraph(False)
        self.cursor.gotoRange(behind.Start, True)


def enumerated(access):
    found = access.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def labels(document):
    """Yield what is printed before each paragraph."""
    for one in enumerated(document.Text):
        if one.supportsService("com.sun.star.text.Paragraph"):
            yield label(one)


def label(one):
    """Return what is printed before a paragraph, also if it is a dash."""
    if not one.NumberingIsNumber or one.NumberingRules is None:
        return ""
    level = one.NumberingRules.getByIndex(one.NumberingLevel)
    found = {each.Name: each.Value for each in level}
    if found["NumberingType"] == BULLET:
        return found["BulletChar"]
    return one.ListLabelString


def main():
    process, pipe = started(sys.argv[1])
    try:
        office = Office(connected(pipe))
        for line in sys.stdin:
            question = json.loads(line)
            work = office.type if "steps" in question else office.look
            print(json.dumps(work(question)), flush=True)
    finally:
        with contextlib.suppress(Exception):
            office.desktop.terminate()
        process.terminate()
        process.wait(PATIENCE)


main()
