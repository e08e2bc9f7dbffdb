package vn.cachlamhay.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.model.Level;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.reference.Gazetteer;

/** Finds the names of places in lines, with the kinds before them. Immutable and thread-safe. */
final class PlaceScanner {

  private static final int MOST_LETTERS = 20_000;
  private static final int MOST_WORDS = 5;

  /** Kinds as they stand before names, also within the names of their committees. */
  private static final Map<String, String> KINDS = kinds();

  private static final Set<String> SURNAMES =
      WordTable.keys(WordTable.rows("places.txt"), "surname");
  private static final Set<String> AMONG = WordTable.keys(WordTable.rows("places.txt"), "among");

  private static final Set<String> PEOPLE = WordTable.keys(WordTable.rows("places.txt"), "person");

  private final Map<String, List<Locality>> byName = new HashMap<>();

  PlaceScanner(Gazetteer gazetteer) {
    for (Locality unit : gazetteer.all()) {
      unit.namings().forEach(naming -> add(naming.name(), unit));
      unit.aliases().forEach(alias -> add(alias, unit));
    }
  }

  private void add(String name, Locality unit) {
    List<Locality> units = byName.computeIfAbsent(Letters.key(name), key -> new ArrayList<>());
    if (!units.contains(unit)) {
      units.add(unit);
    }
  }

  /** The places of a line in their order. */
  List<PlaceMention> scan(int row, String line) {
    List<Word> words = Word.of(line, MOST_LETTERS);
    boolean capitals = Letters.capitals(line);
    var mentions = new ArrayList<PlaceMention>();
    String list = "";
    int i = 0;
    while (i < words.size()) {
      if (!words.get(i).isCapital()) {
        i++;
        continue;
      }
      Optional<Kind> before = kindBefore(words, i);
      boolean goesOn =
          before.isEmpty() && !list.isEmpty() && continuesList(mentions, words.get(i), line);
      String kind = before.map(Kind::kind).orElse(goesOn ? list : "");
      int from = before.map(Kind::first).orElse(i);
      int length = known(words, i, capitals);
      Optional<PlaceMention> mention =
          length > 0
              ? mention(words, i, length, kind, from, row, line, capitals)
              : Optional.empty();
      if (mention.isEmpty() && !kind.isEmpty() && !capitals) {
        mention = unknown(words, i, kind, from, row, line);
      }
      if (mention.isPresent()) {
        list = kind;
        mentions.add(mention.get());
        while (i < words.size() && words.get(i).start() < mention.get().end()) {
          i++;
        }
      } else {
        i++;
      }
    }
    return mentions;
  }

  /** A kind before a name, and its first word. */
  private record Kind(String kind, int first) {}

  private static Optional<Kind> kindBefore(List<Word> words, int at) {
    boolean named =
        at > 0 && (words.get(at).isJoined() || words.get(at).gap().matches("[.:]? {1,2}|\\."));
    if (!named) {
      return Optional.empty();
    }
    if (at > 1 && words.get(at - 1).isJoined()) {
      String two = words.get(at - 2).key() + " " + words.get(at - 1).key();
      if (KINDS.containsKey(two)) {
        return Optional.of(new Kind(KINDS.get(two), at - 2));
      }
    }
    String one = words.get(at - 1).key();
    boolean letter = one.length() == 1 && !words.get(at).gap().startsWith(".");
    return KINDS.containsKey(one) && !letter
        ? Optional.of(new Kind(KINDS.get(one), at - 1))
        : Optional.empty();
  }

  /** "các xã: Long Đống, Vũ Sơn và Trấn Yên". */
  private static boolean continuesList(List<PlaceMention> mentions, Word word, String line) {
    int end = mentions.isEmpty() ? -1 : mentions.get(mentions.size() - 1).end();
    if (end < 0 || end >= word.start()) {
      return false;
    }
    String gap = line.substring(end, word.start());
    return gap.length() < 12 && gap.matches(",? ?(?:\\(\\d{1,3}\\),? )?(?:và )?") && !gap.isBlank();
  }

