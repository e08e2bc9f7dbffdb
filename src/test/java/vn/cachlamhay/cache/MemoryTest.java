package vn.cachlamhay.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.text.SharedTexts;

/** What is put, taken away and saved again and again, as a site that is edited every day does. */
class MemoryTest {

  private static final Digest HERE = Digest.of("here");
  private static final int KEYS = 300;

  @TempDir Path folder;

  private Memory<Written> open() {
    var format =
        new CacheFormat(null, key -> Optional.empty(), key -> Optional.empty(), new SharedTexts(8));
    var memory =
        new Memory<Written>(folder.resolve("memory"), CacheFormat.Writer::new, format::reader);
    memory.enter(HERE);
    return memory;
  }

  private static Written written(String hash) {
    return new Written(hash, new FileStamp(1, 2, 3, 4, true), Optional.empty());
  }

  private static Map<String, String> all(Memory<Written> memory) {
    Map<String, String> all = new HashMap<>();
    memory.forEach((key, value) -> all.put(key, value.hash()));
    return all;
  }

  private static void edit(
      Memory<Written> memory, Map<String, String> wanted, SplittableRandom random, int round) {
    for (int i = random.nextInt(6); i >= 0; i--) {
      String key = "bai-viet/" + random.nextInt(KEYS) + ".html";
      if (random.nextInt(4) == 0) {
        memory.remove(key);
        wanted.remove(key);
      } else {
        memory.put(key, written("hash " + round + "-" + i));
        wanted.put(key, "hash " + round + "-" + i);
      }
    }
  }

  private Map<String, String> filled() {
    Map<String, String> wanted = new HashMap<>();
    Memory<Written> memory = open();
    for (int i = 0; i < KEYS; i++) {
      memory.put("bai-viet/" + i + ".html", written("hash " + i));
      wanted.put("bai-viet/" + i + ".html", "hash " + i);
    }
    memory.save();
    return wanted;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isAsItWasSavedHoweverOften(long seed) throws IOException {
    Map<String, String> wanted = filled();
    long first = Files.size(folder.resolve("memory"));
    var random = new SplittableRandom(seed);
    for (int round = 0; round < 150; round++) {
      Memory<Written> memory = open();
      assertThat(all(memory)).isEqualTo(wanted);
      edit(memory, wanted, random, round);
      memory.save();
      assertThat(Files.size(folder.resolve("memory"))).isLessThan(2 * first);
    }
  }

  /** A process that goes on saves what has changed since it saved the last time. */
  @Test
  void savesSeveralTimesInAProcess() {
    Map<String, String> wanted = filled();
    Memory<Written> memory = open();
    var random = new SplittableRandom(4);
    for (int round = 0; round < 50; round++) {
      edit(memory, wanted, random, round);
      memory.save();
      assertThat(all(open())).isEqualTo(wanted);
    }
  }

  @Test
  void writesLittleWhereLittleChanges() throws IOException {
    filled();
    Path file = folder.resolve("memory");
    byte[] before = Files.readAllBytes(file);
    Memory<Written> memory = open();
    memory.put("bai-viet/7.html", written("another"));
    memory.put("bai-viet/8.html", written("hash 8"));
    memory.save();
    byte[] after = Files.readAllBytes(file);

    assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
    assertThat(after).hasSizeBetween(before.length + 1, before.length + 100);

    Memory<Written> same = open();
    same.put("bai-viet/7.html", written("another"));
    same.save();
    assertThat(Files.readAllBytes(file)).isEqualTo(after);
  }

  @Test
  void leavesOutWhatCannotBeWritten() {
    Map<String, String> wanted = filled();
    Memory<Written> memory = open();
    memory.put("half \ud800", written("x"));
    memory.put("bai-viet/1.html", written("half \ud800"));
    memory.put("bai-viet/2.html", written("x"));
    memory.save();
    wanted.remove("bai-viet/1.html");
    wanted.put("bai-viet/2.html", "x");
    assertThat(all(open())).isEqualTo(wanted);
  }

  @Test
  void forgetsAllInAnotherEnvironment() {
    filled();
    Memory<Written> memory = open();
    memory.enter(Digest.of("elsewhere"));
    assertThat(all(memory)).isEmpty();
    memory.put("x", written("y"));
    memory.save();
    assertThat(all(open())).isEmpty();
  }

  /**
   * Whatever is done to the file, what comes out was true at one time, and what follows is right.
   */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void damageCostsWhatWasSavedLast(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    Map<String, String> wanted = filled();
    List<Map<String, String>> states = new ArrayList<>(List.of(Map.copyOf(wanted)));
    for (int round = 0; round < 40; round++) {
      Memory<Written> memory = open();
      if (random.nextInt(3) == 0) {
        damage(folder.resolve("memory"), random);
        memory = open();
        Map<String, String> left = all(memory);
        assertThat(states.stream().anyMatch(state -> state.equals(left)) || left.isEmpty())
            .isTrue();
        wanted = left;
        states = new ArrayList<>(List.of(Map.copyOf(wanted)));
      }
      assertThat(all(memory)).isEqualTo(wanted);
      edit(memory, wanted, random, round);
      memory.save();
      states.add(Map.copyOf(wanted));
    }
  }

  private static void damage(Path file, SplittableRandom random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (random.nextBoolean()) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, bytes);
    } else {
      Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }
  }
}
