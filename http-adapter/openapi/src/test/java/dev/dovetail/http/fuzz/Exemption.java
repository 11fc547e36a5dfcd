package dev.dovetail.http.fuzz;

import java.util.regex.Pattern;

/**
 * Is a failure of the server that its documents foretell.
 *
 * @param source where it is written
 * @param status from 500 on
 * @param request is found in the method, path with query, and body of requests that fail so, with a blank between
 * @param answer is found in the body of the answer
 */
public record Exemption(String source, int status, Pattern request, Pattern answer) {}
