"""An editor for tests and benchmarks: it speaks the language server protocol over the pipes of a process."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Empty, Queue
from types import TracebackType
from typing import Any, Self

Message = dict[str, Any]
PATIENCE = 60.0  # seconds: a cold start on a busy machine


class Editor:
    """A client of `claimcheck server` in a folder; every message of the server is kept in `messages`."""

    def __init__(
        self,
        root: Path,
        *,
        encodings: Sequence[str] = (),
        options: Mapping[str, object] | None = None,
        capabilities: Mapping[str, object] | None = None,
        arguments: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        command = [sys.executable, "-m", "claimcheck", "server", *arguments]
        env = dict(environment) if environment is not None else None
        self.root = root
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root, env=env)
        self.messages: list[Message] = []
        self.versions: dict[str, int] = {}
        self._arrived: Queue[Message] = Queue()
        self._number = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        general = {"general": {"positionEncodings": list(encodings)}} if encodings else {}
        told = {
            "processId": None,
            "rootUri": root.as_uri(),
            "capabilities": {**general, **(capabilities or {})},
            "initializationOptions": options,
        }
        self.initialized: Message = self.request("initialize", told)
        self.notify("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def stop(self) -> int:
        """End the session in good order and return the exit status of the server."""
        if self.process.poll() is None:
            self.request("shutdown", None)
            self.notify("exit", None)
        status = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        return status

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def open(self, name: str, text: str | None = None, language: str = "markdown") -> list[Message]:
        """Open an article and return what is said of it."""
        self.send_open(name, text, language)
        return self.diagnostics(name)

    def send_open(self, name: str, text: str | None = None, language: str = "markdown") -> None:
        self.versions[self.uri(name)] = 1
        content = (self.root / name).read_text("utf-8") if text is None else text
        self.notify(
            "textDocument/didOpen", {"textDocument": {"uri": self.uri(name), "languageId": language, "version": 1, "text": content}}
        )

    def change(self, name: str, text: str) -> list[Message]:
        """Replace the text of an article and return what is said of it then."""
        self.send_change(name, text)
        return self.diagnostics(name)

    def send_change(self, name: str, text: str) -> None:
        uri = self.uri(name)
        self.versions[uri] += 1
        self.notify(
            "textDocument/didChange", {"textDocument": {"uri": uri, "version": self.versions[uri]}, "contentChanges": [{"text": text}]}
        )

    def save(self, name: str) -> None:
        self.notify("textDocument/didSave", {"textDocument": {"uri": self.uri(name)}})

    def close(self, name: str) -> None:
        self.versions.pop(self.uri(name))
        self.notify("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})

    def diagnostics(self, name: str) -> list[Message]:
        """Return the diagnostics of an article as it is now, once they arrive."""
        uri, version = self.uri(name), self.versions.get(self.uri(name))
        said = self.wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
                and message["params"].get("version") == version
            )
        )
        return list(said["params"]["diagnostics"])

    def at(self, name: str, line: int, character: int) -> Message:
        return {"textDocument": {"uri": self.uri(name)}, "position": {"line": line, "character": character}}

    def actions(self, name: str, diagnostic: Message, **context: object) -> list[Message]:
        params = {
            "textDocument": {"uri": self.uri(name)},
            "range": diagnostic["range"],
            "context": {"diagnostics": [diagnostic], **context},
        }
        return list(self.request("textDocument/codeAction", params))

    def shown(self) -> list[str]:
        """Return the messages shown to the person so far."""
        return [message["params"]["message"] for message in self.messages if message.get("method") == "window/showMessage"]

    def request(self, method: str, params: object) -> Any:  # noqa: ANN401 - whatever the protocol has
        self._number += 1
        number = self._number
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        answer = self.wait(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def notify(self, method: str, params: object) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def wait(self, is_wanted: Any) -> Message:  # noqa: ANN401 - a predicate
        """Return the next message that is wanted; those that came before it are kept in `messages`."""
        for message in self.messages:
            if "seen" not in message and is_wanted(message):
                message["seen"] = True
                return message
        while True:
            try:
                message = self._arrived.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"the server said nothing more; so far: {self.messages}") from None
            assert message, "the server went away"
            self.messages.append(message)
            if "id" in message and "method" in message:
                self._send({"jsonrpc": "2.0", "id": message["id"], "result": {"success": True} if "show" in message["method"] else None})
            if is_wanted(message):
                message["seen"] = True
                return message

    def _send(self, message: Message) -> None:
        content = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self.process.stdin.flush()

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while True:
            length = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                name, _, value = line.decode("ascii").partition(":")
                length = int(value) if name.lower() == "content-length" else length
            if not line:
                self._arrived.put({})
                return
            self._arrived.put(json.loads(stream.read(length)))


def pick(diagnostics: list[Message], rule: str) -> Message:
    """Return the diagnostic of a rule."""
    return next(one for one in diagnostics if one.get("code") == rule)
