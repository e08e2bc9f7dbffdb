#!/usr/bin/env python3
"""Best practices with parts, steps and tables of results over places, topics and years; the same bytes on every run."""
import datetime
import pathlib
import random
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "lib"))

import articles
import sites

SEED = 20181012
FIRST_DAY = datetime.date(2010, 1, 1)
DAYS = 6000
ROWS = 4
# indicator, unit, and how large targets are
INDICATORS = [("Đảng viên mới", "đảng viên", 40), ("Quần chúng dự lớp bồi dưỡng", "người", 200),
              ("Hộ tham gia", "hộ", 900), ("Đảng viên nữ mới", "đảng viên", 20), ("Đường làng được bê tông hóa", "km", 30),
              ("Chi bộ sinh hoạt chuyên đề", "chi bộ", 60), ("Hộ thoát nghèo", "hộ", 120), ("Cây xanh đã trồng", "cây", 5000),
              ("Buổi tuyên truyền", "buổi", 90), ("Nhà văn hóa đạt chuẩn", "nhà", 15)]


class Practices:
    """Practice 0, 1, …; those from `count` on are later than all before them, one a day."""

    def __init__(self, count):
        self.count = count
        self.words = (articles.BENCH / "words.txt").read_text(encoding="utf-8").split()
        self.places = articles.localities()
        self.topics = [name for _, name, _ in articles.entries(articles.ROOT / "data/topics.yaml")]

    def date(self, number):
        day = number * DAYS // self.count if number < self.count else DAYS + number - self.count
        return FIRST_DAY + datetime.timedelta(days=day)

    def path(self, number):
        return f"content/bai-viet/{self.date(number).year}/cach-lam-{number + 1:06d}.md"

    def text(self, number):
        rnd = random.Random(SEED + number)
        date = self.date(number)

        def sentence(low, high):
            return " ".join(rnd.choices(self.words, k=rnd.randint(low, high))).capitalize()

        def paragraph():
            return " ".join(sentence(10, 25) + "." for _ in range(3))

        parts = ["## Bối cảnh\n\n" + paragraph(),
                 "## Cách làm\n\n" + "\n".join(f"{n}. **{sentence(4, 7)}.** {sentence(12, 30)}."
                                                 for n in range(1, rnd.randint(4, 7)))]
        # one in eight has no numbers
        if rnd.random() < 7 / 8:
            parts.append("## Kết quả\n\n" + self.table(rnd, date.year))
        parts += ["## Bài học\n\n" + "\n".join(f"- {sentence(10, 25)}." for _ in range(3)),
                  "## Điều kiện áp dụng\n\n" + "\n".join(f"- {sentence(8, 20)}." for _ in range(2))]
        return (f"---\ntitle: {sites.quoted(sentence(6, 12) + f' – cách làm {number + 1}')}\ndate: {date}\ntype: practice\n"
                f"status: published\nlocality: {rnd.choice(self.places)}\ntopic: {rnd.choice(self.topics)}\n"
                f"tags: [{', '.join(rnd.sample(articles.TAGS, 2))}]\nsummary: {sites.quoted(sentence(15, 25) + '.')}\n---\n\n"
                + "\n\n".join(parts) + "\n")

    def table(self, rnd, year):
        lines = ["| Chỉ tiêu | Đơn vị | Giao | Đạt | Tỷ lệ | Năm |", "|---|---|---:|---:|---:|---:|"]
        for indicator, unit, most in rnd.sample(INDICATORS, rnd.randint(1, ROWS)):
            target = rnd.randint(max(most // 4, 2), most)
            value = rnd.choice([target, round(target * rnd.uniform(.6, 1)), round(target * rnd.uniform(1, 1.5))])
            share = f"{value * 100 / target:.1f}".replace(".", ",") + "%"
            # one in ten tables tells what was reached, but not what was to be reached
            wanted = (whole(target), share) if rnd.random() < .9 else ("", "")
            lines.append(f"| {indicator} | {unit} | {wanted[0]} | {whole(value)} | {wanted[1]} | {year} |")
        return "\n".join(lines)


def whole(number):
    return f"{number:,}".replace(",", ".")


def make_site(count, later, work):
    """A site of `count` practices, and the texts of `later` more, by their files."""
    folder = work / f"practices-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    sites.full_frame(folder)
    practices = Practices(count)
    for number in range(count):
        sites.write(folder / practices.path(number), practices.text(number))
    return folder, {practices.path(number): practices.text(number) for number in range(count, count + later)}


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: practices.py N FOLDER    (writes FOLDER/practices-N)")
    print(make_site(int(sys.argv[1]), 0, pathlib.Path(sys.argv[2]))[0])
