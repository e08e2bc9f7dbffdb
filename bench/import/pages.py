#!/usr/bin/env python3
"""Makes saved pages to measure the import with: variations of the pages of src/test/resources/web.

    bench/import/pages.py FOLDER [COUNT] [SEED]

Each page is one of the fixtures with its paragraphs shuffled, words of its title and of its text
changed, another date, more or fewer lists of other articles, and a number of its own in its
address, so that no two are the same and none is taken for a copy of another. The same seed gives
the same pages.
"""

import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORDS = "thôn bản xóm ấp khu tổ chi hội đoàn vườn ruộng đường cầu trường trạm chợ kênh đồi".split()
PARAGRAPH = re.compile(r"<p(?: [^>]*)?>[^<]{60,}</p>")
DATE = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})([/.-])(20\d\d)\b")


def fixtures():
    for folder in sorted((ROOT / "src/test/resources/web").iterdir()):
        page = folder / "page.html"
        # pages of pictures in other files, or in old letters, stand for few
        if page.exists() and not folder.name.startswith("phong-chu"):
            yield folder.name, page.read_text(encoding="utf-8")


def changed(words, number, rng):
    """A number of its own in every third sentence, and some words exchanged."""
    parts = words.split(" ")
    for _ in range(max(1, len(parts) // 12)):
        at = rng.randrange(len(parts))
        if parts[at].isalpha():
            parts[at] = rng.choice(WORDS)
    parts.insert(rng.randrange(1, len(parts)) if len(parts) > 1 else 0, str(number))
    return " ".join(parts)


def variation(page, number, rng):
    paragraphs = PARAGRAPH.findall(page)
    texts = [re.sub(r"^<p[^>]*>|</p>$", "", each) for each in paragraphs]
    more = [changed(text, number, rng) for text in texts for _ in range(rng.randint(1, 3))]
    rng.shuffle(more)
    for paragraph in paragraphs:
        count = max(1, len(more) // max(1, len(paragraphs)))
        opening = re.match(r"<p[^>]*>", paragraph).group(0)
        mine, more = more[:count], more[count:]
        page = page.replace(paragraph, "\n".join(f"{opening}{text}</p>" for text in mine) or "", 1)
    page = DATE.sub(
        lambda date: f"{rng.randint(1, 28):02}{date[2]}{rng.randint(1, 12):02}{date[4]}"
        f"{rng.randint(2012, 2024)}",
        page,
    )
    title = re.search(r"<title>([^<]*?)(?: - [^<]*)?</title>", page)
    if title:
        page = page.replace(title[1], f"{title[1]} ({number})")
    return page


def main():
    folder = pathlib.Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 9)
    known = list(fixtures())
    for number in range(count):
        name, page = known[number % len(known)]
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{name}-{number:05}.html").write_text(
            variation(page, number, rng), encoding="utf-8"
        )
    print(f"{count} pages in {folder}")


if __name__ == "__main__":
    main()
