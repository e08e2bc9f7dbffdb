package vn.cachlamhay.jbake;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.jbake.app.ContentStore;
import org.jbake.app.Renderer;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.render.RenderingTool;
import org.jbake.template.RenderingException;

/**
 * A site's own rendering tool for these tests: writes the titles of all posts where the site sets
 * {@code test.list.file}, marks them with {@code test.list.mark}, fails where it sets {@code
 * test.list.fail}, otherwise does nothing.
 */
public class ListTool implements RenderingTool {

  /**
   * Does something while this tool is on the class path. It is not there always: the pages of a
   * plain project that has tools are made anew each time, and the cache would go untested.
   */
  public static void during(Path folder, Runnable work) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(RenderingTool.class.getName()), ListTool.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public int render(Renderer renderer, ContentStore db, JBakeConfiguration config)
      throws RenderingException {
    if (config.get("test.list.fail") != null) {
      throw new RenderingException("cố ý");
    }
    Object file = config.get("test.list.file");
    if (file == null) {
      return 0;
    }
    var text = new StringBuilder();
    for (DocumentModel post : db.getPublishedPosts()) {
      text.append(post.getTitle()).append('\n');
      if (config.get("test.list.mark") != null) {
        post.setTitle(post.getTitle() + "!");
      }
    }
    Path target = config.getDestinationFolder().toPath().resolve(file.toString());
    try {
      Files.createDirectories(target.getParent());
      Files.writeString(target, text);
    } catch (IOException e) {
      throw new RenderingException(e);
    }
    return 1;
  }

  @Override
  @Deprecated
  public int render(
      Renderer renderer,
      ContentStore db,
      File destination,
      File templatesPath,
      CompositeConfiguration config) {
    throw new UnsupportedOperationException();
  }
}
