package io.dsreview.superset.http;

import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredential.ApiKey;
import io.dsreview.api.superset.SupersetCredential.Bearer;
import io.dsreview.api.superset.SupersetCredential.Password;
import io.dsreview.api.superset.SupersetCredential.SessionCookie;
import io.dsreview.api.superset.SupersetCredential.Tokens;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one identity holds at one Superset: the proof of who it is, perhaps a refresh token, and a CSRF ticket, each fetched
 * when first needed. Whoever fetches one holds the lock, so that many threads log in once. Thread-safe.
 */
final class Login {

    private final SupersetCredential credential;
    private final Secrets secrets = new Secrets();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Access access;
    private volatile @Nullable String refreshToken;
    private volatile @Nullable CsrfTicket csrf;

    Login(SupersetCredential credential) {
        this.credential = credential;
        if (credential instanceof Password password) {
            secrets.add(password.password());
        } else if (credential instanceof Bearer bearer) {
            hold(Access.token(bearer.token()));
        } else if (credential instanceof ApiKey apiKey) {
            hold(Access.token(apiKey.key()));
        } else if (credential instanceof SessionCookie cookie) {
            hold(Access.cookie(cookie.name(), cookie.value()));
        }
    }

    SupersetCredential credential() {
        return credential;
    }

    /** Tells whether another proof can be had when one is refused. */
    boolean isRenewable() {
        return credential instanceof Password || credential instanceof Tokens;
    }

    Secrets secrets() {
        return secrets;
    }

    @Nullable
    Access access() {
        return access;
    }

    void hold(Access proof) {
        if (proof.token() != null) {
            secrets.add(proof.token());
        }
        proof.cookies().values().forEach(secrets::add);
        access = proof;
    }

    /** Drops the proof if it still is the given one; another thread may have renewed it meanwhile. */
    void drop(Access refused) {
        if (isRenewable() && refused.equals(access)) {
            access = null;
        }
    }

    /** Takes the refresh token away, since each is tried once. */
    @Nullable
    String takeRefreshToken() {
        String held = refreshToken;
        refreshToken = null;
        return held;
    }

    void holdRefreshToken(String token) {
        secrets.add(token);
        refreshToken = token;
    }

    @Nullable
    CsrfTicket csrf() {
        return csrf;
    }

    void hold(CsrfTicket ticket) {
        secrets.add(ticket.token());
        ticket.cookieValues().forEach(secrets::add);
        csrf = ticket;
    }

    void drop(CsrfTicket refused) {
        if (refused.equals(csrf)) {
            csrf = null;
        }
    }

    boolean tryLock(Duration patience) throws InterruptedException {
        return lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    void unlock() {
        lock.unlock();
    }
}
