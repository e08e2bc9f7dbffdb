package vn.cachlamhay.edit;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.text.VietnameseText;

/**
 * An article that is to be written. Immutable.
 *
 * @param title as readers will see it
 * @param type one of the site's document types
 * @param localities as editors write them; may be none
 * @param topics likewise
 * @param date decides the folder too
 */
public record NewArticle(
    String title, String type, List<String> localities, List<String> topics, Moment date) {

  private static final DateTimeFormatter TIMED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String PRACTICE = "practice";
  private static final String PAGE = "page";

  /** Addresses are read aloud and sent about. */
  private static final int LONGEST = 80;

  /** Names that a folder or Windows keeps for itself. */
  private static final Pattern TAKEN =
      Pattern.compile("index|con|prn|aux|nul|com[0-9]|lpt[0-9]|trang-[0-9]+");

  public NewArticle {
    localities = List.copyOf(localities);
    topics = List.copyOf(topics);
  }

  /** The folder below the content folder, with a slash at its end; pages stand at the top. */
  public String folder() {
    return type.equals(PAGE) ? "" : "bai-viet/" + date.day().getYear() + "/";
  }

  /** The name of the file without extension. */
  public String stem() {
    String slug = VietnameseText.slug(title);
    if (slug.length() > LONGEST) {
      int cut = slug.lastIndexOf('-', LONGEST);
      slug = slug.substring(0, cut > 0 ? cut : LONGEST);
    }
    return slug.isEmpty() ? "bai" : TAKEN.matcher(slug).matches() ? "bai-" + slug : slug;
  }

  /** Where it would stand below the content folder, were the name free. */
  public String path() {
    return folder() + stem() + ".md";
  }

  /**
   * The file: a draft.
   *
   * @throws EditException where the title cannot be written
   */
  public SourceFile file(String headerSeparator) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("title", List.of(title));
    fields.put("date", List.of(date.timed() ? TIMED.format(date.at()) : date.day().toString()));
    fields.put("type", List.of(type));
    fields.put("status", List.of("draft"));
    fields.put("locality", localities);
    fields.put("topic", topics);
    String body = type.equals(PRACTICE) ? PracticeSections.body() : "\n";
    byte[] empty = "---\n---\n".getBytes(StandardCharsets.UTF_8);
    return SourceFile.of(empty, headerSeparator).with(fields, body);
  }
}
