package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.CRUDService;
import dev.dovetail.dao.contract.Optionally.Needs;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.operation.Edit;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Says that a value which is accepted is stored, answered, announced and found as it is, and any other is refused. */
public abstract class ValuesContract extends StoreContract {
    private static final Column<Price, BigDecimal> AMOUNT = PRICES.column(Price::amount);
    private static final Column<Price, Instant> SINCE = PRICES.column(Price::since);
    private static final Instant NANOS = Instant.parse("2026-11-24T10:11:12.123456789Z");
    private static final Instant MICROS = Instant.parse("2026-11-24T10:11:12.123456Z");

    private CRUDService<Price, String> prices;
    private CRUDService<Room, String> halls;
    private CRUDService<Sample, UUID> all;
    private final List<Price> announced = new ArrayList<>();

    protected ValuesContract() {}

    @BeforeEach
    void makeServices() {
        prices = CRUDService.builder(store.dao(PRICES), units)
                .notifier((change, announcements) -> announced.add(change.value()))
                .build();
        halls = CRUDService.builder(rooms, units).build();
        all = CRUDService.builder(samples, units).build();
        store.verify();
    }

    private static Price price(String code, String amount) {
        return new Price(code, new BigDecimal(amount), null);
    }

    private static void refuses(ThrowingCallable work, String... pathsAndCodes) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        DovetailException.class,
                        e -> assertThat(e.violations())
                                .extracting(violation -> violation.path() + " " + violation.code())
                                .containsExactly(pathsAndCodes));
    }

    @Test
    void keepsDecimalsToTheLastDigit() {
        String digits = "123456789012345678901234567890123456789012345678.90123456789";

        Price created = prices.create(CALL, price("a", digits));

        assertThat(created.amount()).isEqualByComparingTo(digits);
        assertThat(prices.get(CALL, "a")).isEqualTo(created);
        assertThat(announced).containsExactly(created);
        assertThat(prices.findBy(CALL, Criterion.equal(AMOUNT, new BigDecimal(digits))))
                .contains(created);
        assertThat(prices.findBy(CALL, Criterion.equal(AMOUNT, new BigDecimal(digits).add(BigDecimal.valueOf(1, 11)))))
                .isEmpty();
    }

    /** Files wrote 1E+3, which answers then told otherwise than a database did. */
    @Test
    void answersWhatIsStored() {
        for (String amount :
                List.of("1.5", "1.50", "1E+3", "0E-8", "0.00", "1000", "9".repeat(500) + "." + "9".repeat(500))) {
            Price created = prices.create(CALL, price("a", amount));

            assertThat(created.amount()).isEqualByComparingTo(amount);
            assertThat(prices.get(CALL, "a")).isEqualTo(created);
            assertThat(announced.get(announced.size() - 1)).isEqualTo(created);
            prices.delete(CALL, "a");
        }
    }

    /** A short text such as 1e999999999 used to become a text of that many digits. */
    @Test
    void refusesNumbersOfTooManyDigits() {
        for (String amount : List.of("1e999999999", "1e-999999999", "1e1000", "1e-1000", "1" + "0".repeat(1_000))) {
            refuses(() -> prices.create(CALL, price("a", amount)), "amount digits");
        }
        assertThat(prices.find(CALL, "a")).isEmpty();
    }

    @Test
    void takesOneNumberForTheSameHoweverItIsWritten() {
        Price created = prices.create(CALL, price("a", "1.5"));

        for (String amount : List.of("1.5", "1.50", "15e-1", "0.15e1")) {
            BigDecimal number = new BigDecimal(amount);
            for (Criterion<Price> criterion : List.<Criterion<Price>>of(
                    Criterion.equal(AMOUNT, number),
                    Criterion.in(AMOUNT, List.of(number, BigDecimal.TEN)),
                    Criterion.between(AMOUNT, number, number))) {
                assertThat(prices.findBy(CALL, criterion)).as("%s", criterion).contains(created);
                assertThat(prices.search(CALL, Search.where(criterion)).items()).containsExactly(created);
            }
            Price again = new Price("b", number, null);
            assertThatThrownBy(() -> prices.create(CALL, again))
                    .isInstanceOfSatisfying(
                            DovetailException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS));
        }
    }

    @Test
    void takesInstantsForTheSameAtTheResolutionOfStores() {
        Price created = prices.create(CALL, new Price("a", null, NANOS));

        assertThat(created.since()).isEqualTo(MICROS);
        assertThat(announced).containsExactly(created);
        assertThat(prices.get(CALL, "a")).isEqualTo(created);
        for (Instant instant : List.of(MICROS, NANOS, NANOS.plusNanos(210))) {
            assertThat(prices.findBy(CALL, Criterion.equal(SINCE, instant))).contains(created);
            assertThat(prices.findBy(CALL, Criterion.in(SINCE, List.of(instant))))
                    .contains(created);
            assertThat(prices.findBy(CALL, Criterion.lessThan(SINCE, instant))).isEmpty();
            assertThatThrownBy(() -> prices.create(CALL, new Price("b", null, instant)))
                    .isInstanceOfSatisfying(
                            DovetailException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS));
        }
        assertThat(prices.findBy(CALL, Criterion.equal(SINCE, NANOS.plusNanos(211))))
                .isEmpty();
    }

    /** An edit to what is stored already used to be announced. */
    @Test
    void editsNothingIfTheStoreKeepsTheSame() {
        prices.create(CALL, new Price("a", null, NANOS));

        prices.edit(CALL, "a", Edit.of(PRICES, java.util.Map.of(SINCE, NANOS.plusNanos(3))));

        assertThat(prices.get(CALL, "a").since()).isEqualTo(MICROS);
        assertThat(announced).allMatch(price -> MICROS.equals(price.since()));
    }

    @Test
    void sortsNumbersByValue() {
        List.of("10", "9.99", "1E+2", "0.5").forEach(amount -> prices.create(CALL, price("a" + amount, amount)));

        assertThat(prices.search(CALL, Search.<Price>all().by(Order.ascending(AMOUNT)))
                        .items())
                .extracting(Price::code)
                .containsExactly("a0.5", "a9.99", "a10", "a1E+2");
    }

    @Test
    void refusesTextsThatAreNotUnicode() {
        for (String text : List.of("a\0b", "\uD800", "a\uDC00b", "\uDC00\uD800")) {
            refuses(() -> halls.create(CALL, new Room("a", text)), "title unicode");
            refuses(() -> halls.create(CALL, new Room(text, "a")), "code unicode");
            assertThat(halls.find(CALL, text)).isEmpty();
            assertThat(halls.findBy(CALL, Criterion.equal(ROOM_TITLE, text))).isEmpty();
            assertThat(halls.search(CALL, Search.<Room>all().text(text)).items())
                    .isEmpty();
        }
        Room room = halls.create(CALL, new Room("😀\u0001\uFFFD", "\uD83D\uDE00"));
        assertThat(halls.get(CALL, "😀\u0001\uFFFD")).isEqualTo(room);
    }

    private static Sample sample(
            double ratio, Instant at, LocalDateTime local, LocalDate day, List<String> tags, Sample.Part part) {
        Sample bare = Sample.bare(UUID.randomUUID());
        return new Sample(
                bare.key(),
                "v",
                1,
                2,
                ratio,
                true,
                null,
                null,
                null,
                null,
                null,
                at,
                local,
                day,
                null,
                null,
                tags,
                part == null ? null : List.of(part),
                part);
    }

    @Test
    @Needs(Optionally.NESTED_VALUES)
    void refusesTextsWithinValues() {
        Sample sample =
                sample(0, null, null, null, List.of("a", "\uD800"), new Sample.Part("\0", null, Instant.MAX, 0));

        refuses(
                () -> all.create(CALL, sample),
                "tags[1] unicode",
                "parts[0].name unicode",
                "parts[0].madeAt time-range",
                "order.name unicode",
                "order.madeAt time-range");
    }

    @Test
    void refusesNumbersWithoutAFormInJson() {
        for (double ratio : List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
            refuses(() -> all.create(CALL, sample(ratio, null, null, null, null, null)), "ratio finite");
        }
    }

    @Test
    void keepsEveryDouble() {
        for (double ratio :
                List.of(Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 0.1, 1e22, Double.MIN_NORMAL, -0.0)) {
            Sample created = all.create(CALL, sample(ratio, null, null, null, null, null));

            assertThat(created.ratio()).isEqualTo(ratio == 0 ? 0.0 : ratio);
            assertThat(all.get(CALL, created.key())).isEqualTo(created);
            assertThat(all.findBy(CALL, Criterion.equal(SAMPLES.column(Sample::ratio), ratio)))
                    .contains(created);
        }
    }

    @Test
    void keepsTimesWithinTheRangeAndRefusesOthers() {
        for (String day : List.of("0001-01-01", "0004-02-29", "1582-10-10", "1900-02-28", "9999-12-31")) {
            LocalDateTime local = LocalDate.parse(day).atTime(23, 59, 59, 999_999_999);
            Instant instant = local.toInstant(java.time.ZoneOffset.UTC);
            Sample created = all.create(CALL, sample(0, instant, local, LocalDate.parse(day), null, null));

            assertThat(created.localTime()).isEqualTo(local.minusNanos(999));
            assertThat(created.happenedAt()).isEqualTo(instant.minusNanos(999));
            assertThat(all.get(CALL, created.key())).isEqualTo(created);
        }
        for (String day : List.of("0000-12-31", "+10000-01-01", "-0044-03-15")) {
            LocalDateTime local = LocalDate.parse(day).atStartOfDay();
            Instant instant = local.toInstant(java.time.ZoneOffset.UTC);
            refuses(
                    () -> all.create(CALL, sample(0, instant, local, LocalDate.parse(day), null, null)),
                    "happenedAt time-range",
                    "localTime time-range",
                    "day time-range");
        }
        refuses(() -> all.create(CALL, sample(0, Instant.MAX, null, null, null, null)), "happenedAt time-range");
    }

    @Test
    void takesTextKeysOfAnyFormUpToTheBound() {
        for (String key :
                List.of("/", "\\", "%", "a/../b", ";", "...", " ", "\n", "\u0001", "ключ", "😀".repeat(255))) {
            Room room = halls.create(CALL, new Room(key, "a"));

            assertThat(halls.get(CALL, key)).isEqualTo(room);
            halls.edit(CALL, new Room(key, "b"));
            assertThat(halls.get(CALL, key).title()).isEqualTo("b");
            halls.delete(CALL, key);
            assertThat(halls.find(CALL, key)).isEmpty();
        }
        for (String key : List.of("", ".", "..", "😀".repeat(256), "a".repeat(100_000))) {
            refuses(() -> halls.create(CALL, new Room(key, "a")), "code key");
        }
    }

    @Test
    void tellsWhatTheConstructorRefuses() {
        prices.create(CALL, price("a", "1"));

        refuses(
                () -> prices.edit(CALL, "a", Edit.of(PRICES, java.util.Map.of(AMOUNT, new BigDecimal("-1")))),
                " refused");
    }
}
