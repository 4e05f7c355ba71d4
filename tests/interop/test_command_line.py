"""psjob's own commands, and what a server's process owes its surroundings."""
import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import peers

sys.path.insert(0, str(peers.FIXTURES / "conformance"))
import psrp_stdio  # noqa: E402


def psjob(*arguments: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run([peers.psjob(), *arguments], capture_output=True, text=True, timeout=60, **options)


class StartAndWait(peers.PeerTest):
    def test_a_completed_job_is_shown_with_its_line_and_state(self) -> None:
        job = psjob("start", "--wait", "--name", "Sum", "1 + 1; [pscustomobject]@{ A = 1; B = 'x' }")
        self.assertEqual(job.stdout.split(), ["2", "A", "B", "-", "-", "1", "x"])
        lines = [line.split() for line in job.stderr.splitlines()]
        self.assertEqual(lines[0][:4], ["Id", "Name", "PSJobTypeName", "State"])
        self.assertEqual([lines[2][1:4], lines[3][1:4]],
                         [["Sum", "BackgroundJob", "Running"], ["Sum", "BackgroundJob", "Completed"]])
        self.assertEqual(job.returncode, 0)

    def test_streams_are_apart(self) -> None:
        job = psjob("start", "--wait", "'out'; Write-Warning careful; Write-Error wrong; Write-Verbose more -Verbose")
        self.assertEqual(job.stdout, "out\n")
        for line in ["WARNING: careful", "Write-Error: wrong", "VERBOSE: more"]:
            self.assertIn(line, job.stderr.splitlines())
        self.assertEqual(job.returncode, 0)

    def test_a_failed_job_tells_why(self) -> None:
        job = psjob("start", "--wait", "'before'; throw 'no way'")
        self.assertEqual((job.stdout, job.returncode), ("before\n", 1))
        self.assertIn("no way", job.stderr)
        self.assertIn("Failed", job.stderr)

    def test_wrong_usage_is_2(self) -> None:
        self.assertEqual(psjob("start", "--wait").returncode, 2)
        self.assertEqual(psjob("start", "--wait", "--file", "/no/such/file").returncode, 2)

    def test_ctrl_c_stops_the_job(self) -> None:
        job = subprocess.Popen([peers.psjob(), "start", "--wait", "'begun'; try { Start-Sleep 1000 } finally { 'tidied' }"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.assertEqual(job.stdout.readline(), "begun\n")
        job.send_signal(signal.SIGINT)
        out, errors = job.communicate(timeout=60)
        self.assertEqual((out, job.returncode), ("tidied\n", 130))
        self.assertIn("Stopped", errors)

    def test_programs_read_json(self) -> None:
        job = psjob("start", "--wait", "--json", "--arg", "5", "param($n) $n; @{ a = 1, 2 }; Write-Warning w; throw 'end'")
        lines = [json.loads(line) for line in job.stdout.splitlines()]
        self.assertEqual(lines[:3], [{"stream": "output", "value": "5"}, {"stream": "output", "value": {"a": [1, 2]}},
                                     {"stream": "warning", "message": "w"}])
        self.assertEqual(lines[3], {"job": {"id": 1, "name": "Job1", "state": "Failed", "reason": "end"}})

    def test_programs_read_clixml(self) -> None:
        job = psjob("start", "--wait", "--clixml", "1; 'x'")
        self.assertEqual(job.stdout, '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\n'
                                     "  <I32>1</I32>\n  <S>x</S>\n</Objs>\n")

    def test_a_reader_that_goes_away_ends_it(self) -> None:
        job = subprocess.Popen([peers.psjob(), "start", "--wait", "while ($true) { 'x' * 100 }"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
        job.stdout.readline()
        job.stdout.close()
        self.assertEqual(job.wait(60), 1)


class Run(peers.PeerTest):
    def test_a_script_runs_as_with_pwsh(self) -> None:
        run = psjob("run", "'out'; Write-Host hosted; Write-Error wrong; 1..2")
        self.assertEqual(run.stdout, "out\nhosted\n1\n2\n")
        self.assertIn("wrong", run.stderr)
        self.assertEqual(run.returncode, 0)

    def test_the_exit_code_is_the_scripts(self) -> None:
        for script, code in [("exit 7", 7), ("'x'", 0), ("Write-Error x", 1), ("throw 'x'", 1),
                             ("Write-Error x; 'goes on'", 0), ("[Environment]::Exit(3)", 3)]:
            self.assertEqual(psjob("run", script).returncode, code, script)

    def test_a_file_runs_with_arguments(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "script.ps1")
            file.write_text("param($a, $b) \"$b $a\"", encoding="utf-8-sig")
            run = psjob("run", "--file", str(file), "--arg", "x", "--arg", "-y")
        self.assertEqual((run.stdout, run.returncode), ("-y x\n", 0))

    def test_a_prompt_reads_standard_input(self) -> None:
        run = psjob("run", "'got ' + (Read-Host ask)", input="an answer\n")
        self.assertTrue(run.stdout.endswith("got an answer\n"), run.stdout)


class ServerProcess(peers.PeerTest):
    def test_natives_do_not_get_the_protocols_descriptors(self) -> None:
        from_server = self.over_stdio("sh -c 'readlink /proc/self/fd/* 2>/dev/null'")
        self.assertFalse(self.pipes & set(from_server.split()), from_server)

    def over_stdio(self, script: str) -> str:
        """The strings that a script puts out over -s. Notes the pipes that the protocol goes through."""
        session = psrp_stdio.Session([str(peers.psjob()), "-s", "-NoLogo", "-NoProfile"])
        try:
            ends = [session.proc.stdin, session.proc.stdout, session.proc.stderr]
            self.pipes = {os.readlink(f"/proc/self/fd/{end.fileno()}") for end in ends}
            messages = session.run(script)
            return "\n".join(m.data.removeprefix("<S>").removesuffix("</S>") for m in messages if m.name == "PIPELINE_OUTPUT")
        finally:
            session.close()

    def test_a_process_can_be_entered_by_its_id(self) -> None:
        client = peers.RealClient()
        self.addCleanup(client.close)
        server = subprocess.Popen([peers.psjob(), "-NoLogo", "-CustomPipeName", f"test{os.getpid()}", "-Command",
                                   "'begun'; Start-Sleep 1000"], stdout=subprocess.PIPE, text=True)
        self.addCleanup(server.__exit__, None, None, None)
        self.addCleanup(server.kill)
        self.assertEqual(server.stdout.readline(), "begun\n")
        output = client.type_in([f"Enter-PSHostProcess -Id {server.pid}", "\"in $PID\"", "(Get-Runspace).Count -gt 1", "exit"])
        lines = output.split()
        self.assertIn(str(server.pid), lines, output)
        self.assertIn("True", lines, output)
        server.send_signal(signal.SIGTERM)
        server.wait(60)
        left = [path for path in Path("/tmp").glob("CoreFxPipe_*") if f".{server.pid}." in path.name or path.name.endswith(f"test{os.getpid()}")]
        self.assertEqual(left, [])

    def test_sockets_are_gone_after_a_session(self) -> None:
        before = set(Path("/tmp").glob("CoreFxPipe_PSHost.*"))
        for _ in range(3):
            self.over_stdio("1")
        self.assertEqual(set(Path("/tmp").glob("CoreFxPipe_PSHost.*.None.psjob")) - before, set())
