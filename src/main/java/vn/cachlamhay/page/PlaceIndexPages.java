package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.Topics;

/** Plans the pages that show all places: the map with its list, and the table of topics. */
final class PlaceIndexPages {

  static final Link PLACES = new Link("Địa phương", Uris.PLACES);
  private static final Link MATRIX = new Link("Bảng địa phương và chủ đề", Uris.MATRIX);
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
    String told = "Mỗi ô là số bài của một địa phương về một chủ đề.";
    pages.add(
        "matrix",
        "matrix",
        MATRIX.uri(),
        Pages.crumbs(PLACES, MATRIX),
        description(MATRIX.title(), told),
        Optional.empty(),
        () -> new Pages.Content("matrix", matrix(told)));
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

  private Matrix matrix(String lead) {
    List<Topic> columns =
        topics.all().stream().filter(topic -> !shelves.of(topic).isEmpty()).toList();
    return new Matrix(
        MATRIX.title(),
        lead,
        columns.stream().map(this::column).toList(),
        Stream.of(
                group("Ngày nay", directory.provincesOfToday(), columns),
                group("Trước đây", directory.provincesOfThePast(), columns))
            .filter(group -> !group.rows().isEmpty())
            .toList(),
        shelves.listed().size(),
        PLACES);
  }

  private Matrix.Column column(Topic topic) {
    return new Matrix.Column(
        topic.name(),
        Uris.of(topic),
        topic.selfAndAncestors().size() - 1,
        shelves.of(topic).size());
  }

  private Matrix.Group group(String title, List<Locality> places, List<Topic> columns) {
    return new Matrix.Group(
        title,
        places.stream()
            .filter(place -> !shelves.of(place).isEmpty())
            .map(place -> row(place, columns))
            .toList());
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
