package vn.cachlamhay.editor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.edit.Comparison;
import vn.cachlamhay.edit.GitCommit.Deed;
import vn.cachlamhay.edit.SaveResult;
import vn.cachlamhay.edit.SourceFile;
import vn.cachlamhay.edit.Version;
import vn.cachlamhay.preview.Handler;
import vn.cachlamhay.preview.Request;
import vn.cachlamhay.preview.Response;

/** What was: versions of articles, and those that were deleted. Thread-safe. */
final class PastApi implements EditorApi.Part {

  private static final int LARGEST = 100_000;

  private final Site site;
  private final ArticleFiles files;
  private final Commits commits;

  PastApi(Site site, ArticleFiles files, Commits commits) {
    this.site = site;
    this.files = files;
    this.commits = commits;
  }

  @Override
  public void offer(Map<String, Handler> answers) {
    answers.put("GET history", this::history);
    answers.put("GET history/version", this::version);
    answers.put("POST history/restore", this::restore);
    answers.put("GET trash", this::trash);
    answers.put("POST trash/restore", this::restoreTrash);
  }

  /** A version as the editor's page lists it. */
  private record Line(String id, String time, String kind, String who, String note) {
    static Line of(Version version) {
      return new Line(
          version.id(),
          version.time().toString(),
          version.kind().key(),
          version.who(),
          version.note());
    }
  }

  private record Old(String path, String id, String base) {
    Old {
      path = Json.given(path);
      id = Json.given(id);
      base = Json.given(base);
    }
  }

  private record Item(String id, String path, String title, String time) {}

  private Response history(Request request) throws IOException {
    String path = request.value("path").orElse("");
    List<Version> versions = new ArrayList<>(files.call(store -> store.history(path)));
    versions.addAll(commits.of(path));
    versions.sort(Comparator.comparing(Version::time).reversed());
    return Response.json(Map.of("versions", versions.stream().map(Line::of).toList()));
  }

  private Response version(Request request) throws IOException {
    String path = request.value("path").orElse("");
    SourceFile old = old(path, request.value("id").orElse(""));
    SourceFile now = files.call(store -> ArticleFiles.there(store, path));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("text", old.text());
    answer.put("fields", old.whole() ? old.fields() : Map.of());
    answer.put("body", old.whole() ? old.body() : "");
    answer.put(
        "comparison",
        Comparison.of(old.text(), now.text()).rows().stream()
            .map(row -> Map.of("kind", row.kind().key(), "line", row.line()))
            .toList());
    return Response.json(answer);
  }

  private SourceFile old(String path, String id) throws IOException {
    return Commits.owns(id)
        ? files.call(store -> store.source(commits.read(path, id)))
        : files.call(store -> store.version(path, id));
  }

  private Response restore(Request request) throws IOException {
    Old wanted = Json.read(request, Old.class, LARGEST);
    SourceFile old = old(wanted.path(), wanted.id());
    SaveResult result =
        files.call(store -> store.save(wanted.path(), wanted.base(), old.bytes(), commits.who()));
    if (result instanceof SaveResult.Conflict conflict) {
      return ArticleApi.conflict(conflict);
    }
    var answer = new LinkedHashMap<String, Object>();
    answer.put("version", old.version());
    commits
        .make(Deed.RESTORED, wanted.path(), ArticleApi.title(old))
        .ifPresent(why -> answer.put("commit", why));
    site.live().bake();
    return Response.json(answer);
  }

  private Response trash(Request request) throws IOException {
    List<Item> items =
        files.call(
            store ->
                store.trash().stream()
                    .map(i -> new Item(i.id(), i.path(), i.title(), i.time().toString()))
                    .toList());
    return Response.json(Map.of("items", items));
  }

  private Response restoreTrash(Request request) throws IOException {
    Item wanted = Json.read(request, Item.class, LARGEST);
    String path = files.call(store -> store.restore(Json.given(wanted.id()), commits.who()));
    site.live().bake();
    return Response.json(Map.of("path", path));
  }
}
