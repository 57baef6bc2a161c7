package org.orglife.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What makes a password good enough: long, and hard to guess even for somebody who knows its owner. */
@Component
class PasswordPolicy {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    /** Of zxcvbn's 0…4: 2 means more than a million guesses. */
    private static final int WEAKEST_SCORE = 2;

    private static final List<String> WORDS_OF_THE_HOUSE =
            List.of("orglife", "dang", "zhibu", "dangyuan", "dangzhibu", "shuji", "党", "支部", "党员", "书记", "yiyuan");

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Zxcvbn zxcvbn = new Zxcvbn();

    /**
     * What is wrong with a password, as a message code: {@code account.password.short}, {@code .long} or {@code .weak}.
     *
     * @param known words a guesser would try first: user name, name, name of the unit
     */
    Optional<String> objection(@Nullable String password, List<String> known) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("account.password.short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("account.password.long");
        }
        List<String> words = new ArrayList<>(WORDS_OF_THE_HOUSE);
        for (String word : known) {
            words.add(word.toLowerCase(Locale.ROOT));
            words.addAll(List.of(PUNCTUATION.split(word.toLowerCase(Locale.ROOT))));
        }
        return zxcvbn.measure(password, words).getScore() < WEAKEST_SCORE
                ? Optional.of("account.password.weak")
                : Optional.empty();
    }
}
