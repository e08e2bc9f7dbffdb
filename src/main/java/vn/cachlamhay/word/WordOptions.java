package vn.cachlamhay.word;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How documents of word processors are read. Immutable.
 *
 * @param mostBytes of a file
 * @param mostPartBytes of one part of a .docx once it is unpacked: its text, a picture
 * @param mostBytesInAll of all parts of a .docx that are unpacked
 * @param mostParagraphs of a document
 * @param office LibreOffice's program; looked for where none is named
 * @param patience how long LibreOffice may take for one document
 */
public record WordOptions(
    long mostBytes,
    long mostPartBytes,
    long mostBytesInAll,
    int mostParagraphs,
    Optional<Path> office,
    Duration patience) {

  private static final long MEGABYTE = 1L << 20;

  /** What fits every article that people wrote. */
  public static final WordOptions USUAL =
      new WordOptions(
          100 * MEGABYTE,
          48 * MEGABYTE,
          200 * MEGABYTE,
          20_000,
          Optional.empty(),
          Duration.ofSeconds(60));

  /** The same with a program of the user's. */
  public WordOptions withOffice(Path program) {
    return new WordOptions(
        mostBytes, mostPartBytes, mostBytesInAll, mostParagraphs, Optional.of(program), patience);
  }

  /** The same with other patience. */
  public WordOptions withPatience(Duration other) {
    return new WordOptions(mostBytes, mostPartBytes, mostBytesInAll, mostParagraphs, office, other);
  }
}
