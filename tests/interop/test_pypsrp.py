"""pypsrp, a client of WinRM and PSRP of other hands, against `psjob serve` over TLS with Basic."""
import http.client
import ssl
import unittest
import warnings

import peers
from service import Service

try:
    from pypsrp.complex_objects import PSInvocationState
    from pypsrp.exceptions import AuthenticationError
    from pypsrp.powershell import PowerShell, RunspacePool
    from pypsrp.wsman import WSMan
except ImportError:
    WSMan = None


class Pypsrp(peers.PeerTest):
    @classmethod
    def setUpClass(cls) -> None:
        warnings.simplefilter("ignore")
        if not WSMan:
            peers.missing("pypsrp (pip install pypsrp)")
        cls.service = Service()
        cls.addClassCleanup(cls.service.close)

    def connection(self, password: str = Service.PASSWORD):
        connection = WSMan("127.0.0.1", port=self.service.port("https"), username=Service.NAME, password=password,
                           auth="basic", ssl=True, cert_validation=False)
        self.addCleanup(connection.close)
        return connection

    def pool(self):
        pool = RunspacePool(self.connection())
        pool.open()
        self.addCleanup(pool.close)
        return pool

    def run_script(self, pool, script: str, input: list | None = None):
        pipeline = PowerShell(pool)
        pipeline.add_script(script)
        return pipeline, pipeline.invoke(input)

    def test_a_pool_opens_runs_and_closes(self) -> None:
        pipeline, output = self.run_script(self.pool(), "1..3; $PSVersionTable.PSVersion.ToString(); Write-Error bad")
        self.assertEqual(output, [1, 2, 3, "7.6.5"])
        self.assertEqual(str(pipeline.streams.error[0]), "bad")

    def test_large_input_and_output_arrive_whole(self) -> None:
        pool = self.pool()
        _, output = self.run_script(pool, "'x' * 5000000")
        self.assertEqual(output, ["x" * 5_000_000])
        _, output = self.run_script(pool, "$input | ForEach-Object Length", ["y" * 1_000_000] * 10)
        self.assertEqual(output, [1_000_000] * 10)

    def test_a_pipeline_is_stopped(self) -> None:
        pipeline = PowerShell(self.pool())
        pipeline.add_script("Start-Sleep 600")
        pipeline.begin_invoke()
        pipeline.stop()
        self.assertEqual(pipeline.state, PSInvocationState.STOPPED)

    def test_a_second_client_takes_a_pool_up(self) -> None:
        first = RunspacePool(self.connection())
        first.open()
        pipeline = PowerShell(first)
        pipeline.add_script("1..5 | ForEach-Object { $_; Start-Sleep -Milliseconds 100 }")
        pipeline.begin_invoke()
        first.disconnect()
        pools = RunspacePool.get_runspace_pools(self.connection())
        second = next(pool for pool in pools if pool.id.lower() == first.id.lower())
        second.connect()
        self.addCleanup(second.close)
        [left] = second.create_disconnected_power_shells()
        self.assertEqual(left.connect(), [1, 2, 3, 4, 5])

    def test_a_wrong_password_and_an_unknown_name_are_told_alike(self) -> None:
        with self.assertRaises(AuthenticationError):
            RunspacePool(self.connection("wrong")).open()
        answers = set()
        for token in ("YW5uOndyb25n", "Ym9iOndyb25n"):
            context = ssl._create_unverified_context()
            wire = http.client.HTTPSConnection("127.0.0.1", self.service.port("https"), context=context)
            wire.request("POST", "/wsman", b"", {"Authorization": f"Basic {token}"})
            answer = wire.getresponse()
            answers.add((answer.status, answer.getheader("WWW-Authenticate"), answer.read()))
            wire.close()
        self.assertEqual(answers, {(401, 'Basic realm="WSMAN"', b"")})

    def test_no_password_is_taken_without_tls(self) -> None:
        wire = http.client.HTTPConnection("127.0.0.1", self.service.port("http"))
        self.addCleanup(wire.close)
        wire.request("POST", "/wsman", b"", {"Authorization": "Basic YW5uOmNvcnJlY3QgaG9yc2U="})
        answer = wire.getresponse()
        self.assertEqual((answer.status, answer.getheader("WWW-Authenticate")), (401, None))


if __name__ == "__main__":
    unittest.main()
