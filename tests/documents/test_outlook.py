from contextlib import suppress
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from negotiator.documents.reading.mail import MailAddress, read_mail
from negotiator.errors import BadFile
from tests.outlook_files import message_file

SENT = datetime(2018, 2, 6, 4, 30, tzinfo=UTC)
WHOLE = message_file(
    {0x0037: "关于草案的意见", 0x1000: "Dear colleagues,\r\nour views.", 0x0C1A: "Mission A", 0x0C1F: "m@a.example"},
    SENT,
    (("Desk", "desk@un.example", 1), ("", "ana@un.example", 2)),
    (("../views.txt", b"1. The wells stay open."),),
)


def test_a_msg_file_says_who_wrote_to_whom_when_and_what() -> None:
    mail = read_mail(WHOLE, "a.msg")
    assert mail.sender == MailAddress("Mission A", "m@a.example")
    assert (mail.to, mail.cc) == ((MailAddress("Desk", "desk@un.example"),), (MailAddress("", "ana@un.example"),))
    assert (mail.date, mail.subject) == (SENT, "关于草案的意见")
    assert mail.text == "Dear colleagues,\nour views."
    (attached,) = mail.attachments
    assert (attached.name, attached.called, attached.data) == ("views.txt", "../views.txt", b"1. The wells stay open.")


def test_one_without_date_or_sender_says_so() -> None:
    codes = [note.code for note in read_mail(message_file({0x1000: "words"}), "a.msg").notes]
    assert codes == ["mail-no-date", "mail-no-sender"]


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=40))
def test_a_broken_one_is_read_or_refused_in_a_sentence(place: int, junk: bytes) -> None:
    broken = WHOLE[:place] + junk + WHOLE[place + len(junk) :]
    with suppress(BadFile):
        assert read_mail(broken, "a.msg").name == "a.msg"
