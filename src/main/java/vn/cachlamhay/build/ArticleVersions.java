package vn.cachlamhay.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cachlamhay.content.ArticleReader;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.jbake.BodyRenderer;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.LinkRef;
import vn.cachlamhay.model.LongText;
import vn.cachlamhay.model.Lookup;

/** Reads and renders articles as a bake does, and remembers nothing of it. Thread-safe. */
final class ArticleVersions {

  private final ArticleReader reader;
  private final BodyRenderer renderer;
  private final BodyRenderer typing;

  ArticleVersions(ArticleReader reader, BodyRenderer renderer) {
    this.reader = reader;
    this.renderer = renderer;
    this.typing = renderer.keepingIn(LongText::of);
  }

  /**
   * Another version of an article.
   *
   * @param links to be checked
   */
  record Version(Article article, List<LinkRef> links) {}

  /**
   * Reads and renders an article that has changed since.
   *
   * @return empty where something is wrong with it
   */
  Optional<Version> again(Path path, BodyRenderer.Surroundings surroundings) {
    ArticleReader.Reading reading = reader.read(path);
    if (!reading.sound() || reading.article().isEmpty()) {
      return Optional.empty();
    }
    BodyRenderer.Text text = renderer.begin(reading.article().get());
    BodyRenderer.Rendered rendered = renderer.finish(reading.article().get(), text, surroundings);
    return rendered.problems().stream().anyMatch(Problem::isError)
        ? Optional.empty()
        : Optional.of(new Version(rendered.article().withMarkup(""), text.links()));
  }

  /**
   * A text that somebody types.
   *
   * @param article empty where it could not be taken apart
   * @param lookups what it asks of pictures
   * @param problems what is wrong with it, its links and pictures aside
   */
  record Typed(
      Optional<Article> article,
      List<LinkRef> links,
      List<Lookup> lookups,
      List<Problem> problems) {}

  /** Reads and renders what the file of an article would hold, whatever is wrong with it. */
  Typed typed(Path path, byte[] bytes, BodyRenderer.Surroundings surroundings) {
    ArticleReader.Reading reading = reader.read(path, bytes);
    if (reading.article().isEmpty()) {
      return new Typed(Optional.empty(), List.of(), List.of(), reading.problems());
    }
    BodyRenderer.Text text = typing.begin(reading.article().get());
    BodyRenderer.Rendered rendered = typing.finish(reading.article().get(), text, surroundings);
    return new Typed(
        Optional.of(rendered.article().withMarkup("")),
        text.links(),
        Articles.picturesAmong(rendered.lookups()),
        Stream.concat(reading.problems().stream(), rendered.problems().stream()).toList());
  }
}
