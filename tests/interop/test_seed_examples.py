"""The examples of Start-Job's reference page, by a real client's own Start-Job; what has no meaning on Linux is
replaced by the nearest that has. Example 2 is in test_openssh; 3 and -RunAs32 the client refuses itself."""
import unittest

import peers


class SeedExamples(peers.PeerTest):
    @classmethod
    def setUpClass(cls) -> None:
        cls.client = peers.RealClient()
        cls.addClassCleanup(cls.client.close)

    def ask(self, script: str) -> list[str]:
        return [line.rstrip() for line in self.client.run(script).splitlines() if line.strip()]

    def test_example_1_a_job_that_gets_processes(self) -> None:
        # A client whose first table is shown while a job opens drops what the job puts out; a real server opens too
        # slowly to meet that. So a table comes first.
        lines = self.ask("""
            [pscustomobject]@{ First = 'table' } | Out-Host
            start-job -scriptblock {get-process}
            $p = Get-Job | Wait-Job | Receive-Job
            "$((Get-Job).State) $(@($p | Where-Object Id -eq 1).Count) $($p[0].pstypenames[0])"
        """)
        lines = lines[3:]
        self.assertEqual(lines[0].split(), ["Id", "Name", "PSJobTypeName", "State", "HasMoreData", "Location", "Command"])
        self.assertEqual(lines[2].split()[:6], ["1", "Job1", "BackgroundJob", "Running", "True", "localhost"])
        self.assertIn("get-process", lines[2])
        self.assertEqual(lines[3:], ["Completed 1 Deserialized.System.Diagnostics.Process"])

    def test_example_4_a_job_that_runs_a_file(self) -> None:
        self.assertEqual(self.ask("""
            'param($a) "sample $a"' | Set-Content ./sample.ps1
            $j = start-job -filepath ./sample.ps1 -ArgumentList 5
            $j | Wait-Job | Receive-Job
            $j.State
        """), ["sample 5", "Completed"])

    def test_example_5_a_job_with_a_name(self) -> None:
        self.assertEqual(self.ask("""
            $null = start-job -name Init -scriptblock {get-process -Id 1}
            Wait-Job -Name Init | Receive-Job | ForEach-Object Id
            (Get-Job -Name Init).Name
        """), ["1", "Init"])

    def test_example_6_a_job_with_an_initialization_script(self) -> None:
        self.assertEqual(self.ask("""
            $null = New-Item -ItemType Directory ./MapFunctions
            'function Get-Map($Name) { "map of $Name" }' | Set-Content ./MapFunctions/MapFunctions.psm1
            $j = start-job -name GetMappingFiles -initializationScript {import-module ./MapFunctions} -scriptblock {
                Get-Map -name * | set-content ./Maps.tif }
            $null = Wait-Job $j
            "$($j.Name) $($j.State)"
            Get-Content ./Maps.tif
        """), ["GetMappingFiles Completed", "map of *"])
