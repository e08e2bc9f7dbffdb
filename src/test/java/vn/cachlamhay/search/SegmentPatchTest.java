package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A segment that was brought up to date is the same as one that was made anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SegmentPatchTest {

  private static final int SHARDS = 32;
  private static final int ARTICLES = 80;

  private final Syllables syllables = Syllables.load();
  private final List<String> words = new ArrayList<>();

  @BeforeAll
  void read() throws IOException {
    for (SpecRow.SpecBlock block : SpecReader.blocks(SpecReader.all())) {
      SpecArticle.articles(block.articles())
          .forEach(article -> words.addAll(Arrays.asList(article.title().split(" "))));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isAsIfMadeAnew(long seed) {
    var random = new SplittableRandom(seed);
    List<List<Field>> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      articles.add(fields(random));
    }
    List<String> texts = texts(articles);
    for (int round = 0; round < 6; round++) {
      Map<Integer, List<Field>> changed = new HashMap<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        changed.put(random.nextInt(ARTICLES), fields(random));
      }
      // a text that is as it was is no change
      changed.put(0, articles.get(0));
      Map<Integer, List<Field>> formerly = new HashMap<>();
      changed.keySet().forEach(number -> formerly.put(number, articles.get(number)));
      changed.forEach(articles::set);
      List<String> old = texts;
      Map<Integer, String> others = patched(old, changed, Optional.empty());
      assertThat(patched(old, changed, Optional.of(formerly))).isEqualTo(others);
      List<String> anew = texts(articles);
      for (int shard = 0; shard < SHARDS; shard++) {
        assertThat(others.getOrDefault(shard, texts.get(shard))).isEqualTo(anew.get(shard));
        assertThat(others.containsKey(shard)).isEqualTo(!anew.get(shard).equals(texts.get(shard)));
      }
      texts = anew;
    }
  }

  private Map<Integer, String> patched(
      List<String> shards,
      Map<Integer, List<Field>> changed,
      Optional<Map<Integer, List<Field>>> formerly) {
    return new SegmentPatch(SHARDS, i -> shards.get(i).getBytes(StandardCharsets.UTF_8), syllables)
        .apply(changed, formerly);
  }

  /** Where it is known what stood there, only shards in which something else stands are read. */
  @Test
  void readsNoMoreThanWhatChanges() {
    var random = new SplittableRandom(9);
    List<List<Field>> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      articles.add(fields(random));
    }
    List<Field> before = articles.get(7);
    String body = before.get(2).text();
    List<Field> after =
        List.of(before.get(0), before.get(1), new Field(body + "tiến tới", Field.BODY));
    List<String> texts = texts(articles);
    Set<Integer> read = ConcurrentHashMap.newKeySet();

    Map<Integer, String> others =
        new SegmentPatch(
                SHARDS,
                i -> {
                  read.add(i);
                  return texts.get(i).getBytes(StandardCharsets.UTF_8);
                },
                syllables)
            .apply(Map.of(7, after), Optional.of(Map.of(7, before)));

    assertThat(others).isNotEmpty();
    assertThat(read).containsAll(others.keySet()).hasSizeLessThan(SHARDS / 2);
  }

  /** The lines of a shard are those that were written, whatever they are about. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void readsWhatItWrites(long seed) {
    var random = new SplittableRandom(seed);
    List<List<Field>> articles = List.of(fields(random), fields(random), List.of());
    for (List<Line> lines : lines(articles)) {
      assertThat(Line.read(Line.write(lines))).isEqualTo(lines);
    }
  }

  private List<String> texts(List<List<Field>> articles) {
    return lines(articles).stream().map(Line::write).toList();
  }

  private List<List<Line>> lines(List<List<Field>> articles) {
    return lines(articles, 1);
  }

  private List<List<Line>> lines(List<List<Field>> articles, int rounds) {
    List<List<Line>> shards = new ArrayList<>(Collections.nCopies(SHARDS, null));
    new SegmentIndex(articles.size(), articles::get, SHARDS, syllables)
        .make(rounds, Collections.synchronizedList(shards)::set);
    return shards;
  }

  /** A large site makes its shards in several rounds, for want of memory. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 32})
  void givesTheSameInSeveralRounds(int rounds) {
    var random = new SplittableRandom(rounds);
    List<List<Field>> articles = new ArrayList<>();
    for (int i = 0; i < 3 * ARTICLES; i++) {
      articles.add(fields(random));
    }
    assertThat(lines(articles, rounds)).isEqualTo(lines(articles, 1));
  }

  private List<Field> fields(SplittableRandom random) {
    return List.of(
        new Field(text(random, 5), Field.TITLE),
        new Field(text(random, 12), Field.LEAD),
        new Field(text(random, 40), Field.BODY));
  }

  private String text(SplittableRandom random, int most) {
    var text = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      text.append(words.get(random.nextInt(words.size())))
          .append(random.nextInt(8) == 0 ? ". " : " ");
    }
    return text.toString();
  }
}
