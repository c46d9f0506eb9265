package org.talks.catalogue.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// A program in one class that holds a data directory and answers requests, as the catalogue does, so that
/// recording a cache can be tried before the catalogue is packaged.
public final class TrainedProgram {

    private static final long LOCKED_BYTE = 1024;

    private TrainedProgram() {}

    /// Packs this class.
    static Path pack(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TrainedProgram.class.getName());
        var own = TrainedProgram.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var content = TrainedProgram.class.getClassLoader().getResourceAsStream(own)) {
            if (content == null) {
                throw new IOException(own + " is missing");
            }
            out.putNextEntry(new JarEntry(own));
            content.transferTo(out);
        }
        return jar;
    }

    public static void main(String[] args) throws IOException {
        var arguments = List.of(args);
        if (!arguments.getFirst().equals("serve")) {
            System.exit(9);
        }
        var data = Path.of(arguments.get(arguments.indexOf("--data") + 1));
        var pid = ProcessHandle.current().pid();
        var lock = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock(LOCKED_BYTE, 1, false);
        lock.write(ByteBuffer.wrap((pid + "\n").getBytes(StandardCharsets.US_ASCII)));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        Files.writeString(
                data.resolve("server.json"),
                "{\"port\":%d,\"pid\":%d,\"token\":\"t\",\"started\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(server.getAddress().getPort(), pid));
    }
}
