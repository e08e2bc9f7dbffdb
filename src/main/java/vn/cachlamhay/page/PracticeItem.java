package vn.cachlamhay.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.PlaceKind;
import vn.cachlamhay.model.Quantity;

/**
 * A best practice as the list of all of them shows, filters and sorts it. Immutable.
 *
 * @param provinces its own first, then what they belong to now
 * @param place of its first locality, by the names of its day and of today
 * @param kind of that place
 */
public record PracticeItem(
    Article article,
    List<Locality> provinces,
    Optional<PlaceLine> place,
    Optional<PlaceKind> kind) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The size of a result against what was to be reached. */
  public enum Result {
    ABOVE("tren-100", "Trên 100%"),
    WHOLE("du-100", "Đúng 100%"),
    BELOW("duoi-100", "Dưới 100%"),
    NO_SHARE("khong-ty-le", "Có số liệu, không có tỷ lệ"),
    NO_FIGURE("chua-co-so", "Chưa có số liệu");

    private final String key;
    private final String title;

    Result(String key, String title) {
      this.key = key;
      this.title = title;
    }

    /** Its name in addresses. */
    public String key() {
      return key;
    }

    /** As readers see it. */
    public String title() {
      return title;
    }
  }

  /** Its first result that has a number. */
  public Optional<KeyFigure> figure() {
    return KeyFigure.of(article).stream().findFirst();
  }

  /**
   * The share of its first result in per cent: as its row has it, else reached by what was to be
   * reached, where both are exact numbers.
   */
  public Optional<BigDecimal> share() {
    return first().flatMap(PracticeItem::shareOf);
  }

  /** How its first result stands to what was to be reached; "gần 100%" is less than that. */
  public Result result() {
    if (first().isEmpty()) {
      return Result.NO_FIGURE;
    }
    Optional<BigDecimal> share = share();
    if (share.isEmpty()) {
      return Result.NO_SHARE;
    }
    int size = share.get().compareTo(HUNDRED);
    if (size != 0) {
      return size > 0 ? Result.ABOVE : Result.BELOW;
    }
    Quantity.Qualifier qualifier =
        first().flatMap(Figure::share).map(Quantity::qualifier).orElse(Quantity.Qualifier.EXACT);
    if (List.of(Quantity.Qualifier.NEARLY, Quantity.Qualifier.UNDER).contains(qualifier)) {
      return Result.BELOW;
    }
    return qualifier == Quantity.Qualifier.OVER ? Result.ABOVE : Result.WHOLE;
  }

  private Optional<Figure> first() {
    return article.body().practice().figures().stream()
        .filter(figure -> figure.value().or(figure::share).isPresent())
        .findFirst();
  }

  private static Optional<BigDecimal> shareOf(Figure figure) {
    return figure
        .share()
        .map(Quantity::value)
        .or(
            () ->
                figure
                    .target()
                    .filter(target -> target.isExact() && target.value().signum() > 0)
                    .flatMap(
                        target ->
                            figure
                                .value()
                                .filter(Quantity::isExact)
                                .map(value -> percent(value.value(), target.value()))));
  }

  /** Rounded down, so that only what is reached in full is 100. */
  private static BigDecimal percent(BigDecimal value, BigDecimal target) {
    return value.multiply(HUNDRED).divide(target, 2, RoundingMode.DOWN);
  }
}
