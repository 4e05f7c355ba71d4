"""The recorded answers of a full PowerShell to many scripts, compared with psjob's."""
import re
import subprocess
import sys
import unittest

import peers

# 1,458 pass on the machine of docs/status.md; a few look at processes, users and the home directory.
AT_LEAST = 1440


class Conformance(peers.PeerTest):
    def test_scripts_are_answered_as_powershell_answers_them(self) -> None:
        folder = peers.FIXTURES / "conformance"
        run = subprocess.run([sys.executable, folder / "conform.py", "compare", *sorted(folder.glob("records/*.jsonl")),
                              "--", peers.psjob(), "-s"], stdout=subprocess.PIPE, text=True, timeout=1800)
        passed = int(re.search(r"^(\d+) passed", run.stdout, re.M)[1])
        topics = re.findall(r"^\S+: \d+/\d+$", run.stdout, re.M)
        print(f"{passed} passed; " + ", ".join(topics), file=sys.stderr)
        self.assertGreaterEqual(passed, AT_LEAST)
