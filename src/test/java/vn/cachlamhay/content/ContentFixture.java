package vn.cachlamhay.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.model.Api;
import vn.cachlamhay.model.App;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.Publisher;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;

/** A site folder for tests of reading, with the real lists of localities and topics. */
final class ContentFixture {

  private final Path site;
  private final Problems problems = new Problems();
  private final Gazetteer gazetteer = Gazetteer.load(Path.of("data/localities.yaml"));
  private final Topics topics = Topics.load(Path.of("data/topics.yaml"));

  ContentFixture(Path site) throws IOException {
    this.site = site;
    Files.createDirectories(site.resolve("content"));
  }

  /** Writes a content file. */
  ContentFixture with(String name, String text) throws IOException {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  ContentFixture with(String name, byte[] bytes) throws IOException {
    Path file = site.resolve("content").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return this;
  }

  /** An article that has all it must have, with more lines of front matter. */
  ContentFixture withArticle(String name, String... lines) throws IOException {
    String more = String.join("\n", lines);
    String date = more.contains("date:") ? "" : "date: 2018-09-12\n";
    String type = more.contains("type:") ? "" : "type: post\n";
    String status = more.contains("status:") ? "" : "status: published\n";
    return with(name, "---\ntitle: Bài\n" + date + type + status + more + "\n---\n\nChữ.\n");
  }

  Library library(LocalDateTime now, boolean drafts) {
    return read(now, drafts, problems);
  }

  /** The article of one file, whatever its status. */
  Optional<Article> article(String name, Problems into) {
    Library library = read(LocalDateTime.of(2026, 1, 15, 8, 0), false, into);
    return Stream.concat(library.articles().stream(), library.unpublished().values().stream())
        .filter(article -> article.source().equals("content/" + name))
        .findFirst();
  }

  private Library read(LocalDateTime now, boolean drafts, Problems into) {
    var reader = new LibraryReader(config(), gazetteer, topics);
    SiteFiles files = SiteFiles.scan(config(), Set.of("md"), into);
    ArticleReader articles = reader.articles(files);
    return reader.assemble(
        files, files.articles().stream().map(articles::read).toList(), now, drafts, into);
  }

  Problems problems() {
    return problems;
  }

  private SiteConfig config() {
    return new SiteConfig(
        site,
        site.resolve("content"),
        site.resolve("data"),
        site.resolve("templates"),
        site.resolve("assets"),
        site.resolve("output"),
        "Trang",
        "",
        "",
        new Publisher("", "", "", "", "", ""),
        List.of(),
        "",
        List.of("page", "post", "practice"),
        Optional.empty(),
        Optional.empty(),
        "yyyy-MM-dd",
        "~~~~~~",
        ".jbakeignore",
        true,
        ".html",
        "-draft",
        Map.of(),
        20,
        new App("Trang", "#8c171b", "#fcf9f3"),
        Hosting.NONE,
        Api.NONE);
  }
}
