package vn.cachlamhay.text;

import java.util.Set;

/**
 * Which letters make a syllable of Vietnamese: an initial consonant, a rime, a tone. Made from the
 * rules of spelling, not from a list of words: k, gh and ngh before e, ê and i only, syllables that
 * end in a stop with the sharp and the heavy tone only, and so on (Từ điển chính tả, Hoàng Phê,
 * names the rimes). Names from other languages of the country (Đắk Lắk) are none. Stateless.
 */
public final class VietnameseSyllables {

  private static final Set<String> BEFORE_ALL =
      Set.of(
          "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
          "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x");

  private static final Set<String> RIMES =
      Set.of(
          ("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
                  + " e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"
                  + " i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu"
                  + " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt"
                  + " oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt"
                  + " ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh uêu ui um un ung"
                  + " uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyn uyp uyt uyu"
                  + " ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt"
                  + " yêu")
              .split(" "));

  /** Behind qu, whose u belongs to the rime by its sound and to the consonant by its spelling. */
  private static final Set<String> AFTER_QU =
      Set.of(
          ("a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât âc ây âu e en eo et ê"
                  + " ên êch ênh êt i ich in inh it y yên yêt ynh yt ych ơ ơi ơn ơt ôc")
              .split(" "));

  /** Behind gi, whose i is written once: giếng, giết, gìn. */
  private static final Set<String> AFTER_GI = Set.of("", "êc", "êm", "êng", "êt", "n", "m", "p");

  private static final Set<String> BEFORE_FRONT = Set.of("k", "gh", "ngh");
  private static final Set<String> NOT_BEFORE_FRONT = Set.of("c", "ng");
  private static final int LONGEST = 7;

  private VietnameseSyllables() {}

  /**
   * Whether some letters are a syllable, with or without tone.
   *
   * @param letters composed, in lower case
   */
  public static boolean isOne(String letters) {
    if (letters.isEmpty() || letters.length() > LONGEST) {
      return false;
    }
    Tone tone = Tone.NONE;
    var plain = new StringBuilder(letters.length());
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      Tone own = Tone.of(letter);
      if (own != Tone.NONE) {
        if (tone != Tone.NONE) {
          return false;
        }
        tone = own;
      }
      plain.append(LetterTable.toneless(letter));
    }
    return isOne(plain.toString(), tone);
  }

  private static boolean isOne(String plain, Tone tone) {
    for (int length = 0; length <= Math.min(3, plain.length()); length++) {
      String initial = plain.substring(0, length);
      String rime = plain.substring(length);
      if ((length == 0 || BEFORE_ALL.contains(initial))
          && fits(initial, rime)
          && tone.goesWith(rime)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(String initial, String rime) {
    if (initial.equals("qu")) {
      return AFTER_QU.contains(rime);
    }
    if (initial.equals("gi") && AFTER_GI.contains(rime)) {
      return true;
    }
    if (!RIMES.contains(rime)) {
      return false;
    }
    boolean front = "eêiy".indexOf(rime.charAt(0)) >= 0;
    return !(BEFORE_FRONT.contains(initial) && !front)
        && !(NOT_BEFORE_FRONT.contains(initial) && front)
        && !(initial.equals("g") && "eêy".indexOf(rime.charAt(0)) >= 0)
        // yê is written without a consonant before it only
        && !(rime.length() > 1 && rime.charAt(0) == 'y' && !initial.isEmpty());
  }

  private enum Tone {
    NONE(""),
    GRAVE("àằầèềìòồờùừỳ"),
    HOOK("ảẳẩẻểỉỏổởủửỷ"),
    TILDE("ãẵẫẽễĩõỗỡũữỹ"),
    ACUTE("áắấéếíóốớúứý"),
    DOT("ạặậẹệịọộợụựỵ");

    private final String letters;

    Tone(String letters) {
      this.letters = letters;
    }

    static Tone of(char letter) {
      if (letter < 0xC0) {
        return NONE;
      }
      for (Tone tone : values()) {
        if (tone.letters.indexOf(letter) >= 0) {
          return tone;
        }
      }
      return NONE;
    }

    /** A syllable that is stopped short rises or falls, and does nothing else. */
    boolean goesWith(String rime) {
      boolean stopped =
          rime.endsWith("c") || rime.endsWith("ch") || rime.endsWith("p") || rime.endsWith("t");
      return stopped ? this == ACUTE || this == DOT || this == NONE : true;
    }
  }
}
