package vn.cachlamhay.word;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a part of a .docx leads to. Immutable. */
final class Relations {

  private final Map<String, Target> byId;

  private Relations(Map<String, Target> byId) {
    this.byId = byId;
  }

  /**
   * Where something leads.
   *
   * @param type the end of its type, such as {@code image}
   * @param address a part of the file, or an address of the web or a disk
   * @param external whether it lies outside; nothing outside is ever opened
   */
  record Target(String type, String address, boolean external) {}

  static Relations of(DocxFile docx, String part) throws IOException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    var byId = new HashMap<String, Target>();
    Optional<XmlNode> rels = docx.xml(folder + "_rels/" + part.substring(slash) + ".rels");
    if (rels.isPresent()) {
      for (XmlNode each : rels.get().children("Relationship")) {
        String type = each.get("Type");
        boolean external = each.get("TargetMode").equals("External");
        String target = each.get("Target");
        byId.put(
            each.get("Id"),
            new Target(
                type.substring(type.lastIndexOf('/') + 1),
                external ? target : inside(folder, target),
                external));
      }
    }
    return new Relations(byId);
  }

  /** The name of a part as the archive has it; never above its root. */
  private static String inside(String folder, String target) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : (target.startsWith("/") ? target : folder + target).split("[/\\\\]")) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return String.join("/", names);
  }

  Optional<Target> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The parts of a type, in the order of their names. */
  Stream<String> parts(String type) {
    return byId.values().stream()
        .filter(target -> target.type().equals(type) && !target.external())
        .map(Target::address)
        .sorted();
  }

  Optional<String> part(String type) {
    return parts(type).findFirst();
  }
}
