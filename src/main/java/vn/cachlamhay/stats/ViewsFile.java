package vn.cachlamhay.stats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Views;

/**
 * The file {@code data/views.csv}: what {@code portal stats} counted, for the next bake. A line for
 * each article, sorted by address. Stateless.
 */
public final class ViewsFile {

  /** Its name in the data folder. */
  public static final String NAME = "views.csv";

  private static final String HEAD = "path,views_30_days,views";
  private static final Pattern LINE = Pattern.compile("/([!-+--~]+),(\\d{1,15}),(\\d{1,15})");

  private ViewsFile() {}

  /**
   * Reads the file; without one nothing has been counted.
   *
   * @param shown its path as problems tell it
   * @throws SiteException naming the first line that is wrong
   */
  public static Views read(Path file, String shown) {
    List<String> lines;
    try {
      // what is not UTF-8 becomes a sign that no address has
      lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (NoSuchFileException e) {
      // nobody has counted yet
      return Views.NONE;
    } catch (IOException e) {
      throw new SiteException(
          Problem.of(ProblemCode.KHONG_DOC_DUOC, SourcePos.ofFile(shown), e.toString()), e);
    }
    return views(lines, shown);
  }

  private static Views views(List<String> lines, String shown) {
    var counts = new HashMap<String, Views.Count>();
    // Excel begins its files with a byte order mark
    String head = lines.isEmpty() ? "" : lines.get(0).replaceFirst("^\ufeff", "");
    if (!head.equals(HEAD)) {
      throw wrong(shown, 1, head);
    }
    for (int i = 1; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i));
      if (!line.matches()
          || counts.putIfAbsent(line.group(1), count(line.group(2), line.group(3))) != null) {
        throw wrong(shown, i + 1, lines.get(i));
      }
    }
    return new Views(counts);
  }

  private static Views.Count count(String recent, String all) {
    return new Views.Count(Long.parseLong(recent), Long.parseLong(all));
  }

  private static SiteException wrong(String shown, int line, String text) {
    return new SiteException(
        Problem.of(ProblemCode.LUOT_DOC_HONG, new SourcePos(shown, line, 0), text));
  }

  /**
   * Writes the file, all of it or nothing.
   *
   * @throws UncheckedIOException where that cannot be done; the old one is still there then
   */
  public static void write(Path file, Views views) {
    String lines =
        views.byUri().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> line(e.getKey(), e.getValue()))
            .collect(Collectors.joining());
    Path fresh = file.resolveSibling(NAME + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(fresh, HEAD + "\n" + lines);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(String uri, Views.Count count) {
    return "/" + uri + "," + count.recent() + "," + count.all() + "\n";
  }
}
