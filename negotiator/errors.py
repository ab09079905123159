"""What can go wrong that a person can mend: one sentence each, and the exit code a shell sees."""


class NegotiatorError(Exception):
    """A sentence for a person; its class gives the exit code of the command line."""

    exit_code = 2
    """What the command line exits with."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class WrongUsage(NegotiatorError):
    """The command, a value or a date cannot be understood."""

    exit_code = 2


class NotFound(NegotiatorError):
    """No such workspace, session, speaker, input or draft."""

    exit_code = 3


class Refused(NegotiatorError):
    """A rule of the process or of the house forbids it; the sentence says which."""

    exit_code = 4


class BadFile(NegotiatorError):
    """A file cannot be read as what it claims to be; the sentence says where."""

    exit_code = 5


class DatabaseTrouble(NegotiatorError):
    """The database is busy, damaged, full, out of reach or newer than this program."""

    exit_code = 6
