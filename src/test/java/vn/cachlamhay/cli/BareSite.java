package vn.cachlamhay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A site with the portal's lists and as little else as it can have. */
final class BareSite {

  private static final String CONFIGURATION =
      """
      portal.template.none=none.ftlh
      template.post.file=post.ftl
      template.practice.file=post.ftl
      render.index=false
      render.archive=false
      render.feed=false
      render.tags=false
      """;

  private BareSite() {}

  /** Makes it in a folder, without articles. */
  static void make(Path site) throws IOException {
    for (String folder : List.of("templates", "data", "content")) {
      Files.createDirectories(site.resolve(folder));
    }
    Files.writeString(site.resolve("jbake.properties"), CONFIGURATION);
    Files.writeString(
        site.resolve("templates/post.ftl"), "<title>${content.title}</title>${content.body}\n");
    for (String list : List.of("data/localities.yaml", "data/topics.yaml")) {
      Files.copy(Path.of(list), site.resolve(list));
    }
  }
}
