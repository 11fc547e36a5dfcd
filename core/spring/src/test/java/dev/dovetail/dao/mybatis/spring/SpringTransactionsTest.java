package dev.dovetail.dao.mybatis.spring;

import dev.dovetail.dao.mybatis.Dialect;
import org.junit.jupiter.api.Nested;

class SpringTransactionsTest {
    @Nested
    class OnH2 extends SpringTransactionsContract {
        OnH2() {
            super(Dialect.H2);
        }
    }

    @Nested
    class OnPostgreSql extends SpringTransactionsContract {
        OnPostgreSql() {
            super(Dialect.POSTGRESQL);
        }
    }
}
