package vn.cachlamhay.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.Premises;
import vn.cachlamhay.cache.ValueWriter;
import vn.cachlamhay.card.CardPainter;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.page.ShareCard;

/**
 * Step 5: the cards of pages, each drawn only when its words have changed. Where none has, nothing
 * that draws is even loaded. Immutable.
 *
 * @param siteTitle stands on every card
 * @param memory what the files were made from that are there
 * @param drawn false where only the addresses count
 */
record CardFiles(
    String siteTitle, Memory<Made> memory, Premises premises, PageSink sink, boolean drawn) {

  /**
   * Cards that have to be drawn.
   *
   * @param painter draws them; there only where there are any, for Java loads much for it
   */
  record Missing(List<ShareCard> cards, Optional<CardPainter> painter) {}

  /** Keeps those that are as they were. */
  Missing keep(Collection<ShareCard> cards) {
    if (!drawn) {
      cards.forEach(card -> sink.put(card.uri(), new byte[0]));
      return new Missing(List.of(), Optional.empty());
    }
    List<ShareCard> missing = Collections.synchronizedList(new ArrayList<>());
    Parallel.forEach(
        cards,
        card -> {
          if (!isKept(card)) {
            missing.add(card);
          }
        });
    return new Missing(
        List.copyOf(missing),
        missing.isEmpty() ? Optional.empty() : Optional.of(new CardPainter(siteTitle)));
  }

  /** Draws the others. */
  void draw(Missing missing) {
    missing
        .painter()
        .ifPresent(painter -> Parallel.forEach(missing.cards(), card -> draw(card, painter)));
  }

  private boolean isKept(ShareCard card) {
    return memory
        .get(card.uri())
        .filter(made -> premises.hold(made) || made.own().equals(inputs(card).digest()))
        .filter(made -> sink.keep(card.uri(), made.hash()))
        .isPresent();
  }

  private void draw(ShareCard card, CardPainter painter) {
    String hash = sink.put(card.uri(), painter.png(card));
    memory.put(card.uri(), new Made(inputs(card), hash));
  }

  private static Made.Inputs inputs(ShareCard card) {
    return new Made.Inputs(ValueWriter.digestOf(card), Optional.of(List.of()));
  }
}
