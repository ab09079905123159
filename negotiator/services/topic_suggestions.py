"""What an input seems to be about, for a person to confirm."""

from negotiator.domain.topic_clues import Clue, topic_clues
from negotiator.errors import NotFound
from negotiator.services.inputs import get_input
from negotiator.services.processes import get_process
from negotiator.services.topics import topics_of
from negotiator.storage.input_lives import words_of_files
from negotiator.workspace import Workspace


def suggested_topics(workspace: Workspace, code: str) -> tuple[Clue, ...]:
    """Return the topics that an input seems to be about, by its title, its note and the words of its files.

    Those it is tagged with already are left out. Raises `NotFound` where there is no such input.
    """
    each = get_input(workspace, code)
    try:
        topics = topics_of(get_process(workspace).code)
    except NotFound:
        return ()
    with workspace.reading() as db:
        words = words_of_files(db, each.id)
    names = [(topic.code, (topic.title.en, topic.title.zh or "")) for topic in topics]
    held = {topic.casefold() for topic in each.topics}
    clues = topic_clues("\n".join([each.title, each.note, *words]), names)
    return tuple(clue for clue in clues if clue.topic.casefold() not in held)
