"""What is done to a site before each bake, and what came of it."""
import shutil
import statistics
import time
from dataclasses import dataclass, field

from articles import slug
from measuring import Changes, changes, count_output, in_child, measure
from tools import STOCK_NAME

COLD, NOTHING, EDIT, ADD = "cold", "nothing changed", "one article edited", "one article added"
CACHE = ".portal-cache"
EDITED = "\nĐoạn này được thêm khi sửa bài.\n"


@dataclass
class Result:
    """The bakes of one tool in one scenario. output: after a cold bake; changes: to the output of the bake before."""
    runs: list = field(default_factory=list)
    output: object = None
    changes: Changes = Changes()

    @property
    def seconds(self):
        return statistics.median(run.seconds for run in self.runs)

    @property
    def cpu(self):
        return statistics.median(run.cpu for run in self.runs)

    @property
    def megabytes(self):
        return statistics.median(run.megabytes for run in self.runs)

    def step(self, name):
        return statistics.median(run.steps.get(name, 0) for run in self.runs)


@dataclass
class Additions:
    """Bakes after one new article each, beginning with the first after a cold bake."""
    runs: list = field(default_factory=list)
    changes: list = field(default_factory=list)


# Outputs of earlier bakes, until the end.
OLD = "old"


class Folders:
    """Where one tool's output goes, and what is remembered of it."""

    def __init__(self, work, tool):
        self.out = work / "out" / slug(tool.name)
        self.memory = work / f"{slug(tool.name)}.files"
        self.log = work / "last.log"
        self.old = work / OLD

    def clear(self, site):
        """Makes the next bake a cold one. What is there is only put away: some file systems (ext4 without a journal) take
        several times as long to make files where others were deleted a moment ago."""
        if self.out.exists():
            self.old.mkdir(parents=True, exist_ok=True)
            self.out.rename(self.old / f"{self.out.name}-{time.time_ns()}")
        shutil.rmtree(site.folder / CACHE, ignore_errors=True)
        self.memory.unlink(missing_ok=True)
        self.out.parent.mkdir(parents=True, exist_ok=True)

    def changes(self):
        return in_child(changes, self.out, self.memory)


def rounds(count, tools, sites, args, results):
    """Fills (tool name, scenario) -> Result; the tools take turns in every round, so that a slow minute of the machine
    falls on all of them."""
    active = [tool for tool in tools if tool.name != STOCK_NAME or count <= args.stock_max]
    for number in range(args.rounds):
        print(f"{count:,} articles, round {number + 1}", flush=True)
        for tool in list(active):
            if not one_round(count, tool, sites[tool.kind], wanted(tool, number, args), results, args.work):
                active.remove(tool)


def wanted(tool, number, args):
    if "changes" in args.skip or tool.name == STOCK_NAME:
        return [COLD]
    if tool.is_ours:
        return [COLD, NOTHING, EDIT, ADD]
    # Hugo bakes everything each time, so only what changes in its output is of interest, and that is always the same.
    return [COLD, ADD] if number == 0 else [COLD]


def one_round(count, tool, site, scenarios, results, work):
    folders = Folders(work, tool)
    edited = site.folder / site.edit
    original = edited.read_bytes()
    folders.clear(site)
    try:
        for scenario in scenarios:
            if scenario == EDIT:
                edited.write_bytes(original + EDITED.encode())
            elif scenario == ADD:
                site.add(0)
            run = measure(tool.command(site.folder, folders.out), folders.log)
            if run is None:
                results.pop((tool.name, scenario), None)
                return False
            result = results.get((tool.name, scenario), Result())
            told = f"  {tool.name}, {scenario}: {run.seconds:.2f} s, {run.megabytes:.0f} MB"
            if scenario == COLD:
                result.output = in_child(count_output, folders.out)
                if result.output.articles != count:
                    told += f"\n  note: {tool.name} wrote {result.output.articles} article pages, not {count}"
            if len(scenarios) > 1:
                found = folders.changes()
                if scenario != COLD:
                    result.changes = found
                    told += f"; {found.files} files, {found.size / 1000:.0f} KB changed"
            result.runs.append(run)
            results[tool.name, scenario] = result
            print(told, flush=True)
    finally:
        edited.write_bytes(original)
        site.remove(0)
    return True


def additions(tool, site, args):
    """Adds the waiting articles one at a time, in the order of their dates, and bakes after each; None if that fails."""
    folders = Folders(args.work, tool)
    folders.clear(site)
    command = tool.command(site.folder, folders.out)
    print(f"{tool.name}: a cold bake, then {args.additions} additions", flush=True)
    if measure(command, folders.log) is None:
        return None
    folders.changes()
    result = Additions()
    try:
        for number in range(args.additions):
            site.add(number)
            run = measure(command, folders.log)
            if run is None:
                return None
            result.runs.append(run)
            result.changes.append(folders.changes())
            if (number + 1) % 20 == 0 or number + 1 == args.additions:
                files = sum(c.files for c in result.changes) / len(result.changes)
                size = sum(c.size for c in result.changes) / len(result.changes)
                print(f"  {number + 1}: {files:.1f} files, {size / 1000:.0f} KB on average", flush=True)
    finally:
        for number in range(args.additions):
            site.remove(number)
    return result
