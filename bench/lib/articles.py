"""The articles: real or generated texts, the same on every run, and no two alike however many there are."""
import datetime
import functools
import gzip
import itertools
import json
import pathlib
import random
import re
import unicodedata
from dataclasses import dataclass

BENCH = pathlib.Path(__file__).resolve().parent.parent
ROOT = BENCH.parent
CORPUS = ROOT.parent / "shared/corpus/articles-5000.jsonl.gz"
SEED = 20180509
ARTICLE_BYTES = 4096
# As many as the corpus has; further articles are these again, each a little different.
MOST_TEXTS = 5000
FIRST_DAY = datetime.date(2014, 1, 1)
DAYS = 4000
# Later articles, one a day, must not reach the future: what is dated there may be held back.
MOST_LATER = 600
# Without spaces or accents, so that the three tools write the same file names.
TAGS = """an-ninh-trat-tu an-toan-giao-thong bao-hiem bien-dao cai-cach-hanh-chinh cam-ket chan-nuoi chuyen-doi-so
    cong-dong dan-toc dan-van-kheo dien-nuoc doan-thanh-nien doi-thoai du-lich giam-ngheo giao-duc hoc-tap hoi-phu-nu
    hop-tac-xa khuyen-hoc lam-nghiep mat-tran moi-truong nong-dan nong-thon-moi nuoc-sach phong-chay quy-che-dan-chu
    rung-trong san-pham-dia-phuong suc-khoe tai-dinh-cu thuy-loi ton-giao trong-trot tu-quan van-hoa viec-lam
    xay-dung-dang""".split()
PRACTICES = 0.2


@dataclass(frozen=True)
class Article:
    path: str
    title: str
    date: datetime.date
    tags: list
    summary: str
    body: str
    kind: str
    place: str
    topic: str


class Articles:
    """Article 0, 1, … of a site of `count`; those from `count` on are later than all before them, one a day."""

    def __init__(self, count, later, corpus):
        limit = min(count + later, MOST_TEXTS)
        self.count = count
        self.texts = list(corpus_texts(corpus, limit) if corpus else generated_texts(limit))
        self.places = localities()
        self.topics = [name for _, name, _ in entries(ROOT / "data/topics.yaml")]

    def article(self, number):
        copy, index = divmod(number, len(self.texts))
        title, lead, paragraphs = self.texts[index]
        title = one_line(title) or f"Bài viết {number + 1}"
        if copy:
            title = f"{title} – bài {number + 1}"
            lead = f"Bài {number + 1}. {lead}"
            start = copy % max(len(paragraphs), 1)
            paragraphs = paragraphs[start:] + paragraphs[:start]
        day = number * DAYS // self.count if number < self.count else DAYS + number - self.count
        date = FIRST_DAY + datetime.timedelta(days=day)
        rnd = random.Random(SEED + number)
        return Article(
            path=f"content/bai-viet/{date.year}/{number + 1:06d}-{slug(title)}.md",
            title=title,
            date=date,
            tags=rnd.sample(TAGS, 2),
            summary=one_line(lead)[:200],
            body=body(lead, paragraphs) if lead or paragraphs else "Không có nội dung.\n",
            kind="practice" if rnd.random() < PRACTICES else "post",
            place=rnd.choice(self.places),
            topic=rnd.choice(self.topics))


# ---------------------------------------------------------------- texts

def corpus_texts(path, limit):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in itertools.islice(lines, limit):
            text = json.loads(line)
            yield text["title"], text["lead"], text["paragraphs"]


def generated_texts(limit):
    words = (BENCH / "words.txt").read_text(encoding="utf-8").split()
    rnd = random.Random(SEED)

    def sentence(low, high):
        return " ".join(rnd.choices(words, k=rnd.randint(low, high))).capitalize()

    for _ in range(limit):
        yield sentence(6, 14), sentence(20, 35) + ".", [
            " ".join(sentence(10, 30) + "." for _ in range(rnd.randint(2, 5))) for _ in range(10)]


def one_line(text):
    return " ".join(text.split())


def slug(text):
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    words = re.findall("[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return "-".join(words)[:60].strip("-") or "bai-viet"


# A text that comes again costs no second escaping, which is most of the work.
@functools.lru_cache(maxsize=None)
def markdown(text):
    """Escapes what Markdown or HTML would read as markup, so that every engine renders the same plain text."""
    # Bare addresses would be linked or not depending on the engine.
    text = re.sub(r"https?://|www\.", "", one_line(text))
    text = re.sub(r"([\\`*_{}\[\]<>#|~!&^@$])", r"\\\1", text)
    text = re.sub(r"^([-+=:])", r"\\\1", text)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", text)


def body(lead, paragraphs):
    """About ARTICLE_BYTES of Markdown: the lead in bold, paragraphs, one heading after the third."""
    parts, left = [], ARTICLE_BYTES
    for number, paragraph in enumerate([lead, *paragraphs]):
        text = one_line(paragraph).encode()[:left].decode(errors="ignore")
        left -= len(text.encode())
        if len(text) < len(one_line(paragraph)):
            text = text.rpartition(" ")[0]
        text = markdown(text)
        if not text:
            continue
        if number == 0:
            text = f"**{text}**"
        elif number == 3:
            parts.append("## Cách làm")
        parts.append(text)
        if left <= 0:
            break
    return "\n\n".join(parts) + "\n"


# ---------------------------------------------------------------- places and topics

def entries(path):
    """(key, name, kind) of each entry of a file in data/, which all begin with these lines."""
    found = re.findall(r"^ *- key: (\S+)\n *name: (.+)\n(?: *kind: (.+)\n)?", path.read_text(encoding="utf-8"), re.M)
    if not found:
        raise SystemExit(f"bench: no entries in {path}")
    return found


def localities():
    """Places as editors write them: below a province each with its kind, since names are often the same."""
    units = {key: (name, kind) for key, name, kind in entries(ROOT / "data/localities.yaml")}

    def written(key):
        above, _, _ = key.rpartition("/")
        name, kind = units[key]
        return f"{written(above)}/{kind} {name}" if above else name

    return [written(key) for key in units]
