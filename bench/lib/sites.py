"""Writes the same articles as three projects: a plain JBake one, a Hugo one, and a site with the portal's templates."""
import json
import os
import pathlib
import shutil
from dataclasses import dataclass

from articles import BENCH, FIRST_DAY, ROOT, Articles

SIMPLE, FULL, HUGO = "simple", "full", "hugo"
ABOUT = "Trang này giới thiệu cổng thông tin.\n"


@dataclass(frozen=True)
class Site:
    """A written project.

    edit: the file of the article in the middle, to be changed
    later: the files of the articles that are still to come, below `waiting` as they will be below `folder`
    """
    folder: pathlib.Path
    waiting: pathlib.Path
    edit: str
    later: list

    def add(self, number):
        target = self.folder / self.later[number]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.waiting / self.later[number], target)

    def remove(self, number):
        (self.folder / self.later[number]).unlink(missing_ok=True)


def quoted(text):
    """A string for JSON and YAML alike."""
    return json.dumps(text, ensure_ascii=False)


def simple_text(a):
    return (f"title={a.title}\ndate={a.date}\ntype=post\nstatus=published\ntags={','.join(a.tags)}\n"
            f"summary={a.summary}\n~~~~~~\n{a.body}")


def full_text(a):
    return (f"---\ntitle: {quoted(a.title)}\ndate: {a.date}\ntype: {a.kind}\nstatus: published\n"
            f"locality: {a.place}\ntopic: {a.topic}\ntags: [{', '.join(a.tags)}]\n"
            f"summary: {quoted(a.summary)}\n---\n\n{a.body}")


def hugo_text(a):
    # Hugo reads JSON front matter, which needs no quoting rules of our own.
    front = {"title": a.title, "date": str(a.date), "tags": a.tags, "summary": a.summary}
    return json.dumps(front, ensure_ascii=False, indent=1) + "\n\n" + a.body


def simple_frame(folder):
    shutil.copytree(BENCH / "jbake-site", folder)
    write(folder / "content/gioi-thieu.md",
          f"title=Giới thiệu\ndate={FIRST_DAY}\ntype=page\nstatus=published\n~~~~~~\n{ABOUT}")


def full_frame(folder):
    for part in ("templates", "assets", "data"):
        shutil.copytree(ROOT / part, folder / part)
    properties = (ROOT / "jbake.properties").read_text(encoding="utf-8")
    # With an address the pages, feeds and site map carry all that they can.
    write(folder / "jbake.properties", properties + "\nsite.host=https://example.vn\n")
    # the menu and the foot of every page lead to these
    for name, title in (("gioi-thieu", "Giới thiệu"), ("lien-he", "Liên hệ")):
        write(folder / f"content/{name}.md",
              f"---\ntitle: {title}\ndate: {FIRST_DAY}\ntype: page\nstatus: published\n---\n\n{ABOUT}")


def hugo_frame(folder):
    shutil.copytree(BENCH / "hugo-site", folder)
    for name, front in (("gioi-thieu", {"title": "Giới thiệu", "date": str(FIRST_DAY)}),
                        ("archive", {"title": "Lưu trữ", "layout": "archive"})):
        text = ABOUT if name == "gioi-thieu" else ""
        write(folder / f"content/{name}.md", json.dumps(front, ensure_ascii=False) + "\n\n" + text)


KINDS = {SIMPLE: (simple_frame, simple_text), FULL: (full_frame, full_text), HUGO: (hugo_frame, hugo_text)}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_sites(kinds, count, later, corpus, work):
    """Writes `count` articles and `later` more that wait, for each kind of project; the same bytes on every run."""
    articles = Articles(count, later, corpus)
    folders = {kind: (work / f"{kind}-{count}", work / f"{kind}-{count}-later") for kind in kinds}
    for kind, pair in folders.items():
        for folder in pair:
            shutil.rmtree(folder, ignore_errors=True)
        KINDS[kind][0](pair[0])
    edit, waiting, made = None, [], set()
    for number in range(count + later):
        article = articles.article(number)
        if number == count // 2:
            edit = article.path
        if number >= count:
            waiting.append(article.path)
        for kind, pair in folders.items():
            path = os.path.join(pair[number >= count], article.path)
            if os.path.dirname(path) not in made:
                made.add(os.path.dirname(path))
                os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(KINDS[kind][1](article).encode())
    return {kind: Site(*pair, edit, waiting) for kind, pair in folders.items()}
