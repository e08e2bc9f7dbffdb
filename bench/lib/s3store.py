"""A store that speaks S3 on this machine: S3Proxy, as in the integration tests, with its objects in a folder.

As a program it starts one, prints the lines for jbake.properties and the environment, and ends with its input."""
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LIBRARIES = ROOT / "target" / "s3proxy"
USER = "AKIABENCH"
SECRET = "bench-secret"


class S3Store:
    """Use it in a `with`; the bucket is called `site`."""

    def __init__(self, data, more=()):
        self.data = pathlib.Path(data)
        self.more = list(more)

    def __enter__(self):
        if not LIBRARIES.is_dir():
            subprocess.run(["mvn", "-q", "-B", "dependency:copy@s3proxy"], cwd=ROOT, check=True)
        (self.data / "site").mkdir(parents=True, exist_ok=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/site"
        self.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(self.folder.name)
        settings = [
            f"s3proxy.endpoint=http://127.0.0.1:{self.port}", "s3proxy.authorization=aws-v4",
            f"s3proxy.identity={USER}", f"s3proxy.credential={SECRET}", "jclouds.provider=filesystem-nio2",
            f"jclouds.filesystem.basedir={self.data.resolve()}", *self.more]
        (folder / "s3.conf").write_text("\n".join(settings) + "\n", encoding="utf-8")
        (folder / "logback.xml").write_text(
            '<configuration><appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>'
            '%level %msg%n</pattern></encoder></appender><root level="warn"><appender-ref ref="out"/></root>'
            '</configuration>', encoding="utf-8")
        self.process = subprocess.Popen(
            ["java", f"-Dlogback.configurationFile={folder / 'logback.xml'}", "-cp", f"{LIBRARIES}/*",
             "org.gaul.s3proxy.Main", "--properties", str(folder / "s3.conf")],
            stdin=subprocess.DEVNULL, stdout=sys.stderr, env={**os.environ, "LC_ALL": "C.UTF-8"})
        while not self._answers():
            if self.process.poll() is not None:
                raise RuntimeError("the S3 store ended")
            time.sleep(0.05)
        return self

    def _answers(self):
        with socket.socket() as line:
            return line.connect_ex(("127.0.0.1", self.port)) == 0

    def keys(self, name="s3"):
        """For jbake.properties."""
        return {f"publish.{name}.type": "s3", f"publish.{name}.url": self.url}

    @staticmethod
    def environment():
        return {"AWS_ACCESS_KEY_ID": USER, "AWS_SECRET_ACCESS_KEY": SECRET}

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.folder.cleanup()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as objects, S3Store(objects) as store:
        for key, value in {**store.keys(), **store.environment()}.items():
            print(f"{key}={value}")
        sys.stdout.flush()
        sys.stdin.read()
