"""A psjob service for a test: its own directory, free ports, one account."""
import json
import subprocess
import tempfile

import peers


class Service:
    NAME = "ann"
    PASSWORD = "correct horse"

    def __init__(self) -> None:
        self.state = tempfile.TemporaryDirectory(prefix="psjob-service.", ignore_cleanup_errors=True)
        subprocess.run([peers.psjob(), "user", "add", self.NAME, "--as", "root", "--state", self.state.name],
                       input=self.PASSWORD.encode() + b"\n", check=True)
        self.process = subprocess.Popen([peers.psjob(), "serve", "--http", "127.0.0.1:0", "--https", "127.0.0.1:0",
                                         "--state", self.state.name, "--json"], stdout=subprocess.PIPE)
        self.info = json.loads(self.process.stdout.readline())

    def port(self, kind: str) -> int:
        return int(self.info[kind][0].rsplit(":", 1)[1])

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(30)
        self.process.stdout.close()
        self.state.cleanup()
