"""Conversations of a real client that cannot be had again live: its lines, as recorded, sent to psjob.

The client in ../shared/pwsh has no Import-PSSession. What the recorded one sent for it is sent here again, each line as
soon as psjob has said what the recorded server had said by then; what psjob answers must be what the client got.
"""
import base64
import json
import queue
import re
import struct
import subprocess
import threading
import unittest
from pathlib import Path

from peers import FIXTURES, PeerTest, psjob

MESSAGES = {
    0x00010002: "SESSION_CAPABILITY", 0x00021005: "RUNSPACEPOOL_STATE", 0x00021009: "APPLICATION_PRIVATE_DATA",
    0x00041004: "PIPELINE_OUTPUT", 0x00041005: "ERROR_RECORD", 0x00041006: "PIPELINE_STATE",
}
PATIENCE = 60  # seconds: a server that says nothing for so long never will


class Replay:
    """One recorded conversation against a server of its own."""

    def __init__(self, conversation: Path) -> None:
        lines = [json.loads(line) for line in conversation.read_text().splitlines()]
        self.steps = lines[1:]
        arguments = lines[0]["server_arguments"].split()
        self.server = subprocess.Popen([psjob(), *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.arrived: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()
        self.fragments: dict[int, bytearray] = {}
        self.recorded: list[tuple[str, str, str]] = []
        self.answered: list[tuple[str, str, str]] = []
        self.acknowledged: list[tuple[str, str]] = []

    def read(self) -> None:
        for line in self.server.stdout:
            self.arrived.put(line)
        self.arrived.put(None)

    def take(self) -> None:
        """Takes in one line of the server."""
        line = self.arrived.get(timeout=PATIENCE)
        if line is None:
            raise AssertionError(f"the server ended; it had said {self.answered}")
        element = re.match(r"<(\w+)", line)[1]
        lane = re.search(r"PSGuid='([^']*)'", line)[1]
        if element != "Data":
            self.acknowledged.append((element, lane))
            return
        data = base64.b64decode(re.search(r">([^<]*)<", line)[1])
        while data:
            number, _, flags, length = struct.unpack(">QQBI", data[:21])
            self.fragments.setdefault(number, bytearray()).extend(data[21:21 + length])
            data = data[21 + length:]
            if flags & 2:
                self.message(self.fragments.pop(number))

    def message(self, blob: bytes) -> None:
        kind = struct.unpack("<I", blob[4:8])[0]
        text = bytes(blob[40:]).decode("utf-8-sig")
        pipeline = blob[24:40].hex()
        self.answered.append((MESSAGES.get(kind, hex(kind)), pipeline, text))

    def run(self) -> None:
        """Sends what the client sent, and waits for as much of the server as was there before each line."""
        acknowledgements = 0
        for step in self.steps:
            if step["dir"] == "s":
                if step["element"] == "Data":
                    for message in step["messages"]:
                        pid = message["pid"].replace("-", "")
                        pid = bytes.fromhex(pid)
                        little = pid[3::-1] + pid[5:3:-1] + pid[7:5:-1] + pid[8:]
                        self.recorded.append((message["type"], little.hex(), message["xml"]))
                else:
                    acknowledgements += 1
                continue
            while len(self.answered) < len(self.recorded) or len(self.acknowledged) < acknowledgements:
                self.take()
            guid = step["guid"]
            if step["element"] == "Data":
                line = f"<Data Stream='{step['stream']}' PSGuid='{guid}'>{step['raw']}</Data>\n"
            else:
                line = f"<{step['element']} PSGuid='{guid}' />\n"
            self.server.stdin.write(line)
            self.server.stdin.flush()
        while len(self.answered) < len(self.recorded):
            self.take()

    def close(self) -> None:
        self.server.stdin.close()
        self.server.kill()
        self.server.wait()
        self.server.stdout.close()

    def answers(self, messages: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
        """What a client acts on: everything but what the server says of itself when a session opens."""
        return [message for message in messages if message[0] != "APPLICATION_PRIVATE_DATA"]


class ImplicitRemoting(PeerTest):
    """Import-PSSession and Get-Module -PSSession."""

    maxDiff = None

    def replay(self, name: str) -> Replay:
        replay = Replay(FIXTURES / "transcripts" / f"{name}.jsonl")
        self.addCleanup(replay.close)
        replay.run()
        return replay

    def test_a_commands_metadata_is_what_import_pssession_needs(self) -> None:
        replay = self.replay("ssh_implicit_remoting")
        self.assertEqual(replay.answers(replay.answered), replay.answers(replay.recorded))

    def test_a_module_is_found_as_get_module_shows_it(self) -> None:
        replay = self.replay("ssh_import_module")
        ours, theirs = replay.answers(replay.answered), replay.answers(replay.recorded)
        self.assertEqual([message[:2] for message in ours], [message[:2] for message in theirs])
        for (kind, _, answered), (_, _, recorded) in zip(ours, theirs):
            if kind != "PIPELINE_OUTPUT":
                self.assertEqual(answered, recorded)
                continue
            self.assertEqual(type_names(answered), type_names(recorded))
            properties = property_names(recorded)
            self.assertEqual([name for name in property_names(answered) if name in properties], properties)
            for name in ["Name", "Guid", "ModuleType", "Version", "AccessMode", "CompanyName", "HelpInfoUri"]:
                self.assertEqual(scalar(answered, name), scalar(recorded, name), name)


def type_names(xml: str) -> list[str]:
    return re.findall(r"<T>([^<]*)</T>", re.search(r"<TN .*?</TN>", xml)[0])


def property_names(xml: str) -> list[str]:
    """The names of an object's own properties, outermost, in order."""
    depth, names = 0, []
    for tag, name, closed in re.findall(r"<(/?\w+)(?: N=\"([^\"]*)\")?[^>]*?(/?)>", xml):
        if tag.startswith("/"):
            depth -= 1
            continue
        if depth == 2 and name:
            names.append(name)
        if not closed:
            depth += 1
    return names


def scalar(xml: str, name: str) -> str:
    return re.search(rf"<\w+ N=\"{name}\">([^<]*)<", xml)[1]


if __name__ == "__main__":
    unittest.main()
