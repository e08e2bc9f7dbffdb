package vn.cachlamhay.edit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the editor was asked once: whether its saving makes commits, and in whose name. It stands in
 * {@code .portal-editor.json} in the site folder, not in Git's own configuration: it also names who
 * saves a version where there is no repository. Immutable.
 *
 * @param on whether commits are made
 * @param asked whether anybody has been asked
 * @param name of the editor; may be empty
 * @param email of the editor; may be empty
 */
public record EditorSettings(boolean on, boolean asked, String name, String email) {

  /** Nobody was asked, and nothing is committed. */
  public static final EditorSettings NONE = new EditorSettings(false, false, "", "");

  private static final String FILE = ".portal-editor.json";
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  public EditorSettings {
    name = name == null ? "" : name;
    email = email == null ? "" : email;
  }

  /** The settings of a site; {@link #NONE} where the file is missing or damaged. */
  public static EditorSettings read(Path site) throws IOException {
    Optional<byte[]> bytes = DiskFiles.read(site.resolve(FILE));
    try {
      return bytes
          .map(text -> new String(text, StandardCharsets.UTF_8))
          .map(text -> JSON.fromJson(text, EditorSettings.class))
          .orElse(NONE);
    } catch (JsonParseException e) {
      // then people are asked again
      return NONE;
    }
  }

  /** Keeps them. */
  public void write(Path site) throws IOException {
    String text = JSON.toJson(this) + "\n";
    DiskFiles.replace(site.resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
  }
}
