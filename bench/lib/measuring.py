"""Runs commands, and looks at what they made."""
import hashlib
import multiprocessing
import os
import pathlib
import pickle
import re
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

from articles import ROOT

# A line of ours that tells how long a step took: "2  render Markdown   1.23 s".
STEP = re.compile(r"^\d+ +(\S.*?) +(\d+[.,]\d+) s\b", re.M)
# What the portal keeps for itself is no part of the site.
OWN = ".portal"


@dataclass(frozen=True)
class Run:
    seconds: float
    cpu: float
    megabytes: float
    steps: dict


@dataclass(frozen=True)
class Output:
    html: int
    articles: int
    size: int


@dataclass(frozen=True)
class Changes:
    """What differs in the output: files new, changed and removed, and the bytes of the first two; where: files and
    bytes by the first part of the path."""
    new: int = 0
    changed: int = 0
    removed: int = 0
    size: int = 0
    where: dict = field(default_factory=dict)

    @property
    def files(self):
        return self.new + self.changed + self.removed


def in_child(function, *args):
    """The function's result. A program's peak RSS begins at that of the process which started it, so what takes memory
    is done in a child, never here."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=lambda: theirs.send(function(*args)))
    process.start()
    theirs.close()
    try:
        result = ours.recv()
    except EOFError:
        sys.exit(f"bench: {function.__name__} failed")
    process.join()
    return result


def measure(command, log):
    """Wall-clock and processor seconds, peak RSS of the largest process, and the steps that it told of; None if it failed."""
    with open(log, "wb") as sink:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    told = pathlib.Path(log).read_text(errors="replace")
    if process.returncode:
        tail = "\n  ".join(told.splitlines()[-8:])
        print(f"  failed with exit code {process.returncode}: {' '.join(map(str, command))[-200:]}\n  {tail}")
        return None
    steps = {name: float(took.replace(",", ".")) for name, took in STEP.findall(told)}
    # Linux counts ru_maxrss in KiB, macOS in bytes.
    megabytes = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return Run(seconds, usage.ru_utime + usage.ru_stime, megabytes, steps)


def files(folder):
    """(path below the folder, stat) of each file of the site."""
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(OWN)]
        for name in names:
            if not name.startswith(OWN):
                path = os.path.join(base, name)
                yield os.path.relpath(path, folder), os.stat(path)


def count_output(folder):
    html = articles = size = 0
    for path, stat in files(folder):
        size += stat.st_size
        if path.endswith(".html"):
            html += 1
            # An article is one file or one folder below bai-viet/, depending on how the tool makes addresses.
            articles += bool(re.search(r"^bai-viet/.*\d{6}-", path))
    return Output(html, articles, size)


def changes(folder, memory):
    """What changed in the folder since the last call with this file of memory, by the hashes of its files."""
    before = pickle.loads(memory.read_bytes()) if memory.exists() else {}
    after, found, where = {}, Counter(), {}

    def note(kind, path, size):
        found[kind] += 1
        part = path.split(os.sep)[0]
        files_there, size_there = where.get(part, (0, 0))
        where[part] = files_there + 1, size_there + size

    for path, stat in files(folder):
        seen, known = (stat.st_ino, stat.st_mtime_ns, stat.st_size), before.get(path)
        if known and known[0] == seen:
            after[path] = known
            continue
        with open(os.path.join(folder, path), "rb") as file:
            after[path] = seen, hashlib.blake2b(file.read(), digest_size=16).digest()
        if known and known[1] == after[path][1]:
            continue
        note("changed" if known else "new", path, stat.st_size)
    for path in before.keys() - after.keys():
        note("removed", path, 0)
    memory.write_bytes(pickle.dumps(after))
    return Changes(found["new"], found["changed"], found["removed"], sum(size for _, size in where.values()), where)
