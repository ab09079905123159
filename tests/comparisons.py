"""Comparisons of short texts, as files of that name would give them."""

from negotiator.comparing.comparison import Comparison, Side
from negotiator.documents.reading.registry import read
from negotiator.services.comparisons import compared, document_side
from negotiator.text.provision import Kind, Provision


def comparison_of(old: str, new: str, ending: str = "txt") -> Comparison:
    """Compare two texts as files called `old` and `new`."""
    return compared(
        *(document_side(read(text.encode(), f"{name}.{ending}")) for name, text in (("old", old), ("new", new)))
    )


def comparison_of_words(old: list[str], new: list[str]) -> Comparison:
    """Compare provisions that hold these very words, control characters and all, as a database might hand them out."""
    sides = [
        Side(name, "en", "", tuple(Provision(n, Kind.PARAGRAPH, f"{n}", f"{n}.", text) for n, text in enumerate(words)))
        for name, words in (("old\x1b[31m", old), ("new\x9b", new))
    ]
    return compared(*sides)


KEPT = "Recruiters who break the rules lose their licence for two seasons"
SHARED = "tates exchange the names of recruiters who have lost their licence, so that nobody begins again elsewhere."

EVERYTHING = comparison_of(
    f"""Sample text

I. Aims

1. States shall keep the firewall between inspection and control, and they shall tell workers of it in good time.

2. {KEPT}.

3. S{SHARED}

4. Every worker receives a copy of the contract before leaving home.

5. The Secretariat reports every two years on the steps taken under paragraph 3 above.

6. This paragraph goes away and nothing takes its place.

7. "Season" means a part of the year.
""",
    f"""Sample text

I. Aims

1. Every worker receives a copy of the contract before leaving home.

2. States should keep the [firewall] between inspection and control.

3. They shall tell workers of it in good time.

4. {KEPT}, and S{SHARED}

5. The Secretariat reports every two years on the steps taken under paragraph 4 above.

8. “Season” means a part of the year.

9. An entirely new thought stands at the end of the text.
""",
)
"""One change of every kind."""
