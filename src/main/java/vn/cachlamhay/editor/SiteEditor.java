package vn.cachlamhay.editor;

import java.nio.file.Path;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.preview.Editor;
import vn.cachlamhay.preview.Events;
import vn.cachlamhay.preview.LiveLoop;

/** Puts the editor of a site together. Stateless. */
public final class SiteEditor {

  private SiteEditor() {}

  /** An {@link Editor.Factory}: everything that the page at {@code /bien-tap/} asks for. */
  public static Editor of(Path folder, LiveLoop live, Events events) {
    var site = new Site(live, Messages.in("vi"));
    var files = new ArticleFiles(site);
    var commits = new Commits(folder, site);
    var looks = new Looks(site);
    var api =
        new EditorApi(
            new SiteInfo(site, commits),
            new ArticleApi(site, files, commits, looks),
            new PastApi(site, files, commits),
            new FilesApi(site, files, commits),
            new ImportApi(site, files, commits),
            new WordsApi(site));
    return new Editor(api, looks);
  }
}
