"""What can go wrong, as one tree.

* AudioEditionError      one line: what, where, what to do
  x IssueError           the issue cannot be read
  x ConfigError          a setting is wrong; names the file and the key
  x SpeechError          an utterance could not be spoken; trying again may help
    - SpeechRefused      trying again will not
      . SpeechGivenUp    trying again did not
    - SpeechThrottled    the service asks for patience; carries how long
  x PublishError         an artifact could not be made or written
"""


class AudioEditionError(Exception):
    """The root: `str(error)` is the one line that a user sees."""


class IssueError(AudioEditionError):
    """The issue cannot be read: the line names the file, and what was tried."""


class ConfigError(AudioEditionError):
    """A setting is wrong: the line names the file and the key."""


class SpeechError(AudioEditionError):
    """An utterance could not be spoken; trying again may help."""


class SpeechRefused(SpeechError):
    """An utterance could not be spoken, and trying again will not help."""


class SpeechGivenUp(SpeechRefused):
    """An utterance could not be spoken, and was tried again often enough: another one might be."""


class SpeechThrottled(SpeechError):
    """The service asks for patience.

    `retry_after` is in seconds; 0 means that it did not say.
    """

    def __init__(self, message: str, retry_after: float = 0.0) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class PublishError(AudioEditionError):
    """An artifact could not be made or written."""
