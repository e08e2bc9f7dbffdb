package vn.cachlamhay.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Printed as by jsoup 1.14.3, from which the right-hand side comes; ¶ is a line end. */
class JBakeImagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <img src=a.png>                   | <img src="/x/a.png">
          <p>a <img alt=b src=./c></p>¶     | <p>a <img alt="b" src="/x/./c"></p>
          <ul><li>x<li>hai <br> ba</ul>¶d   | <ul>¶ <li>x</li>¶ <li>hai <br> ba</li>¶</ul> d
          <div>m¶<p>x</p>  <b>y</b></div>   | <div>¶ m ¶ <p>x</p> <b>y</b>¶</div>
          <pre>¶  a   b¶</pre>c             | <pre>  a   b¶</pre>c
          h<img src=a><img src=b>           | h¶<img src="/x/a">¶<img src="/x/b">
          <p title="&quot;<>&amp;">&lt;&gt;"</p> | <p title="&quot;<>&amp;">&lt;&gt;"</p>
          <input disabled=disabled a="">    | <input disabled a="">
          <script>if (a < b) {}</script>    | <script>if (a < b) {}</script>
          <svg><path d="M0"/></svg>         | <svg>¶ <path d="M0" />¶</svg>
          """)
  void printsAsTheJsoupOfJBake(String html, String printed) {
    assertThat(JBakeImages.update(html.replace('¶', '\n'), source -> "/x/" + source))
        .isEqualTo(printed.replace('¶', '\n'));
  }
}
