"""The notes of the readers as sentences for a person."""

from negotiator.documents.reading.document import Note
from negotiator.i18n import _, n_


def told(note: Note) -> str:
    """Say in one sentence what a reader did, left out or could not know."""
    count = note.count
    match note.code:
        case "encoding-guessed":
            return _(
                "The characters were taken for {encoding}; look whether accents and signs are right.",
                encoding=note.detail,
            )
        case "language-otherwise":
            return _("The words look like another language than was said: {language}.", language=note.detail)
        case "named-otherwise":
            return _("The name says otherwise, but the content is that of a {kind} file.", kind=note.detail)
        case "control-characters":
            return n_("{n} control character was left out.", "{n} control characters were left out.", count)
        case "front-matter":
            return n_(
                "{n} line of data about the file was left out.",
                "{n} lines of data about the file were left out.",
                count,
            )
        case "markup-left-out":
            return n_("{n} piece of markup was left out.", "{n} pieces of markup were left out.", count)
        case "tables":
            return n_(
                "{n} table is read row by row, cells divided by “|”.",
                "{n} tables are read row by row, cells divided by “|”.",
                count,
            )
        case "through-office":
            return _("LibreOffice turned the file into a Word file, which is what is read.")
        case "picture-pages":
            return n_(
                "Page {pages} is only a picture and is not read.",
                "Pages {pages} are only pictures and are not read.",
                count,
                pages=note.detail,
            )
        case "printed-notes":
            return n_(
                "{n} footnote is set apart from its page, told by its smaller print.",
                "{n} footnotes are set apart from their pages, told by their smaller print.",
                count,
            )
        case "pictures":
            return n_("{n} picture is not read.", "{n} pictures are not read.", count)
        case _:
            return _told_of_word(note)


def _told_of_word(note: Note) -> str:
    """Say what a reader of Word files has to say."""
    count = note.count
    match note.code:
        case "tracked-accepted":
            return n_(
                "{n} tracked change is read as if accepted.", "{n} tracked changes are read as if accepted.", count
            )
        case "tracked-rejected":
            return n_(
                "{n} tracked change is read as if rejected.", "{n} tracked changes are read as if rejected.", count
            )
        case "automatic-numbers":
            return n_(
                "{n} paragraph has an automatic number, worked out as Word shows it.",
                "{n} paragraphs have automatic numbers, worked out as Word shows them.",
                count,
            )
        case "numbers-not-rendered":
            return n_(
                "{n} paragraph has an automatic number that could not be worked out and is missing.",
                "{n} paragraphs have automatic numbers that could not be worked out and are missing.",
                count,
            )
        case "empty-numbered":
            return n_(
                "{n} numbered paragraph without words was left out.",
                "{n} numbered paragraphs without words were left out.",
                count,
            )
        case "number-format-unknown":
            return n_(
                "{n} automatic number is of an unknown kind and shown in digits.",
                "{n} automatic numbers are of an unknown kind and shown in digits.",
                count,
            )
        case "text-boxes":
            return n_(
                "The words of {n} text box stand after the paragraph that it hangs on.",
                "The words of {n} text boxes stand after the paragraphs that they hang on.",
                count,
            )
        case "comments":
            return n_("{n} comment is not part of the text.", "{n} comments are not part of the text.", count)
        case "hidden":
            return n_("{n} run of hidden text was left out.", "{n} runs of hidden text were left out.", count)
        case "macros":
            return _("The file carries macros; they are never run.")
        case "embedded":
            return n_("{n} embedded file is not read.", "{n} embedded files are not read.", count)
        case "missing-part":
            return _("The file names a part that is not in it: {part}.", part=note.detail)
        case _:
            return f"{note.code}: {note.detail or note.count}"
