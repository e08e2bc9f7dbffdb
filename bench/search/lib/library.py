"""The articles of a site as text, and which of them contain a sequence of tokens."""
import collections
import dataclasses
import re
import shutil
import unicodedata

import sites
from articles import ROOT, TAGS, Articles
from tokens import TOKEN, exact, exact_runs, folded, placed_otherwise

HEADING = "Cách làm"
# Of an article's address, its number from 1.
NUMBER = re.compile(r"/(\d{6})-[^/]*\.html")


def number_of(address):
    """The number of the article with this address, from 0, or None where it is no article's."""
    found = NUMBER.search(address)
    return int(found[1]) - 1 if found else None


class Text:
    """An article as the site shows it, in NFC: its title, its lead, the paragraphs of its body."""

    def __init__(self, article):
        parts = [re.sub(r"\\(.)", r"\1", part) for part in article.body.removesuffix("\n").split("\n\n")]
        parts[0] = parts[0].removeprefix("**").removesuffix("**")
        parts = [article.title, article.summary, *(part for part in parts if part != f"## {HEADING}")]
        self.title, self.lead, *self.paragraphs = (unicodedata.normalize("NFC", part) for part in parts)
        self.parts = [self.title, self.lead, *self.paragraphs]


class Library:
    """The texts of a site of `count` articles; a text of the corpus that comes again counts as the same text."""

    def __init__(self, count, corpus):
        source = Articles(count, 0, corpus)
        self.copies = len(source.texts)
        self.articles = [both_placements(source.article(number), number) for number in range(count)]
        self.texts = [Text(article) for article in self.articles]
        # tokens between blanks; paragraphs end with a line, runs of neighbours with a bar
        self.folded = [lines(text.parts) for text in self.texts]
        self.runs = [[run for part in text.parts for run in exact_runs(part)] for text in self.texts]
        self.exact = ["|".join(f" {' '.join(run)} " for run in runs) for runs in self.runs]
        self.folded_postings = postings(text.split() for text in self.folded)
        self.exact_postings = postings((form for run in runs for form in run) for runs in self.runs)
        self.names = names()

    def write_site(self, folder):
        """A site with the portal's own templates."""
        shutil.rmtree(folder, ignore_errors=True)
        sites.full_frame(folder)
        for article in self.articles:
            sites.write(folder / article.path, sites.full_text(article))

    def with_folded(self, tokens):
        """The articles that have these folded tokens one after the other in a paragraph, whatever stands between."""
        return self.containing(tokens, self.folded_postings, self.folded)

    def with_exact(self, tokens):
        """The articles that have these exact tokens as neighbours."""
        return self.containing(tokens, self.exact_postings, self.exact)

    def with_all_exact(self, tokens):
        """The articles that have each of these exact tokens anywhere."""
        return set.intersection(*(self.exact_postings[token] for token in tokens))

    def containing(self, tokens, where, texts):
        candidates = set.intersection(*(where.get(token, set()) for token in tokens))
        return {number for number in candidates if f" {' '.join(tokens)} " in texts[number]}

    def same_text(self, numbers):
        return len({number % self.copies for number in numbers}) == 1

    def in_names(self, tokens):
        """Whether these folded tokens stand in the name of a place, a topic or a tag: many articles have these."""
        return f" {' '.join(tokens)} " in self.names


def both_placements(article, number):
    """The corpus has the tone in the new place, hoà; every second article gets it in the old one, hòa."""
    if number % 2 == 0:
        return article
    return dataclasses.replace(article, **{field: placed_otherwise(getattr(article, field))
                                           for field in ("title", "summary", "body")})


def lines(parts):
    return "\n".join(f" {' '.join(folded(exact(match[0])) for match in TOKEN.finditer(part))} " for part in parts)


def postings(tokens_of_articles):
    found = collections.defaultdict(set)
    for number, tokens in enumerate(tokens_of_articles):
        for token in tokens:
            found[token].add(number)
    return dict(found)


def names():
    found = [HEADING, *(tag.replace("-", " ") for tag in TAGS)]
    for file in ("localities.yaml", "topics.yaml"):
        found += re.findall(r"(?:name|aliases|kind): *(.+)", (ROOT / "data" / file).read_text(encoding="utf-8"))
    return lines(found)
