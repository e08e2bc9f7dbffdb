package vn.cachlamhay.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.recognition.Finding.Where;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.richtext.Hint;

/**
 * Finds the topics of a text by their words: their names, and for those that come with the program
 * what else is said of them. Immutable and thread-safe.
 */
final class TopicFinder {

  private static final int IN_TITLE = 8;
  private static final int IN_BEGINNING = 2;
  private static final int FIRST_ROWS = 2;
  private static final double FEWEST = 6;
  private static final int MOST_LETTERS = 20_000;
  private static final int MOST_GUESSES = 3;
  private static final int LONGEST = 8;

  private record Phrase(Topic topic, int weight) {}

  private static final class Scored {
    private final Topic topic;
    private double points;
    private String quote = "";
    private int row;

    private Scored(Topic topic) {
      this.topic = topic;
    }
  }

  private final Map<String, List<Phrase>> phrases = new HashMap<>();

  TopicFinder(Topics topics) {
    Map<String, Set<String>> words =
        WordTable.rows("topics.txt").stream()
            .collect(
                Collectors.toMap(
                    row -> row.get(0),
                    row -> row.stream().skip(1).map(Letters::key).collect(Collectors.toSet()),
                    (one, two) -> {
                      one.addAll(two);
                      return one;
                    }));
    for (Topic topic : topics.all()) {
      add(Letters.key(topic.name()), topic, 3);
      words.getOrDefault(topic.key(), Set.of()).forEach(word -> add(word, topic, 2));
    }
  }

  private void add(String phrase, Topic topic, int weight) {
    List<Phrase> list = phrases.computeIfAbsent(phrase, key -> new ArrayList<>());
    if (list.stream().noneMatch(known -> known.topic().equals(topic))) {
      list.add(new Phrase(topic, weight));
    }
  }

  void find(Work work) {
    var scored = new LinkedHashMap<String, Scored>();
    int first = 0;
    for (int i = 0; i < work.size(); i++) {
      boolean title = i == work.title();
      if (title || !work.isTaken(i)) {
        boolean beginning = work.row(i).isProse() && first++ < FIRST_ROWS;
        count(work.row(i).text(), title ? IN_TITLE : beginning ? IN_BEGINNING : 1, i, scored);
      }
    }
    for (Hint hint : work.hints()) {
      boolean words = hint.about() == Hint.About.SECTION || hint.about() == Hint.About.TAG;
      if (words || hint.about() == Hint.About.TITLE && work.title() < 0) {
        count(hint.value(), words ? 2 : IN_TITLE, -1, scored);
      }
    }
    tell(scored, work);
  }

  private void count(String text, int weight, int row, Map<String, Scored> scored) {
    List<Word> words = Word.of(text, MOST_LETTERS);
    for (int i = 0; i < words.size(); i++) {
      var key = new StringBuilder();
      for (int n = 0; n < LONGEST && i + n < words.size(); n++) {
        key.append(n == 0 ? "" : " ").append(words.get(i + n).key());
        for (Phrase phrase : phrases.getOrDefault(key.toString(), List.of())) {
          Scored topic =
              scored.computeIfAbsent(phrase.topic().key(), k -> new Scored(phrase.topic()));
          topic.points += weight * phrase.weight();
          if (topic.quote.isEmpty()) {
            topic.quote = text.substring(words.get(i).start(), words.get(i + n).end());
            topic.row = row;
          }
        }
      }
    }
  }

  private static void tell(Map<String, Scored> scored, Work work) {
    List<Scored> sorted =
        scored.values().stream()
            .filter(topic -> topic.points >= FEWEST)
            .sorted(Comparator.comparingDouble(topic -> -topic.points))
            .limit(1 + MOST_GUESSES)
            .toList();
    for (int i = 0; i < sorted.size(); i++) {
      Scored topic = sorted.get(i);
      work.found(
          Field.TOPIC,
          topic.topic.name(),
          i == 0 ? Certainty.LIKELY : Certainty.GUESS,
          topic.row == work.title() ? Where.HEADING : Where.TEXT,
          topic.quote);
    }
  }
}
