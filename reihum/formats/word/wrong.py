"""What is said about a file that is not taken: what it is, and what helps."""

from reihum.rules.words import Refusal


def _refusal(de: str, en: str) -> Refusal:
    return Refusal.invalid(de, en, "file")


EMPTY = _refusal(
    "Die Datei ist leer. Bitte wählen Sie die Word-Datei (.docx) noch einmal aus.",
    "The file is empty. Please choose the Word file (.docx) once more.",
)
LARGE = _refusal(
    "Die Datei ist größer als 20 MB. Meist sind es die Bilder: Bitte nehmen Sie sie"
    " heraus und laden Sie die Datei noch einmal hoch.",
    "The file is larger than 20 MB. Mostly it is the pictures: please take them out"
    " and upload the file again.",
)
OLD_WORD = _refusal(
    "Das ist eine Datei im alten Word-Format (.doc). Bitte öffnen Sie sie in Word"
    " und speichern Sie sie mit „Speichern unter“ als „Word-Dokument (.docx)“.",
    "This is a file in the old Word format (.doc). Please open it in Word and save"
    " it with “Save as” as a “Word document (.docx)”.",
)
OLD_OFFICE = _refusal(
    "Das ist eine Datei in einem alten Office-Format, aber kein Word-Dokument."
    " Bitte speichern Sie den Text in Word als „Word-Dokument (.docx)“.",
    "This is a file in an old Office format, but no Word document. Please save the"
    " text in Word as a “Word document (.docx)”.",
)
PASSWORD = _refusal(
    "Die Datei ist mit einem Kennwort geschützt und kann nicht gelesen werden. Bitte"
    " nehmen Sie das Kennwort heraus (in Word: Datei, Informationen, Dokument"
    " schützen) und laden Sie sie noch einmal hoch.",
    "The file is protected by a password and cannot be read. Please remove the"
    " password (in Word: File, Info, Protect Document) and upload it again.",
)
OPEN_DOCUMENT = _refusal(
    "Das ist eine OpenDocument-Datei (.odt). Bitte öffnen Sie sie in LibreOffice und"
    " wählen Sie Datei, Speichern unter, Dateityp „Word 2007–365 (.docx)“;"
    " nachverfolgte Änderungen bleiben dabei erhalten.",
    "This is an OpenDocument file (.odt). Please open it in LibreOffice and choose"
    " File, Save As, file type “Word 2007–365 (.docx)”; tracked changes are kept.",
)
RICH_TEXT = _refusal(
    "Das ist eine RTF-Datei. Bitte öffnen Sie sie in Word oder LibreOffice und"
    " speichern Sie sie als „Word-Dokument (.docx)“.",
    "This is an RTF file. Please open it in Word or LibreOffice and save it as a"
    " “Word document (.docx)”.",
)
PDF = _refusal(
    "Das ist eine PDF-Datei. In ihr stehen keine Absätze, die sich ändern lassen:"
    " Bitte laden Sie die Word-Datei (.docx) hoch, aus der sie entstanden ist.",
    "This is a PDF file. It holds no paragraphs that could be changed: please upload"
    " the Word file (.docx) that it was made from.",
)
PICTURE = _refusal(
    "Das ist ein Bild und keine Word-Datei, auch wenn der Name es anders sagt. Bitte"
    " laden Sie den Text als Word-Datei (.docx) hoch.",
    "This is a picture and no Word file, whatever its name says. Please upload the"
    " text as a Word file (.docx).",
)
OTHER_OFFICE = _refusal(
    "Das ist eine Tabelle oder eine Präsentation und kein Word-Dokument. Bitte laden"
    " Sie den Text als Word-Datei (.docx) hoch.",
    "This is a spreadsheet or a presentation and no Word document. Please upload the"
    " text as a Word file (.docx).",
)
FLAT = _refusal(
    "Das ist ein Word-Dokument, das als XML gespeichert ist. Bitte öffnen Sie es in"
    " Word und speichern Sie es als „Word-Dokument (.docx)“.",
    "This is a Word document that was saved as XML. Please open it in Word and save"
    " it as a “Word document (.docx)”.",
)
NO_WORD = _refusal(
    "Das ist keine Word-Datei. Bitte laden Sie den Text als Word-Datei (.docx) hoch.",
    "This is no Word file. Please upload the text as a Word file (.docx).",
)
MACROS = _refusal(
    "Die Datei enthält Makros; solche Dateien nehmen wir nicht an. Bitte speichern"
    " Sie sie in Word als „Word-Dokument (.docx)“ ohne Makros.",
    "The file contains macros; we do not take such files. Please save it in Word as a"
    " “Word document (.docx)” without macros.",
)
ENCRYPTED = _refusal(
    "Teile der Datei sind verschlüsselt und können nicht gelesen werden. Bitte"
    " speichern Sie den Text in Word neu als „Word-Dokument (.docx)“, ohne Kennwort.",
    "Parts of the file are encrypted and cannot be read. Please save the text anew in"
    " Word as a “Word document (.docx)”, without a password.",
)
DAMAGED = _refusal(
    "Die Datei ist beschädigt und lässt sich nicht vollständig lesen. Bitte öffnen"
    " Sie sie in Word, speichern Sie sie neu und laden Sie sie noch einmal hoch.",
    "The file is damaged and cannot be read completely. Please open it in Word, save"
    " it anew and upload it again.",
)
ENTITIES = _refusal(
    "In der Datei steht eine Dokumenttyp-Angabe, wie Word sie nie schreibt; sie kann"
    " Schaden anrichten. Bitte speichern Sie den Text in Word neu als"
    " „Word-Dokument (.docx)“.",
    "The file holds a document type declaration, which Word never writes and which"
    " can do harm. Please save the text anew in Word as a “Word document (.docx)”.",
)
BOMB = _refusal(
    "Die Datei enthält ausgepackt weit mehr, als ein Antrag je umfasst; wir haben das"
    " Auspacken abgebrochen. Bitte kopieren Sie den Text in ein neues Word-Dokument"
    " und laden Sie dieses hoch.",
    "Unpacked, the file holds far more than any motion does; we stopped unpacking it."
    " Please copy the text into a new Word document and upload that.",
)
