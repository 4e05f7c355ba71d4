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
        tool = peers.FIXTURES / "transcripts/tools/clients.py"
        run = subprocess.run([sys.executable, tool, "-v", "-j", str(os.cpu_count() or 1), "--client", engine, "--", peers.psjob()],
                             stdout=subprocess.PIPE, text=True, timeout=1800)
        differ = set(re.findall(r"^differs: (\S+)", run.stdout, re.M))
        passed = int(re.search(r"^(\d+) passed", run.stdout, re.M)[1])
        print(f"{passed} passed; differ: {' '.join(sorted(differ))}", file=sys.stderr)
        self.assertFalse(differ - unreached, run.stdout)
        self.assertFalse(unreached - by_chance - differ, "these pass now: take them off the list")
        self.assertGreaterEqual(passed, AT_LEAST)
