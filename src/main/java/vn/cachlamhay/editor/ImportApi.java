package vn.cachlamhay.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.edit.GitCommit.Deed;
import vn.cachlamhay.edit.SourceFile;
import vn.cachlamhay.importer.Kept;
import vn.cachlamhay.importer.Originals;
import vn.cachlamhay.importer.Outcome;
import vn.cachlamhay.importer.ReportWords;
import vn.cachlamhay.preview.Handler;
import vn.cachlamhay.preview.Request;
import vn.cachlamhay.preview.Response;
import vn.cachlamhay.text.VietnameseText;

/** Makes drafts of files and addresses, and tells what was found in them. Thread-safe. */
final class ImportApi implements EditorApi.Part {

  private static final long MEGABYTE = 1024 * 1024;

  /** As large as what an import reads of one file. */
  static final long MOST_OF_FILE = 100 * MEGABYTE;

  /** Of a ZIP. */
  static final long MOST_OF_ARCHIVE = 500 * MEGABYTE;

  private static final int LARGEST_REQUEST = 20_000;
  private static final int LONGEST_NAME = 120;

  private final Site site;
  private final ArticleFiles files;
  private final Commits commits;
  private final Imports imports;
  private final ReportWords words;

  ImportApi(Site site, ArticleFiles files, Commits commits) {
    this.site = site;
    this.files = files;
    this.commits = commits;
    this.imports = new Imports(site);
    this.words = ReportWords.in("vi");
  }

  @Override
  public void offer(Map<String, Handler> answers) {
    answers.put("PUT import", this::file);
    answers.put("POST import-address", this::address);
    answers.put("POST import-stop", this::stop);
    answers.put("GET import-progress", request -> Response.json(imports.progress()));
    answers.put("GET import-report", this::report);
    answers.put("GET import-original", this::original);
  }

  /** A page to bring in. */
  private record Asked(String address, String batch) {
    Asked {
      address = Json.given(address).strip();
      batch = Json.given(batch);
    }
  }

