package org.talks.catalogue.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final SettableClock clock = new SettableClock();
    private final Throttle throttle = new Throttle(clock);

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            throttle.attempt(name, address);
        }
    }

    @Test
    void aNameFromOneAddressHasToWaitAfterTenFailures() {
        fail(9, "ana", "192.0.2.1");
        assertThat(throttle.attempt("ana", "192.0.2.1")).isZero();
        clock.advance(Duration.ofMinutes(5));
        assertThat(throttle.attempt("ANA", "192.0.2.1")).isEqualTo(Duration.ofMinutes(10));
        assertThat(throttle.attempt("ana", "192.0.2.2")).isZero();
        assertThat(throttle.attempt("ben", "192.0.2.1")).isZero();

        clock.advance(Duration.ofMinutes(10));
        assertThat(throttle.attempt("ana", "192.0.2.1")).isZero();
    }

    @Test
    void anAddressHasToWaitWhateverNamesItTries() {
        for (int i = 0; i < Throttle.PER_ADDRESS_MAX; i++) {
            assertThat(throttle.attempt("name" + i, "192.0.2.1")).isZero();
        }
        assertThat(throttle.attempt("another", "192.0.2.1")).isPositive();
        assertThat(throttle.attempt("another", "192.0.2.2")).isZero();
    }

    @Test
    void anIpv6NetworkCountsAsOneAddress() {
        for (int i = 0; i < Throttle.PER_ADDRESS_MAX; i++) {
            throttle.attempt("name" + i, "2001:db8:1:2::" + Integer.toHexString(i));
        }
        assertThat(throttle.attempt("another", "2001:db8:1:2:ffff::1")).isPositive();
        assertThat(throttle.attempt("another", "2001:db8:1:3::1")).isZero();
    }

    @Test
    void aNameHasToWaitWhateverAddressesTryItExceptWhereItsOwnerSignedInBefore() {
        throttle.attempt("ana", "192.0.2.99");
        throttle.succeeded("ana", "192.0.2.99");
        for (int i = 0; i < Throttle.PER_NAME_MAX; i++) {
            assertThat(throttle.attempt("ana", "198.51.100." + i)).isZero();
        }
        assertThat(throttle.attempt("ana", "203.0.113.1")).isPositive();
        assertThat(throttle.attempt("ana", "192.0.2.99")).isZero();
    }

    @Test
    void successTakesBackOnlyItsOwnAttemptOfTheAddress() {
        fail(9, "ana", "192.0.2.1");
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.attempt("mallory", "192.0.2.1")).isZero();
            throttle.succeeded("mallory", "192.0.2.1");
        }
        fail(1, "ana", "192.0.2.1");
        assertThat(throttle.attempt("ana", "192.0.2.1")).isPositive();
    }

    @Test
    void successLetsTheOwnerStartAnew() {
        fail(9, "ana", "192.0.2.1");
        throttle.attempt("ana", "192.0.2.1");
        throttle.succeeded("ana", "192.0.2.1");
        assertThat(throttle.attempt("ana", "192.0.2.1")).isZero();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < Throttle.COUNTERS_MAX; i++) {
            throttle.attempt("name" + i, "address" + i);
        }
        assertThat(throttle.counters()).isEqualTo(Throttle.COUNTERS_MAX);
    }
}
