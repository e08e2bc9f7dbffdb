package vn.cachlamhay.jbake;

import java.io.File;
import java.io.FileFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jbake.app.FileUtil;
import org.jbake.app.configuration.JBakeConfiguration;

/**
 * The files of a plain JBake project, found by JBake's own rules: what is content, what is data,
 * and what goes to the site as it is. Stateless.
 */
final class ProjectFiles {

  private ProjectFiles() {}

  /** Content files in the order in which JBake crawls them. */
  static List<File> content(JBakeConfiguration jbake) {
    var files = new ArrayList<File>();
    collect(jbake.getContentFolder(), FileUtil.getFileFilter(jbake), files);
    return files;
  }

  /** Data files. As in JBake 2.7, those in folders below are not among them. */
  static List<File> data(JBakeConfiguration jbake) {
    var files = new ArrayList<File>();
    collect(jbake.getDataFolder(), FileUtil.getDataFileFilter(), files);
    return files;
  }

  /**
   * Files that go to the site as they are, by address. What lies beside the articles is copied last
   * and wins, as in JBake.
   */
  static Map<String, Path> assets(JBakeConfiguration jbake) {
    FileFilter wanted =
        file ->
            !(jbake.getAssetIgnoreHidden() && file.isHidden())
                && (file.isFile() || FileUtil.directoryOnlyIfNotIgnored(file, jbake));
    var assets = new TreeMap<String, Path>();
    addAll(jbake.getAssetFolder(), wanted, assets);
    addAll(jbake.getContentFolder(), FileUtil.getNotContentFileFilter(jbake), assets);
    return assets;
  }

  private static void addAll(File root, FileFilter wanted, Map<String, Path> assets) {
    var files = new ArrayList<File>();
    collect(root, wanted, files);
    Path base = root.toPath();
    for (File file : files) {
      assets.put(base.relativize(file.toPath()).toString().replace('\\', '/'), file.toPath());
    }
  }

  private static void collect(File folder, FileFilter wanted, List<File> files) {
    File[] children = folder.listFiles(wanted);
    if (children == null) {
      // a folder that is not there has no files
      return;
    }
    Arrays.sort(children);
    for (File child : children) {
      if (child.isFile()) {
        files.add(child);
      } else if (child.isDirectory()) {
        collect(child, wanted, files);
      }
    }
  }
}