  /** How many words the longest name has that begins here; 0 where none does. */
  private int known(List<Word> words, int at, boolean capitals) {
    var key = new StringBuilder();
    int best = 0;
    for (int n = 0; n < MOST_WORDS && at + n < words.size(); n++) {
      Word word = words.get(at + n);
      boolean joined = n == 0 || word.isJoined() || word.gap().matches(" ?[-–] ?|\\.");
      if (!joined || !word.isCapital()) {
        break;
      }
      key.append(n == 0 ? "" : " ").append(word.key());
      if (byName.containsKey(key.toString())) {
        best = n + 1;
      }
    }
    return best;
  }

  private Optional<PlaceMention> mention(
      List<Word> words,
      int at,
      int length,
      String kind,
      int from,
      int row,
      String line,
      boolean capitals) {
    var key = new StringBuilder();
    for (int n = 0; n < length; n++) {
      key.append(n == 0 ? "" : " ").append(words.get(at + n).key());
    }
    int end = words.get(at + length - 1).end();
    String name = line.substring(words.get(at).start(), end);
    List<Locality> units = byName.get(key.toString());
    List<Locality> ofKind =
        units.stream()
            .filter(
                unit ->
                    kind.isEmpty() || unit.namings().stream().anyMatch(n -> n.kind().equals(kind)))
            .toList();
    boolean person = kind.isEmpty() && PEOPLE.contains(key.toString());
    boolean longer = person || kind.isEmpty() && !capitals && isPartOfLonger(words, at, length);
    if (ofKind.isEmpty() || longer) {
      return Optional.empty();
    }
    int start = words.get(from).start();
    return Optional.of(
        new PlaceMention(ofKind, kind, name, row, start, end, line.substring(start, end)));
  }

  /** Whether a name is part of that of a person or of something else. */
  private static boolean isPartOfLonger(List<Word> words, int at, int length) {
    Word first = words.get(at);
    if (at > 0 && first.isJoined() && words.get(at - 1).isCapital()) {
      Word before = words.get(at - 1);
      boolean harmless =
          Letters.capitals(before.text()) && before.text().length() > 1
              || before.beginsSentence() && !SURNAMES.contains(before.key())
              || AMONG.contains(before.key());
      if (!harmless) {
        return true;
      }
    }
    int next = at + length;
    return next < words.size()
        && words.get(next).isJoined()
        && words.get(next).isCapital()
        && !AMONG.contains(words.get(next).key());
  }

  /** A unit that the list does not have: the words with capitals behind a kind. */
  private static Optional<PlaceMention> unknown(
      List<Word> words, int at, String kind, int from, int row, String line) {
    int last = at;
    while (last + 1 < words.size()
        && last + 1 - at < 4
        && words.get(last + 1).isJoined()
        && words.get(last + 1).isCapital()) {
      last++;
    }
    String name = line.substring(words.get(at).start(), words.get(last).end());
    boolean number = name.chars().allMatch(Character::isDigit);
    boolean place = name.length() > 1 && !number && !Letters.capitals(name) && !kind.equals("tỉnh");
    if (!place || PersonName.read(name, true).isEmpty()) {
      return Optional.empty();
    }
    int start = words.get(from).start();
    int end = words.get(last).end();
    return Optional.of(
        new PlaceMention(List.of(), kind, name, row, start, end, line.substring(start, end)));
  }

  private static Map<String, String> kinds() {
    var kinds = new HashMap<String, String>();
    Level.allKinds().forEach(kind -> kinds.put(Letters.key(kind), kind));
    for (List<String> row : WordTable.rows("places.txt")) {
      if (row.get(0).equals("kind")) {
        row.stream().skip(2).forEach(word -> kinds.put(Letters.key(word), row.get(1)));
      }
    }
    return Map.copyOf(kinds);
  }
}