  private Response file(Request request) throws IOException {
    String name = name(request.value("name").orElse(""));
    boolean archive = name.toLowerCase(Locale.ROOT).endsWith(".zip");
    // the site must be known before hundreds of megabytes are taken
    site.catalog();
    Path folder = Files.createTempDirectory("portal-nhap-");
    Path file = file(folder, name);
    try {
      take(request, file, archive ? MOST_OF_ARCHIVE : MOST_OF_FILE);
      // an archive has more than one draft to tell of, so it begins anew
      String batch = archive ? "" : request.value("batch").orElse("");
      return told(imports.file(file, name, batch));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private Response address(Request request) throws IOException {
    Asked asked = Json.read(request, Asked.class, LARGEST_REQUEST);
    if (!asked.address().matches("(?i)https?://[^\\s/]\\S*")) {
      throw Wrong.NO_ADDRESS.refused(asked.address());
    }
    return told(imports.address(asked.address(), asked.batch()));
  }

  private Response stop(Request request) {
    imports.stop();
    return Response.json(Map.of());
  }

  private Response report(Request request) throws IOException {
    Optional<Kept> kept = kept(request.value("article").orElse(""));
    var answer = new LinkedHashMap<String, Object>();
    answer.put(
        "report", kept.map(found -> ImportReport.of(found, site.messages(), words)).orElse(null));
    return Response.json(answer);
  }

  /** The file that was brought in, never to be opened by the browser itself. */
  private Response original(Request request) throws IOException {
    Optional<Kept> kept = kept(request.value("article").orElse(""));
    Optional<Path> file = kept.isPresent() ? originals().original(kept.get()) : Optional.empty();
    if (file.isEmpty()) {
      throw Wrong.NO_ORIGINAL.refused();
    }
    String name = file.get().getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
    return Response.of("application/octet-stream", Files.readAllBytes(file.get()))
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .with("Content-Security-Policy", "sandbox; default-src 'none'");
  }

  private Optional<Kept> kept(String article) throws IOException {
    // refuses what is no path of an article
    files.call(store -> store.read(article));
    return originals().of(article).filter(kept -> article.equals(kept.article()));
  }

  private Originals originals() throws IOException {
    return new Originals(content());
  }

  private Path content() throws IOException {
    return site.catalog().config().content();
  }

  /**
   * What came of one source.
   *
   * @param article the draft, or what is there already; empty where there is none
   * @param missing names of the fields that the editor has to fill
   * @param look whether there is more to do than to read it
   */
  private record Told(
      String source,
      String status,
      String article,
      String title,
      List<ImportReport.Notice> problems,
      List<String> missing,
      boolean look) {}

  private Response told(List<Outcome> outcomes) throws IOException {
    var told = new ArrayList<Told>();
    Optional<String> commit = Optional.empty();
    for (Outcome outcome : outcomes) {
      Optional<SourceFile> article = article(outcome);
      String title = article.map(ArticleApi::title).orElse("");
      List<String> missing =
          outcome.kept().stream()
              .flatMap(kept -> ImportReport.missing(kept, words).stream())
              .map(ImportReport.Missing::name)
              .toList();
      told.add(
          new Told(
              outcome.source(),
              outcome.status().name().toLowerCase(Locale.ROOT),
              outcome.article().orElse(""),
              title,
              outcome.problems().stream()
                  .map(problem -> ImportReport.Notice.of(problem, site.messages()))
                  .distinct()
                  .toList(),
              missing,
              !missing.isEmpty() || !outcome.problems().isEmpty()));
      if (outcome.kept().isPresent() && article.isPresent()) {
        Optional<String> failed = commit(outcome.kept().get(), article.get());
        commit = failed.isPresent() ? failed : commit;
      }
    }
    if (outcomes.stream().anyMatch(outcome -> outcome.status() == Outcome.Status.MADE)) {
      site.live().bake();
    }
    var answer = new LinkedHashMap<String, Object>();
    answer.put("outcomes", told);
    commit.ifPresent(why -> answer.put("commit", why));
    return Response.json(answer);
  }

  private Optional<SourceFile> article(Outcome outcome) throws IOException {
    String path = outcome.article().orElse("");
    if (path.isEmpty() || !Files.isRegularFile(content().resolve(path))) {
      return Optional.empty();
    }
    return Optional.of(files.call(store -> store.read(path)));
  }

  /** The draft, what lies beside it, and the original make one commit. */
  private Optional<String> commit(Kept kept, SourceFile article) throws IOException {
    Path folder = content().resolve(kept.article()).getParent();
    for (String reference : References.of(article)) {
      Path file = folder.resolve(reference).normalize();
      if (file.startsWith(folder) && Files.isRegularFile(file)) {
        commits.add(kept.article(), file);
      }
    }
    originals().original(kept).ifPresent(file -> commits.add(kept.article(), file));
    commits.add(kept.article(), originals().report(kept.article()));
    return commits.make(Deed.CREATED, kept.article(), ArticleApi.title(article));
  }

  private static void take(Request request, Path file, long most) throws IOException {
    if (request.length() > most) {
      throw Wrong.IMPORT_TOO_LARGE.refused(most / MEGABYTE);
    }
    byte[] buffer = new byte[1 << 16];
    long taken = 0;
    InputStream in = request.body();
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        taken += read;
        if (taken > most) {
          throw Wrong.IMPORT_TOO_LARGE.refused(most / MEGABYTE);
        }
        out.write(buffer, 0, read);
      }
    }
  }

  /** The name alone, without folders and what no disk takes; its end tells what the file is. */
  private static String name(String given) {
    String name =
        Normalizer.normalize(given, Normalizer.Form.NFC)
            .replaceFirst("(?s)^.*[/\\\\]", "")
            .replaceAll("[\\p{Cntrl}:*?\"<>|%]", "")
            .strip()
            .replaceFirst("^[.~$]+", "");
    if (name.length() > LONGEST_NAME) {
      int dot = name.lastIndexOf('.');
      String end = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
      name = name.substring(0, LONGEST_NAME - end.length()) + end;
    }
    return name.isEmpty() ? "tep" : name;
  }

  private static Path file(Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      // a disk whose names have no Vietnamese letters
      int dot = name.lastIndexOf('.');
      String end = dot > 0 ? "." + VietnameseText.slug(name.substring(dot + 1)) : "";
      return folder.resolve(VietnameseText.slug(dot > 0 ? name.substring(0, dot) : name) + end);
    }
  }
}
