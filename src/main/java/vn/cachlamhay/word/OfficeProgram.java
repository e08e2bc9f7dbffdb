package vn.cachlamhay.word;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where LibreOffice is on this computer. Stateless. */
final class OfficeProgram {

  /** Names the program where it is in no usual place. */
  static final String VARIABLE = "PORTAL_SOFFICE";

  private OfficeProgram() {}

  /**
   * The program.
   *
   * @param environment as the system has it
   */
  static Optional<Path> find(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isBlank()) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }
    return places(environment).stream().filter(Files::isExecutable).findFirst();
  }

  private static List<Path> places(Map<String, String> environment) {
    var places = new ArrayList<Path>();
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    for (String key : List.of("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")) {
      String folder = environment.getOrDefault(key, "");
      if (!folder.isBlank()) {
        // the .com waits for its end, the .exe does not
        places.add(Path.of(folder, "LibreOffice", "program", "soffice.com"));
        places.add(Path.of(folder, "LibreOffice", "program", "soffice.exe"));
      }
    }
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (!folder.isBlank() && !folder.contains("\"")) {
        places.add(Path.of(folder, windows ? "soffice.com" : "soffice"));
        places.add(Path.of(folder, windows ? "soffice.exe" : "libreoffice"));
      }
    }
    if (!windows) {
      places.add(Path.of("/Applications/LibreOffice.app/Contents/MacOS/soffice"));
      places.add(Path.of("/usr/lib/libreoffice/program/soffice"));
      places.add(Path.of("/usr/lib64/libreoffice/program/soffice"));
      places.add(Path.of("/opt/libreoffice/program/soffice"));
      places.add(Path.of("/snap/bin/libreoffice"));
    }
    return places;
  }
}
