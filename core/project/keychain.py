"""The system's keychain, where the user wants it. In: a study's id. Out: a random secret with a key slot of its own.

The passphrase itself is never stored: the keychain holds a secret that opens this one study, and its slot can be
destroyed without touching the passphrase. The package `keyring` (MIT) is optional; without it, or on a computer
without a keychain, everything else works.
"""

import importlib
import secrets
from collections.abc import Callable
from typing import Protocol, cast

from core.project.failures import StudyError

SERVICE = "VidEmo Studio"


class Keyring(Protocol):
    """The part of the package `keyring` that is used."""

    def get_password(self, service_name: str, username: str) -> str | None:
        """The secret, or None."""
        ...

    def set_password(self, service_name: str, username: str, password: str) -> None:
        """Keeps a secret."""
        ...

    def delete_password(self, service_name: str, username: str) -> None:
        """Forgets a secret."""
        ...


def keychain() -> Keyring:
    """The system's keychain. Raises `StudyError` where there is none."""
    try:
        return cast(Keyring, importlib.import_module("keyring"))
    except ImportError as error:
        raise StudyError(
            "The system's keychain cannot be used: the package keyring is not installed.",
            remedy="Install videmo-studio[keychain], or type the passphrase.",
        ) from error


def stored_secret(study: str, *, ring: Keyring | None = None) -> str | None:
    """The secret that opens the study of that id; None where the keychain has none. Raises `StudyError`."""
    return _asked(lambda: (ring or keychain()).get_password(SERVICE, study))


def store_new_secret(study: str, *, ring: Keyring | None = None) -> str:
    """Puts a new random secret into the keychain and returns it. Raises `StudyError`."""
    secret = secrets.token_urlsafe(32)
    _asked(lambda: (ring or keychain()).set_password(SERVICE, study, secret))
    return secret


def forget_secret(study: str, *, ring: Keyring | None = None) -> None:
    """Removes the secret from the keychain; fine where there is none. Raises `StudyError`."""
    found = ring or keychain()
    if _asked(lambda: found.get_password(SERVICE, study)) is not None:
        _asked(lambda: found.delete_password(SERVICE, study))


def _refusals() -> tuple[type[Exception], ...]:
    """What a keychain raises: keyring's own errors, where it is installed, and a backend's."""
    try:
        own = cast("type[Exception]", importlib.import_module("keyring.errors").KeyringError)
    except ImportError:
        return (RuntimeError,)
    return (own, RuntimeError)


def _asked(question: Callable[[], str | None]) -> str | None:
    try:
        return question()
    except _refusals() as error:
        raise StudyError(
            f"The system's keychain does not answer ({error}).", remedy="Unlock it, or type the passphrase."
        ) from error
