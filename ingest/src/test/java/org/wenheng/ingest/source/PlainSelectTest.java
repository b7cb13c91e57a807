package org.wenheng.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainSelectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from loans",
                "  SELECT county, sum(loans) as loans from t where name <> 'drop; -- it''s' group by county ",
                "with m as (select 1 as a) select a from m where b in (1, 2) and replace(c, 'x', '') = \"delete\"",
                "select inserted, updated_at from deleted_items",
                "select 书名 from `update`"
            })
    void oneReadingQuestionIsPlain(String sql) {
        assertThat(PlainSelect.fault(sql, Dialect.POSTGRESQL)).isEmpty();
        assertThat(PlainSelect.fault(sql, Dialect.MARIADB)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete from loans | delete",
                "drop table loans | drop",
                "; select 1 | ;",
                "select 1; drop table loans | ;",
                "select * into copies from loans | into",
                "select * from loans into outfile 'x' | into",
                "select * from loans for update | update",
                "select * from loans lock in share mode | lock",
                "with gone as (delete from loans returning *) select * from gone | delete",
                "select 1) as x, (select 2 | )",
                "select (1 | (",
                "select 1 -- comment | --",
                "select /*!50000 1 */ | /*",
                "select 1 # comment | #",
                "select name = 'open | '",
                "select name from t where name = ? | ?",
                "select $$;$$ | $",
                "call cleanup() | call",
                "set x = 1 | set"
            },
            quoteCharacter = '~')
    void anythingElseIsRefusedByItsWord(String sql, String word) {
        assertThat(PlainSelect.fault(sql, Dialect.POSTGRESQL)).contains(word);
        assertThat(PlainSelect.fault(sql, Dialect.MARIADB)).contains(word);
    }

    @org.junit.jupiter.api.Test
    void backslashesThatHideAQuoteAreRefused() {
        String hiding = "select 'a\\'; drop table loans; select '";

        assertThat(PlainSelect.fault(hiding, Dialect.MARIADB)).contains("\\");
        assertThat(PlainSelect.fault("select E'a' from t", Dialect.POSTGRESQL)).contains("e");
        assertThat(PlainSelect.fault("", Dialect.POSTGRESQL)).contains("");
    }
}
