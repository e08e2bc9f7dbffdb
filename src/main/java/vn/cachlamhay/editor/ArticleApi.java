package vn.cachlamhay.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.edit.ArticleStore;
import vn.cachlamhay.edit.GitCommit.Deed;
import vn.cachlamhay.edit.NewArticle;
import vn.cachlamhay.edit.SaveResult;
import vn.cachlamhay.edit.SourceFile;
import vn.cachlamhay.jbake.Preview;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.page.Uris;
import vn.cachlamhay.preview.Handler;
import vn.cachlamhay.preview.Request;
import vn.cachlamhay.preview.Response;
import vn.cachlamhay.text.VietnameseDates;

/** Reads, looks at, saves, makes and deletes articles. Thread-safe. */
final class ArticleApi implements EditorApi.Part {

  private static final int LARGEST_TEXT = 8 * 1024 * 1024;

  private final Site site;
  private final ArticleFiles files;
  private final Commits commits;
  private final Looks looks;

  ArticleApi(Site site, ArticleFiles files, Commits commits, Looks looks) {
    this.site = site;
    this.files = files;
    this.commits = commits;
    this.looks = looks;
  }

  @Override
  public void offer(Map<String, Handler> answers) {
    answers.put("GET articles", this::articles);
    answers.put("GET article", this::article);
    answers.put("POST look", this::look);
    answers.put("POST save", this::save);
    answers.put("POST new", this::create);
    answers.put("POST delete", this::delete);
  }

  /**
   * A text that somebody types.
   *
   * @param base version of the file that it began with
   * @param fields values by key; those that are not named stay as they are
   * @param text the whole file, in place of fields and body
   * @param publish whether it must be free of errors
   */
  private record Typed(
      String path,
      String base,
      Map<String, List<String>> fields,
      String body,
      String text,
      boolean publish) {

    Typed {
      path = Json.given(path);
      base = Json.given(base);
    }
  }

  /** What a new article has from the beginning. */
  private record Wanted(String title, String type, List<String> locality, List<String> topic) {}

  /** Which version of which article. */
  private record Chosen(String path, String base) {
    Chosen {
      path = Json.given(path);
      base = Json.given(base);
    }
  }

  private Response articles(Request request) throws IOException {
    List<Problem> problems = site.live().state().problems();
    return Response.json(
        Map.of("articles", ArticleList.of(site.catalog(), problems, site.messages())));
  }

  private Response article(Request request) throws IOException {
    String path = request.value("path").orElse("");
    SourceFile file = files.call(store -> store.read(path));
    Optional<Preview.Look> look = look(path, file);
    Map<String, Object> answer = ArticleFiles.content(file);
    answer.put("path", path);
    answer.put("uri", look.map(Preview.Look::uri).orElse(""));
    answer.put("problems", told(look, file));
    return Response.json(answer);
  }

  private Response look(Request request) throws IOException {
    Typed typed = Json.read(request, Typed.class, LARGEST_TEXT);
    SourceFile file = files.call(store -> composed(typed, ArticleFiles.there(store, typed.path())));
    Optional<Preview.Look> look = look(typed.path(), file);
    var answer = new LinkedHashMap<String, Object>();
    answer.put("uri", look.map(Preview.Look::uri).orElse(""));
    answer.put("problems", told(look, file));
    answer.put("page", look.flatMap(Preview.Look::page).map(looks::keep).orElse(null));
    answer.put("picture", look.flatMap(Preview.Look::picture).map(ArticleApi::shown).orElse(""));
    return Response.json(answer);
  }

  /** Where the preview shows a picture of the site; of others nothing is loaded. */
  private static String shown(String uri) {
    return uri.contains("://") ? "" : "/" + Uris.encode(uri);
  }

