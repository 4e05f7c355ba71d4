"""psrpcore, a PSRP client of other hands, against `psjob -s`."""
import base64
import subprocess
import unittest
import uuid

import peers

try:
    import psrpcore
    from psrpcore.types import HostInfo, HostMethodIdentifier, PSInvocationState, RunspacePoolState
except ImportError:
    psrpcore = None

NIL = uuid.UUID(int=0)


class Stdio:
    """The out-of-process framing around a psrpcore pool."""

    def __init__(self, pool) -> None:
        self.pool = pool
        self.process = subprocess.Popen([peers.psjob(), "-s", "-NoLogo", "-NoProfile"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def write(self, line: str) -> None:
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def send(self) -> None:
        """Sends what the pool has to send, each piece when the one before was acknowledged."""
        while payload := self.pool.data_to_send():
            stream = "Default" if payload.stream_type == psrpcore.StreamType.default else "PromptResponse"
            guid = payload.pipeline_id or NIL
            data = base64.b64encode(payload.data).decode()
            self.write(f"<Data Stream='{stream}' PSGuid='{guid}'>{data}</Data>")
            self.until("DataAck")

    def until(self, element: str) -> None:
        """Takes lines in up to the first of this element."""
        while True:
            line = self.process.stdout.readline().decode()
            assert line, self.process.stderr.read().decode()
            name = line[1:].split()[0]
            if name == "Data":
                guid = uuid.UUID(line.split("PSGuid='")[1][:36])
                data = base64.b64decode(line.split(">")[1].split("<")[0])
                payload = psrpcore.PSRPPayload(data, psrpcore.StreamType.default, None if guid == NIL else guid)
                self.pool.receive_data(payload)
            if name == element:
                return

    def event(self, kind):
        """The next event of a kind."""
        while True:
            event = self.pool.next_event()
            if event is None:
                self.until("Data")
            elif isinstance(event, kind):
                return event

    def open(self) -> None:
        self.pool.open()
        self.send()
        while self.pool.state != RunspacePoolState.Opened:
            self.event(psrpcore.RunspacePoolStateEvent)

    def start(self, pipeline) -> None:
        self.write(f"<Command PSGuid='{pipeline.pipeline_id}' />")
        self.until("CommandAck")
        pipeline.start()
        self.send()

    def output(self, pipeline) -> list:
        """The output up to the pipeline's end, with its state at the end."""
        found = []
        while True:
            event = self.event(psrpcore.PSRPEvent)
            if isinstance(event, psrpcore.PipelineOutputEvent):
                found.append(event.data)
            if isinstance(event, psrpcore.PipelineStateEvent):
                state = pipeline.state
                self.write(f"<Close PSGuid='{pipeline.pipeline_id}' />")
                self.until("CloseAck")
                return [*found, state]

    def close(self) -> int:
        self.write(f"<Close PSGuid='{NIL}' />")
        self.until("CloseAck")
        self.process.stdin.close()
        return self.process.wait(10)


class Psrpcore(peers.PeerTest):
    def setUp(self) -> None:
        if not psrpcore:
            peers.missing("psrpcore (pip install psrpcore)")

    def pool(self, **arguments) -> Stdio:
        stdio = Stdio(psrpcore.ClientRunspacePool(**arguments))
        self.addCleanup(stdio.process.__exit__, None, None, None)
        self.addCleanup(stdio.process.kill)
        stdio.open()
        return stdio

    def script(self, stdio: Stdio, text: str, **arguments):
        pipeline = psrpcore.ClientPowerShell(stdio.pool, **arguments)
        pipeline.add_script(text)
        stdio.start(pipeline)
        return pipeline

    def test_a_pool_opens_runs_and_closes(self) -> None:
        stdio = self.pool()
        pipeline = self.script(stdio, "1..3; 'text'")
        self.assertEqual(stdio.output(pipeline), [1, 2, 3, "text", PSInvocationState.Completed])
        self.assertEqual(stdio.close(), 160)

    def test_a_failure_is_a_failed_state(self) -> None:
        stdio = self.pool()
        pipeline = self.script(stdio, "throw 'no'")
        self.assertEqual(stdio.output(pipeline), [PSInvocationState.Failed])

    def test_a_prompt_is_answered(self) -> None:
        host = HostInfo(IsHostNull=False, IsHostUINull=False, IsHostRawUINull=True, UseRunspaceHost=False)
        stdio = self.pool(host=host)
        pipeline = self.script(stdio, "'got ' + $Host.UI.ReadLine()", host=host)
        call = stdio.event(psrpcore.PipelineHostCallEvent)
        self.assertEqual(call.method_identifier, HostMethodIdentifier.ReadLine)
        pipeline.host_response(call.ci, return_value="an answer")
        stdio.send()
        self.assertEqual(stdio.output(pipeline), ["got an answer", PSInvocationState.Completed])

    def test_a_running_pipeline_is_stopped(self) -> None:
        stdio = self.pool()
        pipeline = self.script(stdio, "'begun'; Start-Sleep 1000")
        self.assertEqual(stdio.event(psrpcore.PipelineOutputEvent).data, "begun")
        stdio.write(f"<Signal PSGuid='{pipeline.pipeline_id}' />")
        stdio.until("SignalAck")
        stdio.event(psrpcore.PipelineStateEvent)
        self.assertEqual(pipeline.state, PSInvocationState.Stopped)
