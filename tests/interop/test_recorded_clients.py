"""The client scripts of the recorded conversations, run by a real PowerShell client against psjob."""
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

import peers

# What the client prints differs for these, each for the reason that docs/status.md gives. One that passes again is to
# be taken off the list, except where it is by chance.
UNREACHED = Path(__file__).with_name("unreached_clients.txt")
AT_LEAST = 120


class RecordedClients(peers.PeerTest):
    def test_a_real_client_prints_what_it_printed_to_a_real_server(self) -> None:
        engine = peers.engine()
        lines = [line.split("#")[0].split() for line in UNREACHED.read_text().splitlines()]
        unreached = {words[0] for words in lines if words}
        by_chance = {words[0] for words in lines if words[1:] == ["by-chance"]}
        passed, differ, told = self.converse(engine, os.cpu_count() or 1, [])
        if again := sorted(differ - unreached):
            # beside each other they take the machine from one another, and some scripts look at the clock: one by one
            # they must do what they did with a real server
            passed_again, differ_again, told = self.converse(engine, 1, again)
            passed, differ = passed + passed_again, differ - set(again) | differ_again
        print(f"{passed} passed; differ: {' '.join(sorted(differ))}", file=sys.stderr)
        self.assertFalse(differ - unreached, told)
        self.assertFalse(unreached - by_chance - differ, "these pass now: take them off the list")
        self.assertGreaterEqual(passed, AT_LEAST)

    def converse(self, engine: Path, beside: int, names: list[str]) -> tuple[int, set[str], str]:
        """Runs conversations, all where none is named: how many passed, which differ, and what the tool tells."""
        tool = peers.FIXTURES / "transcripts/tools/clients.py"
        run = subprocess.run([sys.executable, tool, "-v", "-j", str(beside), "--client", engine, *names, "--", peers.psjob()],
                             stdout=subprocess.PIPE, text=True, timeout=1800)
        differ = set(re.findall(r"^differs: (\S+)", run.stdout, re.M))
        return int(re.search(r"^(\d+) passed", run.stdout, re.M)[1]), differ, run.stdout
