package vn.cachlamhay.cache;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Body;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.LongText;
import vn.cachlamhay.model.Topic;

/**
 * Digests of the articles of one bake: those of articles that came from memory are known, the
 * others are computed when they are asked for. Thread-safe.
 */
public final class ArticleDigests {

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * The digests of an article.
   *
   * @param facts of everything but its text
   * @param findings of what was found in its text
   * @param text of the text itself
   */
  public record Of(Digest facts, Digest findings, Digest text) {

    /** Of everything but the text itself. */
    public Digest withoutText() {
      return Digest.of(List.of(facts, findings));
    }

    /** Of everything. */
    public Digest whole() {
      return Digest.of(List.of(facts, findings, text));
    }
  }

  private record Known(Article article, Of digests) {}

  /** Places and topics are described in files of their own, which every page depends on. */
  private static final class Writer extends ValueWriter {
    @Override
    protected Object substitute(Object value) {
      if (value instanceof Locality unit) {
        return unit.isListed() ? unit.key() : unit.writtenPath();
      }
      if (value instanceof Topic topic) {
        return topic.key();
      }
      return value instanceof LongText text ? text.digest() : value;
    }
  }

  /** Tells the digests of an article that was remembered. */
  public void know(Article article, Of digests) {
    known.put(article.source(), new Known(article, digests));
  }

  /** The digests of an article; others each time where it holds what has none. */
  public Of of(Article article) {
    Known before = known.get(article.source());
    if (before != null && before.article() == article) {
      return before.digests();
    }
    Of digests = compute(article);
    know(article, digests);
    return digests;
  }

  /**
   * The digest of a value that may hold articles, and which these are.
   *
   * @throws ValueWriter.UnsupportedValueException where it holds what has none
   */
  public Made.Inputs inputs(Object value) {
    var writer = new InputsWriter(this);
    writer.write(value);
    return writer.inputs();
  }

  /** Computes the digests of an article. */
  static Of compute(Article article) {
    Body body = article.body();
    return new Of(
        digest(article.rendered(Body.NONE, article.image()).withMarkup("")),
        digest(body.withoutText()),
        Digest.of(List.of(body.html().digest(), body.text().digest())));
  }

  private static Digest digest(Object value) {
    try {
      return new Writer().write(value).digest();
    } catch (ValueWriter.UnsupportedValueException e) {
      // what cannot be compared is another thing each time
      return Digest.of(UUID.randomUUID().toString());
    }
  }
}
