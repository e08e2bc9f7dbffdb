package vn.cachlamhay.cache;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Severity;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Alias;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Body;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Heading;
import vn.cachlamhay.model.LinkRef;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.LongText;
import vn.cachlamhay.model.Lookup;
import vn.cachlamhay.model.Media;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Period;
import vn.cachlamhay.model.Practice;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.model.Region;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.text.SharedTexts;

/**
 * How the cache writes its values: listed places and topics by their keys, texts of articles by
 * where they lie. Immutable, thread-safe.
 *
 * @param units where places are looked up again
 * @param topics where topics are
 * @param texts that many values have in common
 */
record CacheFormat(
    BodyFile bodies,
    Function<String, Optional<Locality>> units,
    Function<String, Optional<Topic>> topics,
    SharedTexts texts) {

  private static final ValueReader.Types TYPES =
      new ValueReader.Types(
          Remembered.class,
          RememberedDocument.class,
          Made.class,
          Made.Asked.class,
          Made.Read.class,
          Made.Whole.class,
          Written.class,
          LastBake.class,
          SeenFile.class,
          Article.class,
          ArticleDigests.Of.class,
          Moment.class,
          Term.class,
          Media.class,
          StaticFile.class,
          Alias.class,
          Body.class,
          Heading.class,
          Practice.class,
          Practice.Part.class,
          Practice.Step.class,
          Practice.Lesson.class,
          PartKind.class,
          Figure.class,
          Quantity.class,
          Quantity.Qualifier.class,
          LinkRef.class,
          Lookup.class,
          Lookup.Kind.class,
          Status.class,
          SourcePos.class,
          Problem.class,
          ProblemCode.class,
          Severity.class,
          Locality.class,
          Locality.Naming.class,
          Locality.Code.class,
          Locality.Tile.class,
          Locality.Attributes.class,
          Region.class,
          Period.class,
          LongText.InMemory.class,
          BodyFile.Place.class,
          UnitKey.class,
          TopicKey.class);

  private record UnitKey(String key) {}

  private record TopicKey(String key) {}

  /** Writes one value. */
  static final class Writer extends ValueWriter {
    @Override
    protected Object substitute(Object value) {
      if (value instanceof Locality unit && unit.isListed()) {
        return new UnitKey(unit.key());
      }
      if (value instanceof Topic topic) {
        return new TopicKey(topic.key());
      }
      return value instanceof BodyFile.Stored stored ? stored.place() : value;
    }
  }

  /** Reads the values in some bytes. */
  ValueReader reader(ByteBuffer in) {
    return new ValueReader(TYPES, texts, in) {
      @Override
      protected Object restore(Object value) {
        return restored(value);
      }
    };
  }

  private Object restored(Object value) {
    if (value instanceof UnitKey unit) {
      return units.apply(unit.key()).orElseThrow();
    }
    if (value instanceof TopicKey topic) {
      return topics.apply(topic.key()).orElseThrow();
    }
    return value instanceof BodyFile.Place place ? bodies.at(place) : value;
  }
}
