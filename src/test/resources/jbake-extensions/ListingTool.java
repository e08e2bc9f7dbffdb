package mau;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.jbake.app.ContentStore;
import org.jbake.app.Renderer;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.render.RenderingTool;
import org.jbake.template.RenderingException;

/** A tool of a site's own: lists the posts and the files that are there, and changes a page. */
public class ListingTool implements RenderingTool {

  @Override
  public int render(Renderer renderer, ContentStore db, JBakeConfiguration config)
      throws RenderingException {
    Path folder = config.getDestinationFolder().toPath();
    StringBuilder text = new StringBuilder();
    for (DocumentModel post : db.getPublishedPosts()) {
      text.append(post.getTitle()).append(' ').append(post.getRendered()).append('\n');
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString())
              .sorted()
              .collect(Collectors.toList());
      text.append(names).append('\n');
      Path page = folder.resolve("a.html");
      String old = new String(Files.readAllBytes(page), StandardCharsets.UTF_8);
      Files.write(page, (old + "và thêm\n").getBytes(StandardCharsets.UTF_8));
      Files.createDirectories(folder.resolve("them"));
      Files.write(
          folder.resolve("them/danh-sach.txt"), text.toString().getBytes(StandardCharsets.UTF_8));
      renderer.renderIndex("them/index.html");
    } catch (Exception e) {
      throw new RenderingException(e);
    }
    return 1;
  }

  @Override
  public int render(
      Renderer renderer,
      ContentStore db,
      File destination,
      File templates,
      CompositeConfiguration config) {
    throw new UnsupportedOperationException();
  }
}
