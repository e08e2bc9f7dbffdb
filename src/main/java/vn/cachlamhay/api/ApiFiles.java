package vn.cachlamhay.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.page.Blocks;
import vn.cachlamhay.page.DataArticle;
import vn.cachlamhay.page.DataProvince;
import vn.cachlamhay.page.OpenData;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Uris;

/**
 * The files of {@code /api/}. Nothing in them counts articles, save what is full for good: a new
 * article changes the open block only, and every twentieth the list of blocks. Immutable and
 * thread-safe.
 */
public record ApiFiles(SiteConfig config) {

  /** All files; none where the site has no open data. */
  public List<OtherFile> files(OpenData data) {
    var files = new ArrayList<OtherFile>();
    if (data.on()) {
      addBlocks(
          files,
          Uris.API_ARTICLES,
          data.articles(),
          ApiFiles::day,
          (each, addresses) -> new ArticleData(addresses).of(each));
      addBlocks(
          files,
          Uris.API_PRACTICES,
          data.practices(),
          ApiFiles::day,
          (each, addresses) -> new PracticeData(addresses).of(each));
      if (data.withFigures()) {
        addBlocks(
            files,
            Uris.API_INDICATORS,
            data.indicators(),
            each -> "",
            (each, addresses) -> new IndicatorData(addresses).of(each));
      }
      files.add(provinces(data));
      data.provinces().forEach(province -> files.add(province(province)));
      files.add(new OtherFile(Uris.API_TOPICS, data.topics(), () -> topics(data.topics())));
      files.add(
          new OtherFile(
              Uris.OPEN_API,
              data.withFigures(),
              () -> new OpenApi(config, data.withFigures()).text()));
    }
    return files;
  }

  /**
   * @param day of an item; empty where it has none
   */
  private <T> void addBlocks(
      List<OtherFile> files,
      String folder,
      List<Blocks.Block<T>> blocks,
      Function<T, String> day,
      BiFunction<T, Addresses, Fields> item) {
    var summaries =
        blocks.stream()
            .filter(block -> !OpenData.isOpen(block))
            .map(block -> Full.of(block, day))
            .toList();
    String index = OpenData.index(folder);
    files.add(new OtherFile(index, summaries, () -> index(folder, summaries)));
    for (Blocks.Block<T> block : blocks) {
      String uri = OpenData.block(folder, block.name());
      Addresses addresses = from(uri);
      files.add(
          new OtherFile(
              uri,
              block.items(),
              () ->
                  Json.text(
                      licensed()
                          .with("block", block.name())
                          .with("full", !OpenData.isOpen(block))
                          .with(
                              "items",
                              block.items().stream()
                                  .map(each -> item.apply(each, addresses).map())
                                  .toList())
                          .map())));
    }
  }

  /**
   * A block that new articles leave as it is.
   *
   * @param from the day of its oldest item; empty where that has none
   * @param to the day of its newest one
   */
  private record Full(String name, int count, String from, String to) {

    static <T> Full of(Blocks.Block<T> block, Function<T, String> day) {
      List<T> items = block.items();
      return new Full(
          block.name(),
          items.size(),
          day.apply(items.get(items.size() - 1)),
          day.apply(items.get(0)));
    }
  }

  private static String day(DataArticle data) {
    return data.article().date().map(Moment::day).map(Object::toString).orElse("");
  }

  private String index(String folder, List<Full> full) {
    Addresses addresses = from(OpenData.index(folder));
    return Json.text(
        licensed()
            .with("newest", addresses.of(OpenData.newest(folder)))
            .with("blocks", full.stream().map(block -> summary(folder, block, addresses)).toList())
            .map());
  }

  private static Map<String, Object> summary(String folder, Full block, Addresses addresses) {
    return new Fields()
        .with("block", block.name())
        .with("url", addresses.of(OpenData.block(folder, block.name())))
        .with("count", block.count())
        .text("from", block.from())
        .text("to", block.to())
        .map();
  }

  private OtherFile provinces(OpenData data) {
    String uri = OpenData.index(Uris.API_LOCALITIES);
    Addresses addresses = from(uri);
    return new OtherFile(
        uri,
        data.provinces(),
        () ->
            Json.text(
                licensed()
                    .with(
                        "provinces",
                        data.provinces().stream().map(each -> entry(each, addresses)).toList())
                    .map()));
  }

  private static Map<String, Object> entry(DataProvince data, Addresses addresses) {
    return new Fields()
        .with("key", data.province().key())
        .with("name", data.province().name())
        .with("kind", data.province().kind())
        .maybe("region", data.province().region().map(LocalityData::region))
        .with("url", addresses.of(OpenData.province(data)))
        .with("page", addresses.of(Uris.of(data.province())))
        .map();
  }

  private OtherFile province(DataProvince data) {
    return new OtherFile(
        OpenData.province(data),
        data,
        () ->
            Json.text(
                licensed()
                    .with("province", LocalityData.of(data.province()).map())
                    .with("former", units(data.former()))
                    .with("units", units(data.units()))
                    .map()));
  }

  private static List<Map<String, Object>> units(List<Locality> units) {
    return units.stream().map(unit -> LocalityData.of(unit).map()).toList();
  }

  private String topics(List<Topic> topics) {
    Addresses addresses = from(Uris.API_TOPICS);
    return Json.text(
        licensed()
            .with(
                "topics",
                topics.stream()
                    .filter(topic -> topic.parent().isEmpty())
                    .map(topic -> topic(topic, topics, addresses))
                    .toList())
            .map());
  }

  private static Map<String, Object> topic(Topic topic, List<Topic> all, Addresses addresses) {
    return new Fields()
        .with("key", topic.key())
        .with("name", topic.name())
        .text("description", topic.description())
        .with("page", addresses.of(Uris.of(topic)))
        .with(
            "children",
            all.stream()
                .filter(each -> each.parent().filter(topic::equals).isPresent())
                .map(each -> topic(each, all, addresses))
                .toList())
        .map();
  }

  private Fields licensed() {
    return new Fields().text("licence", config.api().licence());
  }

  private Addresses from(String uri) {
    return new Addresses(config.host(), uri);
  }
}
