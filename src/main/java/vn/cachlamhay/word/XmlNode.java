package vn.cachlamhay.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An element of a part of a document, or text between elements. Names of elements have the prefix
 * that the standard uses, whatever the file writes; names of attributes have none, but for {@code
 * r:}. Changed only while it is read.
 */
final class XmlNode {

  private static final String TEXT = "#text";

  private final String name;
  private final String text;
  private final Map<String, String> attributes;
  private final List<XmlNode> children = new ArrayList<>(0);

  XmlNode(String name, Map<String, String> attributes) {
    this(name, attributes, "");
  }

  private XmlNode(String name, Map<String, String> attributes, String text) {
    this.name = name;
    this.attributes = attributes;
    this.text = text;
  }

  static XmlNode text(String text) {
    return new XmlNode(TEXT, Map.of(), text);
  }

  static XmlNode empty(String name) {
    return new XmlNode(name, Map.of());
  }

  void add(XmlNode child) {
    children.add(child);
  }

  boolean is(String other) {
    return name.equals(other);
  }

  String name() {
    return name;
  }

  List<XmlNode> children() {
    return children;
  }

  List<XmlNode> children(String named) {
    return children.stream().filter(child -> child.is(named)).toList();
  }

  /** The first child of a name; an empty element where there is none. */
  XmlNode child(String named) {
    for (XmlNode child : children) {
      if (child.is(named)) {
        return child;
      }
    }
    return new XmlNode("", Map.of());
  }

  boolean has(String named) {
    return child(named).is(named);
  }

  /** An attribute; empty where there is none. */
  String get(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  /** What a child says in its {@code val}; empty where there is no such child. */
  String value(String child) {
    return child(child).get("val");
  }

  /** A number of an attribute; the other where there is none. */
  static int number(String written, int other) {
    return written.matches("-?\\d{1,9}") ? Integer.parseInt(written) : other;
  }

  /** Whether a switch such as {@code w:b} is on; empty where nothing is said. */
  static boolean isOn(String value) {
    return !value.matches("0|false|off|none");
  }

  /** The first element below of one of some names; empty element where there is none. */
  XmlNode first(String named) {
    List<XmlNode> all = all(named);
    return all.isEmpty() ? new XmlNode("", Map.of()) : all.get(0);
  }

  /** All elements below of a name, in their order. */
  List<XmlNode> all(String named) {
    var found = new ArrayList<XmlNode>();
    collect(named, found);
    return found;
  }

  private void collect(String named, List<XmlNode> found) {
    for (XmlNode child : children) {
      if (child.is(named)) {
        found.add(child);
      } else {
        child.collect(named, found);
      }
    }
  }

  /** All text in it. */
  String words() {
    if (is(TEXT)) {
      return text;
    }
    var out = new StringBuilder();
    children.forEach(child -> out.append(child.words()));
    return out.toString();
  }
}
