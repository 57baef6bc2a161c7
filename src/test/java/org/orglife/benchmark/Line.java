package org.orglife.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection of its own that stays open between one small question and the next, as a browser keeps it. */
class Line implements AutoCloseable {

    private static final int PATIENCE = (int) TimeUnit.SECONDS.toMillis(10);

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Line(int port) {
        this.port = port;
    }

    /** The answer's text; a server may end a connection after an answer, not in the middle of one. */
    synchronized String ask(String address) throws IOException {
        boolean kept = socket != null;
        try {
            return send(address);
        } catch (IOException ended) {
            close();
            if (kept) {
                return send(address);
            }
            throw ended;
        }
    }

    private String send(String address) throws IOException {
        Socket open = socket == null ? connect() : socket;
        InputStream from = in == null ? new BufferedInputStream(open.getInputStream()) : in;
        in = from;
        open.getOutputStream()
                .write(("GET " + address + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: */*\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        String status = line(from);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(address + " answered " + status);
        }
        int length = 0;
        boolean last = false;
        for (String header = line(from); !header.isEmpty(); header = line(from)) {
            String low = header.toLowerCase(Locale.ROOT);
            if (low.startsWith("content-length:")) {
                length = Integer.parseInt(low.substring(15).strip());
            }
            last |= low.startsWith("connection: close");
        }
        String text = new String(from.readNBytes(length), StandardCharsets.UTF_8);
        if (last) {
            close();
        }
        return text;
    }

    private Socket connect() throws IOException {
        Socket made = new Socket("localhost", port);
        made.setSoTimeout(PATIENCE);
        made.setTcpNoDelay(true);
        socket = made;
        in = null;
        return made;
    }

    private static String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new IOException("The connection has ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public synchronized void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
        in = null;
    }
}
