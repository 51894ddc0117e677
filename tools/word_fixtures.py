"""Make the Word files that the tests read: tests/formats/word/files/.

    python3 tools/word_fixtures.py

Needs LibreOffice with its Python bridge (Debian: libreoffice-writer, python3-uno), so
run it with the system's Python. One file is written as Microsoft Word writes, with
everything that Word puts around the words; LibreOffice writes the others. For each,
LibreOffice also says what the text is with all changes accepted, and rejected.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno  # the system's
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.formats.word import as_word  # noqa: E402
from tests.formats.word.as_libreoffice import FODT  # noqa: E402

FILES = ROOT / "tests/formats/word/files"
PIPE = "reihum-word-fixtures"
DOCX = "MS Word 2007 XML"
VIEWS = {"accepted": "AcceptAllTrackedChanges", "rejected": "RejectAllTrackedChanges"}


def main() -> None:
    FILES.mkdir(exist_ok=True)
    (FILES / "word.docx").write_bytes(as_word.tracked())
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "libreoffice.fodt"
        source.write_text(FODT, "utf-8")
        office = start(folder)
        try:
            desktop = connect()
            convert(desktop, source, FILES / "libreoffice.docx")
            convert(desktop, FILES / "word.docx", FILES / "libreoffice-from-word.docx")
            for name in ("word", "libreoffice", "libreoffice-from-word"):
                for view, command in VIEWS.items():
                    text = view_of(desktop, FILES / f"{name}.docx", command)
                    (FILES / f"{name}.{view}.txt").write_text(text, "utf-8")
        finally:
            office.terminate()
            office.wait()
    for path in sorted(FILES.iterdir()):
        print(f"{path.stat().st_size:>7} {path.relative_to(ROOT)}")


def start(folder: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([  # noqa: S603, S607
        "soffice",
        f"-env:UserInstallation=file://{folder}/profile", "--headless",
        "--norestore", f"--accept=pipe,name={PIPE};urp;",
    ])  # fmt: skip


def connect():  # noqa: ANN201 – the bridge has no types
    resolver = uno.getComponentContext().ServiceManager.createInstance(
        "com.sun.star.bridge.UnoUrlResolver"
    )
    for _ in range(100):
        try:
            context = resolver.resolve(
                f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext"
            )
        except NoConnectException:
            time.sleep(0.2)
        else:
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
    sys.exit("LibreOffice does not answer.")


def convert(desktop, source: Path, target: Path) -> None:  # noqa: ANN001
    document = load(desktop, source)
    document.storeToURL(target.as_uri(), (named("FilterName", DOCX),))
    document.close(True)  # noqa: FBT003


def view_of(desktop, source: Path, command: str) -> str:  # noqa: ANN001
    """Return the paragraphs, a line each, after a command on all changes."""
    document = load(desktop, source)
    frame = document.CurrentController.Frame
    helper = uno.getComponentContext().ServiceManager.createInstance(
        "com.sun.star.frame.DispatchHelper"
    )
    helper.executeDispatch(frame, f".uno:{command}", "", 0, ())
    found = document.Text.createEnumeration()
    lines = []
    while found.hasMoreElements():
        one = found.nextElement()
        if one.supportsService("com.sun.star.text.Paragraph"):
            lines.append(one.String)
    document.close(True)  # noqa: FBT003
    return "\n".join(filter(str.strip, lines)) + "\n"


def load(desktop, source: Path):  # noqa: ANN001, ANN201
    return desktop.loadComponentFromURL(
        source.as_uri(),
        "_blank",
        0,
        (named("Hidden", True),),  # noqa: FBT003
    )


def named(name: str, value: object) -> PropertyValue:
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


if __name__ == "__main__":
    main()
