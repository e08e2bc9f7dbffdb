package vn.cachlamhay.jbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.model.LongText;

/** A document shows its text in whatever way somebody asks. */
class StoredDocumentTest {

  @Test
  void showsItsTextToAToolThatWalksThroughIt() {
    var document =
        new StoredDocument(
            "a.md", Map.of("title", "A"), LongText.of("chữ"), new PageReads.Tracker());
    var seen = new HashMap<String, Object>();
    document.forEach(seen::put);
    assertThat(seen).containsEntry("body", "chữ").isEqualTo(Map.copyOf(document));
  }
}
