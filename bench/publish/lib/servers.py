"""Servers to publish to, on this machine, each with a folder and configuration of its own."""
import getpass
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

import distance
import s3store


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """A server that runs while it is used with `with`; its files lie below `root`."""

    def __init__(self, folder, round_trip):
        shutil.rmtree(folder, ignore_errors=True)
        self.folder = pathlib.Path(folder)
        self.root = self.folder / "root"
        self.root.mkdir(parents=True)
        self.server_port = free_port()
        self.way = distance.Way(self.server_port, round_trip) if round_trip else None
        self.port = self.way.port if self.way else self.server_port

    def __enter__(self):
        self.process = subprocess.Popen(self.command(), stdin=subprocess.DEVNULL,
                                        stdout=open(self.folder / "log", "wb"), stderr=subprocess.STDOUT)
        while True:
            if self.process.poll() is not None:
                sys.exit(f"bench: the server does not start: see {self.folder / 'log'}")
            try:
                socket.create_connection(("127.0.0.1", self.server_port), 1).close()
                return self
            except OSError:
                time.sleep(0.05)

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def clear(self, folder):
        shutil.rmtree(self.root / folder, ignore_errors=True)

    def count(self, folder):
        """Pages that have arrived."""
        return sum(name.endswith(".html") for base, _, names in os.walk(self.root / folder)
                   for name in names if ".portal" not in base)

    def environment(self):
        """What the portal needs to know beside its configuration."""
        return {}


class Sftp(Server):
    def __init__(self, folder, round_trip):
        super().__init__(folder, round_trip)
        for needed in ("/usr/sbin/sshd", "/usr/bin/ssh-keygen"):
            if not os.access(needed, os.X_OK):
                sys.exit(f"bench: no {needed}")
        if os.geteuid() == 0:
            pathlib.Path("/run/sshd").mkdir(exist_ok=True)
        for name in ("host", "key"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / name], check=True)
        home = self.folder / "home/.ssh"
        home.mkdir(parents=True)
        self.known = home / "known_hosts"
        kind, key = (self.folder / "host.pub").read_text().split()[:2]
        self.known.write_text(f"[127.0.0.1]:{self.port} {kind} {key}\n")
        (self.folder / "sshd_config").write_text(f"""\
ListenAddress 127.0.0.1:{self.server_port}
HostKey {self.folder / "host"}
AuthorizedKeysFile {self.folder / "key.pub"}
PidFile none
StrictModes no
UsePAM no
PermitRootLogin yes
UseDNS no
Subsystem sftp /usr/lib/openssh/sftp-server
""")

    def command(self):
        return ["/usr/sbin/sshd", "-D", "-e", "-f", self.folder / "sshd_config"]

    def environment(self):
        return {"HOME": str(self.folder / "home")}

    def properties(self, folder):
        return {"type": "sftp", "url": f"sftp://{getpass.getuser()}@127.0.0.1:{self.port}{self.root / folder}",
                "key": self.folder / "key"}

    def others(self, connections):
        """The commands of other tools, from the folder that they publish."""
        ssh = (f"ssh -a -x -F none -i {self.folder / 'key'} -p {self.port} -o StrictHostKeyChecking=yes "
               f"-o UserKnownHostsFile={self.known}")
        user, root = getpass.getuser(), self.root
        found = {}
        if shutil.which("rsync"):
            found["rsync -a"] = lambda out: ["rsync", "-a", "--delete", "--exclude", ".portal*", "-e", ssh, f"{out}/",
                                             f"{user}@127.0.0.1:{root / 'rsync'}/"]
        if shutil.which("lftp"):
            found[f"lftp mirror -R, {connections} at a time"] = lambda out: [
                "lftp", "--norc", "-e",
                f"set cmd:fail-exit yes; set sftp:connect-program '{ssh}'; open sftp://{user}:@127.0.0.1:{self.port}; "
                f"mirror -R --delete --parallel={connections} --exclude '^\\.portal' {out} {root / 'lftp'}; quit"]
        return found


class S3:
    """A store next to which there is no other tool."""

    def __init__(self, folder, round_trip):
        if round_trip:
            sys.exit("bench: the store has no distance")
        shutil.rmtree(folder, ignore_errors=True)
        self.store = s3store.S3Store(pathlib.Path(folder))
        self.root = pathlib.Path(folder) / "site"

    def __enter__(self):
        self.store.__enter__()
        return self

    def __exit__(self, *problem):
        self.store.__exit__(*problem)

    clear = Server.clear
    count = Server.count

    def environment(self):
        return self.store.environment()

    def properties(self, folder):
        return {"type": "s3", "url": f"{self.store.url}/{folder}"}

    def others(self, connections):
        return {}


KINDS = {"sftp": Sftp, "s3": S3}
