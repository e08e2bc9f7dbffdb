"""Sets of queries whose relevant articles are known because of how they are made; README.md describes each."""
import collections
import functools
import json
import math
import random
import re
import unicodedata
from dataclasses import asdict, dataclass

from articles import SEED
from tokens import TOKEN, TONES, exact, folded, placed_otherwise, plain

SETS = "abcdefghij"
SIZE = 160
LEAST_RELEVANT = 10
LEAST_OTHERS = 5
# Neighbours that are bound more closely than this are mostly of one word.
BOND = 0.35
# Tokens in more than this share of the articles are mostly no part of a compound: "trong", "được", "một".
COMMON = 0.3
# Marks that stay in a query when they stand between two tokens without a blank.
INSIDE = re.compile(r"[-./,:'’&]")
KEYS = {a: b for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm") for a, b in zip(row, row[1:])}
BESIDE = {key: [other for pair in KEYS.items() if key in pair for other in pair if other != key]
          for key in "qwertyuiopasdfghjklzxcvbnm"}
TONE_KEYS = "sfrxj"


@dataclass(frozen=True)
class Query:
    """relevant: the numbers of articles"""
    set: str
    query: str
    relevant: tuple

    def line(self):
        return json.dumps(asdict(self), ensure_ascii=False)


def build(library, sets=SETS, size=SIZE):
    """The queries of these sets, the same for the same articles on every run."""
    return [query for name in SETS if name in sets for query in MAKERS[name](library, size)]


# ---------------------------------------------------------------- phrases of titles and leads

def windows(name, library, part, shortest, longest, usable):
    """(query, relevant): of each article in random order, one phrase that no other text has."""
    rnd = random.Random(f"{SEED} {name}")
    order = list(range(len(library.texts)))
    rnd.shuffle(order)
    used = set()
    for number in order:
        text = part(library.texts[number])
        spans = [match.span() for match in TOKEN.finditer(text)]
        if number % library.copies in used or len(spans) < shortest:
            continue
        for _ in range(5):
            length = rnd.randint(shortest, min(longest, len(spans)))
            start = rnd.randrange(len(spans) - length + 1)
            query = written(text, spans[start:start + length])
            tokens = forms(query)
            if query.isascii() or library.in_names(tokens) or not usable(query, library.texts[number]):
                continue
            relevant = library.with_folded(tokens)
            if number in relevant and library.same_text(relevant):
                used.add(number % library.copies)
                yield query, tuple(sorted(relevant))
                break


def written(text, spans):
    """The tokens as they are written, without the punctuation between them except within "60-CT/TU" or "88,78"."""
    query = text[slice(*spans[0])]
    for (_, end), (start, after) in zip(spans, spans[1:]):
        gap = text[end:start]
        query += (gap if INSIDE.fullmatch(gap) else " ") + text[start:after]
    return query


def forms(query):
    return [folded(exact(match[0])) for match in TOKEN.finditer(query)]


def first(size, found, name, change=lambda query: query):
    return [Query(name, change(query), relevant) for _, (query, relevant) in zip(range(size), found)]


@functools.lru_cache(maxsize=None)
def of_titles(library, size):
    return tuple(first(size, windows("a", library, lambda text: text.title, 3, 6, lambda *_: True), "a"))


@functools.lru_cache(maxsize=None)
def of_leads(library, size):
    def outside_title(query, text):
        return f" {' '.join(forms(query))} " not in f" {' '.join(forms(text.title))} "

    return tuple(first(size, windows("i", library, lambda text: text.lead[:190].rpartition(" ")[0], 4, 6,
                                     outside_title), "i"))


def changed(queries, name, change):
    return [Query(name, change(query.query), query.relevant) for query in queries]


def with_tones_moved(library, size):
    """Titles with a syllable whose tone has two places, written with the other one."""
    found = windows("c", library, lambda text: text.title, 3, 6, lambda query, _: placed_otherwise(query) != query)
    return first(size, found, "c", placed_otherwise)


def cut_short(library, size):
    """Titles whose last syllable is half typed, such that no other text goes on in another way."""
    def cut(query):
        last = [match.span() for match in TOKEN.finditer(query)][-1]
        return query[:last[0] + (last[1] - last[0] + 1) // 2]

    def usable(query, _):
        *whole, last = forms(query)
        begun = forms(cut(query))[-1]
        if len(last) < 2 or begun == last:
            return False
        others = set.intersection(*(library.folded_postings[form] for form in whole))
        start = f" {' '.join(whole)} {begun}"
        return library.same_text({number for number in others if start in library.folded[number]})

    return first(size, windows("g", library, lambda text: text.title, 3, 6, usable), "g", cut)


# ---------------------------------------------------------------- slips

def slips(library, size):
    """The four kinds of slips in turn, each in a random syllable where it is possible."""
    rnd = random.Random(f"{SEED} h")
    queries = []
    for number, query in enumerate(of_titles(library, size)):
        kinds = [SLIPS[(number + turn) % len(SLIPS)] for turn in range(len(SLIPS))]
        queries.append(Query("h", slipped(query.query, kinds, rnd), query.relevant))
    return queries


def slipped(query, kinds, rnd):
    spans = [match.span() for match in TOKEN.finditer(query) if match[0].isalpha() and len(match[0]) > 1]
    for kind in kinds:
        rnd.shuffle(spans)
        for start, end in spans:
            token = query[start:end]
            wrong = kind(token, rnd)
            if wrong.lower() != token.lower():
                return query[:start] + wrong + query[end:]
    raise SystemExit(f"bench: no slip is possible in {query}")


def tone_missing(token, _):
    return unicodedata.normalize("NFC", re.sub(f"[{TONES}]", "", unicodedata.normalize("NFD", token)))


def letters_swapped(token, rnd):
    at = rnd.randrange(len(token) - 1)
    return token[:at] + token[at + 1] + token[at] + token[at + 2:]


def stray_tone_key(token, rnd):
    return token + rnd.choice(TONE_KEYS)


def neighbouring_key(token, rnd):
    places = [at for at, letter in enumerate(token) if letter in BESIDE]
    if not places:
        return token
    at = rnd.choice(places)
    return token[:at] + rnd.choice(BESIDE[token[at]]) + token[at + 1:]


SLIPS = [tone_missing, letters_swapped, stray_tone_key, neighbouring_key]


# ---------------------------------------------------------------- words and compounds

class Words:
    """Which neighbours belong together, and which groups of them are whole."""

    def __init__(self, library):
        self.library = library
        self.single, self.pair = collections.Counter(), collections.Counter()
        for run in self.runs():
            self.single.update(run)
            self.pair.update(zip(run, run[1:]))
        self.total = sum(self.single.values())

    def runs(self):
        return (run for runs in self.library.runs for run in runs)

    def bond(self, x, y):
        """Normalized pointwise mutual information, from -1 to 1."""
        together = self.pair[x, y] / self.total
        alone = self.single[x] * self.single[y] / self.total ** 2
        return math.log(together / alone) / -math.log(together) if together else -1

    def groups(self, length, least):
        """(times, group) of those that are bound at both ends, and that no one neighbour mostly goes on: not "người
        đàn", which is a part of "người đàn ông"."""
        around = collections.defaultdict(lambda: (collections.Counter(), collections.Counter()))
        times = collections.Counter(group for run in self.runs() for group in zip(*(run[at:] for at in range(length))))
        likely = {group for group, n in times.items() if n >= least and self.bound(group)}
        for run in self.runs():
            framed = ["", *run, ""]
            for at in range(1, len(framed) - length):
                group = tuple(framed[at:at + length])
                if group in likely:
                    before, after = around[group]
                    before[framed[at - 1]] += 1
                    after[framed[at + length]] += 1
        return [(times[group], group) for group in sorted(likely)
                if all(n <= times[group] / 2 for side in around[group] for form, n in side.items() if form)]

    def bound(self, group):
        return (all(token.isalpha() and len(token) > 1 for token in group)
                and min(self.bond(*group[:2]), self.bond(*group[-2:])) > BOND)


@functools.lru_cache(maxsize=None)
def words_of(library):
    return Words(library)


def colliding_words(library, size):
    """Words of two syllables whose bare form is also that of other neighbours."""
    words = words_of(library)
    alike = collections.defaultdict(list)
    for pair in words.pair:
        alike[tuple(map(folded, pair))].append(pair)
    found = []
    for _, word in words.groups(2, LEAST_RELEVANT):
        bare = tuple(map(folded, word))
        having = library.with_exact(word)
        others = set().union(*(library.with_exact(pair) for pair in alike[bare] if pair != word)) - having
        if (LEAST_RELEVANT <= len(having) <= len(library.texts) / 20 and len(others) >= LEAST_OTHERS
                and not library.in_names(bare) and not "".join(word).isascii()):
            found.append(Query("e", " ".join(word), tuple(sorted(having))))
    random.Random(f"{SEED} e").shuffle(found)
    return found[:size]


def compounds(library, size):
    """Compounds of three or four syllables that other articles have as well, but not side by side."""
    def is_common(token):
        return len(library.exact_postings[token]) > COMMON * len(library.texts)

    words = words_of(library)
    groups = [group for length in (3, 4) for _, group in words.groups(length, LEAST_RELEVANT / 2)]
    random.Random(f"{SEED} f").shuffle(groups)
    found, used = [], set()
    # those with many relevant articles first; a small site has few of them
    for enough in (LEAST_RELEVANT, LEAST_RELEVANT / 2):
        for group in groups:
            pairs = set(zip(map(folded, group), map(folded, group[1:])))
            if (len(found) == size or used & pairs or any(library.in_names(pair) for pair in pairs)
                    or "".join(group).isascii() or any(map(is_common, (group[0], group[-1])))):
                continue
            having = library.with_exact(group)
            apart = library.with_all_exact(group) - having
            if len(having) >= enough and len(apart) >= max(LEAST_RELEVANT, len(having) / 2):
                used |= pairs
                found.append(Query("f", " ".join(group), tuple(sorted(having))))
    return found


MAKERS = {
    "a": lambda library, size: list(of_titles(library, size)),
    "b": lambda library, size: changed(of_titles(library, size), "b", plain),
    "c": with_tones_moved,
    "d": lambda library, size: changed(of_titles(library, size), "d",
                                       lambda query: unicodedata.normalize("NFD", query)),
    "e": colliding_words,
    "f": compounds,
    "g": cut_short,
    "h": slips,
    "i": lambda library, size: list(of_leads(library, size)),
    "j": lambda library, size: changed(of_leads(library, size), "j", plain),
}
