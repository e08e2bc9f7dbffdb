package vn.cachlamhay.cache;

import java.util.List;
import java.util.Optional;
import vn.cachlamhay.model.Digest;

/**
 * What a file was made from. As long as all of it is the same, so is the file.
 *
 * @param own template and variables
 * @param asked lists that its template asked for
 * @param reads values of documents that digests of lists leave out
 * @param articles those that are among the variables with their texts; empty where that is not
 *     known
 * @param hash of the file that came of it
 */
public record Made(
    Digest own, List<Asked> asked, List<Read> reads, Optional<List<Whole>> articles, String hash) {

  /** A file made from variables alone. */
  public Made(Inputs inputs, String hash) {
    this(inputs.digest(), List.of(), List.of(), inputs.articles(), hash);
  }

  /** A file of which only the digest of what it was made from is known. */
  public Made(Digest own, String hash) {
    this(own, List.of(), List.of(), Optional.empty(), hash);
  }

  /** A list that was asked for, and what stood in it. */
  public record Asked(String key, Digest answer) {}

  /** A value of a document that was read, such as its text, and what it was. */
  public record Read(String source, String key, Digest value) {}

  /** An article, and the digest of everything in it. */
  public record Whole(String source, Digest digest) {}

  /**
   * What a file is made from, its template's questions aside.
   *
   * @param articles as in {@link Made}
   */
  public record Inputs(Digest digest, Optional<List<Whole>> articles) {}
}
