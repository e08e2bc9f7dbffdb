package vn.cachlamhay.editor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.edit.SourceFile;

/** The files beside an article that it names. Stateless. */
final class References {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s:#]+)");

  private References() {}

  /** As they stand there, each once. */
  static Set<String> of(SourceFile article) {
    var found = new LinkedHashSet<String>();
    for (String key : List.of("image", "attachments")) {
      found.addAll(article.fields().getOrDefault(key, List.of()));
    }
    Matcher link = LINK.matcher(article.body());
    while (link.find()) {
      found.add(link.group(1));
    }
    return found;
  }
}
