package vn.cachlamhay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.text.VietnameseText;

/** The topics of the site's own {@code data/topics.yaml}. */
class TopicsTest {

  private final Topics topics = Topics.load(Path.of("data/topics.yaml"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Xây dựng Đảng                                          | xay-dung-dang",
        "xây dựng đảng                                          | xay-dung-dang",
        "XAY DUNG DANG                                          | xay-dung-dang",
        "xay-dung-dang                                          | xay-dung-dang",
        "Phát triển đảng viên                                   | phat-trien-dang-vien",
        "Xây dựng Đảng/Phát triển đảng viên                     | phat-trien-dang-vien",
        "Xây dựng Đảng/Phát triển đảng viên/Tạo nguồn kết nạp   | tao-nguon",
        "Phát triển đảng viên / Tạo nguồn kết nạp               | tao-nguon",
        "xay-dung-dang/phat-trien-dang-vien/dang-vien-nu        | dang-vien-nu",
        "Củng cố tổ chức cơ sở đảng                             | cung-co-to-chuc",
        "Vùng dân tộc thiểu số                                  | vung-dan-toc-thieu-so",
        "nong thon moi                                          | nong-thon-moi"
      })
  void namesKeysAndPathsAreUnderstood(String written, String key) {
    assertThat(found(written).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Xây dựng đoàn             | Xây dựng Đảng",
        "Sinh hoat chi bô          | Sinh hoạt chi bộ",
        "Dân vân                   | Dân vận",
        "Dân vận/Sinh hoạt chi bộ  | Sinh hoạt chi bộ",
        "Nông thôn mơi             | Nông thôn mới"
      })
  void anUnknownTopicNamesTheNearest(String written, String nearest) {
    assertThat(topics.resolve(written)).isEqualTo(new Resolution.Unknown<Topic>(nearest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "//", "", " ", "/Dân vận/Nông thôn mới"})
  void oddPathsAreUnknownTopics(String written) {
    assertThat(topics.resolve(written)).isInstanceOf(Resolution.Unknown.class);
  }

  @Test
  void everyTopicIsFoundByItsNameItsKeyAndItsNameWithoutDiacritics() {
    for (Topic topic : topics.all()) {
      assertThat(found(topic.name())).isEqualTo(topic);
      assertThat(found(topic.key())).isEqualTo(topic);
      assertThat(found(VietnameseText.fold(topic.name()))).isEqualTo(topic);
    }
  }

  @Test
  void everyTopicStandsAfterTheOneAboveItAndSaysWhatItIsAbout() {
    var seen = new HashSet<Optional<Topic>>();
    seen.add(Optional.empty());
    assertThat(topics.all()).hasSizeGreaterThan(5);
    for (Topic topic : topics.all()) {
      assertThat(seen).contains(topic.parent());
      seen.add(Optional.of(topic));
      assertThat(topic.key()).isEqualTo(VietnameseText.slug(topic.key()));
      assertThat(topic.description()).isNotBlank();
    }
  }

  @Test
  void aTopicKnowsThoseAboveIt() {
    assertThat(found("Tạo nguồn kết nạp").selfAndAncestors())
        .extracting(Topic::key)
        .containsExactly("tao-nguon", "phat-trien-dang-vien", "xay-dung-dang");
  }

  @Test
  void aSiteWithoutTheFileHasNoTopics() {
    assertThat(Topics.load(Path.of("data/khong-co.yaml")).all()).isEmpty();
  }

  private Topic found(String written) {
    Resolution<Topic> resolution = topics.resolve(written);
    assertThat(resolution).as(written).isInstanceOf(Resolution.Found.class);
    return ((Resolution.Found<Topic>) resolution).value();
  }
}
