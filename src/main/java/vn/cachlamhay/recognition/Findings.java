package vn.cachlamhay.recognition;

import java.util.List;
import java.util.Map;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.richtext.Edit;

/**
 * All that was found in a text. Immutable.
 *
 * @param fields in the order of {@link Field}, the best of each first
 * @param edits take out of the text what went into fields and what is furniture
 * @param captions the number of a passage of text → the number of the picture that it describes;
 *     the passage becomes the picture's caption
 * @param dropped what is taken out as furniture, a line each
 * @param figures for the results of a practice, in the order of the text
 * @param doubts what the editor should look at
 */
public record Findings(
    List<Finding> fields,
    List<Edit> edits,
    Map<Integer, Integer> captions,
    List<String> dropped,
    List<Figure> figures,
    List<Problem> doubts) {

  public Findings {
    fields = List.copyOf(fields);
    edits = List.copyOf(edits);
    captions = Map.copyOf(captions);
    dropped = List.copyOf(dropped);
    figures = List.copyOf(figures);
    doubts = List.copyOf(doubts);
  }
}
