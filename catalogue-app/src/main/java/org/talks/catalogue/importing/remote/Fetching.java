package org.talks.catalogue.importing.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Fetches one address over HTTP. Addresses that are not allowed are refused before anything is sent, at every
/// redirect too, and names are resolved once for each request: what was checked is what is connected to. Safe for
/// use by any number of threads.
public final class Fetching implements AutoCloseable {

    /// Redirects in a row; a schedule moves once or twice.
    private static final int REDIRECTS_MAX = 5;

    private static final int URL_CHARACTERS_MAX = 2_000;
    private static final int BUFFER = 64 << 10;
    private static final String AGENT = "TalkCatalogue";

    /// @param bytes of an answer; more is refused
    /// @param whole time for an answer with its redirects
    /// @param silence time without a byte
    public record Limits(long bytes, Duration whole, Duration silence) {}

    /// What is known of the last answer; any may be null.
    public record Known(
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String hash) {}

    /// @param file what came, null when it is the same as the last time; the caller deletes it
    /// @param name of the file as its address tells
    /// @param hash SHA-256 of the body
    public record Answer(
            @Nullable Path file,
            String name,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String hash) {}

    /// Names to addresses.
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final Predicate<InetAddress> allowed;
    private final Limits limits;
    /// Made by the first who fetches: its hundreds of classes and the list of authorities would slow down every
    /// start.
    private @Nullable CloseableHttpClient client;

    /// @param allowed which addresses may be connected to
    public Fetching(Resolver resolver, Predicate<InetAddress> allowed, Limits limits) {
        this.resolver = resolver;
        this.allowed = allowed;
        this.limits = limits;
    }

    private synchronized CloseableHttpClient client() {
        var made = client;
        if (made == null) {
            made = made();
            client = made;
        }
        return made;
    }

    private CloseableHttpClient made() {
        var silence = Timeout.of(limits.silence());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Checked())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(silence)
                                .setSocketTimeout(silence)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(silence).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                // The bytes are kept as they came, and a bomb must not unfold here.
                .disableContentCompression()
                .setUserAgent(AGENT)
                .build();
    }

    /// The resolver that connections ask: only addresses that were allowed come out of it.
    private final class Checked implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = known(host);
            for (var address : addresses) {
                if (!allowed.test(address)) {
                    throw new UnknownHostException(notPublic(host));
                }
            }
            return addresses;
        }

        private InetAddress[] known(String host) throws UnknownHostException {
            try {
                return resolver.resolve(host);
            } catch (UnknownHostException e) {
                var told = new UnknownHostException(
                        "There is no " + host + " on the internet, or it cannot be reached from here.");
                told.initCause(e);
                throw told;
            }
        }

        @Override
        public @Nullable String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /// Checks what can be told without asking anybody.
    ///
    /// @throws IOException in a sentence for people
    public static URI address(String url) throws IOException {
        if (url.length() > URL_CHARACTERS_MAX) {
            throw new IOException("The address is longer than " + URL_CHARACTERS_MAX + " characters.");
        }
        try {
            var uri = new URI(url.strip()).parseServerAuthority();
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!(scheme.equals("https") || scheme.equals("http")) || uri.getHost() == null) {
                throw new IOException("Give a whole address that begins with https:// or http://.");
            }
            if (uri.getUserInfo() != null) {
                throw new IOException("Addresses with a user name or password are not fetched.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IOException("This is no address: " + e.getReason() + ".");
        }
    }

    /// The same, and refuses an address in numbers, or a name of this machine, that is not allowed. Other names are
    /// looked up, and refused, only when they are fetched: whose they are may change until then.
    ///
    /// @throws IOException in a sentence for people
    public URI allowedAddress(String url) throws IOException {
        var uri = address(url);
        var literal = literal(uri.getHost());
        if (literal != null && !allowed.test(literal)) {
            throw new IOException(notPublic(uri.getHost()));
        }
        return uri;
    }

    /// Null for a name that somebody has to be asked for.
    private static @Nullable InetAddress literal(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return InetAddress.getLoopbackAddress();
        }
        try {
            return InetAddress.ofLiteral(name.startsWith("[") ? name.substring(1, name.length() - 1) : name);
        } catch (IllegalArgumentException aName) {
            return null;
        }
    }

    private static String notPublic(String host) {
        return host + " is at an address that is not on the public internet; it is not fetched.";
    }

    /// @param directory where to put what comes
    /// @throws IOException in a sentence for people: refused, too large, too slow, not there
    public Answer fetch(URI start, Known known, Path directory) throws IOException {
        var deadline = System.nanoTime() + limits.whole().toNanos();
        var uri = start;
        for (int hops = 0; hops <= REDIRECTS_MAX; hops++) {
            var at = uri;
            var request = new HttpGet(at);
            request.setHeader("Accept-Encoding", "identity");
            if (known.etag() != null) {
                request.setHeader("If-None-Match", known.etag());
            }
            if (known.lastModified() != null) {
                request.setHeader("If-Modified-Since", known.lastModified());
            }
            var outcome = client().execute(request, response -> outcome(response, at, known, directory, deadline));
            if (outcome.answer() != null) {
                return outcome.answer();
            }
            uri = redirected(at, outcome.location());
        }
        throw new IOException("There are more than " + REDIRECTS_MAX + " redirects.");
    }

    /// Either of the two.
    private record Outcome(
            @Nullable Answer answer, @Nullable String location) {}

    private Outcome outcome(ClassicHttpResponse response, URI uri, Known known, Path directory, long deadline)
            throws IOException {
        var status = response.getCode();
        if (status == 304) {
            return new Outcome(new Answer(null, name(uri), known.etag(), known.lastModified(), known.hash()), null);
        }
        if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
            return new Outcome(null, header(response, "Location"));
        }
        if (status != 200 || response.getEntity() == null) {
            throw new IOException(uri.getHost() + " answered " + status + ".");
        }
        var sha256 = sha256();
        var file = Files.createTempFile(directory, "fetched-", null);
        try {
            try (var in = response.getEntity().getContent();
                    var out = new DigestOutputStream(Files.newOutputStream(file), sha256)) {
                copy(in, out, deadline);
            }
            var hash = HexFormat.of().formatHex(sha256.digest());
            var same = hash.equals(known.hash());
            if (same) {
                Files.delete(file);
            }
            return new Outcome(
                    new Answer(
                            same ? null : file,
                            name(uri),
                            header(response, "ETag"),
                            header(response, "Last-Modified"),
                            hash),
                    null);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void copy(InputStream in, OutputStream out, long deadline) throws IOException {
        var buffer = new byte[BUFFER];
        long total = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            total += read;
            if (total > limits.bytes()) {
                throw new IOException("The answer is larger than " + (limits.bytes() >> 20) + " MB.");
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "The answer took longer than " + limits.whole().toSeconds() + " s.");
            }
            out.write(buffer, 0, read);
        }
    }

    private static URI redirected(URI from, @Nullable String location) throws IOException {
        if (location == null) {
            throw new IOException(from.getHost() + " redirects to nowhere.");
        }
        URI to;
        try {
            to = address(from.resolve(location).toString());
        } catch (IllegalArgumentException e) {
            throw new IOException(from.getHost() + " redirects to something that is no address.", e);
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
            throw new IOException(from.getHost() + " redirects from https to http; that is not followed.");
        }
        return to;
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static String name(URI uri) {
        var path = uri.getPath() == null ? "" : uri.getPath();
        var last = path.substring(path.lastIndexOf('/') + 1);
        return last.isBlank() ? uri.getHost() : last;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (client != null) {
            client.close();
        }
    }
}
