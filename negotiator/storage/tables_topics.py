"""The table of topics of sessions and provisions."""

from sqlite_utils import Database

from negotiator.storage.tables import table


def topic_tags(db: Database) -> None:
    """What sessions and provisions are about; inputs carry their topics themselves."""
    table(
        db,
        "topic_tag",
        """session text references session (id), draft_text text references draft_text (id), path text not null,
        label text not null, topic text not null""",
        rules="check ((session is null) <> (draft_text is null))",
    )
    db.execute("create index topic_tag_session on topic_tag (session)")
    db.execute("create index topic_tag_place on topic_tag (draft_text, path)")
