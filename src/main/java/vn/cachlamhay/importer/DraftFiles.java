package vn.cachlamhay.importer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.edit.EditException;
import vn.cachlamhay.edit.Uploads;
import vn.cachlamhay.richtext.Manuscript;
import vn.cachlamhay.richtext.MarkdownText;
import vn.cachlamhay.richtext.RichText;

/** The pictures and documents of one draft: put beside it, or told. For one thread. */
final class DraftFiles {

  private final Uploads uploads;
  private final String path;
  private final List<Problem> told;

  /**
   * @param path of the draft below the content folder
   * @param told gets what is not taken
   */
  DraftFiles(Uploads uploads, String path, List<Problem> told) {
    this.uploads = uploads;
    this.path = path;
    this.told = told;
  }

  /** The picture with which the text begins becomes that of the article. */
  RichText head(String slug, RichText text, Map<String, List<String>> fields) throws IOException {
    Optional<RichText.Head> head = text.firstPicture();
    if (head.isEmpty()) {
      return text;
    }
    Optional<String> stored = stored(slug + "." + head.get().type(), head.get().bytes());
    if (stored.isEmpty()) {
      return text;
    }
    fields.put("image", List.of(stored.get()));
    String caption = head.get().caption().isEmpty() ? head.get().alt() : head.get().caption();
    if (!caption.isEmpty()) {
      String found = String.join("; ", fields.getOrDefault("caption", List.of()));
      boolean more = !found.isEmpty() && !found.equals(caption);
      fields.put("caption", List.of(more ? caption + "; " + found : caption));
    }
    return text.withoutFirstPicture().orElseThrow();
  }

  /** The references of the pictures in a text, by the names that stand there. */
  Map<String, String> pictures(MarkdownText body) throws IOException {
    Map<String, String> references = new HashMap<>();
    for (MarkdownText.Picture picture : body.pictures()) {
      stored(picture.name(), picture.bytes())
          .ifPresent(reference -> references.put(picture.name(), reference));
    }
    return references;
  }

  /** The documents beside the text. */
  void attachments(Manuscript manuscript, Map<String, List<String>> fields) throws IOException {
    var references = new ArrayList<String>();
    for (Manuscript.Attachment attachment : manuscript.attachments()) {
      String name = fileName(attachment.address());
      Optional<byte[]> bytes = opened(manuscript, attachment.address());
      if (bytes.isEmpty()) {
        told.add(
            Problem.of(ProblemCode.NHAP_TEP_KEM, SourcePos.ofFile(path), attachment.address()));
      } else {
        stored(name, bytes.get()).ifPresent(references::add);
      }
    }
    if (!references.isEmpty()) {
      fields.put("attachments", references.stream().distinct().toList());
    }
  }

  /** A host that fails, or a file that cannot be read, costs the attachment and not the article. */
  private static Optional<byte[]> opened(Manuscript manuscript, String address) {
    try {
      return manuscript.files().open(address);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> stored(String name, byte[] bytes) throws IOException {
    try {
      return Optional.of(uploads.put(path, name, bytes).reference());
    } catch (EditException e) {
      told.add(e.problem().asNotice());
      return Optional.empty();
    }
  }

  private static String fileName(String address) {
    String path = address.replaceFirst("[?#].*$", "");
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
