"""The goals of the project, held against what was measured."""
import statistics
from dataclasses import dataclass
from typing import Optional

from scenarios import COLD, EDIT, NOTHING
from tools import HUGO_NAME, OURS, OURS_FULL

# A larger site may need this much more for each article before we say that its cost grows: the machine is noisy.
NOISE = 1.1


@dataclass(frozen=True)
class Check:
    goal: str
    measured: Optional[float]
    most: float
    unit: str

    def row(self):
        return [self.goal, f"{self.measured:,.2f}{self.unit}", f"{self.most:,.2f}{self.unit}",
                "met" if self.measured <= self.most else "**missed**"]


def checks(results, additions, in_process):
    """Every goal, with None where what it needs was not run. results: number of articles -> (tool, scenario) -> Result."""

    def of(count, tool, scenario, what):
        result = results.get(count, {}).get((tool, scenario))
        return getattr(result, what) if result else None

    def to_hugo(count, tool, what="seconds"):
        ours, hugo = of(count, tool, COLD, what), of(count, HUGO_NAME, COLD, what)
        return ours / hugo if ours and hugo else None

    for count, most in ((1000, 2), (10_000, 1), (45_000, 0.5)):
        yield Check(f"{count:,} articles, cold, simple templates: time", to_hugo(count, OURS), most, " × Hugo")
    yield Check("45,000 articles, cold, simple templates: memory", to_hugo(45_000, OURS, "megabytes"), 1 / 3, " × Hugo")
    yield Check("10,000 articles, cold, full templates: time, against Hugo's simple site",
                to_hugo(10_000, OURS_FULL), 1.5, " × Hugo")
    for tool in (OURS, OURS_FULL):
        name = "full" if tool == OURS_FULL else "simple"
        yield Check(f"100,000 articles, {name} templates: memory", of(100_000, tool, COLD, "megabytes"), 2048, " MB")
        for larger in (45_000, 100_000):
            base, grown = of(10_000, tool, COLD, "seconds"), of(larger, tool, COLD, "seconds")
            yield Check(f"{larger:,} articles, {name} templates: time per article, against 10,000",
                        grown / larger / (base / 10_000) if base and grown else None, NOISE, " ×")
        yield Check(f"10,000 articles, {name} templates: second bake, one edited", of(10_000, tool, EDIT, "seconds"),
                    1.5, " s")
        yield Check(f"10,000 articles, {name} templates: second bake, nothing changed",
                    of(10_000, tool, NOTHING, "seconds"), 1, " s")
        yield Check(f"10,000 articles, {name} templates: edited in a running process",
                    in_process.get(10_000, {}).get(tool), 100, " ms")
    # A plain JBake site numbers the pages of its home page from the newest on, so there every one of them changes.
    added = additions.get(10_000, {}).get(OURS_FULL)
    yield Check("10,000 articles, full templates: files changed by a new article",
                statistics.mean(c.files for c in added.changes) if added else None, 40, "")
    yield Check("10,000 articles, full templates: KB changed by a new article",
                statistics.mean(c.size / 1000 for c in added.changes) if added else None, 500, " KB")


def rows(results, additions, in_process):
    """(rows of those measured, how many were not)."""
    all_checks = list(checks(results, additions, in_process))
    measured = [check.row() for check in all_checks if check.measured is not None]
    return measured, len(all_checks) - len(measured)
