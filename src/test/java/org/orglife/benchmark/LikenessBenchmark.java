package org.orglife.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.orglife.problem.TextPrint;

/** How long an author waits for the hint that he has written the same before. */
@Tag("benchmark")
class LikenessBenchmark {

    private static final int TEXTS = 10_000;
    private static final int ROUNDS = 30;
    private static final double LIMIT = 0.100;

    /** Seconds in which two such loops over the same characters may differ without meaning anything. */
    private static final double ALLOWANCE = 0.005;

    private static final String WORDS = "党支委会今年以来上半年第二季度研究手术排期出院随访慢病管理义诊下乡医患沟通只有少开补交议题准备不充分记录过于简单没有专题"
            + "研究过群众反映等候时间长学习强调工作忙用补看材料代替带教年轻同志讲评对信息系统不熟登记出现差错服务态度意见需要改进";

    private static List<String> texts() {
        Random random = new Random(2023);
        List<String> texts = new ArrayList<>();
        for (int number = 0; number < TEXTS; number++) {
            StringBuilder text = new StringBuilder();
            int clauses = 1 + random.nextInt(4);
            for (int clause = 0; clause < clauses; clause++) {
                text.append(clause == 0 ? "" : "，");
                for (int at = 8 + random.nextInt(12); at > 0; at--) {
                    text.append(WORDS.charAt(random.nextInt(WORDS.length())));
                }
                text.append(random.nextInt(10)).append('次');
            }
            texts.add(text.toString());
        }
        return texts;
    }

    @Test
    @DisplayName("A text beside 10,000 others is compared within 100 ms, the making of their prints included")
    void aTextBesideTenThousand() {
        List<String> texts = texts();
        String written = texts.get(TEXTS / 2).replaceFirst("^([^，]*)，(.*)$", "$2，$1");
        double[] whole = new double[ROUNDS];
        double[] compared = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        List<TextPrint> prints = texts.stream().map(TextPrint::of).toList();
        long kept = 0;
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            TextPrint print = TextPrint.of(written);
            long near = texts.stream()
                    .filter(text -> print.isNear(TextPrint.of(text)))
                    .count();
            double all = (System.nanoTime() - start) / 1e9;
            assertThat(near).isEqualTo(1);

            start = System.nanoTime();
            long again = prints.stream().filter(print::isNear).count();
            double known = (System.nanoTime() - start) / 1e9;
            assertThat(again).isEqualTo(1);

            start = System.nanoTime();
            for (String text : texts) {
                int[] characters = text.chars().toArray();
                Arrays.sort(characters);
                kept += characters[0];
            }
            double least = (System.nanoTime() - start) / 1e9;
            if (round >= 0) {
                whole[round] = all;
                compared[round] = known;
                bare[round] = least;
            }
        }
        assertThat(kept).isPositive();
        Results results = new Results();
        double ours = Results.percentile(whole, 95);
        results.within(
                String.format(Locale.ROOT, "one text beside %,d, prints made on the way, p95", TEXTS), ours, LIMIT);
        results.within("the same, prints known", Results.percentile(compared, 95), LIMIT);
        results.add(
                "the same beside sorting the characters of each text",
                Results.percentile(whole, 50),
                Results.percentile(bare, 50),
                6,
                ALLOWANCE);
        System.out.println(results);
        assertThat(results.missed()).isEmpty();
    }
}
