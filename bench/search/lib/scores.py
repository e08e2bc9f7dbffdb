"""How good answers are, and what they cost: tables."""
import collections
import math
import statistics

from library import number_of
from queries import LEAST_RELEVANT
from report import table

SHOWN = 10
# What must be reached: set, measure, at least.
GOALS = {"a": ("mrr", 0.98), "b": ("mrr", 0.97), "c": ("mrr", 0.99), "d": ("mrr", 0.98), "e": ("precision", 0.92),
         "f": ("precision", 0.92), "g": ("mrr", 0.95), "h": ("mrr", 0.92), "i": ("mrr", 0.92), "j": ("mrr", 0.88)}


class Quality:
    """Means over answers to one set."""

    def __init__(self):
        self.reciprocal, self.first, self.any, self.precise = [], [], [], []

    def add(self, relevant, hits):
        ranks = [rank for rank, hit in enumerate(hits[:SHOWN], 1) if hit in relevant]
        self.reciprocal.append(1 / ranks[0] if ranks else 0)
        self.first.append(ranks[:1] == [1])
        self.any.append(bool(ranks))
        if len(relevant) >= LEAST_RELEVANT / 2:
            self.precise.append(len(ranks) / min(SHOWN, len(relevant)))

    @property
    def mrr(self):
        return statistics.fmean(self.reciprocal)

    @property
    def precision(self):
        return statistics.fmean(self.precise) if self.precise else None

    def cells(self, name):
        measure, least = GOALS.get(name, (None, 0))
        held = "" if not measure else "yes" if (getattr(self, measure) or 0) >= least else "**no**"
        return [str(len(self.any)), f"{self.mrr:.3f}", f"{statistics.fmean(self.first):.1%}",
                f"{statistics.fmean(self.any):.1%}", f"{self.precision:.3f}" if self.precise else "–", held]


def misses(queries, answers, texts):
    """A line for each answer that could be better: which of the first ten are relevant, and the first that is not."""
    for answer in answers:
        hits, relevant = articles_of(answer)[:SHOWN], queries[answer["set"], answer["query"]]
        right = "".join("+" if hit in relevant else "-" for hit in hits)
        if right != "+" * min(SHOWN, len(relevant)) + "-" * (len(right) - len(relevant)):
            wrong = next((texts[hit].title for hit in hits if hit not in relevant), "")
            yield f"{answer['set']}\t{answer['query']}\t{right or 'nothing'}\t{wrong}"


KINDS = {"opened": "in the address, new visitor; ms from the start of the navigation",
         "first": "typed, new visitor", "further": "typed, further"}
QUALITY = ["Queries:", "MRR@10:", "success@1:", "success@10:", "P@10:", "goal held"]


def articles_of(answer):
    """Numbers of the articles that were found, in order, each once."""
    numbers = (number_of(address) for address in answer.get("hits", []))
    return list(dict.fromkeys(number for number in numbers if number is not None))


def by_set(answers):
    groups = collections.defaultdict(list)
    for answer in answers:
        groups[answer["set"]].append(answer)
    return sorted(groups.items())


def quality(queries, answers, heading):
    """A row a set. queries: relevant articles by set and query."""
    rows = []
    for name, of_set in by_set(answers):
        means = Quality()
        for answer in of_set:
            means.add(queries[name, answer["query"]], articles_of(answer))
        answered = [answer for answer in of_set if "failed" not in answer]
        first, further = ([answer for answer in answered if (answer.get("kind") == "further") == is_further]
                          for is_further in (False, True))
        costs = [] if "kind" not in of_set[0] else [
            *both(first, "bytes", 1000, 1), *both(further, "bytes", 1000, 1), *both(further, "shown")]
        rows.append([name, *means.cells(name), *(costs or both(answered, "done", 1, 1))])
    columns = ["ms:", "p95:"] if not rows or len(rows[0]) == 9 else [
        "KB, first:", "p95:", "further:", "p95:", "ms, further:", "p95:"]
    return table(heading, ["Set", *QUALITY, *columns], rows)


def costs(answers, heading):
    """A row a network and way of asking: bytes, requests, milliseconds from the last key."""
    rows = []
    for slow, network in (False, "loopback"), (True, "80 ms, 8 Mbit/s"):
        for kind, name in KINDS.items():
            chosen = [answer for answer in answers
                      if "failed" not in answer and answer["slow"] == slow and answer["kind"] == kind]
            if chosen:
                rows.append([network, name, str(len(chosen)), *both(chosen, "bytes", 1000, 1),
                             *both(chosen, "requests"), *both(chosen, "shown"), *both(chosen, "done"),
                             folders(chosen)])
    return table(heading, ["Network", "Query", "Queries:", "KB:", "p95:", "Requests:", "p95:", "ms to first result:",
                           "p95:", "ms to all:", "p95:", "Requests by folder, mean"], rows)


def both(answers, key, scale=1, digits=0):
    """Median and 95th percentile."""
    values = sorted(answer[key] / scale for answer in answers)
    if not values:
        return ["–", "–"]
    return [f"{value:.{digits}f}" for value in (statistics.median(values), values[math.ceil(0.95 * len(values)) - 1])]


def folders(answers):
    counted = collections.Counter(folder(path) for answer in answers for path in answer["files"])
    return "; ".join(f"{name} {n / len(answers):.1f}" for name, n in sorted(counted.items()))


def folder(path):
    above, _, _ = path.lstrip("/").rpartition("/")
    return "/".join(above.split("/")[:2]) or "/"
