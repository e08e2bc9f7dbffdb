package vn.cachlamhay.diag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    forEach(new Parted<>(List.copyOf(elements), 0), action);
  }

  /** What is made of each element, in their order; otherwise as {@link #forEach}. */
  public static <T, R> List<R> map(List<T> elements, Function<? super T, ? extends R> make) {
    return map(elements, element -> false, make);
  }

  /** The same, those that take long first, as in {@link #parted}. */
  public static <T, R> List<R> map(
      List<T> elements, Predicate<? super T> passesSoon, Function<? super T, ? extends R> make) {
    List<Integer> numbers = IntStream.range(0, elements.size()).boxed().toList();
    var made = new AtomicReferenceArray<R>(elements.size());
    forEach(
        parted(numbers, i -> passesSoon.test(elements.get(i))),
        i -> made.set(i, make.apply(elements.get(i))));
    return numbers.stream().<R>map(made::get).toList();
  }

  /**
   * Elements of which some take long, and must not be begun at the end.
   *
   * @param first how many of them; they stand first
   */
  public record Parted<T>(List<T> elements, int first) {}

  /** Parts elements by whether something is not true of them, which is looked at in parallel. */
  public static <T> Parted<T> parted(Collection<T> elements, Predicate<? super T> passesSoon) {
    Map<Boolean, List<T>> parts =
        elements.parallelStream().collect(Collectors.partitioningBy(passesSoon));
    List<T> all = new ArrayList<>(parts.get(false));
    all.addAll(parts.get(true));
    return new Parted<>(all, parts.get(false).size());
  }

  /** The same as {@link #forEach(Collection, Consumer)}, those that take long first. */
  public static <T> void forEach(Parted<T> parted, Consumer<? super T> action) {
    var failure = new AtomicReference<RuntimeException>();
    Consumer<T> unlessFailed =
        element -> {
          try {
            if (failure.get() == null) {
              action.accept(element);
            }
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          }
        };
    new Part<>(null, parted, 0, parted.elements().size(), unlessFailed).invoke();
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  /**
   * Some neighbours of the elements. Streams divide their elements into a few large parts, of which
   * one goes on alone at the end.
   */
  private static final class Part<T> extends CountedCompleter<Void> {
    private static final long serialVersionUID = 1;

    private static final int PARTS = 512;

    private final transient Parted<T> parted;
    private final int from;
    private final int to;
    private final transient Consumer<T> action;

    Part(CountedCompleter<?> whole, Parted<T> parted, int from, int to, Consumer<T> action) {
      super(whole);
      this.parted = parted;
      this.from = from;
      this.to = to;
      this.action = action;
    }

    @Override
    public void compute() {
      int most = from < parted.first() ? 1 : parted.elements().size() / PARTS;
      int end = to;
      while (end - from > Math.max(1, most)) {
        int middle = (from + end) >>> 1;
        addToPendingCount(1);
        new Part<>(this, parted, middle, end, action).fork();
        end = middle;
      }
      for (int i = from; i < end; i++) {
        action.accept(parted.elements().get(i));
      }
      tryComplete();
    }
  }
}
