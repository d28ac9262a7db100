package io.kafkamastery.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.lab.Share;
import io.kafkamastery.kit.report.CriterionVerdict;
import io.kafkamastery.kit.report.LabVerdicts;
import io.kafkamastery.kit.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {

    /** A lab whose criteria a, b, c … took so long. */
    private static LabVerdicts took(long... millis) {
        List<CriterionVerdict> criteria = new ArrayList<>();
        for (int i = 0; i < millis.length; i++) {
            criteria.add(new CriterionVerdict(String.valueOf((char) ('a' + i)), "", Verdict.MET, "", millis[i]));
        }
        return new LabVerdicts("1.1", "", criteria);
    }

    private static List<String> shares(int hands, long... millis) {
        return Shares.of(took(millis), hands).stream().map(Share::toString).toList();
    }

    @Test
    void whatTakesLongestIsLeftAlone() {
        assertThat(shares(2, 300, 1_000, 300, 200)).containsExactly("b", "a,c,d");
        assertThat(shares(3, 300, 1_000, 300, 200, 100)).containsExactly("b", "a,d", "c,e");
    }

    @Test
    void criteriaThatTookNoTimeAreSpreadToo() {
        assertThat(shares(2, 0, 0, 0, 0)).containsExactly("a,c", "b,d");
    }

    @Test
    void nobodyStandsIdle() {
        assertThat(shares(3, 5, 5)).containsExactly("a", "b");
        assertThat(shares(3, 5)).containsExactly("");
        assertThat(Shares.of(took(5, 5), 1)).containsExactly(Share.ALL);
    }
}
