"""The programs that psjob is tried against, and psjob itself.

A peer that is not there skips its tests, visibly; where CI=true it fails them.
"""
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "fixtures"


def missing(what: str) -> None:
    """Ends a test whose peer is not there."""
    if os.environ.get("CI") == "true":
        raise AssertionError(f"CI needs {what}")
    raise unittest.SkipTest(f"no {what} here")


# Tests that psjob does not pass yet, by name, each with the reason; docs/status.md tells more.
NOT_YET = {words[0]: " ".join(words[1:]) for words in
           (line.partition("#")[0].split() for line in Path(__file__).with_name("not_yet.txt").read_text().splitlines())
           if words}


class PeerTest(unittest.TestCase):
    """A test against a peer; one that is named in not_yet.txt is skipped, and says why."""

    def run(self, result=None):
        reason = NOT_YET.get(self._testMethodName) or NOT_YET.get(type(self).__name__)
        if reason:
            result.startTest(self)
            result.addSkip(self, f"not yet: {reason}")
            result.stopTest(self)
            return result
        return super().run(result)


def psjob() -> Path:
    """The program under test: the release build, or what PSJOB_TEST_BINARY names."""
    program = Path(os.environ.get("PSJOB_TEST_BINARY") or ROOT / "target/release/psjob")
    if not program.exists():
        raise AssertionError(f"{program} is not built: run tests/run")
    return program


def engine() -> Path:
    """The folder of a real PowerShell."""
    named = os.environ.get("PSJOB_TEST_PWSH")
    for place in (named, ROOT / "../shared/pwsh/pwsh", shutil.which("pwsh")):
        if place and Path(place).is_file():
            return Path(place).resolve().parent
    missing("PowerShell (PSJOB_TEST_PWSH, ../shared/pwsh/pwsh or pwsh on the PATH)")
    raise AssertionError


def program(name: str, *places: str) -> str:
    """A program of the system."""
    found = shutil.which(name, path=os.pathsep.join([os.environ["PATH"], *places]))
    if not found:
        missing(name)
    return found


class RealClient:
    """A real PowerShell whose own `pwsh`, which Start-Job starts as a server, is psjob."""

    def __init__(self) -> None:
        self.work = tempfile.TemporaryDirectory(prefix="psjob-client.", ignore_cleanup_errors=True)
        self.home = Path(self.work.name)
        self.folder = self.home / "pwsh"
        shutil.copytree(engine(), self.folder, copy_function=_link, symlinks=True)
        for place in (self.folder, *(path for path in self.folder.rglob("*") if path.is_dir())):
            place.chmod(0o755)
        (self.folder / "pwsh").rename(self.folder / "pwsh-real")
        (self.folder / "pwsh").symlink_to(psjob())

    def run(self, script: str, timeout: float = 120, path: str = "") -> str:
        """What the client prints for a script, both streams."""
        file = self.home / "client.ps1"
        file.write_text("$PSStyle.OutputRendering = 'PlainText'\n" + script, encoding="utf-8-sig")
        return self.start(["-NoLogo", "-NoProfile", "-File", str(file)], None, timeout, path)

    def type_in(self, lines: list[str], timeout: float = 120, path: str = "") -> str:
        """What an interactive client prints that gets these lines on standard input."""
        return self.start(["-NoLogo", "-NoProfile"], "\n".join([*lines, "exit", ""]), timeout, path)

    def start(self, arguments: list[str], stdin: str | None, timeout: float, path: str) -> str:
        env = dict(os.environ, HOME=self.work.name, TERM="dumb", PATH=path + os.environ["PATH"])
        ended = subprocess.run([self.folder / "pwsh-real", *arguments], input=stdin, env=env, cwd=self.work.name,
                               stdin=subprocess.DEVNULL if stdin is None else None, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, timeout=timeout, text=True, encoding="utf-8")
        return ended.stdout

    def close(self) -> None:
        self.work.cleanup()


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
