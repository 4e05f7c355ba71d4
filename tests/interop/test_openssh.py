"""A real PowerShell client over a real OpenSSH to `psjob -sshs`."""
import getpass
import os
import socket
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import peers


class Sshd:
    """An sshd on a free port of the loopback that knows one key and one subsystem."""

    def __init__(self, folder: Path) -> None:
        keygen = peers.program("ssh-keygen")
        sshd = peers.program("sshd", "/usr/sbin", "/usr/local/sbin")
        peers.program("ssh")
        for name in ("host", "user"):
            subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.key = folder / "user"
        self.known = folder / "known"
        self.known.write_text(f"[localhost]:{self.port} {(folder / 'host.pub').read_text()}")
        config = folder / "config"
        config.write_text("\n".join([
            f"Port {self.port}", "ListenAddress 127.0.0.1", f"HostKey {folder}/host", "PidFile none",
            f"AuthorizedKeysFile {folder}/user.pub", "StrictModes no", "UsePAM no", "PasswordAuthentication no",
            "PermitRootLogin yes", f"Subsystem powershell {peers.psjob()} -sshs -NoLogo -NoProfile", ""]))
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        self.process = subprocess.Popen([sshd, "-D", "-e", "-f", config], stderr=subprocess.DEVNULL)
        while self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except ConnectionRefusedError:
                time.sleep(0.05)
        raise AssertionError("sshd did not start")

    def connection(self) -> str:
        """A hashtable of the parameters by which the client reaches it."""
        return (f"@{{ UserName = '{getpass.getuser()}'; KeyFilePath = '{self.key}'; Port = {self.port}; Options = "
                f"@{{ UserKnownHostsFile = '{self.known}' }} }}")

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(10)


class OverOpenSsh(peers.PeerTest):
    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory(prefix="psjob-sshd.")
        cls.addClassCleanup(folder.cleanup)
        cls.client = peers.RealClient()
        cls.addClassCleanup(cls.client.close)
        cls.sshd = Sshd(Path(folder.name))
        cls.addClassCleanup(cls.sshd.close)

    def ask(self, script: str) -> list[str]:
        output = self.client.run(f"$ssh = {self.sshd.connection()}\n{script}")
        return [line.rstrip() for line in output.splitlines() if line.strip()]

    def test_a_session_runs_commands_and_is_removed(self) -> None:
        self.assertEqual(self.ask("""
            $s = New-PSSession -HostName localhost @ssh
            "$($s.State) $($s.Transport)"
            Invoke-Command -Session $s { $x = 41; 'set' }
            Invoke-Command -Session $s { $x + 1 }
            Invoke-Command -Session $s { Write-Error 'wrong' } 2>&1 | ForEach-Object { "$($_.GetType().Name) $_" }
            Remove-PSSession $s
            "$($s.State) $(@(Get-PSSession).Count)"
        """), ["Opened SSH", "set", "42", "RemotingErrorRecord wrong", "Closed 0"])

    def test_a_job_is_received_and_kept(self) -> None:
        self.assertEqual(self.ask("""
            $s = New-PSSession -HostName localhost @ssh
            $j = Invoke-Command -Session $s { 1..3 } -AsJob -JobName Remote
            $null = Wait-Job $j
            "$($j.Name) $($j.State) $($j.HasMoreData) $($j.ChildJobs[0].Location)"
            "kept $(Receive-Job $j -Keep)"
            "taken $(Receive-Job $j)"
            "empty $(Receive-Job $j)"
            Remove-Job $j; Remove-PSSession $s
        """), ["Remote Completed True localhost", "kept 1 2 3", "taken 1 2 3", "empty"])

    def test_a_job_is_stopped(self) -> None:
        self.assertEqual(self.ask("""
            $s = New-PSSession -HostName localhost @ssh
            $j = Invoke-Command -Session $s { 'begun'; Start-Sleep 1000 } -AsJob
            while (-not $j.ChildJobs[0].Output.Count) { Start-Sleep -Milliseconds 20 }
            Stop-Job $j
            "$($j.State) $(Receive-Job $j)"
            Invoke-Command -Session $s { 'goes on' }
            Remove-PSSession $s
        """), ["Stopped begun", "goes on"])

    def test_many_sessions_share_a_job_under_a_throttle_limit(self) -> None:
        self.assertEqual(self.ask("""
            $sessions = 1..3 | ForEach-Object { New-PSSession -HostName localhost @ssh }
            $j = Invoke-Command -Session $sessions { (Get-Process -Id $PID).Id -gt 0 } -JobName WinRM -ThrottleLimit 16 -AsJob
            $null = Wait-Job $j
            "$($j.Name) $($j.State) $($j.ChildJobs.Count)"
            "$(Receive-Job $j)"
            $sessions | Remove-PSSession
        """), ["WinRM Completed 3", "True True True"])

    def test_a_session_is_entered(self) -> None:
        output = self.client.type_in([
            f"$ssh = {self.sshd.connection()}",
            "Enter-PSSession -HostName localhost @ssh",
            "'in the session'; 6 * 7",
            "Write-Host hosted",
            "exit",
        ])
        lines = [line.rstrip() for line in output.splitlines()]
        for expected in ["in the session", "42", "hosted"]:
            self.assertIn(expected, lines, output)
