package vn.cachlamhay.jbake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jbake.model.DocumentModel;

/** The tags of documents. Stateless. */
final class StoreTags {

  private StoreTags() {}

  /** Documents by tag, in the order in which they come. */
  static Map<String, List<DocumentModel>> index(List<DocumentModel> documents) {
    var byTag = new HashMap<String, List<DocumentModel>>();
    for (DocumentModel document : documents) {
      for (String tag : new HashSet<>(List.of(document.getTags()))) {
        byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(document);
      }
    }
    return byTag;
  }

  /**
   * A hash set, as JBake's: its order depends on that in which the tags come, which is the one of
   * the documents in the store, the first one last (see {@link JBakeProject}).
   */
  static Set<String> of(Collection<DocumentModel> documents, Collection<String> types) {
    var stored = new ArrayList<>(documents);
    Collections.reverse(stored);
    var byType = new HashMap<String, List<DocumentModel>>();
    for (DocumentModel document : stored) {
      if (MemoryContentStore.isPublished(document)) {
        byType.computeIfAbsent(document.getType(), type -> new ArrayList<>()).add(document);
      }
    }
    var tags = new HashSet<String>();
    for (String type : types) {
      for (DocumentModel document : byType.getOrDefault(type, List.of())) {
        Collections.addAll(tags, document.getTags());
      }
    }
    return tags;
  }
}
