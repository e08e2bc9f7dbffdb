package vn.cachlamhay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventsTest {

  private final Events events = new Events();

  @Test
  void tellsWhatChangedToAllThatListen() {
    Events.Listener listener = open("index.html", events.version());
    events.changed(Set.of("b.html", "a.html"));
    assertThat(heard(listener)).contains("event: baked", "\"changed\":[\"a.html\",\"b.html\"]");
  }

  @Test
  void tellsWhoWasAwayWhatChangedMeanwhile() {
    String version = events.version();
    events.changed(Set.of("a.html"));
    events.changed(Set.of("css/x.css"));
    assertThat(heard(open("index.html", version))).contains("[\"a.html\",\"css/x.css\"]");
    assertThat(heard(open("index.html", events.version()))).doesNotContain("event: baked");
  }

  /** After the program was ended and begun again, or after very many bakes. */
  @Test
  void tellsThatAnythingMayHaveChangedWhereNobodyKnows() {
    String version = events.version();
    for (int i = 0; i < 300; i++) {
      events.changed(Set.of("a" + i + ".html"));
    }
    for (String from : List.of("00000000.0", version, "x", "")) {
      assertThat(heard(open("index.html", from))).contains("\"all\":true");
    }
  }

  @Test
  void tellsThousandsOfFilesAsEverything() {
    Events.Listener listener = open("index.html", events.version());
    events.changed(IntStream.range(0, 5000).mapToObj(i -> i + ".html").collect(Collectors.toSet()));
    assertThat(heard(listener)).contains("\"all\":true,\"changed\":[]");
  }

  @Test
  void tellsProblemsToWhoComesLater() {
    events.problems(Map.of("stopped", true, "problems", List.of("x")));
    assertThat(heard(open("", ""))).contains("event: problems", "[\"x\"]");
  }

  @Test
  void letsGoOfWhoDoesNotListen() {
    Events.Listener listener = open("a.html", events.version());
    for (int i = 0; i < 200; i++) {
      events.changed(Set.of("a.html"));
    }
    assertThat(events.isOpen(listener)).isFalse();
    assertThat(events.lookedAt()).isEmpty();
  }

  @Test
  void knowsThePagesThatAreLookedAtAndRefusesTooMany() {
    Events.Listener first = open("a.html", events.version());
    open("", events.version());
    assertThat(events.lookedAt()).containsExactly("a.html");
    events.close(first);
    assertThat(events.lookedAt()).isEmpty();
    for (int i = 0; i < 59; i++) {
      open("b.html", events.version());
    }
    assertThat(events.open("c.html", Optional.empty())).isEmpty();
  }

  private Events.Listener open(String page, String version) {
    return events.open(page, Optional.of(version)).orElseThrow();
  }

  private static String heard(Events.Listener listener) {
    return String.join("", listener.lines());
  }
}
