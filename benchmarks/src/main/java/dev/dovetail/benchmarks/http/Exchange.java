package dev.dovetail.benchmarks.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A request as it is sent, and the status that its answer must have. */
record Exchange(String request, int status) {
    private static final String JSON = "Host: 127.0.0.1\r\nAccept: application/json\r\n";

    static Exchange get(String path) {
        return new Exchange("GET " + path + " HTTP/1.1\r\n" + JSON + "\r\n", 200);
    }

    static Exchange of(String method, String path, int status) {
        return new Exchange(method + " " + path + " HTTP/1.1\r\n" + JSON + "\r\n", status);
    }

    /** Sends a body, which is ASCII. */
    static Exchange of(String method, String path, int status, String body) {
        String about = "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return new Exchange(method + " " + path + " HTTP/1.1\r\n" + JSON + about + body, status);
    }

    Exchange withToken(String token) {
        return new Exchange(request.replaceFirst("\r\n", "\r\nAuthorization: Bearer " + token + "\r\n"), status);
    }

    ByteBuffer bytes() {
        return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns method and path. */
    @Override
    public String toString() {
        return request.substring(0, request.indexOf(" HTTP/"));
    }
}
