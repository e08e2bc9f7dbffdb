package vn.cachlamhay.editor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.edit.EditException;
import vn.cachlamhay.edit.SafePaths;
import vn.cachlamhay.edit.Uploads;
import vn.cachlamhay.edit.UploadsKind;
import vn.cachlamhay.preview.Handler;
import vn.cachlamhay.preview.Request;
import vn.cachlamhay.preview.Response;
import vn.cachlamhay.richtext.MarkdownText;
import vn.cachlamhay.richtext.PastedText;

/** Takes files that belong to articles, and what is pasted into them. Thread-safe. */
final class FilesApi implements EditorApi.Part {

  /** What Word puts on the clipboard twice over, with its pictures as digits. */
  private static final int LARGEST_PASTE = 200_000_000;

  private final Site site;
  private final ArticleFiles files;
  private final Commits commits;
  private final Uploads uploads = new Uploads(path -> paths().resolve(path));

  FilesApi(Site site, ArticleFiles files, Commits commits) {
    this.site = site;
    this.files = files;
    this.commits = commits;
  }

  @Override
  public void offer(Map<String, Handler> answers) {
    answers.put("PUT file", this::file);
    answers.put("POST paste", this::paste);
  }

  /**
   * What was copied elsewhere.
   *
   * @param article into which it is pasted
   * @param rtf the same as Rich Text Format; may be empty
   * @param firstNote number of its first footnote; 0 for the first of the article
   */
  private record Copied(String article, String html, String rtf, int firstNote) {
    Copied {
      article = Json.given(article);
      html = Json.given(html);
      rtf = Json.given(rtf);
      firstNote = Math.max(1, firstNote);
    }
  }

  private Response file(Request request) throws IOException {
    String article = request.value("article").orElse("");
    String name = request.value("name").orElse("");
    // of no kind is more taken than of documents; what a picture may have is looked at afterwards
    byte[] bytes = request.bytes((int) UploadsKind.DOCUMENT.mostBytes());
    files.call(store -> store.read(article));
    Uploads.Stored stored = files.call(store -> uploads.put(article, name, bytes));
    commit(article, List.of(stored.reference()));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("reference", stored.reference());
    answer.put("name", stored.name());
    answer.put("kind", stored.kind().name().toLowerCase(Locale.ROOT));
    answer.put("width", stored.width());
    answer.put("height", stored.height());
    answer.put("bytes", stored.bytes());
    answer.put("removed", stored.removed());
    return Response.json(answer);
  }

  private Response paste(Request request) throws IOException {
    Copied copied = Json.read(request, Copied.class, LARGEST_PASTE);
    files.call(store -> store.read(copied.article()));
    MarkdownText pasted;
    try {
      pasted =
          PastedText.of(
              copied.html(),
              Optional.of(copied.rtf()).filter(rtf -> !rtf.isEmpty()),
              copied.firstNote());
    } catch (SiteException e) {
      throw files.refused(e.problems().get(0));
    }
    List<Problem> told = new ArrayList<>(pasted.notices());
    var references = new LinkedHashMap<MarkdownText.Picture, String>();
    for (MarkdownText.Picture picture : pasted.pictures()) {
      try {
        String name = picture.name();
        references.put(picture, uploads.put(copied.article(), name, picture.bytes()).reference());
      } catch (EditException e) {
        told.add(e.problem());
      }
    }
    commit(copied.article(), references.values());
    var answer = new LinkedHashMap<String, Object>();
    answer.put(
        "markdown", pasted.withReferences(picture -> Optional.ofNullable(references.get(picture))));
    answer.put("pictures", List.copyOf(references.values()));
    answer.put("notes", told.stream().map(this::words).distinct().toList());
    return Response.json(answer);
  }

  /** They go into the same commit as the article. */
  private void commit(String article, Iterable<String> references) throws IOException {
    String folder = article.substring(0, article.lastIndexOf('/') + 1);
    for (String reference : references) {
      commits.add(article, paths().resolve(folder + reference));
    }
  }

  private SafePaths paths() throws IOException {
    return new SafePaths(site.catalog().config().content());
  }

  private String words(Problem problem) {
    return site.messages().message(problem) + ": " + site.messages().hint(problem) + ".";
  }
}
