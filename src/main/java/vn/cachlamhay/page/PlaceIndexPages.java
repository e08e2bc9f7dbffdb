package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.Topics;

/** Plans the pages that show all places: the map with its list, and the tables of topics. */
final class PlaceIndexPages {

  static final Link PLACES = new Link("Địa phương", Uris.PLACES);
  private static final Link MATRIX = new Link("Bảng địa phương và chủ đề", Uris.MATRIX);
  private static final Link PAST =
      new Link("Bảng địa phương trước đây và chủ đề", Uris.MATRIX_OF_THE_PAST);
  private static final String MAP_TEMPLATE = "places";

  private final SiteConfig config;
  private final Shelves shelves;
  private final Directory directory;
  private final Topics topics;

  PlaceIndexPages(SiteConfig config, Shelves shelves, Directory directory, Topics topics) {
    this.config = config;
    this.shelves = shelves;
    this.directory = directory;
    this.topics = topics;
  }

  /** The table of places and topics, where the site has one. */
  static Optional<Link> matrix(SiteConfig config) {
    return Optional.of(MATRIX).filter(it -> config.pageTemplates().containsKey("matrix"));
  }

  void plan(Pages pages) {
    boolean mapped = config.pageTemplates().containsKey(MAP_TEMPLATE);
    String lead = "Chọn một tỉnh, thành phố để đọc cách làm ở nơi ấy.";
    pages.add(
        "localities",
        mapped ? MAP_TEMPLATE : "groups",
        PLACES.uri(),
        Pages.crumbs(PLACES),
        description(PLACES.title(), lead),
        Optional.empty(),
        () ->
            new Pages.Content(
                "listing", mapped ? places(lead) : new Groups(PLACES.title(), lead, groups())));
    addMatrices(pages);
  }

  /**
   * Two tables, because new articles are about the provinces of today: the other one is sent to the
   * host and to readers again only for an article of the past.
   */
  private void addMatrices(Pages pages) {
    List<Locality> past = withArticles(directory.provincesOfThePast());
    addMatrix(
        pages,
        Pages.crumbs(PLACES, MATRIX),
        "Mỗi ô là số bài của một địa phương về một chủ đề.",
        "Số bài theo tỉnh, thành phố và chủ đề",
        withArticles(directory.provincesOfToday()),
        shelves.listed().size(),
        past.isEmpty() ? List.of(PLACES) : List.of(PAST, PLACES));
    if (!past.isEmpty()) {
      addMatrix(
          pages,
          Pages.crumbs(PLACES, MATRIX, PAST),
          "Mỗi ô là số bài của một địa phương trước đây về một chủ đề.",
          "Số bài theo tỉnh, thành phố trước đây và chủ đề",
          past,
          0,
          List.of(MATRIX, PLACES));
    }
  }

  private void addMatrix(
      Pages pages,
      List<Link> crumbs,
      String lead,
      String caption,
      List<Locality> provinces,
      int count,
      List<Link> ways) {
    Link self = crumbs.get(crumbs.size() - 1);
    pages.add(
        "matrix",
        "matrix",
        self.uri(),
        crumbs,
        description(self.title(), lead),
        Optional.empty(),
        () -> {
          List<Topic> columns =
              topics.all().stream().filter(topic -> !shelves.of(topic).isEmpty()).toList();
          return new Pages.Content(
              "matrix",
              new Matrix(
                  self.title(),
                  lead,
                  caption,
                  columns.stream().map(this::column).toList(),
                  provinces.stream().map(place -> row(place, columns)).toList(),
                  count,
                  ways));
        });
  }

  private List<Locality> withArticles(List<Locality> places) {
    return places.stream().filter(place -> !shelves.of(place).isEmpty()).toList();
  }

  private Places places(String lead) {
    return new Places(
        PLACES.title(),
        lead,
        directory.map(),
        directory.provincesByRegion(),
        directory.formerProvinces(),
        matrix(config).stream().toList());
  }

  /** For a site whose templates do not know of the map. */
  private List<Groups.Group> groups() {
    var groups = new ArrayList<>(directory.provincesByRegion());
    if (!directory.formerProvinces().isEmpty()) {
      groups.add(new Groups.Group("Tỉnh, thành phố trước đây", directory.formerProvinces()));
    }
    return groups;
  }

  private Matrix.Column column(Topic topic) {
    return new Matrix.Column(
        topic.name(),
        Uris.of(topic),
        topic.selfAndAncestors().size() - 1,
        shelves.of(topic).size());
  }

  private Matrix.Row row(Locality place, List<Topic> columns) {
    var cells = new ArrayList<Matrix.Cell>();
    for (Topic topic : columns) {
      int count = shelves.of(place, topic).size();
      cells.add(
          count == 0
              ? Matrix.Cell.EMPTY
              : new Matrix.Cell(Uris.relative(Uris.MATRIX, Uris.of(place, topic)), count));
    }
    return new Matrix.Row(place.name(), Uris.of(place), shelves.of(place).size(), cells);
  }

  private String description(String title, String lead) {
    return "%s: %s. %s".formatted(config.title(), title, lead);
  }
}
