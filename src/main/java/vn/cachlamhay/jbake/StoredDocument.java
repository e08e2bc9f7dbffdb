package vn.cachlamhay.jbake;

import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;
import vn.cachlamhay.cache.ValueWriter;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.LongText;

/**
 * A document of JBake's whose text is fetched when it is asked for, and whoever renders the page at
 * that moment is told. Thread-safe once its values are set.
 */
final class StoredDocument extends DocumentModel implements PageReads.Readable {

  private static final long serialVersionUID = 1;

  private final transient LongText body;
  private final transient PageReads.Tracker tracker;
  private final String source;
  private transient volatile Digest digest;
  private transient Supplier<Digest> identity = this::computeDigest;

  /**
   * @param source the document's file
   * @param values all else, in the order that templates see where they list the keys; the text may
   *     have an empty place among them
   * @param tracker told when the text is read
   */
  StoredDocument(
      String source, Map<String, Object> values, LongText body, PageReads.Tracker tracker) {
    this.source = source;
    this.body = body;
    this.tracker = tracker;
    values.forEach(this::put);
    putIfAbsent(ModelAttributes.BODY, "");
  }

  /** The same document with values of its own. */
  StoredDocument copy() {
    return new StoredDocument(source, ownValues(), body, tracker);
  }

  /** All but the text, of which only the place is there. */
  Map<String, Object> ownValues() {
    var values = new LinkedHashMap<String, Object>();
    keySet().forEach(key -> values.put(key, super.get(key)));
    return values;
  }

  String source() {
    return source;
  }

  LongText text() {
    return body;
  }

  /** Has another way of telling the digest, which knows more than the values. */
  void identifyBy(Supplier<Digest> newIdentity) {
    identity = newIdentity;
  }

  /**
   * Of everything in it but its text and the hash of its file, which change most often and are
   * seldom read by other pages; values must not change after that.
   */
  Digest digest() {
    Digest known = digest;
    if (known == null) {
      known = identity.get();
      digest = known;
    }
    return known;
  }

  private Digest computeDigest() {
    Map<String, Object> values = ownValues();
    values.remove(ModelAttributes.SHA1);
    return digestOf(values);
  }

  /** The digest of all values of a document. */
  static Digest digestOf(Map<String, Object> document) {
    var writer =
        new ValueWriter() {
          @Override
          protected Object substitute(Object value) {
            return value instanceof Date date ? date.toInstant() : value;
          }
        };
    try {
      var values = new LinkedHashMap<>(document);
      // says only which pages are made before which
      values.remove(ModelAttributes.RENDERED);
      writer.write(values);
      return writer.digest();
    } catch (ValueWriter.UnsupportedValueException e) {
      // a value that cannot be compared is another one each time
      return Digest.of(UUID.randomUUID().toString());
    }
  }

  @Override
  public Digest digestOf(String key) {
    return ModelAttributes.BODY.equals(key) ? body.digest() : ValueWriter.digestOf(super.get(key));
  }

  @Override
  public Object get(Object key) {
    if (ModelAttributes.BODY.equals(key)) {
      tracker.read(this, ModelAttributes.BODY);
      return body.read();
    }
    if (ModelAttributes.SHA1.equals(key)) {
      tracker.read(this, ModelAttributes.SHA1);
    }
    return super.get(key);
  }

  @Override
  public Object getOrDefault(Object key, Object other) {
    return containsKey(key) ? get(key) : other;
  }

  @Override
  public Collection<Object> values() {
    return entries().values();
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return entries().entrySet();
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Object> action) {
    entries().forEach(action);
  }

  /** With the text in it, for those who want everything. */
  private Map<String, Object> entries() {
    var all = new DocumentModel();
    List.copyOf(keySet()).forEach(key -> all.put(key, get(key)));
    return all;
  }
}
