package vn.cachlamhay.jbake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jbake.model.DocumentModel;

/**
 * The documents of a store by address and by type, which are made when somebody asks for one.
 * Thread-safe until a document is added or removed.
 */
final class StoreContents {

  private final Supplier<? extends Collection<DocumentModel>> documents;
  private final Comparator<DocumentModel> order;
  private final Map<String, DocumentModel> bySourceUri = new LinkedHashMap<>();
  private final Map<String, List<DocumentModel>> byType = new HashMap<>();
  private boolean filled;

  /**
   * @param documents asked for once
   * @param order of the documents of a type
   */
  StoreContents(
      Supplier<? extends Collection<DocumentModel>> documents, Comparator<DocumentModel> order) {
    this.documents = documents;
    this.order = order;
  }

  /** The documents by their source addresses, in the order in which they came. */
  Map<String, DocumentModel> bySourceUri() {
    fill();
    return bySourceUri;
  }

  /** The documents of each type. */
  Map<String, List<DocumentModel>> byType() {
    fill();
    return byType;
  }

  void add(DocumentModel document) {
    fill();
    put(document);
  }

  private synchronized void fill() {
    if (!filled) {
      documents.get().forEach(this::put);
      byType.values().forEach(list -> list.sort(order));
      filled = true;
    }
  }

  private void put(DocumentModel document) {
    bySourceUri.put(document.getSourceuri(), document);
    byType.computeIfAbsent(document.getType(), type -> new ArrayList<>()).add(document);
  }
}
