package vn.cachlamhay.jbake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;
import vn.cachlamhay.cache.FileStamp;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.RememberedDocument;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.LongText;

/**
 * Remembers the documents of a plain project from bake to bake, and keeps their texts out of
 * memory. Documents that say something unusual, or that depend on more than their file, are not
 * remembered. Thread-safe.
 */
final class ProjectMemory {

  private static final Set<Class<?>> PLAIN = Set.of(String.class, Boolean.class, Integer.class);

  private final Memory<RememberedDocument> memory;
  private final Function<String, LongText> store;
  private final PageReads.Tracker tracker;
  private final boolean tools = RenderingTools.areAdded();
  private final Set<String> fresh = ConcurrentHashMap.newKeySet();

  ProjectMemory(
      Memory<RememberedDocument> memory,
      Function<String, LongText> store,
      PageReads.Tracker tracker) {
    this.memory = memory;
    this.store = store;
    this.tracker = tracker;
  }

  /** What a file looks like before it is read; empty where it cannot be looked at. */
  static Optional<FileStamp> stamp(File file) {
    try {
      return Optional.of(FileStamp.Taker.on(file.toPath()).of(file.toPath()));
    } catch (IOException e) {
      // reading it tells why
      return Optional.empty();
    }
  }

  /** The document of a file that is as it was, its time included, which may be its date. */
  Optional<DocumentModel> recall(File file, Optional<FileStamp> stamp) {
    String path = file.getPath();
    Optional<RememberedDocument> known =
        memory
            .get(path)
            .filter(document -> stamp.filter(now -> isAsItWas(file, now, document)).isPresent())
            .map(document -> document.withStamp(stamp.get()));
    known.ifPresent(document -> memory.put(path, document));
    return known.map(document -> stored(path, document));
  }

  private StoredDocument stored(String path, RememberedDocument known) {
    Supplier<StoredDocument> fresh =
        () -> {
          var made = new StoredDocument(path, thawed(known.values()), known.body(), tracker);
          made.identifyBy(known::digest);
          return made;
        };
    // a tool of the site may do anything to JBake's documents
    StoredDocument document =
        tools ? fresh.get() : memory.attached(path, known, StoredDocument.class, fresh);
    document.setRendered(false);
    return document;
  }

  private static boolean isAsItWas(File file, FileStamp now, RememberedDocument known) {
    if (now.isSameAs(known.stamp())) {
      return true;
    }
    try {
      return now.size() == known.stamp().size()
          && now.modified() == known.stamp().modified()
          && Digest.of(Files.readAllBytes(file.toPath())).equals(known.content());
    } catch (IOException e) {
      // reading it as a document tells why
      return false;
    }
  }

  /** Addresses of the documents that did not come from memory. */
  Set<String> fresh() {
    return Set.copyOf(fresh);
  }

  /** The document with its text put away. */
  DocumentModel putAway(DocumentModel document) {
    fresh.add(document.getUri());
    if (document.getBody() == null) {
      return document;
    }
    Map<String, Object> values = new LinkedHashMap<>(document);
    values.put(ModelAttributes.BODY, "");
    return new StoredDocument(document.getFile(), values, store.apply(document.getBody()), tracker);
  }

  /** Remembers a finished document. */
  void remember(StoredDocument document, FileStamp stamp, Digest content) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : document.ownValues().entrySet()) {
      Optional<Object> frozen = frozen(entry.getValue());
      if (frozen.isEmpty()) {
        memory.remove(document.source());
        return;
      }
      values.put(entry.getKey(), frozen.get());
    }
    memory.put(
        document.source(),
        new RememberedDocument(stamp, content, values, document.digest(), document.text()));
  }

  void forget(File file) {
    memory.remove(file.getPath());
  }

  /** Forgets the documents of other files. */
  void retain(Set<String> files) {
    memory.retain(files);
  }

  private static Optional<Object> frozen(Object value) {
    if (value instanceof Date date) {
      return Optional.of(date.toInstant());
    }
    if (value instanceof String[] texts) {
      return Optional.of(List.of(texts));
    }
    return value != null && PLAIN.contains(value.getClass())
        ? Optional.of(value)
        : Optional.empty();
  }

  private static Map<String, Object> thawed(Map<String, Object> values) {
    Map<String, Object> thawed = new LinkedHashMap<>();
    values.forEach((key, value) -> thawed.put(key, thawed(value)));
    return thawed;
  }

  private static Object thawed(Object value) {
    if (value instanceof Instant instant) {
      return Date.from(instant);
    }
    return value instanceof List<?> texts ? texts.toArray(String[]::new) : value;
  }
}
