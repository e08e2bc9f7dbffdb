package vn.cachlamhay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Opens an address in the browser of the machine, by the system's own command: Java's way needs a
 * screen that Java itself can draw on. Stateless.
 */
final class Browsers {

  private Browsers() {}

  static void open(String address, PrintWriter out, Texts texts) {
    var command = new ProcessBuilder(command(address));
    command.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    command.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      command.start();
    } catch (IOException e) {
      out.println(texts.text("open-yourself", address));
    }
  }

  private static List<String> command(String address) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
  }
}
