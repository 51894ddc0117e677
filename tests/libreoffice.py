"""Talks to LibreOffice: run by the Python that Debian's python3-uno belongs to.

Reads a question a line (JSON) and answers with a line. Never imported by a test; it
knows nothing of Reihum, which makes it a witness.
"""

import contextlib
import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PATIENCE = 60.0


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
            "--invisible", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard",
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

    def command(self, document, name):
        frame = document.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, f".uno:{name}", "", 0, ())

    def look(self, question):
        """Return what a file holds, after accepting or rejecting all if that is asked."""
        with self.opened(question["file"]) as document:
            if question.get("all"):
                self.command(document, f"{question['all']}AllTrackedChanges")
            if question.get("pdf"):
                url = uno.systemPathToFileUrl(question["pdf"])
                document.storeToURL(url, (value("FilterName", "writer_pdf_Export"),))
            return {
                "paragraphs": list(paragraphs(document)),
                "changes": list(changes(document)),
                "comments": list(comments(document)),
                "left": sum(1 for _ in enumerated(document.Redlines)),
            }


def enumerated(access):
    found = access.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def plain_paragraphs(document):
    for one in enumerated(document.Text):
        if one.supportsService("com.sun.star.text.Paragraph"):
            yield one


def paragraphs(document):
    for one in plain_paragraphs(document):
        label = one.ListLabelString if one.NumberingIsNumber else ""
        yield {"text": one.String, "style": one.ParaStyleName, "label": label}


def changes(document):
    """Yield each stretch of changed text: author, kind, words."""
    open_ = {}
    for one in plain_paragraphs(document):
        for portion in enumerated(one):
            kind = portion.TextPortionType
            if kind == "Redline":
                if portion.IsStart:
                    open_[portion.RedlineIdentifier] = portion
                else:
                    open_.pop(portion.RedlineIdentifier, None)
            elif kind == "Text":
                for redline in open_.values():
                    yield {
                        "author": redline.RedlineAuthor,
                        "kind": redline.RedlineType,
                        "text": portion.String,
                    }


def comments(document):
    for one in enumerated(document.TextFields):
        if one.supportsService("com.sun.star.text.textfield.Annotation"):
            yield {"author": one.Author, "text": one.Content, "at": one.Anchor.String}


def main():
    process, pipe = started(sys.argv[1])
    try:
        office = Office(connected(pipe))
        for line in sys.stdin:
            print(json.dumps(office.look(json.loads(line))), flush=True)
    finally:
        with contextlib.suppress(Exception):
            office.desktop.terminate()
        process.terminate()
        process.wait(PATIENCE)


main()
