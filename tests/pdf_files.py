"""Builds small PDF files out of words and places, in a font that every reader has."""

from collections.abc import Sequence

Words = tuple[float, float, float, str]
"""Left, foot, size, words."""


def pdf_file(pages: Sequence[Sequence[Words] | bytes], trailer: str = "") -> bytes:
    """A PDF file; a page is a list of words at their places, or the bytes of its drawing as they stand."""
    drawings = [page if isinstance(page, bytes) else _drawn(page) for page in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, drawing in enumerate(drawings):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(drawing)} >>\nstream\n".encode() + drawing + b"\nendstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode()


def _drawn(words: Sequence[Words]) -> bytes:
    lines = []
    for left, foot, size, said in words:
        escaped = said.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        lines.append(f"BT /F {size} Tf 1 0 0 1 {left} {foot} Tm ({escaped}) Tj ET")
    return "\n".join(lines).encode("cp1252")


PICTURE = b"q 400 0 0 400 90 200 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
"""The drawing of a page that is a picture and nothing else."""
