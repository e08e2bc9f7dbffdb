package vn.cachlamhay.edit;

import java.util.List;
import java.util.Optional;
import vn.cachlamhay.reference.YamlNode;

/** How one form of front matter is laid out and written. Immutable. */
interface HeadForm {

  /**
   * Where a key stands.
   *
   * @param from its first line, counted from 0
   * @param to the line after its last
   * @param blank whether it has no value
   * @param value where the form is YAML
   */
  record Entry(String key, int from, int to, boolean blank, Optional<YamlNode> value) {}

  /** The keys in their order. */
  List<Entry> entries();

  /** The lines of a key with another value, as much of them as possible kept. */
  Optional<List<FileLines.Line>> changed(Entry entry, List<String> values);

  /**
   * The lines of a key, written anew.
   *
   * @throws EditException where the form cannot hold the value
   */
  List<String> written(String key, List<String> values);

  /** A value as it can be written: some forms have no line breaks. */
  String tidy(String value);
}
