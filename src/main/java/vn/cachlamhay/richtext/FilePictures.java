package vn.cachlamhay.richtext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import vn.cachlamhay.diag.ProblemCode;

/**
 * The pictures of a document whose files can be opened. A picture that cannot is told by its
 * address, and the text leads to it where that is one of the web. For one thread.
 */
final class FilePictures implements Pictures {

  private static final int MOST = 500;
  private static final long MOST_BYTES_IN_ALL = 300L * 1024 * 1024;
  private static final int MOST_TOLD = 3;

  private final FileSource files;
  private final List<MarkdownText.Content> contents = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Boolean> missing = new LinkedHashMap<>();
  private long bytesInAll;

  FilePictures(FileSource files) {
    this.files = files;
  }

  @Override
  public boolean isElsewhere(Element image) {
    String address = image.attr("src").strip();
    return address.matches("(?is)(?:https?:)?//.*") && number(image) == 0;
  }

  @Override
  public void leave() {
    // counted when it could not be opened
  }

  @Override
  public int number(Element image) {
    String address = image.attr("src").strip();
    if (address.isEmpty() || missing.containsKey(address)) {
      return 0;
    }
    Integer known = numbers.get(address);
    if (known != null) {
      return known;
    }
    Optional<MarkdownText.Content> content = content(address);
    if (content.isEmpty()) {
      missing.put(address, true);
      return 0;
    }
    bytesInAll += content.get().bytes().length;
    contents.add(content.get());
    numbers.put(address, contents.size());
    return contents.size();
  }

  private Optional<MarkdownText.Content> content(String address) {
    if (contents.size() >= MOST) {
      return Optional.empty();
    }
    try {
      Optional<byte[]> bytes =
          address.regionMatches(true, 0, "data:", 0, 5)
              ? Optional.of(PastedPictures.ofData(address))
              : files.open(address);
      return bytes
          .filter(each -> bytesInAll + each.length <= MOST_BYTES_IN_ALL)
          .flatMap(
              each ->
                  MarkdownText.Content.type(each)
                      .map(type -> new MarkdownText.Content(type, each)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<MarkdownText.Content> contents() {
    return List.copyOf(contents);
  }

  @Override
  public void tell(Notices notices) {
    if (!missing.isEmpty()) {
      String some =
          String.join(
              ", ", missing.keySet().stream().limit(MOST_TOLD).map(FilePictures::shown).toList());
      notices.add(
          ProblemCode.NHAP_THIEU_ANH,
          Integer.toString(missing.size()),
          some + (missing.size() > MOST_TOLD ? " …" : ""));
    }
  }

  private static String shown(String address) {
    return address.length() <= 100 ? address : address.substring(0, 100) + "…";
  }
}
