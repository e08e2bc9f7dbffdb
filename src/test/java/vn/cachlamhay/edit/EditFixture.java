package vn.cachlamhay.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.model.Api;
import vn.cachlamhay.model.App;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.model.Publisher;
import vn.cachlamhay.model.SiteConfig;

/** A site folder whose articles are edited, and a clock that goes on by a second each time. */
final class EditFixture extends Clock {

  private final Path site;
  private Instant now = Instant.parse("2026-11-22T08:00:00Z");

  EditFixture(Path site) throws IOException {
    this.site = site;
    Files.createDirectories(site.resolve("content"));
  }

  ArticleStore store() {
    return new ArticleStore(config(), this);
  }

  EditFixture with(String path, String text) throws IOException {
    Files.createDirectories(file(path).getParent());
    Files.writeString(file(path), text);
    return this;
  }

  Path file(String path) {
    return site.resolve("content").resolve(path);
  }

  String text(String path) throws IOException {
    return Files.readString(file(path));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    now = now.plus(Duration.ofSeconds(1));
    return now;
  }

  SiteConfig config() {
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
        Map.of("home", "home.ftlh"),
        20,
        new App("Trang", "#8c171b", "#fcf9f3"),
        Hosting.NONE,
        Api.NONE);
  }
}
