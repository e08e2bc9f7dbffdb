"""Tokens of Vietnamese text and which of them are neighbours, as the portal's search sees them."""
import functools
import re
import unicodedata

TOKEN = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*")
LONGEST = 40
# What keeps two tokens from being neighbours; , ; : only outside numbers, dashes only between blanks, a full stop only
# at the end of a word.
BREAK = re.compile(r"""[\n\r\t,;:!?()\[\]{}"“”„«»…|•]|\s[-–—]\s|\..""")
# The tone of oa, oe and uy stands on the second letter the new way (hoà, khoẻ, uỷ), on the first the old way.
TONES = "\u0300\u0301\u0309\u0303\u0323"
NEW_PLACE = re.compile(rf"(?<!q)(o[ae]|uy)([{TONES}])$", re.I)
OLD_PLACE = re.compile(rf"(?<!q)(?:(o)([{TONES}])([ae])|(u)([{TONES}])(y))$", re.I)


@functools.lru_cache(maxsize=None)
def exact(token):
    """Of NFC text: lower case, the tone in the old place."""
    token = token.lower()
    parted = unicodedata.normalize("NFD", token)
    moved = NEW_PLACE.sub(lambda m: m[1][0] + m[2] + m[1][1], parted)
    return token if moved == parted else unicodedata.normalize("NFC", moved)


@functools.lru_cache(maxsize=None)
def folded(token):
    """Without tone and diacritic, đ as d."""
    plain = unicodedata.normalize("NFKD", token.lower()).replace("đ", "d")
    return "".join(c for c in plain if not unicodedata.combining(c))


def other_placement(token):
    """The token with its tone in the other place, or the token itself where there is only one place."""
    parted = unicodedata.normalize("NFD", token)
    moved = NEW_PLACE.sub(lambda m: m[1][0] + m[2] + m[1][1], parted)
    if moved == parted:
        moved = OLD_PLACE.sub(lambda m: m[1] + m[3] + m[2] if m[1] else m[4] + m[6] + m[5], parted)
    return unicodedata.normalize("NFC", moved)


def placed_otherwise(text):
    return TOKEN.sub(lambda match: other_placement(match[0]), unicodedata.normalize("NFC", text))


def plain(text):
    """As it is typed without a Vietnamese keyboard."""
    decomposed = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def runs(text):
    """Lists of (start, end) of tokens, neighbours in one list."""
    text_runs, end = [], None
    for match in TOKEN.finditer(text):
        if end is None or parted(text, end, match.start()):
            text_runs.append([])
        text_runs[-1].append(match.span())
        end = match.end()
    return text_runs


def parted(text, end, start):
    gap = text[end:start]
    if gap == " ":
        return False
    if gap in (",", ";", ":") and text[end - 1].isdigit() and text[start].isdigit():
        return False
    return BREAK.search(gap) is not None


def exact_runs(text):
    """Lists of the exact forms of neighbours."""
    text = unicodedata.normalize("NFC", text)
    return [[exact(text[start:end][:LONGEST]) for start, end in run] for run in runs(text)]
