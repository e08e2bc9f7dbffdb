package vn.cachlamhay.jbake;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.LongText;

/**
 * An article as JBake's templates know it. Its text is fetched when it is asked for, and whoever
 * renders the page at that moment is told. Thread-safe once made.
 */
final class ArticleDocument extends DocumentModel {

  private static final long serialVersionUID = 1;

  private final transient LongText body;
  private final transient PageReads.Tracker tracker;
  private final String source;
  private transient Digest digest = Digest.NONE;

  /**
   * @param source the article's file
   * @param tracker told when the text is read
   */
  ArticleDocument(String source, LongText body, PageReads.Tracker tracker) {
    this.source = source;
    this.body = body;
    this.tracker = tracker;
    setCached(true);
    setRendered(false);
    // holds the place of the key
    super.put(ModelAttributes.BODY, "");
  }

  String source() {
    return source;
  }

  LongText text() {
    return body;
  }

  /** Of everything in it but its text. */
  Digest digest() {
    return digest;
  }

  void setDigest(Digest digest) {
    this.digest = digest;
  }

  @Override
  public Object get(Object key) {
    return ModelAttributes.BODY.equals(key) ? readBody() : super.get(key);
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

  /** With the text in it, for those who want everything. */
  private Map<String, Object> entries() {
    var all = new DocumentModel();
    keySet().forEach(key -> all.put(key, get(key)));
    return all;
  }

  private String readBody() {
    tracker.bodyRead(this);
    return body.read();
  }
}
