from datetime import datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.documents.reading import mail as reading
from negotiator.documents.reading.attached_names import safe_names
from negotiator.documents.reading.mail import MailAddress, read_mail
from negotiator.documents.reading.mail_notes import told_of_mail
from negotiator.errors import BadFile


def message(**heads: str) -> EmailMessage:
    made = EmailMessage()
    usual = {
        "From": '"Mission, Delegation A" <mission@a.example>',
        "To": "desk@un.example, Ben <ben@un.example>",
        "Cc": "ana@un.example",
        "Date": "Mon, 05 Feb 2018 23:30:00 -0500",
        "Subject": "Views on the draft",
    }
    for name, value in {**usual, **heads}.items():
        if value:
            made[name] = value
    made.set_content("Dear colleagues,\n\nPlease find our views.\n")
    return made


def test_an_email_says_who_wrote_to_whom_when_and_what() -> None:
    made = message()
    made.add_attachment(b"%PDF-1", maintype="application", subtype="pdf", filename="views.pdf")
    mail = read_mail(made.as_bytes(), "a.eml")
    assert mail.sender == MailAddress("Mission, Delegation A", "mission@a.example")
    assert mail.to == (MailAddress("", "desk@un.example"), MailAddress("Ben", "ben@un.example"))
    assert mail.cc == (MailAddress("", "ana@un.example"),)
    assert mail.date == datetime.fromisoformat("2018-02-05T23:30:00-05:00")
    assert (mail.subject, mail.language) == ("Views on the draft", "en")
    assert mail.text == "Dear colleagues,\n\nPlease find our views."
    assert [(each.name, each.media_type, each.data) for each in mail.attachments] == [
        ("views.pdf", "application/pdf", b"%PDF-1")
    ]
    assert mail.notes == ()


def test_without_plain_words_those_of_the_page_are_read() -> None:
    made = message()
    made.set_content("<p>Dear <b>all</b>,</p><script>x()</script><p>we agree.</p>", subtype="html")
    mail = read_mail(made.as_bytes(), "a.eml")
    assert mail.text == "Dear all,\nwe agree."
    assert [note.code for note in mail.notes] == ["mail-from-html"]


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "gb18030", "utf-8"])
def test_chinese_bodies_are_read_whatever_the_program_calls_their_encoding(charset: str) -> None:
    words = "各位同事：请查收本代表团对案文草案的书面意见，镕基。"
    head = f"From: a@a.example\nSubject: x\nContent-Type: text/plain; charset={charset}\n\n"
    encoded = words.encode("utf-8" if charset == "utf-8" else "gb18030")
    mail = read_mail(head.encode() + encoded, "a.eml")
    assert (mail.text, mail.language) == (words, "zh")


def test_encoded_and_bare_chinese_heads_are_read() -> None:
    encoded = read_mail(message(Subject="关于案文的意见").as_bytes(), "a.eml")
    assert encoded.subject == "关于案文的意见"
    bare = read_mail("From: 代表团 <a@a.example>\nSubject: 关于案文的书面意见\n\nx".encode("gb18030"), "a.eml")
    assert bare.subject == "关于案文的书面意见"
    assert bare.sender == MailAddress("代表团", "a@a.example")


@pytest.mark.parametrize("date", ["", "some day", "Mon, 99 Foo 2018 99:99:99 +9999", "Mon, 1 Jan 1805 00:00:00 +0000"])
def test_a_missing_date_is_said_to_be_missing(date: str) -> None:
    head = f"Date: {date}\n" if date else ""
    mail = read_mail(f"From: a@a.example\n{head}\nwords".encode(), "a.eml")
    assert mail.date is None
    assert "names no date" in " ".join(map(told_of_mail, mail.notes))


def test_an_attached_name_never_leaves_its_folder() -> None:
    made = message()
    for name in ("../../x", "..\\..\\x", "/etc/passwd", "con.txt", "a\u202efdp.exe", ".."):
        made.add_attachment(b"1", maintype="application", subtype="octet-stream", filename=name)
    mail = read_mail(made.as_bytes(), "a.eml")
    assert [each.name for each in mail.attachments] == [
        "x",
        "x-2",
        "passwd",
        "_con.txt",
        "afdp.exe",
        "attachment-6.bin",
    ]
    assert sum(note.code == "mail-name-changed" for note in mail.notes) == 6


def test_an_attached_email_stays_one_file() -> None:
    made = message()
    made.add_attachment(message(Subject="Inner"))
    (inner,) = read_mail(made.as_bytes(), "a.eml").attachments
    assert inner.media_type == "message/rfc822"
    assert read_mail(inner.data, inner.name).subject == "Inner"


def test_what_is_too_large_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIMIT", 100)
    with pytest.raises(BadFile, match="larger than"):
        read_mail(message().as_bytes(), "a.eml")


@pytest.mark.parametrize("data", [b"", b"words only", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000])
def test_what_is_no_email_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(BadFile) as told:
        read_mail(data, "a.eml")
    assert "a.eml" in told.value.message


def test_deep_nesting_is_read_without_end() -> None:
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(300))
    assert read_mail(b"From: a@a.example\n" + deep, "a.eml").attachments == ()


@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_read_or_refused(data: bytes) -> None:
    mail = read_mail(b"From: a@a.example\n" + data, "a.eml")
    assert "\x1b" not in mail.subject + mail.text


@given(st.lists(st.text(max_size=40), max_size=5))
def test_every_name_is_safe_and_its_own(called: list[str]) -> None:
    names = safe_names([(each, "text/plain") for each in called])
    assert len({name.casefold() for name in names}) == len(called)
    assert not any(set(name) & set('/\\:*?"<>|\0') or name in ("", ".", "..") for name in names)
