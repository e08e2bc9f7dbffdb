package vn.cachlamhay.diag;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Work done in parallel of which nothing goes on after it has failed: a parallel stream alone
 * throws while its other tasks still run. Stateless.
 */
public final class Parallel {

  private Parallel() {}

  /**
   * Begins something that is needed only later.
   *
   * @return waits for it; throws what it threw
   */
  public static <T> Supplier<T> begin(Supplier<T> work) {
    var begun = CompletableFuture.supplyAsync(work);
    return () -> {
      try {
        return begun.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw e;
      }
    };
  }

  /**
   * Does something while something else is done, and waits for both, whatever comes of them.
   *
   * @throws RuntimeException what the work threw, else what was thrown beside it
   */
  public static <T> T beside(Runnable aside, Supplier<T> work) {
    Supplier<Runnable> begun =
        begin(
            () -> {
              aside.run();
              return aside;
            });
    T result;
    try {
      result = work.get();
    } catch (RuntimeException e) {
      try {
        begun.get();
      } catch (RuntimeException other) {
        e.addSuppressed(other);
      }
      throw e;
    }
    begun.get();
    return result;
  }

  /**
   * Does something with each element, in any order, and waits for all of it.
   *
   * @throws RuntimeException the first that was thrown; what had not begun by then was left out
   */
  public static <T> void forEach(Collection<T> elements, Consumer<? super T> action) {
    var failure = new AtomicReference<RuntimeException>();
    elements.parallelStream()
        .forEach(
            element -> {
              try {
                if (failure.get() == null) {
                  action.accept(element);
                }
              } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
              }
            });
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  /**
   * Some elements in two parts.
   *
   * @param first what takes long, and must not be begun at the end
   * @param others of which thousands pass meanwhile
   */
  public record Parted<T>(List<T> first, List<T> others) {}

  /** Parts elements by whether something is not true of them, which is looked at in parallel. */
  public static <T> Parted<T> parted(Collection<T> elements, Predicate<? super T> isOther) {
    Map<Boolean, List<T>> parts =
        elements.parallelStream().collect(Collectors.partitioningBy(isOther));
    return new Parted<>(parts.get(false), parts.get(true));
  }

  /** Does something with each element of both parts, as {@link #forEach(Collection, Consumer)}. */
  public static <T> void forEach(Parted<T> parted, Consumer<? super T> action) {
    beside(
        () -> forEach(parted.others(), action),
        () -> {
          forEach(parted.first(), action);
          return parted;
        });
  }
}
