package vn.cachlamhay.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import vn.cachlamhay.diag.SourcePos;

/** A value in a YAML 1.2 text that knows where it stands. Immutable. */
public final class YamlNode {

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final Node node;
  private final String file;
  private final int lineOffset;

  private YamlNode(Node node, String file, int lineOffset) {
    this.node = node;
    this.file = file;
    this.lineOffset = lineOffset;
  }

  /** An entry of a mapping: the key with its place, and the value. */
  public record Entry(String key, SourcePos keyPos, YamlNode value) {}

  /** The text is not YAML; {@code pos} tells where reading stopped. */
  public static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient SourcePos pos;

    SyntaxException(SourcePos pos, Throwable cause) {
      super(cause.getMessage(), cause);
      this.pos = pos;
    }

    /** Where reading stopped. */
    public SourcePos pos() {
      return pos;
    }
  }

  /**
   * Reads one YAML document.
   *
   * @param file the name under which problems show it
   * @param lineOffset lines of the file before the text
   * @return empty where the text holds no value
   * @throws SyntaxException where it is not YAML
   */
  public static Optional<YamlNode> parse(String text, String file, int lineOffset)
      throws SyntaxException {
    try {
      return new Compose(SETTINGS)
          .composeString(text)
          .map(node -> new YamlNode(node, file, lineOffset));
    } catch (MarkedYamlEngineException e) {
      throw new SyntaxException(pos(e, file, lineOffset), e);
    } catch (YamlEngineException e) {
      // a character that YAML does not allow: the engine gives no line
      throw new SyntaxException(SourcePos.ofFile(file), e);
    } catch (StackOverflowError e) {
      // the engine follows nesting by recursion and sets no limit of its own
      throw new SyntaxException(SourcePos.ofFile(file), e);
    }
  }

  /** Where it begins. */
  public SourcePos pos() {
    return node.getStartMark()
        .map(mark -> pos(mark, file, lineOffset))
        .orElse(SourcePos.ofFile(file));
  }

  /**
   * The place behind its last character; of lists and mappings without brackets, that of what they
   * hold last. A text over lines that begins with {@code |} or {@code >} ends at the head of the
   * line after it.
   */
  public SourcePos end() {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK
        && !collection.getValue().isEmpty()) {
      Object last = collection.getValue().get(collection.getValue().size() - 1);
      Node inner = last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last;
      return new YamlNode(inner, file, lineOffset).end();
    }
    return node.getEndMark()
        .map(mark -> pos(mark, file, lineOffset))
        .orElse(SourcePos.ofFile(file));
  }

  /** How a value is written. */
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /** A text over lines, which begins with {@code |} or {@code >}. */
    BLOCK_TEXT,
    /** A list or mapping in brackets. */
    BRACKETS,
    /** A list or mapping over lines. */
    LINES
  }

  /** How it is written. */
  public Style style() {
    if (node instanceof ScalarNode scalar) {
      ScalarStyle style = scalar.getScalarStyle();
      if (style == ScalarStyle.SINGLE_QUOTED) {
        return Style.SINGLE_QUOTED;
      } else if (style == ScalarStyle.DOUBLE_QUOTED) {
        return Style.DOUBLE_QUOTED;
      }
      return style == ScalarStyle.PLAIN ? Style.PLAIN : Style.BLOCK_TEXT;
    }
    return node instanceof CollectionNode<?> collection
            && collection.getFlowStyle() == FlowStyle.FLOW
        ? Style.BRACKETS
        : Style.LINES;
  }

  /** Whether it is {@code key: value} pairs. */
  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** Whether it is a list. */
  public boolean isSequence() {
    return node instanceof SequenceNode;
  }

  /** Whether nothing was written. */
  public boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  /** A single value as it was written, whatever its type; empty for lists, mappings and nothing. */
  public Optional<String> scalar() {
    return node instanceof ScalarNode scalar && !isNull()
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /** The items of a list; a single value counts as a list of one. */
  public List<YamlNode> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream()
          .map(item -> new YamlNode(item, file, lineOffset))
          .toList();
    }
    return isNull() ? List.of() : List.of(this);
  }

  /** The entries of a mapping in their order; keys that are not single values are passed over. */
  public List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        var key = new YamlNode(tuple.getKeyNode(), file, lineOffset);
        var value = new YamlNode(tuple.getValueNode(), file, lineOffset);
        key.scalar().ifPresent(name -> entries.add(new Entry(name, key.pos(), value)));
      }
    }
    return List.copyOf(entries);
  }

  /** The entries of a mapping by key; of a repeated key the first. */
  public Map<String, YamlNode> fields() {
    var fields = new LinkedHashMap<String, YamlNode>();
    entries().forEach(entry -> fields.putIfAbsent(entry.key(), entry.value()));
    return fields;
  }

  /**
   * As plain Java values: String, Integer, Boolean, List, Map …; null where nothing was written.
   *
   * @throws SyntaxException for what has no plain value: own tags, values that contain themselves
   */
  public Object toJava() throws SyntaxException {
    if (node instanceof ScalarNode text && text.getTag().equals(Tag.STR)) {
      // most values: no constructor of values has to be made
      return text.getValue();
    }
    try {
      Object value = new StandardConstructor(SETTINGS).constructSingleDocument(Optional.of(node));
      if (value != null) {
        // a value that contains itself has no end
        value.hashCode();
      }
      return value;
    } catch (MarkedYamlEngineException e) {
      throw new SyntaxException(pos(e, file, lineOffset), e);
    } catch (YamlEngineException | IllegalArgumentException | StackOverflowError e) {
      throw new SyntaxException(pos(), e);
    }
  }

  /** Where reading stopped; of something that was never closed, where it was opened. */
  private static SourcePos pos(MarkedYamlEngineException e, String file, int lineOffset) {
    boolean unclosed = String.valueOf(e.getProblem()).contains("unexpected end of stream");
    Optional<Mark> mark = unclosed ? e.getContextMark() : Optional.empty();
    return mark.or(e::getProblemMark)
        .map(m -> pos(m, file, lineOffset))
        .orElse(SourcePos.ofFile(file));
  }

  private static SourcePos pos(Mark mark, String file, int lineOffset) {
    return new SourcePos(file, mark.getLine() + 1 + lineOffset, mark.getColumn() + 1);
  }
}
