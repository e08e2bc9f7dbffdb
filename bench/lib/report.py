"""Tables of what was measured, for docs/benchmarks.md."""
import datetime
import os
import platform
import statistics
import subprocess
from collections import Counter

from articles import ROOT
from scenarios import COLD
from tools import HUGO_NAME, OURS


def first_line(*command):
    try:
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return next(iter(done.stdout.splitlines()), "")
    except OSError:
        return "not installed"


def machine(source):
    proc = {}
    for file in ("/proc/meminfo", "/proc/cpuinfo"):
        if os.path.exists(file):
            with open(file) as lines:
                for line in lines:
                    key, _, value = line.partition(":")
                    proc.setdefault(key.strip(), value.strip())
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = int(proc.get("MemTotal", "0 kB").split()[0]) / 1024 / 1024
    return [f"- Machine: {cores} cores ({proc.get('model name', platform.processor() or 'unknown')}), "
            f"{memory:.0f} GB memory, {platform.system()} {platform.release()}; load before the first bake "
            f"{os.getloadavg()[0]:.1f}",
            f"- Java: {first_line('java', '-version')}",
            f"- Hugo: {first_line('hugo', 'version')}",
            f"- Cách làm hay: {first_line('git', 'describe', '--always', '--dirty')}",
            f"- Python: {platform.python_version()}; texts: {source}; {datetime.date.today()}"]


def table(heading, columns, rows):
    """A Markdown table. columns: names, those of numbers with a colon at the end; nothing when there are no rows."""
    if not rows:
        return []
    names = [column.rstrip(":") for column in columns]
    rule = ["---:" if column.endswith(":") else "---" for column in columns]
    return ["", f"**{heading}**", "", f"| {' | '.join(names)} |", f"|{'|'.join(rule)}|",
            *(f"| {' | '.join(row)} |" for row in rows)]


def ratio(value, results, tool, what):
    base = results.get((tool, COLD))
    return f"{value / getattr(base, what):.2f}" if base else "–"


def cold(all_results):
    rows = []
    for count, results in all_results.items():
        for (name, scenario), r in results.items():
            if scenario == COLD:
                seconds = [run.seconds for run in r.runs]
                rows.append([
                    f"{count:,}", name, f"{r.seconds:.2f}", f"{min(seconds):.2f}–{max(seconds):.2f}",
                    f"{r.cpu:.2f}", ratio(r.seconds, results, OURS, "seconds"), ratio(r.seconds, results, HUGO_NAME, "seconds"),
                    f"{r.megabytes:,.0f}", ratio(r.megabytes, results, HUGO_NAME, "megabytes"),
                    f"{r.output.html:,}", f"{r.output.size / 1e6:.1f}"])
    return table("Cold bakes", ["Articles:", "Tool", "Seconds:", "Fastest–slowest:", "CPU s:", "× ours:", "× Hugo:", "Peak MB:",
                                "MB × Hugo:", "HTML files:", "MB written:"], rows)


def after_changes(all_results):
    rows = []
    for count, results in all_results.items():
        for (name, scenario), r in results.items():
            if scenario != COLD:
                seconds = [run.seconds for run in r.runs]
                c = r.changes
                rows.append([f"{count:,}", name, scenario, f"{r.seconds:.2f}",
                             f"{min(seconds):.2f}–{max(seconds):.2f}", f"{r.cpu:.2f}", f"{r.megabytes:,.0f}",
                             f"{c.new:,} + {c.changed:,} + {c.removed:,}", f"{c.size / 1000:,.1f}"])
    return table("Bakes after a change, each in a new process",
                 ["Articles:", "Tool", "Change", "Seconds:", "Fastest–slowest:", "CPU s:", "Peak MB:",
                  "Files new + changed + removed:", "KB changed:"], rows)


def in_process(all_edits):
    return table("Edits in a running process, until the page is fresh on the disk",
                 ["Articles:", "Tool", "Milliseconds, median:"],
                 [[f"{count:,}", name, f"{ms:,.1f}"] for count, edits in all_edits.items() for name, ms in edits.items()])


def steps(all_results):
    names = list(dict.fromkeys(
        step for results in all_results.values() for r in results.values() for run in r.runs for step in run.steps))
    rows = []
    for count, results in all_results.items():
        for (name, scenario), r in results.items():
            took = [r.step(step) for step in names]
            if any(took):
                rows.append([f"{count:,}", name, scenario, *(f"{t:.2f}" for t in took),
                             f"{max(r.seconds - sum(took), 0):.2f}"])
    return table("Seconds for each step; the rest is the start of the launcher and of Java, and what belongs to no step",
                 ["Articles:", "Tool", "Bake", *(f"{name}:" for name in names), "rest:"], rows)


def by_place(changes):
    """Mean files and KB by the first part of the path, the heaviest first."""
    files, size = Counter(), Counter()
    for c in changes:
        for place, (number, weight) in c.where.items():
            # The further pages of a plain JBake site's home page lie in folders named by their numbers.
            name = "1, 2, …" if place.isdigit() else place
            files[name] += number
            size[name] += weight
    return "; ".join(f"{place} {files[place] / len(changes):.1f} files, {weight / 1000 / len(changes):.1f} KB"
                     for place, weight in size.most_common())


def additions(all_additions):
    rows, notes = [], []
    for count, by_tool in all_additions.items():
        for name, result in by_tool.items():
            files = [c.files for c in result.changes]
            size = [c.size / 1000 for c in result.changes]
            rows.append([f"{count:,}", name, f"{len(files)}", f"{statistics.mean(files):.1f}",
                         f"{statistics.median(files):.0f}", f"{max(files):,}", f"{statistics.mean(size):,.1f}",
                         f"{max(size):,.1f}", f"{statistics.median(run.seconds for run in result.runs):.2f}"])
            notes.append(f"- {name}, {count:,}, of each addition: {by_place(result.changes)}")
    lines = table("New articles, one at a time in the order of their dates, a bake in a new process after each",
                  ["Articles:", "Tool", "Additions:", "Files, mean:", "median:", "most:", "KB, mean:", "most:",
                   "Seconds, median:"], rows)
    return [*lines, "", *notes] if rows else []
