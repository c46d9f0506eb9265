package org.talks.catalogue.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses request bodies that are larger than any of use, before they are read where the client says how large
/// they are, otherwise while they are. Uploads have limits of their own.
@Component
final class BodyLimit extends OncePerRequestFilter {

    private final long most;
    private final ProblemWriter problems;

    BodyLimit(LimitProperties limits, ProblemWriter problems) {
        this.most = limits.body().toBytes();
        this.problems = problems;
    }

    /// Thrown where more is read than may be.
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(long most) {
            super(message(most));
        }

        private static String message(long most) {
            return "A request may have at most " + most + " bytes.";
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !request.getRequestURI().startsWith("/api/")
                || (type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > most) {
            // The rest of the request is not waited for.
            response.setHeader("Connection", "close");
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, TITLE, detail());
            return;
        }
        chain.doFilter(
                request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") == null
                        ? request
                        : new Counted(request, most),
                response);
    }

    static final String TITLE = "The request is too large";

    private String detail() {
        return TooLargeException.message(most);
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final long most;

        Counted(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), most);
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream input;
        private final long most;
        private long left;

        CountedStream(ServletInputStream input, long most) {
            this.input = input;
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var next = input.read();
            return counted(next, next < 0 ? 0 : 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = input.read(bytes, offset, length);
            return counted(read, Math.max(read, 0));
        }

        private int counted(int result, int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new TooLargeException(most);
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return input.isFinished();
        }

        @Override
        public boolean isReady() {
            return input.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            input.setReadListener(listener);
        }
    }
}