  private Response save(Request request) throws IOException {
    Typed typed = Json.read(request, Typed.class, LARGEST_TEXT);
    String base = typed.base();
    SourceFile before = files.call(store -> ArticleFiles.there(store, typed.path()));
    SourceFile file = files.call(store -> composed(typed, before));
    Optional<Preview.Look> look = look(typed.path(), file);
    List<ToldProblem> problems = told(look, file);
    if (typed.publish() && problems.stream().anyMatch(p -> p.severity().equals("error"))) {
      return Wrong.HAS_ERRORS.with(Map.of("problems", problems));
    }
    SaveResult result =
        files.call(store -> store.save(typed.path(), base, file.bytes(), commits.who()));
    if (result instanceof SaveResult.Conflict conflict) {
      return conflict(conflict);
    }
    var answer = new LinkedHashMap<String, Object>();
    answer.put("version", file.version());
    answer.put("problems", problems);
    Deed deed = typed.publish() ? Deed.PUBLISHED : base.isEmpty() ? Deed.CREATED : Deed.EDITED;
    commits.make(deed, typed.path(), title(file)).ifPresent(why -> answer.put("commit", why));
    site.live().saved(content().resolve(typed.path()));
    return Response.json(answer);
  }

  private Response create(Request request) throws IOException {
    Wanted wanted = Json.read(request, Wanted.class, LARGEST_TEXT);
    if (wanted.title() == null || wanted.title().isBlank()) {
      throw Wrong.NO_TITLE.refused();
    }
    var article =
        new NewArticle(
            wanted.title(),
            Optional.ofNullable(wanted.type()).orElse("practice"),
            Optional.ofNullable(wanted.locality()).orElse(List.of()),
            Optional.ofNullable(wanted.topic()).orElse(List.of()),
            Moment.of(LocalDateTime.now(VietnameseDates.ZONE)));
    ArticleStore.Created created = files.call(store -> store.create(article, commits.who()));
    site.live().bake();
    return Response.json(Map.of("path", created.path(), "version", created.file().version()));
  }

  private Response delete(Request request) throws IOException {
    Chosen chosen = Json.read(request, Chosen.class, LARGEST_TEXT);
    String title = files.call(store -> title(store.read(chosen.path())));
    SaveResult result = files.call(store -> store.delete(chosen.path(), chosen.base()));
    if (result instanceof SaveResult.Trashed trashed) {
      var answer = new LinkedHashMap<String, Object>();
      answer.put("trash", trashed.id());
      commits.make(Deed.DELETED, chosen.path(), title).ifPresent(w -> answer.put("commit", w));
      site.live().bake();
      return Response.json(answer);
    }
    return conflict((SaveResult.Conflict) result);
  }

  static Response conflict(SaveResult.Conflict conflict) {
    var theirs = new LinkedHashMap<String, Object>();
    conflict.theirs().ifPresent(file -> theirs.putAll(ArticleFiles.content(file)));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("theirs", theirs.isEmpty() ? null : theirs);
    return Wrong.CHANGED_ON_DISK.with(answer);
  }

  /** The file as it would be written. */
  private static SourceFile composed(Typed typed, SourceFile before) throws IOException {
    if (typed.text() != null) {
      return before.withText(typed.text());
    }
    if (!before.whole()) {
      throw Wrong.NOT_WHOLE.refused();
    }
    if (typed.fields() == null || typed.body() == null) {
      throw Wrong.request("fields, body");
    }
    return before.with(typed.fields(), typed.body());
  }

  static String title(SourceFile file) {
    return file.whole() ? String.join(" ", file.fields().getOrDefault("title", List.of())) : "";
  }

  private Optional<Preview.Look> look(String path, SourceFile file) throws IOException {
    return site.look(content().resolve(path), file.bytes());
  }

  private Path content() throws IOException {
    return site.catalog().config().content();
  }

  private List<ToldProblem> told(Optional<Preview.Look> look, SourceFile file) {
    List<Problem> problems = look.map(Preview.Look::problems).orElse(List.of());
    return ToldProblem.of(problems, file, site.messages());
  }
}
